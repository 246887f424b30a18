"""Which posts stand in an article as cards copied from the site?

A card is a run of short lines: a name, an @handle, perhaps a time, the words,
the time if it did not come yet, and counters. X prints the time below the
words, comment lists (YouTube, Reddit, Facebook) print it above them.

Layouts in docs/layouts.md: L06 and L30.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sentiment.extract.blocks import count_breaks
from sentiment.extract.dates import match_date, match_yearless
from sentiment.extract.furniture import is_furniture
from sentiment.extract.posts import Post, has_words, last_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.extract.page import Page, Span
    from sentiment.model import Kind, Platform

_HANDLE_LINE: Final = re.compile(
    r"@(?P<h>[\w.\-]{2,40}(?:@[\w.\-]{3,60})?)(?:\s?[·•|-]\s?(?P<t>\S.{0,40}))?\Z"
)
_NAME_HANDLE: Final = re.compile(
    r"(?P<n>\S.{0,60}?)\s?[✔✓☑✅️]*\s@(?P<h>\w{2,15}(?:\.bsky\.social)?)(?:\s?[·•|-]\s?(?P<t>\S.{0,40}))?\Z"
)
_REDDIT_LINE: Final = re.compile(
    r"(?:(?:Posted|Comment|Comment made|Submitted) by\s)?/?u/(?P<h>[\w\-]{3,30})"
    r"(?:\s?[·•|-]?\s?(?P<t>\S.{0,60}))?\Z",
    re.IGNORECASE,
)
_REDDIT_POINTS: Final = re.compile(
    r"(?:\[[–-]\]\s?)?(?P<h>[\w\-]{3,30})\s+(?:-?[\d.,]+k? points?|score hidden)\s+(?P<t>.{3,40})\Z"
)
_SKIPPED: Final = re.compile(
    r"(?:[·•|]|follow|following|verified account|@\w+ verified account"
    r"|replying to\s?(?:@\w+(?:\s?and\s)?\s?)*"
    r"|pinned by .{2,60}|pinned|op|author|top fan|edited|verified|subscribe)\Z",
    re.IGNORECASE,
)
_STOP_LINE: Final = re.compile(
    r"(?:twitter ads info and privacy|see .{1,60} other tweets"
    r"|[\d.,]+[km]? people are talking about this"
    r"|read the full conversation on twitter|view replies|show this thread"
    r"|\d+ repl(?:y|ies)|upvote.*"
    r"|downvote.*|like\s?[·•].*|reply\s?[·•].*"
    r"|[\d.,]+\s?[km]?\s?(?:likes?|views|retweets?|quotes?|bookmarks?).*"
    r"|view on (?:twitter|x|instagram|threads)|[👍❤️😂🔥]?\s?[\d.,]+[km]?)\Z",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(r"(?:By|Por|Par|Von|Di|Written by|(?-i:ni))\s[A-ZÀ-Þ]", re.IGNORECASE)
_LEADING: Final = ("comment", "under ", "beneath", "below", "viewers", "reaction")
_LISTED: Final[tuple[Platform, ...]] = ("youtube", "instagram", "tiktok", "facebook")
"""Where comments stand in lists, each under its user's name alone."""
_MAX_LINES: Final = 14
_MAX_NAME: Final = 60
_LONG_DATE: Final = 70  # characters; a line of a date and time alone is shorter


@dataclass(frozen=True, slots=True)
class Head:
    """The lines that open a card.

    first, body  indexes of its first line and of the line after it
    """

    first: int
    body: int
    author: str | None
    handle: str | None
    time: str | None
    has_time: bool
    site: Platform | None


def find_cards(page: Page) -> tuple[Post, ...]:
    """Cards and comment lists, in order; a quoted post inside another is its own."""
    if not _may_head(page.text):
        return ()
    lines = [page.text[start:end] for start, end in page.paragraphs]
    heads = _find_heads(lines, page.published)
    posts: list[Post] = []
    for number, head in enumerate(heads):
        following = heads[number + 1] if number + 1 < len(heads) else None
        limit = following.first if following else len(lines)
        quoting = following is not None and following.has_time and not head.has_time
        time = _closing_time(lines, following, page.published) if following and quoting else None
        post = _read_card(page, lines, head, limit, time)
        if post is not None:
            alone = head.author is None and head.site is None
            lead = lines[head.first - 1] if head.first else ""
            site = _announced(lead) if alone else None
            after = bool(posts) and posts[-1].span[1] == page.paragraphs[head.first - 1][1]
            if alone and after and posts[-1].kind == "comment":
                site = posts[-1].platform  # one more of the same list
            if site is not None:
                post = replace(post, platform=site, kind="comment", rule=f"card-{site}")
            posts.append(post)
    return tuple(posts)


def _announced(line: str) -> Platform | None:
    """Where the comments are that a line leads up to: Under the trailer on YouTube:"""
    words = line.casefold()
    if line[-1:] not in {":", "."} or not any(word in words for word in _LEADING):
        return None
    found: tuple[Platform, ...] = tuple(site for site in _LISTED if site in words)
    return found[0] if len(found) == 1 else None


def _closing_time(lines: Sequence[str], quoted: Head, published: str | None) -> str | None:
    """The time below a quoted card, which is that of the card around it."""
    for line in lines[quoted.body : quoted.body + _MAX_LINES]:
        time = _date_line(line, published)
        if time is not None:
            return time
    return None


