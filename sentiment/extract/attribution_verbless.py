"""Who is introduced without a verb of saying: by a label, "according to", a list?"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import Attribution, Lead
from sentiment.extract.carried_words import is_carrier
from sentiment.extract.mentions import Mention
from sentiment.extract.name_words import is_name, is_opener
from sentiment.extract.phrases import phrase_left
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.sentence_subjects import is_person
from sentiment.extract.subjects import is_surely_person
from sentiment.extract.subjects_behind import name_linked
from sentiment.extract.subjects_parted import DASHES, LONG_DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

FEWEST: Final = 3
_LONGEST_LABEL: Final = 14
_PHRASED: Final = 8
_FOR: Final = frozenset({"for", "to"})
_WAS: Final = frozenset({"was", "is", "were", "became", "remains"})
_THING: Final = 6
"""Tokens from a name to the end of "it was", "the whole evening was"."""
_THAT_OF: Final = frozenset({("that", "of"), ("one", "from"), ("one", "by"), ("another", "from")})
_THAT: Final = frozenset(["el", "la", "quello", "quella", "celui", "celle", "o", "a"])


def by_label(lead: Lead, lexicon: ProseLexicon) -> Attribution | None:
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


def by_phrase(lead: Lead, lexicon: ProseLexicon) -> Attribution | None:
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


def for_whom(lead: Lead, lexicon: ProseLexicon) -> Attribution | None:
    """To whom something was what a fragment says: For Ivo Brand it was “…”."""
    tokens, lo, end = lead.tokens, lead.lo, lead.end
    if lead.link or end - lo < FEWEST or tokens[lo].low not in _FOR:
        return None
    if tokens[end - 1].low not in _WAS:
        return None
    found = phrase_right(tokens, lo + 1, end, lexicon)
    known = found is not None and found.kind in {"name", "role"} and is_person(found, lexicon)
    if found is None or not known or end - found.last > _THING:
        return None
    return Attribution(found, None, "phrase", "before", lo, lead.at, "")


def that_of(lead: Lead, lexicon: ProseLexicon) -> Attribution | None:
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


def listing(lead: Lead, lexicon: ProseLexicon) -> Attribution | None:
    """A crowd's words announced: "Voici quelques réactions d'internautes : «", "Narito ang …"."""
    near = lead.tokens[max(lead.lo, lead.end - FEWEST) : lead.end]
    many = any(a.low == "mga" and b.low in lexicon.comments for a, b in pairwise(near))
    if many and lexicon.personal:  # "Mga comments na, “"
        return Attribution(None, None, "crowd", "before", lead.lo, lead.at, lead.link)
    if lead.link != ":" or lead.tokens[lead.lo].low not in lexicon.heres:
        return None
    words = {t.low for t in lead.tokens[lead.lo : lead.end]}
    if not words & (lexicon.crowd | lexicon.comments):
        return None
    return Attribution(None, None, "crowd", "before", lead.lo, lead.at, ":")
