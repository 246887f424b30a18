"""Where do quotation marks open and close?

Straight, curly, doubled singles, singles with apostrophes inside, guillemets,
German low-high, CJK corners; nested; over several paragraphs, re-opened or not;
unclosed ones end with their paragraph and say so.

Linear: every opener looks ahead over a bounded number of marks and code points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

Span = tuple[int, int]

MOST_CODE_POINTS: Final = 6000
"""A quotation longer than this is an unpaired mark."""
MOST_MARKS: Final = 60
"""Marks an opener looks past before it counts as unpaired."""
MOST_PARAGRAPHS: Final = 8
"""Paragraphs a quotation may run over without being re-opened."""

_MARK = re.compile(r"''|``|[\"“”„‟«»‘’‚‛'‹›「」『』＂]")
_STOP = re.compile(r"[.!?…](?=\s+\w)")
_DOUBLE = frozenset({'"', "''", "``", "＂"})
_CLOSERS: Final[dict[str, tuple[str, ...]]] = {
    "“": ("”", '"', "“", "''"),
    "”": ("”",),
    "„": ("“", "”", '"'),
    "‟": ("”", "“"),
    '"': ('"', "”", "＂"),
    "＂": ("＂", '"'),
    "''": ("''", '"', "”"),
    "``": ("''", "``"),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "‘": ("’", "'"),
    "‚": ("‘", "’"),
    "‛": ("’",),
    "'": ("'", "’"),
    "「": ("」",),
    "『": ("』",),
}
_SINGLE = frozenset("‘'‚‛")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    open, close  the outer edges, marks included
    parts        the words, a span for each paragraph that re-opens the marks
    closed       False if the closing mark is missing
    """

    open: int
    close: int
    parts: tuple[Span, ...]
    closed: bool = True

    @property
    def start(self) -> int:
        """First code point of the words."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """One past the last code point of the words."""
        return self.parts[-1][1]


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    end: int
    sign: str
    opens: bool
    closes: bool
    strong: bool


def _read_mark(text: str, found: re.Match[str], left: int, right: int) -> _Mark:
    """What a mark can do, from the code points beside it."""
    at, end, sign = found.start(), found.end(), found.group()
    before = text[at - 1] if at > left else " "
    after = text[end] if end < right else " "
    blank_before, blank_after = before.isspace(), after.isspace()
    if sign in "“„«‟‹「『‚":
        closing_use = sign == "“" and not blank_before and (blank_after or after in ".,;:!?)")
        return _Mark(at, end, sign, not blank_after or sign in "“«‹", closing_use, closing_use)
    if sign in "”»›」』":
        opening_use = sign in "”»" and blank_before and not blank_after
        return _Mark(at, end, sign, opening_use, closes=True, strong=True)
    if sign == "‘":
        opens = not blank_after and not before.isalnum()
        return _Mark(at, end, sign, opens, closes=False, strong=False)
    if sign == "’":
        closes = not blank_before and not (before.isalnum() and after.isalnum())
        strong = closes and (not before.isalnum() or after in ",.;:!?)”")
        return _Mark(at, end, sign, opens=False, closes=closes, strong=strong)
    if sign == "'":
        fresh = blank_before or before in '([{—–-:;/.!?,…”"'
        opens = fresh and not blank_after and after not in ".,;:!?)"
        closes = not blank_before and not (before.isalnum() and after.isalnum())
        strong = closes and (not before.isalnum() or after in ",.;:!?)")
        return _Mark(at, end, sign, opens, closes, strong)
    # straight doubles: by the blanks around them, either where there are none
    inch = sign == '"' and before.isdigit() and not after.isalnum() and not blank_before
    opens = not blank_after and not (after in ".,;:!?)" and not blank_before)
    closes = not blank_before or blank_after  # "…the 'Title Sponsor,' " he wrote
    return _Mark(at, end, sign, opens, closes, strong=not inch)


def _begins_anew(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between the marks and the next one leads up to the second."""
    lead = text[start:end].rstrip()
    return lead[-1:] in {",", ":"} and _STOP.search(lead) is not None


def _find_close(text: str, marks: Sequence[_Mark], index: int, limit: int) -> int | None:
    """Index of the mark that closes ``marks[index]`` in its paragraph, or None."""
    opener = marks[index]
    wanted = _CLOSERS[opener.sign]
    single = opener.sign in _SINGLE
    depth, weak = 0, None
    for at in range(index + 1, min(len(marks), index + 1 + MOST_MARKS)):
        mark = marks[at]
        if mark.at >= limit:
            break
        fresh = mark.sign == opener.sign and mark.opens and not mark.closes
        if opener.sign in _DOUBLE and fresh and _begins_anew(text, opener.end, mark.at):
            return None
        if single and mark.opens and mark.sign == opener.sign and not mark.closes:
            return weak
        if mark.sign not in wanted and mark.sign != opener.sign:
            continue
        plain = mark.opens and not mark.closes
        if plain and opener.sign in {mark.sign, "“"}:
            depth += 1
            continue
        if not mark.closes or (mark.sign not in wanted):
            continue
        if mark.sign != wanted[0] and any(
            later.sign == wanted[0] and later.closes
            for later in marks[at + 1 : at + 8]
            if later.at < limit
        ):
            continue  # the proper mark is still to come: this one is nested
        if depth:
            depth -= 1
            continue
        if not single or mark.strong:
            return at
        if weak is None:
            weak = at
    return weak


