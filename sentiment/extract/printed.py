"""Are quoted words printed on a thing, or asked in a quiz, rather than anybody's?

A sign at the gate says, the lettering on a cake reads, a second banner declared: what
speaks is a thing. So is a tagline right before the marks, and what a question of a
quiz puts in somebody's mouth.

Layouts in docs/layouts.md: N03, N04, N10 and N17.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Attribution
    from sentiment.extract.words import Token

_CLAUSE: Final = frozenset({"and", "but", "while", "as", "when", "or", "who", "because", "that"})
"""Words at which a clause begins."""
_REACH: Final = 14
"""Tokens from a clause's start to its verb."""
_BACK: Final = 60
"""Tokens over which "another" finds what there was one of before."""
_READ: Final = frozenset({"read", "reads", "reading"})
_BEARING: Final = frozenset(
    {"say", "says", "said", "read", "reads", "announce", "announced", "announces", "declare"}
    | {"declares", "declared", "ask", "asks", "asked", "proclaim", "proclaims", "proclaimed"}
    | {"state", "states", "stated", "warn", "warns", "warned", "promise", "promises", "promised"}
    | {"add", "adds", "added", "words", "message", "insist", "insists", "insisted", "demand"}
    | {"demands", "demanded", "urge", "urges", "urged", "advise", "advises", "advised", "plead"}
    | {"pleads", "pleaded"}
)
"""What placards do, too; nobody but a person wrote or quipped."""
_TYPED: Final = frozenset({"post", "comment", "reply"})
"""What nothing but a person does, be it a poster."""
_ASKING: Final = frozenset({"which", "who", "whose", "what"})
_PARTS: Final = frozenset({"section", "article", "clause", "rule", "paragraph", "chapter"})
_LETTERED: Final = frozenset(
    {"written", "wrote", "scrawled", "scribbled", "painted", "printed", "engraved", "inscribed"}
    | {"emblazoned", "embroidered", "etched", "stamped"}
)
_DO_NOT: Final = frozenset({"don’t", "don't", "never"})
_THAT: Final = frozenset({"that", "which"})
_NOBODY: Final = frozenset({"nobody", "you", "no-one"})
_USED: Final = frozenset({"use", "uses", "used", "using"})
_NEAR_VERB: Final = 9
"""Tokens from "used" to the verb of what it is used for."""
_SHOWING: Final = frozenset(
    {"ends", "opens", "begins", "closes", "shows", "bears", "carries", "carried", "bore", "has"}
)
_SUBJECT: Final = 4
"""Tokens from a sentence's start to the thing that is its subject."""
_NEAR: Final = 25
"""Tokens from a thing to the words on it."""
_COUNTING: Final = frozenset({"and", "or", "a", "the", "yet"})


def is_printed(
    attribution: Attribution,
    tokens: Sequence[Token],
    above: Sequence[Token],
    said: Container[int],
    lexicon: ProseLexicon,
) -> bool:
    """Whether the attribution of a quotation names a thing that bears words.

    tokens  those that the attribution's indexes count in
    above   the tokens of the paragraph before
    said    numbers of the quotations before it that are somebody's words
    """
    cue = attribution.cue
    verb = tokens[cue].low if cue is not None else ""
    mention = attribution.mention
    nobody = mention is not None and mention.kind == "nameless"
    if verb in lexicon.own or (nobody and lexicon.cues.get(verb) in _TYPED):
        return False  # "as one poster commented"
    if _is_nobody(tokens, attribution) or _is_habit(tokens, attribution):
        return True
    if attribution.where == "before":
        if _is_motto(tokens, attribution, lexicon) or _is_asked(tokens, attribution):
            return True
        if cue is not None and _is_on_which(tokens, attribution.first, cue):
            return True
        end = attribution.last - bool(attribution.link) if cue is None else cue
        if _is_things(tokens, attribution.first, end, lexicon):
            return True
        if _is_numbered(tokens, attribution) or _bears_words(tokens, attribution, lexicon):
            return True
        if cue is not None and _is_bearer(tokens, attribution.first, cue, lexicon):
            return True
        if cue is not None and _is_bearing(tokens, cue, lexicon):
            return True
    elif attribution.mention is not None and attribution.mention.head in lexicon.surfaces:
        named = attribution.mention.name is not None  # "van Oort said"
        return not (named or _may_speak(attribution.mention.head, lexicon))
    return _is_another(tokens, attribution, above, said, lexicon)


