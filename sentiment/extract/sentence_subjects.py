"""Which noun phrase of a sentence does no preposition govern, and may it mean a person?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.clauses import is_finite
from sentiment.extract.mentions import AGED, AGENTS, Mention
from sentiment.extract.name_words import is_name, is_opener
from sentiment.extract.phrases_right import phrase_right

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token


_LAST: Final = ["last", "but", "not", "least", ","]
_FRONTED: Final = frozenset({"of", "with", "by", "from", "at", "about"})
_SUBJECTS: Final = frozenset({"she", "he", "they", "i", "we", "it"})
_FRONT: Final = 10
"""Tokens of "Sick of the wind" to its comma."""
_WAS: Final = frozenset({"was", "is"})
_WHOEVER: Final = frozenset({"quien", "quem", "chi"})
_WHO_WAS: Final = frozenset({"fue", "es", "foi", "é", "è", "fu", "era"})
_DONE: Final = ("ed", "told")
_TO_WHAT: Final = frozenset(
    ("on", "about", "by", "if", "whether", "that", "over", "why", "how", "what", "with", "for")
)
"""What follows a participle that opens a sentence."""


def sentence_subject(
    tokens: Sequence[Token], lo: int, hi: int, lexicon: ProseLexicon, *, people: bool = False
) -> Mention | None:
    """The first noun phrase of a sentence that no preposition governs.

    people  whether to pass over phrases that name no person: "the finish"
    """
    at = lo
    while at < hi and (tokens[at].kind == "." or tokens[at].low in {"and", "but", "so"}):
        at += 1
    if at >= hi:
        return None
    if [t.low for t in tokens[at : at + len(_LAST)]] == _LAST:
        at = min(at + len(_LAST), hi - 1)
    if lexicon.elided and _is_partitive(tokens, at, hi, lexicon):
        at = lo = at + 1
    at = _behind_time(tokens, _behind_cleft(tokens, at, hi, lexicon), hi)
    first = tokens[at].low
    if is_opener(tokens, at, lexicon):
        at += 1
    doting = at + 1 < hi and tokens[at + 1].low in lexicon.relations  # "Doting hubby Anand"
    doting = doting or _is_epithet(tokens, at, hi, lexicon)
    sharing = (first.endswith("ing") and not doting) or is_questioned(tokens, at, hi, lexicon)
    if first in lexicon.openers or first in lexicon.prepositions or sharing:
        at = _over_front(tokens, at, hi, lexicon)
    while at < hi:
        token = tokens[at]
        governed = at > lo and tokens[at - 1].low in lexicon.prepositions
        # "joining in was Rep. Upham"; "non solo per la Juve"
        governed = governed and (token.low not in lexicon.skip or _is_article(token, lexicon))
        if token.kind in {"w", "@"} and not governed and token.low not in lexicon.prepositions:
            begins = (
                token.kind == "@"
                or token.low in lexicon.pronouns
                or token.low in lexicon.determiners
                or token.low in lexicon.nameless
                or token.low in lexicon.roles
                or token.owns
                or is_name(token, lexicon)
            )
            if begins:
                cleft = tokens[at].low == "it" and at + 2 < hi and tokens[at + 1].low in _WAS
                if cleft and is_name(tokens[at + 2], lexicon):
                    at += 2  # "But it was Sefa Holm whose comment got the laughter"
                found = phrase_right(tokens, at, hi, lexicon)
                thing = people and found is not None and not is_person(found, lexicon)
                if found is not None and found.head not in lexicon.times and not thing:
                    return found
                at = found.last + 1 if found is not None else at + 1
                continue
        elif governed or token.low in lexicon.prepositions:
            if at + 1 < hi and tokens[at + 1].low in lexicon.places:
                at += 2  # "Auf Twitter machten viele Fans": the place ends there
                continue
            behind = at + 1 < hi and (
                tokens[at + 1].low not in lexicon.skip or _is_article(tokens[at + 1], lexicon)
            )
            found = phrase_right(tokens, at + 1, hi, lexicon) if behind else None
            inner = _behind_front(tokens, found, lo, hi, lexicon) if found is not None else None
            if inner is not None:
                return inner
            if found is not None:
                at = _behind_thing(found, lexicon) or found.last + 1
                continue
        at += 1
    return None


def _is_topical(
    tokens: Sequence[Token], at: int, comma: int, hi: int, lexicon: ProseLexicon
) -> bool:
    """Whether a Tagalog clause before a comma has the only name: Nang si Ana ang tanungin, …"""
    fronted = tokens[at + 1].low in lexicon.personal
    return fronted and not any(t.low in lexicon.personal for t in tokens[comma:hi])


def _behind_front(
    tokens: Sequence[Token], found: Mention, lo: int, hi: int, lexicon: ProseLexicon
) -> Mention | None:
    """Who acts behind what opens a sentence without a comma: In a tweet Brand praised Ina Olt."""
    if lexicon.own or found.name is None or found.name[0] == found.first:
        return None
    before = tokens[found.name[0] - 1].low
    front = all(t.text.islower() or t.low in lexicon.times for t in tokens[lo + 1 : found.name[0]])
    things = (lexicon.times, lexicon.carrier, lexicon.posts, lexicon.aloud, lexicon.statements)
    thing = any(before in words for words in things)
    if not (front and thing and is_finite(tokens, found.last + 1, hi, lexicon)):
        return None
    return Mention(found.name[0], found.last, "name", "", found.name)


def _over_front(tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon) -> int:
    """Where the clause begins behind what opens its sentence: a comma's end, or a name."""
    if tokens[at].low in lexicon.prepositions:
        led = phrase_right(tokens, at + 1, hi, lexicon)
        name = _behind_thing(led, lexicon) if led is not None else 0
        if name:
            return name
    comma = next((i for i in range(at, hi) if tokens[i].text == ","), hi)
    return comma + 1 if comma + 1 < hi and not _is_topical(tokens, at, comma, hi, lexicon) else at


