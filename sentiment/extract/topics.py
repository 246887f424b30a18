"""Whom is a sentence about, where small words tell, and who yields to them?

"Unang nag-reply sa tweet na ito ni Ana si Bo" is about Bo; in Hindi "ने" tells of whom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_BEFORE: Final = 30
"""Code points before a name that hold the two words before it."""
_BEHIND: Final = 6
"""Code points behind a name that hold the word that marks it."""


def is_topic(tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon) -> bool:
    """Whether the name in ``tokens[at:end]`` is marked as whom its sentence is about."""
    if end < len(tokens) and tokens[end].low in lexicon.subject_marks:
        return True
    mark = tokens[at - 1].low if at else ""
    return mark in lexicon.personal and mark not in lexicon.agents | lexicon.prepositions


def yields(text: str, at: int, length: int, lexicon: ProseLexicon) -> bool:
    """Whether a name at ``text[at]`` only owns something, or nothing marks it."""
    if lexicon.subject_marks:
        return lexicon.subject_marks.isdisjoint(
            text[at + length : at + length + _BEHIND].split()[:1]
        )
    near = text[max(0, at - _BEFORE) : at].casefold().split()
    if not near or near.pop() not in lexicon.agents:
        return False
    while near and near[-1] in lexicon.clitics:
        near.pop()  # "Pinuri naman ni Ana si Bo"
    return not near or near[-1] not in lexicon.own
