"""Where does a name begin and end?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.mentions import REACH
from sentiment.extract.name_words import is_month_too, is_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_PARTICLES: Final = frozenset(
    [
        "d'",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "dela",
        "delas",
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
        "bint",
        "ap",
        "st",
        "wa",
    ]
)
_SECOND: Final = frozenset({"la", "las", "los", "l'", "der", "den", "dem"})
"""Particles that follow another: "de la Fuente", "von der Leyen"."""
_JOINED: Final = frozenset({"dela", "delas"})
"""Particles that are nothing else."""
_NUMBERS: Final = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
)
_INNER: Final = frozenset({"nor", "so"})
SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NICKNAME: Final = 18
"""Code points of a nickname with its quotation marks."""
_FULL: Final = 2
"""Words of a name that is complete before "von": nobles have one there."""
_YEAR: Final = 4
_WITHIN: Final = frozenset({"में", "तक"})
"""What Hindi puts behind places, hardly ever behind persons."""
_ELIDED: Final = 2


def _goes_on(particle: Token, behind: Token, lexicon: ProseLexicon) -> bool:
    """Whether a name goes on behind a particle, even with a common word: Ana delas Alas."""
    sure = particle.low in _JOINED and behind.kind == "w" and behind.text[0].isupper()
    return sure or is_name(behind, lexicon)


def _dotted(tokens: Sequence[Token], index: int, lexicon: ProseLexicon) -> bool:
    """Whether ``tokens[index]`` is the full stop of "Mr." or "J."."""
    if tokens[index].text != "." or index == 0:
        return False
    before = tokens[index - 1]
    behind = tokens[index + 1].text if index + 1 < len(tokens) else "."
    if index > 1 and tokens[index - 2].low == "of" and len(before.text) > 1:
        return False  # "the Department of Justice."
    if before.low in SUFFIXES and behind[0].islower():
        return True  # "Ivo Olt Jr. tweeted"
    return before.end == tokens[index].start and (
        before.low in lexicon.honorifics
        or before.low == "bros"
        or (len(before.text) == 1 and before.text.isupper())
    )


def is_suffix(token: Token) -> bool:
    """Whether a token is the Jr. or III behind a name."""
    return token.low in SUFFIXES and token.text[0].isupper()


def _joins(token: Token, lexicon: ProseLexicon) -> bool:
    """A particle of names, unless it is an article of the language: "Ana der Presse"."""
    if token.low not in _PARTICLES:
        return False
    return token.low not in lexicon.determiners or token.text[0].isupper()  # "Marine Le Pen"


def _is_body(token: Token, lexicon: ProseLexicon) -> bool:
    """Whether a word says that a body of something is named: the Ministry of Transport."""
    return token.capital and token.low in lexicon.organisation and not lexicon.own


def _behind_of(tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon) -> int:
    """Where a body's name goes on behind the "of" at ``at``; 0 if it does not."""
    if tokens[at].low != "of" or not _is_body(tokens[at - 1], lexicon) or at + 1 >= hi:
        return 0
    behind = at + 1 + (tokens[at + 1].low == "the")
    return behind if behind < hi and is_name(tokens[behind], lexicon) else 0


