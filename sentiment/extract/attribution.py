"""To whom does the prose before a quotation give it, and with which verb?

By a verb ("she wrote, “…”"), as a label ("Gowdy: “…”"), by a noun ("with the
caption “…”") or a phrase ("According to Gowdy, “…”"). Only the quotation's own
sentence is read, and the last sentence of a lead-in paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sentiment.extract.mentions import Mention, is_name
from sentiment.extract.phrases import phrase_left
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.sentence_subjects import is_person, sentence_subject
from sentiment.extract.subjects import DASHES, is_verb, stands_beside, subject_left
from sentiment.extract.subjects_behind import subject_right

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

REACH: Final = 90
"""Tokens of a sentence that are looked at on either side."""
_REACHES: Final = {":": REACH, ",": 22, "-": 10, "": 7}
"""Tokens between a verb and the marks, by the sign before the marks."""
_REPORTED: Final = 12
"""Tokens between a verb and a fragment in the clause that it reports."""
_NEAR: Final = 2
_TITLE_GAP: Final = 4
"""Tokens between a quoted title and the marks over which a verb is still sought."""
_CARRIED: Final = 5
_FEWEST: Final = 3
_LONGEST_LABEL: Final = 14
_WRITTEN: Final = frozenset({"write", "post", "reply", "comment"})
MAKERS: Final = frozenset({"by", "from", "de", "del", "do", "da", "di", "von", "ni"})
"""What stands between words' noun and who made them."""
_HOLDS: Final = frozenset({"had", "has", "got", "took"})
_PHRASED: Final = 8
_JOINING: Final = frozenset({"e", "ed", "y", "et", "und"})
_GERUNDS: Final = ("ando", "iendo", "endo", "indo")
_FOR: Final = frozenset({"for", "to"})
_WAS: Final = frozenset({"was", "is", "were", "became", "remains"})
_THING: Final = 6
"""Tokens from a name to the end of "it was", "the whole evening was"."""
_WONDERS: Final = frozenset({"asking", "asked", "wondering", "wondered"})
_WHETHER: Final = frozenset({"if", "whether"})
_GIVEN: Final = frozenset({"gave", "gives", "issued", "sent", "left", "offered", "had"})
_CLAUSE: Final = 8
_LONG_CLAUSE: Final = 24
"""Tokens from a relative pronoun to its verb."""
_READS: Final = frozenset({"read", "reads", "reading"})
_READABLE: Final = frozenset({"carrier", "name", "pronoun"})
"""What may "read" words: a caption, or somebody; no sign and no tote bag."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a quotation is given to.

    cue      token index of the verb or carrier noun, or None
    kind     the cue's kind (``CUE_KINDS``), "carrier", "label", "phrase" or "colon"
    first    index of the first token read; last: one past the last
    link     the sign between cue and marks: ":" "," or "" (a partial quotation)
    """

    mention: Mention | None
    cue: int | None
    kind: str
    where: Literal["before", "after"]
    first: int
    last: int
    link: str = ""


@dataclass(frozen=True, slots=True)
class _Lead:
    """What leads up to the quotation at token ``at``: ``tokens[lo:end]`` and a sign."""

    tokens: Sequence[Token]
    lo: int
    end: int
    at: int
    link: str


