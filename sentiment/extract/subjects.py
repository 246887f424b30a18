"""Which noun phrase is the subject of a verb of saying?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.mentions import Mention, is_name
from sentiment.extract.phrases import phrase_left, phrase_right

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

DASHES: Final = frozenset("-–—―")
_APART: Final = DASHES | {","}
_COMMAS: Final = 4
"""Commas an apposition is followed back over: ", 44, of Raleigh, N.C.,"."""
_APPOSITION: Final = 40
"""Tokens an apposition may be long."""
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
JOINS: Final = frozenset({"and", "but", "or", "then", "&", "to", ","})


def is_verb(tokens: Sequence[Token], index: int, lexicon: ProseLexicon) -> bool:
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
        at -= 2 if at - 1 >= lo and tokens[at - 1].text in _APART else 1
        return phrase_left(tokens, at, lo, lexicon) or sentence_subject(tokens, lo, verb, lexicon)
    if (
        token.text == ","
        and tokens[at - 1].kind == "@"
        and at - 2 >= lo
        and tokens[at - 2].text == ","
    ):
        return Mention(at - 1, at - 1, "handle")
    if token.text in _APART:
        return _over_apposition(tokens, at, lo, lexicon) or sentence_subject(
            tokens, lo, verb, lexicon
        )
    if token.low in JOINS:
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
    for at in range(comma - 1, max(lo, comma - _APPOSITION), -1):
        if tokens[at].text not in _APART:
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
        if tried == _COMMAS:
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
