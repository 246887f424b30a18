"""Which noun phrase behind a verb of saying is its subject?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.mentions import Mention
from sentiment.extract.phrases import PARTS
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.sentence_subjects import is_person
from sentiment.extract.words import is_station

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_CLITICS: Final = 4
"""Words like "se le ha" that may stand between marks and their verb."""
_ADVERBIALS: Final = 5
"""Times and places that may stand between a verb and its subject."""


def over_clitics(tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon) -> int:
    """Index of what follows "se", "le", "ha", "s'est": auxiliaries before a verb."""
    here = at
    while here + 1 < end and here - at < _CLITICS and tokens[here].low in lexicon.clitics:
        here += 1
    return here if tokens[here].low in lexicon.own else at


def _stands_alone(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a pronoun is all that a preposition governs."""
    low = tokens[at].low
    return low in lexicon.pronouns and low not in lexicon.possessives


def subject_right(
    tokens: Sequence[Token], verb: int, end: int, lexicon: ProseLexicon
) -> Mention | None:
    """The subject behind a verb: "a plaisanté hier sur X l'actrice Solène Kerbrat"."""
    at = verb + 1
    if tokens[verb].low not in lexicon.own:
        found = phrase_right(tokens, at, end, lexicon)
        if found is not None and found.head in PARTS and found.last + 2 < end:
            whole = phrase_right(tokens, found.last + 2, end, lexicon)
            if whole is not None and whole.kind == "carrier":
                return whole  # "read part of the post"
        return found
    for _ in range(_ADVERBIALS):
        placed = at + (at < end and tokens[at].low in lexicon.prepositions)
        aired = placed > at and placed < end and is_station(tokens[placed])
        if placed < end and (tokens[placed].low in lexicon.places or aired):
            at = placed + 1  # "scrive su Twitter Paolo Neri": the platform ends there
            continue
        while (
            at < end and tokens[at].low in lexicon.clitics - lexicon.relative - lexicon.determiners
        ):
            at += 1
        inserted = at + 2 < end and tokens[at].text == ","
        if inserted and tokens[at + 1].low in lexicon.prepositions:
            at = next((i + 1 for i in range(at + 1, end) if tokens[i].text == ","), end)
        if at >= end or tokens[at].kind not in {"w", "@"}:
            return None
        if tokens[at].low in lexicon.relative:
            return None  # "añadió que la audiencia …"
        over = tokens[at].low in lexicon.prepositions
        near = range(at + 1, min(end, at + _CLITICS)) if over else range(0)
        network = next((i for i in near if tokens[i].low in lexicon.network), None)
        if network is not None:  # "a ajouté sur ce même réseau social le maire"
            beside = network + 1 < end and tokens[network + 1].low.startswith(("soc", "soz"))
            at = network + 1 + beside
            continue
        if over and at + 1 < end and _stands_alone(tokens, at + 1, lexicon):
            at += 2  # "insiste quant à lui Yves Marsac"
            continue
        found = phrase_right(tokens, at + over, end, lexicon)
        if over and tokens[at + 1].low in lexicon.possessives and found is not None:
            named = found.name if found.head not in lexicon.persons else None
            if named is not None:  # "a écrit de son côté Samuel Oumar"
                return Mention(named[0], named[1] - 1, "name", "", named)
        if found is None or not (over or found.head in lexicon.times):
            passed = at > verb + 1 and tokens[at - 1].kind == "w"
            thing = found is not None and not is_person(found, lexicon)
            return None if passed and thing else found  # "agregó al empezar la charla"
        at = found.last + 1
    return None
