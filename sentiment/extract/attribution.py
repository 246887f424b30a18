"""To whom does the prose before a quotation give it, and with which verb?

By a verb ("she wrote, “…”"), as a label ("Gowdy: “…”"), by a noun ("with the
caption “…”") or a phrase ("According to Gowdy, “…”"). Only the quotation's own
sentence is read, and the last sentence of a lead-in paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import LISTING, REACH, REACHES, WRITTEN, Attribution, Lead, typing
from sentiment.extract.attribution_verbless import (
    FEWEST,
    by_label,
    by_phrase,
    for_whom,
    listing,
    that_of,
)
from sentiment.extract.carried_words import (
    came_from,
    carried_attribution,
    is_below,
    is_carrier,
    maker_of,
)
from sentiment.extract.converbs import converb_kind
from sentiment.extract.mentions import Mention
from sentiment.extract.named_rows import named_in_row
from sentiment.extract.own_subjects import own_subject
from sentiment.extract.sentence_subjects import sentence_subject
from sentiment.extract.subjects import shown_name, subject_left
from sentiment.extract.subjects_behind import agent_behind, subject_right
from sentiment.extract.subjects_parted import DASHES
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
_RENDERED: Final = frozenset({"translates", "translated", "translation"})
"""What leads to the words just quoted, in another language."""
_WONDERS: Final = frozenset({"asking", "asked", "wondering", "wondered"})
_GOING_ON: Final = frozenset({"continue", "continues", "continued", "continuing"})
_WHETHER: Final = frozenset({"if", "whether"})
_IF_OWN: Final = frozenset({"si", "se", "ob"})
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
    label = by_label(lead, lexicon) or by_phrase(lead, lexicon) or listing(lead, lexicon)
    label = label or for_whom(lead, lexicon) or named_in_row(lead, lexicon)
    label = label or that_of(lead, lexicon) or came_from(lead, lexicon)
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
            carried_by = any(is_carrier(t, lexicon) for t in tokens[lo : lo + FEWEST])
        if not carried_by and (mention is None or mention.kind not in _READABLE):
            return None
    if not link and tokens[lead.at - 1].low == "with" and low not in lexicon.further:
        close = lexicon.cues[low] == "reply" or tokens[verb + 1].low in {"in", "back"}
        if not close or lead.at - verb > FEWEST:
            return None  # but "chimed in with “…”", "replied with “…”"
    kind = converb_kind(tokens, verb, lo, lexicon) or lexicon.cues[low]
    if mention is not None and tokens[verb - 1].low == "and" and kind == "speech":
        # "a follower replied to him and said"
        joined = tokens[mention.last + 1 : min(verb, mention.last + FEWEST)]
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