def _behind_thing(found: Mention, lexicon: ProseLexicon) -> int:
    """Where a name begins that a governed noun ends before: "Sui social Laura Pasi"; 0 if none."""
    if found.name is None or not lexicon.own or lexicon.noun_articles:
        return 0
    first, end = found.name
    things = (lexicon.times, lexicon.carrier, lexicon.posts, lexicon.social, lexicon.press)
    thing = any(found.head in words for words in (*things, lexicon.accounts, lexicon.online))
    return first if thing and first > found.first and end - first > 1 else 0


def _behind_cleft(tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon) -> int:
    """Where the name stands in "Quien no se calló fue Ana Ríos"."""
    if tokens[at].low not in _WHOEVER or not lexicon.own:
        return at
    were = (i for i in range(at + 1, hi - 1) if tokens[i].low in _WHO_WAS)
    return next((i + 1 for i in were if is_name(tokens[i + 1], lexicon)), at)


def _behind_time(tokens: Sequence[Token], at: int, hi: int) -> int:
    """Where the clause begins in "It is not the second time that the baker sings"."""
    if tokens[at].low not in {"this", "it"}:
        return at
    for time in range(at + 2, min(hi - 2, at + _FRONT)):
        if tokens[time].low == "time" and tokens[time - 1].low in {"first", "second", "last"}:
            return time + 1 + (tokens[time + 1].low == "that")
    return at


def _is_epithet(tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon) -> bool:
    """Whether a participle goes with a role and a name: Losing quarterback Dez Arden sighed."""
    if lexicon.own or at + 2 >= hi or not tokens[at + 1].text[0].islower():
        return False
    return tokens[at + 1].low in lexicon.kin and is_name(tokens[at + 2], lexicon)


def _is_article(token: Token, lexicon: ProseLexicon) -> bool:
    """Whether a word is an article, though it is a pronoun before verbs: Italian "la"."""
    return bool(lexicon.own) and token.low in lexicon.she_articles | lexicon.he_articles


def _is_partitive(tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon) -> bool:
    """Whether "of" only stands before some of many: D’autres internautes, De nombreux fans."""
    if lexicon.drops or at + 1 >= hi or tokens[at].low not in lexicon.genitives:
        return False
    return tokens[at + 1].low in lexicon.nameless | lexicon.indefinite


def is_questioned(tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon) -> bool:
    """Whether a participle or an adjective opens the sentence.

    Pressed on the bill, Reminded that he had lost; Sick of the wind, she
    """
    if lexicon.own or at + 1 >= hi or not tokens[at].text[0].isupper():
        return False
    if tokens[at].low.endswith(_DONE) and tokens[at + 1].low in _TO_WHAT:
        return True
    if tokens[at + 1].low not in _FRONTED or tokens[at].low in lexicon.roles:
        return False
    commas = (i for i in range(at + 2, min(hi - 1, at + _FRONT)) if tokens[i].text == ",")
    comma = next(commas, None)
    return comma is not None and tokens[comma + 1].low in _SUBJECTS


def is_person(mention: Mention, lexicon: ProseLexicon) -> bool:
    """Whether a phrase may mean a person or a body of persons: no "fotos", no "finish"."""
    if mention.kind != "role":
        return True
    known = mention.head in lexicon.persons or mention.head in lexicon.collective
    if lexicon.own:  # "amor", "Meister" end like English agents
        known = known or mention.head.removeprefix("ex-") in lexicon.persons
        return known or mention.head in lexicon.organisation or mention.head.endswith(AGED)
    known = known or mention.head.partition("-of-")[0] in lexicon.persons  # "the father-of-three"
    return known or mention.head.endswith((*AGENTS, "year-old"))
