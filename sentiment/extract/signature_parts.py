"""What is a signature made of: who, when, where, and the line's end?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sentiment.extract.dates import FoundDate, match_date

if TYPE_CHECKING:
    from sentiment.model import Platform

PLATFORMS: Final[dict[str, Platform]] = {
    "x": "twitter",
    "twitter": "twitter",
    "instagram": "instagram",
    "threads": "threads",
    "bluesky": "bluesky",
    "tiktok": "tiktok",
    "facebook": "facebook",
    "youtube": "youtube",
    "mastodon": "mastodon",
    "reddit": "reddit",
}
_GAP: Final = re.compile(r"[\s,.·|•:\[]{0,6}(?:(?:on|el|am|le|em|il|posted|at)\s)?", re.IGNORECASE)
SITE: Final = re.compile(
    r"[\s,|/]{0,3}(?:(?:on|via|auf|en|sur|su|no)\s)?(?:(?P<p>X\b|Twitter|Instagram|Threads|Bluesky|TikTok"
    r"|Facebook|YouTube|Mastodon|Reddit)(?:\s\(formerly Twitter\))?|x\.com\b)",
)
_ADDRESS: Final = re.compile(
    r"\]?\s?\(?(?P<url>https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/\w{1,40}/status/\d{1,20})"
    r"[^\s()]{0,80}\)?"
)
_EMPTY_COMMENT: Final = "<!---->"
_COMMENTED_REACH: Final = 240


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed a post, and when.

    start  where the signature begins, its dash included
    end    where it ends, date and platform included
    """

    start: int
    end: int
    author: str | None
    handle: str | None
    posted_at: str | None
    platform: Platform
    rule: str
    url: str | None = None


def date_after(text: str, end: int, published: str | None) -> FoundDate | None:
    """The date after a handle or a site's name, over a line end at most."""
    gap = _GAP.match(text, end)
    if gap is None or text.count("\n", end, gap.end()) > 2:  # noqa: PLR2004 - one blank line
        return None
    return match_date(text, gap.end(), published) or _commented_date(text, gap.end(), published)


def _commented_date(text: str, start: int, published: str | None) -> FoundDate | None:
    """A date that a page's script cut up: "J<!---->a<!---->n"."""
    line = text[start : start + _COMMENTED_REACH].split("\n", 1)[0]
    if _EMPTY_COMMENT not in line:
        return None
    date = match_date(line.replace(_EMPTY_COMMENT, ""), 0, published)
    return FoundDate(start + len(line), date.day) if date else None


def address_after(text: str, end: int) -> tuple[int, str | None]:
    """Where a permalink behind the date ends, in Markdown's brackets or bare; and the link."""
    match = _ADDRESS.match(text, end)
    return (match.end(), match["url"]) if match else (end, None)


def closes_line(text: str, end: int) -> bool:
    """Whether nothing but closing marks follows up to the line's end."""
    while end < len(text) and text[end] in " \t\u00a0.)”\"’'|":
        end += 1
    return end >= len(text) or text[end] in "\n\r"


def platform_of(handle: str, site: re.Match[str] | None) -> Platform:
    """The network that a handle or a named site belongs to."""
    if site and site["p"]:
        return PLATFORMS[site["p"].casefold()]
    if handle.endswith(".bsky.social"):
        return "bluesky"
    if "@" in handle:
        return "mastodon"
    return "twitter"
