"""What else is somebody called: Ivo Olt, popularly known as Olty?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.initials import body_before
from sentiment.extract.name_extent import name_end
from sentiment.extract.name_words import is_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_REACH: Final = 5
"""Tokens from a name to "known" or the like."""
_KNOWN: Final = frozenset({"known", "called", "nicknamed", "aka", "a.k.a.", "alias"})
_HOW: Final = frozenset({"also", "better", "who", "is", "otherwise", "often", "now", "and", ","})
_NAMING: Final = frozenset({"called", "nicknamed"})
_PASSIVE: Final = frozenset({"is", ","})
_AS: Final = frozenset({"as", "by", "simply"})


def alias_behind(tokens: Sequence[Token], end: int, lexicon: ProseLexicon) -> int | None:
    """Where the lone word stands that whoever is named before ``end`` is known as."""
    if body_before(tokens, end) is not None and not lexicon.own:
        return end + 1  # "the Lakes Union for Boats (LUB)"
    near = range(end, min(len(tokens) - 1, end + _REACH))
    known = next((i for i in near if tokens[i].low in _KNOWN), None)
    if lexicon.own or known is None:
        return None
    if not all(t.low in _HOW or t.low.endswith("ly") for t in tokens[end:known]):
        return None
    if tokens[known].low in _NAMING and _PASSIVE.isdisjoint(t.low for t in tokens[end:known]):
        return None  # "network president Hal Olt called Tarn “the most honest palate”"
    at = known + 1
    while at < len(tokens) and (tokens[at].low in _AS or tokens[at].low.endswith("ly")):
        at += 1
    if at == len(tokens) or not is_name(tokens[at], lexicon):
        return None
    return at if name_end(tokens, at, len(tokens), lexicon) == at + 1 else None
