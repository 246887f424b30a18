"""To whom does the prose around a quotation give it, and with which verb?

Before it ("she wrote, “…”"), after it ("“…,” said Tiernan"), as a label
("Gowdy: “…”"), or by a phrase ("according to"). Only the quotation's own
sentence is read, and the last sentence of a lead-in paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sentiment.extract.mentions import Mention, is_name, phrase_left, phrase_right
from sentiment.extract.words import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

REACH: Final = 90
"""Tokens of a sentence that are looked at on either side."""
_SIGNED: Final = 16
"""Tokens of "— Ilse Maréchal, at the press conference" behind a quotation."""
_DASHES: Final = frozenset("-–—―")
_BEFORE_VERB: Final = frozenset(
    [
        "to",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "they",
        "we",
        "i",
        "you",
        "who",
        "users",
        "fans",
    ]
)
_AND: Final = frozenset({"and", "but", "or", "then", "&", "to", ","})


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


def _verb(tokens: Sequence[Token], index: int, lexicon: ProseLexicon) -> bool:
    """Whether a cue form stands there as a verb rather than a noun or a name."""
    token = tokens[index]
    if token.kind != "w" or token.low not in lexicon.cues or token.owns:
        return False
    if index and token.capital and token.text[0].isupper():
        return False
    if index:
        before = tokens[index - 1]
        if before.owns:
            return False
        noun = token.low in lexicon.carrier or token.low in lexicon.comments
        if noun and not token.low.endswith(("ed", "ing")) and token.low != "read":
            return before.low in _BEFORE_VERB
        if before.low in lexicon.determiners and (noun or before.low in {"the", "a", "an"}):
            return before.low in lexicon.nameless and not noun
        if before.low in lexicon.prepositions and before.low != "to":
            return token.low.endswith("ing")
    return True


def subject_left(
    tokens: Sequence[Token], verb: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    """The subject of the verb at ``tokens[verb]``, read leftwards."""
    at = verb - 1
    while at >= lo and (
        tokens[at].low in lexicon.skip or (tokens[at].low.endswith("ly") and not tokens[at].capital)
    ):
        if tokens[at].low in lexicon.relative:
            break
        at -= 1
    if at < lo:
        return None
    token = tokens[at]
    if token.low in lexicon.relative:
        at -= 2 if at - 1 >= lo and tokens[at - 1].text in {","} | _DASHES else 1
        return phrase_left(tokens, at, lo, lexicon) or sentence_subject(tokens, lo, verb, lexicon)
    if (
        token.text == ","
        and tokens[at - 1].kind == "@"
        and at - 2 >= lo
        and tokens[at - 2].text == ","
    ):
        return Mention(at - 1, at - 1, "handle")
    if token.text in {","} | _DASHES:
        return _over_apposition(tokens, at, lo, lexicon) or sentence_subject(
            tokens, lo, verb, lexicon
        )
    if token.low in _AND:
        return sentence_subject(tokens, lo, verb, lexicon)
    found = phrase_left(tokens, at, lo, lexicon)
    if found is None or (found.kind == "furniture" and found.first > lo):
        return found or sentence_subject(tokens, lo, verb, lexicon)
    if found.first - 1 > lo and tokens[found.first - 1].low in lexicon.prepositions:
        # "… to the message with these words": the phrase is no subject
        return sentence_subject(tokens, lo, found.first - 1, lexicon) or found
    return found


def _over_apposition(
    tokens: Sequence[Token], comma: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    """The head before ", 34," or ", who won twice,"."""
    tried = 0
    for at in range(comma - 1, max(lo, comma - 40), -1):
        if tokens[at].text not in {","} | _DASHES:
            continue
        found = phrase_left(tokens, at - 1, lo, lexicon)
        if found is not None and found.kind in {"role", "nameless"}:
            # "the leader of the group, Cllr Prudence Okello, told"
            inner = phrase_left(tokens, comma - 1, at + 1, lexicon)
            if inner is not None and inner.kind == "name" and inner.first == at + 1:
                return inner
        if found is not None and found.kind in {"name", "nameless", "handle"}:
            return found
        if found is not None and found.kind in {"role", "carrier"} and found.first == lo:
            return found
        tried += 1
        if tried == 4:
            break
    return None


def sentence_subject(
    tokens: Sequence[Token], lo: int, hi: int, lexicon: ProseLexicon
) -> Mention | None:
    """The first noun phrase of a sentence that no preposition governs."""
    at = lo
    while at < hi and (tokens[at].kind == "." or tokens[at].low in {"and", "but", "so"}):
        at += 1
    if at >= hi:
        return None
    first = tokens[at].low
    if first in lexicon.openers or first in lexicon.prepositions or first.endswith("ing"):
        comma = next((i for i in range(at, hi) if tokens[i].text == ","), None)
        if comma is not None and comma + 1 < hi:
            at = comma + 1
    while at < hi:
        token = tokens[at]
        governed = at > lo and tokens[at - 1].low in lexicon.prepositions
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
                found = phrase_right(tokens, at, hi, lexicon)
                if found is not None and found.head not in lexicon.times:
                    return found
                at = found.last + 1 if found is not None else at + 1
                continue
        elif governed or token.low in lexicon.prepositions:
            found = phrase_right(tokens, at + 1, hi, lexicon) if at + 1 < hi else None
            if found is not None:
                at = found.last + 1
                continue
        at += 1
    return None


def before_quotation(
    tokens: Sequence[Token], at: int, lo: int, lexicon: ProseLexicon
) -> Attribution | None:
    """The attribution that leads up to ``tokens[at]``, its sentence beginning at ``lo``."""
    lo = max(lo, at - REACH)
    if at <= lo:
        return None
    last = tokens[at - 1]
    link = last.text if last.text in {":", ","} else ""
    if last.text in _DASHES:
        link = "-"
    end = at - 1 if link else at
    label = _label(tokens, lo, end, link, lexicon)
    if label is not None:
        return label
    reach = {":": REACH, ",": 22, "-": 10, "": 7}[link]
    for verb in range(end - 1, max(lo, end - reach) - 1, -1):
        token = tokens[verb]
        if token.kind == "q":
            if link != ":" and end - verb > 4:
                break
            continue
        if not _verb(tokens, verb, lexicon):
            continue
        near = end - verb <= 2
        if token.low in lexicon.weak and not (near and link) and link != ":":
            if not (near and lexicon.cues[token.low] in {"write", "post", "reply", "comment"}):
                continue
        mention = subject_left(tokens, verb, lo, lexicon)
        if mention is not None and mention.kind == "furniture":
            return None
        if link == ":" and mention is not None and mention.kind in {"pronoun", "carrier"}:
            # "That comment, from u/moth, … it has been quoted everywhere: “"
            handles = [i for i in range(lo, end) if tokens[i].kind == "@"]
            if len(handles) == 1 and tokens[mention.first].low in {*lexicon.they, tokens[lo].low}:
                mention = Mention(handles[0], handles[0], "handle")
        carried = [i for i in range(verb + 1, end) if _is_carrier(tokens, i, lexicon)]
        if carried and lexicon.cues[token.low] in {"speech", "post"}:
            return Attribution(mention, carried[-1], "carrier", "before", lo, at, link)
        reads = token.low in {"read", "reads", "reading"}
        carried_by = verb > lo and tokens[verb - 1].low in lexicon.carrier
        known = mention is not None and mention.kind in {"carrier", "name", "pronoun"}
        if reads and not (known or carried_by):
            return None
        if not link and tokens[at - 1].low == "with":
            return None
        return Attribution(mention, verb, lexicon.cues[token.low], "before", lo, at, link)
    return _carried(tokens, lo, at, end, link, lexicon)


def _is_carrier(tokens: Sequence[Token], index: int, lexicon: ProseLexicon) -> bool:
    """ "a comment", "an emotional note": what the words that follow stand in."""
    token = tokens[index]
    noun = token.low in lexicon.carrier or token.low in {"comment", "reply"}
    return noun and not token.owns and not token.low.endswith("ed") and token.low != "read"


def _label(
    tokens: Sequence[Token], lo: int, end: int, link: str, lexicon: ProseLexicon
) -> Attribution | None:
    """ "Rep. Trey Gowdy (R-S.C.): “…”": a name and a colon, nothing else."""
    if link != ":" or end - lo > 14 or not is_name(tokens[lo], lexicon):
        return None
    found = phrase_right(tokens, lo, end, lexicon)
    if found is None or found.kind != "name" or found.name is None:
        return None
    rest = tokens[found.last + 1 : end]
    if rest and not (rest[0].text in {"(", ","} and not any(_is_verb(t, lexicon) for t in rest)):
        return None
    return Attribution(found, None, "label", "before", lo, end + 1, ":")


def _is_verb(token: Token, lexicon: ProseLexicon) -> bool:
    return token.low in lexicon.cues and token.low not in lexicon.carrier


def _carried(
    tokens: Sequence[Token], lo: int, at: int, end: int, link: str, lexicon: ProseLexicon
) -> Attribution | None:
    """ "… with the caption, “", "Ketaki’s note: “", "His mother was blunt: “"."""
    near = [i for i in range(max(lo, end - 5), end) if tokens[i].low in lexicon.carrier | {"words"}]
    if near or link == ":":
        for i in near:
            owner = phrase_left(tokens, i, lo, lexicon)
            if owner is not None and owner.owner is not None:
                return Attribution(owner, i, "carrier", "before", lo, at, link)
        mention = sentence_subject(tokens, lo, near[0] if near else end, lexicon)
        if mention is None and near:
            mention = phrase_left(tokens, near[-1], lo, lexicon)
        if mention is not None and mention.kind == "furniture":
            return None
        if mention is None and not near:
            return None
        kind = "carrier" if near else "colon"
        return Attribution(mention, near[-1] if near else None, kind, "before", lo, at, link)
    if link == "," and 3 < end - lo < 22:
        # "Twitter user, Gaffer Dan, did some sums, “…"
        mention = sentence_subject(tokens, lo, end, lexicon)
        if mention is not None and mention.first <= lo + 1 and mention.kind == "nameless":
            return Attribution(mention, None, "colon", "before", lo, at, link)
    return None


def after_quotation(
    tokens: Sequence[Token], at: int, hi: int, ending: str, lexicon: ProseLexicon
) -> Attribution | None:
    """The attribution that follows ``tokens[at]``.

    hi      one past the last token that may belong to it: the next quotation
            or the paragraph's end
    ending  the quotation's last code point
    """
    first = at + 1
    if first < hi and tokens[first].text in {","} | _DASHES:
        dash = tokens[first].text in _DASHES
        first += 1
        if dash:
            found = phrase_right(tokens, first, hi, lexicon)
            over = found is not None and (
                found.last + 1 >= hi
                or (at == 0 and tokens[found.last + 1].text in {",", "("} and hi - first < _SIGNED)
            )
            if found is not None and over and found.kind != "furniture":
                return Attribution(found, None, "label", "after", first, hi, "-")
    hi = min(hi, first + REACH)
    if first < hi and tokens[first].text in {"(", "["}:  # a translation in brackets
        close = next((i for i in range(first, hi) if tokens[i].text in {")", "]"}), None)
        if close is not None:
            first = close + 1
            if first < hi and tokens[first].text in {","} | _DASHES:
                first += 1
    end = first
    while end < hi and not ends_sentence(tokens, end, lexicon.honorifics):
        end += 1
    if first >= end:
        return None
    fresh = tokens[first].text[0].isupper() and ending == "." and tokens[first - 1].text != ","
    for phrase in lexicon.phrases:
        if tuple(t.low for t in tokens[first : first + len(phrase)]) == phrase:
            found = phrase_right(tokens, first + len(phrase), end, lexicon)
            if found is not None:
                return Attribution(found, first, "phrase", "after", first, end, ",")
    if _verb(tokens, first, lexicon) and not tokens[first].capital:
        found = phrase_right(tokens, first + 1, end, lexicon)
        weak = tokens[first].low in lexicon.weak
        if found is not None and found.kind == "furniture":
            return None
        if found is not None and (not weak or found.kind in {"carrier", "nameless", "name"}):
            kind = lexicon.cues[tokens[first].low]
            return Attribution(found, first, kind, "after", first, end, ",")
    if tokens[first].low in lexicon.openers | lexicon.prepositions | lexicon.relative | _AND:
        return None
    found = phrase_right(tokens, first, end, lexicon)
    if found is None or found.kind == "furniture":
        return None
    verb = _verb_of(tokens, found.last + 1, min(end, first + 40), lexicon)
    if verb is not None:
        weak = tokens[verb].low in lexicon.weak
        call = lexicon.cues[tokens[verb].low] == "call"
        if (weak and ending == ".") or (
            fresh and (end - first > 9 or call or _runs_on(tokens, verb, end))
        ):
            return None
        return Attribution(found, verb, lexicon.cues[tokens[verb].low], "after", first, end, ",")
    return _unknown_verb(tokens, first, end, ending, lexicon)


def _verb_of(tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon) -> int | None:
    """The verb of a subject that ends before ``at``, over "(R-S.C.)", ", 34," and the like."""
    if at >= end:
        return None
    apart = tokens[at].text in {",", "("} | _DASHES or tokens[at].low in (
        lexicon.prepositions | lexicon.relative
    )
    for verb in range(at, end):
        token = tokens[verb]
        if _verb(tokens, verb, lexicon) and not (token.low in lexicon.carrier and apart):
            return verb
        if not apart and token.low not in lexicon.skip and not token.low.endswith("ly"):
            return None
    return None


def _runs_on(tokens: Sequence[Token], verb: int, end: int) -> bool:
    """ "She added that she had refused": a sentence of its own, no attribution."""
    return verb + 1 < end and tokens[verb + 1].low in {"that", "to", "if", "whether", "how", "why"}


def _unknown_verb(
    tokens: Sequence[Token], first: int, end: int, ending: str, lexicon: ProseLexicon
) -> Attribution | None:
    """ "“…,” he thundered": any past tense right behind a name or pronoun."""
    if ending != ",":
        return None
    found = phrase_right(tokens, first, end, lexicon)
    if found is None or found.kind not in {"name", "pronoun", "nameless"}:
        return None
    verb = found.last + 1
    if verb < end and tokens[verb].kind == "w" and tokens[verb].low.endswith(("ed", "s")):
        return Attribution(found, verb, "speech", "after", first, end, ",")
    return None
