"""To whom does the prose before a quotation give it, and with which verb?

By a verb ("she wrote, “…”"), as a label ("Gowdy: “…”"), by a noun ("with the
caption “…”") or a phrase ("According to Gowdy, “…”"). Only the quotation's own
sentence is read, and the last sentence of a lead-in paragraph.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import LISTING, REACH, REACHES, WRITTEN, Attribution, Lead, typing
from sentiment.extract.carried_words import (
    came_from,
    carried_attribution,
    is_below,
    is_carrier,
    maker_of,
)
from sentiment.extract.converbs import converb_kind
from sentiment.extract.mentions import Mention
from sentiment.extract.name_words import is_name, is_opener
from sentiment.extract.named_rows import named_in_row
from sentiment.extract.own_subjects import own_subject
from sentiment.extract.phrases import phrase_left
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.sentence_subjects import is_person, sentence_subject
from sentiment.extract.subjects import (
    DASHES,
    LONG_DASHES,
    is_surely_person,
    shown_name,
    subject_left,
)
from sentiment.extract.subjects_behind import agent_behind, name_linked, subject_right
from sentiment.extract.talks import holds_nobodys, who_talked
from sentiment.extract.verbs import is_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_REPORTED: Final = 12
"""Tokens between a verb and a fragment in the clause that it reports."""
_NEAR: Final = 2
_SHORT: Final = 5
"""Tokens from a weak verb to the "with" before the marks."""
_TITLE_GAP: Final = 4
"""Tokens between a quoted title and the marks over which a verb is still sought."""
_FEWEST: Final = 3
_LONGEST_LABEL: Final = 14
_PHRASED: Final = 8
_RENDERED: Final = frozenset({"translates", "translated", "translation"})
"""What leads to the words just quoted, in another language."""
_FOR: Final = frozenset({"for", "to"})
_WAS: Final = frozenset({"was", "is", "were", "became", "remains"})
_THING: Final = 6
"""Tokens from a name to the end of "it was", "the whole evening was"."""
_WONDERS: Final = frozenset({"asking", "asked", "wondering", "wondered"})
_GOING_ON: Final = frozenset({"continue", "continues", "continued", "continuing"})
_WHETHER: Final = frozenset({"if", "whether"})
_IF_OWN: Final = frozenset({"si", "se", "ob"})
_THAT_OF: Final = frozenset({("that", "of"), ("one", "from"), ("one", "by"), ("another", "from")})
_THAT: Final = frozenset(["el", "la", "quello", "quella", "celui", "celle", "o", "a"])
_MORE: Final = "pang"
"""Tagalog for one more."""
_AND: Final = frozenset({"and", "then", "also"})
_READS: Final = frozenset({"read", "reads", "reading"})
_READABLE: Final = frozenset({"carrier", "name", "pronoun", "handle"})
"""What may "read" words: a caption, or somebody; no sign and no tote bag."""


def before_quotation(
    tokens: Sequence[Token], at: int, lo: int, lexicon: ProseLexicon
) -> Attribution | None:
    """The attribution that leads up to ``tokens[at]``, its sentence beginning at ``lo``."""
    lo = _in_brackets(tokens, max(lo, at - REACH), at)
    if at <= lo or (at - lo <= _NEAR and tokens[lo].low in LISTING):
        return None  # "Oppure: “"
    last = tokens[at - 1].text
    if last == ";" and at - _NEAR >= lo and tokens[at - _NEAR].kind == "q" and lexicon.own:
        return None  # “…”; “…”: one more of a row
    said = last == "." and tokens[at - 2].low in lexicon.cues  # "Then he said. “…”"
    last = ":" if last == ";" or said else last  # "the Prime Minister said;"
    link = last if last in {":", ","} else "-" if last in DASHES else ""
    lead = Lead(tokens, lo, at - 1 if link else at, at, link)
    titled = at + 1 < len(tokens) and tokens[at + 1].low in lexicon.roles
    if titled and tokens[at - 1].low in lexicon.agents:
        return None  # "saad ng “Oras Na” host"
    if lead.end - lo > _NEAR and not lexicon.own and holds_nobodys(tokens, lead.end - 1, lexicon):
        return None
    rendered = not _RENDERED.isdisjoint(t.low for t in tokens[max(lo, at - _SHORT) : at])
    if rendered and not any(is_carrier(t, lexicon) for t in tokens[lo:at]):
        return None  # It loosely translates to: “; but "a tweet which translates to"
    label = _label(lead, lexicon) or _by_phrase(lead, lexicon) or _listing(lead, lexicon)
    label = label or _for_whom(lead, lexicon) or named_in_row(lead, lexicon)
    label = label or _that_of(lead, lexicon) or came_from(lead, lexicon)
    if label is not None:
        return label
    aside: int | None = None
    reach = REACHES[link]
    if not link and any(t.low == "that" for t in tokens[max(lo, at - reach) : at]):
        reach = _REPORTED  # telling the Larkhill Gazette that the show had become “…”
    for verb in range(lead.end - 1, max(lo, lead.end - reach) - 1, -1):
        if (
            tokens[verb + 1].low in _IF_OWN
            and tokens[verb + 1].low in lexicon.openers
            and tokens[verb].low in lexicon.own
        ):
            continue  # "fue breve cuando le preguntaron si volvería: «"
        if tokens[verb].low in _WONDERS and tokens[verb + 1].low in _WHETHER:
            continue  # "gave a reply to one user asking if the site was broken: “"
        if tokens[verb].low in _GOING_ON and tokens[verb + 1].low == "to":
            continue  # "said that he will continue to provide “…”"
        if tokens[verb].kind == "q" and link != ":" and lead.end - verb > _TITLE_GAP:
            break
        if is_verb(tokens, verb, lexicon) and _introduces(lead, verb, lexicon):
            if aside is not None and link == ":" and lexicon.cues[tokens[aside].low] in WRITTEN:
                break  # "si è mosso anche Neri, che ha scritto su X: «"
            if not _is_aside(lead, verb, lexicon):
                return _by_verb(lead, verb, lexicon)
            aside = aside or verb
    if aside is not None:
        return _by_verb(lead, aside, lexicon)
    return carried_attribution(lead, lexicon) or who_talked(lead, lexicon)


def _in_brackets(tokens: Sequence[Token], lo: int, at: int) -> int:
    """Where the words before a quotation begin, no further back than a bracket around it."""
    for index in range(at - 1, lo - 1, -1):
        if tokens[index].text == ")":
            return lo
        if tokens[index].text == "(":
            return index + 1  # "schrieb Matz Kropp (39, “Goldene Zeiten”)"
    return lo


def _is_aside(lead: Lead, verb: int, lexicon: ProseLexicon) -> bool:
    """Whether a verb stands in a relative clause, away from the marks: i tifosi che hanno …"""
    if lead.tokens[verb].low not in lexicon.own or lead.end - verb <= _NEAR:
        return False
    at = verb - 1
    while at > lead.lo and lead.tokens[at].low in lexicon.clitics - lexicon.relative:
        at -= 1
    return at > lead.lo and lead.tokens[at].low in lexicon.relative


def _introduces(lead: Lead, verb: int, lexicon: ProseLexicon) -> bool:
    """Whether a weak form ("posts", "left") stands near enough to introduce the words."""
    low = lead.tokens[verb].low
    if low not in lexicon.weak or lead.link == ":":
        return True
    if lead.link and lead.tokens[verb + 1].low == "back":
        return True  # "fired back at @moth, “"
    if lead.link and [t.low for t in lead.tokens[verb + 1 : verb + 3]] == ["to", "know"]:
        return True  # "another wanted to know, “"
    that = lead.tokens[lead.end - 1].low in lexicon.reported  # "ट्वीट किया कि ‘"
    light = lexicon.clitics if lexicon.subject_marks else frozenset()  # "आरोप लगाया है कि ‘"
    between = sum(t.low not in light for t in lead.tokens[verb + 1 : lead.end - that])
    near = between < _NEAR
    short = lead.tokens[lead.end - 1].low == "with" and lead.end - verb <= _SHORT
    near = near or (short and lead.link != "")  # "kept it brief with, “…”"
    return near and (lead.link != "" or that or lexicon.cues[low] in WRITTEN)


def _by_verb(lead: Lead, verb: int, lexicon: ProseLexicon) -> Attribution | None:
    tokens, lo, end, link = lead.tokens, lead.lo, lead.end, lead.link
    low = tokens[verb].low
    mention = shown_name(tokens, verb, lo, lexicon) or subject_left(tokens, verb, lo, lexicon)
    if _goes_on(tokens, lo, verb, lexicon):
        mention = None
    if verb == lo and low in lexicon.not_names:  # "Added Wilmot: “…”"
        mention = subject_right(tokens, verb, end, lexicon)
    if low in lexicon.own:
        marked = agent_behind(tokens, verb + 1, end, lexicon)
        mention = marked or own_subject(lead, verb, mention, lexicon)
        mention = None if _is_shown(tokens, verb, mention, lexicon) else mention
    mention = typing(mention, lexicon.cues[low], lexicon)
    if mention is not None and mention.kind == "furniture":
        apart = tokens[mention.last + 1].text == ","  # "His film, Nine Doors co-star Freya Moll,"
        online = lexicon.cues[low] in WRITTEN and low not in _READS
        mention = (
            sentence_subject(tokens, mention.last + 1, verb, lexicon, people=True)
            if apart and online
            else None
        )
        if mention is None or mention.kind != "name":
            return None
    if link == ":" and mention is not None and mention.kind in {"pronoun", "carrier"}:
        # a comment by u/moth … "has been quoted everywhere: “" - the handle is the speaker
        handles = [i for i in range(lo, end) if tokens[i].kind == "@"]
        if len(handles) == 1 and tokens[mention.first].low in {*lexicon.they, tokens[lo].low}:
            mention = Mention(handles[0], handles[0], "handle")
    carried = [i for i in range(verb + 1, end) if is_carrier(tokens[i], lexicon)]
    if low in lexicon.own:
        carried = [i for i in carried if not is_below(tokens, i, lo, lexicon)]
    if carried and lexicon.cues[low] in {"speech", "post"}:
        mention = maker_of(lead, carried[-1], lexicon) or mention
        return Attribution(mention, carried[-1], "carrier", "before", lo, lead.at, link)
    if low in _READS:
        carried_by = verb > lo and tokens[verb - 1].low in lexicon.carrier
        if verb > lo and tokens[verb - 1].low in lexicon.relative:
            carried_by = any(is_carrier(t, lexicon) for t in tokens[lo : lo + _FEWEST])
        if not carried_by and (mention is None or mention.kind not in _READABLE):
            return None
    if not link and tokens[lead.at - 1].low == "with" and low not in lexicon.further:
        close = lexicon.cues[low] == "reply" or tokens[verb + 1].low in {"in", "back"}
        if not close or lead.at - verb > _FEWEST:
            return None  # but "chimed in with “…”", "replied with “…”"
    kind = converb_kind(tokens, verb, lo, lexicon) or lexicon.cues[low]
    if mention is not None and tokens[verb - 1].low == "and" and kind == "speech":
        # "a follower replied to him and said"
        joined = tokens[mention.last + 1 : min(verb, mention.last + _FEWEST)]
        others = [lexicon.cues.get(t.low) for t in joined]
        kind = next((k for k in others if k in {"reply", "comment"}), kind)
    return Attribution(mention, verb, kind, "before", lo, lead.at, link)


def _is_shown(
    tokens: Sequence[Token], verb: int, mention: Mention | None, lexicon: ProseLexicon
) -> bool:
    """Whether a phrase is a picture, or a post that follows another of the same one.

    Compartió una foto, acompañada de un mensaje: «; Sinundan ng isa pang post na may caption: “
    """
    if mention is None:
        return False
    more = any(t.low == _MORE for t in tokens[max(0, mention.first - 1) : mention.last])
    another = more and mention.kind == "carrier" and bool(lexicon.agents)
    thing = mention.kind in {"role", "nameless"} and mention.head not in lexicon.persons
    posted = bool(lexicon.drops) and not lexicon.subject_marks
    posted = posted and thing and lexicon.cues[tokens[verb].low] == "post"  # "Compartió un clip"
    return another or (mention.first > verb and (posted or mention.head in lexicon.pictures))


def _goes_on(tokens: Sequence[Token], lo: int, verb: int, lexicon: ProseLexicon) -> bool:
    """Whether a sentence has no subject: And concluded by thanking Ina, Bo and Ola and wrote."""
    lo += tokens[lo].kind == "q"  # “…” and shared a photo, adding in another tweet: “
    if lexicon.own or tokens[lo].low not in _AND or verb <= lo + 1:
        return False
    low = tokens[lo + 1].low
    ended = low.endswith("ed") or low in lexicon.cues
    return ended and low not in lexicon.carrier and tokens[lo + 1].text == low


def _label(lead: Lead, lexicon: ProseLexicon) -> Attribution | None:
    """A name and a colon, nothing else: Rep. Trey Gowdy (R-S.C.): “…”."""
    tokens, lo, end = lead.tokens, lead.lo, lead.end
    if lead.link != ":" or lo >= end:
        return None
    # the name behind a dash: Turnout was up everywhere - Ida Brook: “…”
    dashes = (i for i in range(end - 1, max(lo, end - _LONGEST_LABEL), -1) if _is_dash(tokens, i))
    lo = next(dashes, lo - 1) + 1
    if lo >= end or end - lo > _LONGEST_LABEL or not is_name(tokens[lo], lexicon):
        return None
    if lexicon.own and is_opener(tokens, lo, lexicon):
        return None  # "Lasciando il porto, Neri: «"
    found = phrase_right(tokens, lo, end, lexicon)
    if found is None or found.kind != "name" or found.name is None:
        return None
    rest = tokens[found.last + 1 : end]
    verbs = any(t.low in lexicon.cues and t.low not in lexicon.carrier for t in rest)
    if rest and (verbs or rest[0].text not in {"(", ","}):
        return None
    return Attribution(found, None, "label", "before", lo, end + 1, ":")


def _is_dash(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dash stands there, no hyphen: with a blank on either side, or a long one."""
    if tokens[at].text not in DASHES:
        return False
    apart = tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start
    return apart or tokens[at].text in LONG_DASHES


