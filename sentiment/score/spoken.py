"""Whose lexicon fits a text: which language are its words of?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from sentiment.data.loader import read_table
from sentiment.score.vocabulary import LEXICONS, own_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

_HINT: Final = 2.0
_ENGLISH: Final = 0.25  # breaks ties


@cache
def _marks_of_languages() -> dict[str, tuple[str, ...]]:
    """Word -> languages it is evidence for."""
    found: dict[str, set[str]] = {}
    for language, word in read_table("language_words.tsv", ("language", "word"), 2):
        found.setdefault(word, set()).add(language)
    for language in LEXICONS:
        for term, _ in own_terms(language):
            if " " not in term:
                found.setdefault(term, set()).add(language)
    for word, _ in read_table("valence.tsv", ("word", "valence")):
        found.setdefault(word, set()).add("en")
    return {word: tuple(sorted(spoken)) for word, spoken in found.items()}


def spoken_language(words: Iterable[str], hint: str) -> str:
    """Which lexicon fits: that of the language most of the words point to; English at a tie.

    hint  BCP 47 tag, "und" if unknown; weighs as much as two words
    """
    marks = _marks_of_languages()
    votes: dict[str, float] = {"en": _ENGLISH}
    stated = hint.split("-", maxsplit=1)[0].lower()
    if stated == "en" or stated in LEXICONS:
        votes[stated] = votes.get(stated, 0.0) + _HINT
    for word in words:
        for language in marks.get(word, ()):
            votes[language] = votes.get(language, 0.0) + 1.0
    return max(sorted(votes), key=votes.__getitem__)
