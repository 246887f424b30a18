"""To whom does the prose around a quotation give it, and with which verb?

Before it ("she wrote, “…”"), after it ("“…,” said Tiernan"), as a label
("Gowdy: “…”"), or by a phrase ("according to"). Only the quotation's own
sentence is read, and the last sentence of a lead-in paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sentiment.extract.mentions import Mention, is_name
from sentiment.extract.phrases import phrase_left, phrase_right
from sentiment.extract.subjects import DASHES, JOINS, is_verb, sentence_subject, subject_left
from sentiment.extract.words import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

REACH: Final = 90
"""Tokens of a sentence that are looked at on either side."""
_REACHES: Final = {":": REACH, ",": 22, "-": 10, "": 7}
"""Tokens between a verb and the marks, by the sign before the marks."""
_NEAR: Final = 2
_TITLE_GAP: Final = 4
"""Tokens between a quoted title and the marks over which a verb is still sought."""
_CARRIED: Final = 5
_FEWEST: Final = 3
_LONGEST_LABEL: Final = 14
_APPOSITION: Final = 40
_FRESH: Final = 9
"""Tokens of a sentence that follows a closed one and still is its attribution."""
_APART: Final = DASHES | {","}
_WRITTEN: Final = frozenset({"write", "post", "reply", "comment"})
_READS: Final = frozenset({"read", "reads", "reading"})
_READABLE: Final = frozenset({"carrier", "name", "pronoun"})
"""What may "read" words: a caption, or somebody; no sign and no tote bag."""
_SIGNED: Final = 16
"""Tokens of "— Ilse Maréchal, at the press conference" behind a quotation."""


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
    link = last if last in {":", ","} else "-" if last in DASHES else ""
    lead = _Lead(tokens, lo, at - 1 if link else at, at, link)
    label = _label(lead, lexicon)
    if label is not None:
        return label
    for verb in range(lead.end - 1, max(lo, lead.end - _REACHES[link]) - 1, -1):
        if tokens[verb].kind == "q" and link != ":" and lead.end - verb > _TITLE_GAP:
            break
        if is_verb(tokens, verb, lexicon) and _introduces(lead, verb, lexicon):
            return _by_verb(lead, verb, lexicon)
    return _carried(lead, lexicon)


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
    if mention is not None and mention.kind == "furniture":
        return None
    if link == ":" and mention is not None and mention.kind in {"pronoun", "carrier"}:
        # a comment by u/moth … "has been quoted everywhere: “" - the handle is the speaker
        handles = [i for i in range(lo, end) if tokens[i].kind == "@"]
        if len(handles) == 1 and tokens[mention.first].low in {*lexicon.they, tokens[lo].low}:
            mention = Mention(handles[0], handles[0], "handle")
    carried = [i for i in range(verb + 1, end) if _is_carrier(tokens[i], lexicon)]
    if carried and lexicon.cues[low] in {"speech", "post"}:
        return Attribution(mention, carried[-1], "carrier", "before", lo, lead.at, link)
    if low in _READS:
        carried_by = verb > lo and tokens[verb - 1].low in lexicon.carrier
        if not carried_by and (mention is None or mention.kind not in _READABLE):
            return None
    if not link and tokens[lead.at - 1].low == "with":
        return None
    return Attribution(mention, verb, lexicon.cues[low], "before", lo, lead.at, link)


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


def _carried(lead: _Lead, lexicon: ProseLexicon) -> Attribution | None:
    """Words in a noun or behind a colon: with the caption, “…”; His mother was blunt: “…”."""
    tokens, lo, end, link = lead.tokens, lead.lo, lead.end, lead.link
    wordy = lexicon.carrier | {"words"}
    near = [i for i in range(max(lo, end - _CARRIED), end) if tokens[i].low in wordy]
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
    mention = sentence_subject(tokens, lo, near[0] if near else end, lexicon)
    if mention is None and near:
        mention = phrase_left(tokens, near[-1], lo, lexicon)
    if (mention is None and not near) or (mention is not None and mention.kind == "furniture"):
        return None
    kind = "carrier" if near else "colon"
    return Attribution(mention, near[-1] if near else None, kind, "before", lo, lead.at, link)


def after_quotation(
    tokens: Sequence[Token], at: int, hi: int, ending: str, lexicon: ProseLexicon
) -> Attribution | None:
    """The attribution that follows ``tokens[at]``.

    hi      one past the last token that may belong to it: the next quotation
            or the paragraph's end
    ending  the quotation's last code point
    """
    signed = _signed(tokens, at, hi, lexicon)
    if signed is not None:
        return signed
    hi = min(hi, at + 1 + REACH)
    first = _skip_translation(tokens, at + 1, hi)
    end = first
    while end < hi and not ends_sentence(tokens, end, lexicon.honorifics):
        end += 1
    if first >= end:
        return None
    for phrase in lexicon.phrases:
        if tuple(t.low for t in tokens[first : first + len(phrase)]) == phrase:
            found = phrase_right(tokens, first + len(phrase), end, lexicon)
            if found is not None:
                return Attribution(found, first, "phrase", "after", first, end, ",")
    if is_verb(tokens, first, lexicon) and not tokens[first].capital:
        found = phrase_right(tokens, first + 1, end, lexicon)
        if found is not None and found.kind == "furniture":
            return None
        weak = tokens[first].low in lexicon.weak
        if found is not None and (not weak or found.kind in {"carrier", "nameless", "name"}):
            kind = lexicon.cues[tokens[first].low]
            return Attribution(found, first, kind, "after", first, end, ",")
    return _by_subject(tokens, first, end, ending, lexicon)


def _signed(tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon) -> Attribution | None:
    """A dash and a name: “…” — Ilse Maréchal, at the press conference."""
    first = at + 2
    if first >= hi or tokens[at + 1].text not in DASHES:
        return None
    found = phrase_right(tokens, first, hi, lexicon)
    if found is None or found.kind == "furniture":
        return None
    rest = found.last + 1
    aside = at == 0 and rest < hi and tokens[rest].text in {",", "("} and hi - first < _SIGNED
    if rest < hi and not aside:
        return None
    return Attribution(found, None, "label", "after", first, hi, "-")


def _skip_translation(tokens: Sequence[Token], first: int, hi: int) -> int:
    """Where the prose goes on behind a comma, a dash or a bracketed translation."""
    if first < hi and tokens[first].text in _APART:
        first += 1
    if first < hi and tokens[first].text in {"(", "["}:
        close = next((i for i in range(first, hi) if tokens[i].text in {")", "]"}), None)
        if close is not None:
            first = close + 1
            if first < hi and tokens[first].text in _APART:
                first += 1
    return first


def _by_subject(
    tokens: Sequence[Token], first: int, end: int, ending: str, lexicon: ProseLexicon
) -> Attribution | None:
    """A subject and its verb right behind the marks: “…,” he said."""
    if tokens[first].low in lexicon.openers | lexicon.prepositions | lexicon.relative | JOINS:
        return None
    found = phrase_right(tokens, first, end, lexicon)
    if found is None or found.kind == "furniture":
        return None
    verb = _verb_of(tokens, found.last + 1, min(end, first + _APPOSITION), lexicon)
    if verb is None:
        return _unknown_verb(tokens, first, end, ending, lexicon)
    kind = lexicon.cues[tokens[verb].low]
    fresh = tokens[first].text[0].isupper() and ending == "." and tokens[first - 1].text != ","
    long = end - first > _FRESH or kind == "call" or _runs_on(tokens, verb, end)
    if (tokens[verb].low in lexicon.weak and ending == ".") or (fresh and long):
        return None
    return Attribution(found, verb, kind, "after", first, end, ",")


def _verb_of(tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon) -> int | None:
    """The verb of a subject that ends before ``at``, over "(R-S.C.)", ", 34," and the like."""
    if at >= end:
        return None
    apart = tokens[at].text in {",", "("} | DASHES or tokens[at].low in (
        lexicon.prepositions | lexicon.relative
    )
    for verb in range(at, end):
        token = tokens[verb]
        if is_verb(tokens, verb, lexicon) and not (token.low in lexicon.carrier and apart):
            return verb
        if not apart and token.low not in lexicon.skip and not token.low.endswith("ly"):
            return None
    return None


def _runs_on(tokens: Sequence[Token], verb: int, end: int) -> bool:
    """A sentence of its own, no attribution: She added that she had refused."""
    return verb + 1 < end and tokens[verb + 1].low in {"that", "to", "if", "whether", "how", "why"}


def _unknown_verb(
    tokens: Sequence[Token], first: int, end: int, ending: str, lexicon: ProseLexicon
) -> Attribution | None:
    """Any past tense right behind a name or pronoun: “…,” he thundered."""
    if ending != ",":
        return None
    found = phrase_right(tokens, first, end, lexicon)
    if found is None or found.kind not in {"name", "pronoun", "nameless"}:
        return None
    verb = found.last + 1
    if verb < end and tokens[verb].kind == "w" and tokens[verb].low.endswith(("ed", "s")):
        return Attribution(found, verb, "speech", "after", first, end, ",")
    return None