def _by_phrase(lead: Lead, lexicon: ProseLexicon) -> Attribution | None:
    """A phrase that opens the sentence: According to Nieves Larrauri, “…”."""
    tokens, end = lead.tokens, lead.end
    if lead.link not in {":", ","} and not lexicon.own:
        return None
    # at the sentence's start, or right before the marks: "…, so der Autor: „"
    starts = [lead.lo]
    if lexicon.own:
        starts.extend(range(max(lead.lo + 1, end - _PHRASED), end))
    for phrase in lexicon.phrases:
        for lo in starts:
            if phrase[0] in lexicon.owner_marks:
                found_before = _by_phrase_behind(lead, lo, phrase, lexicon)
                if found_before is not None:
                    return found_before
                continue
            if tokens[lo].low != phrase[0]:
                continue
            if tuple(t.low for t in tokens[lo : lo + len(phrase)]) == phrase:
                inner = lo > lead.lo and tokens[lo - 1].kind == "w"
                if inner and lead.link == ":" and phrase[0] in lexicon.prepositions:
                    continue  # "a eu une pensée pour l'acteur : «"
                if tokens[lo + len(phrase)].low in lexicon.own and lo + len(phrase) < end:
                    continue  # "So schrieb Letztere: „"
                found = phrase_right(tokens, lo + len(phrase), end, lexicon)
                if lexicon.personal:  # "Ayon sa sikat na host na si Ana Lim, “"
                    found = name_linked(tokens, lo + len(phrase), end, lexicon) or found
                if found is not None and lexicon.noun_articles and _is_no_noun(found, tokens):
                    continue  # "So gehe das nicht, sagt Trapp: „"
                beside = found is not None and found.last + 1 == end
                ends = beside or (lo == lead.lo and lead.link != "")
                if found is not None and ends and found.kind not in {"furniture", "carrier"}:
                    return Attribution(found, lo, "phrase", "before", lo, lead.at, lead.link)
    return None


