"""What does plain, untouched VADER say of a text?

Kept beside our own score so that studies made with VADER stay comparable.
Source: Hutto and Gilbert 2014, package vaderSentiment.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

from sentiment.model import Contribution, Explanation, Polarity, Score, ScoringInput

if TYPE_CHECKING:
    from sentiment.model import Sentiment

_CUT = 0.05
"""Compound at which VADER's authors call a text positive or negative."""

_HIT_RATE = 0.55
"""Share of its labels that readers accept on news reactions and tweets; plain
VADER says nothing of its own certainty, so every label gets the same."""


class _Analyzer(Protocol):
    def polarity_scores(self, text: str) -> dict[str, float]: ...


@cache
def _analyzer() -> _Analyzer:
    # the module pulls in requests for a demo it carries
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer  # noqa: PLC0415 - see above

    return cast("_Analyzer", SentimentIntensityAnalyzer())


def plain_polarity(text: str) -> Polarity:
    """VADER's four numbers. neg, neu, pos: shares, 0 to 1; compound: -1 to 1."""
    found = _analyzer().polarity_scores(text)
    return Polarity(
        neg=found["neg"], neu=found["neu"], pos=found["pos"], compound=found["compound"]
    )


def label_of_compound(compound: float) -> Sentiment:
    """The label of a compound, by the cut of VADER's authors."""
    if compound >= _CUT:
        return "positive"
    return "negative" if compound <= -_CUT else "neutral"


class VaderScorer:
    """Plain VADER behind the scorer protocol: the words alone, no context."""

    @property
    def name(self) -> str:
        """Short name and version."""
        return "vader 3.3.2"

    def score(self, inputs: list[ScoringInput]) -> list[Score]:
        """One verdict for each input, in order."""
        return [self._verdict(given) for given in inputs]

    def explain(self, given: ScoringInput) -> Explanation:
        """The compound as one share: VADER does not say which word made it."""
        score = self._verdict(given)
        share = Contribution(
            kind="base", token="", value=score.score, why="VADER's compound for the whole text"
        )
        return Explanation(score=score, contributions=(share,))

    @staticmethod
    def _verdict(given: ScoringInput) -> Score:
        compound = plain_polarity(given.text).compound
        return Score(sentiment=label_of_compound(compound), score=compound, confidence=_HIT_RATE)
