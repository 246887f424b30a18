"""Where do signatures such as "— Name (@handle) May 12, 2024" stand?

A signature closes a flattened post. It shows itself by a dash, a handle in
brackets and a date; any one of them may be missing, the dash may be any of
five, and the display name may hold emoji, brackets, full stops or dashes.

Layouts in docs/layouts.md: L01 to L04.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.extract.blocks import trim
from sentiment.extract.captions import names_a_share
from sentiment.extract.lost_signatures import AFTER_LINK, find_lost_signatures
from sentiment.extract.signature_parts import (
    SITE,
    Signature,
    address_after,
    closes_line,
    date_after,
    platform_of,
)

if TYPE_CHECKING:
    from sentiment.extract.page import Page

__all__ = ["Signature", "find_signatures"]

_HANDLE: Final = re.compile(
    r"[(\[（]\s?@\s?(?P<h>[A-Za-z0-9_][\w.\-]{0,60}(?:@[\w.\-]{3,60})?)\s?[)\]）]"
)
_DASHES: Final = ("—", "&mdash;", "―", "⸺", "–", "&ndash;", "--", " - ", "- ", "-", "−", "~ ")
_DASH_CHARS: Final = "—―⸺–-−~"
_TOLD: Final = re.compile(r"(?:She|He|They|It|We|I)\s\w+", re.IGNORECASE)  # no names
_NAME_REACH: Final = 110  # a display name has at most 50 characters; emoji are several each
_LONG_UNDASHED: Final = 60


def find_signatures(page: Page) -> tuple[Signature, ...]:
    """All signatures, in order, disjoint."""
    text, published = page.text, page.published
    found = [
        *_with_handle(text, published),
        *find_lost_signatures(page),
    ]
    kept: list[Signature] = []
    for signature in sorted(found, key=lambda s: (s.start, -s.end)):
        if not kept or signature.start >= kept[-1].end:
            kept.append(signature)
    return tuple(kept)


def _with_handle(text: str, published: str | None) -> list[Signature]:
    if "@" not in text:
        return []
    found = []
    for match in _HANDLE.finditer(text):
        date = date_after(text, match.end(), published)
        end = date.end if date else match.end()
        site = SITE.match(text, end)
        if site:
            end = site.end()
            date = date or date_after(text, end, published)
            end = max(end, date.end) if date else end
        end, url = address_after(text, end)
        if not (date or site or url or closes_line(text, end)):
            continue
        reach = max(0, match.start() - _NAME_REACH)
        line_start = text.rfind("\n", reach, match.start()) + 1
        window = line_start or reach
        if names_a_share(text[window : match.start()]):
            continue
        dash = _find_dash(text, window, match.start())
        if dash is None:
            start = _undashed_start(text, window, match.start(), whole=line_start == window)
            if start is None or not (date or (site and closes_line(text, end))):
                continue
            if _TOLD.match(text, start, match.start()):
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
                platform=platform_of(match["h"], site),
                rule="signature-handle",
                url=url,
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
    links = list(AFTER_LINK.finditer(prefix)) if linked else []
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
