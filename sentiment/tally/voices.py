"""Who said which words, where and when, as far as telling copies apart goes?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sentiment.model import Reaction

_PERMALINKS: Final = {
    "twitter": re.compile(r"\b(?:twitter|x)\.com/[^/?#]+/status(?:es)?/(\d+)"),
    "instagram": re.compile(r"\binstagram\.com/(?:[^/?#]+/)?(?:p|reel|tv)/([\w-]+)"),
    "bluesky": re.compile(r"\bbsky\.app/profile/[^/?#]+/post/(\w+)"),
    "threads": re.compile(r"\bthreads\.(?:net|com)/[^/?#]+/post/([\w-]+)"),
    "tiktok": re.compile(r"\btiktok\.com/@[^/?#]+/video/(\d+)"),
}


@dataclass(frozen=True, slots=True)
class Voice:
    """One reaction, reduced.

    place    its place in the input
    wording  the number of its wording
    person   its author's key; None if unknown
    author   the author as printed, or the handle; "" if unknown
    article  id of the article
    post     the post its permalink names
    day      proleptic day number on which it was posted, else its article published
    """

    place: int
    wording: int
    person: str | None
    author: str
    article: str
    post: str | None
    day: int | None


def give_voice(reaction: Reaction, wording: int, person: str | None, place: int) -> Voice:
    """A reaction as a voice."""
    # A comment's URL is that of the post it stands under.
    own = reaction.url if reaction.kind in {"post", "reply"} else None
    return Voice(
        place=place,
        wording=wording,
        person=person,
        author=reaction.author or reaction.handle or "",
        article=reaction.article_id,
        post=name_post(own) if own else None,
        day=_day(reaction.posted_at or reaction.published),
    )


@lru_cache(maxsize=4096)
def name_post(url: str) -> str | None:
    """The post a permalink names, however the link is spelt; ``None`` for other links.

    >>> name_post("https://mobile.twitter.com/pri/status/17?s=20") == name_post("x.com/p/status/17")
    True
    """
    for platform, pattern in _PERMALINKS.items():
        if found := pattern.search(url):
            return f"{platform} {found[1]}"
    return None


def _day(printed: str | None) -> int | None:
    try:
        return date.fromisoformat(printed[:10]).toordinal() if printed else None
    except ValueError:
        return None
