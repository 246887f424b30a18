"""Is a name that of a country, a state or a great city, or of those who live there?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sentiment.data.loader import read_table

if TYPE_CHECKING:
    from collections.abc import Container


@cache
def place_names() -> frozenset[str]:
    """Countries in all languages, states and great cities, case-folded."""
    rows = read_table("places.tsv", ("language", "names"))
    return frozenset(name.casefold() for _, names in rows for name in names.split("; "))


def is_territory(name: str, demonyms: Container[str]) -> bool:
    """Whether a name is a place's or a people's: Ohio, New York, Germans, Republicans."""
    low = name.casefold()
    return low in place_names() or (low.endswith("s") and low[:-1] in demonyms)
