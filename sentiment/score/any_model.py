"""What does a three-label model of the user's choice say of a reaction?

The model reads the words as printed, emoji in place, with links and handles
reduced to "http" and "@user", as models of social media are trained on them, and
masked titles reduced to "it". The article's own translation is read instead
where the model's tokenizer cannot make much of the original. Explained by leaving out:
what the score loses without a word is that word's share.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import fsum
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, Protocol

from sentiment.model import Contribution, Explanation, Score, ScoringInput
from sentiment.score.model_labels import ORDER
from sentiment.score.normalise import EMOJI, mask_pattern, masked_text, says_nothing
from sentiment.score.tokens import tokenise
from sentiment.score.verdict import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

UNREADABLE: Final = 1.35
"""Pieces of the original for one of its translation, from which on the translation is read.

The two say the same, so a tokenizer that knows both languages cuts them into about
as many pieces. The vocabulary of English BERT makes 1.2 to 1.9 times as many of
Spanish, Portuguese, French, German, Tagalog and Hinglish, and 2.9 to 7 times of
Hindi, Tamil and Japanese (14 pairs: docs/models.md). A multilingual model loses
little by a translation, an English one much without it; hence a low threshold.
"""

_LINK: Final = re.compile(r"(?<!\w)(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+", re.IGNORECASE)
_HANDLE: Final = re.compile(r"(?<![\w.])@\w+")
_READ: Final = 8192  # code points: more than the tokens that any model here is given
_EXPLAINED: Final = 160  # parts that are left out one by one; the rest goes into the base
_STRETCH: Final = (0.25, 2.0)  # how far shares are scaled to meet the score
_NO_REST: Final = 1e-9
_DIGITS: Final = 6  # those that a classifier gives
_LEFT_OUT: Final = frozenset({"word", "hashtag", "smiley", "censored", "emoji"})


class Classifier(Protocol):
    """A model and its tokenizer."""

    @property
    def name(self) -> str:
        """The model's name and version."""

    def pieces(self, texts: Sequence[str]) -> list[int]:
        """How many pieces the tokenizer cuts each text into; unknown ones count several times."""

    def shares(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """Probabilities in ``ORDER`` to six digits, one row a text, in the order given."""


class Part(NamedTuple):
    """What can be left out of a reading. start, end: code points in ``ScoringInput.text``."""

    kind: Literal["word", "emoji", "described"]
    token: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model reads of an input.

    text        the original, or its translation
    original    which of the two
    beside      what is put behind it: emoji that the translation lacks, described emoji
    """

    text: str
    original: bool = True
    beside: tuple[Part, ...] = ()
    mask: tuple[str, ...] = ()


def read(given: ScoringInput, *, translated: bool = False) -> Reading:
    """The reading of an input, by its translation if that is wanted."""
    beside = [Part("described", name) for name in given.described_emoji]
    if not translated or not given.translation:
        return Reading(given.text[:_READ], beside=tuple(beside), mask=given.mask)
    if not EMOJI.search(given.translation):
        beside = [
            Part("emoji", token.text, token.start, token.end)
            for token in tokenise(given.text[:_READ])
            if token.kind == "emoji"
        ] + beside
    text = given.translation[:_READ]
    return Reading(text, original=False, beside=tuple(beside), mask=given.mask)


def words_of(reading: Reading) -> str:
    """A reading as the model gets it: one line, masks, links and handles neutralised."""
    text = _tidy(masked_text(reading.text, reading.mask))
    return " ".join([*text.split(), *(part.token for part in reading.beside)])


def may_need_translation(given: ScoringInput) -> bool:
    """Whether there is a translation to read in place of words that are not English."""
    return given.translation is not None and given.language.split("-")[0] != "en"


def parts_of(reading: Reading) -> list[Part]:
    """Words and emoji that may be left out; masked terms, links and marks are none."""
    pattern = mask_pattern(reading.mask)
    masked = [match.span() for match in pattern.finditer(reading.text)] if pattern else []
    found = []
    for token in tokenise(reading.text):
        # terms and tokens both come in order, so that terms behind us are done with
        while masked and masked[0][1] <= token.start:
            masked.pop(0)
        if token.kind not in _LEFT_OUT or (masked and masked[0][0] < token.end):
            continue
        kind: Literal["word", "emoji"] = "emoji" if token.kind == "emoji" else "word"
        found.append(Part(kind, token.text, token.start, token.end))
    return found


def verdict(shares: Sequence[float]) -> Score:
    """The likeliest label, P(positive) - P(negative), and the label's probability.

    shares  probabilities in ``ORDER``; among equals neutral goes first
    """
    negative, neutral, positive = shares
    best = max(shares)
    label = "neutral" if neutral == best else ORDER[list(shares).index(best)]
    return Score(label, round(positive - negative, _DIGITS), best)


class AnyModelScorer:
    """A model of the user's choice as a scorer."""

    def __init__(self, classifier: Classifier) -> None:
        self._classifier = classifier

    @property
    def name(self) -> str:
        """The model's name and version."""
        return f"transformers {self._classifier.name}"

    def score(self, inputs: list[ScoringInput]) -> list[Score]:
        """One verdict for each input, in order."""
        return self._judge(self._readings(inputs))

    def explain(self, given: ScoringInput) -> Explanation:
        """The verdict and, for each word or emoji, what the score loses without it."""
        reading = self._readings([given])[0]
        inside = parts_of(reading)[:_EXPLAINED]
        beside = reading.beside[: _EXPLAINED - len(inside)]
        without = [
            replace(reading, text=f"{reading.text[: part.start]} {reading.text[part.end :]}")
            for part in inside
        ] + [
            replace(reading, beside=reading.beside[:at] + reading.beside[at + 1 :])
            for at in range(len(beside))
        ]
        whole, *rest = self._judge([reading, *without])
        lost = [whole.score - score.score for score in rest]
        if not reading.original:  # their places are in the translation, which has none in the text
            inside = [part._replace(start=None, end=None) for part in inside]
        shares = [
            Contribution(
                part.kind,
                part.token,
                value,
                "what the score loses without it",
                part.start,
                part.end,
            )
            for part, value in zip([*inside, *beside], _stretched(lost, whole.score), strict=True)
        ]
        base = whole.score - fsum(share.value for share in shares)
        if abs(base) > _NO_REST or not shares:
            why = "the words together, beyond each by itself" if shares else "no words to go by"
            shares.append(Contribution("base", "", base, why))
        return Explanation(whole, tuple(shares))

    def _readings(self, inputs: Sequence[ScoringInput]) -> list[Reading]:
        readings = [read(given) for given in inputs]
        doubtful = [at for at, given in enumerate(inputs) if may_need_translation(given)]
        if not doubtful:
            return readings
        other = [read(inputs[at], translated=True) for at in doubtful]
        counts = self._classifier.pieces(
            [_bare(readings[at]) for at in doubtful] + [_bare(reading) for reading in other]
        )
        for at, reading, of_text, of_translation in zip(
            doubtful, other, counts, counts[len(doubtful) :], strict=False
        ):
            if of_text > UNREADABLE * of_translation and of_translation:
                readings[at] = reading
        return readings

    def _judge(self, readings: Sequence[Reading]) -> list[Score]:
        found = [NOTHING] * len(readings)
        telling = [at for at, reading in enumerate(readings) if not _is_empty(reading)]
        rows = self._classifier.shares([words_of(readings[at]) for at in telling])
        for at, row in zip(telling, rows, strict=True):
            found[at] = verdict(row)
        return found


def _tidy(text: str) -> str:
    return _HANDLE.sub("@user", _LINK.sub("http", text))


def _bare(reading: Reading) -> str:
    """Its words alone: an emoji that a tokenizer does not know says nothing of the language."""
    return " ".join(EMOJI.sub(" ", _tidy(masked_text(reading.text, reading.mask))).split())


def _is_empty(reading: Reading) -> bool:
    kept = tuple(part.token for part in reading.beside)
    return says_nothing(ScoringInput(reading.text, described_emoji=kept, mask=reading.mask))


def _stretched(lost: Sequence[float], score: float) -> list[float]:
    """Losses scaled toward the score, as far as the model's reading of words together allows."""
    total = fsum(lost)
    if total * score <= 0:
        return list(lost)
    factor = min(max(score / total, _STRETCH[0]), _STRETCH[1])
    return [value * factor for value in lost]
