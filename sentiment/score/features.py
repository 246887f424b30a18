"""Which features of a text do the learned scorers weigh, and how are they counted quickly?

A feature is a row of a hashed table: a word, its letter groups, a pair or triple
of neighbours, a word within reach of a negation. Everything about a word alone is
the same wherever it stands, so ``WordBook`` works it out once and keeps it; a batch
is then a few array operations over word numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from zlib import crc32

import numpy as np

from sentiment.score.normalise import bare_text, fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

BITS: Final = 20
ROWS: Final = 1 << BITS
_MASK: Final = np.uint64(ROWS - 1)

# Odd multipliers keep the hashes of first, second and third word apart.
_FIRST: Final = np.uint64(0x9E3779B1)
_SECOND: Final = np.uint64(0x85EBCA77)
_THIRD: Final = np.uint64(0xC2B2AE3D)
_NEGATED: Final = np.uint64(0x27D4EB2F)
_FOLD: Final = np.uint64(16)
_PAIR_KEYS: Final = 1 << 50  # keeps the keys of pairs clear of those of words

TOKEN: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[!?.]+|[^\s\w]|_+")
_GROUPS: Final = (3, 4, 5)
_LONGEST: Final = 24  # letters of a word that are read; beyond it is a link's rest or noise
_STOPS: Final = frozenset(".!?,;:")
_NEGATING: Final = (
    "not no never don't dont didn't didnt isn't isnt wasn't wasnt can't cant cannot won't "
    "wont nothing hardly without doesn't doesnt couldn't couldnt wouldn't wouldnt shouldn't "
    "shouldnt ain't aint aren't arent haven't hasn't nobody none nor neither barely nahi na "
    "mat nahin bina não nao nunca sin hindi walang "
)
NEGATIONS: Final = frozenset(_NEGATING.split())


def tokens(text: str) -> list[str]:
    """Words and signs of a text, spelled as the models know them."""
    return [fold_token(t) for t in TOKEN.findall(bare_text(text))]


def fold_token(token: str) -> str:
    """One spelling of a token: "bohooot" is "bahut", "!!!!!!" is "!!!"."""
    return token[:3] if token[0] in "!?." else fold_word(token)


def word_rows(word: str) -> NDArray[np.int64]:
    """The table rows of one word by itself: the word, then its letter groups."""
    rows = [crc32(b"w" + word.encode())]
    if len(word) > 2 and word[0].isalnum():  # noqa: PLR2004 - shorter words are their own group
        edged = f"<{word[:_LONGEST]}>"
        rows += [
            crc32(b"c" + edged[at : at + size].encode())
            for size in _GROUPS
            for at in range(len(edged) - size + 1)
        ]
    return np.asarray(rows, dtype=np.int64) & (ROWS - 1)


def _mix(value: NDArray[np.uint64]) -> NDArray[np.int64]:
    value = value & np.uint64(0xFFFFFFFFFFFF)
    return ((value ^ (value >> _FOLD)) & _MASK).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Flat:
    """A batch laid end to end. start: where each text begins, with the end as last entry.

    pairs, triples  rows of neighbours; the place of a triple or pair is that of its last word
    pair_keys       lexicon keys of the pairs
    negated         rows of words within reach of a negation
    ``*_at``        the places they belong to
    """

    words: NDArray[np.int64]
    start: NDArray[np.int64]
    pairs: NDArray[np.int64]
    pairs_at: NDArray[np.int64]
    pair_keys: NDArray[np.int64]
    triples: NDArray[np.int64]
    triples_at: NDArray[np.int64]
    negated: NDArray[np.int64]
    negated_at: NDArray[np.int64]


class WordBook:
    """Numbers for words, with what is known of each word by itself. Grows as it reads."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._number: dict[str, int] = {}
        self._hash: list[int] = []
        self._negates: list[bool] = []
        self._stops: list[bool] = []
        self._spelled: dict[str, int] = {}

    def number(self, word: str) -> int:
        """The number of a word as typed; spellings of one word share theirs."""
        found = self._spelled.get(word)
        if found is None:
            folded = fold_token(word)
            found = self._number.get(folded)
            if found is None:
                found = len(self.words)
                self._number[folded] = found
                self.words.append(folded)
                self._hash.append(crc32(folded.encode()))
                self._negates.append(folded in NEGATIONS)
                self._stops.append(folded[0] in _STOPS)
            self._spelled[word] = found
        return found

    def hashes(self, since: int = 0) -> NDArray[np.int64]:
        """Lexicon keys of the book's words from number ``since`` on."""
        return np.asarray(self._hash[since:], dtype=np.int64)

    def read(self, texts: Sequence[str]) -> list[list[int]]:
        """Word numbers of each text."""
        known, number, find = self._spelled, self.number, TOKEN.findall
        out = []
        for text in texts:
            found = find(bare_text(text))
            try:
                out.append([known[t] for t in found])
            except KeyError:
                out.append([number(t) for t in found])
        return out

    def lay_out(self, numbered: Sequence[Sequence[int]]) -> Flat:
        """The batch as arrays."""
        lengths = np.fromiter((len(n) for n in numbered), dtype=np.int64, count=len(numbered))
        start = np.concatenate([[0], np.cumsum(lengths)])
        words = np.fromiter((w for n in numbered for w in n), dtype=np.int64, count=int(start[-1]))
        place = np.arange(len(words)) - np.repeat(start[:-1], lengths)
        if not len(words):
            none = np.empty(0, dtype=np.int64)
            return Flat(words, start, none, none, none, none, none, none, none)
        hashed = np.asarray(self._hash, dtype=np.uint64)[words]
        negates = np.asarray(self._negates)[words]
        stops = np.asarray(self._stops)[words]
        second = np.flatnonzero(place >= 1)
        third = np.flatnonzero(place >= 2)  # noqa: PLR2004 - the third word on
        joined = hashed[second - 1] * _FIRST + hashed[second] * _SECOND
        triples = _mix(
            hashed[third - 2] * _FIRST + hashed[third - 1] * _SECOND + hashed[third] * _THIRD
        )
        reach = np.zeros(len(words), dtype=bool)
        open_ = np.ones(len(words), dtype=bool)
        for back in (1, 2, 3):  # a negation reaches three words on, and no further than a stop
            at = np.flatnonzero(place >= back)
            reach[at] |= negates[at - back] & open_[at]
            open_[at] &= ~stops[at - back]
        reach &= ~stops
        negated_at = np.flatnonzero(reach)
        return Flat(
            words=words,
            start=start,
            pairs=_mix(joined),
            pairs_at=second,
            pair_keys=(joined >> _FOLD).astype(np.int64) + _PAIR_KEYS,
            triples=triples,
            triples_at=third,
            negated=_mix(hashed[negated_at] * _NEGATED),
            negated_at=negated_at,
        )