def before_quotation(
    tokens: Sequence[Token], at: int, lo: int, lexicon: ProseLexicon
) -> Attribution | None:
    """The attribution that leads up to ``tokens[at]``, its sentence beginning at ``lo``."""
    lo = max(lo, at - REACH)
    if at <= lo:
        return None
    last = tokens[at - 1].text
    last = ":" if last == ";" else last  # "the Prime Minister said;"
    link = last if last in {":", ","} else "-" if last in DASHES else ""
    lead = _Lead(tokens, lo, at - 1 if link else at, at, link)
    label = _label(lead, lexicon) or _by_phrase(lead, lexicon) or _listing(lead, lexicon)
    label = label or _for_whom(lead, lexicon)
    if label is not None:
        return label
    aside: int | None = None
    reach = _REACHES[link]
    if not link and any(t.low == "that" for t in tokens[max(lo, at - reach) : at]):
        reach = _REPORTED  # telling the Larkhill Gazette that the show had become “…”
    for verb in range(lead.end - 1, max(lo, lead.end - reach) - 1, -1):
        if tokens[verb].low in _WONDERS and tokens[verb + 1].low in _WHETHER:
            continue  # "gave a reply to one user asking if the site was broken: “"
        if tokens[verb].kind == "q" and link != ":" and lead.end - verb > _TITLE_GAP:
            break
        if is_verb(tokens, verb, lexicon) and _introduces(lead, verb, lexicon):
            if not _is_aside(lead, verb, lexicon):
                return _by_verb(lead, verb, lexicon)
            aside = aside or verb
    if aside is not None:
        return _by_verb(lead, aside, lexicon)
    return _carried(lead, lexicon)


def _is_aside(lead: _Lead, verb: int, lexicon: ProseLexicon) -> bool:
    """Whether a verb stands in a relative clause, away from the marks: i tifosi che hanno …"""
    if lead.tokens[verb].low not in lexicon.own or lead.end - verb <= _NEAR:
        return False
    at = verb - 1
    while at > lead.lo and lead.tokens[at].low in lexicon.clitics - lexicon.relative:
        at -= 1
    return at > lead.lo and lead.tokens[at].low in lexicon.relative


def _introduces(lead: _Lead, verb: int, lexicon: ProseLexicon) -> bool:
    """Whether a weak form ("posts", "left") stands near enough to introduce the words."""
    low = lead.tokens[verb].low
    if low not in lexicon.weak or lead.link == ":":
        return True
    near = lead.end - verb <= _NEAR
    return near and (lead.link != "" or lexicon.cues[low] in _WRITTEN)


def _by_verb(lead: _Lead, verb: int, lexicon: ProseLexicon) -> Attribution | None:
    tokens, lo, end, link = lead.tokens, lead.lo, lead.end, lead.link
    low = tokens[verb].low
    mention = subject_left(tokens, verb, lo, lexicon)
    if verb == lo and low in lexicon.not_names:  # "Added Wilmot: “…”"
        mention = subject_right(tokens, verb, end, lexicon)
    if low in lexicon.own:
        mention = _own_subject(lead, verb, mention, lexicon)
    if mention is not None and mention.kind == "furniture":
        return None
    if link == ":" and mention is not None and mention.kind in {"pronoun", "carrier"}:
        # a comment by u/moth … "has been quoted everywhere: “" - the handle is the speaker
        handles = [i for i in range(lo, end) if tokens[i].kind == "@"]
        if len(handles) == 1 and tokens[mention.first].low in {*lexicon.they, tokens[lo].low}:
            mention = Mention(handles[0], handles[0], "handle")
    carried = [i for i in range(verb + 1, end) if _is_carrier(tokens[i], lexicon)]
    if carried and lexicon.cues[low] in {"speech", "post"}:
        mention = _maker(lead, carried[-1], lexicon) or mention
        return Attribution(mention, carried[-1], "carrier", "before", lo, lead.at, link)
    if low in _READS:
        carried_by = verb > lo and tokens[verb - 1].low in lexicon.carrier
        if not carried_by and (mention is None or mention.kind not in _READABLE):
            return None
    if not link and tokens[lead.at - 1].low == "with":
        return None
    kind = lexicon.cues[low]
    if mention is not None and tokens[verb - 1].low == "and" and kind == "speech":
        # "a follower replied to him and said"
        joined = tokens[mention.last + 1 : min(verb, mention.last + _FEWEST)]
        others = [lexicon.cues.get(t.low) for t in joined]
        kind = next((k for k in others if k in {"reply", "comment"}), kind)
    return Attribution(mention, verb, kind, "before", lo, lead.at, link)


