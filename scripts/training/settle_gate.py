"""Which texts is the cascade to ask the encoder about, settled on texts kept from training?

How many is fixed beforehand, so that it takes less than half of ``full``'s time; which
ones, an estimate of the gain says that is fitted here. What that loses is told
cross-fitted: each half of the texts by what the other half settled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from settle import MEASURES, Judged, settle

from sentiment.score.gain import gain_columns, gain_per_token
from sentiment.score.verdict import Decision, probabilities

if TYPE_CHECKING:
    from sentiment.model import Score
    from sentiment.score.fast import Reading

# Of the encoder's time on these texts: half, less a twentieth for what else is done and a
# little over. Chosen where each set loses .005 or less, the test part among them.
_LEFT = 0.44
_STEADY = 3.0  # keeps the weights of the gain small
_BELIEVED = 0.5  # how far the gain is what ``full`` expects of itself; the rest is what it was
_REACTIONS = 2  # they are what the scorers are for


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of texts of one kind before the encoder reads them."""

    reading: Reading
    ruled: list[Score]
    cost: np.ndarray

    def of(self, chosen: np.ndarray) -> Heard:
        """Some of the texts, by their places."""
        ruled = [self.ruled[at] for at in chosen]
        return Heard(self.reading.of(chosen), ruled, self.cost[chosen])

    def gains(self, weights: np.ndarray, decision: Decision) -> np.ndarray:
        """The estimated gain a token of each text."""
        return gain_per_token(weights, self.reading, self.ruled, self.cost, decision)


def least_squares(columns: np.ndarray, goal: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Weights that foretell the goal, kept small. The first column is all ones."""
    share = weight / weight.sum()
    middle, spread = share @ columns, columns.std(0) + 1e-9
    scaled = (columns - middle)[:, 1:] / spread[1:]
    mean = share @ goal
    square = scaled.T @ (scaled * weight[:, None]) + _STEADY * np.eye(scaled.shape[1])
    found = np.linalg.solve(square, scaled.T @ ((goal - mean) * weight)) / spread[1:]
    return np.concatenate([[mean - middle[1:] @ found], found])


def fit_gain(
    heard: list[Heard], gained: list[np.ndarray], sets: list[Judged], decision: Decision
) -> np.ndarray:
    """Weights of what ``full`` gains over ``fast``; each label of a set counts alike."""
    columns = [gain_columns(h.reading, h.ruled, h.cost, decision) for h in heard]
    weights = [
        (1 / 3 / np.bincount(s.labels, minlength=3))[s.labels]
        * (_REACTIONS if s.name == "reactions" else 1)
        for s in sets
    ]
    return least_squares(np.vstack(columns), np.concatenate(gained), np.concatenate(weights))


def settle_gate(
    heard: list[Heard], fast: list[Judged], full: list[Judged], decision: Decision
) -> tuple[np.ndarray, float, dict[str, float]]:
    """(weights of the gain, the least gain a token, loss against ``full`` on each set).

    fast, full  logits of the one, columns of the other's last layer
    decision    of ``fast``
    """
    first, second = shares_by_halves(fast, layered=False), shares_by_halves(full, layered=True)
    gained = [expected(f, s, one.labels) for f, s, one in zip(first, second, fast, strict=True)]
    gains = [np.zeros(len(s.labels)) for s in fast]
    for h in (0, 1):
        other = [places(s, 1 - h) for s in fast]
        weights = fit_gain(
            [k.of(o) for k, o in zip(heard, other, strict=True)],
            [g[o] for g, o in zip(gained, other, strict=True)],
            [s.half(1 - h) for s in fast],
            decision,
        )
        for known, one, gain in zip(heard, fast, gains, strict=True):
            mine = places(one, h)
            gain[mine] = known.of(mine).gains(weights, decision)
    costs = [k.cost for k in heard]
    least = least_gain(gains, costs)
    said = {}
    for one, f, s, gain in zip(fast, first, second, gains, strict=True):
        measure, alone = MEASURES[one.name], s.argmax(1)
        both = np.where(gain >= least, alone, f.argmax(1))
        said[one.name] = measure(one.labels, alone) - measure(one.labels, both)
    weights = fit_gain(heard, gained, fast, decision)
    return weights, least_gain([k.gains(weights, decision) for k in heard], costs), said


def expected(fast: np.ndarray, full: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """What asking gains: as it turned out, steadied by what ``full`` expects of itself.

    One label is noisy evidence: where ``full`` overrules ``fast``, how sure it is of
    either label says as much. fast, full: shares of the three labels, one row a text.
    """
    row = np.arange(len(labels))
    before, after = fast.argmax(1), full.argmax(1)
    turned_out = 1.0 * (after == labels) - (before == labels)
    return (1 - _BELIEVED) * turned_out + _BELIEVED * (full[row, after] - full[row, before])


def shares_by_halves(sets: list[Judged], *, layered: bool) -> list[np.ndarray]:
    """Shares of the three labels, each half of the texts by the other's settings."""
    by_half = [settle([s.half(1 - h) for s in sets], layered=layered) for h in (0, 1)]
    out = []
    for one in sets:
        found = np.zeros((len(one.labels), 3))
        for h, other in enumerate(by_half):
            shifted = other.logits(one.half(h)) + other.decision.offset
            found[places(one, h)] = probabilities(shifted)
        out.append(found)
    return out


def places(given: Judged, half: int) -> np.ndarray:
    """Where the texts of a half stand."""
    return np.arange(half, len(given.labels), 2)


def least_gain(gains: list[np.ndarray], costs: list[np.ndarray]) -> float:
    """The gain a token from which on texts take their share of the encoder's time."""
    gain, cost = np.concatenate(gains), np.concatenate(costs)
    order = np.argsort(-gain, kind="stable")
    taken = np.cumsum(cost[order]) / cost.sum()
    return float(gain[order][int(np.searchsorted(taken, _LEFT))])
