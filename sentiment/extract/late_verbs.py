"""Who speaks where many words stand between a quotation and its verb?

“…,” Democratic candidate Ivo Brand said; “…,” the Florida senator and presidential
candidate said: the phrase is read back from the verb where reading on from its start
found no end that a verb follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import Attribution
from sentiment.extract.mentions import Mention
from sentiment.extract.phrases import phrase_left
from sentiment.extract.subjects import JOINS
from sentiment.extract.verbs import is_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_LONGEST: Final = 18
"""Tokens of "Larkhill City Council Chairwoman Ida Brook" and the verb behind it."""
_PARTING: Final = frozenset(",;:!?()[]")
_PLACING: Final = frozenset({"of", "for", "from", "at", "with"})
"""Before a body or a place that somebody is of: experts of the Institute for Science."""


def by_late_verb(
    tokens: Sequence[Token], first: int, end: int, ending: str, lexicon: ProseLexicon
) -> Attribution | None:
    """Whose it is in “…,” Italian Prime Minister Renzo Matti said: read back from the verb.

    first, end  the words behind the marks, to the end of their sentence
    ending      the quotation's last code point; only a comma promises a verb
    """
    if ending != "," or lexicon.own:
        return None
    for verb in range(first + 1, min(end, first + _LONGEST)):
        token, before = tokens[verb], tokens[verb - 1]
        if is_verb(tokens, verb, lexicon) and token.low not in lexicon.weak:
            found = _subject(tokens, first, verb, lexicon)
            if found is None or found.kind == "furniture":
                return None
            return Attribution(found, verb, lexicon.cues[token.low], "after", first, end, ",")
        # "Sen.", and letters that were read in a wrong encoding
        within = before.end == token.start and token.text not in _PARTING
        both = token.low == "and" and _is_of_person(before, lexicon)
        both = both and _is_of_person(tokens[min(verb + 1, end - 1)], lexicon)
        ends = (token.low in lexicon.relative or token.low in JOINS) and not both
        if ends or not (token.kind == "w" or within):
            return None
    return None


def _is_of_person(token: Token, lexicon: ProseLexicon) -> bool:
    """Whether "and" beside a word may join two people or two offices."""
    return token.capital or token.low in lexicon.roles


def _subject(
    tokens: Sequence[Token], first: int, verb: int, lexicon: ProseLexicon
) -> Mention | None:
    placed = (i for i in range(first + 1, verb) if tokens[i].low in _PLACING)
    last = next(placed, verb) - 1
    found = phrase_left(tokens, last, first, lexicon)
    if found is not None or not tokens[last].capital:
        return found
    start = last
    while start > first and tokens[start - 1].capital:
        start -= 1
    return Mention(first, last, "name", "", (start, last + 1))  # Larkhill Watch, Ai Jun
