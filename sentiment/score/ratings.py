"""Which ratings does a text give: "9/10", "2.5 out of 5", "one star"?"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_MARKS: Final = re.compile(
    r"(?<![\w./])(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:/|out of)\s?(5|10|100)(?![\w/]|[.,]\d)"
)
_STARS: Final = re.compile(
    r"(?<![\w./])(\d(?:[.,]\d)?|one|two|three|four|five|zero|½)[ -]stars?\b", re.IGNORECASE
)
_WORDS: Final = ("zero", "one", "two", "three", "four", "five")
_NUMBERS: Final = {"½": 0.5, **{word: float(at) for at, word in enumerate(_WORDS)}}

_MOST: Final = 20
"""Ratings read in one text; a reaction gives a few, a hostile text thousands."""
_STRONGEST: Final = 3.0
_MIDDLE: Final = 0.6  # readers call 6 of 10 or 3 of 5 neither praise nor blame
_MOST_STARS: Final = 5.0


class Rating(NamedTuple):
    """start, end: code points. valence: -3 (nothing of ten) to 3 (ten of ten)."""

    start: int
    end: int
    valence: float


def find_ratings(text: str) -> list[Rating]:
    """Ratings in order; a share of the best mark, with 6 of 10 as the middle."""
    found = []
    for match in _MARKS.finditer(text):
        share = float(match[1].replace(",", ".")) / float(match[2])
        if share <= 1:
            found.append(Rating(match.start(), match.end(), _valence(share)))
    for match in _STARS.finditer(text):
        given = match[1].lower()
        stars = _NUMBERS[given] if given in _NUMBERS else float(given.replace(",", "."))
        if stars <= _MOST_STARS:
            found.append(Rating(match.start(), match.end(), _valence(stars / _MOST_STARS)))
    return sorted(found)[:_MOST]


def _valence(share: float) -> float:
    above = share - _MIDDLE
    return _STRONGEST * above / (1 - _MIDDLE if above > 0 else _MIDDLE)