def _is_nickname(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a short quotation stands inside a name: Antonio “Tonio” Rivas."""
    own = lexicon.own and not lexicon.signs
    if tokens[at].kind != "q" or not 0 < at < len(tokens) - 1 or own:
        return False
    before, quoted, behind = tokens[at - 1 : at + 2]
    close = before.end + 1 == quoted.start and quoted.end + 1 == behind.start
    short = quoted.end - quoted.start <= _NICKNAME and quoted.text.isalnum()
    named = is_name(before, lexicon) and is_name(behind, lexicon) and behind.text[0].isupper()
    free = before.low not in lexicon.places and before.low not in lexicon.fronts
    return close and short and named and free and not before.owns


def name_start(tokens: Sequence[Token], last: int, lo: int, lexicon: ProseLexicon) -> int:
    """Index of the first token of the name that ends at ``last``."""
    first = last
    while first > lo and last - first < REACH:
        before = tokens[first - 1]
        counted = first - 2 >= lo and _counts(before) and is_name(tokens[first - 2], lexicon)
        counted = counted or (first - 2 >= lo and _is_inner(tokens, first - 1, lexicon))
        month = is_month_too(tokens, first - 1, lexicon)
        if (is_name(before, lexicon) or counted or month) and not before.owns:
            first -= 1
        elif first - 2 >= lo and (
            _is_nickname(tokens, first - 1, lexicon)
            or (before.low == "of" and _is_body(tokens[first - 2], lexicon))
        ):
            first -= 2
        elif first - 3 >= lo and _behind_of(tokens, first - 2, first + 1, lexicon) == first:
            first -= 3  # "the Bank of the Isles"
        elif (
            (
                (_joins(before, lexicon) or before.text == "&")
                and first - 2 >= lo
                and is_name(tokens[first - 2], lexicon)
                and not tokens[first - 2].owns
            )
            or (_dotted(tokens, first - 1, lexicon) and first - 2 >= lo)
            or (before.text == "," and tokens[first].low in SUFFIXES and first - 2 >= lo)
        ):
            first -= 2
        elif (
            first - 3 >= lo
            and before.low in _SECOND
            and tokens[first - 2].low in _PARTICLES
            and is_name(tokens[first - 3], lexicon)
            and not tokens[first - 3].owns
        ):
            first -= 3
        else:
            break
    return first


def _is_inner(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a small word with a capital is a name's part: Siti Nor Hamid, Han So Jin."""
    if lexicon.own or tokens[at].low not in _INNER or not tokens[at].text[0].isupper():
        return False
    around = (at - 1, at + 1)
    return 0 < at < len(tokens) - 1 and all(is_name(tokens[i], lexicon) for i in around)


def _counts(token: Token) -> bool:
    """Whether a number written as a name's part stands there: Lucky Nine Lanes."""
    return token.text[0].isupper() and token.low in _NUMBERS


def _qualifies(token: Token, following: Token, lexicon: ProseLexicon) -> bool:
    """Whether an adjective with a capital stands inside a name: Larkhill National Bank."""
    inside = token.capital and token.low in lexicon.epithets and not lexicon.own
    body = following.low in lexicon.organisation or token.low in lexicon.roles
    return inside and body and is_name(following, lexicon)  # "Larkhill PD Chief Ivo Olt"


def is_late_part(token: Token, lexicon: ProseLexicon) -> bool:
    """Whether a name's later word only looks like a verb, or begins small: Jenny Weist."""
    if token.kind != "w" or not lexicon.own:
        return False
    head, _, rest = token.text.replace("’", "'").partition("'")
    elided = len(head) <= _ELIDED and rest[:1].isupper()  # "Manuela d'Ávila"
    return elided or (token.text[0].isupper() and token.low in lexicon.own)


def _is_of_body(
    tokens: Sequence[Token], first: int, at: int, hi: int, lexicon: ProseLexicon
) -> bool:
    """Whether "von" tells whom a full name works for: "Bernd Jahn von der Hochschule Aalen"."""
    if not lexicon.noun_articles or at - first < _FULL or tokens[at].low != "von":
        return False
    behind = at + 1 + (at + 1 < hi and tokens[at + 1].low in _SECOND)
    if behind >= hi or tokens[behind].kind != "w":
        return False
    word = tokens[behind]
    inner = any(c.isupper() for c in word.text[1:]) and "-" not in word.text
    further = behind + 1 < hi and is_name(tokens[behind + 1], lexicon)
    return inner or further or word.low in lexicon.organisation


def _is_headline_verb(token: Token, lexicon: ProseLexicon) -> bool:
    """Whether a heading's verb stands in capitals behind a name: Birgit Dixon Wished Her."""
    verb = token.low in lexicon.cues and token.low.endswith(("ed", "s")) and token.capital
    return verb and not lexicon.own and not token.text.isupper()


def _is_year(tokens: Sequence[Token], first: int, at: int, lexicon: ProseLexicon) -> bool:
    """Whether the year of a beauty queen's title stands before her name: Miss Orchard 2015 Ana."""
    crowned = tokens[first].low in lexicon.crowns or tokens[max(0, first - 1)].low in lexicon.crowns
    year = len(tokens[at].text) == _YEAR and tokens[at].text.isdigit()
    return crowned and year and is_name(tokens[at + 1], lexicon)


def name_end(tokens: Sequence[Token], first: int, hi: int, lexicon: ProseLexicon) -> int:
    """Index one past the last token of the name that begins at ``first``."""
    at, placed = first + 1, 0
    while at < hi and at - first < REACH:
        token = tokens[at]
        behind = _behind_of(tokens, at, hi, lexicon)
        placed = behind or placed
        fresh = 0 < placed < at < hi - 1 and token.low in lexicon.given
        if fresh and is_name(tokens[at + 1], lexicon):
            break  # "the governor of the Bank of Norland Mark Ansell"
        if behind or (at + 1 < hi and _is_nickname(tokens, at, lexicon)):
            at = (behind or at + 1) + 1
            continue
        small = token.text[0].islower() and token.text.islower() and token.low not in _PARTICLES
        if small and not (lexicon.own or token.named):
            break  # most words behind a name
        if tokens[at - 1].owns or _is_headline_verb(token, lexicon):
            break
        joined = _joins(token, lexicon) or token.text == "&"
        counted = at + 1 < hi and _counts(token)
        counted = counted and (is_name(tokens[at + 1], lexicon) or tokens[at + 1].text.islower())
        part = is_name(token, lexicon) or counted or is_late_part(token, lexicon)
        part = part or (at + 1 < hi and _is_inner(tokens, at, lexicon))
        # "Democratic National Committee"
        part = part or (at + 1 < hi and _qualifies(token, tokens[at + 1], lexicon))
        part = part or (at + 1 < hi and _is_year(tokens, first, at, lexicon))
        if part or _dotted(tokens, at, lexicon):
            at += 1
        elif joined and _is_of_body(tokens, first, at, hi, lexicon):
            break
        elif (joined and at + 1 < hi and _goes_on(token, tokens[at + 1], lexicon)) or (
            token.text == "," and at + 1 < hi and tokens[at + 1].low in SUFFIXES
        ):
            at += 2
        elif (
            joined
            and at + 2 < hi
            and tokens[at + 1].low in _SECOND
            and is_name(tokens[at + 2], lexicon)
        ):
            at += 3
        else:
            break
    inside = bool(lexicon.subject_marks) and at - first > _FULL and at < hi
    return at - (inside and tokens[at].low in _WITHIN)  # "रिया पंत सदन में"
