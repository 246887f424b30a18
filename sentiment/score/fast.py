"""What does a linear model over words, word groups and VADER's numbers say of a reaction?

Everything it weighs adds up to three logits, so its explanations are exact.
Needs numpy alone. ``scripts/train_scorers.py`` makes the model file; its card is
``sentiment/data/models/fast.md``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sentiment.model import Contribution, Explanation, Score, ScoringInput
from sentiment.score.fast_model import MODEL, NUMBERS, load_arrays, numbers, unpack
from sentiment.score.features import WordBook, word_rows
from sentiment.score.normalise import context_text, says_nothing
from sentiment.score.pieces import pieces
from sentiment.score.verdict import pull, verdicts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from sentiment.score.fast_model import FastModel


_COMPOUND: Final = 3
_BATCH: Final = 8192  # texts laid out at once: bounds memory, loses no speed
_BOOK: Final = 200_000  # words kept; beyond it the book is begun anew


class Reading(NamedTuple):
    """What ``fast`` makes of a batch. One row a text."""

    logits: NDArray[np.float64]
    mixed: NDArray[np.float64]
    compound: NDArray[np.float64]

    def of(self, chosen: Sequence[int]) -> Reading:
        """The rows of some texts."""
        return Reading(self.logits[chosen], self.mixed[chosen], self.compound[chosen])


class _Group(NamedTuple):
    """Shares of one kind of feature. at: the token each belongs to; reach: tokens it spans."""

    at: NDArray[np.int64]
    shares: NDArray[np.float64]
    reach: int


class _Batch(NamedTuple):
    """Where a batch's logits come from. groups[0] has the tokens themselves."""

    owner: NDArray[np.int64]
    groups: list[_Group]
    counted: NDArray[np.float64]
    mixed: NDArray[np.float64]


