"""Which words of a sentence name a person, and as what?

A noun phrase is read leftwards from a verb or rightwards from a start, by the
word lists alone: names, pronouns, "the comedian Fern Abernethy", "a second
fan", "the 47-year-old", "Naina’s stylist Roshni Lalchandani", "@handle".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

MentionKind: TypeAlias = Literal[
    "name", "pronoun", "role", "nameless", "handle", "carrier", "furniture"
]

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
_NUMBERS: Final = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
)
_MONTHS_TOO: Final = frozenset({"jan", "april", "may", "june", "august"})
_DATING: Final = frozenset({"last", "next", "this", "late", "early", "mid", "since", "until", "of"})
"""Before a month."""
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
_EPITHETS: Final = 2
"""Adjectives that may stand between an article and its noun."""
_INFLECTED: Final = ("e", "en", "er", "es", "em")
"""Endings of a German adjective between an article and its noun."""
_AGENT: Final = frozenset(["par", "por", "da", "dal", "dalla", "pelo", "pela", "sobre", "sur"])
_PARTICIPLES: Final = ("ado", "ada", "ido", "ida", "ato", "ata", "ito", "ita", "é", "ée", "és")
"""What opens a sentence with a participle: "Poussée par", "Preguntado por"."""
_NICKNAME: Final = 18
"""Code points of a nickname with its quotation marks."""
_FULL: Final = 2
"""Words of a name that is complete before "von": nobles have one there."""
_ELIDED: Final = 2
AGED: Final = ("year-old", "jährige", "jähriger", "jährigen")
AGENTS: Final = ("er", "or", "ist", "ian", "man", "woman", "ess", "ant")
"""Endings of nouns for somebody who does something: goalscorer, novelist, comedian."""
_MADE_OF_NAMES: Final = frozenset(
    """born based raised led style winning old made backed run owned themed speaking wide educated
    trained bound inspired era year like esque""".split()  # noqa: SIM905 - as it is read aloud
)
"""Ends of words made of names that are no names: Gateshead-born, Oscar-winning."""
_ADVERBS: Final = (
    "ingly",
    "edly",
    "ously",
    "ively",
    "ically",
    "onally",
    "ually",
    "inally",
    "antly",
)
"""Ends of adverbs that no name has; Connally, Emily and Bentley are names."""
_NEGATED: Final = ("n't", "n’t")
_PARTY: Final = re.compile(r"[RDI]-[A-Z]")
"""A party and a state behind a name: R-Ohio."""
REACH: Final = 12
"""Tokens a noun phrase may be long."""


class Mention(NamedTuple):
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
    low = token.low
    if is_office(token, lexicon) or low in lexicon.nameless or low in lexicon.epithets:
        return False
    if low.endswith(_NEGATED):
        return False  # "Don’t say"
    if low.endswith(_ADVERBS) and not lexicon.own:
        return False  # "Accordingly Brook said"
    if len(token.text) == 1 and low in lexicon.places:
        return False  # the platform X
    if "-" in token.text and not _is_joined(token, lexicon):
        return False
    return not ("’" in low or "'" in low) or _is_whole(low, lexicon)


def is_month_too(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a month's name is somebody's first name: Jan Falk said; but in May Ana said."""
    token = tokens[at]
    if lexicon.own or token.low not in _MONTHS_TOO or not token.capital or at + 1 >= len(tokens):
        return False
    before = tokens[at - 1].low if at else ""
    dated = before in lexicon.prepositions or before in _DATING or before.isdigit()
    behind = tokens[at + 1]
    return not dated and behind.text.isalpha() and is_name(behind, lexicon)


def _is_joined(token: Token, lexicon: ProseLexicon) -> bool:
    """Whether a word with a hyphen may be a name: no "Instagram-Account", no "R-Ohio"."""
    first, hyphen, _ = token.low.partition("-")
    if _PARTY.match(token.text) or (hyphen and first in lexicon.places):
        return False
    return not is_made_of_names(token)


def is_made_of_names(token: Token) -> bool:
    """Whether a word with a capital and a hyphen is an adjective: the World Cup-winning."""
    hyphened = "-" in token.text and token.text[0].isupper()
    return hyphened and token.low.rpartition("-")[2] in _MADE_OF_NAMES


def _is_whole(low: str, lexicon: ProseLexicon) -> bool:
    """Whether a word with an apostrophe may be a name: no "I’m", "It’s", "Bagama’t"."""
    if low.replace("’", "'") in lexicon.not_names:
        return False
    stem, _, rest = low.replace("'", "’").partition("’")
    return not (rest and (stem in lexicon.pronouns or stem in lexicon.not_names))


def is_office(token: Token, lexicon: ProseLexicon) -> bool:
    """Whether a word in capitals is an office beside names: Gilling MP Paul Clarke."""
    if token.text[1:2].islower():
        return False
    stem = token.text.removesuffix("s")  # "MPs"
    return len(stem) > 1 and stem.isupper() and stem.casefold() in lexicon.roles


