"""What is a reaction's stance, by rules that can be read?

Words, phrases and emoji are looked up (``evidence``), sway each other
(``sway``), and are added up. The total is brought between -1 and 1 as VADER
does it, x / sqrt(x * x + 15), and every share by the same factor, so that the
shares of an explanation add up to its score.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from math import sqrt
from typing import TYPE_CHECKING, Final

from sentiment.model import Contribution, Explanation, Score
from sentiment.score.confidence import rules_confidence
from sentiment.score.described import described_entry
from sentiment.score.evidence import Evidence, read
from sentiment.score.sway import exclaimed, swayed
from sentiment.score.vocabulary import Vocabulary, modifiers, vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.model import ScoringInput, Sentiment
    from sentiment.score.lexicon import LexiconEntry

SPREAD: Final = 15.0
_PRAISE: Final = 0.25
_BLAME: Final = -0.14
"""Scores from which on a text is called positive or negative; chosen on the dev tweets."""

_OWN_BESIDE_TRANSLATION: Final = 0.4
"""What the original words weigh where the article translates them: the lexicons for
other languages know less than the English one."""
_DESCRIBED_REPEAT: Final = 0.25
_FEW_WORDS: Final = 3
_NOTHING: Final = 0.34
"""Confidence where there is nothing to go by: one label of three."""


@dataclass(frozen=True, slots=True)
class RulesScorer:
    """Our lexicons and rules, which build on VADER's.

    lexicon  the user's own entries, which win
    mask     the user's own titles and names
    """

    lexicon: tuple[LexiconEntry, ...] = ()
    mask: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Short name and version."""
        return "rules 1"

    def score(self, inputs: list[ScoringInput]) -> list[Score]:
        """One verdict for each input, in order."""
        return [_verdict(*self._shares(given)) for given in inputs]

    def explain(self, given: ScoringInput) -> Explanation:
        """The verdict and its shares: words, emoji and rules in the order of the text."""
        shares, bare = self._shares(given)
        return Explanation(
            score=_verdict(shares, bare),
            contributions=tuple(
                Contribution(
                    kind=piece.kind,
                    token=piece.token,
                    value=piece.value,
                    why=piece.why,
                    start=piece.start,
                    end=piece.end,
                )
                for piece in shares
                if piece.value
            ),
        )

    def _shares(self, given: ScoringInput) -> tuple[list[Evidence], bool]:
        """The shares, and whether the text holds next to no words of its own."""
        known = partial(_known, own=self.lexicon)
        mask = given.mask + self.mask
        reading = read(given.text, mask, given.language, known)
        pieces = swayed(reading, modifiers(reading.language))
        if given.translation and given.translation not in given.text:
            other = read(given.translation, mask, "en", known)
            translated = swayed(other, modifiers(other.language))
            if any(piece.value for piece in translated):
                pieces = [_beside_translation(piece) for piece in pieces]
                pieces += [_from_translation(piece) for piece in translated]
        pieces += _described(given.described_emoji)
        total = sum(piece.value for piece in pieces)
        marks = exclaimed(given.text, total)
        if marks:
            pieces.append(
                Evidence(
                    "rule",
                    "!",
                    marks,
                    "",
                    "exclamation marks",
                    len(pieces),
                    len(pieces),
                    None,
                    None,
                )
            )
            total += marks
        factor = 1.0 / sqrt(total * total + SPREAD)
        shares = [piece._replace(value=piece.value * factor) for piece in pieces]
        return shares, reading.own_words < _FEW_WORDS


@cache
def _known(language: str, own: tuple[LexiconEntry, ...]) -> Vocabulary:
    return vocabulary(language, own)


def _beside_translation(piece: Evidence) -> Evidence:
    if piece.kind != "word":
        return piece
    return piece._replace(
        value=piece.value * _OWN_BESIDE_TRANSLATION, why=piece.why + "; beside a translation"
    )


def _from_translation(piece: Evidence) -> Evidence:
    return piece._replace(why=piece.why + "; in the translation", start=None, end=None)


def _described(names: Sequence[str]) -> list[Evidence]:
    """Emoji told in prose; the second and third of the same add a quarter each."""
    found = []
    seen: dict[str, int] = {}
    for at, name in enumerate(names):
        entry = described_entry(name)
        times = seen.get(name, 0)
        seen[name] = times + 1
        if entry is None or times > 2:  # noqa: PLR2004 - "second and third"
            continue
        value = entry.valence * (_DESCRIBED_REPEAT if times else 1.0)
        why = f"described emoji: {entry.source}"
        found.append(Evidence("described", name, value, entry.role, why, at, at, None, None))
    return found


def label_of(score: float) -> Sentiment:
    """The label of a score on the rules' scale."""
    if score >= _PRAISE:
        return "positive"
    return "negative" if score <= _BLAME else "neutral"


def _verdict(shares: Sequence[Evidence], bare: bool) -> Score:  # noqa: FBT001 - a fact, no switch
    score = sum(piece.value for piece in shares)
    label = label_of(score)
    strength = sum(abs(piece.value) for piece in shares)
    if bare and not strength:
        return Score(label, score, _NOTHING)
    return Score(label, score, rules_confidence(label, score, strength))
