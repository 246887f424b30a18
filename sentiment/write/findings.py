"""What may a headline claim about some counts, and what not?

A headline says that one side outweighs the other only where the 95 % interval
of its part in the decided reactions leaves out one half, and that one group is
warmer than another only where their intervals, widened for the number of
groups compared, do not meet.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.results import Group

Leaning: TypeAlias = Literal[
    "few", "only-praise", "praise", "divided", "indifferent", "criticism", "only-criticism"
]

# Under five reactions a share is an anecdote: at 4 of 4 the 95 % interval still starts at 51 %.
FEWEST: Final = 5
# Two groups are compared from ten reactions each on: below, only all against none would differ.
FEWEST_COMPARED: Final = 10


@dataclass(frozen=True, slots=True)
class Balance:
    """Which way some reactions lean. ratio: the larger side over the smaller, unless one is 0."""

    leaning: Leaning
    ratio: float | None = None


def wilson(hits: int, n: int, z: float = 1.959964) -> tuple[float, float]:
    """Bounds, 0 to 1, of the share behind ``hits`` of ``n`` (Wilson 1927); (0, 1) if n is 0."""
    if n == 0:
        return 0.0, 1.0
    p = hits / n
    middle = p + z * z / (2 * n)
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    below = 1 + z * z / n
    return max(0.0, (middle - half) / below), min(1.0, (middle + half) / below)


def balance(positive: int, neutral: int, negative: int) -> Balance:
    """Which way the counts lean, as far as they allow to say."""
    n, decided = positive + neutral + negative, positive + negative
    if n < FEWEST:
        return Balance("few")
    low, high = wilson(positive, decided)
    if 2 * decided < n and low <= 0.5 <= high:  # noqa: PLR2004  # one half
        return Balance("indifferent")
    if low > 0.5:  # noqa: PLR2004  # one half
        return Balance("praise", positive / negative) if negative else Balance("only-praise")
    if high < 0.5:  # noqa: PLR2004  # one half
        return Balance("criticism", negative / positive) if positive else Balance("only-criticism")
    return Balance("divided")


def warmest_and_coldest(groups: Sequence[Group]) -> tuple[Group, Group] | None:
    """The two groups whose shares of positive reactions differ beyond chance; None if none do.

    Intervals are widened (Bonferroni) for the number of groups looked at.
    """
    large = [group for group in groups if group.n >= FEWEST_COMPARED]
    if len(large) < 2:  # noqa: PLR2004  # a pair
        return None
    z = NormalDist().inv_cdf(1 - 0.025 / len(large))
    warm = max(large, key=lambda g: (wilson(g.positive, g.n, z)[0], g.n))
    cold = min(large, key=lambda g: (wilson(g.positive, g.n, z)[1], -g.n))
    if wilson(warm.positive, warm.n, z)[0] > wilson(cold.positive, cold.n, z)[1]:
        return warm, cold
    return None
