"""May a name be the subject of its sentence, for all that stands beside it?

"Olt's old boss at Larkhill Road, Garth Pemble, was"; "a trip which is to see Olt return";
"the Larkhill Twitter account".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.name_extent import name_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_ACCOUNTS: Final = frozenset({"account", "accounts", "page", "handle", "channel", "feed"})
_CLAUSE: Final = 10
"""Tokens from "which" to a name in its clause."""
_ROLE: Final = 5
"""Tokens of "Olt's former boss at"."""


def is_account_of(tokens: Sequence[Token], end: int, lexicon: ProseLexicon) -> bool:
    """Whether a network ends a name at ``end`` and an account follows: Larkhill Twitter account."""
    behind = tokens[end].low if end < len(tokens) else ""
    return tokens[end - 1].low in lexicon.places and behind in _ACCOUNTS


def ends_description(tokens: Sequence[Token], place: int, lexicon: ProseLexicon) -> bool:
    """Whether the place that ends at ``place`` ends what describes one person of somebody's.

    Olt's old boss at Larkhill Road, Garth Pemble, was; no mayor of Larkhill, Delaware, was.
    """
    at = name_start(tokens, place, max(0, place - _ROLE), lexicon) - 1
    if at < 1 or tokens[at].low not in lexicon.prepositions:
        return False
    front = tokens[max(0, at - _ROLE) : at]
    owned = any(t.owns or t.low in lexicon.possessives for t in front[:-1])
    return owned and front[-1].low in lexicon.persons


def stands_aside(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a name stands in a clause about a thing: a trip which is to see Olt return."""
    if lexicon.own:
        return False
    for index in range(at - 1, max(0, at - _CLAUSE), -1):
        if tokens[index].kind != "w":
            return False
        if tokens[index].low == "which":
            return True
    return False
