"""Which words of a list does a user's name with a colon open?

Bbnkola:                                  the words on the line below, quoted or not
“An apology would have been better.”
diamondgee: That song was the scariest    the words behind it
Ana Reis: I was there! Everton L.: Stop.  several people in one paragraph

Layouts in docs/layouts.md: L12 and L16.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sentiment.extract.blocks import trim
from sentiment.extract.listed import PROMISE, QUOTES, REACTS
from sentiment.extract.page import overlaps
from sentiment.extract.posts import Post, has_words, last_link
from sentiment.extract.unsigned import named_platform

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.extract.page import Page, Span
    from sentiment.model import Platform

_LABEL: Final = re.compile(r"(?P<h>[A-Za-z][A-Za-z0-9._]{2,29}+):(?:\s+(?=\S)|\Z)")
_MADE_UP: Final = re.compile(r"[a-z]|.*[0-9_]|.*[a-z][A-Z]|.*\w\.\w")
_NAME: Final = (
    r"(?P<n>[A-ZÀ-Þ][\w.'’-]{1,24}+"
    r"(?: (?:[A-ZÀ-Þ][\w.'’-]{0,24}+|d[aeo]s?|del|van|von|al)){1,3}):\s+(?=\S)"
)
_PERSON: Final = re.compile(_NAME)
_NEXT_PERSON: Final = re.compile(r"(?<=[.!?…”\"] )" + _NAME)
_RUN_ON: Final = 3
"""People in a paragraph from which they are a list and no conversation retold."""
_LONGEST: Final = 6000
_NETWORK: Final = re.compile(r"\b(?:Facebook|Instagram|Twitter|YouTube|Reddit)\b", re.IGNORECASE)
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
        if len(items) < _FEWEST:
            number = max(after, number + 1)
            continue
        lead = text[max(0, paragraphs[number - 1][1] - _LEAD) : paragraphs[number - 1][1]]
        listed = _are_users([handle for handle, *_ in items])
        if listed and (PROMISE.search(lead) or REACTS.search(lead) or _TWEETS.search(lead)):
            before = text[max(0, paragraphs[number][0] - _REACH) : paragraphs[number][0]]
            platform = named_platform(lead) or named_platform(before)
            posts.extend(_make(text, item, platform) for item in items)
        number = max(after, number + 1)
    posts.extend(_find_run_on(page))
    return tuple(sorted(posts, key=lambda post: post.span))


def _find_run_on(page: Page) -> list[Post]:
    """Comments of several people in one paragraph, below a line that speaks of comments."""
    text, posts = page.text, []
    for (first, last), (start, end) in pairwise(page.paragraphs):
        match = _PERSON.match(text, start, min(end, start + _LEAD))
        if match is None or overlaps(page.claimed, (start, end)):
            continue
        heading = text[max(first, last - _LEAD) : last]
        if not (PROMISE.search(heading) or _NETWORK.search(heading)):
            continue
        names = [match, *_NEXT_PERSON.finditer(text, match.end(), min(end, start + _LONGEST))]
        if len(names) < _RUN_ON:
            continue
        platform = named_platform(heading.title() if heading.isupper() else heading)
        ends = [*(m.start() for m in names[1:]), end]
        for name, stop in zip(names, ends, strict=True):
            place = trim(text, name.start(), stop)
            words = trim(text, name.end(), stop)
            said = text[words[0] : words[1]]
            posts.append(
                Post(
                    span=place,
                    start=words[0],
                    end=words[1],
                    text=said if has_words(said) else "",
                    kind="comment",
                    platform=platform,
                    rule="list-users",
                    author=name["n"],
                    url=last_link(said),
                )
            )
    return posts


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
    closing = QUOTES.get(text[start])
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
