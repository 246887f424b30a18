"""Which names stand beside a description: whose it is, and whose it cannot be?

His wife, author Sunniva Dahlby, shared …; another, going by the name of Postman Pim; but
no "actor wrote while sharing Khan’s post" is Khan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.name_extent import name_end
from sentiment.extract.name_words import is_name
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.words import ends_sentence, sentence_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.mentions import Mention
    from sentiment.extract.words import Token

Span = tuple[int, int]

TITLE: Final = 8
"""Tokens of "brother and guitarist," between a role and the name behind its comma."""
APPOSITION: Final = 9
"""Tokens behind a comma in which the name is read."""
_COPULAS: Final = frozenset({"is", "was", "turns", "turned"})
_WAS: Final = frozenset({"is", "was", "were", "are"})
_CALLED_WITHIN: Final = 12
_CALLED_BEFORE: Final = 6
"""Tokens of a name before "नाम के यूजर"."""
_OF: Final = frozenset({"of", "from", "in", "at"})
"""Behind a role, before what it is of: the senator from the Orchard State, Vera Tosk,"""
_LINKING: Final = frozenset({"and", "&"})
_HOSTED: Final = frozenset({"podcast", "show", "vlog", "channel", "interview", "programme", "chat"})
"""What somebody's guests speak in."""
_TALKING: Final = frozenset({"in", "during"})
"""Before a talk with somebody, where a sentence begins."""
_WITHOUT: Final = frozenset({"without", "by", "besides"})
_FEWEST: Final = 2
_OTHERS: Final = 40
"""Tokens behind a mention that are read for the names of others."""


def name_beside(mention: Mention, tokens: Sequence[Token], lexicon: ProseLexicon) -> Span | None:
    """The name behind a role and a comma: His wife, author Sunniva Dahlby, shared …"""
    comma = mention.last + 1
    of = joined = False
    while comma < min(len(tokens), mention.last + TITLE):
        token = tokens[comma]
        plain = (token.text.islower() or token.text.isdigit()) and token.low not in lexicon.cues
        whose = of and is_name(token, lexicon)  # "and close pal of Naila Marlow, Bo Rapp,"
        held = token.low in _OF or token.low in lexicon.genitives
        linking = held or token.low in _LINKING or token.low in lexicon.kin
        if not (linking or (plain and (of or joined)) or whose):
            break
        joined = joined or token.low == "and"
        of = of or held
        comma += 1
    if comma + 1 >= len(tokens):
        return None
    if tokens[comma].low in _COPULAS:  # "The cellist turns out to be Imogen Parker"
        ahead = range(comma + 1, min(len(tokens), comma + TITLE))
        name = next((i for i in ahead if tokens[i].low not in lexicon.skip | {"out", "to"}), 0)
        if not name or not is_name(tokens[name], lexicon) or lexicon.own:
            return None
        comma = name - 1
    elif tokens[comma].text != ",":  # "the naturalist and potter Idris Vaughan-Peel"
        if comma <= mention.last + 1 or not is_name(tokens[comma], lexicon) or of:
            return None
        comma -= 1
    if tokens[comma + 1].low in lexicon.relative and lexicon.own:
        return None
    end = min(len(tokens), comma + APPOSITION)
    found = phrase_right(tokens, comma + 1, end, lexicon)
    if found is None or found.kind != "name" or found.name is None:
        return None
    placed = of and is_name(tokens[comma - 1], lexicon) and found.name[1] - found.name[0] == 1
    return None if placed and not lexicon.own else found.name  # "the man from Dunmore, Ohio,"


def name_called(mention: Mention, tokens: Sequence[Token], lexicon: ProseLexicon) -> Span | None:
    """The name in "another, going by the name of Postman Pim,"."""
    if lexicon.subject_marks:
        return _called_before(mention, tokens, lexicon)
    end = min(len(tokens), mention.last + _CALLED_WITHIN)
    called = tokens[mention.last].low in lexicon.called  # "A handle named The Gull"
    for at in range(mention.last + 1, end - 1):
        if tokens[at].kind == "q" or ends_sentence(tokens, at, lexicon.honorifics):
            return None
        by_name = tokens[at].low == "name" and tokens[at - 1].low == "by"
        called = called or by_name or tokens[at].low in lexicon.called
        if called and (is_name(tokens[at + 1], lexicon) or tokens[at + 1].text == "The"):
            found = phrase_right(tokens, at + 1, end, lexicon)
            if found is not None and found.name is not None:
                return found.name
    return None


