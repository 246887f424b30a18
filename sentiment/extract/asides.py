"""May a name be the subject of its sentence, for all that stands beside it?

"Olt's old boss at Larkhill Road, Garth Pemble, was"; "a trip which is to see Olt return";
"the Larkhill Twitter account".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.clauses import is_finite
from sentiment.extract.name_extent import name_end
from sentiment.extract.name_words import is_name
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.words import sentence_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_ACCOUNTS: Final = frozenset({"account", "accounts", "page", "handle", "channel", "feed"})
_WHEN: Final = frozenset({"before", "after", "when", "while", "as", "since", "until", "once"})
_DOING: Final = frozenset({"without", "by", "despite", "when", "while", "after", "before", "since"})
"""Before a participle, at a sentence's front: Without mentioning Olt by name, she."""
_FRONT: Final = 5
"""Tokens of a sentence before its first conjunction: Some forty minutes before."""
_CLAUSE: Final = 10
"""Tokens from "which" to a name in its clause."""
_ONE: Final = frozenset({"one", "another"})
_PARTICIPLES: Final = ("ed", "en", "wn", "ing")
_FULL: Final = 2
"""Words of a first name and a surname."""
_COMPASS: Final = frozenset({"new", "north", "south", "east", "west", "rhode"})
"""How places of two words begin."""
_ROLE: Final = 5
"""Tokens of "Olt's former boss at"."""


def is_account_of(tokens: Sequence[Token], end: int, lexicon: ProseLexicon) -> bool:
    """Whether a network ends a name at ``end`` and an account follows: Larkhill Twitter account."""
    behind = tokens[end].low if end < len(tokens) else ""
    return tokens[end - 1].low in lexicon.places and behind in _ACCOUNTS


def begins_nameless(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a sentence tells of somebody nameless and quotes nobody: One fan blamed Olt."""
    if tokens[at].low not in _ONE or lexicon.own:
        return False
    found = phrase_right(tokens, at, len(tokens), lexicon)
    one = any(t.low in lexicon.crowd for t in tokens[at + 1 : at + _ROLE])
    if found is None or found.kind != "nameless" or not one:
        return False
    end = sentence_end(tokens, at, lexicon.honorifics)
    named = found.last + 1 < end and tokens[found.last + 1].text == ","  # "One fan, Ivo Brand,"
    return not (named or any(t.kind == "q" for t in tokens[at:end]))


def described_as(
    tokens: Sequence[Token], place: int, start: int, lexicon: ProseLexicon
) -> str | None:
    """The role of one person whose description a place ends, whose name stands behind a comma.

    Olt's old boss at Larkhill Road, Garth Pemble, was; Head coach of Norland’s Eagles, Garth
    Pemble, has; no mayor of Larkhill, Delaware, was.

    place  index of the place's last token
    start  first code point of the sentence
    """
    for at in range(place - 1, max(0, place - _ROLE), -1):
        low = tokens[at].low
        if low in lexicon.prepositions:
            front = tokens[max(0, at - _ROLE) : at]
            if front[-1].low not in lexicon.persons:
                return None
            owned = any(t.owns or t.low in lexicon.possessives for t in front[:-1])
            bare = [t for t in front if t.start >= start]
            bare = bare if len(bare) < _ROLE else []
            opens = bool(bare) and bare[0].low not in lexicon.determiners | lexicon.cues.keys()
            opens = opens and all(t.text.islower() for t in bare[1:])
            return front[-1].low if owned or opens else None
        if not (tokens[at].capital or tokens[at].owns or low in lexicon.determiners):
            return None
    return None


def stands_aside(tokens: Sequence[Token], at: int, start: int, lexicon: ProseLexicon) -> bool:
    """Whether a name stands in a clause about a thing, or in one that opens the sentence.

    A trip which is to see Olt return; Drawn to face Norland, Brand was calm; Without
    mentioning Olt by name, she.

    start  first code point of the sentence
    """
    if lexicon.own:
        return False
    for index in range(at - 1, max(-1, at - _CLAUSE), -1):
        token = tokens[index]
        if token.kind != "w":
            return False
        if token.low == "which":
            return True
        doing = token.low in _DOING and tokens[index + 1].low.endswith("ing")
        if doing and _opens(tokens, index):
            return index + 1 < at
        if token.low in _WHEN and _opens(tokens, index):
            return _names_behind(tokens, at, lexicon)
        if token.start == start:
            return token.low.endswith(_PARTICIPLES) and not is_name(token, lexicon)
    return False


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a conjunction stands at a sentence's front: About an hour before."""
    front = at
    while front > max(0, at - _FRONT) and tokens[front - 1].kind in {"w", "0"}:
        front -= 1
    return front == 0 or tokens[front - 1].text in {".", "!", "?"}


def _names_behind(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether somebody else acts behind the comma: Before Olt won, Brand came on stage.

    A noun may stand for a comma that was left out: After Olt had won the cup Brand came.
    """
    for last in range(at + 1, min(len(tokens) - 2, at + _CLAUSE + _CLAUSE)):
        named = is_name(tokens[last + 1], lexicon)
        if tokens[last].text == "," or (named and _is_object(tokens[last], lexicon)):
            end = name_end(tokens, last + 1, len(tokens), lexicon)
            return named and is_finite(tokens, end, len(tokens), lexicon)
    return False


def _is_object(token: Token, lexicon: ProseLexicon) -> bool:
    """Whether a word may be the noun that ends a clause."""
    small = (lexicon.prepositions, lexicon.cues, lexicon.finite, lexicon.skip, lexicon.roles)
    return token.text.islower() and not any(token.low in words for words in small)


def holds_office(tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon) -> bool:
    """Whether a name between commas is whose office stands before: Secretary of NATA, Odo Stolt,

    No place behind a town: "the mayor of Larkhill, New Jersey, said".
    """
    closed = end + 1 < len(tokens) and tokens[end].text == ","
    if not closed or end - at < _FULL or tokens[at].low in _COMPASS:
        return False
    of = next((i for i in range(at - 2, max(0, at - _ROLE), -1) if tokens[i].low == "of"), 0)
    held = of > 0 and tokens[of - 1].text[0].isupper() and tokens[of - 1].low in lexicon.roles
    return held and is_finite(tokens, end + 1, len(tokens), lexicon)
