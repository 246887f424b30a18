"""Which reactions does the linear model settle, and which need the encoder?

Where ``fast`` is at least as sure as a threshold set on development texts, its
verdict stands; the rest goes to ``full``. Most plain praise and blame is settled
at a fraction of the time.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sentiment.score.fast import FastScorer, load_fast
from sentiment.score.full import FullScorer, load_stack

if TYPE_CHECKING:
    from sentiment.model import Explanation, Score, ScoringInput


class CascadeScorer:
    """``fast`` where it is sure, ``full`` where it is not."""

    def __init__(
        self,
        fast: FastScorer | None = None,
        full: FullScorer | None = None,
        sure: float | None = None,
    ) -> None:
        self._fast = fast or load_fast()
        self._full = full or FullScorer(self._fast)
        self.sure = load_stack().sure if sure is None else sure

    @property
    def name(self) -> str:
        """Short name and version."""
        return "cascade 1"

    def score(self, inputs: list[ScoringInput]) -> list[Score]:
        """One verdict for each input, in order."""
        if not inputs:
            return []
        reading = self._fast.read(inputs)
        found = self._fast.judge(inputs, reading)
        unsure = [i for i, score in enumerate(found) if score.confidence < self.sure]
        if unsure:
            better = self._full.judge([inputs[i] for i in unsure], reading.of(unsure))
            for i, score in zip(unsure, better, strict=True):
                found[i] = score
        return found

    def explain(self, given: ScoringInput) -> Explanation:
        """The explanation by whichever of the two gives the verdict."""
        first = self._fast.score([given])[0]
        return (self._fast if first.confidence >= self.sure else self._full).explain(given)


@cache
def load_cascade() -> CascadeScorer:
    """The cascade, loaded once."""
    return CascadeScorer()
