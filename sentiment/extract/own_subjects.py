"""Who is the subject of a verb of saying in a language that is not English?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.extract.carried_words import is_below
from sentiment.extract.mentions import Mention
from sentiment.extract.name_extent import name_end
from sentiment.extract.name_words import ADVERBIAL, is_name
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.relative_heads import LONG_CLAUSE, relative_head
from sentiment.extract.sentence_subjects import is_person, sentence_subject
from sentiment.extract.subjects import stands_beside
from sentiment.extract.subjects_behind import subject_right
from sentiment.extract.verbs import THIS_ONE

if TYPE_CHECKING:
    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Lead

_DONE: Final = re.compile(r"in[a-z]{3}|i?[b-df-hj-np-tv-z]{1,2}in[a-z-]{3}")
"""How Tagalog verbs begin that have whom or what something is done to for their topic."""
_PASSIVE: Final = frozenset({"गया", "गयी", "गई", "गए"})
"""What a Hindi verb has behind it that tells of no doer."""
_TOPICS: Final = frozenset({"siya", "sila"})
_GERUNDS: Final = ("ando", "iendo", "endo", "indo")
_WHERE: Final = frozenset({"donde", "onde", "dove", "où"})


def own_subject(
    lead: Lead, verb: int, mention: Mention | None, lexicon: ProseLexicon
) -> Mention | None:
    """The subject of another language's verb; ``mention`` is what stands left of it."""
    tokens, lo = lead.tokens, lead.lo
    if mention is not None and lexicon.drops and tokens[mention.first].low.endswith(_GERUNDS):
        return None  # "haciendo muecas dice: «"
    if verb > lo and tokens[verb - 1].low in THIS_ONE and lexicon.drops:
        return Mention(verb - 1, verb - 1, "pronoun")  # "al ver a Lola, este dijo: «"
    if lexicon.noun_articles and verb == lo + 1:
        shown = _of_article(lead, verb, lexicon)
        left_out = tokens[lo].low in lexicon.joins and _is_accusative(lead, verb, lexicon)
        if shown is not None or left_out:
            return shown
    if _is_done_to(lead, verb, lexicon):  # "Hindi natinag si Ana at sinagot ang basher: “"
        return _joined_subject(lead, verb, lexicon)
    inner = mention.first if mention is not None else None
    head = relative_head(lead, verb, lexicon, reach=LONG_CLAUSE, inner=inner, whole=True)
    gerund = tokens[verb].low.endswith("ndo") and lexicon.drops
    if head is None and gerund:  # "criticou o ministro, afirmando que"
        clauses = (i + 1 for i in range(verb - 1, lo, -1) if tokens[i].low in _WHERE)
        first = next(clauses, lo)  # "Ana, donde el actor elogió a Eva, afirmando"
        head = sentence_subject(tokens, first, verb, lexicon, people=True)
    if head is not None or gerund:
        head = head or mention
        return None if gerund and head is not None and head.kind == "carrier" else head
    if mention is not None and _is_thing(mention, lexicon):
        between = tokens[mention.last + 1 : verb]
        if any(t.low in lexicon.joins for t in between):  # "ha cavalcato l'onda e ha condiviso"
            return sentence_subject(tokens, lo, mention.first, lexicon, people=True)
    return _joined_subject(lead, verb, lexicon) or _own_subject(lead, verb, mention, lexicon)


def _is_done_to(lead: Lead, verb: int, lexicon: ProseLexicon) -> bool:
    """Whether a Tagalog verb tells to whom something is done: pinuri si Ana, sinagot siya."""
    at = verb + 1
    while (
        at < lead.end and lead.tokens[at].low in lexicon.clitics - lexicon.signs - lexicon.personal
    ):
        at += 1
    topics = (lexicon.signs | lexicon.personal) - lexicon.agents - lexicon.prepositions
    topic = at < lead.end and lead.tokens[at].low in topics | _TOPICS
    return bool(lexicon.agents) and topic and _DONE.match(lead.tokens[verb].low) is not None


