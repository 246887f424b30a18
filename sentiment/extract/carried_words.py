"""Which noun or colon carries a quotation, and whose words does it hold?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import MAKERS, REACHES, Attribution, Lead
from sentiment.extract.mentions import Mention
from sentiment.extract.phrases import phrase_left
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.sentence_subjects import is_person, sentence_subject
from sentiment.extract.subjects import subject_marked
from sentiment.extract.subjects_behind import agent_behind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_CARRIED: Final = 5
_ADDRESSED: Final = 10
"""Tokens from "words for" to the end of whom they are for."""
_FOR: Final = frozenset({"for", "to", "about"})
_FEWEST: Final = 3
_WITH: Final = frozenset({"with", "in", "by"})
"""Between what is answered and the noun that the words stand in."""
_ANSWERS: Final = frozenset({"message", "comment", "reply", "note", "tweet", "words", "response"})
_HOLDS: Final = frozenset({"had", "has", "got", "took"})
_IS: Final = frozenset({"is", "was", "shows", "showed"})
_ARRIVES: Final = frozenset({"came", "comes", "arrived", "followed"})
_GIVERS: Final = frozenset({"name", "handle", "nameless", "role"})
_GIVEN: Final = frozenset({"gave", "gives", "issued", "sent", "left", "offered", "had"})


def carried_attribution(lead: Lead, lexicon: ProseLexicon) -> Attribution | None:
    """Words in a noun or behind a colon: with the caption, “…”; His mother was blunt: “…”."""
    tokens, lo, end, link = lead.tokens, lead.lo, lead.end, lead.link
    near = _carriers(lead, lexicon)
    if not near and link == ":":
        near = [i for i in range(lo + 2, end) if _is_given(tokens, i, lexicon)]
    if not near and link == "," and _FEWEST < end - lo < REACHES[","]:
        # "Twitter user, Gaffer Dan, did some sums, “…"
        mention = sentence_subject(tokens, lo, end, lexicon)
        first = mention is not None and mention.first <= lo + 1 and mention.kind == "nameless"
        return Attribution(mention, None, "colon", "before", lo, lead.at, link) if first else None
    if not near and link != ":":
        return None
    for i in near:
        answered = near == [end - 1] and tokens[i].low in _ANSWERS and not lexicon.own
        inner = (k for k in range(i - 1, lo, -1) if answered and tokens[k].low in _WITH)
        owner = phrase_left(tokens, i, next(inner, lo - 1) + 1, lexicon)
        if owner is not None and owner.owner is not None:
            return Attribution(owner, i, "carrier", "before", lo, lead.at, link)
        maker = maker_of(lead, i, lexicon)
        if maker is not None:
            return Attribution(maker, i, "carrier", "before", lo, lead.at, link)
    if not near and lexicon.own:
        for i in range(lo, end):
            maker = _maker_within(lead, i, lexicon) if _is_wordy(tokens[i], lexicon) else None
            if maker is not None:  # "Pronta la risposta della Santoro, che ormai …: «"
                return Attribution(maker, None, "colon", "before", lo, lead.at, link)
    own = _owner_within(lead, near[0], lexicon) if near else None
    if own is not None:
        return Attribution(own, near[-1], "carrier", "before", lo, lead.at, link)
    mention = _handle_of(lead, lexicon) or _teller(lead, near, lexicon)
    mention = None if near and _is_one_more(tokens, mention, near[0], lexicon) else mention
    if mention is not None and mention.kind == "furniture":
        return None
    if mention is None and not near:  # "Things then turned more heartfelt: “…"
        return Attribution(None, None, "alone", "before", lo, lead.at, link)
    kind = "carrier" if near else "colon"
    if lexicon.own and mention is not None and mention.kind == "role" and not near:
        crowd = lexicon.nameless | lexicon.comments
        if mention.head not in lexicon.persons and any(t.low in crowd for t in tokens[lo:end]):
            # a crowd: "In den Kommentaren ist die Begeisterung groß"
            return Attribution(None, None, "crowd", "before", lo, lead.at, link)
    return Attribution(mention, near[-1] if near else None, kind, "before", lo, lead.at, link)


def came_from(lead: Lead, lexicon: ProseLexicon) -> Attribution | None:
    """From whom an answer is told to come: Soon a reply came in from Ivo Brand, “…”."""
    tokens, end = lead.tokens, lead.end
    if lead.link not in {":", ","} or lexicon.own:
        return None
    for at in range(max(lead.lo, end - REACHES[":"]), end - _FEWEST):
        if tokens[at].low not in _ARRIVES or not is_carrier(tokens[at - 1], lexicon):
            continue
        giver = next((i for i in range(at + 1, end) if tokens[i].low == "from"), None)
        if giver is None or giver - at > _FEWEST or giver + 1 >= end:
            return None
        found = phrase_right(tokens, giver + 1, end, lexicon)
        if found is None or found.last + 1 != end or found.kind not in _GIVERS:
            return None
        return Attribution(found, at - 1, "carrier", "before", lead.lo, lead.at, lead.link)
    return None


def _is_one_more(
    tokens: Sequence[Token], mention: Mention | None, carrier: int, lexicon: ProseLexicon
) -> bool:
    """Whether a noun for words tells of one more by the last: Isa pang post; sinundan ng post."""
    if mention is None or not lexicon.agents:
        return False
    beside = all(t.low in lexicon.skip for t in tokens[mention.last + 1 : carrier])
    another = mention.kind == "nameless" and beside
    return another or (mention.kind == "carrier" and mention.owner is None)


def _teller(lead: Lead, near: Sequence[int], lexicon: ProseLexicon) -> Mention | None:
    """Who is told of before the nouns that hold the words, else the noun with what is its own."""
    tokens, lo = lead.tokens, lead.lo
    end = near[0] if near else lead.end
    mention = sentence_subject(tokens, lo, end, lexicon, people=not near)
    if not near:
        thing = mention is not None and mention.kind == "nameless" and lexicon.drops
        many = lexicon.crowd | lexicon.comments | lexicon.online | lexicon.social
        if thing and mention and mention.head not in lexicon.persons and not lexicon.subject_marks:
            crowd = any(t.low in many for t in tokens[lo:end])
            return mention if crowd else None  # "Hizo un análisis del partido: «"
        return mention
    if mention is not None and mention.kind == "role" and mention.last + 1 == near[0]:
        its = not is_person(mention, lexicon)  # "Dazu der knappe Kommentar: „"
        mention = None if its else mention
    opens = bool(lexicon.drops) and tokens[lo].low in lexicon.own
    if opens and mention is not None and mention.head and mention.head not in lexicon.persons:
        return None  # "Compartió un clip con la frase: «"
    if mention is not None:
        return mention
    mention = phrase_left(tokens, near[-1], lo, lexicon)
    if lexicon.drops and mention is not None and _is_left_out(lead, mention, lexicon):
        return None
    return mention


def is_below(tokens: Sequence[Token], at: int, lo: int, lexicon: ProseLexicon) -> bool:
    """Whether a noun is what words stand below: sotto ad un altro commento."""
    return any(t.low in lexicon.below for t in tokens[max(lo, at - 1 - _FEWEST) : at])


def _is_wordy(token: Token, lexicon: ProseLexicon) -> bool:
    return token.low in lexicon.carrier or token.low == "words"


def _carriers(lead: Lead, lexicon: ProseLexicon) -> list[int]:
    """The nouns right before the marks that may hold the words."""
    lo, end = max(lead.lo, lead.end - _CARRIED), lead.end
    near = [i for i in range(lo, end) if _is_wordy(lead.tokens[i], lexicon)]
    if not near and lexicon.own:  # "Immediata la replica di Neri: «"
        made = lexicon.genitives
        near = [i - 1 for i in range(lo + 1, end) if lead.tokens[i].low in made]
        near = [i for i in near if lead.tokens[i].low in lexicon.replies]
    if near[1:] and lead.tokens[near[-1]].low in _ANSWERS and not lexicon.own:
        apart = any(t.low in _WITH for t in lead.tokens[near[-2] : near[-1]])
        near = near[-1:] if apart else near  # "reacted to Olt's post with a message: “"
    if lexicon.own:  # "sotto ad un altro commento: «"
        near = [i for i in near if not is_below(lead.tokens, i, lo, lexicon)]
    if not near and lead.link == "," and not lexicon.own:
        # "Milo has a few warm words for the night guard Tove Lindahl, “"
        told = range(max(lead.lo, lead.end - _ADDRESSED), lo)
        near = [i for i in told if lead.tokens[i].low == "words" and lead.tokens[i + 1].low in _FOR]
    if lead.link or not lexicon.noun_articles or not near or near[-1] + 1 == end:
        return near
    owned = maker_of(lead, near[-1], lexicon) is not None
    return near if owned else []  # "eine Antwort auf die Frage „…“": not the answer's words


def _owner_within(lead: Lead, carrier: int, lexicon: ProseLexicon) -> Mention | None:
    """Whose post the words stand with: where his last post is a picture with the caption “."""
    if lexicon.own:
        return None
    owners = (lexicon.she | lexicon.he) & lexicon.possessives
    for at in range(lead.lo, carrier - _FEWEST):
        if lead.tokens[at].low not in owners:
            continue
        posted = any(
            t.low in lexicon.posts or t.low in lexicon.posted for t in lead.tokens[at + 1 : at + 4]
        )
        behind = at + _FEWEST < carrier and any(
            t.low in _IS for t in lead.tokens[at + 2 : at + 2 + _FEWEST]
        )
        if posted and behind:
            return Mention(at, at, "pronoun")
    return None


def _handle_of(lead: Lead, lexicon: ProseLexicon) -> Mention | None:
    """The user whose comment it is: "where u/moth had the top comment:", "bei Userin @moth:"."""
    tokens, end = lead.tokens, lead.end
    handles = [i for i in range(lead.lo, end) if tokens[i].kind == "@"]
    if len(handles) != 1 or lead.link != ":":
        return None
    at = handles[0]
    holds = at + 1 < end and tokens[at + 1].low in _HOLDS
    called = at + 1 == end and at > lead.lo and tokens[at - 1].low in lexicon.nameless
    called = called or (at > lead.lo and tokens[at - 1].low == "from" and not lexicon.own)
    return Mention(at, at, "handle") if holds or called else None


def _is_left_out(lead: Lead, mention: Mention, lexicon: ProseLexicon) -> bool:
    """Whether words stand with a noun and nobody is named: "Lo hizo con un mensaje: «"."""
    governed = mention.first > lead.lo
    governed = governed and lead.tokens[mention.first - 1].low in lexicon.prepositions
    return governed and mention.kind == "carrier" and mention.owner is None


def maker_of(lead: Lead, carrier: int, lexicon: ProseLexicon) -> Mention | None:
    """Whose words a noun holds: "Antwort von Meckel: „…“", "a post by Jane Doe: “…”"."""
    if lexicon.subject_marks:  # "एक्ट्रेस ने कैप्शन दिया है-"
        return subject_marked(lead.tokens, carrier, lead.lo, lexicon)
    marked = agent_behind(lead.tokens, carrier + 1, lead.end, lexicon)
    if marked is not None:
        return marked
    owns = carrier + 2 == lead.end and lead.tokens[carrier + 1].low in lexicon.pronouns
    if owns and lexicon.signs:  # Tagalog "sa caption niyang “"
        return Mention(carrier + 1, carrier + 1, "pronoun")
    makers = MAKERS | lexicon.genitives
    if carrier + 2 >= lead.end or lead.tokens[carrier + 1].low not in makers:
        return None
    found = phrase_right(lead.tokens, carrier + 2, lead.end, lexicon)
    if found is None:
        return None
    behind = found.last + 1  # "a tweet from Ana Lim, the queen of tin whistles:"
    if lexicon.own and found.kind == "role" and behind + 1 == lead.end:
        behind += lead.tokens[behind].kind == "w" and not lead.tokens[behind].text.islower()
    apart = behind < lead.end and lead.link == ":" and lead.tokens[behind].text == ","
    if found.kind == "name":
        return found if behind == lead.end or apart else None
    told = found.kind == "nameless" or (
        found.kind == "role" and is_person(found, lexicon) and found.head not in lexicon.turning
    )
    return found if lexicon.own and told and behind == lead.end else None


def _maker_within(lead: Lead, carrier: int, lexicon: ProseLexicon) -> Mention | None:
    """As above, followed by a clause of its own."""
    behind = carrier + 1
    if behind + 1 >= lead.end or lead.tokens[behind].low not in lexicon.genitives:
        return None
    while behind + 2 < lead.end and lead.tokens[behind + 1].low in lexicon.determiners:
        behind += 1
    found = phrase_right(lead.tokens, behind + 1, lead.end, lexicon)
    return found if found is not None and found.kind == "name" else None


def is_carrier(token: Token, lexicon: ProseLexicon) -> bool:
    """A noun that the words stand in: "a comment", "an emotional note"."""
    noun = token.low in lexicon.carrier or token.low in {"comment", "reply"}
    return noun and not token.owns and not token.low.endswith("ed") and token.low != "read"


def _is_given(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a noun for words is given to somebody: "gave a short reply to one user"."""
    if not is_carrier(tokens[at], lexicon):
        return False
    return any(t.low in _GIVEN for t in tokens[max(0, at - _CARRIED) : at])
