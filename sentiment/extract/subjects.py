"""Which noun phrase is the subject of a verb of saying?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.clauses import clause_subject, doer_to
from sentiment.extract.mentions import Mention
from sentiment.extract.name_words import is_name, is_office
from sentiment.extract.phrases import DEEPEST, phrase_left
from sentiment.extract.sentence_subjects import sentence_subject
from sentiment.extract.subjects_parted import (
    APART,
    outer_subject,
    over_apposition,
    over_dashes,
    parted_subject,
)
from sentiment.extract.verbs import is_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_MARKED: Final = 30
"""Tokens between a marked subject and its verb: it stands first in Hindi."""
_UPON: Final = "जिस"
"""What begins a clause of somebody else's, with a postposition behind it."""
_ANSWERING: Final = frozenset({"reacting", "responding", "replying"})
_BEGINS: Final = frozenset({"started", "starts", "began", "begins", "kept", "keeps"})
_PARTICLES: Final = frozenset({"in", "out", "up", "back"})
_PARTS: Final = frozenset(
    {"excerpt", "excerpts", "part", "parts", "portion", "section", "snippet", "extract", "extracts"}
)
"""Of a note or a statement: whose it is, they are."""
_CONJUNCTIONS: Final = frozenset({"after", "before", "since", "until", "as"})
"""Prepositions behind which a clause may begin."""
_NOMINATIVE: Final = frozenset({"she", "he", "they"})
_SEATED: Final = 2
"""Words of a seat and a name, less one."""
_SHOWN: Final = 4
"""Words of the name that a network shows for a user."""
JOINS: Final = frozenset({"sabay", "and", "but", "or", "then", "&", "to", ","})


