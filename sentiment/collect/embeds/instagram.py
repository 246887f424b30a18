"""Which post of Instagram does a piece of embed code hold?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sentiment.collect.embeds.markup import (
    clean_url,
    drop_stand_ins,
    read_date,
    read_words,
    split_shared,
    tidy,
)
from sentiment.model import Embed

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def read_blockquote(quote: HtmlElement) -> list[Embed]:
    """The captioned post of a ``blockquote.instagram-media``; without a caption, none."""
    text = read_words(quote)
    lines = text.split("\n")
    shared = None
    kept: list[str] = []
    for line in lines:
        found = split_shared(line)
        if found is None:
            kept.append(line)
            continue
        shared = found
        at = line.casefold().find("shared by")
        before = line[: line.rfind(" A ", 0, at)] if at > 0 and " A " in line[:at] else ""
        if before.strip():
            kept.append(before)
        break  # what follows is not the caption
    words = tidy(drop_stand_ins("\n".join(kept)))
    if not words or shared is None:
        return []
    name, handle, date = shared
    link = quote.get("data-instgrm-permalink") or next(
        (a.get("href") for a in quote.iter("a") if "instagram.com/" in (a.get("href") or "")), None
    )
    stamp = next((t.get("datetime") for t in quote.iter("time") if t.get("datetime")), None)
    return [
        Embed(
            platform="instagram",
            text=words,
            author=name if name and name != handle else None,
            handle=handle,
            posted_at=read_date(stamp) or date,
            url=clean_url(link),
            rule="embed-instagram",
        )
    ]