def _may_speak(noun: str, lexicon: ProseLexicon) -> bool:
    return noun in lexicon.persons or noun in lexicon.collective


def _is_thing(token: Token, lexicon: ProseLexicon) -> bool:
    thing = token.low in lexicon.surfaces or token.low in lexicon.furniture
    shirt = token.low.startswith("t-shirt")
    return thing and not token.owns and (shirt or not token.capital)


def _is_self(token: Token) -> bool:
    return token.low.endswith("self")


def _is_motto(tokens: Sequence[Token], attribution: Attribution, lexicon: ProseLexicon) -> bool:
    """A word for a line that sells or heads something, right before the marks."""
    at = attribution.last - 1 - bool(attribution.link)
    return at >= attribution.first and tokens[at].low in lexicon.mottoes


def _is_asked(tokens: Sequence[Token], attribution: Attribution) -> bool:
    """A question around the marks: Which minister said “…” and was pictured in a canoe?"""
    lo, at = attribution.first, attribution.last
    opens = [t.low for t in tokens[lo : lo + 2] if t.kind == "w"]
    if attribution.link == ":" or not _ASKING.intersection(opens) or at >= len(tokens):
        return False
    ends = (t.text for t in tokens[at + 1 : at + _BACK] if t.text in {".", "?", "!"})
    return next(ends, "") == "?"


def _is_things(tokens: Sequence[Token], lo: int, verb: int, lexicon: ProseLexicon) -> bool:
    """Whether the clause of a verb has a thing for its subject: the label on the tin warns."""
    first = verb
    while first > max(lo, verb - _REACH):
        before = tokens[first - 1]
        if before.kind != "w" or before.low in _CLAUSE:
            break
        first -= 1
    if tokens[verb].text in {":", ","} and first > lo:
        return False  # used a quotation as its headline: “…”
    if first == verb or tokens[first].low in lexicon.prepositions:
        return False
    inner = (i for i in range(first + 1, verb) if tokens[i].low in lexicon.prepositions)
    head = next(inner, None)
    placed = head is not None and tokens[head].low not in {"of", "for"}
    if head is None:
        head = verb
        while head > first and (tokens[head - 1].low in lexicon.skip or _is_self(tokens[head - 1])):
            head -= 1
    head -= 1
    if head <= first or not _is_thing(tokens[head], lexicon):
        named = head + 1 < verb and tokens[head + 1].capital  # "van Oort said"
        bears = tokens[head].low in lexicon.surfaces and not (tokens[head].capital or named)
        return head == first and bears
    determined = tokens[first].low in lexicon.determiners or tokens[first].owns
    indefinite = tokens[first].low in lexicon.indefinite
    return determined and (indefinite or placed or not _may_speak(tokens[head].low, lexicon))


def _is_bearing(tokens: Sequence[Token], cue: int, lexicon: ProseLexicon) -> bool:
    """Whether a thing that says so is only carried along: holding a flag that announces."""
    if cue < _SUBJECT or tokens[cue].low not in _BEARING or tokens[cue - 1].low not in _THAT:
        return False
    thing, before = tokens[cue - 2], tokens[cue - 3]
    held = thing.low in lexicon.surfaces and not _may_speak(thing.low, lexicon)
    return held and not thing.capital and before.low in lexicon.indefinite


def _is_nobody(tokens: Sequence[Token], attribution: Attribution) -> bool:
    """Whether nobody says it, or "you" might."""
    mention, cue = attribution.mention, attribution.cue
    if mention is None and cue is not None and cue and tokens[cue - 1].low in _DO_NOT:
        return True  # "Don’t say “…”"
    if mention is None:
        near = cue is not None and 0 < cue - attribution.first < _SUBJECT
        return near and tokens[attribution.first].low in _NOBODY
    return mention.first == mention.last and tokens[mention.first].low in _NOBODY


