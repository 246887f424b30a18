"""Which lines of an article are headings that name somebody?

In capitals, with an office, or numbered in order below a lead-in about reactions.
Crawlers leave headings in capitals in the paragraph of the words, before or behind them.

Layouts in docs/layouts.md: L35.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sentiment.extract.heading_names import Named, read_heading
from sentiment.extract.listed import REACTS
from sentiment.extract.page import overlaps
from sentiment.extract.unsigned import named_platform

if TYPE_CHECKING:
    from sentiment.extract.page import Page, Span

_OPENERS: Final = '“"«„'
_CLOSERS: Final = '”"»:.'
_LONGEST: Final = 160
"""Code points of a heading."""
FEWEST: Final = 2
"""Headings that a page of reactions has; one may be any subheading."""
FEWEST_UNQUOTED: Final = 3
_MOST: Final = 120
"""Headings beyond which a page is something else: a table, a list of names."""
LEAD: Final = 1200
"""Code points before the first heading in which an article says that it collects reactions."""
_LONGEST_NAME: Final = 50
_NUMBERED: Final = re.compile(
    r"(\d{1,3})[.)]\s+([A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ&][\w.'’-]*|de|van|al)){0,3})\Z"
)
_LETTERS: Final = 4
"""Letters that a heading has at least."""
_SMALL: Final = re.compile(r"[a-z]")
_WORD: Final = re.compile(r"\S+")
_LETTER: Final = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its place and what it says; ``shouted`` if its capitals or number show it."""

    start: int
    end: int
    named: Named
    shouted: bool


def find_headings(page: Page) -> list[Heading]:
    """Headings in capitals and those with an office, in order; none on pages full of them."""
    places: list[tuple[Span, bool]] = []
    for number, (start, end) in enumerate(page.paragraphs):
        line = page.text[start : min(end, start + 2 * _LONGEST)]
        spans = _shouted_in(page.text[start:end])
        for a, b in spans:
            places.append(((start + a, start + b), True))
        if spans or end - start > _LONGEST or number + 1 == len(page.paragraphs):
            continue
        if page.text[page.paragraphs[number + 1][0]] in _OPENERS and (
            line[0].isupper() or line[0].isdigit()
        ):
            places.append(((start, end), False))
    if not FEWEST <= sum(shouted for _, shouted in places) <= _MOST:
        places = [place for place in places if not place[1]]
    found = []
    for (start, end), shouted in places[:_MOST]:
        if overlaps(page.claimed, (start, end)):
            continue
        named = read_heading(page.text[start:end], page.text)
        if named is not None:
            found.append(Heading(start, end, named, shouted=shouted))
    return found


def find_numbered(page: Page) -> list[Heading]:
    """Names with a number each, in order, where an article says that reactions follow."""
    places: list[tuple[Span, str]] = []
    for span in page.paragraphs:
        if page.text[span[0]].isdigit() and span[1] - span[0] <= _LONGEST_NAME:
            match = _NUMBERED.match(page.text[slice(*span)])
            if match and int(match[1]) == len(places) + 1:
                places.append((span, match[2]))
    if not FEWEST_UNQUOTED <= len(places) <= _MOST:
        return []
    first = places[0][0][0]
    scene = page.text[max(0, first - LEAD) : first]
    if REACTS.search(scene) is None:
        return []
    platform, online = named_platform(scene), "social media" in scene.casefold()
    # words stand below each: the paragraph behind a name is no other name
    starts = {span[0] for span, _ in places}
    below = {b[0] for a, b in pairwise(page.paragraphs) if a[0] in starts}
    if below & starts:
        return []
    return [
        Heading(*span, Named(name, platform, office=True, online=online), shouted=True)
        for span, name in places
    ]


def _shouted_in(line: str) -> list[Span]:
    """Headings in capitals: the whole line, what stands before a mark, or behind one."""
    if not line[:1].isupper() and not line[-3:].isupper():
        return []
    if len(line) <= _LONGEST and _is_unsmall(line):
        return [(0, len(line))] if len(_LETTER.findall(line)) >= _LETTERS else []
    spans = []
    front = line.split(maxsplit=2)[:2]
    loud = len(front) > 1 and all(map(_is_shouted, front))
    words = list(_WORD.finditer(line[: 2 * _LONGEST])) if loud else []
    first = 0
    while first < len(words) and _is_shouted(words[first].group()):
        first += 1
    if 1 < first < len(words) and words[first].group()[0] in _OPENERS:
        article = len(words[first - 1].group()) == 1  # "... FROM 1984 A “blow” for the club"
        spans.append((0, words[first - 2 if article else first - 1].end()))
    tail = max(0, len(line) - _LONGEST)
    loud = line[-1] not in _CLOSERS and _is_shouted(line.rsplit(maxsplit=1)[-1][-_LONGEST:])
    behind = list(_WORD.finditer(line, tail)) if loud else []
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
        word[0] not in _OPENERS and _is_unsmall(word) and any(c.isalnum() or c == "&" for c in word)
    )


def _is_unsmall(words: str) -> bool:
    return not _SMALL.search(words) and not any(c.islower() for c in words)
