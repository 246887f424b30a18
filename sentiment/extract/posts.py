"""What is a post that a crawler flattened into text?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sentiment.model import Kind, Platform

_TCO: Final = re.compile(r"https?://t\.co/\w+(?=…?\W*\Z)")
_PERMALINK: Final = re.compile(
    r"https?://(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com/\w+/status/\d+"
    r"|https?://(?:www\.)?instagram\.com/(?:p|reel|tv)/[\w-]+"
    r"|https?://(?:www\.|vm\.)?tiktok\.com/\S{4,60}"
)
LINK: Final = re.compile(
    r"https?://[^\s<>“”\"]+|\bwww\.[^\s<>“”\"]+|\bpic\.(?:twitter|x)\.com/\w+|\bt\.co/\w+",
    re.IGNORECASE,
)
_LINK_SIGNS: Final = ("http", "www.", ".com/", "t.co/")  # every link holds one of them
_MENTION: Final = re.compile(r"@[\w.]+")
_SAID: Final = re.compile(r"[^\W_]|[\u2c00-\U0010ffff]")  # letters, digits, pictographs


@dataclass(frozen=True, slots=True)
class Post:
    """One flattened post and the region of the article that belongs to it.

    span        everything the post occupies, signature and counters included:
                nothing else may be read there
    start, end  where its words stand; for a post cut in two by an advert or a
                signature they reach from the first piece to the last
    text        the words, pieces joined; "" for a post without words, which
                claims its region and gives no reaction
    """

    span: tuple[int, int]
    start: int
    end: int
    text: str
    kind: Kind
    platform: Platform | None
    rule: str
    author: str | None = None
    handle: str | None = None
    posted_at: str | None = None
    url: str | None = None


def has_words(text: str) -> bool:
    """Whether anything is said beyond links and mentions; emoji alone say something."""
    bare = _MENTION.sub(" ", LINK.sub(" ", text) if holds_link(text) else text)
    return _SAID.search(bare) is not None


def holds_link(text: str) -> bool:
    """Whether a text may hold what ``LINK`` matches; far quicker than to look for it."""
    lowered = text.lower()
    return any(map(lowered.__contains__, _LINK_SIGNS))


def last_link(text: str) -> str | None:
    """The t.co link that a flattened post ends with, or its permalink."""
    permalink = _PERMALINK.search(text)
    if permalink:
        return permalink.group(0)
    link = _TCO.search(text)
    return link.group(0) if link else None
