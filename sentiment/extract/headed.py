"""Whose words stand below a heading that names them?

FORMER KANDARA STRIKER GWEN LARKIN, ON TWITTER      News agencies collect reactions so;
“A footballer of the old school.”                   crawlers may leave both in one paragraph.

Layouts in docs/layouts.md: L35.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sentiment.extract.blocks import trim
from sentiment.extract.heading_lines import (
    FEWEST,
    FEWEST_UNQUOTED,
    LEAD,
    Heading,
    find_headings,
    find_numbered,
)
from sentiment.extract.listed import REACTS
from sentiment.extract.page import overlaps
from sentiment.extract.posts import Post, has_words, last_link
from sentiment.extract.quotations import find_quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.extract.heading_names import Named
    from sentiment.extract.page import Page, Span
    from sentiment.extract.quotations import Quotation

_MOST_PARAGRAPHS: Final = 8
_LETTER: Final = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading and what stands under it: for each reaction its place and its words' spans."""

    heading: Heading
    words: tuple[tuple[Span, tuple[Span, ...]], ...]
    quoted: bool


def find_headed(page: Page) -> tuple[Post, ...]:
    """Words below headings that name their speakers, in order; most pages have none."""
    numbered = find_numbered(page)
    headings = find_headings(page) or numbered
    if len(headings) < FEWEST:
        return ()
    blocks = []
    for number, heading in enumerate(headings):
        following = headings[number + 1].start if number + 1 < len(headings) else None
        blocks.append(_read_block(page, heading, following))
    quoted = [b for b in blocks if b.quoted]
    unquoted = [b for b in blocks if b.words and not b.quoted]
    kept = quoted if len(quoted) >= FEWEST else []
    if len(unquoted) >= FEWEST_UNQUOTED and (headings is numbered or _collects(page, headings)):
        kept = [*kept, *unquoted]
    return tuple(
        _make(page.text, block.heading.named, place, spans)
        for block in sorted(kept, key=lambda b: b.heading.start)
        for place, spans in block.words
    )


def _collects(page: Page, headings: Sequence[Heading]) -> bool:
    """Whether the article says that reactions follow, and a heading tells somebody's office."""
    first = headings[0].start
    said = REACTS.search(page.text, max(0, first - LEAD), first)
    return said is not None and any(h.named.office for h in headings)


def _read_block(page: Page, heading: Heading, following: int | None) -> _Block:
    """What stands below a heading: quotations and nothing else, or words without marks."""
    spans = _spans_below(page, heading, following)
    quotations = find_quotations(page.text, spans)
    taken: list[tuple[Span, tuple[Span, ...]]] = []
    told = False
    for start, end in spans:
        inside = [q for q in quotations if q.open < end and start < q.close]
        outside = _outside(page.text, (start, end), inside)
        if _LETTER.search(outside):
            if taken or told or not heading.shouted or " said" in outside:
                break
            told = True  # "A “devastating blow” for the club.", and its words behind it
            continue
        taken.extend(((q.open, q.close), q.parts) for q in inside if q.open >= start)
    if taken:
        return _Block(heading, tuple(taken), quoted=True)
    if not heading.shouted or quotations or not spans:
        return _Block(heading, (), quoted=False)
    end = len(page.text) if following is None else following
    name = (heading.named.author or "").casefold()
    small = not page.text[heading.start : heading.end].isupper()  # bodies do name themselves
    told = small and any(name in page.text[a:b].casefold() for a, b in spans)
    if told or overlaps(page.claimed, (heading.end, min(end, spans[-1][1] + 2))):
        return _Block(heading, (), quoted=False)  # the words are a post, told of here
    kept = spans if following is not None else spans[:1]
    return _Block(heading, (((kept[0][0], kept[-1][1]), tuple(kept)),), quoted=False)


def _spans_below(page: Page, heading: Heading, following: int | None) -> list[Span]:
    spans: list[Span] = []
    at = bisect.bisect_right(page.paragraphs, (heading.start, len(page.text)))
    for start, end in page.paragraphs[max(0, at - 1) : at + 2 * _MOST_PARAGRAPHS]:
        if end <= heading.end:
            continue
        if following is not None and start >= following:
            break
        last = end if following is None else min(end, following)
        span = trim(page.text, max(start, heading.end), last)
        if span[0] >= span[1] or overlaps(page.furniture, span):
            continue
        if overlaps(page.claimed, span) or len(spans) >= _MOST_PARAGRAPHS:
            break
        spans.append(span)
    return spans


def _outside(text: str, span: Span, inside: Sequence[Quotation]) -> str:
    """What a paragraph holds besides quotations."""
    pieces, at = [], span[0]
    for quotation in inside:
        pieces.append(text[at : max(at, quotation.open)])
        at = max(at, quotation.close)
    return "".join([*pieces, text[at : max(at, span[1])]])


def _make(text: str, named: Named, place: Span, spans: Sequence[Span]) -> Post:
    trimmed = [trim(text, *span) for span in spans]
    words = "\n\n".join(text[a:b] for a, b in trimmed if a < b)
    start, end = trimmed[0][0], trimmed[-1][1]
    return Post(
        span=place,
        start=start,
        end=end,
        text=words if has_words(words) else "",
        kind="post" if named.platform or named.online else "quote",
        platform=named.platform,
        rule="list-headed",
        author=named.author,
        url=last_link(words),
    )
