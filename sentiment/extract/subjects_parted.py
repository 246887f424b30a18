"""Whose verb stands apart from them, behind an apposition, dashes or a clause?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.clauses import clause_subject, is_finite
from sentiment.extract.phrases import phrase_left
from sentiment.extract.sentence_subjects import sentence_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.mentions import Mention
    from sentiment.extract.words import Token

LONG_DASHES: Final = frozenset({"–", "—", "―", "--"})
DASHES: Final = LONG_DASHES | {"-"}
APART: Final = DASHES | {","}
_COMMAS: Final = 4
"""Commas an apposition is followed back over: ", 44, of Raleigh, N.C.,"."""
_APPOSITION: Final = 40
"""Tokens an apposition may be long."""
_RELATIVE: Final = 6
"""Tokens from "who" to the object of its clause."""
_WHERE: Final = frozenset({"from", "in", "near"})


def outer_subject(
    tokens: Sequence[Token], found: Mention, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    """The head of a relative clause that ends in ``found``: a spokesperson who represented her."""
    thing = found.kind == "role" and found.owner is not None
    reach = _RELATIVE * (1 + thing)
    for at in range(found.first - 1, max(lo, found.first - reach), -1):
        if tokens[at].kind != "w":
            return None
        if tokens[at].low in lexicon.relative:
            held = is_finite(tokens, at + 1, found.first, lexicon)
            # "Gary Olt, who was a team-mate of Brand said"; ", who shared the mayor's post said"
            apart = (thing or at + 2 == found.first) and tokens[at - 1].text == ","
            return phrase_left(tokens, at - 1 - apart, lo, lexicon) if held else None
    return None


def parted_subject(
    tokens: Sequence[Token], verb: int, at: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    """The subject of a verb that a comma, a dash or "and" at ``at`` parts from it."""
    english = tokens[verb].low not in lexicon.own
    apart = tokens[at].text in APART
    if english and tokens[at].low == "and" and tokens[verb].low in {"asked", "told"}:
        agent = phrase_left(tokens, at - 1, lo, lexicon)
        if agent is not None and agent.kind == "name" and tokens[agent.first - 1].low == "by":
            return agent  # "she was stopped by the presenter Ida Wick and asked"
    if english and (not apart or tokens[verb].low.endswith("ing")):
        # "a fan replied and said"; "X, who has left, hit back, saying"
        clause = clause_subject(tokens, at, lo, lexicon)
        if clause is not None:
            return clause
    over = over_apposition(tokens, at, lo, lexicon) if apart else None
    return over or sentence_subject(tokens, lo, verb, lexicon)


def over_dashes(tokens: Sequence[Token], at: int, lo: int) -> int:
    """Index before an aside between dashes: "Maia — cujo filho toma posse hoje —, destacou"."""
    last = at - 1 if tokens[at].text == "," else at
    if last <= lo or tokens[last].text not in LONG_DASHES:
        return at
    opening = range(last - 1, max(lo, last - _APPOSITION), -1)
    return next((i - 1 for i in opening if tokens[i].text in LONG_DASHES), at)


def over_apposition(
    tokens: Sequence[Token], comma: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    """The head before ", 34," or ", who won twice,"."""
    whole = _told_of_who(tokens, comma, lo, lexicon)
    if whole is not None:
        return whole
    tried = 0
    for at in range(comma - 1, max(lo, comma - _APPOSITION), -1):
        if tokens[at].text not in APART:
            continue
        found = phrase_left(tokens, at - 1, lo, lexicon)
        named = found is not None and found.kind == "name" and not lexicon.own
        if named and found is not None and tokens[max(lo, found.first - 1)].low in _WHERE:
            continue  # "The mother, from Dunmore, Ohio, said"
        if found is not None and found.kind in {"role", "nameless"}:
            # "the leader of the group, Cllr Prudence Okello, told"
            inner = phrase_left(tokens, comma - 1, at + 1, lexicon)
            if inner is not None and inner.kind == "name" and inner.first == at + 1:
                return inner
        if found is not None and found.kind in {"name", "nameless", "handle"}:
            of = found.kind == "name" and tokens[found.first - 1].low in {"of", "from"}
            outer = phrase_left(tokens, found.first - 2, lo, lexicon) if of else None
            return outer if outer is not None and outer.kind == "name" else found
        if found is not None and found.kind in {"role", "carrier"} and found.first == lo:
            return found
        tried += 1
        if tried == _COMMAS:
            break
    return None


def _told_of_who(
    tokens: Sequence[Token], end: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    """The head before ", who worked for Ana Lim, Bo Rapp and others" where that ends at ``end``."""
    for at in range(max(lo + 2, end - _APPOSITION), end) if not lexicon.own else ():
        if tokens[at].low == "who" and tokens[at - 1].text == ",":
            found = phrase_left(tokens, at - 2, lo, lexicon)
            return found if found is not None and found.kind in {"name", "nameless"} else None
        if tokens[at].kind == "q":
            return None
    return None
