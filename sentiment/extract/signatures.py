"""Where do signatures such as "— Name (@handle) May 12, 2024" stand?

A signature closes a flattened post. It shows itself by a dash, a handle in
brackets and a date; any one of them may be missing, the dash may be any of
five, and the display name may hold emoji, brackets, full stops or dashes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sentiment.extract.blocks import trim
from sentiment.extract.captions import names_a_share
from sentiment.extract.dates import FoundDate, match_date

if TYPE_CHECKING:
    from sentiment.extract.page import Page
    from sentiment.model import Platform

_HANDLE: Final = re.compile(
    r"[(\[（]\s?@\s?(?P<h>[A-Za-z0-9_][\w.\-]{0,60}(?:@[\w.\-]{3,60})?)\s?[)\]）]"
)
_BARE_HANDLE: Final = re.compile(r"[—―–-]{1,2}\s?@(?P<h>[A-Za-z0-9_][\w.]{1,40})")
_DASHES: Final = ("—", "&mdash;", "―", "⸺", "–", "&ndash;", "--", " - ", "- ", "-", "−", "~ ")
_DASH_CHARS: Final = "—―⸺–-−~"
_NAME_REACH: Final = 110  # a display name has at most 50 characters; emoji are several each
_LONG_UNDASHED: Final = 60
_MAX_NAME_WORDS: Final = 8
_LONG_DASH: Final = re.compile(r"[—―⸺–]|--|(?<=\s)-(?=\s)")
_WORD_START: Final = re.compile(r"(?:(?<=\s)|(?<=,)|(?<=\())\S")
_DIGIT: Final = re.compile(r"\d")
_EMPTY_COMMENT: Final = "<!---->"
_COMMENTED_REACH: Final = 240
_AFTER_LINK: Final = re.compile(
    r"(?:https?://t\.co/\w{8,12}|pic\.(?:twitter|x)\.com/\w{8,12})[ \u00a0]"
)
_GAP: Final = re.compile(r"[\s,.·|•:]{0,6}(?:(?:on|el|am|le|em|il|posted|at)\s)?", re.IGNORECASE)
_SITE: Final = re.compile(
    r"[\s,|/]{0,3}(?:(?:on|via|auf|en|sur|su|no)\s)?(?:(?P<p>X\b|Twitter|Instagram|Threads|Bluesky|TikTok"
    r"|Facebook|YouTube|Mastodon|Reddit)(?:\s\(formerly Twitter\))?|x\.com\b)",
)
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


def find_signatures(page: Page) -> tuple[Signature, ...]:
    """All signatures, in order, disjoint."""
    text, published = page.text, page.published
    found = [
        *_with_handle(text, published),
        *_bare_handle(text, published),
        *_name_and_date(page),
        *_date_alone(text, published),
    ]
    kept: list[Signature] = []
    for signature in sorted(found, key=lambda s: (s.start, -s.end)):
        if not kept or signature.start >= kept[-1].end:
            kept.append(signature)
    return tuple(kept)


def _with_handle(text: str, published: str | None) -> list[Signature]:
    found = []
    shares = names_a_share(text)
    for match in _HANDLE.finditer(text):
        date = _date_after(text, match.end(), published)
        end = date.end if date else match.end()
        site = _SITE.match(text, end)
        if site:
            end = site.end()
            date = date or _date_after(text, end, published)
            end = max(end, date.end) if date else end
        if not (date or site or _closes_line(text, end)):
            continue
        reach = max(0, match.start() - _NAME_REACH)
        line_start = text.rfind("\n", reach, match.start()) + 1
        window = line_start or reach
        if shares and names_a_share(text[window : match.start()]):
            continue
        dash = _find_dash(text, window, match.start())
        if dash is None:
            start = _undashed_start(text, window, match.start(), whole=line_start == window)
            if start is None or not (date or (site and _closes_line(text, end))):
                continue
            name_start = trim(text, start, match.start())[0]
            start = _dash_before(text, start)
        else:
            start, name_start = dash
        name = text[name_start : match.start()].strip(" \t\u00a0:·|,")
        found.append(
            Signature(
                start=start,
                end=end,
                author=name or None,
                handle=match["h"].strip("."),
                posted_at=date.day if date else None,
                platform=_platform(match["h"], site),
                rule="signature-handle",
            )
        )
    return found


def _bare_handle(text: str, published: str | None) -> list[Signature]:
    """A dash and a handle, with or without a date, at the end of a line."""
    found = []
    for match in _BARE_HANDLE.finditer(text):
        date = _date_after(text, match.end(), published)
        end = date.end if date else match.end()
        site = _SITE.match(text, end)
        end = site.end() if site else end
        before = text[match.start() - 1 : match.start()]
        if _closes_line(text, end) and not before.isalnum():
            found.append(
                Signature(
                    start=match.start(),
                    end=end,
                    author=None,
                    handle=match["h"].strip("."),
                    posted_at=date.day if date else None,
                    platform=_platform(match["h"], site),
                    rule="signature-bare-handle",
                )
            )
    return found


def _name_and_date(page: Page) -> list[Signature]:
    """A dash, a name and a date closing a line: the handle got lost."""
    found = []
    for start, end in page.paragraphs:
        tail = max(start, end - _NAME_REACH)
        if not _DIGIT.search(page.text, tail, end):
            continue
        for match in _LONG_DASH.finditer(page.text, tail, end):
            signature = _read_name_and_date(page, match.start(), match.end(), end)
            if signature is not None:
                found.append(signature)
                break
    return found


def _read_name_and_date(page: Page, dash: int, after: int, line_end: int) -> Signature | None:
    text = page.text
    rest_start, rest_end = trim(text, after, line_end)
    for word in _WORD_START.finditer(text, rest_start, rest_end):
        date = match_date(text, word.start(), page.published)
        if date is None or not date.day or not _closes_line(text, date.end):
            continue
        name = text[rest_start : word.start()].strip(" ,(·|")
        if not _is_name(name):
            return None
        return Signature(
            start=dash,
            end=date.end,
            author=name,
            handle=None,
            posted_at=date.day,
            platform="twitter",
            rule="signature-name-date",
        )
    return None


def _date_alone(text: str, published: str | None) -> list[Signature]:
    """A date after the link that ends a post: name and handle got lost."""
    found = []
    for match in _AFTER_LINK.finditer(text):
        date = match_date(text, match.end(), published)
        if date and date.day and _closes_line(text, date.end):
            found.append(
                Signature(
                    start=match.end(),
                    end=date.end,
                    author=None,
                    handle=None,
                    posted_at=date.day,
                    platform="twitter",
                    rule="signature-date",
                )
            )
    return found


def _find_dash(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Start of the dash and of the name after it, within ``text[start:end]``.

    The embed code writes an em dash, so that one is looked for first: hyphens
    right of it belong to the name ("— Sher-e-Punjab").
    """
    window = text[start:end]
    for dash in _DASHES:
        at = window.rfind(dash)
        if at < 0:
            continue
        if dash == "-" and not _hyphen_signs(window, at):
            continue
        if dash in {"--", "- ", "~ "} and at > 0 and window[at - 1].isalnum() and dash != "--":
            continue
        begin = at
        while begin > 0 and window[begin - 1] in _DASH_CHARS:
            begin -= 1
        return start + begin, start + at + len(dash)
    return None


