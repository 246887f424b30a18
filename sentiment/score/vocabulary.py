"""What does a word, a phrase or an emoji say of the writer's stance, in which language?

Merged from the tables in ``sentiment/data``: VADER's words, our corrections and
additions, and a lexicon for each further language. Valence runs from -4 to 4.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias, get_args

from sentiment.data.loader import read_table
from sentiment.errors import DataFileError
from sentiment.score.phrases import Phrasebook
from sentiment.score.spelling import hinglish_key
from sentiment.score.tokens import EMOJI_COLUMNS, emoji_key, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sentiment.score.lexicon import LexiconEntry

Role: TypeAlias = Literal[
    "",
    "tears",
    "laughs",
    "shock",
    "irony",
    "swear",
    "sneer",
    "grief",
    "dare",
    "wish",
    "denial",
    "fixed",
]
"""How a term goes with its company.

tears, laughs, shock, irony, swear  take the side of the words they stand with;
        their own valence holds where there are none
sneer   makes praise in the same text count against: "great work, ..."
grief   of a death: tears beside it are not praise
dare    "how dare you": blame, but praise from somebody moved to tears
wish    good wishes
denial  a negation by itself
fixed   is not turned by a negation before it
"""

ROLES: Final[tuple[Role, ...]] = get_args(Role)

LEXICONS: Final[dict[str, tuple[str, str]]] = {
    "hi": ("hinglish.tsv", "Hinglish"),
    "es": ("spanish.tsv", "Spanish"),
    "pt": ("portuguese.tsv", "Portuguese"),
    "fr": ("french.tsv", "French"),
    "de": ("german.tsv", "German"),
    "it": ("italian.tsv", "Italian"),
    "tl": ("tagalog.tsv", "Tagalog"),
}
"""Language -> its lexicon and what explanations call it."""

_ANYWHERE: Final[dict[str, str]] = {
    "hindi.tsv": "Hindi",
    "south_indian.tsv": "Tamil, Telugu, Malayalam or Kannada",
    "korean.tsv": "Korean",
    "other_languages.tsv": "another language",
}
"""Lexicons whose words are not English ones, looked up in every text."""

_TERM_COLUMNS: Final = ("term", "valence", "role")
_FITTED_COLUMNS: Final = ("language", "word", "valence", "prior", "seen")
_MODIFIER_COLUMNS: Final = ("word", "role", "strength", "language")


class Entry(NamedTuple):
    """valence: -4 to 4. source: what explanations call the table."""

    valence: float
    role: Role
    source: str


@dataclass(frozen=True, slots=True)
class Modifiers:
    """negators turn, boosters (word -> change of strength) push, contrasts split."""

    negators: frozenset[str]
    after: frozenset[str]
    boosters: Mapping[str, float]
    contrasts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything known for texts of one language.

    respelt   Hinglish key -> entry, for words found no other way
    """

    words: Mapping[str, Entry]
    respelt: Mapping[str, Entry]
    phrases: Phrasebook[Entry]
    emoji: Mapping[str, Entry]
    modifiers: Modifiers


def _role(written: str, place: str) -> Role:
    role = "" if written == "-" else written
    for known in ROLES:
        if role == known:
            return known
    raise DataFileError(f"{place}: role {written!r} is not one of {', '.join(ROLES[1:])} or -")


def _terms(name: str, source: str) -> list[tuple[str, Entry]]:
    return [
        (term, Entry(_number(valence, name), _role(role, name), source))
        for term, valence, role in read_table(name, _TERM_COLUMNS)
    ]


def _number(written: str, name: str) -> float:
    try:
        return float(written)
    except ValueError:
        raise DataFileError(f"{name}: {written!r} is not a valence from -4 to 4") from None


@cache
def emoji_entries() -> dict[str, Entry]:
    """Emoji without skin tone and variation selector -> entry."""
    return {
        emoji_key(sign): Entry(_number(valence, "emoji_valence.tsv"), _role(role, sign), name)
        for sign, name, valence, role, _ in read_table("emoji_valence.tsv", EMOJI_COLUMNS)
    }