class FastScorer:
    """The linear model behind the scorer protocol."""

    def __init__(self, model: FastModel) -> None:
        self.model = model
        self._begin()

    def _begin(self) -> None:
        self._book = WordBook()
        self._alone = np.zeros((0, 3))
        self._size = np.zeros(0)
        self._entry = np.zeros(0, dtype=np.int64)

    @property
    def name(self) -> str:
        """Short name and version."""
        return "fast 2"

    def _learn_words(self) -> None:
        """Work out what the book's new words weigh by themselves."""
        new = self._book.words[len(self._size) :]
        if not new:
            return
        rows = [word_rows(w) for w in new]
        sizes = np.asarray([len(r) for r in rows])
        weights = self.model.table[np.concatenate(rows)]
        alone = np.add.reduceat(weights, np.concatenate([[0], np.cumsum(sizes)[:-1]]), axis=0)
        self._alone = np.vstack([self._alone, alone])
        self._size = np.concatenate([self._size, sizes])
        keys = self._book.hashes(len(self._entry))
        self._entry = np.concatenate([self._entry, self.model.look_up(keys)])

    def _batch(self, texts: Sequence[str]) -> _Batch:
        if len(self._book.words) > _BOOK:
            self._begin()
        flat = self._book.lay_out(self._book.read(texts))
        self._learn_words()
        model, words = self.model, flat.words
        length = np.diff(flat.start)
        owner = np.repeat(np.arange(len(texts)), length)
        features = np.bincount(owner, weights=self._size[words], minlength=len(texts))
        for places in (flat.pairs_at, flat.triples_at, flat.negated_at):
            features += np.bincount(owner[places], minlength=len(texts))
        scale = (1 / np.sqrt(np.maximum(features, 1)))[owner][:, None]
        each = (1 / np.sqrt(np.maximum(length, 1)))[owner][:, None]
        entry = self._entry[words]
        said, pair_said = model.lexicon[entry], model.lexicon[model.look_up(flat.pair_keys)]
        second, third, negated = flat.pairs_at, flat.triples_at, flat.negated_at
        groups = [
            _Group(
                np.arange(len(words)), self._alone[words] * scale + said @ model.pooled * each, 1
            ),
            _Group(
                second,
                model.table[flat.pairs] * scale[second] + pair_said @ model.paired * each[second],
                2,
            ),
            _Group(third, model.table[flat.triples] * scale[third], 3),
            _Group(negated, model.table[flat.negated] * scale[negated], 1),
            *self._extremes(owner, groups_at=np.arange(len(words)), said=said, row=0),
            *self._extremes(owner[second], groups_at=second, said=pair_said, row=2),
        ]
        hinglish = np.bincount(owner, weights=model.mixed[entry], minlength=len(texts))
        counted = np.asarray([numbers(t) for t in texts]).reshape(len(texts), len(NUMBERS))
        return _Batch(owner, groups, counted, hinglish / np.maximum(length, 1))

    def _extremes(
        self,
        owner: NDArray[np.int64],
        groups_at: NDArray[np.int64],
        said: NDArray[np.float64],
        row: int,
    ) -> list[_Group]:
        """Each text's best and worst lexicon entry, where they are good and bad."""
        out: list[_Group] = []
        if not len(owner):
            return out
        margin = said[:, 2] - said[:, 0]
        first = np.flatnonzero(np.diff(owner, prepend=-1))
        group = np.repeat(np.arange(len(first)), np.diff(np.append(first, len(owner))))
        for sign, weights in ((1, self.model.extremes[row]), (-1, self.model.extremes[row + 1])):
            most = np.maximum.reduceat(sign * margin, first)
            at = np.flatnonzero((sign * margin == most[group]) & (most[group] > 0))
            at = at[np.unique(group[at], return_index=True)[1]]  # a tie credits its first
            out.append(_Group(groups_at[at], margin[at][:, None] * weights, 1 + row // 2))
        return out

    def read(self, inputs: Sequence[ScoringInput]) -> Reading:
        """Logits and what later layers read beside them."""
        parts = [Reading(np.zeros((0, 3)), np.zeros(0), np.zeros(0))]
        for begin in range(0, len(inputs), _BATCH):
            texts = [context_text(g) for g in inputs[begin : begin + _BATCH]]
            batch = self._batch(texts)
            logits = batch.counted @ self.model.numbers + self.model.base
            for at, shares, _ in batch.groups:
                for label in range(3):
                    logits[:, label] += np.bincount(
                        batch.owner[at], weights=shares[:, label], minlength=len(texts)
                    )
            parts.append(Reading(logits, batch.mixed, batch.counted[:, _COMPOUND]))
        return Reading(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    def judge(self, inputs: Sequence[ScoringInput], reading: Reading) -> list[Score]:
        """The verdicts that a reading leads to."""
        empty = [says_nothing(g) for g in inputs]
        return verdicts(reading.logits, reading.mixed, self.model.decision, empty)

    def score(self, inputs: list[ScoringInput]) -> list[Score]:
        """One verdict for each input, in order."""
        return self.judge(inputs, self.read(inputs))

    def explain(self, given: ScoringInput) -> Explanation:
        """The verdict and the exact share of each word, emoji and number in its score."""
        reading = self.read([given])
        whole = self.judge([given], reading)[0]
        if says_nothing(given):
            return Explanation(whole, ())
        batch = self._batch([context_text(given)])
        counted = batch.counted[0][:, None] * self.model.numbers
        logits = reading.logits[0]
        _, ratio = pull(logits, self.model.decision)
        tokens = len(batch.owner)
        alone, company = np.zeros(tokens), np.zeros(tokens)
        for number, (at, shares, reach) in enumerate(batch.groups):
            margin = (shares[:, 2] - shares[:, 0]) * ratio / reach
            for back in range(reach):
                np.add.at(company if number else alone, at - back, margin)
        found, owner = pieces(given)
        by_itself, in_company = np.zeros(len(found)), np.zeros(len(found))
        unplaced = 0.0
        for token, piece in enumerate(owner):
            if piece is None:
                unplaced += float(alone[token] + company[token])
            else:
                by_itself[piece] += alone[token]
                in_company[piece] += company[token]
        out = [
            Contribution(
                piece.kind,
                piece.shown,
                float(own + joint),
                f"{own:+.2f} by itself, {joint:+.2f} with its neighbours",
                piece.start,
                piece.end,
            )
            for piece, own, joint in zip(found, by_itself, in_company, strict=True)
        ]
        out += [
            Contribution(
                "rule", name, float((row[2] - row[0]) * ratio), f"{value:.2f} in this text"
            )
            for name, row, value in zip(NUMBERS, counted, batch.counted[0], strict=True)
            if value
        ]
        base = self.model.base + self.model.decision.offset
        rest = float((base[2] - base[0]) * ratio) + unplaced
        out.append(Contribution("base", "", rest, "where a text with no words at all would stand"))
        return Explanation(whole, tuple(out))


@cache
def load_fast() -> FastScorer:
    """The fast scorer, its model read once."""
    return FastScorer(unpack(load_arrays(MODEL)))
