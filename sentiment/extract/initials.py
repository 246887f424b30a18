"""Which small words stand inside a body's name, as its initials in brackets show?

The Lakes Union for Boats and Nets (LUBN) is one body: neither "for" nor "and" ends its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.extract.words import Token

_SMALL: Final = frozenset(
    {"of", "for", "and", "the", "to", "in", "on", "against", "without", "from", "&"}
)
"""Small words inside the names of bodies; their initials may be left out."""
_HOUSES: Final = frozenset({"ministry", "department", "office", "bureau", "board"})
"""Bodies that are named by what they see to."""
_LONGEST: Final = 14
"""Tokens of a body's name."""
_FEWEST: Final = 3
"""Letters of the initials at least."""
_FIELD: Final = 2
"""Tokens from a body to the second word of what it sees to."""


def body_before(tokens: Sequence[Token], bracket: int) -> int | None:
    """Where the name begins whose initials stand in the bracket that opens at ``bracket``."""
    if bracket + 2 >= len(tokens) or tokens[bracket].text != "(":
        return None
    if tokens[bracket + 2].text != ")":
        return None
    letters = tokens[bracket + 1].text
    if len(letters) < _FEWEST or not (letters.isalpha() and letters.isupper()):
        return None
    left = letters.casefold()
    for at in range(bracket - 1, max(-1, bracket - _LONGEST), -1):
        token = tokens[at]
        initials = "".join(part[:1] for part in token.low.split("-"))
        small = token.low in _SMALL
        if left.endswith(initials) and (token.text[0].isupper() or small):
            left = left.removesuffix(initials)
        elif not small:
            return None
        if not left:
            return at
    return None


def mark_bodies(tokens: Sequence[Token]) -> None:
    """Tell words of bodies' names that look like no names: the Ministry of Foreign Affairs."""
    for at, token in enumerate(tokens):
        if token.low in _HOUSES and token.capital:
            behind = tokens[at + 1 : at + 4]
            if (
                len(behind) > _FIELD
                and behind[0].low == "of"
                and all(t.capital for t in behind[1:])
            ):
                behind[1].named = True
        first = body_before(tokens, at) if token.text == "(" else None
        for word in () if first is None else tokens[first + 1 : at]:
            if word.low in _SMALL:
                word.named = True
