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

_LEADING_TO: Final = frozenset({"a", "à", "en", "por", "em"})
_INFINITIVES: Final = ("ar", "er", "ir", "re")
_CLITICS: Final = 4
"""Words like "se le ha" that may stand between marks and their verb."""
_MARKED: Final = 5
"""Tokens from a verb to the word that marks its subject: "nga rito ni"."""
_DESCRIBED: Final = 10
"""Tokens from there over what somebody is to their name."""
_ADVERBIALS: Final = 5
"""Times and places that may stand between a verb and its subject."""


def over_clitics(tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon) -> int:
    """Index of what follows "se", "le", "ha", "s'est": auxiliaries before a verb."""
    here = at
    while here + 1 < end and here - at < _CLITICS and _is_manner(tokens[here].low, lexicon):
        here += 1
    led = here + 2 < end and tokens[here + 1].low in _LEADING_TO and lexicon.genitives
    if led and tokens[here].text.islower() and tokens[here + 2].low.endswith(_INFINITIVES):
        here += 2 * (tokens[here + 2].low in lexicon.cues)  # "alcanzó a decir la cantante"
    return here if tokens[here].low in lexicon.own else at


def _stands_between(low: str, lexicon: ProseLexicon) -> bool:
    """Whether a word may stand between a verb and its subject, and begins neither phrase."""
    begins = low in lexicon.relative or low in lexicon.determiners
    begins = begins or (bool(lexicon.noun_articles) and low in lexicon.prepositions)  # "zu"
    return low in lexicon.clitics and not begins


def _is_body(found: Mention, lexicon: ProseLexicon) -> bool:
    """Whether a phrase means an office or a club, nobody in it."""
    head = found.head
    meant = head in lexicon.persons or head in lexicon.collective
    return found.kind == "role" and head in lexicon.organisation and not meant


def _is_manner(low: str, lexicon: ProseLexicon) -> bool:
    """Whether a word may stand before a verb behind marks: “…,” natatawang sagot nito."""
    return low in lexicon.clitics or (bool(lexicon.agents) and low.endswith("ng"))


def _stands_alone(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a pronoun is all that a preposition governs."""
    low = tokens[at].low
    return low in lexicon.pronouns and low not in lexicon.possessives


def agent_behind(
    tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon
) -> Mention | None:
    """Who is marked behind a verb, or a noun for words: Birong resbak naman ni Ana Lim."""
    for index in range(at, min(end - 1, at + _MARKED) if lexicon.agents else at):
        token, marked = tokens[index], tokens[index + 1]
        if token.low in lexicon.agents:
            found = phrase_right(tokens, index + 1, end, lexicon)
            if token.low not in lexicon.personal:
                found = name_linked(tokens, index + 1, end, lexicon) or found
            known = found is not None and found.kind != "furniture" and is_person(found, lexicon)
            if not known or (found is not None and found.head in lexicon.epithets):
                found = _described(tokens, index + 1, end, lexicon) or found
                known = found is not None and is_person(found, lexicon)
            if known or marked.kind != "w" or tokens[at - 1].low not in lexicon.told:
                return found if known else None
            return Mention(index + 1, index + 1, "role", marked.low)  # "Sey ng kasama namin, “"
        closed = token.low in lexicon.prepositions or token.low in lexicon.pronouns
        closed = closed and marked.low not in lexicon.agents  # "Sinagot siya ni Ana"
        if closed or token.kind != "w" or token.text[0].isupper():
            return None
    return None


def _described(tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon) -> Mention | None:
    """The role behind what is said of it: ng sikat na host, ng 99-anyos na dating senador."""
    for index in range(at, min(end, at + _DESCRIBED)):
        low = tokens[index].low
        if low in lexicon.roles:
            return Mention(at, index, "role", low)
        closed = low in lexicon.prepositions or low in lexicon.agents or low in lexicon.cues
        if tokens[index].kind != "w" or closed:
            return None
    return None


def name_linked(
    tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon
) -> Mention | None:
    """The name behind what somebody is: ng mahusay na peryodistang si Ana Lim."""
    for index in range(at, min(end - 1, at + _DESCRIBED)):
        low = tokens[index].low
        if low in lexicon.personal:
            topic = low not in lexicon.agents and low not in lexicon.prepositions
            found = phrase_right(tokens, index + 1, end, lexicon)
            linked = tokens[index - 1].low == "na" or tokens[index - 1].low.endswith("ng")
            named = found is not None and found.kind == "name" and topic and linked
            return found._replace(first=at) if named and found is not None else None
        other = low in lexicon.prepositions and tokens[index + 1].low in lexicon.roles
        if tokens[index].kind != "w" or other:
            return None  # "ng isang reporter sa aktor na si Ana Lim"
    return None


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
            short = at + 3 < end and (tokens[at].text, tokens[at + 2].text) == ("(", ")")
            at += 3 * short  # "sa Instagram (IG)"
            continue
        while at < end and _stands_between(tokens[at].low, lexicon):
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
        described = name_linked(tokens, at, end, lexicon) if lexicon.personal and not over else None
        if described is not None:
            return described  # "Nakiusap ang solid Noranian na si Ana Lim"
        found = phrase_right(tokens, at + over, end, lexicon)
        if over and tokens[at + 1].low in lexicon.possessives and found is not None:
            named = found.name if found.head not in lexicon.persons else None
            if named is not None:  # "a écrit de son côté Samuel Oumar"
                return Mention(named[0], named[1] - 1, "name", "", named)
        if found is None or not (over or found.head in lexicon.times):
            passed = at > verb + 1 and tokens[at - 1].kind == "w"
            thing = found is not None and not is_person(found, lexicon)
            thing = thing or (found is not None and _is_body(found, lexicon))
            return None if passed and thing else found  # "agregó al empezar la charla"
        at = found.last + 1
    return None
