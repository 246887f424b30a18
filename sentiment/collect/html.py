"""Which article does an HTML page hold, and which posts does it carry as markup?"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sentiment.collect.page_facts import Facts, read_facts
from sentiment.collect.page_markup import decode_markup, parse_markup
from sentiment.model import Article

if TYPE_CHECKING:
    from sentiment.model import Embed

_MUCH_LONGER: Final = 3


def read_html(markup: str | bytes, source: str) -> Article:
    """The article of a page: body text, embeds with their places, title, outlet, date.

    An embed's ``place`` is where it stood in the text; None if its surroundings
    are not part of the body. Embeds in sidebars and related stories are left out.
    """
    text = decode_markup(markup) if isinstance(markup, bytes) else markup
    root = parse_markup(text)
    if root is None:
        return _article("", source, Facts(None, None, None, None, None), ())
    from sentiment.collect.embeds import find_embeds  # noqa: PLC0415 - pages alone need it
    from sentiment.collect.page_body import place_markers, read_body  # noqa: PLC0415 - as above

    facts = read_facts(root)
    found = find_embeds(root)
    inside = place_markers([embed.element for embed in found])
    body, places = read_body(root, facts.title)
    if facts.body and len(facts.body) > _MUCH_LONGER * len(body):
        body, places = facts.body, {}  # a page that scripts fill in
    embeds = tuple(
        replace(post, place=places.get(number))
        for number, embed in enumerate(found)
        if inside[number]
        for post in embed.posts
    )
    return _article(body, source, facts, embeds)


def _article(text: str, source: str, facts: Facts, embeds: tuple[Embed, ...]) -> Article:
    return Article(
        id=hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest()[:16],
        source=source,
        text=text,
        title=facts.title,
        outlet=facts.outlet,
        published=facts.published,
        url=facts.url,
        embeds=embeds,
    )