def name_introduced(
    mention: Mention, tokens: Sequence[Token], hi: int, lexicon: ProseLexicon
) -> Span | None:
    """The name that ends the sentence: Another person who envied Olt was Maud Pick."""
    for at in range(mention.last + 1, min(hi, mention.last + _OTHERS)):
        if ends_sentence(tokens, at, lexicon.honorifics):
            return None
        if tokens[at].low not in _WAS or at + 1 >= hi:
            continue
        found = phrase_right(tokens, at + 1, hi, lexicon)
        if found is None or found.kind != "name" or found.name is None:
            continue
        behind = found.last + 1
        if behind < hi and (
            tokens[behind].text in {",", "."} or tokens[behind].low in lexicon.relative
        ):
            return found.name
    return None


def _called_before(mention: Mention, tokens: Sequence[Token], lexicon: ProseLexicon) -> Span | None:
    """The name in "सलीम बेगना नाम के यूजर", which is all that its sentence begins with."""
    lo = max(0, mention.last - 2 * _CALLED_BEFORE)
    called = next(
        (i for i in range(mention.last - 1, lo, -1) if tokens[i].low in lexicon.called), None
    )
    if called is None:
        return None
    between = tokens[called + 1 : mention.last]
    held = lexicon.prepositions | lexicon.indefinite | lexicon.nameless
    if any(t.low not in held for t in between):
        return None
    first = called
    while first and called - first < _CALLED_BEFORE and tokens[first - 1].kind == "w":
        if tokens[first - 1].low in lexicon.skip | lexicon.cues.keys() | lexicon.prepositions:
            break
        first -= 1
    return (first, called) if first < called else None


def names_behind(mention: Mention, tokens: Sequence[Token], lexicon: ProseLexicon) -> list[Span]:
    """The names between a subject and its sentence's end: “…,” he wrote of Nadia Brix."""
    found: list[Span] = []
    at = mention.last + 1
    last = min(len(tokens), at + _OTHERS)
    while at < last and tokens[at].kind != "q":
        if ends_sentence(tokens, at, lexicon.honorifics):
            break
        if tokens[at].kind == "w" and is_name(tokens[at], lexicon):
            end = name_end(tokens, at, last, lexicon)
            found.append((at, end))
            at = end
        else:
            at += 1
    return found


def _talked_with(tokens: Sequence[Token], at: int, comma: int, lexicon: ProseLexicon) -> list[Span]:
    """With whom somebody talks in the clause ``tokens[at:comma]``, if it names them."""
    beside = next((i for i in range(at, comma) if tokens[i].low == "with"), comma)
    found = phrase_right(tokens, beside + 1, comma, lexicon)
    return [found.name] if found is not None and found.name is not None else []


def names_fronted(mention: Mention, tokens: Sequence[Token], lexicon: ProseLexicon) -> list[Span]:
    """The names in a clause of the subject's own that opens the sentence.

    Sharing Khan's picture, she wrote; Without naming Brand, she wrote; In Brand's podcast,
    the singer said: a guest
    """
    comma = mention.first - 1
    if comma < _FEWEST or tokens[comma].text != ",":
        return []
    at = sentence_start(tokens, mention.first, lexicon.honorifics)
    if tokens[at].low == "to" and not lexicon.own:  # "To Anna Moor, who shared it, she wrote"
        written_to = phrase_right(tokens, at + 1, comma + 1, lexicon)
        return [written_to.name] if written_to is not None and written_to.name else []
    low = tokens[at].low
    hosted = mention.kind == "role" and tokens[comma - 1].low in _HOSTED and not lexicon.own
    if hosted and low in {"in", "on", "during"} and tokens[comma - 2].owns:
        host = phrase_right(tokens, at + 1, comma, lexicon)
        return [host.owner] if host is not None and host.owner is not None else []
    if low in _TALKING and not lexicon.own:  # "In a chat with her friend Bo Rapp, she said"
        return _talked_with(tokens, at, comma, lexicon)
    led = low in lexicon.openers or low in lexicon.prepositions or low in _WITHOUT
    at += led and not low.endswith("ing")
    if at >= comma or lexicon.own or not tokens[at].low.endswith("ing"):
        return []
    at += 1
    found: list[Span] = []
    while at < comma:
        if tokens[at].kind == "w" and is_name(tokens[at], lexicon):
            end = name_end(tokens, at, comma, lexicon)
            found.append((at, end))
            at = end
        else:
            at += 1
    return found
