"""What does every rule for flattened posts need to know of an article?"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from sentiment.extract.blocks import cut_paragraphs
from sentiment.extract.dates import match_date
from sentiment.extract.furniture import find_furniture, join_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Span: TypeAlias = tuple[int, int]
_STAMP: Final = re.compile(r"date (?<!\wdate )(\d{4}-\d{2}-\d{2})\b")
_STAMP_REACH: Final = 2000
_BYLINE_REACH: Final = 200
_MONTH_REACH: Final = 20  # from where a date begins to its first digit
_DIGIT: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"(?<!\w)\w")
_BYLINES: Final = 20  # spans of furniture among which a byline is looked for


@dataclass(frozen=True, slots=True)
class Page:
    """An article's text, cut once for all rules.

    paragraphs  spans of its non-blank lines
    furniture   spans that are no part of the article
    claimed     spans of posts found already
    published   ISO date, from the caller or from the article's stamp or byline
    """

    text: str
    paragraphs: tuple[Span, ...]
    furniture: tuple[Span, ...]
    published: str | None
    claimed: tuple[Span, ...] = ()


def read_page(text: str, published: str | None = None) -> Page:
    """The page of an article's text."""
    paragraphs = cut_paragraphs(text)
    furniture = find_furniture(text, paragraphs)
    return Page(
        text=text,
        paragraphs=paragraphs,
        furniture=furniture,
        published=published or _find_published(text, furniture),
    )


def claim(page: Page, spans: Iterable[Span]) -> Page:
    """The page with more spans that give nothing further."""
    more = [*spans]
    return replace(page, claimed=join_spans([*page.claimed, *more])) if more else page


def starting_within(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those of sorted spans that begin after ``start`` and before ``end``."""
    return spans[bisect.bisect_left(spans, (start + 1,)) : bisect.bisect_left(spans, (end,))]


def overlaps(spans: Sequence[Span], span: Span) -> bool:
    """Whether any of sorted, disjoint spans shares a character with one."""
    if not spans:
        return False
    start, end = span
    at = bisect.bisect_left(spans, span)
    if at < len(spans) and spans[at][0] < end and start < spans[at][1]:
        return True
    return at > 0 and spans[at - 1][0] < end and start < spans[at - 1][1]


def _find_published(text: str, furniture: Sequence[Span]) -> str | None:
    """The date in the article's stamp or byline."""
    stamp = _STAMP.search(text[:_STAMP_REACH])
    if stamp:
        return stamp.group(1)
    for start, end in furniture[:_BYLINES]:
        reach = min(end, start + _BYLINE_REACH)
        if not _DIGIT.search(text, start, reach + _MONTH_REACH):
            continue
        for word in _WORD.finditer(text[start:reach]):
            date = match_date(text, start + word.start())
            if date and date.day:
                return date.day
    return None
