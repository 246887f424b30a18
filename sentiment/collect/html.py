"""Which article does an HTML page hold, and which posts does it carry as markup?"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sentiment.collect.page_comments import drop_comments
from sentiment.collect.page_facts import Facts, read_facts
from sentiment.collect.page_markup import decode_markup, parse_markup
from sentiment.collect.page_scripts import read_state
from sentiment.collect.page_works import slanted_titles, works_in
from sentiment.model import Article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from sentiment.model import Embed

_MUCH_LONGER: Final = 3
_LITTLE: Final = 1200
"""Characters in paragraphs below which a page may keep its article in a script."""


def read_html(markup: str | bytes, source: str) -> Article:
    """The article of a page: body text, embeds with their places, title, outlet, date.

    An embed's ``place`` is where it stood in the text; None if its surroundings
    are not part of the body. Embeds in sidebars and related stories are left out.
    """
    text = decode_markup(markup) if isinstance(markup, bytes) else markup
    root = parse_markup(text)
    if root is None:
        return _article("", source, Facts(None, None, None, None, None))
    drop_comments(root)
    facts = read_facts(root)
    state = read_state(root) if _printed_length(root) < _LITTLE else ""
    body, embeds, works = _read_tree(root, facts.title)
    if facts.body and len(facts.body) > _MUCH_LONGER * len(body):
        body, embeds = facts.body, tuple(replace(e, place=None) for e in embeds)
    if len(state) > _MUCH_LONGER * len(body):  # a page that scripts fill in
        kept = parse_markup(f"<html><body><article>{state}</article></body></html>")
        told = _read_tree(kept, facts.title) if kept is not None else ("", (), ())
        if len(told[0]) > len(body):
            body, embeds, works = told
    return _article(body, source, facts, embeds, works)


def _read_tree(
    root: HtmlElement, title: str | None
) -> tuple[str, tuple[Embed, ...], tuple[str, ...]]:
    """The body of a tree, the posts that stand in it, and the works it names."""
    from sentiment.collect.embeds import find_embeds  # noqa: PLC0415 - pages alone need it
    from sentiment.collect.page_body import place_markers, read_body  # noqa: PLC0415 - as above

    found = find_embeds(root)
    inside = place_markers([embed.element for embed in found])
    titles = slanted_titles(root)
    body, places = read_body(root, title)
    embeds = tuple(
        replace(post, place=places.get(number))
        for number, embed in enumerate(found)
        if inside[number]
        for post in embed.posts
    )
    return body, embeds, works_in(body, titles)


def _printed_length(root: HtmlElement) -> int:
    """Characters that the page prints in paragraphs, by and large."""
    return sum(len(p.text_content()) for p in root.iter("p"))


def _article(
    text: str,
    source: str,
    facts: Facts,
    embeds: tuple[Embed, ...] = (),
    works: tuple[str, ...] = (),
) -> Article:
    return Article(
        id=hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest()[:16],
        source=source,
        text=text,
        title=facts.title,
        outlet=facts.outlet,
        published=facts.published,
        url=facts.url,
        embeds=embeds,
        works=works,
    )