def _by_phrase_behind(
    lead: Lead, at: int, phrase: Sequence[str], lexicon: ProseLexicon
) -> Attribution | None:
    """Somebody and a phrase: कोच अनिल राणे के मुताबिक, “…”; उनका कहना है कि “…”."""
    tokens, behind = lead.tokens, at + len(phrase)
    first, rest = tokens[at].low, tuple(t.low for t in tokens[at + 1 : behind])
    if not first.endswith(phrase[0]) or rest != tuple(phrase[1:]):
        return None
    found = phrase_left(tokens, at - 1, lead.lo, lexicon) if first == phrase[0] else None
    if found is None and first in lexicon.they:
        found = Mention(at, at, "pronoun")
    near = all(t.low in lexicon.reported for t in tokens[behind : lead.end])
    if found is None or not near or not is_surely_person(found, tokens, lexicon):
        return None
    return Attribution(found, at, "phrase", "before", lead.lo, lead.at, lead.link)


def _is_no_noun(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a German phrase ends in a small letter and so in no noun."""
    return mention.kind == "role" and tokens[mention.last].text.islower() and not mention.owner


def _for_whom(lead: Lead, lexicon: ProseLexicon) -> Attribution | None:
    """To whom something was what a fragment says: For Ivo Brand it was “…”."""
    tokens, lo, end = lead.tokens, lead.lo, lead.end
    if lead.link or end - lo < _FEWEST or tokens[lo].low not in _FOR:
        return None
    if tokens[end - 1].low not in _WAS:
        return None
    found = phrase_right(tokens, lo + 1, end, lexicon)
    known = found is not None and found.kind in {"name", "role"} and is_person(found, lexicon)
    if found is None or not known or end - found.last > _THING:
        return None
    return Attribution(found, None, "phrase", "before", lo, lead.at, "")


def _that_of(lead: Lead, lexicon: ProseLexicon) -> Attribution | None:
    """Whose comment comes next: whose note is followed by that of Odo Stolt: “…”."""
    tokens, end = lead.tokens, lead.end
    if lead.link != ":":
        return None
    for at in range(max(lead.lo, end - _PHRASED), end - 2):
        if lexicon.own:  # "el más celebrado fue el de su madre, doña Inés: «"
            of = tokens[at].low in _THAT and tokens[at + 1].low in lexicon.genitives
            of = of and any(is_carrier(t, lexicon) for t in tokens[lead.lo : at])
            found = phrase_right(tokens, at + 2, end, lexicon) if of else None
            rest = tokens[found.last + 1 : end] if found is not None else []
            whole = not rest or (
                rest[0].text == "," and not any(t.low in lexicon.cues for t in rest)
            )
            if whole and found is not None and found.kind in {"name", "role"}:
                return Attribution(found, None, "colon", "before", lead.lo, lead.at, ":")
            continue
        if (tokens[at].low, tokens[at + 1].low) in _THAT_OF:
            found = phrase_right(tokens, at + 2, end, lexicon)
            if found is not None and found.kind == "name" and found.last + 1 == end:
                verb = at - 2 if tokens[at - 1].low == "by" else None
                verb = verb if verb is not None and verb >= lead.lo else None
                noted = any(t.low in lexicon.comments for t in tokens[lead.lo : at])
                kind = "comment" if noted and verb is not None else "colon"
                return Attribution(found, verb, kind, "before", lead.lo, lead.at, ":")
    return None


def _listing(lead: Lead, lexicon: ProseLexicon) -> Attribution | None:
    """A crowd's words announced: "Voici quelques réactions d'internautes : «", "Narito ang …"."""
    near = lead.tokens[max(lead.lo, lead.end - _FEWEST) : lead.end]
    many = any(a.low == "mga" and b.low in lexicon.comments for a, b in pairwise(near))
    if many and lexicon.personal:  # "Mga comments na, “"
        return Attribution(None, None, "crowd", "before", lead.lo, lead.at, lead.link)
    if lead.link != ":" or lead.tokens[lead.lo].low not in lexicon.heres:
        return None
    words = {t.low for t in lead.tokens[lead.lo : lead.end]}
    if not words & (lexicon.crowd | lexicon.comments):
        return None
    return Attribution(None, None, "crowd", "before", lead.lo, lead.at, ":")
