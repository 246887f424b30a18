"""Where does a noun phrase that names somebody begin and end?

Read leftwards from a verb or rightwards from a start, by the word lists alone:
"the comedian Fern Abernethy", "a second fan", "the 47-year-old", "Naina’s
stylist Roshni Lalchandani", "@handle".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sentiment.extract.mentions import (
    AGED,
    AGENTS,
    REACH,
    Mention,
    is_late_part,
    is_name,
    is_noun,
    is_office,
    name_end,
    name_start,
)
from sentiment.extract.role_names import name_behind_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.mentions import MentionKind
    from sentiment.extract.words import Token

_JOINS: Final = frozenset({"and", "but", "or"})
_ONES: Final = frozenset({"one", "another"})
_DEEPEST: Final = 2
"""Prepositions a phrase is followed over: "a spokesman for the office of Clinton"."""
_ROLE_REACH: Final = 6
"""Tokens of roles before a name: "former X user and podcaster"."""
_CLAUSE: Final = frozenset(
    {"and", "but", "or", "while", "that", "as", "when", "what", "how", "why", "where", "if"}
)
"""Words at which a clause begins: no noun phrase reaches over them."""


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
    if lows and lows[0] in lexicon.indefinite:
        return "nameless"
    return "role"


def _is_complete(tokens: Sequence[Token], behind: int, hi: int, lexicon: ProseLexicon) -> bool:
    """Whether a phrase ends before ``behind``: a person's word, and no name follows it."""
    if behind >= hi:
        return False
    noun, after = tokens[behind - 1], tokens[behind]
    if lexicon.noun_articles and after.text[0].islower():  # German nouns have a capital
        return noun.text[0].isupper() or noun.text.partition("-")[2][:1].isupper()
    if lexicon.own and noun.low in lexicon.epithets and after.text[0].islower():
        # "O famoso saiu em defesa", "escribió el suizo en su cuenta"
        beyond = behind + 1 < hi and is_name(tokens[behind + 1], lexicon)
        return not (after.low in lexicon.persons or beyond)
    if noun.low not in lexicon.persons or noun.low in lexicon.epithets:
        return False
    return not (is_name(after, lexicon) or after.low in lexicon.persons or after.kind == "@")


