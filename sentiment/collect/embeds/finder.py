"""Where in a page's markup do embeds stand, in whichever wrapping?

Plain, in ``<noscript>`` and ``<template>``, inside lazy-load wrappers, and
escaped inside attributes and scripts. Each is read once: the same permalink
met twice is one embed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import lxml.html

from sentiment.collect.embeds import fields, instagram, reddit, rendered, signed, tiktok, twitter
from sentiment.collect.embeds.escaped import escaped_markup
from sentiment.collect.embeds.markup import read_date
from sentiment.collect.embeds.plain_cards import plain_cards

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement

    from sentiment.model import Embed

    Reader = Callable[[HtmlElement], list[Embed]]

_READERS: Final[tuple[tuple[str, Reader], ...]] = (
    # class name, reader; the first that an element bears counts
    ("twitter-tweet", twitter.read_blockquote),
    ("twitter-video", twitter.read_blockquote),
    ("tweet-blockquote", twitter.read_blockquote),
    ("instagram-media", instagram.read_blockquote),
    ("tiktok-embed", tiktok.read_blockquote),
    ("text-post-media", signed.read_threads),
    ("bluesky-embed", signed.read_bluesky),
    ("mastodon-embed", signed.read_mastodon),
    ("reddit-embed-bq", reddit.read_blockquote),
    ("reddit-card", reddit.read_blockquote),
    ("fb-post", signed.read_facebook),
    ("fb-video", signed.read_facebook),
    ("fb-comment-embed", signed.read_facebook),
    ("fb-xfbml-parse-ignore", signed.read_facebook),
)
_BY_ATTRIBUTE: Final[dict[str, Reader]] = {
    # for code that a site's filter took the class from
    "data-instgrm-permalink": instagram.read_blockquote,
    "data-text-post-permalink": signed.read_threads,
    "data-bluesky-uri": signed.read_bluesky,
}
_CARD_TAGS: Final = frozenset(
    {"div", "article", "section", "figure", "blockquote", "twitter-widget"}
)
_BY_CLASS: Final = dict(_READERS)
_AMP: Final[dict[str, Reader]] = {
    # element, reader of its placeholder; without one it holds no words
    "amp-twitter": twitter.read_blockquote,
    "amp-instagram": instagram.read_blockquote,
    "amp-facebook": signed.read_facebook,
    "amp-tiktok": tiktok.read_blockquote,
    "amp-reddit": reddit.read_blockquote,
    "amp-bluesky": signed.read_bluesky,
}
_CARD: Final = re.compile(
    r"(?:^|\s)(?:tweet|EmbeddedTweet|(?:static|embedded|rendered|react|substack)-?tweet\S*"
    r"|tweet-?(?:card|embed|container|wrapper|wrap|block|static)\S*|tweet_(?:card|embed)\S*"
    r"|twitter-embed|embed-twitter)(?:\s|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class FoundEmbed:
    """Embeds that stand at one element; no posts where the code holds no words."""

    element: HtmlElement
    posts: tuple[Embed, ...]


def find_embeds(root: HtmlElement) -> list[FoundEmbed]:
    """Every embed of a page, in document order; escaped copies of one met before are left out."""
    found: list[FoundEmbed] = []
    hidden: list[tuple[HtmlElement, str]] = []
    claimed: set[int] = set()
    plain = plain_cards(root)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or id(element) in claimed:
            continue
        posts = _read(element)
        if posts is None and element in plain:
            posts = twitter.read_blockquote(element) or None
        if posts is not None:
            claimed.update(id(node) for node in element.iter())
            found.append(FoundEmbed(element, tuple(posts)))
            continue
        hidden.extend((element, markup) for markup in escaped_markup(element))
    return _without_repeats(found, hidden)


def _read(element: HtmlElement) -> list[Embed] | None:
    """The posts of an embed; None if the element is none."""
    if element.tag in _AMP:
        inner = [e for e in element.iterdescendants() if isinstance(e.tag, str) and _reader(e)]
        return [post for e in inner for post in (_read(e) or [])] or _AMP[element.tag](element)
    reader = _reader(element)
    if reader is twitter.read_blockquote and rendered.is_drawn(element):
        return rendered.read_card(element)
    if reader is not None:
        return reader(element)
    if element.tag == "a" and element.get("data-component-name") == "Twitter2ToDOM":
        return fields.read_card(element, named=True) or rendered.read_link(element) or None
    if element.tag in _CARD_TAGS:
        named = _CARD.search(element.get("class") or "") is not None
        kept = fields.read_card(element, named=named)
        if kept:
            return kept
        named = named or element.get("data-testid") == "tweet"  # as the network draws its own page
        if named and not any(_reader(e) for e in element.iterdescendants()):
            return rendered.read_card(element) or None
    return None


def _reader(element: HtmlElement) -> Reader | None:
    if not isinstance(element.tag, str):
        return None
    for name in (element.get("class") or "").split():
        reader = _BY_CLASS.get(name)
        if reader is not None:
            return reader
    if element.tag != "blockquote":
        return None
    if _is_bare_post(element):
        return twitter.read_blockquote
    return next((read for name, read in _BY_ATTRIBUTE.items() if element.get(name)), None)


def _is_bare_post(quote: HtmlElement) -> bool:
    """Whether a blockquote without its class still ends in a link to a status on X."""
    links = list(quote.iter("a"))
    if not links or twitter.STATUS.search(links[-1].get("href") or "") is None:
        return False
    words = " ".join(links[-1].text_content().split())
    return "(@" in quote.text_content() or read_date(words) is not None


def _without_repeats(
    found: list[FoundEmbed], hidden: list[tuple[HtmlElement, str]]
) -> list[FoundEmbed]:
    seen = {_key(post) for embed in found for post in embed.posts}
    kept = list(found)
    for element, markup in hidden:
        posts = []
        for post in _read_fragment(markup):
            if _key(post) not in seen:
                seen.add(_key(post))
                posts.append(post)
        if posts:
            kept.append(FoundEmbed(element, tuple(posts)))
    return kept


def _key(post: Embed) -> str:
    return post.url or f"{post.platform} {post.handle} {post.text}"


def _read_fragment(markup: str) -> Iterator[Embed]:
    """Embeds in a string of markup."""
    if not markup.strip():
        return
    root = lxml.html.fragment_fromstring(markup, create_parent="div")
    claimed: set[int] = set()
    for element in list(root.iter()):
        if isinstance(element.tag, str) and id(element) not in claimed and _reader(element):
            claimed.update(id(node) for node in element.iter())
            yield from _read(element) or ()
