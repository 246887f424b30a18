"""Which words of a list does a user's name with a colon open?

Bbnkola:                                  the words on the line below, quoted or not
“An apology would have been better.”
diamondgee: That song was the scariest    the words behind it

Layouts in docs/layouts.md: L12 and L16.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.extract.blocks import trim
from sentiment.extract.listed import PROMISE, REACTS
from sentiment.extract.page import overlaps
from sentiment.extract.posts import Post, has_words, last_link
from sentiment.extract.unsigned import named_platform

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.extract.page import Page, Span
    from sentiment.model import Platform

_LABEL: Final = re.compile(r"(?P<h>[A-Za-z][A-Za-z0-9._]{2,29}):(?:\s+(?=\S)|\Z)")
_MADE_UP: Final = re.compile(r"[a-z]|.*[0-9_]|.*[a-z][A-Z]|.*\w\.\w")
_QUOTES: Final = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»", "„": "“"}
_FEWEST: Final = 2
_SHARE: Final = 3
"""One in so many labels must look made up for all to be user names."""
_LEAD: Final = 300
_REACH: Final = 1500
_TWEETS: Final = re.compile(r"\btweets?\b|\bposts?\b", re.IGNORECASE)


def find_user_lines(page: Page) -> tuple[Post, ...]:
    """Lists of words under user names, below a lead-in that promises reactions, in order."""
    text, paragraphs = page.text, page.paragraphs
    posts: list[Post] = []
    number = 1
    while number < len(paragraphs):
        items, after = _read_run(page, number)
        lead = text[max(0, paragraphs[number - 1][1] - _LEAD) : paragraphs[number - 1][1]]
        told = PROMISE.search(lead) or REACTS.search(lead) or _TWEETS.search(lead)
        if len(items) >= _FEWEST and told and _are_users([handle for handle, *_ in items]):
            before = text[max(0, paragraphs[number][0] - _REACH) : paragraphs[number][0]]
            platform = named_platform(lead) or named_platform(before)
            posts.extend(_make(text, item, platform) for item in items)
        number = max(after, number + 1)
    return tuple(posts)


def _read_run(page: Page, number: int) -> tuple[list[tuple[str, Span, Span]], int]:
    """User name, place and words of each item from a paragraph on; and where the run ends."""
    items: list[tuple[str, Span, Span]] = []
    while number < len(page.paragraphs):
        start, end = page.paragraphs[number]
        match = _LABEL.match(page.text, start, min(end, start + 400))
        if match is None or overlaps(page.claimed, (start, end)):
            break
        if match.end() < end:
            items.append((match["h"], (start, end), (match.end(), end)))
            number += 1
            continue
        if number + 1 == len(page.paragraphs):
            break
        below = page.paragraphs[number + 1]
        if overlaps(page.furniture, below) or overlaps(page.claimed, below):
            break
        items.append((match["h"], (start, below[1]), below))
        number += 2
    return items, number


def _are_users(handles: Sequence[str]) -> bool:
    """Whether labels are user names, and no speakers of a conversation that come again."""
    made_up = sum(_MADE_UP.match(handle) is not None for handle in handles)
    return made_up * _SHARE >= len(handles) and len(set(handles)) * 2 > len(handles)


def _make(text: str, item: tuple[str, Span, Span], platform: Platform | None) -> Post:
    handle, place, span = item
    start, end = trim(text, *span)
    closing = _QUOTES.get(text[start])
    if closing and text[end - 1] == closing and end - start > _FEWEST:
        start, end = start + 1, end - 1
    words = text[start:end]
    return Post(
        span=place,
        start=start,
        end=end,
        text=words if has_words(words) else "",
        kind="post" if platform == "twitter" else "comment",
        platform=platform,
        rule="list-users",
        handle=handle,
        url=last_link(words),
    )
