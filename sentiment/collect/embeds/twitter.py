"""Which posts of X does an element hold: embed code, rendered widgets, newsletter cards?"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from sentiment.collect.embeds.markup import (
    Signed,
    clean_language,
    clean_url,
    day_of_status,
    drop_stand_ins,
    read_date,
    read_words,
    split_signature,
    tidy,
)
from sentiment.model import Embed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

STATUS: Final = re.compile(
    r"(?:https?:)?//(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com/"
    r"(?:#!/)?(?:(?P<handle>\w{1,40})|i(?:/web)?)/status(?:es)?/(?P<id>\d+)"
)
_OWN: Final = re.compile(r"(?:pic\.(?:twitter|x)\.com/|https?://t\.co/|t\.co/)")
_TEXT_CLASS: Final = re.compile(
    r"\b(?:tweet-?text|tweet-?body|e-entry-content|tweet-?content)", re.IGNORECASE
)
_WORDS_CLASS: Final = re.compile(r"\btweet-?text", re.IGNORECASE)  # inside a body, mostly
_NAME_CLASS: Final = re.compile(
    r"\b(?:tweet-?author-?name|p-name|fullname|author-?name|display-?name|tweet-?author(?!\S))",
    re.IGNORECASE,
)
_HANDLE_CLASS: Final = re.compile(
    r"\b(?:tweetauthor-screenname|screen-?name|p-nickname|username|tweet-?handle|author-?handle)",
    re.IGNORECASE,
)
_HANDLE_LAST: Final = re.compile(r"\s*@\w{1,40}\s*\Z")
_DATED: Final = re.compile(r"\(@\w{1,40}\)[\s,·]{0,3}(?P<date>[^\n()]{4,40})\Z")
_DATED_REACH: Final = 120
_PROFILE: Final = re.compile(
    r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(\w{1,40})/?(?:\?.*)?\Z"
)


def read_blockquote(quote: HtmlElement) -> list[Embed]:
    """The post of a ``blockquote.twitter-tweet`` and the one it quotes, if that is inside."""
    inner = [b for b in quote.iterdescendants("blockquote") if _nearest_quote(b) is quote]
    link = _signature_link(quote, inner)
    found = []
    for nested in inner:
        found += read_blockquote(nested)
    skipped = [*inner, link]
    text = read_words(quote, lambda node: node in skipped or _is_media_link(node))
    signed = split_signature(text)
    day = None
    if signed.handle is None and link is None:
        signed, day = _split_dated(text)
    words = tidy(drop_stand_ins(signed.words))
    printed = STATUS.search(quote.text_content()) if link is None else None
    url = clean_url(link.get("href") if link is not None else printed and printed[0])
    status = STATUS.search(url or "")
    handle = signed.handle or (status["handle"] if status else None)
    if not words or (handle is None and url is None):
        return found
    date = read_date(" ".join(link.text_content().split())) if link is not None else None
    language = next((p.get("lang") for p in quote.iter("p") if p.get("lang")), None)
    embed = Embed(
        platform="twitter",
        text=words,
        author=signed.name,
        handle=handle,
        posted_at=date or day or day_of_status(url),
        url=url,
        language=clean_language(language or quote.get("lang"), words),
        rule="embed-twitter",
    )
    return [embed, *found]


def _split_dated(text: str) -> tuple[Signed, str | None]:
    """Words, signature and day of code without a link: "— Ada (@ada) March 21, 2006"."""
    match = _DATED.search(text[-_DATED_REACH:])
    day = read_date(match["date"]) if match else None
    if match is None or day is None:
        return split_signature(text), None
    return split_signature(text[: len(text) - len(match["date"])]), day


def read_card(card: HtmlElement) -> list[Embed]:
    """A post that a site rendered itself: newsletter cards, static and reactive widgets."""
    kept = (card.get(name) for name in ("data-attrs", "data-tweet", "data-component-props"))
    attributes = next(filter(None, kept), None)
    if attributes and attributes.lstrip().startswith("{"):
        try:
            given = json.loads(attributes)
        except ValueError:
            given = None
        if isinstance(given, dict):
            found = read_record(given)
            if found:
                return found
    return _read_rendered(card)


def read_record(given: dict[str, Any]) -> list[Embed]:
    """A post kept as fields, as newsletters do it: full_text, username, name, date, url."""
    text = given.get("full_text") or given.get("text")
    handle = given.get("username") or given.get("screen_name") or given.get("handle")
    user = given.get("user")
    if isinstance(user, dict):
        handle = handle or user.get("screen_name")
    if not isinstance(text, str) or not isinstance(handle, str):
        return []
    name = given.get("name") or (user.get("name") if isinstance(user, dict) else None)
    url = given.get("url")
    url = clean_url(url) if isinstance(url, str) else None
    date = given.get("date") or given.get("created_at")
    words = tidy(text)
    found = []
    if words:
        found.append(
            Embed(
                platform="twitter",
                text=words,
                author=name if isinstance(name, str) and name else None,
                handle=handle.lstrip("@"),
                posted_at=read_date(date if isinstance(date, str) else None) or day_of_status(url),
                url=url if url and STATUS.search(url) else None,
                rule="embed-twitter-card",
            )
        )
    quoted = given.get("quoted_tweet") or given.get("quoted_status")
    if isinstance(quoted, dict) and quoted is not given:
        found += read_record({k: v for k, v in quoted.items() if k != "quoted_tweet"})
    return found


def _read_rendered(card: HtmlElement) -> list[Embed]:
    body = _first(card, _WORDS_CLASS)
    body = _first(card, _TEXT_CLASS) if body is None else body
    if body is None:
        spans = card.iterdescendants("p", "div", "span")
        body = next((node for node in spans if node.get("lang")), None)
    if body is None:
        return []
    words = tidy(drop_stand_ins(read_words(body, _is_media_link)))
    link = next((a for a in card.iter("a") if STATUS.search(a.get("href") or "")), None)
    url = clean_url(link.get("href")) if link is not None else None
    named, handled = _first(card, _NAME_CLASS), _first(card, _HANDLE_CLASS)
    status = STATUS.search(url or "")
    handle = read_words(handled).lstrip("@") if handled is not None else None
    handle = handle or (status["handle"] if status else None) or _profile(card)
    time = next(card.iter("time"), None)
    stamp = (time.get("datetime") or time.text_content()) if time is not None else None
    if not words or not handle or " " in handle:
        return []
    return [
        Embed(
            platform="twitter",
            text=words,
            author=(_HANDLE_LAST.sub("", read_words(named)) or None) if named is not None else None,
            handle=handle,
            posted_at=read_date(stamp) or day_of_status(url),
            url=url,
            language=clean_language(body.get("lang"), words),
            rule="embed-twitter-card",
        )
    ]


def _profile(card: HtmlElement) -> str | None:
    for link in card.iter("a"):
        match = _PROFILE.match(link.get("href") or "")
        if match:
            return match[1]
    return None


def _first(card: HtmlElement, pattern: re.Pattern[str]) -> HtmlElement | None:
    for node in card.iterdescendants():
        if isinstance(node.tag, str) and pattern.search(node.get("class") or ""):
            return node
    return None


def _nearest_quote(element: HtmlElement) -> HtmlElement | None:
    return next(element.iterancestors("blockquote"), None)


def _signature_link(quote: HtmlElement, inner: list[HtmlElement]) -> HtmlElement | None:
    """The link to the post itself: the last status link whose text is not an address."""
    links = [
        a
        for a in quote.iter("a")
        if not any(above in inner for above in a.iterancestors("blockquote"))
        and STATUS.search(a.get("href") or "")
        and a.text_content().strip()
        and not _OWN.match(a.text_content().strip())
    ]
    return links[-1] if links else None


def _is_media_link(node: HtmlElement) -> bool:
    """Links to the post's own pictures, whose text is an address."""
    return node.tag == "a" and _OWN.match((node.text or "").strip()) is not None
