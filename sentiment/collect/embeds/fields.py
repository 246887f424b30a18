"""Which post do the fields of a newsletter's or site's own card hold?

Such a card keeps the post as JSON in an attribute, for a script to draw:
``data-attrs='{"full_text": "...", "username": "...", "name": "...", "date": "..."}'``.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any, Final

import lxml.html

from sentiment.collect.embeds.markup import (
    clean_url,
    day_of_status,
    read_date,
    read_words,
    tidy,
)
from sentiment.collect.embeds.twitter import STATUS
from sentiment.model import Embed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KEPT: Final = ("data-attrs", "data-tweet", "data-component-props")
_MOST: Final = 100_000  # characters of one card's fields
_AT_POST: Final = re.compile(r"at://[\w:.%-]+/app\.bsky\.feed\.post/(\w+)")
_CAPTIONED: Final = re.compile(
    r"(?P<name>.{0,120}?) on Instagram: [\"“](?P<words>.*)[\"”]", re.DOTALL
)
_TIKTOK: Final = re.compile(r"tiktok\.com/@([\w.\-]+)")


def read_card(card: HtmlElement, *, named: bool) -> list[Embed]:
    """The post, and one that it quotes; none if the element keeps no fields of one.

    named   whether a class calls the element a post of X; else the address must be one's
    """
    kept = next(filter(None, (card.get(name) for name in _KEPT)), None)
    if not kept or not kept.lstrip().startswith("{") or len(kept) > _MOST:
        return []
    try:
        given = json.loads(kept)
    except (ValueError, RecursionError):
        return []  # broken, or a program's
    if not isinstance(given, dict):
        return []
    if named or STATUS.search(_words(given, "url") or ""):
        return _tweet(given)
    return _bluesky(given) or _tiktok(given) or _instagram(given)


def _tweet(given: dict[str, Any]) -> list[Embed]:
    """A post of X: full_text, username, name, date, url, and the post that it quotes."""
    words = _words(given, "full_text", "text")
    user = given["user"] if isinstance(given.get("user"), dict) else {}
    handle = _words(given, "username", "screen_name", "handle") or _words(user, "screen_name")
    url = clean_url(_words(given, "url"))
    posted = STATUS.search(url or "")
    found = []
    if words and handle:
        date = read_date(_words(given, "date", "created_at")) or day_of_status(url)
        found.append(
            Embed(
                platform="twitter",
                text=words,
                author=_words(given, "name") or _words(user, "name"),
                handle=handle.lstrip("@"),
                posted_at=date,
                url=url if posted else None,
                rule="embed-twitter-card",
            )
        )
    quoted = given.get("quoted_tweet") or given.get("quoted_status")
    if handle and isinstance(quoted, dict):
        found += _tweet({k: v for k, v in quoted.items() if k != "quoted_tweet"})
    return found


def _bluesky(given: dict[str, Any]) -> list[Embed]:
    words, handle = _words(given, "text"), _words(given, "authorHandle")
    post = _AT_POST.match(_words(given, "uri") or "")
    if not words or not handle or post is None:
        return []
    return [
        Embed(
            platform="bluesky",
            text=words,
            author=_words(given, "authorName"),
            handle=handle,
            posted_at=read_date(_words(given, "createdAt")),
            url=f"https://bsky.app/profile/{handle}/post/{post[1]}",
            rule="embed-bluesky",
        )
    ]


def _tiktok(given: dict[str, Any]) -> list[Embed]:
    url, words = clean_url(_words(given, "url")), _words(given, "title")
    handle = _TIKTOK.search(url or "")
    if not words or handle is None:
        return []
    return [
        Embed(
            platform="tiktok",
            text=words,
            author=_words(given, "author"),
            handle=handle[1],
            url=url,
            rule="embed-tiktok",
        )
    ]


def _instagram(given: dict[str, Any]) -> list[Embed]:
    number, title = (
        _words(given, "instagram_id"),
        _CAPTIONED.fullmatch(_words(given, "title") or ""),
    )
    if number is None or title is None or not title["words"].strip():
        return []
    handle = _words(given, "author_name") or ""
    return [
        Embed(
            platform="instagram",
            text=title["words"].strip(),
            author=title["name"].strip() or None,
            handle=handle.removeprefix("@") or None,
            url=f"https://www.instagram.com/p/{number}/",
            rule="embed-instagram",
        )
    ]


def _words(given: dict[str, Any], *names: str) -> str | None:
    """The first of some fields that holds words."""
    for name in names:
        value = given.get(name)
        if isinstance(value, str) and value.strip():
            text = _unlinked(value) if "</" in value else html.unescape(value)
            return tidy(text, links=name == "url") or None
    return None


def _unlinked(markup: str) -> str:
    """Words of a field that keeps them as markup, without links whose text is an address."""
    root = lxml.html.fragment_fromstring(markup, create_parent="div")
    return read_words(
        root, lambda n: n.tag == "a" and not n.text_content().strip().startswith(("@", "#", "$"))
    )
