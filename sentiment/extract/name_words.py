"""Which words may be part of a name, and which only begin with a capital?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.extract.mentions import REACH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_MONTHS_TOO: Final = frozenset({"jan", "april", "may", "june", "august"})
_DATING: Final = frozenset({"last", "next", "this", "late", "early", "mid", "since", "until", "of"})
"""Before a month."""
_GOVERNED: Final = frozenset({"to", "that", "how", "why", "whether", "what"})
"""Behind a participle that opens a sentence."""
_GERUND: Final = 9
"""Letters of a participle that no name is as long as: Apologising for the delay."""
_EPITHETS: Final = 2
"""Adjectives that may stand between an article and its noun."""
_INFLECTED: Final = ("e", "en", "er", "es", "em")
"""Endings of a German adjective between an article and its noun."""
_AGENT: Final = frozenset(["par", "por", "da", "dal", "dalla", "pelo", "pela", "sobre", "sur"])
_PARTICIPLES: Final = ("ado", "ada", "ido", "ida", "ato", "ata", "ito", "ita", "é", "ée", "és")
"""What opens a sentence with a participle: "Poussée par", "Preguntado por"."""
_MADE_OF_NAMES: Final = frozenset(
    """born based raised led style winning old made backed run owned themed speaking wide educated
    trained bound inspired origin era year like esque""".split()  # noqa: SIM905 - as it is read aloud
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
ADVERBIAL: Final = ("lich", "isch", "weise", "nach", "tens", "mals", "dings")
"""Ends of German adverbs that no name has."""
_NEGATED: Final = ("n't", "n’t")
_LETTERED: Final = re.compile(r"[B-DF-HJ-NP-TV-ZA]-[a-z]{3,}")
"""A letter and a noun: an A-list cast, the K-drama."""
_PARTY: Final = re.compile(r"[RDI]-[A-Z]")
"""A party and a state behind a name: R-Ohio."""


def is_name(token: Token, lexicon: ProseLexicon) -> bool:
    """Whether a token may be part of a name."""
    if token.named is not None:
        return token.named
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
    if not (token.low in _MONTHS_TOO and token.capital and at + 1 < len(tokens)):
        return False
    before = tokens[at - 1].low if at else ""
    dated = before in lexicon.prepositions or before in _DATING or before.isdigit()
    dated = dated or (bool(lexicon.own) and before == ".")  # "am 3. August"
    behind = tokens[at + 1]
    return not dated and behind.text.isalpha() and is_name(behind, lexicon)


def _is_joined(token: Token, lexicon: ProseLexicon) -> bool:
    """Whether a word with a hyphen may be a name: no "Instagram-Account", no "R-Ohio"."""
    first, hyphen, rest = token.low.partition("-")
    if first == rest and lexicon.subject_marks:
        return False  # "साथ-साथ", "बड़े-बड़े"
    if _PARTY.match(token.text) or (hyphen and first in lexicon.places):
        return False
    if _LETTERED.fullmatch(token.text) and not lexicon.own:
        return False
    if lexicon.own and not lexicon.organisation.isdisjoint(token.low.split("-")):
        return False  # "Lagoa-FC Porto": a match
    if lexicon.heads and token.low != token.text.casefold():
        return False  # "Insta-Videos", "Star-Regisseur": a compound with a known noun
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

    "Eindringlich bittet sie"; "Poussée par de nombreuses réactions"; "Apoiadora de Brandt, ela";
    Failing to answer, she
    """
    if at + 2 >= len(tokens):
        return False
    if not lexicon.own:
        behind = tokens[at + 1].low
        governs = behind in lexicon.determiners or behind in _GOVERNED
        long = len(tokens[at].low) >= _GERUND and behind in lexicon.prepositions
        return (governs or long) and tokens[at].low.endswith("ing")
    if lexicon.personal and tokens[at + 1].text[0].islower() and is_name(tokens[at], lexicon):
        low = tokens[at + 1].low  # "Olt said in a chat", in an article of both languages
        return low in lexicon.own or not (
            low in lexicon.cues or low in lexicon.finite
        )  # "Tumingin sa kanya si Ana": names have a word before them
    if tokens[at + 1].low in lexicon.genitives:
        near = range(at + 2, min(len(tokens) - 1, at + REACH))
        comma = next((i for i in near if tokens[i].text == ","), None)
        repeats = (lexicon.she | lexicon.he) & lexicon.pronouns
        if comma is not None and tokens[at].low in lexicon.roles - lexicon.relations:
            repeats |= {tokens[comma + 1].low} if is_name(tokens[comma + 1], lexicon) else set()
        return comma is not None and tokens[comma + 1].low in repeats  # "Ministra da Pesca, Ana"
    if tokens[at].low in lexicon.roles and tokens[at + 1].text[0].islower():
        near = range(at + 2, min(len(tokens) - 1, at + REACH))
        comma = next((i for i in near if tokens[i].text == ","), None)
        return comma is not None and is_name(tokens[comma + 1], lexicon)
    if lexicon.noun_articles and tokens[at].low.endswith(ADVERBIAL):
        return tokens[at + 1].text[0].islower()  # "Hämisch sprach Karl Nehm"
    if _is_gerund(tokens, at, lexicon):
        return True
    if tokens[at + 1].low in _AGENT and tokens[at].low.endswith(_PARTICIPLES):
        return True
    if tokens[at + 1].low not in lexicon.own:
        return False
    return tokens[at + 2].low in (lexicon.she | lexicon.he) & lexicon.pronouns


def _is_gerund(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a gerund opens a sentence: Lasciando il porto, Réagissant à; no "Durant a dit"."""
    low, behind = tokens[at].low, tokens[at + 1]
    named = low in lexicon.given or behind.kind != "w"
    if named or behind.low in lexicon.own:
        return False
    if lexicon.drops:
        return low.endswith("ndo") and behind.low not in lexicon.relative
    ended = low.endswith("ant") and not lexicon.noun_articles and not lexicon.signs
    return ended and behind.low not in lexicon.skip - lexicon.determiners


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
    if named and tokens[index].low in lexicon.given:
        return False  # "So sieht das Ida Brot"
    if named and not plain and tokens[index].low not in lexicon.persons:
        return False  # "ein gewisser Daniel Schmitz"
    governed = at < index - 1 and tokens[at].low in lexicon.prepositions  # "mit gebrochenem Herzen"
    return governed or tokens[at].low in lexicon.noun_articles


def _is_adjective(token: Token, lexicon: ProseLexicon) -> bool:
    if token.low in lexicon.epithets:
        return True
    ended = token.kind == "w" and token.text[0].islower() and token.low.endswith(_INFLECTED)
    return ended and not (token.low in lexicon.noun_articles or token.low in lexicon.cues)
