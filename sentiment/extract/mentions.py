"""Which words of a sentence name a person, and as what?

A noun phrase is read leftwards from a verb or rightwards from a start, by the
word lists alone: names, pronouns, "the comedian Fern Abernethy", "a second
fan", "the 47-year-old", "Naina’s stylist Roshni Lalchandani", "@handle".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

MentionKind: TypeAlias = Literal[
    "name", "pronoun", "role", "nameless", "handle", "carrier", "furniture"
]

_PARTICLES: Final = frozenset(
    [
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "bin",
        "ibn",
        "al",
        "el",
        "y",
        "e",
        "bint",
        "ap",
        "st",
    ]
)
_CLAUSE: Final = frozenset(
    {"and", "but", "or", "while", "that", "as", "when", "what", "how", "why", "where", "if"}
)
"""Words at which a clause begins: no noun phrase reaches over them."""
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
_INDEFINITE: Final = frozenset(
    [
        "a",
        "an",
        "one",
        "another",
        "some",
        "many",
        "several",
        "few",
        "most",
        "any",
        "two",
        "three",
        "un",
        "una",
        "um",
        "uma",
        "ein",
        "eine",
        "une",
    ]
)
_REACH: Final = 12
"""Tokens a noun phrase may be long."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that may name a speaker.

    first, last  indexes of its first and last token
    head         its last common noun, case-folded; "" for names and pronouns
    name         indexes of the name inside it, half-open, or None
    owner        indexes of a possessor ("Ketaki’s note", "her caption"), or None
    """

    first: int
    last: int
    kind: MentionKind
    head: str = ""
    name: tuple[int, int] | None = None
    owner: tuple[int, int] | None = None


def is_name(token: Token, lexicon: ProseLexicon) -> bool:
    """Whether a token may be part of a name."""
    if not token.capital or token.low in lexicon.not_names or token.low in lexicon.pronouns:
        return False
    if token.low in lexicon.nameless:
        return False
    stem, _, rest = token.low.replace("'", "’").partition("’")
    if rest and (stem in lexicon.pronouns or stem in lexicon.not_names):
        return False  # "I’m", "It’s"
    return not token.text.rpartition("-")[2].islower() or "-" not in token.text


def _dotted(tokens: Sequence[Token], index: int, lexicon: ProseLexicon) -> bool:
    """Whether ``tokens[index]`` is the full stop of "Mr." or "J."."""
    if tokens[index].text != "." or index == 0:
        return False
    before = tokens[index - 1]
    return before.end == tokens[index].start and (
        before.low in lexicon.honorifics or (len(before.text) == 1 and before.text.isupper())
    )


def _name_left(tokens: Sequence[Token], last: int, lo: int, lexicon: ProseLexicon) -> int:
    """Index of the first token of the name that ends at ``last``."""
    first = last
    while first > lo and last - first < _REACH:
        before = tokens[first - 1]
        if is_name(before, lexicon) and not before.owns:
            first -= 1
        elif (
            (
                (before.low in _PARTICLES or before.text == "&")
                and first - 2 >= lo
                and is_name(tokens[first - 2], lexicon)
                and not tokens[first - 2].owns
            )
            or (_dotted(tokens, first - 1, lexicon) and first - 2 >= lo)
            or (before.text == "," and tokens[first].low in _SUFFIXES and first - 2 >= lo)
        ):
            first -= 2
        else:
            break
    return first


def name_end(tokens: Sequence[Token], first: int, hi: int, lexicon: ProseLexicon) -> int:
    """Index one past the last token of the name that begins at ``first``."""
    at = first + 1
    while at < hi and at - first < _REACH:
        if tokens[at - 1].owns:
            break
        token = tokens[at]
        joined = token.low in _PARTICLES or token.text == "&"
        if is_name(token, lexicon) or _dotted(tokens, at, lexicon):
            at += 1
        elif (joined and at + 1 < hi and is_name(tokens[at + 1], lexicon)) or (
            token.text == "," and at + 1 < hi and tokens[at + 1].low in _SUFFIXES
        ):
            at += 2
        else:
            break
    return at


def _common(words: Sequence[Token], head: str, lexicon: ProseLexicon) -> MentionKind:
    """What a noun phrase without a name stands for."""
    lows = [w.low for w in words]
    if head in lexicon.character or "character" in lows:
        return "furniture"
    if head in lexicon.carrier or head in lexicon.comments:
        return "carrier"
    if head in lexicon.furniture:
        return "furniture"
    if head in lexicon.nameless or any(w in lexicon.nameless for w in lows):
        return "nameless"
    if lows and lows[0] in _INDEFINITE:
        return "nameless"
    return "role"


def _is_filler(token: Token) -> bool:
    return token.kind == "w" and (token.text[0].islower() or token.text[0].isdigit())


def phrase_left(
    tokens: Sequence[Token], last: int, lo: int, lexicon: ProseLexicon, depth: int = 0
) -> Mention | None:
    """The noun phrase that ends at ``tokens[last]``, not reaching below ``lo``."""
    if last < lo:
        return None
    token = tokens[last]
    if token.text in {")", "]"}:
        at = last
        while at > lo and last - at < _REACH and tokens[at].text not in {"(", "["}:
            at -= 1
        return phrase_left(tokens, at - 1, lo, lexicon, depth + 1) if depth < 3 else None
    partitive = last - 2 >= lo and tokens[last - 1].low in {"of", "de"}
    if partitive and (token.low in lexicon.they or token.low in {"us", "whom", "those"}):
        return phrase_left(tokens, last - 2, lo, lexicon, depth + 1)  # "one of them"
    if token.kind == "@":
        return Mention(_role_left(tokens, last, lo, lexicon), last, "handle")
    if token.low in lexicon.pronouns:
        return Mention(last, last, "pronoun")
    if is_name(token, lexicon) and not token.owns:
        mention = _named_left(tokens, last, lo, lexicon)
    elif _is_filler(token) and token.low not in lexicon.prepositions:
        mention = _common_left(tokens, last, lo, lexicon)
    else:
        return None
    if mention is None or depth >= 2:
        return mention
    before = mention.first - 1
    if before > lo and tokens[before].low in lexicon.prepositions:
        # "A spokesman for Clinton", "one user on X": the head stands further left
        outer = phrase_left(tokens, before - 1, lo, lexicon, depth + 1)
        if outer is not None and outer.kind in {"nameless", "role", "carrier"}:
            people = lexicon.roles | lexicon.nameless | lexicon.carrier | lexicon.relations
            if outer.head in people or outer.kind == "nameless":
                return Mention(outer.first, last, outer.kind, outer.head, outer.name, outer.owner)
    return mention


def _role_left(tokens: Sequence[Token], last: int, lo: int, lexicon: ProseLexicon) -> int:
    """Where "X user" or "podcaster" before a name or handle begins."""
    first = last
    while first > lo and last - first < 6:
        before = tokens[first - 1]
        if before.kind != "w" or before.low in lexicon.prepositions or before.low in lexicon.cues:
            break
        known = before.low in lexicon.roles | lexicon.epithets | lexicon.nameless
        if not (known or before.low in lexicon.determiners or before.low in lexicon.places):
            break
        first -= 1
        if before.low in lexicon.determiners:
            break
    return first


def _named_left(
    tokens: Sequence[Token], last: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    first = _name_left(tokens, last, lo, lexicon)
    return Mention(_role_left(tokens, first, lo, lexicon), last, "name", "", (first, last + 1))


def _common_left(
    tokens: Sequence[Token], last: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    first = last
    owner = None
    while first > lo and last - first < _REACH:
        before = tokens[first - 1]
        if before.low in lexicon.determiners:
            first -= 1
            if before.low in lexicon.she or before.low in lexicon.he or before.low in lexicon.they:
                owner = (first, first + 1)
            break
        if before.owns:
            start = _name_left(tokens, first - 1, lo, lexicon)
            owner = (start, first)
            first = start
            break
        if before.kind != "w" or before.low in lexicon.prepositions or before.low in lexicon.cues:
            break
        if before.low in _CLAUSE | lexicon.skip:
            break
        if is_name(before, lexicon) and before.low not in lexicon.roles:
            # "X user", "Instagram followers", "Trump supporters"
            first -= 1
            continue
        if before.capital and not is_name(before, lexicon) and before.low not in lexicon.nameless:
            break
        first -= 1
    head = tokens[last].low
    words = tokens[first : last + 1]
    kind = _common(words, head, lexicon)
    if kind == "role" and len(words) == 1 and head not in lexicon.roles | lexicon.relations:
        return None
    if head in lexicon.times:
        return None
    return Mention(first, last, kind, head, None, owner)


def phrase_right(
    tokens: Sequence[Token], first: int, hi: int, lexicon: ProseLexicon
) -> Mention | None:
    """The noun phrase that begins at ``tokens[first]``, not reaching ``hi``."""
    at = first
    while at < hi and tokens[at].low in lexicon.skip and not tokens[at].capital:
        at += 1
    if at >= hi:
        return None
    token = tokens[at]
    if token.kind == "@":
        return Mention(at, at, "handle")
    if token.low in lexicon.pronouns:
        return Mention(at, at, "pronoun")
    if token.kind != "w":
        return None
    start, owner, head, head_at = at, None, "", at
    people = lexicon.roles | lexicon.nameless | lexicon.carrier | lexicon.relations
    while at < hi and at - start < _REACH:
        token = tokens[at]
        if token.kind == "@":
            return Mention(start, at, "handle")
        if token.kind == "q" and at > start and at + 1 < hi and tokens[at + 1].kind == "w":
            at += 1  # "Her ‘Kachche Rang’ co-star"
            continue
        if token.kind != "w":
            break
        if is_name(token, lexicon) and not (token.low in lexicon.places and at + 1 < hi):
            end = name_end(tokens, at, hi, lexicon)
            if (
                tokens[end - 1].owns
                and end < hi
                and _is_filler(tokens[end])
                and (tokens[end].low not in lexicon.prepositions)
            ):
                owner = (at, end)
                at = end
                continue
            if (
                end < hi
                and _is_filler(tokens[end])
                and tokens[end].low in people | lexicon.epithets
            ):
                at = end  # "Judicial Watch president Tom Fitton", "a Clinton spokesman"
                continue
            return Mention(start, end - 1, "name", head, (at, end), owner)
        low = token.low
        stops = (
            low in lexicon.prepositions or low in lexicon.relative or low in {"and", "but", "or"}
        )
        if stops or (low in lexicon.cues and head and low not in lexicon.carrier):
            break
        if at > start and low in lexicon.skip and low not in lexicon.nameless:
            break
        if at > start and low in lexicon.determiners:
            break
        possessive = low in lexicon.she or low in lexicon.he or low in lexicon.they
        if possessive and low not in lexicon.pronouns:
            owner = (at, at + 1)
        head, head_at = low, at
        at += 1
        if low in people and at < hi:
            after = tokens[at]
            ahead = after.low in people
            if not (is_name(after, lexicon) or ahead or after.kind == "@"):
                break
    bare = head in lexicon.determiners and head not in lexicon.nameless
    if not head or head_at < start or bare or head in lexicon.epithets:
        return None
    kind = _common(tokens[start : head_at + 1], head, lexicon)
    return Mention(start, head_at, kind, head, None, owner)
