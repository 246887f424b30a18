"""Which posts of X does a piece of embed code hold?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

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
    r"(?:https?:)?//(?:(?:www\.|mobile\.|m\.)?(?:twitter|x|(?:fx|vx)twitter|fixupx|fixvx|xcancel)"
    r"\.com|nitter\.[\w.\-]{2,40})/"  # mirrors keep the address behind their own host's name
    r"(?:#!/)?(?:(?P<handle>\w{1,40})|i(?:/web)?)/status(?:es)?/(?P<id>\d+)"
)
_OWN: Final = re.compile(r"(?:pic\.(?:twitter|x)\.com/|https?://t\.co/|t\.co/)")
_SIGNATURE: Final = re.compile(
    r"[—–―-]{1,3} ?(?P<name>[^\n]{0,120}?) ?\( ?@(?P<handle>\w{1,40}) ?\)"
)
_NOBODY: Final = re.compile(r"[—–―-]{1,3} {0,2}\( ?@ ?\)\Z")  # a signature nobody filled in
_DATED: Final = re.compile(r"\(@\w{1,40}\)[\s,·]{0,3}(?P<date>[^\n()]{4,40})\Z")
_DATED_REACH: Final = 120


def read_blockquote(quote: HtmlElement) -> list[Embed]:
    """The post of a ``blockquote.twitter-tweet`` and the one it quotes, if that is inside."""
    inner = [b for b in quote.iterdescendants("blockquote") if _nearest_quote(b) is quote]
    link = _signature_link(quote, inner)
    found = []
    for nested in inner:
        found += read_blockquote(nested)
    skipped = [*inner, link]
    text = read_words(quote, lambda node: node in skipped or is_media_link(node))
    signed = _split_tail(quote, link, text) or split_signature(text)
    day = None
    if signed.handle is None and link is None:
        signed, day = _split_dated(text)
    words = tidy(drop_stand_ins(_NOBODY.sub("", signed.words)))
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


def _split_tail(quote: HtmlElement, link: HtmlElement | None, text: str) -> Signed | None:
    """Words and signature of code that the network itself wrote: it signs behind the paragraph.

    Its display name may hold dashes and brackets that a signature in running text may not.
    """
    before = link.getprevious() if link is not None and link.getparent() is quote else None
    printed = " ".join((before.tail or "").split()) if before is not None else ""
    match = _SIGNATURE.fullmatch(printed) if printed and text.endswith(printed) else None
    if match is None or before is None or before.tag != "p":
        return None
    words = text[: len(text) - len(printed)].rstrip(" —–―-\n\u00a0")
    return Signed(words, (match["name"] or "").strip("—–―- ") or None, match["handle"])


def _split_dated(text: str) -> tuple[Signed, str | None]:
    """Words, signature and day of code without a link: "— Ada (@ada) March 21, 2006"."""
    match = _DATED.search(text[-_DATED_REACH:])
    day = read_date(match["date"]) if match else None
    if match is None or day is None:
        return split_signature(text), None
    return split_signature(text[: len(text) - len(match["date"])]), day


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


def is_media_link(node: HtmlElement) -> bool:
    """Links to the post's own pictures, whose text is an address."""
    return node.tag == "a" and _OWN.match((node.text or "").strip()) is not None
