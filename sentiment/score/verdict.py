"""How do a model's logits become a label, a score and a confidence?

The label is the likeliest one after an offset has made up for how common the
labels were where the model learned. The score is P(positive) - P(negative) with
that offset. The confidence is the probability that the label is right, from a
small regression fitted on texts the model never saw.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from sentiment.model import SENTIMENTS, Score

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from sentiment.model import Sentiment

LABELS: Final[tuple[Sentiment, ...]] = ("negative", "neutral", "positive")
NOTHING: Final = Score("neutral", 0.0, 0.4)
"""Where there is nothing to go by. The confidence is about the share of neutral texts."""

_NEAR_ZERO: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Decision:
    """offset: added to the logits, one per label. confidence: weights of ``_evidence``."""

    offset: NDArray[np.float64]
    confidence: NDArray[np.float64]

    def as_arrays(self, prefix: str) -> dict[str, NDArray[np.float64]]:
        """The arrays of a model file."""
        return {f"{prefix}offset": self.offset, f"{prefix}confidence": self.confidence}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.float64]], prefix: str) -> Decision:
        """What ``as_arrays`` wrote."""
        return cls(
            np.asarray(arrays[f"{prefix}offset"], dtype=np.float64),
            np.asarray(arrays[f"{prefix}confidence"], dtype=np.float64),
        )


def probabilities(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rows that add up to 1."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares: NDArray[np.float64] = raised / raised.sum(axis=1, keepdims=True)
    return shares


def evidence(shifted: NDArray[np.float64], mixed: NDArray[np.float64]) -> NDArray[np.float64]:
    """What the confidence is read from: one row a text.

    shifted   logits with the offset
    mixed     share of a text's words that are Hinglish, 0 to 1
    """
    shares = probabilities(shifted)
    ordered = np.sort(shares, axis=1)
    first, second = ordered[:, -1], ordered[:, -2]
    label = shares.argmax(axis=1)
    return np.column_stack(
        [
            np.ones(len(shares)),
            np.log(first / (1 - first + _NEAR_ZERO) + _NEAR_ZERO),
            first - second,
            label == 0,
            label == 1,
            mixed,
            mixed * (first - second),
        ]
    )


def judge(
    logits: NDArray[np.float64], mixed: NDArray[np.float64], decision: Decision
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """(label numbers, scores, confidences)."""
    shifted = logits + decision.offset
    shares = probabilities(shifted)
    odds = evidence(shifted, mixed) @ decision.confidence
    return (
        shares.argmax(axis=1),
        shares[:, 2] - shares[:, 0],
        1 / (1 + np.exp(-odds)),
    )


def verdicts(
    logits: NDArray[np.float64],
    mixed: NDArray[np.float64],
    decision: Decision,
    empty: Sequence[bool],
) -> list[Score]:
    """One Score a row; texts with nothing to go by are neutral."""
    labels, scores, sure = judge(logits, mixed, decision)
    return [
        NOTHING if nothing else Score(LABELS[label], float(score), float(confidence))
        for label, score, confidence, nothing in zip(labels, scores, sure, empty, strict=True)
    ]


def pull(logits: NDArray[np.float64], decision: Decision) -> tuple[float, float]:
    """(margin, ratio) of one row: score = margin * ratio, whatever the margin's sign.

    The margin is the positive logit less the negative one: it is a sum over
    features, so each feature's share of it, times the ratio, is its share of the score.
    """
    shifted = np.asarray(logits, dtype=np.float64) + decision.offset
    shares = probabilities(shifted[None, :])[0]
    margin = float(shifted[2] - shifted[0])
    if abs(margin) < _NEAR_ZERO:
        return margin, float(shares[0])
    return margin, float((shares[2] - shares[0]) / margin)


if set(LABELS) != set(SENTIMENTS):
    raise AssertionError("LABELS must be the model's SENTIMENTS")