def _is_habit(tokens: Sequence[Token], attribution: Attribution) -> bool:
    """Whether something is used to say words, or printed with them."""
    cue = attribution.cue
    if cue is None or attribution.where != "before":
        return False
    near = [t.low for t in tokens[max(attribution.first, cue - _NEAR_VERB) : cue]]
    if near[-1:] == ["to"]:
        return bool(_USED.intersection(near))
    return tokens[cue].low == "words" and bool(_LETTERED.intersection(near))


def _is_on_which(tokens: Sequence[Token], lo: int, verb: int) -> bool:
    """Whether words are written on something just named: a box on which he had written “."""
    if tokens[verb].low not in _LETTERED:
        return False
    near = [t.low for t in tokens[max(lo, verb - _SUBJECT - 1) : verb]]
    return any(pair == ("on", "which") for pair in pairwise(near))


def _is_numbered(tokens: Sequence[Token], attribution: Attribution) -> bool:
    """Whether a numbered part of a law or a contract speaks: Section 12 states."""
    mention = attribution.mention
    if mention is None:
        return False
    span = tokens[mention.first : mention.last + 2]
    return any(a.low in _PARTS and b.text.isdigit() for a, b in pairwise(span))


def _bears_words(tokens: Sequence[Token], attribution: Attribution, lexicon: ProseLexicon) -> bool:
    """Whether a sentence begins with a thing and what it does: a radio ad ends with the words."""
    lo = attribution.first
    if tokens[lo].low not in lexicon.determiners and not tokens[lo].owns:
        return False
    for at in range(lo + 1, min(lo + _SUBJECT, len(tokens) - 1)):
        if _is_thing(tokens[at], lexicon) and not _may_speak(tokens[at].low, lexicon):
            after = tokens[at + 1].low
            if after in _SHOWING or after in lexicon.prepositions:
                return attribution.kind in {"carrier", "colon"}
    return False


def _is_bearer(tokens: Sequence[Token], lo: int, verb: int, lexicon: ProseLexicon) -> bool:
    """Whether a thing stands before a verb of reading: hung a banner from a rail reading “."""
    if tokens[verb].low not in _READ:
        return False
    for at in range(verb - 1, max(lo, verb - _REACH) - 1, -1):
        token = tokens[at]
        if token.kind != "w" or token.low in _CLAUSE - {"that"}:
            return False
        if _is_thing(token, lexicon):
            return True
        if token.low in lexicon.carrier or token.low in lexicon.comments:
            return False
    return False


def _is_another(
    tokens: Sequence[Token],
    attribution: Attribution,
    above: Sequence[Token],
    said: Container[int],
    lexicon: ProseLexicon,
) -> bool:
    """Whether "one", "another", "a third" counts things that bear words, and no persons."""
    mention, cue = attribution.mention, attribution.cue
    if mention is None or mention.kind != "nameless" or cue is None:
        return False
    if tokens[cue].low not in _BEARING:
        return False
    counted = [t.low for t in tokens[mention.first : mention.last + 1] if t.low not in _COUNTING]
    if any(low not in lexicon.quantities for low in counted):
        return False
    after = mention.last + 1
    if after < len(tokens) and _is_thing(tokens[after], lexicon):
        return True
    before = [*above[-_BACK:], *tokens[max(0, mention.first - _BACK) : mention.first]]
    for token in reversed(before[-_BACK:]):
        if token.kind == "q" and token.quote not in said:
            return _bears(before, token, lexicon)
        if token.low in lexicon.crowd or token.kind == "q":
            return False
    return False


def _bears(before: Sequence[Token], quoted: Token, lexicon: ProseLexicon) -> bool:
    """Whether a thing, and no crowd, stands in the prose that led up to a quotation of nobody's."""
    at = next(i for i, token in enumerate(before) if token is quoted)
    around = before[max(0, at - _NEAR) : at]
    if any(t.low in lexicon.crowd or t.low in lexicon.comments for t in around):
        return False
    return any(_is_thing(t, lexicon) for t in around)
