"""Does somebody speak of themselves by name, or is it another who speaks?

“Clara was that little girl,” she said: not Clara. But “I am Clara”, “Clara Roth and I”.
"""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"\w+(?:-\w+)*")
_SHORTEST: Final = 3
"""Letters of the part of a name that is told from initials and particles."""
_BEFORE: Final = 24
"""Code points before a name in which somebody says that it is theirs."""
_MINE: Final = re.compile(
    r"\b(?:i['’]?m|am|name|name['’]s|is|call|called|me|as|it['’]s|was)\W+$", re.IGNORECASE
)
_TOLD: Final = re.compile(r"\b(?:say|says|said|saying|tell|tells|told)\b", re.IGNORECASE)
"""What others say of somebody may name them."""
_OWN: Final = frozenset({"supporters", "voters", "campaign", "fans", "administration", "team"})
"""What somebody may call theirs by their own name."""
_NESTED: Final = frozenset('“”‘"')
"""Marks of what others say within somebody's words."""


def is_self_named(words: str, author: str) -> bool:
    """Whether ``words`` speak of ``author`` by a part of the name, as only others do."""
    parts = [p for p in author.split() if len(p) >= _SHORTEST and p[0].isupper()]
    if not parts or not _NESTED.isdisjoint(words) or _TOLD.search(words):
        return False
    spoken = list(_WORD.finditer(words))
    for at, word in enumerate(spoken):
        if word.group() not in parts:
            continue
        front = words[max(0, word.start() - _BEFORE) : word.start()]
        before = spoken[at - 1].group() if at and front.endswith(" ") else ""
        space = words[word.end() : word.end() + 1] == " "
        behind = spoken[at + 1].group() if at + 1 < len(spoken) and space else ""
        # no brother's or firm's: “Logan Roth”, “Roth Tower”, “the Roth campaign”
        named = before in parts or _MINE.search(front) is not None
        longer = before[:1].isupper() or (behind[:1].isupper() and behind not in parts)
        if not (named or longer or behind in _OWN):
            return True
    return False
