"""Is a name that of a country, a state or a great city, or of those who live there?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from sentiment.data.loader import read_table
from sentiment.extract.capitals import plain_words

if TYPE_CHECKING:
    from collections.abc import Container

_NATIVES: Final = frozenset(
    """dane swede pole scot briton brit serb croat turk finn spaniard frenchman frenchwoman
    dutchman dutchwoman englishman englishwoman irishman irishwoman welshman welshwoman
    scotsman scotswoman kiwi aussie cypriot icelander netherlander londoner czech""".split()  # noqa: SIM905 - as it is read aloud
)
"""Nouns of who lives where that demonyms do not tell."""


@cache
def place_names() -> frozenset[str]:
    """Countries in all languages, states and great cities, case-folded."""
    rows = read_table("places.tsv", ("language", "names"))
    return frozenset(name.casefold() for _, names in rows for name in names.split("; "))


def is_native(low: str, demonyms: Container[str]) -> bool:
    """Whether a word, case-folded, says where somebody is from: Dane, Mallorcan; no guardian."""
    ended = low.endswith(("an", "ese", "ish")) and low not in plain_words()
    return low in demonyms or low in _NATIVES or ended


def is_territory(name: str, demonyms: Container[str]) -> bool:
    """Whether a name is a place's or a people's: Ohio, New York, Germans, Republicans."""
    low = name.casefold()
    return low in place_names() or (low.endswith("s") and low[:-1] in demonyms)