def _is_given(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a noun for words is given to somebody: "gave a short reply to one user"."""
    if not _is_carrier(tokens[at], lexicon):
        return False
    return any(t.low in _GIVEN for t in tokens[max(0, at - _CARRIED) : at])


def _own_subject(
    lead: _Lead, verb: int, mention: Mention | None, lexicon: ProseLexicon
) -> Mention | None:
    """The subject of another language's verb; ``mention`` is what stands left of it."""
    tokens, lo = lead.tokens, lead.lo
    if mention is not None and lexicon.drops and tokens[mention.first].low.endswith(_GERUNDS):
        return None  # "haciendo muecas dice: «"
    if tokens[verb].low.endswith("ndo") and lexicon.drops:  # "criticou o ministro, afirmando que"
        return sentence_subject(tokens, lo, verb, lexicon, people=True) or mention
    if mention is not None and mention.kind == "role" and not is_person(mention, lexicon):
        between = tokens[mention.last + 1 : verb]
        if any(t.low in _JOINING for t in between):  # "ha cavalcato l'onda e ha condiviso"
            return sentence_subject(tokens, lo, mention.first, lexicon, people=True)
    if verb > lo and tokens[verb - 1].low in _JOINING:
        head = _relative_head(lead, verb, lexicon, reach=_LONG_CLAUSE)
        if head is not None:  # "Leda, que publicou fotos e lamentou a perda"
            return head
    if stands_beside(mention, tokens, verb, lo, lexicon):
        adverb = mention is not None and _is_adverb(lead, mention, verb, lexicon)
        return Mention(verb + 1, verb + 1, "pronoun") if adverb else mention
    behind = subject_right(tokens, verb, lead.end, lexicon)  # "En Instagram escribió Lucía"
    if behind is not None and (mention is None or _may_speak(behind, lexicon)):
        mention = behind
    if mention is None or not _may_speak(mention, lexicon):
        mention = _relative_head(lead, verb, lexicon) or mention
    if mention is not None and mention.kind == "carrier" and mention.owner is None:
        # as in "ha potuto ricordarlo con un tweet che afferma"
        subject = sentence_subject(tokens, lo, mention.first, lexicon)
        return subject if subject is not None and subject.kind == "name" else mention
    if mention is not None and lexicon.drops and mention.kind == "role":
        governed = mention.first > lo and tokens[mention.first - 1].low in lexicon.prepositions
        if not _may_speak(mention, lexicon) and (governed or mention.first + 1 < verb):
            return None  # "en su video escribió: «"
    return mention


def _may_speak(mention: Mention, lexicon: ProseLexicon) -> bool:
    """Whether a phrase may be a speaker's: no "due scatti", no "fotos"."""
    if mention.kind == "nameless" and mention.head:
        return mention.head in lexicon.persons
    return mention.kind not in {"carrier", "furniture"} and is_person(mention, lexicon)


def _relative_head(
    lead: _Lead, verb: int, lexicon: ProseLexicon, reach: int = _CLAUSE
) -> Mention | None:
    """Whom a relative clause tells of: "Edo Leone, che su Instagram ha pubblicato due scatti"."""
    for at in range(verb - 1, max(lead.lo, verb - reach), -1):
        if lead.tokens[at].low in lexicon.relative and lead.tokens[at - 1].text == ",":
            found = phrase_left(lead.tokens, at - 2, lead.lo, lexicon)
            return found if found is not None and found.kind == "name" else None
    return None


def _is_adverb(lead: _Lead, mention: Mention, verb: int, lexicon: ProseLexicon) -> bool:
    """Whether a capital word only opens the sentence: "Eindringlich bittet sie: „"."""
    opens = mention.first == mention.last == lead.lo and verb == lead.lo + 1
    if not opens or mention.kind != "name" or verb + 1 >= lead.end:
        return False
    return lead.tokens[verb + 1].low in (lexicon.she | lexicon.he) & lexicon.pronouns


def _maker(lead: _Lead, carrier: int, lexicon: ProseLexicon) -> Mention | None:
    """Whose words a noun holds: "Antwort von Meckel: „…“", "a post by Jane Doe: “…”"."""
    owns = carrier + 2 == lead.end and lead.tokens[carrier + 1].low in lexicon.pronouns
    if owns and lexicon.signs:  # Tagalog "sa caption niyang “"
        return Mention(carrier + 1, carrier + 1, "pronoun")
    if carrier + 2 >= lead.end or lead.tokens[carrier + 1].low not in MAKERS:
        return None
    found = phrase_right(lead.tokens, carrier + 2, lead.end, lexicon)
    named = found is not None and found.kind == "name" and found.last + 1 == lead.end
    return found if named else None


def _is_left_out(lead: _Lead, mention: Mention, lexicon: ProseLexicon) -> bool:
    """Whether words stand with a noun and nobody is named: "Lo hizo con un mensaje: «"."""
    governed = mention.first > lead.lo
    governed = governed and lead.tokens[mention.first - 1].low in lexicon.prepositions
    return governed and mention.kind == "carrier" and mention.owner is None


def _maker_within(lead: _Lead, carrier: int, lexicon: ProseLexicon) -> Mention | None:
    """As above, followed by a clause of its own."""
    behind = carrier + 1
    if behind + 1 >= lead.end or lead.tokens[behind].low not in lexicon.genitives:
        return None
    while behind + 2 < lead.end and lead.tokens[behind + 1].low in lexicon.determiners:
        behind += 1
    found = phrase_right(lead.tokens, behind + 1, lead.end, lexicon)
    return found if found is not None and found.kind == "name" else None


def _is_carrier(token: Token, lexicon: ProseLexicon) -> bool:
    """A noun that the words stand in: "a comment", "an emotional note"."""
    noun = token.low in lexicon.carrier or token.low in {"comment", "reply"}
    return noun and not token.owns and not token.low.endswith("ed") and token.low != "read"


def _label(lead: _Lead, lexicon: ProseLexicon) -> Attribution | None:
    """A name and a colon, nothing else: Rep. Trey Gowdy (R-S.C.): “…”."""
    tokens, lo, end = lead.tokens, lead.lo, lead.end
    if lead.link != ":" or end - lo > _LONGEST_LABEL or not is_name(tokens[lo], lexicon):
        return None
    found = phrase_right(tokens, lo, end, lexicon)
    if found is None or found.kind != "name" or found.name is None:
        return None
    rest = tokens[found.last + 1 : end]
    verbs = any(t.low in lexicon.cues and t.low not in lexicon.carrier for t in rest)
    if rest and (verbs or rest[0].text not in {"(", ","}):
        return None
    return Attribution(found, None, "label", "before", lo, end + 1, ":")


def _by_phrase(lead: _Lead, lexicon: ProseLexicon) -> Attribution | None:
    """A phrase that opens the sentence: According to Nieves Larrauri, “…”."""
    tokens, end = lead.tokens, lead.end
    if lead.link not in {":", ","}:
        return None
    # at the sentence's start, or right before the marks: "…, so der Autor: „"
    starts = [lead.lo]
    if lexicon.own:
        starts.extend(range(max(lead.lo + 1, end - _PHRASED), end))
    for phrase in lexicon.phrases:
        for lo in starts:
            if tuple(t.low for t in tokens[lo : lo + len(phrase)]) == phrase:
                found = phrase_right(tokens, lo + len(phrase), end, lexicon)
                ends = found is not None and (lo == lead.lo or found.last + 1 == end)
                if found is not None and ends and found.kind not in {"furniture", "carrier"}:
                    return Attribution(found, lo, "phrase", "before", lo, lead.at, lead.link)
    return None


def _for_whom(lead: _Lead, lexicon: ProseLexicon) -> Attribution | None:
    """To whom something was what a fragment says: For Ivo Brand it was “…”."""
    tokens, lo, end = lead.tokens, lead.lo, lead.end
    if lead.link or end - lo < _FEWEST or tokens[lo].low not in _FOR:
        return None
    if tokens[end - 1].low not in _WAS:
        return None
    found = phrase_right(tokens, lo + 1, end, lexicon)
    if found is None or found.kind != "name" or end - found.last > _THING:
        return None
    return Attribution(found, None, "phrase", "before", lo, lead.at, "")


def _listing(lead: _Lead, lexicon: ProseLexicon) -> Attribution | None:
    """A crowd's words announced: "Voici quelques réactions d'internautes : «", "Narito ang …"."""
    if lead.link != ":" or lead.tokens[lead.lo].low not in lexicon.heres:
        return None
    words = {t.low for t in lead.tokens[lead.lo : lead.end]}
    if not words & (lexicon.crowd | lexicon.comments):
        return None
    return Attribution(None, None, "crowd", "before", lead.lo, lead.at, ":")


def _handle_of(lead: _Lead, lexicon: ProseLexicon) -> Mention | None:
    """The user whose comment it is: "where u/moth had the top comment:", "bei Userin @moth:"."""
    tokens, end = lead.tokens, lead.end
    handles = [i for i in range(lead.lo, end) if tokens[i].kind == "@"]
    if len(handles) != 1 or lead.link != ":":
        return None
    at = handles[0]
    holds = at + 1 < end and tokens[at + 1].low in _HOLDS
    called = at + 1 == end and at > lead.lo and tokens[at - 1].low in lexicon.nameless
    return Mention(at, at, "handle") if holds or called else None


def _carried(lead: _Lead, lexicon: ProseLexicon) -> Attribution | None:
    """Words in a noun or behind a colon: with the caption, “…”; His mother was blunt: “…”."""
    tokens, lo, end, link = lead.tokens, lead.lo, lead.end, lead.link
    wordy = lexicon.carrier | {"words"}
    near = [i for i in range(max(lo, end - _CARRIED), end) if tokens[i].low in wordy]
    if not near and link == ":":
        near = [i for i in range(lo + 2, end) if _is_given(tokens, i, lexicon)]
    if not near and link == "," and _FEWEST < end - lo < _REACHES[","]:
        # "Twitter user, Gaffer Dan, did some sums, “…"
        mention = sentence_subject(tokens, lo, end, lexicon)
        first = mention is not None and mention.first <= lo + 1 and mention.kind == "nameless"
        return Attribution(mention, None, "colon", "before", lo, lead.at, link) if first else None
    if not near and link != ":":
        return None
    for i in near:
        owner = phrase_left(tokens, i, lo, lexicon)
        if owner is not None and owner.owner is not None:
            return Attribution(owner, i, "carrier", "before", lo, lead.at, link)
        maker = _maker(lead, i, lexicon)
        if maker is not None:
            return Attribution(maker, i, "carrier", "before", lo, lead.at, link)
    if not near and lexicon.own:
        for i in range(lo, end):
            maker = _maker_within(lead, i, lexicon) if tokens[i].low in wordy else None
            if maker is not None:  # "Pronta la risposta della Santoro, che ormai …: «"
                return Attribution(maker, None, "colon", "before", lo, lead.at, link)
    handle = _handle_of(lead, lexicon)
    mention = handle or sentence_subject(
        tokens, lo, near[0] if near else end, lexicon, people=not near
    )
    if mention is None and near:
        mention = phrase_left(tokens, near[-1], lo, lexicon)
        if lexicon.drops and mention is not None and _is_left_out(lead, mention, lexicon):
            mention = None
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
