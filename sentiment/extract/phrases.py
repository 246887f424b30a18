"""Where does a noun phrase that names somebody begin, read leftwards from its end?

By the word lists alone: "the comedian Fern Abernethy", "a second fan", "the
47-year-old", "Naina’s stylist Roshni Lalchandani", "@handle". For the other
direction see ``phrases_right``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.extract.mentions import AGED, AGENTS, REACH, Mention
from sentiment.extract.name_extent import is_late_part, is_suffix, name_start
from sentiment.extract.name_words import is_name, is_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.mentions import MentionKind
    from sentiment.extract.words import Token

PARTS: Final = frozenset({"part", "excerpt", "extract", "portion", "passage", "section", "rest"})
"""Pieces of a note, which is whose words they are."""
_HELD_BY: Final = frozenset(
    {"owned", "run", "led", "founded", "headed", "backed", "made", "hosted"}
)
DEEPEST: Final = 2
"""Prepositions a phrase is followed over: "a spokesman for the office of Clinton"."""
ROLE_REACH: Final = 6
"""Tokens of roles before a name: "former X user and podcaster"."""
_CLAUSE: Final = frozenset(
    {"and", "but", "or", "while", "that", "as", "when", "what", "how", "why", "where", "if"}
)
"""Words at which a clause begins: no noun phrase reaches over them."""


def common_kind(words: Sequence[Token], head: str, lexicon: ProseLexicon) -> MentionKind:
    """What a noun phrase without a name stands for."""
    lows = [w.low for w in words]
    if head in lexicon.character or "character" in lows:
        return "furniture"
    if head in lexicon.carrier or head in lexicon.comments:
        return "carrier"
    if lexicon.own and len(lows) > 1 and lows[-2] in lexicon.carrier and lows[-1] == head:
        return "carrier"  # "le message suivant"
    if head in lexicon.furniture and lows[-2:-1] != ["original"]:  # "the original poster"
        return "furniture"
    known = lows[:1] == ["the"] and head in lexicon.roles and not lexicon.own
    if lexicon.own and len(lows) > 1 and lows[-1] == head:  # "la tiktoker"
        one = lows[0] in lexicon.she_articles or lows[0] in lexicon.he_articles
        known = one and lows[0] not in lexicon.indefinite and head in lexicon.roles
    if known and not any(w in lexicon.nameless for w in lows[:-1]):
        return "role"  # "the veteran critic": somebody named before
    if not _FIRSTS.isdisjoint(lows[-2:-1]) and head in _FIRST:
        return "role"  # "the former first lady"
    if head in lexicon.nameless or any(w in lexicon.nameless for w in lows):
        return "nameless"
    if lows and lows[0] in lexicon.indefinite:
        return "nameless"
    return "role"


_NUMBERED: Final = re.compile(r"[a-z]{4,}\d{1,4}")
_MADE_UP: Final = 9
"""Letters of a user's name in small ones."""
_PLAIN: Final = (*AGENTS, "s", "ed", "ing", "ly", "men", "ment", "ate", "where", "while")
"""Ends of plain words."""
_FIRSTS: Final = frozenset({"first", "premier", "première", "primer", "primera", "primeiro"})
_FIRST: Final = frozenset(
    {"lady", "minister", "gentleman", "secretary", "dame", "dama", "ministre", "ministro"}
)
"""Who may be the first without being one of many."""
_SEATS: Final = frozenset({"of", "from"})
_WITH_FIELD: Final = 2
"""Tokens that follow a field's one: "State Greta Farrow"."""