def is_opener(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a capital word only opens its sentence.

    "Eindringlich bittet sie"; "Poussée par de nombreuses réactions"; "Apoiadora de Brandt, ela"
    """
    if not lexicon.own or at + 2 >= len(tokens):
        return False
    if tokens[at + 1].low in lexicon.genitives:
        near = range(at + 2, min(len(tokens) - 1, at + REACH))
        comma = next((i for i in near if tokens[i].text == ","), None)
        repeats = (lexicon.she | lexicon.he) & lexicon.pronouns
        return comma is not None and tokens[comma + 1].low in repeats
    if tokens[at].low in lexicon.roles and tokens[at + 1].text[0].islower():
        near = range(at + 2, min(len(tokens) - 1, at + REACH))
        comma = next((i for i in near if tokens[i].text == ","), None)
        return comma is not None and is_name(tokens[comma + 1], lexicon)
    if tokens[at + 1].low in _AGENT and tokens[at].low.endswith(_PARTICIPLES):
        return True
    if tokens[at + 1].low not in lexicon.own:
        return False
    return tokens[at + 2].low in (lexicon.she | lexicon.he) & lexicon.pronouns


def is_noun(tokens: Sequence[Token], index: int, lexicon: ProseLexicon) -> bool:
    """Whether an article shows that a capital word is a noun: "die Architektin Petra Vogel"."""
    if not lexicon.noun_articles:
        return False
    at = index - 1
    while at >= 0 and index - at <= _EPITHETS and _is_adjective(tokens[at], lexicon):
        at -= 1
    if at < 0:
        return False
    plain = at == index - 1 or tokens[index - 1].low in lexicon.epithets
    named = index + 1 < len(tokens) and is_name(tokens[index + 1], lexicon)
    if named and not plain and tokens[index].low not in lexicon.persons:
        return False  # "ein gewisser Daniel Schmitz"
    governed = at < index - 1 and tokens[at].low in lexicon.prepositions  # "mit gebrochenem Herzen"
    return governed or tokens[at].low in lexicon.noun_articles


def _is_adjective(token: Token, lexicon: ProseLexicon) -> bool:
    if token.low in lexicon.epithets:
        return True
    ended = token.kind == "w" and token.text[0].islower() and token.low.endswith(_INFLECTED)
    return ended and not (token.low in lexicon.noun_articles or token.low in lexicon.cues)


def _dotted(tokens: Sequence[Token], index: int, lexicon: ProseLexicon) -> bool:
    """Whether ``tokens[index]`` is the full stop of "Mr." or "J."."""
    if tokens[index].text != "." or index == 0:
        return False
    before = tokens[index - 1]
    behind = tokens[index + 1].text if index + 1 < len(tokens) else "."
    if index > 1 and tokens[index - 2].low == "of" and len(before.text) > 1:
        return False  # "the Department of Justice."
    if before.low in _SUFFIXES and behind[0].islower():
        return True  # "Ivo Olt Jr. tweeted"
    return before.end == tokens[index].start and (
        before.low in lexicon.honorifics or (len(before.text) == 1 and before.text.isupper())
    )


def is_suffix(token: Token) -> bool:
    """Whether a token is the Jr. or III behind a name."""
    return token.low in _SUFFIXES and token.text[0].isupper()


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
    if tokens[at].kind != "q" or not 0 < at < len(tokens) - 1 or lexicon.own:
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
            or (before.text == "," and tokens[first].low in _SUFFIXES and first - 2 >= lo)
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


def _counts(token: Token) -> bool:
    """Whether a number written as a name's part stands there: Lucky Nine Lanes."""
    return token.text[0].isupper() and token.low in _NUMBERS


def _qualifies(token: Token, following: Token, lexicon: ProseLexicon) -> bool:
    """Whether an adjective with a capital stands inside a name: Larkhill National Bank."""
    inside = token.capital and token.low in lexicon.epithets and not lexicon.own
    return inside and is_name(following, lexicon) and following.low in lexicon.organisation


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


def name_end(tokens: Sequence[Token], first: int, hi: int, lexicon: ProseLexicon) -> int:
    """Index one past the last token of the name that begins at ``first``."""
    at = first + 1
    while at < hi and at - first < REACH:
        token = tokens[at]
        behind = _behind_of(tokens, at, hi, lexicon)
        if behind or (at + 1 < hi and _is_nickname(tokens, at, lexicon)):
            at = (behind or at + 1) + 1
            continue
        small = token.text[0].islower() and token.text.islower() and token.low not in _PARTICLES
        if small and not lexicon.own:
            break  # most words behind a name
        if tokens[at - 1].owns or _is_headline_verb(token, lexicon):
            break
        joined = _joins(token, lexicon) or token.text == "&"
        counted = at + 1 < hi and _counts(token) and is_name(tokens[at + 1], lexicon)
        part = is_name(token, lexicon) or counted or is_late_part(token, lexicon)
        # "Democratic National Committee"
        part = part or (at + 1 < hi and _qualifies(token, tokens[at + 1], lexicon))
        if part or _dotted(tokens, at, lexicon):
            at += 1
        elif joined and _is_of_body(tokens, first, at, hi, lexicon):
            break
        elif (joined and at + 1 < hi and is_name(tokens[at + 1], lexicon)) or (
            token.text == "," and at + 1 < hi and tokens[at + 1].low in _SUFFIXES
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
    return at