def subject_left(
    tokens: Sequence[Token], verb: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    """The subject of the verb at ``tokens[verb]``, read leftwards."""
    if lexicon.subject_marks and tokens[verb].low in lexicon.own:
        return subject_marked(tokens, verb, lo, lexicon)
    at = verb - 1
    while at >= lo and (tokens[at].low in lexicon.skip or _is_adverb(tokens[at], lexicon)):
        if tokens[at].low in lexicon.relative:
            break
        at -= 1
    doing = at > lo and tokens[verb].low.endswith("ing")
    if (
        at > lo
        and tokens[at].low in _PARTICLES
        and (is_verb(tokens, at - 1, lexicon) or (doing and tokens[at - 1].low in lexicon.weak))
    ):
        verb = at - 1  # "Alya chimed in saying"
        at -= 2
    elif doing and (
        tokens[at].low in _BEGINS
        or _replies(tokens[at], lexicon)
        or (tokens[at + 1].low == "back" and not lexicon.own)
    ):
        at -= 1  # "started saying", "responded saying", "hit back saying"
    if at < lo:
        return None
    at = over_dashes(tokens, at, lo)
    token = tokens[at]
    alone = at > lo and tokens[at - 1].text != "," and not is_name(tokens[at - 1], lexicon)
    if alone and token.low in lexicon.relative and token.low in lexicon.nameless:
        return Mention(at, at, "nameless", token.low)  # "c'è chi scrive"
    if token.low in lexicon.relative:
        return _head_of_clause(tokens, verb, at, lo, lexicon)
    if (
        token.text == ","
        and tokens[at - 1].kind == "@"
        and at - 2 >= lo
        and tokens[at - 2].text == ","
    ):
        return Mention(at - 1, at - 1, "handle")
    if token.text in APART or token.low in JOINS:
        return parted_subject(tokens, verb, at, lo, lexicon)
    absolute = _with_somebody(tokens, at, verb, lo, lexicon)
    if absolute is not None:
        return absolute
    found = phrase_left(tokens, at, lo, lexicon)
    if found is None or (found.kind == "furniture" and found.first > lo):
        return found or sentence_subject(tokens, lo, verb, lexicon)
    return _seated(tokens, found, lexicon) or _beside(tokens, found, verb, lo, lexicon)


def _with_somebody(
    tokens: Sequence[Token], at: int, verb: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    """Who does it in a clause of their own: Many replied to Olt, with user Bo Renn commenting."""
    if lexicon.own or at + 1 != verb or not tokens[verb].low.endswith("ing"):
        return None
    found = phrase_left(tokens, at, lo, lexicon, DEEPEST)
    if found is None or found.first <= lo or tokens[found.first - 1].low != "with":
        return None
    return found if found.kind in {"name", "nameless", "handle"} else None


def _replies(token: Token, lexicon: ProseLexicon) -> bool:
    """Whether a finite verb tells that somebody wrote or answered: responded, tweeted."""
    told = lexicon.cues.get(token.low) in {"reply", "post", "comment", "write"}
    return told and token.low.endswith("ed") and not (lexicon.own or token.capital)


def _is_adverb(token: Token, lexicon: ProseLexicon) -> bool:
    """Whether a word tells how something was said: no "family", no name."""
    return token.low.endswith("ly") and not (token.capital or token.low in lexicon.collective)


def shown_name(
    tokens: Sequence[Token], verb: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    """A user's name of several words that opens a row behind a sign: @Big Moth said: “…”"""
    if lo or tokens[0].kind != "@" or not 1 < verb <= _SHOWN or lexicon.own:
        return None
    closed = (
        lexicon.skip, lexicon.prepositions, lexicon.determiners, lexicon.pronouns, lexicon.relative,
        lexicon.places, lexicon.cues, JOINS,
    )  # fmt: skip
    for token in tokens[1:verb]:
        plain = token.kind == "w" and not token.low.endswith(("ly", "ed", "ing"))
        if not plain or any(token.low in words for words in closed):
            return None
    return Mention(0, verb - 1, "name", "", (0, verb))


def _head_of_clause(
    tokens: Sequence[Token], verb: int, at: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    """The subject of the verb of a relative clause whose pronoun stands at ``at``."""
    if at > lo and lexicon.own and tokens[at - 1].low in lexicon.prepositions:
        return sentence_subject(tokens, lo, at - 1, lexicon, people=True)  # "un post nel quale"
    at -= 2 if at - 1 >= lo and tokens[at - 1].text in APART else 1
    found = phrase_left(tokens, at, lo, lexicon)
    if found is not None and tokens[found.last].low in lexicon.places and not lexicon.own:
        return sentence_subject(tokens, lo, verb, lexicon)  # "a poll on Threads that asked"
    if found is not None and found.kind in {"nameless", "role"} and found.first - 2 >= lo:
        # "Andy Smolt, another viewer who adds": the apposition's name
        named = tokens[found.first - 1].text == ","
        linked = lexicon.own and tokens[found.first - 1].low in lexicon.clitics
        named = named or bool(linked)  # "Joana foi uma das que lamentaram"
        outer = phrase_left(tokens, found.first - 2, lo, lexicon) if named else None
        if outer is not None and outer.kind == "name":
            return outer
    return found or sentence_subject(tokens, lo, verb, lexicon)


def _seated(tokens: Sequence[Token], found: Mention, lexicon: ProseLexicon) -> Mention | None:
    """The member behind an office and a seat: the MP for Barnmouth West Colm Byrne."""
    whole = found.kind == "name" and found.last - found.first >= _SEATED and not lexicon.own
    if not whole or found.first <= 1 or tokens[found.first - 1].low != "for":
        return None
    held = is_office(tokens[found.first - 2], lexicon)
    return found._replace(name=(found.last - 1, found.last + 1)) if held else None


def _beside(
    tokens: Sequence[Token], found: Mention, verb: int, lo: int, lexicon: ProseLexicon
) -> Mention:
    """The subject that the noun phrase right before a verb is, or stands in."""
    before = tokens[found.first - 1].low if found.first > lo else ""
    part = before in {"of", "from"} and tokens[max(lo, found.first - 2)].low in _PARTS
    if part and found.kind == "carrier" and not lexicon.own:
        return found  # "An excerpt from her note read"
    thing = found.kind == "carrier" or found.head in lexicon.pictures
    if thing and before in lexicon.posting and before.endswith(("ing", "ed")):
        # "with Michelle Hatten posting a cute video captioned"
        return subject_left(tokens, found.first - 1, lo, lexicon) or found
    clause = found.kind in {"nameless", "name"} or tokens[found.first].low in _NOMINATIVE
    clause = clause or (found.kind == "role" and before == "as")
    if before in _CONJUNCTIONS and clause and found.last + 1 == verb:
        return found  # "after a troll told her", "as she said"
    doer = None if lexicon.own else doer_to(tokens, found, verb, lo, lexicon)
    if doer is not None:
        return doer
    with_one = (
        before == "with"
        and found.kind != "carrier"
        and tokens[verb].low.endswith("ing")
        and found.last + 1 == verb
    )
    if with_one or (before == "to" and tokens[lo].low == "to" and found.first <= lo + 1):
        return found  # "with one joking", "To this Alya chimed in"
    if before == "to" and found.first - 2 > lo and tokens[found.first - 2].low in _ANSWERING:
        # "and the filmmaker reacting to her lamp wrote"
        answering = phrase_left(tokens, found.first - 3, lo, lexicon)
        if answering is not None and answering.kind in {"name", "role", "nameless"}:
            return answering
    if found.kind != "pronoun" and not lexicon.own:
        outer = outer_subject(tokens, found, lo, lexicon)
        if outer is not None:
            return outer
    first = found.first
    if before == "and" and found.kind in {"name", "role"}:  # "poked fun at Ana and Bo writing"
        other = phrase_left(tokens, first - 2, lo, lexicon)
        first = other.first if other is not None and other.first > lo else first
        before = tokens[first - 1].low
    if before in lexicon.prepositions and tokens[verb].low.endswith("ing") and not lexicon.own:
        # "but many came by the pier giggling at it saying"
        clause_of = clause_subject(tokens, first - 1, lo, lexicon)
        if clause_of is not None:
            return clause_of
    if found.first - 1 > lo and before in lexicon.prepositions:
        # "… to the message with these words": the phrase is no subject
        return sentence_subject(tokens, lo, found.first - 1, lexicon) or found
    return found


def subject_marked(
    tokens: Sequence[Token], verb: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    """What stands before Hindi "ने", left of the verb."""
    quantities = lexicon.nameless - lexicon.crowd
    for at in range(verb - 1, max(lo, verb - _MARKED) - 1, -1):
        if tokens[at].low in lexicon.pronouns:
            return Mention(at, at, "pronoun")
        if tokens[at].low in lexicon.subject_marks:
            apart = at - 1 > lo and tokens[at - 1].text == ","  # "रिया, जो गायिका हैं, ने"
            over = over_apposition(tokens, at - 1, lo, lexicon) if apart else None
            return over or phrase_left(tokens, at - 1, lo, lexicon)
        if tokens[at].low == _UPON and tokens[at + 1].low in lexicon.prepositions:
            return None  # "एक एक्टर ने मजाक किया, जिस पर वे भड़के और कहा"
        if tokens[at].low in quantities:
            continue  # "शाहरुख ने कुछ खास पंक्तियां लिखी"
        spoken_to = tokens[at + 1].low in lexicon.prepositions  # "ट्रोल से कहा"
        if tokens[at].low in lexicon.nameless and not spoken_to:
            return phrase_left(tokens, at, lo, lexicon)
        if tokens[at].kind == "q":
            return None
    if tokens[verb].low not in lexicon.bare:
        return None
    found = phrase_left(tokens, verb - 1, lo, lexicon)  # "कप्तान अनिल राणे बोले"
    sure = found is not None and is_surely_person(found, tokens, lexicon)
    return found if sure else None


def is_surely_person(mention: Mention, tokens: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether a phrase means a person where no capital tells names: a role, or a first name."""
    if mention.kind != "name" or mention.name is None:
        return mention.kind in {"nameless", "pronoun"} or mention.head in lexicon.persons
    first, end = mention.name
    if mention.first < first or end - first > 1 or mention.last >= end:
        return True
    return tokens[first].low in lexicon.given or tokens[first].named is True


def stands_beside(
    mention: Mention | None, tokens: Sequence[Token], verb: int, lo: int, lexicon: ProseLexicon
) -> bool:
    """Whether a mention is the subject right before its verb."""
    if mention is None or mention.kind in {"carrier", "furniture"} or mention.last >= verb:
        return False
    if mention.first > lo and tokens[mention.first - 1].low in lexicon.prepositions:
        return False
    if lexicon.subject_marks:
        return True
    between = tokens[mention.last + 1 : verb]
    named = mention.kind in {"name", "handle"} and any(t.text == "," for t in between)
    return named or all(t.low in lexicon.clitics or t.text in ",()" for t in between)
