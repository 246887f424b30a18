"""How far do two samples differ, and might chance alone have made it so?

Exact or resampled where samples are small, since reports often hold a few
dozen reactions. Whatever is resampled starts from one fixed seed.
"""

from __future__ import annotations

from math import exp, lgamma, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, Final

import numpy as np

from sentiment.results import Difference, MeanDifference
from sentiment.tally.shares import rounded, wilson

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SEED: Final = 20_240_131
_DRAWS: Final = 9_999
# Expected cell count from which the chi-square distribution is near enough (Cochran 1954).
_EXPECTED: Final = 5
# Scores a side from which a mean is near enough to normal for scores within -1 and 1.
_MANY: Final = 200
_NORMAL: Final = NormalDist()

Counted = tuple[str, int, int, int, int]


def differences(counted: Iterable[Counted]) -> tuple[Difference, ...]:
    """For each name, part and whole in A, part and whole in B: the difference of the shares.

    Those of which a side has nothing are left out. All are tested together.
    """
    kept = [row for row in counted if row[2] and row[4]]
    raw = [fisher(*row[1:]) for row in kept]
    return tuple(
        _difference(row, p, adjusted) for row, p, adjusted in zip(kept, raw, holm(raw), strict=True)
    )


def _difference(row: Counted, p: float, adjusted: float) -> Difference:
    name, part_a, of_a, part_b, of_b = row
    low, high = newcombe(part_a, of_a, part_b, of_b)
    change = part_b / of_b - part_a / of_a
    return Difference(name, part_a, of_a, part_b, of_b, change, low, high, p, adjusted)


def newcombe(part_a: int, of_a: int, part_b: int, of_b: int) -> tuple[float, float]:
    """Bounds of the 95 % interval of B's share less A's.

    Source: Newcombe 1998, "Interval estimation for the difference between
    independent proportions", method 10: the Wilson bounds of both, squared.
    """
    share_a, share_b = part_a / of_a, part_b / of_b
    (low_a, high_a), (low_b, high_b) = wilson(part_a, of_a), wilson(part_b, of_b)
    difference = share_b - share_a
    down = sqrt((share_b - low_b) ** 2 + (high_a - share_a) ** 2)
    up = sqrt((high_b - share_b) ** 2 + (share_a - low_a) ** 2)
    return max(-1.0, difference - down), min(1.0, difference + up)


def fisher(part_a: int, of_a: int, part_b: int, of_b: int) -> float:
    """P of Fisher's exact test, two-sided: the tables no more probable than this one."""
    parts, whole = part_a + part_b, of_a + of_b
    fixed = _log_choose(whole, of_a)

    def log_probability(cell: int) -> float:
        return _log_choose(parts, cell) + _log_choose(whole - parts, of_a - cell) - fixed

    here = log_probability(part_a)
    cells = range(max(0, parts - of_b), min(parts, of_a) + 1)
    # Equal tables may differ in the last digits of their logarithms.
    logs = (log_probability(cell) for cell in cells)
    return min(1.0, sum(exp(log) for log in logs if log <= here + 1e-7))


def _log_choose(of: int, part: int) -> float:
    return lgamma(of + 1) - lgamma(part + 1) - lgamma(of - part + 1)


def holm(values: Sequence[float]) -> list[float]:
    """P values adjusted for being tested together (Holm 1979), in their order."""
    adjusted = [0.0] * len(values)
    greatest = 0.0
    for rank, place in enumerate(sorted(range(len(values)), key=lambda place: values[place])):
        greatest = max(greatest, min(1.0, values[place] * (len(values) - rank)))
        adjusted[place] = greatest
    return adjusted


def same_mix(counts_a: Sequence[int], counts_b: Sequence[int]) -> float | None:
    """P of the chi-square test that two samples share one mix of three labels.

    Where too few are expected of a label, the statistic is compared with
    tables drawn with the same margins. ``None`` if a sample is empty.
    """
    observed = np.array([counts_a, counts_b], dtype=np.int64)
    margins = observed.sum(axis=1)
    observed = observed[:, observed.sum(axis=0) > 0]
    if not margins.all():
        return None
    labels = observed.sum(axis=0)
    expected = np.outer(margins, labels) / labels.sum()
    statistic = float((((observed - expected) ** 2) / expected).sum())
    if len(labels) == 3 and expected.min() >= _EXPECTED:  # noqa: PLR2004 - with two degrees of
        return exp(-statistic / 2)  # freedom the distribution's tail is this
    rng = np.random.default_rng(_SEED)
    rows = rng.multivariate_hypergeometric(labels, int(margins[0]), size=_DRAWS)
    tables = np.stack([rows, labels - rows], axis=1)
    drawn = (((tables - expected) ** 2) / expected).sum(axis=(1, 2))
    return float((1 + np.count_nonzero(drawn >= statistic - 1e-9)) / (1 + _DRAWS))


def mean_difference(scores_a: Sequence[float], scores_b: Sequence[float]) -> MeanDifference:
    """How B's mean score differs from A's.

    With many scores a side Welch's normal interval and test; with fewer the
    percentile bootstrap and a permutation test.
    """
    a, b = np.array(scores_a, dtype=float), np.array(scores_b, dtype=float)
    mean_a = rounded(a.mean()) if len(a) else None
    mean_b = rounded(b.mean()) if len(b) else None
    if mean_a is None or mean_b is None:
        return MeanDifference(mean_a, mean_b, None, None, None, None)
    difference = float(b.mean() - a.mean())
    if min(len(a), len(b)) < 2:  # noqa: PLR2004 - one score has no spread
        return MeanDifference(mean_a, mean_b, rounded(difference), None, None, None)
    if min(len(a), len(b)) >= _MANY:
        spread = sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b))
        reach = _NORMAL.inv_cdf(0.975) * spread
        low, high = difference - reach, difference + reach
        p = 2 * (1 - _NORMAL.cdf(abs(difference) / spread)) if spread else float(difference == 0)
    else:
        low, high = _bootstrap(a, b)
        p = _permuted(a, b, abs(difference))
    return MeanDifference(
        mean_a, mean_b, rounded(difference), rounded(low), rounded(high), round(float(p), 6)
    )


_Scores = np.ndarray[tuple[int], np.dtype[np.float64]]


def _bootstrap(a: _Scores, b: _Scores) -> tuple[float, float]:
    rng = np.random.default_rng(_SEED)
    drawn = [
        rng.choice(b, len(b)).mean() - rng.choice(a, len(a)).mean() for _ in range(_DRAWS // 4)
    ]
    low, high = np.quantile(drawn, [0.025, 0.975])
    return float(low), float(high)


def _permuted(a: _Scores, b: _Scores, observed: float) -> float:
    rng = np.random.default_rng(_SEED)
    pooled = np.concatenate([a, b])
    at_least = 0
    for _ in range(_DRAWS // 4):
        rng.shuffle(pooled)
        at_least += abs(pooled[: len(a)].mean() - pooled[len(a) :].mean()) >= observed - 1e-12
    return (1 + at_least) / (1 + _DRAWS // 4)