def _is_thing(mention: Mention, lexicon: ProseLexicon) -> bool:
    """Whether a phrase means no person: la sua nuova canzone, l'onda."""
    plain = mention.kind in {"furniture", "carrier"}
    return plain or (mention.kind == "role" and not is_person(mention, lexicon))


def _own_subject(
    lead: Lead, verb: int, mention: Mention | None, lexicon: ProseLexicon
) -> Mention | None:
    """The subject beside a verb, behind it, or left out."""
    tokens, lo = lead.tokens, lead.lo
    if stands_beside(mention, tokens, verb, lo, lexicon):
        return _opened(lead, verb, mention, lexicon)
    if lexicon.subject_marks:  # subjects stand before verbs
        passive = any(t.low in _PASSIVE for t in tokens[verb + 1 : lead.end])
        nobody = Mention(verb, verb, "carrier", tokens[verb].low) if passive else None
        return mention or nobody  # "ट्वीट पढ़ा गया: “"
    behind = subject_right(tokens, verb, lead.end, lexicon)  # "En Instagram escribió Lucía"
    bare = behind is not None and behind.owner is None and behind.kind in {"carrier", "nameless"}
    told = mention is None and not (lexicon.drops and bare)  # "ha aggiunto qualche parola: «"
    if behind is not None and (told or _may_speak(behind, lexicon)):
        mention = behind
    if mention is None or not _may_speak(mention, lexicon):
        mention = relative_head(lead, verb, lexicon) or mention
    if mention is not None and mention.kind == "carrier" and mention.owner is None:
        # as in "ha potuto ricordarlo con un tweet che afferma"
        subject = sentence_subject(tokens, lo, mention.first, lexicon)
        named = subject is not None and subject.kind == "name"
        below = mention.first > lo and is_below(tokens, mention.first, lo, lexicon)
        return subject if named else None if below and lexicon.drops else mention
    if mention is None or not lexicon.drops:
        return mention
    governed = mention.first > lo and tokens[mention.first - 1].low in lexicon.prepositions
    if governed and mention.kind == "nameless" and mention.head in lexicon.indefinite:
        return None if not lexicon.subject_marks else mention  # "En una de ellas le contesta: «"
    told = _is_object(lead, verb, mention, lexicon)
    passed = governed or mention.first + 1 < verb or told
    if (told and mention.kind == "nameless") or (
        mention.kind == "role" and passed and not _may_speak(mention, lexicon)
    ):
        return None  # "en su video escribió: «"
    return mention


def _of_article(lead: Lead, verb: int, lexicon: ProseLexicon) -> Mention | None:
    """A German article that stands for who was named: Der kommentiert das nüchtern."""
    low = lead.tokens[verb - 1].low
    known = low in lexicon.noun_articles - lexicon.nameless - lexicon.pointing
    return Mention(verb - 1, verb - 1, "pronoun") if known else None


def _is_accusative(lead: Lead, verb: int, lexicon: ProseLexicon) -> bool:
    """Whether an object follows the verb that "and" opens a sentence with: Und lobt seinen Chef."""
    if verb + 1 >= lead.end:
        return False
    low = lead.tokens[verb + 1].low
    return low in lexicon.noun_articles and low.endswith(("en", "em"))


def _is_object(lead: Lead, verb: int, mention: Mention, lexicon: ProseLexicon) -> bool:
    """Whether what stands behind a verb is told, no teller: explica el motivo de su enfado."""
    behind = mention.last + 1
    if mention.first < verb or behind >= lead.end:
        return False
    after = lead.tokens[behind]
    if mention.kind == "role":
        return after.low in lexicon.genitives
    closed = (lexicon.prepositions, lexicon.skip, lexicon.relative, lexicon.cues)
    noun = after.kind == "w" and after.text[0].islower() and not any(after.low in w for w in closed)
    somebody = any(t.low in lexicon.persons for t in lead.tokens[behind : behind + 2])
    return (
        mention.head in lexicon.indefinite and noun and not somebody
    )  # "puso también unas líneas"


