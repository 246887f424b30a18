"""Where do quotation marks open and close?

Straight, curly, doubled singles, singles with apostrophes inside, guillemets,
German low-high, CJK corners; nested; over several paragraphs, re-opened or not;
unclosed ones end with their paragraph and say so.

Linear: every opener looks ahead over a bounded number of marks and code points.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sentiment.extract.quotation_marks import CLOSERS, DOUBLE, NESTING, SINGLE, read_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.extract.quotation_marks import Mark

Span = tuple[int, int]

MOST_CODE_POINTS: Final = 6000
"""A quotation longer than this is an unpaired mark."""
MOST_MARKS: Final = 60
"""Marks an opener looks past before it counts as unpaired."""
MOST_PARAGRAPHS: Final = 8
"""Paragraphs a quotation may run over without being re-opened."""

_TYPED: Final = ("“", '"')
"""What opens words, and what opens them again where a paper is careless."""
_LATER: Final = 8
"""Marks behind a strange closing one among which the proper one is sought."""
_STOPPED: Final = frozenset(",.!?…")
_STOP = re.compile(r"[.!?…](?=\s+\w)")


class Quotation(NamedTuple):
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


def _begins_anew(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between the marks and the next one leads up to the second."""
    lead = text[start:end].rstrip()
    return lead[-1:] in {",", ":"} and _STOP.search(lead) is not None


def _find_close(text: str, marks: Sequence[Mark], index: int, limit: int) -> int | None:
    """Index of the mark that closes ``marks[index]`` in its paragraph, or None.

    Marks of the same sign nest; so do other signs that open and close within.
    A mark of another sign that nothing opened closes too (“…"), unless the
    proper one is still to come.
    """
    opener = marks[index]
    wanted = CLOSERS[opener.sign]
    single = opener.sign in SINGLE
    inside: list[tuple[str, ...]] = []
    weak = None
    for at in range(index + 1, min(len(marks), index + 1 + MOST_MARKS)):
        mark = marks[at]
        if mark.at >= limit:
            break
        fresh = mark.opens and not mark.closes
        if fresh and single and mark.sign in SINGLE and (mark.sign == opener.sign or weak):
            return weak  # called them ‘outsiders’ and a 'B-grade actress'
        again = fresh and mark.sign == opener.sign and opener.sign in DOUBLE
        if again and _begins_anew(text, opener.end, mark.at):
            return None
        if _closes_single(opener, marks, at, limit) and not inside and weak is None:
            if text[mark.at - 1] in _STOPPED:  # `wrote, ‘Too late now,” while`
                return at
            if mark.sign == "”":
                return None
        if inside and mark.closes and mark.sign in inside[-1]:
            inside.pop()
        elif mark.sign == "”" and mark.opens and _is_turned(marks, at, limit):
            inside.append(("”",))  # “I saw ”The Moat” twice,”
        elif fresh and mark.sign in NESTING and not (single and mark.sign in SINGLE):
            inside.append(CLOSERS[mark.sign][:1])
        elif mark.closes and mark.sign in wanted:
            if mark.sign != wanted[0] and _proper_follows(marks, at, limit, opener.sign):
                continue
            if not single or mark.strong:
                return at
            weak = at if weak is None else weak
    return weak


def _closes_single(opener: Mark, marks: Sequence[Mark], index: int, limit: int) -> bool:
    """Whether a double mark may close what a single one of its kind opened.

    A straight one does unless the next single one closes: it is the proper one.
    """
    mark = marks[index]
    if not mark.closes or (opener.sign, mark.sign) not in {("‘", "”"), ("'", '"')}:
        return False
    behind = (m for m in marks[index + 1 : index + 1 + _LATER] if m.at < limit)
    single = next((m for m in behind if m.sign == "'"), None)
    return mark.sign == "”" or single is None or not single.closes


def _is_turned(marks: Sequence[Mark], index: int, limit: int) -> bool:
    """Whether a closing mark opens, as two more of them follow before a proper one opens."""
    behind = [m for m in marks[index + 1 : index + 1 + _LATER] if m.at < limit]
    typed = [m.sign for m in behind if m.sign in {"“", "”"}]
    return typed[:2] == ["”", "”"]


def _proper_follows(marks: Sequence[Mark], index: int, limit: int, sign: str) -> bool:
    """Whether the mark that belongs to ``sign`` closes before another one opens."""
    proper = CLOSERS[sign][0]
    for mark in marks[index + 1 : index + 1 + _LATER]:
        if mark.at >= limit or (mark.opens and not mark.closes):
            return False
        if mark.sign == proper and mark.closes:
            return True
    return False


def _opens_again(text: str, marks: Sequence[Mark], index: int, limit: int) -> int | None:
    """Where a quotation ends whose closing mark was forgotten before the next one opens."""
    opener = marks[index]
    if opener.sign in SINGLE:
        return None
    for mark in marks[index + 1 : index + 1 + MOST_MARKS]:
        if mark.at >= limit or (mark.sign in CLOSERS[opener.sign] and mark.closes):
            return None
        if mark.sign == opener.sign and mark.opens:
            if not _begins_anew(text, opener.end, mark.at):
                return None
            stops = list(_STOP.finditer(text, opener.end, mark.at))
            return stops[-1].start() + 1
    return None