@cache
def _base_terms() -> tuple[tuple[str, Entry], ...]:
    found: list[tuple[str, Entry]] = []
    for name, source in _ANYWHERE.items():
        found += _terms(name, source)
    found += _terms("hinglish_shared.tsv", "Hinglish")
    vader = read_table("valence.tsv", ("word", "valence"))
    found += [
        (word, Entry(_number(valence, "valence.tsv"), "", "VADER")) for word, valence in vader
    ]
    found += _terms("valence_reviewed.tsv", "our lexicon")
    found += _terms("idioms.tsv", "idiom")
    return tuple(found)


@cache
def own_terms(language: str) -> tuple[tuple[str, Entry], ...]:
    """Terms of one further language's own lexicon, in the table's order."""
    return tuple(_terms(*LEXICONS[language]))


@cache
def modifiers(language: str) -> Modifiers:
    """English modifiers, and those of the language on top."""
    negators: set[str] = set()
    after: set[str] = set()
    boosters: dict[str, float] = {}
    contrasts: set[str] = set()
    for word, role, strength, spoken in read_table("modifiers.tsv", _MODIFIER_COLUMNS, 4):
        if spoken not in ("en", language):
            continue
        if role == "negator":
            negators.add(word)
            if spoken == "hi":
                after.add(word)
        elif role == "booster":
            boosters[word] = float(strength)
        elif role == "contrast":
            contrasts.add(word)
        else:
            raise DataFileError(
                f"modifiers.tsv: role {role!r} of {word!r} is not negator, booster or contrast"
            )
    return Modifiers(frozenset(negators), frozenset(after), boosters, frozenset(contrasts))


def phrase_form(term: str) -> str:
    """How a word is written in phrases: without apostrophes, so that "dont" and "don't" are one."""
    return term.replace("'", "")


def vocabulary(language: str, own: Sequence[LexiconEntry] = ()) -> Vocabulary:
    """What is known for texts of a language, the user's entries on top."""
    if not own:
        return _built_in(language)
    return _extended(_built_in(language), language, own)


@cache
def _built_in(language: str) -> Vocabulary:
    terms = list(_base_terms())
    own = own_terms(language) if language in LEXICONS else ()
    terms += own
    words = {term: entry for term, entry in terms if " " not in term}
    for spoken, word, valence, _, _ in read_table("valence_fitted.tsv", _FITTED_COLUMNS, 2):
        if spoken == language and word in words:
            words[word] = words[word]._replace(valence=_number(valence, "valence_fitted.tsv"))
    respelt: dict[str, Entry] = {}
    if language == "hi":
        for term, entry in (*_terms("hinglish_shared.tsv", "Hinglish"), *own):
            if " " not in term:
                respelt.setdefault(hinglish_key(term), entry)
    return Vocabulary(
        words=words,
        respelt=respelt,
        phrases=Phrasebook((phrase_form(t), e) for t, e in _last(terms) if " " in t),
        emoji=emoji_entries(),
        modifiers=modifiers(language),
    )


def _last(terms: Iterable[tuple[str, Entry]]) -> Iterable[tuple[str, Entry]]:
    """Terms once each, the last entry of each standing."""
    return dict(terms).items()


def _extended(base: Vocabulary, language: str, own: Sequence[LexiconEntry]) -> Vocabulary:
    words = dict(base.words)
    emoji = dict(base.emoji)
    phrases: list[tuple[str, Entry]] = []
    for given in own:
        if given.language not in ("", "*") and given.language.split("-")[0] != language:
            continue
        entry = Entry(given.valence, "", "your lexicon")
        tokens = tokenise(given.term)
        if len(tokens) == 1 and tokens[0].kind == "emoji":
            emoji[tokens[0].form] = entry
        elif len(tokens) == 1 and tokens[0].kind == "word":
            words[tokens[0].form] = entry
        else:
            phrases.append((" ".join(phrase_form(t.form) for t in tokens), entry))
    return Vocabulary(
        words=words,
        respelt=base.respelt,
        phrases=base.phrases.with_more(phrases),
        emoji=emoji,
        modifiers=base.modifiers,
    )


def only_own(language: str, own: Sequence[LexiconEntry]) -> Vocabulary:
    """The user's entries alone, with the language's modifiers around them."""
    none: Phrasebook[Entry] = Phrasebook(())
    return _extended(Vocabulary({}, {}, none, {}, modifiers(language)), language, own)