def _joined_subject(lead: Lead, verb: int, lexicon: ProseLexicon) -> Mention | None:
    """The sentence's subject, where a verb joins an earlier one: publicó una foto y escribió."""
    tokens, lo = lead.tokens, lead.lo
    if verb > lo and tokens[verb - 1].low in lexicon.joins:
        head = relative_head(lead, verb, lexicon, reach=LONG_CLAUSE)
        if head is not None:  # "Leda, que publicou fotos e lamentou a perda"
            return head
    at = verb - 1
    while at > lo and tokens[at].low in lexicon.clitics - lexicon.joins:
        at -= 1
    if at <= lo or tokens[at].low not in lexicon.joins:
        return None
    behind = phrase_right(tokens, verb + 1, lead.end, lexicon) if verb + 1 < lead.end else None
    if behind is not None and behind.kind == "name":
        return None  # "y escribió Lola: «"
    found = sentence_subject(tokens, lo, at, lexicon, people=True)
    if found is None or found.kind not in {"name", "pronoun", "role", "nameless"}:
        return None
    # another verb must stand between: no "Ana y Eva escribieron"
    between = tokens[found.last + 1 : at]
    first = tokens[lo : found.first]
    told = any(t.low in lexicon.own for t in (*between, *first))
    told = told or (bool(lexicon.agents) and found.first > lo)  # the verb stands first
    return found if told and _may_speak(found, lexicon) else None


def _may_speak(mention: Mention, lexicon: ProseLexicon) -> bool:
    """Whether a phrase may be a speaker's: no "due scatti", no "fotos"."""
    if mention.kind == "nameless" and mention.head:
        return mention.head in lexicon.persons
    return mention.kind not in {"carrier", "furniture"} and is_person(mention, lexicon)


def _opened(
    lead: Lead, verb: int, mention: Mention | None, lexicon: ProseLexicon
) -> Mention | None:
    """The subject beside a verb, or behind it where an adverb or a clause stands first."""
    if lead.tokens[verb - 1].text == ",":
        behind = subject_right(lead.tokens, verb, lead.end, lexicon)
        if behind is not None and behind.first == verb + 1 and behind.kind == "name":
            return behind  # "So gehe es nicht, sagt Trapp: „"
    if mention is not None and _is_adverb(lead, mention, verb, lexicon):
        return Mention(verb + 1, verb + 1, "pronoun")
    fronted = lexicon.noun_articles and mention is not None and _is_thing(mention, lexicon)
    if fronted or _is_adverbial(lead, verb):  # "Die Rolle der Ämter kritisierte auch Ida Wöll"
        told = subject_right(lead.tokens, verb, lead.end, lexicon)
        if told is not None and _may_speak(told, lexicon):
            return told
    return _whole(lead, mention, lexicon)


def _is_adverbial(lead: Lead, verb: int) -> bool:
    """Whether the word that opens a sentence ends like a German adverb: "Demnach fragte Weiß"."""
    return verb == lead.lo + 1 and lead.tokens[lead.lo].low.endswith(ADVERBIAL)


def _whole(lead: Lead, mention: Mention | None, lexicon: ProseLexicon) -> Mention | None:
    """The name before a role that a place or a body ends: "Ana Kol, fondatrice WALA affirme"."""
    if mention is None or mention.kind != "name" or mention.name is None:
        return mention
    at = mention.name[0]
    body = mention.name[1] - at == 1 and lead.tokens[at].text.isupper() and mention.first < at
    governed = at > lead.lo and lead.tokens[at - 1].low in lexicon.genitives
    if not body and not (governed and at - lead.lo > 1):
        return mention
    if not is_name(lead.tokens[lead.lo], lexicon):
        return mention
    end = name_end(lead.tokens, lead.lo, min(at, mention.first), lexicon)
    whole = Mention(lead.lo, end - 1, "name", "", (lead.lo, end))
    return whole if end - lead.lo > 1 else mention


def _is_adverb(lead: Lead, mention: Mention, verb: int, lexicon: ProseLexicon) -> bool:
    """Whether a capital word only opens the sentence: "Eindringlich bittet sie: „"."""
    opens = mention.first == mention.last == lead.lo and verb == lead.lo + 1
    if not opens or mention.kind != "name" or verb + 1 >= lead.end:
        return False
    return lead.tokens[verb + 1].low in (lexicon.she | lexicon.he) & lexicon.pronouns
