"""Which stretches of several words mean something together?

A phrase is a row of slots: "waste|wasted of|on my|your|our? time". A slot holds
alternatives, a word ending in ``*`` stands for every word that begins so, ``_``
is any one word, ``...`` up to three words of the same sentence, a slot ending
in ``?`` may be missing, ``^`` and ``$`` are the text's first and last word.
The first slot of a phrase is always made of whole words, so that most tokens
are passed over by one look-up.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")

_GAP: Final = 3
BREAKS: Final = frozenset(".!?…")
"""How the ends of sentences are written among the words; only a phrase that names one spans it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """words, stems: what fits. anything: any word. gap: 0 to 3 words. optional: or nothing."""

    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    anything: bool = False
    gap: bool = False
    optional: bool = False
    first: bool = False
    last: bool = False

    @property
    def plain(self) -> bool:
        """Whether it is one of its whole words and nothing else."""
        return bool(self.words) and not (self.stems or self.optional or self.anything)

    def fits(self, word: str) -> bool:
        """Whether the word may stand here."""
        if self.anything:
            return word not in BREAKS
        return word in self.words or word.startswith(self.stems)


_Phrase: TypeAlias = tuple[tuple[Slot, ...], bool, T]
"""Slots, whether it must open the text, and what it stands for."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase in a sentence: ``words[start:end]``, and what it stands for."""

    start: int
    end: int
    meaning: T


def _slot(written: str) -> Slot:
    if written == "...":
        return Slot(gap=True)
    if written == "^":
        return Slot(first=True)
    if written == "$":
        return Slot(last=True)
    optional = len(written) > 1 and written.endswith("?")
    choices = (written[:-1] if optional else written).split("|")
    if "" in choices:  # "day|" is "day?": an empty alternative is none
        choices = [choice for choice in choices if choice]
        optional = True
    return Slot(
        words=frozenset(c for c in choices if not c.endswith("*")),
        stems=tuple(c[:-1] for c in choices if c.endswith("*") and len(c) > 1),
        anything=choices == ["_"],
        optional=optional,
    )


class Phrasebook(Generic[T]):
    """Phrases and what they stand for, found in a sentence longest first."""

    __slots__ = ("_by_first", "_by_two", "_heads")

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        by_first: dict[str, list[_Phrase[T]]] = defaultdict(list)
        by_two: dict[tuple[str, str], list[_Phrase[T]]] = defaultdict(list)
        for written, meaning in phrases:
            slots = tuple(_slot(part) for part in written.split())
            anchored = slots[0].first
            if anchored:
                slots = slots[1:]
            phrase = (slots, anchored, meaning)
            for word in sorted(slots[0].words):
                if len(slots) > 1 and slots[1].plain:
                    for second in sorted(slots[1].words):
                        by_two[word, second].append(phrase)
                else:
                    by_first[word].append(phrase)
        self._by_first = dict(by_first)
        self._by_two = dict(by_two)
        self._heads = frozenset(by_first) | {first for first, _ in by_two}

    def with_more(self, phrases: Iterable[tuple[str, T]]) -> Phrasebook[T]:
        """A book with further phrases, which win over these where both are as long."""
        more: Phrasebook[T] = Phrasebook(phrases)
        merged: Phrasebook[T] = Phrasebook(())
        merged._by_first = _joined(more._by_first, self._by_first)
        merged._by_two = _joined(more._by_two, self._by_two)
        merged._heads = self._heads | more._heads
        return merged

    def find(self, words: Sequence[str]) -> list[Found[T]]:
        """Phrases among the words of a sentence, from left to right, none overlapping."""
        found: list[Found[T]] = []
        at = 0
        while at < len(words):
            word = words[at]
            if word not in self._heads:
                at += 1
                continue
            best: Found[T] | None = None
            after = words[at + 1] if at + 1 < len(words) else ""
            for candidates, known in (
                (self._by_two.get((word, after)), 2),
                (self._by_first.get(word), 1),
            ):
                for slots, anchored, meaning in candidates or ():
                    if anchored and at:
                        continue
                    end = _match(slots, known, words, at + known)
                    if end is not None and (best is None or end > best.end):
                        best = Found(at, end, meaning)
            if best is None or best.end == at:
                at += 1
            else:
                found.append(best)
                at = best.end
        return found


K = TypeVar("K")


def _joined(
    more: dict[K, list[_Phrase[T]]], base: dict[K, list[_Phrase[T]]]
) -> dict[K, list[_Phrase[T]]]:
    return {key: more.get(key, []) + base.get(key, []) for key in {**base, **more}}


def _match(slots: tuple[Slot, ...], place: int, words: Sequence[str], at: int) -> int | None:
    """Where the phrase ends, the longest way; phrases have few slots, so the search is small."""
    if place == len(slots):
        return at
    slot = slots[place]
    if slot.last:
        return at if at == len(words) else None
    if slot.gap:
        reach = 0
        while reach < _GAP and at + reach < len(words) and words[at + reach] not in BREAKS:
            reach += 1
        for skipped in range(reach, -1, -1):
            end = _match(slots, place + 1, words, at + skipped)
            if end is not None:
                return end
        return None
    if at < len(words) and slot.fits(words[at]):
        end = _match(slots, place + 1, words, at + 1)
        if end is not None:
            return end
    return _match(slots, place + 1, words, at) if slot.optional else None
