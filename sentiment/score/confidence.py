"""How likely is a label of the rule scorer to be right?

A step function of the label and of the strength of the score, counted on dev
data; the steps and how they were made are in ``rules_confidence.tsv``.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Final

from sentiment.data.loader import read_table
from sentiment.errors import DataFileError

if TYPE_CHECKING:
    from sentiment.model import Sentiment

COLUMNS: Final = ("label", "from", "confidence")


@cache
def _steps() -> dict[str, tuple[list[float], list[float]]]:
    found: dict[str, tuple[list[float], list[float]]] = {}
    for label, start, confidence in read_table("rules_confidence.tsv", COLUMNS, 2):
        starts, values = found.setdefault(label, ([], []))
        starts.append(float(start))
        values.append(float(confidence))
    for label in ("positive", "neutral", "negative"):
        starts, _ = found.get(label, ([], []))
        if not starts or starts[0] != 0.0 or starts != sorted(starts):
            raise DataFileError(
                f"rules_confidence.tsv: steps of {label!r} must rise from 0; "
                "run scripts/fit_rules_confidence.py"
            )
    return found


def rules_confidence(label: Sentiment, score: float, strength: float) -> float:
    """Probability that the label is right, 0 to 1.

    score     -1 to 1
    strength  sum of the absolute shares: 0 where there was nothing to go by
    """
    starts, values = _steps()[label]
    measure = strength if label == "neutral" else abs(score)
    return values[max(0, bisect_right(starts, measure) - 1)]