def is_respect(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a word of respect stands behind a name: Bunto paaji."""
    respect = 0 < at < len(tokens) and tokens[at].low in lexicon.respect
    return respect and is_name(tokens[at - 1], lexicon) and not tokens[at - 1].owns


def is_filler(token: Token) -> bool:
    """Whether a word begins small, as few names do."""
    return token.kind == "w" and not token.text[0].isupper()


def is_made_up(token: Token, lexicon: ProseLexicon) -> bool:
    """Whether a long small word, if nothing stands before it, names a user: larkhillforever."""
    word = token.text
    if lexicon.own or not (word.islower() and word.isalnum()):
        return False
    if not word.isalpha():
        return _NUMBERED.fullmatch(word) is not None  # "mothlane01"
    return len(word) >= _MADE_UP and not word.endswith(_PLAIN) and word not in lexicon.persons


def phrase_left(
    tokens: Sequence[Token], last: int, lo: int, lexicon: ProseLexicon, depth: int = 0
) -> Mention | None:
    """The noun phrase that ends at ``tokens[last]``, not reaching below ``lo``."""
    last = _before_age(tokens, last, lo, lexicon)
    if last < lo:
        return None
    token = tokens[last]
    if token.text == "." and last > lo and is_suffix(tokens[last - 1]):
        return phrase_left(tokens, last - 1, lo, lexicon, depth)  # "Ivo Olt Jr. tweeted"
    if token.text in {")", "]"}:
        at = last
        while at > lo and last - at < REACH and tokens[at].text not in {"(", "["}:
            at -= 1
        return phrase_left(tokens, at - 1, lo, lexicon, depth + 1) if depth <= DEEPEST else None
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
    elif is_respect(tokens, last, lexicon):
        named = _named_left(tokens, last - 1, lo, lexicon)
        mention = named and named._replace(last=last)
    elif is_filler(token) and lexicon.noun_articles and token.low not in lexicon.nameless:
        aged = token.low.endswith(AGED)  # German nouns have a capital
        mention = _common_left(tokens, last, lo, lexicon) if aged else None
    elif is_filler(token) and token.low not in lexicon.prepositions:
        mention = _common_left(tokens, last, lo, lexicon)
    else:
        return None
    if mention is None or depth >= DEEPEST:
        return mention
    before = mention.first - 1
    over = lexicon.owner_marks or lexicon.prepositions  # no "एक इंटरव्यू में रिया ने"
    if before > lo and tokens[before].low in over:
        # "A spokesman for Clinton", "one user on X": the head stands further left
        held = tokens[before].low == "by" and tokens[before - 1].low in _HELD_BY
        outer = phrase_left(tokens, before - 1 - held, lo, lexicon, depth + 1)
        if held and outer is not None and outer.kind in {"role", "nameless"}:
            mention = outer._replace(last=mention.last)  # the website owned by Jo Darsey
        return _of_outer(tokens, outer, mention, lexicon) or mention
    return mention


def _before_age(tokens: Sequence[Token], last: int, lo: int, lexicon: ProseLexicon) -> int:
    """Index before "de 29 ans" that ends there, else the same: la chanteuse de 29 ans."""
    if last - 2 <= lo or not tokens[last - 1].text.isdigit():
        return last
    aged = tokens[last].low in lexicon.times and tokens[last - 2].low in lexicon.genitives
    return last - 3 if aged else last


def _of_outer(
    tokens: Sequence[Token], outer: Mention | None, mention: Mention, lexicon: ProseLexicon
) -> Mention | None:
    """The whole phrase, where the head stands before a preposition: A spokesman for Clinton."""
    if outer is None or (mention.kind == "carrier" and outer.head in PARTS):
        return None  # "an excerpt from the caption"
    kin = mention.kind == "role" and mention.owner is None and mention.head in lexicon.relations
    if lexicon.owner_marks and kin and outer.kind == "name":  # "उदित मान के भाई ने"
        return mention._replace(owner=(outer.first, outer.last + 1))
    held = _holder_of(tokens, outer, mention, lexicon)
    if held is not None:
        return held
    apart = tokens[outer.last + 1].low in _SEATS
    if outer.kind == "name" and outer.name is not None and apart and not lexicon.own:
        whole = outer.name[1] - outer.name[0] >= _WITH_FIELD and mention.kind == "name"
        return outer._replace(last=mention.last) if whole else None  # "Ana Lim of Pier Stage Live"
    heads = outer.kind in {"nameless", "role", "carrier"}
    if heads and (outer.kind == "nameless" or outer.head in lexicon.persons):
        last = mention.last
        return Mention(outer.first, last, outer.kind, outer.head, outer.name, outer.owner)
    return None


def _holder_of(
    tokens: Sequence[Token], outer: Mention | None, mention: Mention, lexicon: ProseLexicon
) -> Mention | None:
    """Who holds an office that stands before "of" and a name, if ``outer`` is one."""
    if outer is None or outer.kind != "name":
        return None
    office = tokens[outer.last].low
    if is_office_of(tokens, outer.last, mention, lexicon):
        named = (mention.first + 1, mention.last + 1)  # "Secretary of State Greta Lunn Farrow"
        return Mention(outer.first, mention.last, "name", office, named)
    if office in lexicon.roles and outer.first == outer.last:
        # "Secretary-General of NATA", "Duchess of Sudsex"
        return Mention(outer.first, mention.last, "role", office)
    return None


def is_office_of(
    tokens: Sequence[Token], office: int, named: Mention, lexicon: ProseLexicon
) -> bool:
    """Whether a name begins with what an office is of: Secretary of State Greta Lunn Farrow."""
    low = tokens[office].low
    titled = tokens[office].text[0].isupper() and low in lexicon.roles - lexicon.relations
    whole = named.kind == "name" and named.name == (named.first, named.last + 1)
    return titled and not lexicon.own and whole and named.last - named.first >= _WITH_FIELD


def _role_left(tokens: Sequence[Token], last: int, lo: int, lexicon: ProseLexicon) -> int:
    """Where "X user" or "podcaster" before a name or handle begins."""
    first = last
    while first > lo and last - first < ROLE_REACH:
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


def _is_noun(tokens: Sequence[Token], at: int, lo: int, lexicon: ProseLexicon) -> bool:
    """Whether what looks like a verb of saying is part of a compound: a former brand manager."""
    if at <= lo or lexicon.own or tokens[at].low.endswith(("ed", "ing")):
        return False
    before = tokens[at - 1].low
    adjective = before in lexicon.epithets and at - 1 > lo
    return tokens[at - (2 if adjective else 1)].low in lexicon.determiners


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
        if before.kind != "w" or before.low in lexicon.prepositions:
            break
        if before.low in lexicon.cues and not _is_noun(tokens, first - 1, lo, lexicon):
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
    plain = head not in lexicon.persons or (head in lexicon.epithets and head not in lexicon.kin)
    if lexicon.own and plain:  # "la actriz nacional", "l'allenatore toscano"
        head = next((w.low for w in words if w.low in lexicon.kin), head)
    kind = common_kind(words, head, lexicon)
    bare = kind == "role" and len(words) == 1 and head not in lexicon.persons
    opens = first == lo or tokens[first - 1].low in _CLAUSE or tokens[first - 1].text == ","
    if bare and not (opens and is_made_up(tokens[last], lexicon)):
        return None
    if head in lexicon.times:
        return None
    return Mention(first, last, kind, head, None, owner)
