"""Which post of X does a card hold that a site, or the network's own script, has drawn?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.collect.embeds.markup import (
    clean_language,
    clean_url,
    day_of_status,
    drop_stand_ins,
    read_date,
    read_words,
    tidy,
)
from sentiment.collect.embeds.twitter import STATUS, is_media_link
from sentiment.model import Embed

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

_TEXT_NAME: Final = re.compile(
    r"\b(?:tweet-?text|tweet-?body|e-entry-content|tweet-?content)", re.IGNORECASE
)
_WORDS_NAME: Final = re.compile(r"\btweet-?text", re.IGNORECASE)  # inside a body, mostly
_NAME_NAME: Final = re.compile(
    r"\b(?:tweet-?author-?name|p-name|fullname|author-?name|display-?name|user-name"
    r"|tweet-?author(?!\S))|header_author(?:link)?text",
    re.IGNORECASE,
)
_HANDLE_NAME: Final = re.compile(
    r"(?:\b|_)(?:tweetauthor-screenname|screen-?name|p-nickname|username|tweet-?handle"
    r"|author-?handle)",
    re.IGNORECASE,
)
_QUOTED_NAME: Final = re.compile(r"\bquoted?-?tweet", re.IGNORECASE)
_HANDLE_LAST: Final = re.compile(r"\s*@\w{1,40}\b.{0,40}\Z", re.DOTALL)
_HANDLE_BEHIND: Final = re.compile(r"(?P<name>[^\n]{0,120}?)\s?@(?P<handle>\w{1,40})")
_PROFILE: Final = re.compile(
    r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(\w{1,40})/?(?:\?.*)?\Z"
)


def is_drawn(element: HtmlElement) -> bool:
    """Whether embed code holds the card that the network's script made of it."""
    return all(_first(_named(name), element) is not None for name in (_WORDS_NAME, _HANDLE_NAME))


def read_card(card: HtmlElement, *, quoting: bool = True) -> list[Embed]:
    """The post, and the one that it quotes; none that is quoted further down."""
    inner = _first(_named(_QUOTED_NAME), card) if quoting else None
    quoted = read_card(inner, quoting=False) if inner is not None else []
    skipped = frozenset(inner.iter()) if inner is not None else frozenset()
    body = _first(_named(_WORDS_NAME), card, skipped)
    body = _first(_named(_TEXT_NAME), card, skipped) if body is None else body
    if body is None:
        body = _first(_is_in_a_language, card, skipped)
    if body is None:
        return quoted
    words = tidy(drop_stand_ins(read_words(body, lambda n: n in skipped or is_media_link(n))))
    link = _first(_is_status, card, skipped)
    url = clean_url(link.get("href")) if link is not None else None
    name = _first(_named(_NAME_NAME), card, skipped)
    handled = _first(_named(_HANDLE_NAME), card, skipped)
    status = STATUS.search(url or "")
    handle = read_words(handled).lstrip("@") if handled is not None else None
    handle = handle or (status["handle"] if status else None) or _profile(card)
    time = _first(lambda node: node.tag == "time", card, skipped)
    stamp = (time.get("datetime") or time.text_content()) if time is not None else None
    if not words or not handle or " " in handle:
        return quoted
    embed = Embed(
        platform="twitter",
        text=words,
        author=(_HANDLE_LAST.sub("", read_words(name)) or None) if name is not None else None,
        handle=handle,
        posted_at=read_date(stamp) or day_of_status(url),
        url=url,
        language=clean_language(body.get("lang"), words),
        rule="embed-twitter-card",
    )
    return [embed, *quoted]


def read_link(card: HtmlElement) -> list[Embed]:
    """A newsletter's link to a post: its name and handle run together, its words, its figures."""
    paragraphs = [p for p in card.iter("p") if p.text_content().strip()]
    signed = _HANDLE_BEHIND.fullmatch(read_words(paragraphs[0])) if len(paragraphs) > 1 else None
    url = clean_url(card.get("href"))
    words = tidy(drop_stand_ins(read_words(paragraphs[1]))) if signed is not None else ""
    if signed is None or not words or STATUS.search(url or "") is None:
        return []
    return [
        Embed(
            platform="twitter",
            text=words,
            author=signed["name"].strip() or None,
            handle=signed["handle"],
            posted_at=day_of_status(url),
            url=url,
            rule="embed-twitter-card",
        )
    ]


def _profile(card: HtmlElement) -> str | None:
    for link in card.iter("a"):
        match = _PROFILE.match(link.get("href") or "")
        if match:
            return match[1]
    return None


def _named(pattern: re.Pattern[str]) -> Callable[[HtmlElement], bool]:
    """Whether an element bears a name, as its class or as the network's tests call it."""
    return lambda node: (
        pattern.search(f"{node.get('class') or ''} {node.get('data-testid') or ''}") is not None
    )


def _is_in_a_language(node: HtmlElement) -> bool:
    return node.tag in {"p", "div", "span"} and bool(node.get("lang"))


def _is_status(node: HtmlElement) -> bool:
    return node.tag == "a" and STATUS.search(node.get("href") or "") is not None


def _first(
    fits: Callable[[HtmlElement], bool],
    card: HtmlElement,
    skipped: frozenset[HtmlElement] = frozenset(),
) -> HtmlElement | None:
    """The first element inside a card, but not in what it quotes, that fits."""
    for node in card.iterdescendants():
        if isinstance(node.tag, str) and node not in skipped and fits(node):
            return node
    return None
