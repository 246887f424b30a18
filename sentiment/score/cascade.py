"""Which reactions does the linear model settle, and which need the encoder?

``full`` is asked where it is expected to set enough right for its time, by an
estimate fitted on development texts; elsewhere the verdict of ``fast`` stands. Most
plain praise and blame, on which the rules agree, is settled so, at a fraction of the time.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sentiment.score.fast import FastScorer, load_fast
from sentiment.score.full import FullScorer, load_stack
from sentiment.score.gain import gain_per_token, reading_cost
from sentiment.score.normalise import context_text
from sentiment.score.rules import RulesScorer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.model import Explanation, Score, ScoringInput
    from sentiment.score.fast import Reading


class CascadeScorer:
    """``fast`` where it is sure, ``full`` where it is not."""

    def __init__(
        self,
        fast: FastScorer | None = None,
        full: FullScorer | None = None,
        least: float | None = None,
    ) -> None:
        self._fast = fast or load_fast()
        self._full = full or FullScorer(self._fast)
        self._rules = RulesScorer()
        self.least = load_stack().least if least is None else least

    @property
    def name(self) -> str:
        """Short name and version."""
        return "cascade 3"

    def score(self, inputs: list[ScoringInput]) -> list[Score]:
        """One verdict for each input, in order."""
        if not inputs:
            return []
        reading, ruled = self._fast.read(inputs), self._rules.score(inputs)
        found = self._fast.judge(inputs, reading)
        asked = self._worth_asking(inputs, reading, ruled)
        if asked:
            given, known = [inputs[i] for i in asked], [ruled[i] for i in asked]
            for i, score in zip(
                asked, self._full.judge(given, reading.of(asked), known), strict=True
            ):
                found[i] = score
        return found

    def explain(self, given: ScoringInput) -> Explanation:
        """The explanation by whichever of the two gives the verdict."""
        one = [given]
        asked = self._worth_asking(one, self._fast.read(one), self._rules.score(one))
        return (self._full if asked else self._fast).explain(given)

    def _worth_asking(
        self, inputs: Sequence[ScoringInput], reading: Reading, ruled: Sequence[Score]
    ) -> list[int]:
        cost = reading_cost([context_text(g) for g in inputs])
        decision = self._fast.model.decision
        gains = gain_per_token(load_stack().gain, reading, ruled, cost, decision)
        return [int(i) for i in (gains >= self.least).nonzero()[0]]


@cache
def load_cascade() -> CascadeScorer:
    """The cascade, loaded once."""
    return CascadeScorer()
