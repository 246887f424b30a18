"""Which subject has the clause that a verb further on belongs to?

"When a fan tweeted him, the singer laughed and said": the singer; "celebrities such
as Ana Lim took to the comments to write": Ana Lim. The clause nearest before the
verb that begins with a noun phrase and a finite verb has the subject.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sentiment.extract.phrases_right import phrase_right

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.mentions import Mention
    from sentiment.extract.words import Token

_BOUNDARIES: Final = frozenset(
    [",", ";", ":", "–", "—", "-", "and", "but", "while", "as", "when", "whereas", "so", "then"]
)
_SUBJECTS: Final = frozenset({"she", "he"})
_FRONT: Final = 4
"""Tokens from "and" to the subject of "and by Monday evening she"."""
_JOINED: Final = frozenset({"and", "or", "&"})
_WHOSE: Final = frozenset({"whose", "where"})
_SUCH: Final = frozenset({"including", "like"})
_SHOWN: Final = frozenset(
    """showed shows quoted quotes filmed recorded captured featured features captioned depicted
    heard spotted watched pictured noticed remembered recalled imagined started kept""".split()  # noqa: SIM905 - as it is read aloud
)
"""Verbs of what lets somebody else be heard."""
_PEOPLE: Final = frozenset({"name", "pronoun", "nameless", "handle"})


def clause_subject(
    tokens: Sequence[Token], verb: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    """The subject of the clause nearest before ``tokens[verb]``; None if none is plain.

    lo  index of the first token that may be read
    """
    for at in range(verb - 1, lo - 1, -1):
        if at > lo and tokens[at - 1].low not in _BOUNDARIES and not _is_fronted(tokens, at, lo):
            continue
        whose = tokens[at].low in lexicon.relative or tokens[at].low in _WHOSE
        if tokens[at].kind not in {"w", "@"} or whose:
            continue
        found = phrase_right(tokens, at, verb, lexicon)
        if found is None or found.kind in {"furniture", "carrier"}:
            continue
        found = _named_among(tokens, found, verb, lexicon)
        person = found.kind in _PEOPLE or found.head in lexicon.persons
        if found.kind == "name" and _over_clause(tokens, found.last + 1, verb, lexicon):
            return found
        if person and found.last + 1 < verb and is_finite(tokens, found.last + 1, verb, lexicon):
            return found
    return None


def doer_to(
    tokens: Sequence[Token], found: Mention, verb: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    """Who did something to ``found`` and speaks: A user trolled Olt saying, “…”.

    But whom a paper quoted, or a video shows, speaks himself.
    """
    done = found.first - 1
    if done <= lo or found.last + 1 != verb or not tokens[verb].low.endswith("ing"):
        return None
    low = tokens[done].low
    if low in _SHOWN or not (low.endswith("ed") or low in lexicon.cues):
        return None
    return clause_subject(tokens, done + 1, lo, lexicon)


def _is_fronted(tokens: Sequence[Token], at: int, lo: int) -> bool:
    """Whether a time stands between "and" and a pronoun: and by evening she had returned."""
    if tokens[at].low not in _SUBJECTS:
        return False
    before = [t.low for t in tokens[max(lo, at - _FRONT) : at]]
    return any(a == "and" and b in {"by", "on", "in"} for a, b in pairwise(before))


def _over_clause(tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon) -> bool:
    """Whether a verb follows a clause between commas: Ana, who sang with Bo, posted a picture."""
    if at + 1 >= hi or tokens[at].text != "," or tokens[at + 1].low not in {"who", "whose"}:
        return False
    commas = (i for i in range(at + 2, hi - 1) if tokens[i].text == ",")
    return any(is_finite(tokens, comma + 1, hi, lexicon) for comma in commas)


def _named_among(
    tokens: Sequence[Token], found: Mention, hi: int, lexicon: ProseLexicon
) -> Mention:
    """The person in "celebrities such as Ana Lim", "friends including Ana Lim"."""
    at = found.last + 1
    if at + 1 < hi and tokens[at].low == "such" and tokens[at + 1].low == "as":
        at += 2
    elif at < hi and tokens[at].low in _SUCH:
        at += 1
    else:
        return found
    named = phrase_right(tokens, at, hi, lexicon)
    alone = named is not None and tokens[min(named.last + 1, hi - 1)].low not in _BOUNDARIES
    return named if named is not None and named.kind == "name" and alone else found


def is_finite(tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon) -> bool:
    """Whether a finite verb stands at ``at``, adverbs passed over."""
    while at < hi - 1 and (
        tokens[at].low.endswith("ly")
        or (tokens[at].low in lexicon.skip and tokens[at].low not in lexicon.finite)
    ):
        at += 1
    if at >= hi:
        return False
    low = tokens[at].low
    if tokens[at].kind != "w" or not tokens[at].text[0].islower():
        return False
    return low in lexicon.finite or low in lexicon.cues or (low.endswith("ed") and low != "named")
