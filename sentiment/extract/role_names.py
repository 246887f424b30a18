"""Which name stands behind a role and what the role is of?

la sindaca di Roma, Virginia Raggi; la présidente du Parti vert Marine Lebrun;
el actor, productor y guionista Blas Ortuño; die Sprecherin des Amtes Eva Lorenz.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.name_extent import name_end
from sentiment.extract.name_words import is_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_REACH: Final = 16
"""Tokens of "ministre de l'Intérieur et de la Communication" that are looked over."""
_LINKERS: Final = frozenset({"na", "si", "-ng"})
"""What Tagalog puts between a role and its name: "aktres na si Bea Lim"."""
_PAIR: Final = 2
_BRACKETED: Final = 4
"""Tokens of "(29)"."""
_CLOSING: Final = frozenset({",", "(", ")", ".", "[", "–", "—", "-", ";", ":"})


def name_behind_role(
    tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon, *, kin: bool = False
) -> tuple[int, int] | None:
    """Indexes of the name, half-open; ``at`` is the token behind the role.

    kin  whether the role is a relation: "the agent of Juan Pérez García" names no agent
    """
    if not lexicon.genitives:
        return None
    limit = min(hi, at + _REACH)
    owned = passed = False
    while at < limit:
        token = tokens[at]
        if token.text == ",":
            if at + 1 < limit and tokens[at + 1].low in lexicon.roles:
                at += 2  # "el actor, director y guionista"
                continue
            return _apposed(tokens, at + 1, hi, lexicon)
        if token.kind != "w":
            return None
        if token.low in lexicon.genitives:
            owned = True
            at += 1
            while at < limit and tokens[at].low in lexicon.determiners:
                at += 1
            if at >= limit or not is_name(tokens[at], lexicon):
                continue
            end = name_end(tokens, at, hi, lexicon)
            found = None if kin else _behind_place(tokens, at, end, lexicon)
            if found is not None:
                return found
            at = end
        elif token.text[0].isupper() and token.low in lexicon.organisation:
            at += 1  # "la maire Renaissance de Vannes, Odile Pann"
        elif is_name(token, lexicon) and token.text[0].isupper():
            end = name_end(tokens, at, hi, lexicon)
            if kin and owned:  # "a mãe de Marcelo e das gêmeas Marina e Helena"
                linked = tokens[at - 1].low in lexicon.personal - lexicon.agents
                # "ng ama ni Bea na si Ana Lim"
                return (at, end) if linked else _behind_owner(tokens, end, hi, lexicon)
            at = given_at(tokens, at, end, lexicon) if owned else at
            told = not passed and _is_personal(tokens, at, end, lexicon)
            return (at, end) if told else None
        elif owned and token.low in lexicon.prepositions and not kin:
            passed = True  # "ministre des Relations avec le Parlement, Jean Olt"
            at = _over_field(tokens, at + 1, limit, lexicon)
        elif (
            token.low in lexicon.joins or (lexicon.signs and token.low in _LINKERS)
        ) and at + 1 < limit:
            at += 1
        elif _breaks(token, lexicon, owned=owned):
            return None
        else:
            at += 1
    return None


def given_at(tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon) -> int:
    """Where a first name begins in capitals: Centro Popular Ana Ríos; ``at`` if nowhere."""
    near = range(at, end - 1) if lexicon.own else range(0)
    return next((i for i in near if tokens[i].low in lexicon.given), at)


def _over_field(tokens: Sequence[Token], at: int, limit: int, lexicon: ProseLexicon) -> int:
    """Index behind an article and words in capitals: "le Parlement"."""
    while at < limit and tokens[at].kind == "w":
        if tokens[at].low not in lexicon.determiners and not tokens[at].text[0].isupper():
            break
        at += 1
    return at


def _behind_owner(
    tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon
) -> tuple[int, int] | None:
    """The name behind whose kin it is: "Der Bruder von Jan Bott (29), Kai Bott (31)"."""
    if at < hi and tokens[at].text == "(":
        close = range(at, min(hi, at + _BRACKETED))
        at = 1 + next((i for i in close if tokens[i].text == ")"), hi)
    apart = at < hi and tokens[at].text == ","
    return _apposed(tokens, at + 1, hi, lexicon) if apart else None


def _breaks(token: Token, lexicon: ProseLexicon, *, owned: bool) -> bool:
    """Whether a word belongs to no role's complement."""
    low = token.low
    if low in lexicon.roles:
        return False
    if low in lexicon.prepositions or low in lexicon.relative or low in lexicon.pronouns:
        return True
    if low in lexicon.skip or low in lexicon.times or low in lexicon.determiners:
        return True
    if low in lexicon.cues:
        return True
    things = (lexicon.organisation, lexicon.furniture, lexicon.carrier)
    return not owned and any(low in words for words in things)


def _is_personal(tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon) -> bool:
    return not any(t.low in lexicon.organisation or t.low in lexicon.places for t in tokens[at:end])


def _behind_place(
    tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon
) -> tuple[int, int] | None:
    """The name in "di Roma Virginia Raggi", "della Cultura Dario Fabbri": all but the first."""
    first = tokens[at]
    if end - at <= _PAIR or not all(is_name(t, lexicon) for t in tokens[at:end]):
        return None
    if first.text.isupper() and first.low in lexicon.organisation:
        return None  # "FC Bayern München"
    at = given_at(tokens, at + 1, end, lexicon)
    return (at, end) if _is_personal(tokens, at, end, lexicon) else None


def _apposed(
    tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon
) -> tuple[int, int] | None:
    """The name between a comma and what ends it: ", Virginia Raggi," or ", David Milne sur"."""
    if at >= hi or not is_name(tokens[at], lexicon) or not tokens[at].text[0].isupper():
        return None
    end = name_end(tokens, at, hi, lexicon)
    if end - at < _PAIR or not _is_personal(tokens, at, end, lexicon):
        return None
    closed = end >= hi or tokens[end].text in _CLOSING or tokens[end].kind in {"q", "@"}
    low = tokens[end].low if end < hi else ""
    return (at, end) if closed or low in lexicon.prepositions | lexicon.relative else None


def genitive_office(tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon) -> int | None:
    """Where the office begins behind a German genitive: Hamburgs Zweite Bürgermeisterin Karin.

    None where ``tokens[at]`` is no such genitive.
    """
    if not lexicon.noun_articles or not tokens[at].low.endswith("s"):
        return None
    for index in range(at + 1, min(hi - 1, at + 1 + _PAIR)):
        if tokens[index].kind != "w":
            return None
        if tokens[index].low in lexicon.roles:
            return index if is_name(tokens[index + 1], lexicon) else None
    return None