def _hyphen_signs(window: str, at: int) -> bool:
    """Whether a bare hyphen is a dash: at a line's start or after a stop, before a name."""
    before = window[:at].rstrip()
    return (not before or before[-1] in '.!?…)"”') and window[at + 1 : at + 2].strip() != ""


def _undashed_start(text: str, window: int, handle: int, *, whole: bool) -> int | None:
    """Start of a name without a dash: the whole line, or what follows a link.

    whole  whether the window reaches back to the line's start
    """
    prefix = text[window:handle]
    linked = "http" in prefix or "pic." in prefix
    if whole and not linked and len(prefix.strip()) <= _LONG_UNDASHED:
        return window
    links = list(_AFTER_LINK.finditer(prefix)) if linked else []
    if links and len(prefix) - links[-1].end() <= _LONG_UNDASHED:
        return window + links[-1].end()
    return None


def _dash_before(text: str, start: int) -> int:
    """Where a dash stands alone on the line before, or ``start``."""
    at = start
    while at > 0 and text[at - 1].isspace():
        at -= 1
    begin = at
    while begin > 0 and text[begin - 1] in _DASH_CHARS:
        begin -= 1
    return begin if begin < at and at - begin <= 2 else start  # noqa: PLR2004 - "--"


def _date_after(text: str, end: int, published: str | None) -> FoundDate | None:
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


def _closes_line(text: str, end: int) -> bool:
    while end < len(text) and text[end] in " \t\u00a0.)”\"’'|":
        end += 1
    return end >= len(text) or text[end] in "\n\r"


def _is_name(name: str) -> bool:
    words = name.split()
    if not 1 < len(words) <= _MAX_NAME_WORDS or name[0].islower() or "@" in name:
        return False  # a single word beside a date is "Announced" as often as a name
    return not name.endswith(":") and words[0].casefold() not in {
        "on", "since", "from", "in", "until", "published", "updated", "posted", "last", "by", "the",
    }  # fmt: skip


def _platform(handle: str, site: re.Match[str] | None) -> Platform:
    if site and site["p"]:
        return PLATFORMS[site["p"].casefold()]
    if handle.endswith(".bsky.social"):
        return "bluesky"
    if "@" in handle:
        return "mastodon"
    return "twitter"