def _close_without_nesting(marks: Sequence[Mark], index: int, limit: int) -> int | None:
    """As above, any closing mark of the family will do."""
    wanted = CLOSERS[marks[index].sign]
    for at in range(index + 1, min(len(marks), index + 1 + MOST_MARKS)):
        if marks[at].at >= limit:
            return None
        if marks[at].closes and marks[at].sign in wanted:
            return at
    return None


def _close_at_end(text: str, marks: Sequence[Mark], index: int, end: int) -> int | None:
    """The mark that ends a paragraph of nothing but words with single marks in them.

    'Stirs in something from a jar that he calls 'winter syrup' at night? #isle';
    """
    opener, last = marks[index], marks[-1]
    if opener.sign not in SINGLE or end - opener.end > MOST_CODE_POINTS:
        return None
    inner = marks[index + 1 : -1]
    closing = last.closes and not last.opens and last.sign in CLOSERS[opener.sign]
    bare = not text[last.end : end].strip(" ;,.")
    nested = sum(m.opens for m in inner) == sum(m.closes for m in inner) > 0
    return len(marks) - 1 if closing and bare and nested else None


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Top-level quotations in order; what is nested in one belongs to it.

    paragraphs  half-open spans, in order, disjoint; only they are searched
    """
    marks = [read_marks(text, start, end) for start, end in paragraphs]
    found: list[Quotation] = []
    number, index = 0, 0
    while number < len(paragraphs):
        row = marks[number]
        if index >= len(row):
            number, index = number + 1, 0
            continue
        opener = row[index]
        if not opener.opens or opener.sign not in CLOSERS:
            index += 1
            continue
        limit = min(paragraphs[number][1], opener.at + MOST_CODE_POINTS)
        close = _find_close(text, row, index, limit)
        again = _opens_again(text, row, index, limit)
        if close is None and opener.sign not in SINGLE and again is None:
            close = _close_without_nesting(row, index, limit)
        elif close is None and opener.at == paragraphs[number][0]:
            close = _close_at_end(text, row, index, paragraphs[number][1])
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
        if opener.sign not in SINGLE or _only_opener(row, index):
            end = paragraphs[number][1]
            if end - opener.end <= MOST_CODE_POINTS:
                found.append(Quotation(opener.at, end, ((opener.end, end),), closed=False))
            if opener.sign not in SINGLE:  # what other marks enclose belongs to it
                while index + 1 < len(row) and row[index + 1].sign != opener.sign:
                    index += 1
        index += 1
    return _drop_overlaps(found)


def _only_opener(row: Sequence[Mark], index: int) -> bool:
    """No later mark of the paragraph opens: a single one is then no apostrophe."""
    return not any(mark.opens for mark in row[index + 1 :])


def _run_on(
    text: str,
    paragraphs: Sequence[Span],
    marks: Sequence[Sequence[Mark]],
    number: int,
    index: int,
) -> tuple[Quotation, int, int] | None:
    """A quotation closed in a later paragraph, with the place to go on from."""
    opener = marks[number][index]
    wanted = CLOSERS[opener.sign]
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
        alike = first is not None and (
            row[first].sign == opener.sign or (opener.sign, row[first].sign) == _TYPED
        )
        if leads and first is not None and alike:
            if not reopened and later > number + 1:
                return None
            close = _find_close(text, row, first, end)
            if close is None:
                parts.append((row[first].end, end))
                continue
            if _told_anew(text, paragraphs[number][0], opener.at, row[close], end):
                return Quotation(opener.at, parts[-1][1], tuple(parts)), later, first
            parts.append((row[first].end, row[close].at))
            return Quotation(opener.at, row[close].end, tuple(parts)), later, close + 1
        if len(parts) > 1:
            over = first is None or row[first].opens  # nobody closed the last paragraph
            return (_left_open(opener, parts), later, 0) if over else None
        if opener.sign in SINGLE:
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
    if len(parts) > 1 and number + len(parts) == len(paragraphs):
        return _left_open(opener, parts), len(paragraphs), 0
    return None


def _left_open(opener: Mark, parts: Sequence[Span]) -> Quotation:
    """Paragraphs that open one after another, the last of which nobody closed."""
    return Quotation(opener.at, parts[-1][1], tuple(parts))


def _told_anew(text: str, start: int, opened: int, close: Mark, end: int) -> bool:
    """Whether words left open are over, as those that open again are given to somebody anew.

    “A,” X said. “B / “C,” Y added. - what leads up to B says whose it is, and so does
    what follows C. But X said, “A / “B,” he added: what leads up to A tells of both.

    start, opened  where the first paragraph and the quotation in it begin
    close, end     what closes the words that open again, and where their paragraph ends
    """
    told = any(c.isalpha() for c in text[start:opened])
    told = told and text[start:opened].rstrip()[-1:] not in {",", ":"}
    return told and text[close.at - 1] == "," and bool(text[close.end : end].strip())


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
