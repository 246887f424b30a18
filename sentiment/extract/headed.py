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
from sentiment.extract.heading_names import Named, read_heading
from sentiment.extract.listed import REACTS
from sentiment.extract.page import overlaps
from sentiment.extract.posts import Post, has_words, last_link
from sentiment.extract.quotations import find_quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.extract.page import Page, Span
    from sentiment.extract.quotations import Quotation

_OPENERS: Final = '“"«„'
_CLOSERS: Final = '”"»:.'
_LONGEST: Final = 160
"""Code points of a heading."""
_FEWEST: Final = 2
"""Headings that a page of reactions has; one may be any subheading."""
_FEWEST_UNQUOTED: Final = 3
_MOST: Final = 120
"""Headings beyond which a page is something else: a table, a list of names."""
_MOST_PARAGRAPHS: Final = 8
_LEAD: Final = 1200
"""Code points before the first heading in which an article says that it collects reactions."""
_LETTERS: Final = 4
"""Letters that a heading has at least."""
_WORD: Final = re.compile(r"\S+")
_LETTER: Final = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading with its place and what it says; ``shouted`` if it is in capitals."""

    start: int
    end: int
    named: Named
    shouted: bool


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading and what stands under it: for each reaction its place and its words' spans."""

    heading: _Heading
    words: tuple[tuple[Span, tuple[Span, ...]], ...]
    quoted: bool


def find_headed(page: Page) -> tuple[Post, ...]:
    """Words below headings that name their speakers, in order; most pages have none."""
    headings = _find_headings(page)
    if len(headings) < _FEWEST:
        return ()
    blocks = []
    for number, heading in enumerate(headings):
        following = headings[number + 1].start if number + 1 < len(headings) else None
        blocks.append(_read_block(page, heading, following))
    quoted = [b for b in blocks if b.quoted]
    unquoted = [b for b in blocks if b.words and not b.quoted]
    kept = quoted if len(quoted) >= _FEWEST else []
    if len(unquoted) >= _FEWEST_UNQUOTED and _collects(page, headings):
        kept = [*kept, *unquoted]
    return tuple(
        _make(page.text, block.heading.named, place, spans)
        for block in sorted(kept, key=lambda b: b.heading.start)
        for place, spans in block.words
    )


def _collects(page: Page, headings: Sequence[_Heading]) -> bool:
    """Whether the article says that reactions follow, and a heading tells somebody's office."""
    first = headings[0].start
    said = REACTS.search(page.text, max(0, first - _LEAD), first)
    return said is not None and any(h.named.office for h in headings)


def _find_headings(page: Page) -> list[_Heading]:
    places: list[tuple[Span, bool]] = []
    for number, (start, end) in enumerate(page.paragraphs):
        line = page.text[start : min(end, start + 2 * _LONGEST)]
        spans = _shouted_in(page.text[start:end])
        places.extend(((start + a, start + b), True) for a, b in spans)
        if spans or end - start > _LONGEST or number + 1 == len(page.paragraphs):
            continue
        if page.text[page.paragraphs[number + 1][0]] in _OPENERS and (
            line[0].isupper() or line[0].isdigit()
        ):
            places.append(((start, end), False))
    if not _FEWEST <= sum(shouted for _, shouted in places) <= _MOST:
        places = [place for place in places if not place[1]]
    found = []
    for (start, end), shouted in places[:_MOST]:
        if overlaps(page.claimed, (start, end)):
            continue
        named = read_heading(page.text[start:end], page.text)
        if named is not None:
            found.append(_Heading(start, end, named, shouted=shouted))
    return found


def _shouted_in(line: str) -> list[Span]:
    """Headings in capitals: the whole line, what stands before a mark, or behind one."""
    if not line[:1].isupper() and not line[-3:].isupper():
        return []
    if len(line) <= _LONGEST and not any(c.islower() for c in line):
        return [(0, len(line))] if len(_LETTER.findall(line)) >= _LETTERS else []
    words = list(_WORD.finditer(line[: 2 * _LONGEST]))
    first = 0
    while first < len(words) and _is_shouted(words[first].group()):
        first += 1
    spans = []
    if 1 < first < len(words) and words[first].group()[0] in _OPENERS:
        article = len(words[first - 1].group()) == 1  # "... FROM 1984 A “blow” for the club"
        spans.append((0, words[first - 2 if article else first - 1].end()))
    tail = max(0, len(line) - _LONGEST)
    behind = list(_WORD.finditer(line, tail))
    last = len(behind)
    while last > 0 and _is_shouted(word := behind[last - 1].group()) and word[-1] not in _CLOSERS:
        last -= 1
    if 0 < last < len(behind) - 1 and behind[last - 1].group()[-1] in _CLOSERS:
        spans.append((behind[last].start(), len(line)))
    return [
        (a, b)
        for a, b in spans
        if b - a <= _LONGEST and len(_LETTER.findall(line[a:b])) >= _LETTERS
    ]


def _is_shouted(word: str) -> bool:
    """A word in capitals, or a number; opening marks begin no heading."""
    return (
        word[0] not in _OPENERS
        and not any(c.islower() for c in word)
        and any(c.isalnum() or c == "&" for c in word)
    )


def _read_block(page: Page, heading: _Heading, following: int | None) -> _Block:
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
    kept = spans if following is not None else spans[:1]
    return _Block(heading, (((kept[0][0], kept[-1][1]), tuple(kept)),), quoted=False)


def _spans_below(page: Page, heading: _Heading, following: int | None) -> list[Span]:
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
        kind="post" if named.platform else "quote",
        platform=named.platform,
        rule="list-headed",
        author=named.author,
        url=last_link(words),
    )
