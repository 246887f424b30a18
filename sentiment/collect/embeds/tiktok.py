"""Which video of TikTok does a piece of embed code hold, with its caption?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.collect.embeds.markup import clean_url, day_of_stamp, read_words, tidy
from sentiment.model import Embed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HANDLE: Final = re.compile(r"tiktok\.com/@([\w.\-]+)")
_VIDEO: Final = re.compile(r"/video/(\d{15,20})")


def read_blockquote(quote: HtmlElement) -> list[Embed]:
    """The caption of a ``blockquote.tiktok-embed``; without words, none."""
    links = [quote.get("cite"), *(a.get("href") for a in quote.iter("a"))]
    named = next((link for link in links if _HANDLE.search(link or "")), None)
    found = _HANDLE.search(named or "")
    handle = found[1] if found else quote.get("data-unique-id")
    url = clean_url(next((link for link in links if _VIDEO.search(link or "")), quote.get("cite")))
    words = tidy(read_words(quote, lambda node: _is_not_caption(node, handle)))
    words = tidy(re.sub(r"♬[^\n]*", "", words))
    if handle and words.casefold().startswith(f"@{handle.casefold()}"):
        words = words[len(handle) + 1 :].lstrip()
    if not words or not handle:
        return []
    video = _VIDEO.search(url or "") or re.fullmatch(
        r"(\d{15,20})", quote.get("data-video-id") or ""
    )
    return [
        Embed(
            platform="tiktok",
            text=words,
            handle=handle,
            # a video's number holds the second of its making in its upper half
            posted_at=day_of_stamp(int(video[1]) >> 32) if video else None,
            url=url,
            rule="embed-tiktok",
        )
    ]


def _is_not_caption(node: HtmlElement, handle: str | None) -> bool:
    if node.tag != "a":
        return False
    href = node.get("href") or ""
    text = (node.text_content() or "").strip()
    own = handle is not None and text.casefold().lstrip("@") == handle.casefold()
    return own or _VIDEO.search(href) is not None or "/music/" in href or text.startswith("♬")