def _find_heads(lines: Sequence[str], published: str | None) -> list[Head]:
    heads: list[Head] = []
    free = 0
    for number, line in enumerate(lines):
        if number < free or not _may_head(line):
            continue
        head = _read_head(lines, number, free, published)
        if head is not None:
            heads.append(head)
            free = head.body
    return heads


def _may_head(text: str) -> bool:
    """Whether a text holds what the first line of every card does."""
    return "@" in text or "u/" in text or " point" in text


def _read_head(lines: Sequence[str], number: int, free: int, published: str | None) -> Head | None:
    line = lines[number]
    if len(line) > 130:  # noqa: PLR2004 - no head is that long
        return None
    reddit = _REDDIT_LINE.match(line) or _REDDIT_POINTS.match(line)
    match = reddit or _HANDLE_LINE.match(line) or _NAME_HANDLE.match(line)
    if match is None:
        return None
    groups = match.groupdict()
    author = groups.get("n")
    first = number
    above = lines[number - 1] if number - 1 >= free and number else None
    body, time, has_time = _read_time(lines, number + 1, groups.get("t"), published)
    if groups.get("t") and not has_time:
        return None
    if any(_BYLINE.match(near) for near in lines[max(0, number - 2) : number + 1]):
        return None  # "By Dominic Yee / Film Editor / @domyee": who wrote the article
    site: Platform | None = "reddit" if reddit else None
    if author is None and not reddit and above and _is_name(above):
        author, first = above, number - 1
    elif author is None and has_time and not reddit and site is None:
        site = "youtube"
    return Head(first, body, author, match["h"].strip("."), time, has_time, site)


def _read_time(
    lines: Sequence[str], number: int, same_line: str | None, published: str | None
) -> tuple[int, str | None, bool]:
    """Index after the lines between head and words, the day, whether a time was there."""
    if same_line:
        date = match_date(same_line, 0, published) or match_yearless(same_line, 0, published)
        if date:
            return _skip(lines, number), date.day, True
        return number, None, False
    number = _skip(lines, number)
    if number < len(lines) and len(lines[number]) <= 40:  # noqa: PLR2004 - "2 days ago (edited)"
        line = lines[number]
        date = match_date(line, 0, published) or match_yearless(line, 0, published)
        if date and len(line) - date.end <= 2:  # noqa: PLR2004 - a stray dot
            return _skip(lines, number + 1), date.day, True
    return number, None, False


def _skip(lines: Sequence[str], number: int) -> int:
    while number < len(lines) and _SKIPPED.match(lines[number]):
        number += 1
    return number


def _is_name(line: str) -> bool:
    return (
        len(line) <= _MAX_NAME
        and line[-1] not in ".:;!?,”"
        and not is_furniture(line)
        and not _STOP_LINE.match(line)
    )


def _read_card(
    page: Page, lines: Sequence[str], head: Head, limit: int, closing: str | None
) -> Post | None:
    """One card; ``closing`` is the time that stands below a card quoted inside it."""
    text, paragraphs, published = page.text, page.paragraphs, page.published
    body: list[int] = []
    closed = False
    posted_at = head.time
    number = head.body
    while number < min(limit, head.body + _MAX_LINES):
        date = _date_line(lines[number], published)
        if date is not None:
            posted_at, closed = posted_at or date, True
            break
        if _ends_words(lines[number]):
            closed = True
            break
        body.append(number)
        number += 1
    if closing is not None and number == limit:
        posted_at, closed = closing or None, True
    if not closed:
        if not head.has_time:
            return None
        body = _adjacent(text, paragraphs, body)
        number = body[-1] + 1 if body else head.body
    if not body and not closed:
        return None
    while number < limit and (
        _ends_words(lines[number]) or _date_line(lines[number], published) is not None
    ):
        number += 1
    start = paragraphs[body[0]][0] if body else paragraphs[head.first][0]
    end = paragraphs[body[-1]][1] if body else start
    words = text[start:end]
    platform = head.site or "twitter"
    return Post(
        span=(paragraphs[head.first][0], paragraphs[number - 1][1]),
        start=start,
        end=end,
        text=words if has_words(words) else "",
        kind=_kind(platform, lines[head.first]),
        platform=platform,
        rule="card-x" if platform == "twitter" else f"card-{platform}",
        author=head.author,
        handle=head.handle,
        posted_at=posted_at or None,
        url=last_link(words),
    )


def _kind(platform: Platform, first_line: str) -> Kind:
    if platform == "twitter" or first_line.casefold().startswith(("posted by", "submitted by")):
        return "post"
    return "comment"


def _date_line(line: str, published: str | None) -> str | None:
    """The day of a line that holds a full date or time and nothing else; "" if unknown."""
    if len(line) > _LONG_DATE or not any(c.isdigit() for c in line):
        return None
    date = match_date(line, 0, published)
    if date is None:
        return None
    rest = line[date.end :].strip(" ·.|•-")
    if rest and not _STOP_LINE.match(rest) and not rest.casefold().startswith(("from ", "via ")):
        return None
    return date.day or ""


def _ends_words(line: str) -> bool:
    return bool(_STOP_LINE.match(line)) or (len(line) <= _MAX_NAME and is_furniture(line))


def _adjacent(text: str, paragraphs: Sequence[Span], body: Sequence[int]) -> list[int]:
    """Of a card that nothing closes, the lines set as close as its head is."""
    if not body:
        return []
    step = count_breaks(text, paragraphs[body[0] - 1][1], paragraphs[body[0]][0])
    kept = [body[0]]
    for number in body[1:]:
        if count_breaks(text, paragraphs[number - 1][1], paragraphs[number][0]) > min(step, 1):
            break
        kept.append(number)
    return kept