def _is_respect(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a word of respect stands behind a name: Bunto paaji."""
    respect = 0 < at < len(tokens) and tokens[at].low in lexicon.respect
    return respect and is_name(tokens[at - 1], lexicon) and not tokens[at - 1].owns


def _is_filler(token: Token) -> bool:
    return token.kind == "w" and not token.text[0].isupper()


def phrase_left(
    tokens: Sequence[Token], last: int, lo: int, lexicon: ProseLexicon, depth: int = 0
) -> Mention | None:
    """The noun phrase that ends at ``tokens[last]``, not reaching below ``lo``."""
    if last < lo:
        return None
    token = tokens[last]
    if token.text in {")", "]"}:
        at = last
        while at > lo and last - at < REACH and tokens[at].text not in {"(", "["}:
            at -= 1
        return phrase_left(tokens, at - 1, lo, lexicon, depth + 1) if depth <= _DEEPEST else None
    partitive = last - 2 >= lo and tokens[last - 1].low in {"of", "de"}
    if partitive and (token.low in lexicon.they or token.low in {"us", "whom", "those"}):
        return phrase_left(tokens, last - 2, lo, lexicon, depth + 1)  # "one of them"
    if token.kind == "@":
        return Mention(_role_left(tokens, last, lo, lexicon), last, "handle")
    if token.low in lexicon.pronouns:
        return Mention(last, last, "pronoun")
    later = last > lo and is_late_part(token, lexicon) and is_name(tokens[last - 1], lexicon)
    if (is_name(token, lexicon) or later) and not token.owns:
        mention = _named_left(tokens, last, lo, lexicon)
    elif _is_respect(tokens, last, lexicon):
        named = _named_left(tokens, last - 1, lo, lexicon)
        mention = named and replace(named, last=last)
    elif _is_filler(token) and lexicon.noun_articles and token.low not in lexicon.nameless:
        aged = token.low.endswith(AGED)  # German nouns have a capital
        mention = _common_left(tokens, last, lo, lexicon) if aged else None
    elif _is_filler(token) and token.low not in lexicon.prepositions:
        mention = _common_left(tokens, last, lo, lexicon)
    else:
        return None
    if mention is None or depth >= _DEEPEST:
        return mention
    before = mention.first - 1
    if before > lo and tokens[before].low in lexicon.prepositions:
        # "A spokesman for Clinton", "one user on X": the head stands further left
        outer = phrase_left(tokens, before - 1, lo, lexicon, depth + 1)
        if outer is not None and outer.kind == "name":
            office = tokens[outer.last].low  # "Secretary-General of NATA", "Duchess of Sudsex"
            if office in lexicon.roles and outer.first == outer.last:
                return Mention(outer.first, last, "role", office)
        heads = outer is not None and outer.kind in {"nameless", "role", "carrier"}
        if (
            outer is not None
            and heads
            and (outer.kind == "nameless" or outer.head in lexicon.persons)
        ):
            return Mention(outer.first, last, outer.kind, outer.head, outer.name, outer.owner)
    return mention


def _role_left(tokens: Sequence[Token], last: int, lo: int, lexicon: ProseLexicon) -> int:
    """Where "X user" or "podcaster" before a name or handle begins."""
    first = last
    while first > lo and last - first < _ROLE_REACH:
        before = tokens[first - 1]
        if before.kind != "w" or before.low in lexicon.prepositions or before.low in lexicon.cues:
            break
        known = before.low in lexicon.persons
        if not (known or before.low in lexicon.determiners or before.low in lexicon.places):
            break
        first -= 1
        if before.low in lexicon.determiners:
            break
    return first


def _named_left(
    tokens: Sequence[Token], last: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    first = name_start(tokens, last, lo, lexicon)
    if is_noun(tokens, first, lexicon):
        if first == last:
            return Mention(first - 1, last, "role", tokens[last].low)
        first += 1
        return Mention(first - 2, last, "name", "", (first, last + 1))
    return Mention(_role_left(tokens, first, lo, lexicon), last, "name", "", (first, last + 1))


def _common_left(
    tokens: Sequence[Token], last: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    first = last
    owner = None
    while first > lo and last - first < REACH:
        before = tokens[first - 1]
        if before.low in lexicon.determiners:
            first -= 1
            if before.low in lexicon.she or before.low in lexicon.he or before.low in lexicon.they:
                owner = (first, first + 1)
            break
        if before.owns:
            start = name_start(tokens, first - 1, lo, lexicon)
            owner = (start, first)
            first = start
            break
        if before.kind != "w" or before.low in lexicon.prepositions or before.low in lexicon.cues:
            break
        if before.low in _CLAUSE or before.low in lexicon.skip:
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
    if lexicon.own and head not in lexicon.persons:  # "la actriz nacional"
        kin = lexicon.roles | lexicon.relations
        head = next((w.low for w in words if w.low in kin), head)
    kind = _common(words, head, lexicon)
    if kind == "role" and len(words) == 1 and head not in lexicon.persons:
        return None
    if head in lexicon.times:
        return None
    return Mention(first, last, kind, head, None, owner)


def phrase_right(
    tokens: Sequence[Token], first: int, hi: int, lexicon: ProseLexicon
) -> Mention | None:
    """The noun phrase that begins at ``tokens[first]``, not reaching ``hi``."""
    start = first
    while (
        start < hi
        and tokens[start].low in lexicon.skip
        and tokens[start].low not in lexicon.determiners
        and (not tokens[start].text[0].isupper())
    ):
        start += 1
    if start >= hi or tokens[start].kind not in {"w", "@"}:
        return None
    if tokens[start].kind == "@" or _is_pronoun(tokens, start, hi, lexicon):
        return Mention(start, start, "handle" if tokens[start].kind == "@" else "pronoun")
    owner: tuple[int, int] | None = None
    head, head_at, at = "", start, start
    while at < hi and at - start < REACH:
        token = tokens[at]
        if token.kind == "@":
            return Mention(start, at, "handle")
        if token.kind == "q" and at > start and at + 1 < hi and tokens[at + 1].kind == "w":
            at += 1  # "Her ‘Kachche Rang’ co-star"
            continue
        if token.kind != "w":
            break
        placed = token.low in lexicon.places and at + 1 < hi
        if is_name(token, lexicon) and not placed and not is_noun(tokens, at, lexicon):
            end = name_end(tokens, at, hi, lexicon)
            if tokens[end - 1].owns and end < hi and is_name(tokens[end], lexicon):
                owner, at = (at, end), end  # "Canada’s Justus Trudell"
                continue
            filler = end < hi and (_is_filler(tokens[end]) or is_office(tokens[end], lexicon))
            if filler and tokens[end - 1].owns and tokens[end].low not in lexicon.prepositions:
                owner = (at, end)
            elif not (filler and _leads_to_name(tokens, start, end, hi, lexicon)):
                last = end if end < hi and _is_respect(tokens, end, lexicon) else end - 1
                return Mention(start, last, "name", head, (at, end), owner)
            at = end  # "Judicial Watch president Tom Fitton", "a Clinton spokesman"
            continue
        if _breaks_off(token, lexicon, headed=bool(head), begun=at > start):
            break
        if token.low in lexicon.possessives:
            owner = (at, at + 1)
        head, head_at = token.low, at
        at += 1
        if at < hi and tokens[at].low == "for" and is_office(token, lexicon):
            return _seated(tokens, start, at, hi, lexicon)
        if _is_complete(tokens, at, hi, lexicon):
            break
    return _headed(tokens, (start, head_at), hi, lexicon, owner) if head else None


def _headed(
    tokens: Sequence[Token],
    span: tuple[int, int],
    hi: int,
    lexicon: ProseLexicon,
    owner: tuple[int, int] | None,
) -> Mention | None:
    """A phrase with a noun for its head, and the name behind what a role is of.

    span  indexes of its first token and of its head
    """
    start, head_at = span
    head = tokens[head_at].low
    bare = head in lexicon.determiners and head not in lexicon.nameless
    if bare and lexicon.own and head in lexicon.indefinite and head_at == start:
        return Mention(start, start, "nameless", head)  # "acrescentou mais uma, que …"
    known = lexicon.roles | lexicon.turning
    if lexicon.own and head_at > start and tokens[head_at - 1].low in lexicon.determiners:
        known |= lexicon.epithets  # "el suizo"
    if bare or head in lexicon.epithets - known:
        return None
    words = tokens[start : head_at + 1]
    kind = _common(words, head, lexicon)
    offices = lexicon.roles | lexicon.relations
    if kind == "role" and any(t.low in offices for t in words):
        kin = head in lexicon.relations
        name = name_behind_role(tokens, head_at + 1, hi, lexicon, kin=kin)
        if name is not None:
            return Mention(start, name[1] - 1, "name", head, name, owner)
    return Mention(start, head_at, kind, head, None, owner)


def _is_pronoun(tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon) -> bool:
    """Whether a word stands for somebody: "she", the "her" of "according to her:"."""
    low = tokens[at].low
    alone = at + 1 >= hi or tokens[at + 1].text in {",", ":", "."}
    return low in lexicon.pronouns or (alone and low in {"him", "her", "them"})


def _seated(
    tokens: Sequence[Token], start: int, at: int, hi: int, lexicon: ProseLexicon
) -> Mention:
    """The office in "MP for Barnmouth West Colm Byrne", with the name behind "for"."""
    head = tokens[at - 1].low
    if at + 1 >= hi or not is_name(tokens[at + 1], lexicon):
        return Mention(start, at - 1, _common(tokens[start:at], head, lexicon), head)
    end = name_end(tokens, at + 1, hi, lexicon)
    return Mention(start, end - 1, "name", head, (at + 1, end))


def _leads_to_name(
    tokens: Sequence[Token], start: int, at: int, hi: int, lexicon: ProseLexicon
) -> bool:
    """Whether a role stands within the next words: U.S. marathon runner Jody Kessler.

    start  where the phrase begins: "a former Pling engineer" needs no name behind it
    """
    nobody = tokens[start].low in lexicon.indefinite
    for index in range(at, min(hi, at + _ROLE_REACH)):
        token = tokens[index]
        named = index + 1 < hi and is_name(tokens[index + 1], lexicon)
        plain = token.low not in lexicon.skip | lexicon.prepositions | lexicon.openers
        agent = (
            (named or (nobody and plain))
            and token.low.endswith(AGENTS)
            and token.low not in lexicon.determiners
        )
        if token.low in lexicon.persons or agent:
            return True
        if not (_is_filler(token) or is_office(token, lexicon)) or _breaks_off(
            token, lexicon, headed=True, begun=True
        ):
            return False
    return False


def _breaks_off(token: Token, lexicon: ProseLexicon, *, headed: bool, begun: bool) -> bool:
    """Whether a word ends the noun phrase before it."""
    low = token.low
    if low in lexicon.prepositions or low in _JOINS:
        return True
    if low in lexicon.relative and (begun or low not in lexicon.nameless):
        return True
    if headed and low in lexicon.cues and low not in lexicon.carrier | lexicon.accounts:
        return True
    if not begun:
        return False
    opens = low in lexicon.determiners or low in lexicon.skip
    return opens and low not in lexicon.nameless
