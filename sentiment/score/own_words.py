"""How do the user's own words count with a scorer that learned its words from data?

Whatever the scorer, its score is taken back to the open scale that the rules add
up on, the user's words are added there, negation and emphasis included, and the
sum is brought between -1 and 1 again. Texts without such words keep their verdict.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from math import sqrt
from typing import TYPE_CHECKING, Final

from sentiment.model import Contribution, Explanation, Score
from sentiment.score.confidence import rules_confidence
from sentiment.score.evidence import read
from sentiment.score.explained import BriefScorer
from sentiment.score.rules import SPREAD, label_of
from sentiment.score.sway import swayed
from sentiment.score.vocabulary import Vocabulary, modifiers, only_own

if TYPE_CHECKING:
    from sentiment.model import Scorer, ScoringInput, Sentiment
    from sentiment.score.evidence import Evidence
    from sentiment.score.lexicon import LexiconEntry

_SUREST: Final = 0.999  # a score of 1 has no place on the open scale


@dataclass(frozen=True, slots=True)
class OwnWordsScorer:
    """Another scorer, with the user's lexicon and mask on top."""

    base: Scorer
    lexicon: tuple[LexiconEntry, ...] = ()
    mask: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The scorer's name; it is the same model."""
        return self.base.name

    def score(self, inputs: list[ScoringInput]) -> list[Score]:
        """One verdict for each input, in order."""
        masked = [self._masked(given) for given in inputs]
        found = self.base.score(masked)
        return [_moved(score, self._own(given)) for score, given in zip(found, masked, strict=True)]

    def explain(self, given: ScoringInput) -> Explanation:
        """The scorer's shares, scaled to leave room for those of the user's words."""
        masked = self._masked(given)
        return self._with_own(masked, self.base.explain(masked))

    def explain_briefly(self, given: ScoringInput) -> Explanation:
        """The same of the scorer's brief explanation, where it gives one."""
        masked = self._masked(given)
        base = self.base
        brief = base.explain_briefly if isinstance(base, BriefScorer) else base.explain
        return self._with_own(masked, brief(masked))

    def _with_own(self, masked: ScoringInput, plain: Explanation) -> Explanation:
        own = self._own(masked)
        if not own:
            return plain
        total = _opened(plain.score.score) + sum(piece.value for piece in own)
        factor = 1.0 / sqrt(total * total + SPREAD)
        score = plain.score.score
        ratio = factor * (_opened(score) / score if score else sqrt(SPREAD))
        shares = [replace(share, value=share.value * ratio) for share in plain.contributions]
        shares += [
            Contribution(
                piece.kind, piece.token, piece.value * factor, piece.why, piece.start, piece.end
            )
            for piece in own
        ]
        return Explanation(_moved(plain.score, own), tuple(shares))

    def _masked(self, given: ScoringInput) -> ScoringInput:
        silenced = tuple(entry.term for entry in self.lexicon if not entry.valence)
        mask = given.mask + self.mask + silenced
        return replace(given, mask=mask) if mask != given.mask else given

    def _own(self, given: ScoringInput) -> list[Evidence]:
        if not self.lexicon:
            return []

        def known(language: str) -> Vocabulary:
            return _known(language, self.lexicon)

        reading = read(given.text, given.mask, given.language, known)
        names = {"your lexicon"}
        return [
            piece
            for piece in swayed(reading, modifiers(reading.language))
            if piece.why.split(";")[0].removeprefix("emoji: ") in names
        ]


@cache
def _known(language: str, own: tuple[LexiconEntry, ...]) -> Vocabulary:
    return only_own(language, own)


def _opened(score: float) -> float:
    """The sum that the rules' scale turns into the score."""
    held = max(-_SUREST, min(_SUREST, score))
    return held * sqrt(SPREAD / (1.0 - held * held))


def _moved(score: Score, own: list[Evidence]) -> Score:
    pull = sum(piece.value for piece in own)
    if not pull:
        return score
    total = _opened(score.score) + pull
    value = total / sqrt(total * total + SPREAD)
    side: Sentiment = "positive" if pull > 0 else "negative"
    label = side if score.sentiment == side else label_of(value)
    if label == score.sentiment:
        return Score(label, value, score.confidence)
    return Score(label, value, rules_confidence(label, value, abs(value)))