def _opens_again(text: str, marks: Sequence[_Mark], index: int, limit: int) -> int | None:
    """Where a quotation ends whose closing mark was forgotten before the next one opens."""
    opener = marks[index]
    if opener.sign in _SINGLE:
        return None
    for mark in marks[index + 1 : index + 1 + MOST_MARKS]:
        if mark.at >= limit or (mark.sign in _CLOSERS[opener.sign] and mark.closes):
            return None
        if mark.sign == opener.sign and mark.opens:
            if not _begins_anew(text, opener.end, mark.at):
                return None
            stops = list(_STOP.finditer(text, opener.end, mark.at))
            return stops[-1].start() + 1
    return None


def _close_without_nesting(marks: Sequence[_Mark], index: int, limit: int) -> int | None:
    """As above, any closing mark of the family will do."""
    wanted = _CLOSERS[marks[index].sign]
    for at in range(index + 1, min(len(marks), index + 1 + MOST_MARKS)):
        if marks[at].at >= limit:
            return None
        if marks[at].closes and marks[at].sign in wanted:
            return at
    return None


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Top-level quotations in order; what is nested in one belongs to it.

    paragraphs  half-open spans, in order, disjoint; only they are searched
    """
    marks = [
        [_read_mark(text, m, start, end) for m in _MARK.finditer(text, start, end)]
        for start, end in paragraphs
    ]
    found: list[Quotation] = []
    number, index = 0, 0
    while number < len(paragraphs):
        row = marks[number]
        if index >= len(row):
            number, index = number + 1, 0
            continue
        opener = row[index]
        if not opener.opens or opener.sign not in _CLOSERS:
            index += 1
            continue
        limit = min(paragraphs[number][1], opener.at + MOST_CODE_POINTS)
        close = _find_close(text, row, index, limit)
        again = _opens_again(text, row, index, limit)
        if close is None and opener.sign not in _SINGLE and again is None:
            close = _close_without_nesting(row, index, limit)
        if close is not None:
            mark = row[close]
            found.append(Quotation(opener.at, mark.end, ((opener.end, mark.at),)))
            index = close + 1
            continue
        if close is None and again is not None:
            end = again
            found.append(Quotation(opener.at, end, ((opener.end, end),), closed=False))
            index += 1
            while index < len(row) and row[index].at < end:
                index += 1
            continue
        ran_on = _run_on(text, paragraphs, marks, number, index)
        if ran_on is not None:
            quotation, number, index = ran_on
            found.append(quotation)
            continue
        if opener.sign not in _SINGLE or _only_opener(row, index):
            end = paragraphs[number][1]
            if end - opener.end <= MOST_CODE_POINTS:
                found.append(Quotation(opener.at, end, ((opener.end, end),), closed=False))
            if opener.sign not in _SINGLE:  # what other marks enclose belongs to it
                while index + 1 < len(row) and row[index + 1].sign != opener.sign:
                    index += 1
        index += 1
    return _drop_overlaps(found)


def _only_opener(row: Sequence[_Mark], index: int) -> bool:
    """No later mark of the paragraph opens: a single one is then no apostrophe."""
    return not any(mark.opens for mark in row[index + 1 :])


def _run_on(
    text: str,
    paragraphs: Sequence[Span],
    marks: Sequence[Sequence[_Mark]],
    number: int,
    index: int,
) -> tuple[Quotation, int, int] | None:
    """A quotation closed in a later paragraph, with the place to go on from."""
    opener = marks[number][index]
    wanted = _CLOSERS[opener.sign]
    parts: list[Span] = [(opener.end, paragraphs[number][1])]
    reopened = True
    for later in range(number + 1, min(len(paragraphs), number + 1 + MOST_PARAGRAPHS)):
        start, end = paragraphs[later]
        row = marks[later]
        if end - opener.at > MOST_CODE_POINTS:
            return None
        first = next(
            (i for i, m in enumerate(row) if m.sign in wanted or m.sign == opener.sign), None
        )
        leads = first is not None and row[first].at == start and row[first].opens
        if leads and first is not None and row[first].sign == opener.sign:
            if not reopened and later > number + 1:
                return None
            close = _find_close(text, row, first, end)
            if close is None:
                parts.append((row[first].end, end))
                continue
            parts.append((row[first].end, row[close].at))
            return Quotation(opener.at, row[close].end, tuple(parts)), later, close + 1
        if len(parts) > 1 or opener.sign in _SINGLE:
            return None
        reopened = False
        if first is None:
            continue
        if row[first].closes and not (
            row[first].opens and text[row[first].at - 1 : row[first].at] == " "
        ):
            whole = ((opener.end, row[first].at),)
            return Quotation(opener.at, row[first].end, whole), later, first + 1
        return None
    return None


def _drop_overlaps(found: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """An unclosed quotation ends where the next whole one begins."""
    kept: list[Quotation] = []
    for quotation in found:
        if kept and quotation.open < kept[-1].close:
            last = kept.pop()
            end = quotation.open
            if last.closed or end <= last.start:
                kept.append(last)
                continue
            kept.append(Quotation(last.open, end, ((last.start, end),), closed=False))
        kept.append(quotation)
    return tuple(kept)
