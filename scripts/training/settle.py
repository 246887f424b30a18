"""How are labels and confidences settled on texts kept from training?

Three kinds of text judge at once: SemEval's and SentiMix's dev tweets and the
tuning tenth of our reactions. Figures are cross-fitted: each half is judged by
what the other half settled.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.optimize

from sentiment.score.verdict import Decision, evidence, judge, probabilities

_REACTIONS = 2


@dataclass(frozen=True, slots=True)
class Judged:
    """Texts of one kind. columns: what the last layer reads, or a model's logits."""

    name: str
    columns: np.ndarray
    mixed: np.ndarray
    labels: np.ndarray

    def half(self, which: int) -> Judged:
        """Every second text, from the first (0) or the second (1) on."""
        chosen = np.arange(len(self.labels)) % 2 == which
        return Judged(self.name, self.columns[chosen], self.mixed[chosen], self.labels[chosen])


def macro_recall(labels: np.ndarray, said: np.ndarray) -> float:
    return float(np.mean([(said[labels == k] == k).mean() for k in range(3)]))


def macro_f1(labels: np.ndarray, said: np.ndarray) -> float:
    both = [((said == k) & (labels == k)).sum() for k in range(3)]
    ends = [(said == k).sum() + (labels == k).sum() for k in range(3)]
    return float(np.mean([2 * b / max(1, e) for b, e in zip(both, ends, strict=True)]))


def accuracy(labels: np.ndarray, said: np.ndarray) -> float:
    return float((labels == said).mean())


MEASURES = {"semeval": macro_recall, "sentimix": macro_f1, "reactions": accuracy}


def calibration_error(sure: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over equally filled bins."""
    order = np.argsort(sure, kind="stable")
    parts = np.array_split(order, bins)
    return float(
        sum(len(p) * abs(sure[p].mean() - right[p].mean()) for p in parts if len(p)) / len(sure)
    )


def fit_layer(sets: list[Judged], shrinkage: float = 0.1) -> tuple[np.ndarray, np.ndarray]:
    """(weights, base) of a softmax layer; each label of a set counts alike.

    Reactions are what the scorers are for, so theirs weigh double for their number.
    """
    columns = np.vstack([s.columns for s in sets])
    labels = np.concatenate([s.labels for s in sets])
    weight = np.concatenate(
        [
            (len(s.labels) / 3 / np.maximum(np.bincount(s.labels, minlength=3), 1))[s.labels]
            / len(s.labels) ** 0.5
            * (_REACTIONS if s.name == "reactions" else 1)
            for s in sets
        ]
    )
    weight /= weight.sum()
    spread = columns.std(0) + 1e-9
    scaled = columns / spread
    goal = np.eye(3)[labels]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        table = flat.reshape(-1, 3)
        shares = probabilities(scaled @ table[:-1] + table[-1])
        cross = -(weight[:, None] * goal * np.log(shares + 1e-12)).sum()
        error = weight[:, None] * (shares - goal)
        slope = np.vstack([scaled.T @ error + shrinkage * table[:-1], error.sum(0)])
        return cross + 0.5 * shrinkage * (table[:-1] ** 2).sum(), slope.ravel()

    found = scipy.optimize.minimize(
        loss,
        np.zeros((columns.shape[1] + 1) * 3),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 500},
    ).x.reshape(-1, 3)
    return found[:-1] / spread[:, None], found[-1]


def fit_offset(sets: list[tuple[str, np.ndarray, np.ndarray]], pull: float = 0.01) -> np.ndarray:
    """The offset that serves all sets' own measures best on average; small ones preferred."""
    steps = np.arange(-0.8, 0.81, 0.1)
    best, chosen = -1.0, np.zeros(3)
    for low in steps:
        for high in steps:
            offset = np.array([low, 0.0, high])
            value = np.mean(
                [MEASURES[name](y, (z + offset).argmax(1)) for name, z, y in sets]
            ) - pull * (abs(low) + abs(high))
            if value > best:
                best, chosen = float(value), offset
    return chosen


def fit_confidence(shifted: np.ndarray, mixed: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Weights of the evidence for being right."""
    columns = evidence(shifted, mixed)
    right = (shifted.argmax(1) == labels).astype(float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        sure = 1 / (1 + np.exp(-columns @ weights))
        cross = -(right * np.log(sure + 1e-12) + (1 - right) * np.log(1 - sure + 1e-12)).mean()
        return (
            cross + 0.001 * (weights**2).sum(),
            columns.T @ (sure - right) / len(right) + 0.002 * weights,
        )

    return scipy.optimize.minimize(loss, np.zeros(columns.shape[1]), jac=True, method="L-BFGS-B").x


def decide(sets: list[Judged], logits: list[np.ndarray]) -> Decision:
    """Offset and confidence for logits of these sets."""
    offset = fit_offset([(s.name, z, s.labels) for s, z in zip(sets, logits, strict=True)])
    shifted = np.vstack(logits) + offset
    mixed = np.concatenate([s.mixed for s in sets])
    labels = np.concatenate([s.labels for s in sets])
    return Decision(offset, fit_confidence(shifted, mixed, labels))


@dataclass(frozen=True, slots=True)
class Settled:
    """weights, base: identity and zero where the columns are logits already."""

    weights: np.ndarray
    base: np.ndarray
    decision: Decision

    def logits(self, given: Judged) -> np.ndarray:
        """One row a text."""
        return given.columns @ self.weights + self.base

    def judge(self, given: Judged) -> tuple[np.ndarray, np.ndarray]:
        """(label numbers, confidences)."""
        label, _, sure = judge(self.logits(given), given.mixed, self.decision)
        return label, sure


def settle(sets: list[Judged], *, layered: bool) -> Settled:
    if layered:
        weights, base = fit_layer(sets)
    else:
        weights, base = np.eye(3), np.zeros(3)
    logits = [s.columns @ weights + base for s in sets]
    return Settled(weights, base, decide(sets, logits))


def cross_fitted(sets: list[Judged], *, layered: bool) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Name -> (labels, confidences) of every text, each half judged by the other's settings."""
    out = {}
    by_half = [settle([s.half(1 - h) for s in sets], layered=layered) for h in (0, 1)]
    for one in sets:
        label = np.zeros(len(one.labels), dtype=int)
        sure = np.zeros(len(one.labels))
        for h in (0, 1):
            chosen = np.arange(len(label)) % 2 == h
            label[chosen], sure[chosen] = by_half[h].judge(one.half(h))
        out[one.name] = (label, sure)
    return out


def figures(
    sets: list[Judged], found: dict[str, tuple[np.ndarray, np.ndarray]]
) -> dict[str, float]:
    """Each set's own measure, its accuracy and calibration error, and the pooled error."""
    out = {}
    for one in sets:
        label, sure = found[one.name]
        out[one.name] = MEASURES[one.name](one.labels, label)
        out[f"{one.name} accuracy"] = accuracy(one.labels, label)
        out[f"{one.name} calibration"] = calibration_error(sure, label == one.labels)
    sure = np.concatenate([found[s.name][1] for s in sets])
    right = np.concatenate([found[s.name][0] == s.labels for s in sets])
    out["calibration"] = calibration_error(sure, right)
    return {key: round(value, 4) for key, value in out.items()}
