"""Which wordings are worth comparing?

Comparing all pairs of 100,000 wordings would take hours. Copies share long
runs of letters, and rare runs rather than common ones; so each wording is
filed under its rarest runs, and only wordings filed together are compared.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

import numpy as np

from sentiment.tally.likeness import NEAR_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sentiment.tally.wording import Wording

_RUN: Final = 9  # letters: about two words, so that runs are seldom shared by chance
_RAREST: Final = 6
_FULL: Final = 16  # wordings filed together; in a fuller file only neighbours are compared
_WINDOW: Final = 4
# The multiplier of the rolling hash: odd, its bits well mixed (2**64 / golden ratio).
_FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)


def near_pairs(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``wordings``, the lesser key first, that may be near copies.

    Each pair comes once. Which pairs come depends on the set of wordings alone,
    not on their order.
    """
    long = [place for place, wording in enumerate(wordings) if wording.length >= NEAR_LENGTH]
    long.sort(key=lambda place: wordings[place].key)
    seen: set[tuple[int, int]] = set()
    for file in _files([wordings[place].key for place in long]):
        for pair in _within(file):
            if pair not in seen:
                seen.add(pair)
                yield long[pair[0]], long[pair[1]]


def _within(file: Sequence[int]) -> Iterator[tuple[int, int]]:
    reach = len(file) if len(file) <= _FULL else _WINDOW
    for rank, place in enumerate(file):
        for other in file[rank + 1 : rank + 1 + reach]:
            yield place, other


def _files(keys: Sequence[str]) -> list[list[int]]:
    """Places in ``keys`` filed under each one's rarest runs, ascending."""
    if not keys:
        return []
    lengths = np.array([len(key) for key in keys])
    letters = np.frombuffer("".join(keys).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    owner = np.repeat(np.arange(len(keys)), lengths)
    starts = len(letters) - _RUN + 1
    runs = np.zeros(starts, dtype=np.uint64)
    for shift in range(_RUN):
        runs *= _FACTOR
        runs += letters[shift : shift + starts]
    runs ^= runs >> np.uint64(29)
    whole = owner[:starts] == owner[_RUN - 1 :]
    return _file_by_rarity(runs[whole], owner[:starts][whole])


def _file_by_rarity(
    runs: np.ndarray[tuple[int], np.dtype[np.uint64]],
    owner: np.ndarray[tuple[int], np.dtype[np.int64]],
) -> list[list[int]]:
    order = np.lexsort((owner, runs))
    runs, owner = runs[order], owner[order]
    fresh = np.ones(len(runs), dtype=bool)
    fresh[1:] = (runs[1:] != runs[:-1]) | (owner[1:] != owner[:-1])
    runs, owner = runs[fresh], owner[fresh]
    _, inverse, counts = np.unique(runs, return_inverse=True, return_counts=True)
    common = counts[inverse]
    shared = common > 1
    runs, owner, common = runs[shared], owner[shared], common[shared]
    order = np.lexsort((runs, common, owner))
    runs, owner = runs[order], owner[order]
    first = np.searchsorted(owner, owner, side="left")
    rarest = np.arange(len(owner)) - first < _RAREST
    filed: dict[int, list[int]] = defaultdict(list)
    for run, place in zip(runs[rarest].tolist(), owner[rarest].tolist(), strict=True):
        filed[run].append(place)
    return [filed[run] for run in sorted(filed) if len(filed[run]) > 1]
