"""Which words introduce, name and place someone's words, language by language?

One file a language in ``sentiment/data/prose/``: a language is added by adding
its file. English is always read too, since articles of every language quote it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, TypeAlias

from sentiment.errors import DataFileError

_Table: TypeAlias = "dict[str, dict[str, str]]"
_PRONOUNS: Final = frozenset({"he", "she", "they", "it", "i", "we"})

CUE_KINDS: Final = ("speech", "post", "comment", "reply", "write", "call")
"""Later ones win where a form stands under several."""

_LISTS: Final[dict[str, tuple[str, ...]]] = {
    "cues": ("weak", "addressing"),
    "nouns": (
        "carrier",
        "furniture",
        "comments",
        "character",
        "surfaces",
        "mottoes",
        "staged",
        "story",
        "posts",
        "statements",
        "replies",
        "accounts",
    ),
    "people": (
        "she",
        "he",
        "they",
        "self",
        "relative",
        "nameless",
        "quantities",
        "she_roles",
        "he_roles",
        "roles",
        "honorifics",
        "epithets",
        "relations",
        "collective",
        "turning",
        "offline",
        "alike",
        "respect",
        "demonyms",
    ),
    "grammar": (
        "determiners",
        "indefinite",
        "prepositions",
        "skip",
        "times",
        "openers",
        "not_names",
        "places",
        "organisation",
        "elided",
        "enclitics",
        "subject_marks",
        "noun_articles",
        "dialogue",
        "signs",
        "drops",
        "inserts",
        "finite",
        "genitives",
        "voices",
        "plurals",
        "noun_endings",
    ),
    "scene": (
        "shared",
        "social",
        "told",
        "gushed",
        "further",
        "following",
        "heres",
        "press",
        "online",
        "below",
        "posted",
        "pictures",
        "wordless",
        "posting",
        "section",
        "aloud",
        "filmed",
        "within",
        "replied",
        "answered",
        "public",
        "elsewhere",
        "welcomed",
        "printed",
        "emoji_signs",
        "emoji_many",
        "emoji_stops",
    ),
}


_HEADS: Final = ("roles", "relations", "nameless", "carrier", "comments", "accounts", "posted")
_PERSONS: Final = (
    "roles", "nameless", "carrier", "relations", "epithets", "she_roles", "he_roles",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProseLexicon:
    """Word lists, case-folded. Every set may be empty; none is None.

    cues     verb form -> one of ``CUE_KINDS``
    weak     cue forms that need a particle, a colon, or the marks beside them
    crowd    the nameless that are many or stand for many ("netizens", "a fan")
    persons  every word that may stand for a person or their words
    phrases  introductions of several words, as tuples ("according", "to")
    elided   what an apostrophe joins to the word behind it ("l’", "qu’"), bare
    enclitics      pronouns that a hyphen joins to a verb ("a-t-il", "disse-lhe")
    subject_marks  words that follow a subject (Hindi "ने")
    noun_articles  articles behind which a capital marks a noun, no name (German)
    dialogue       signs that open spoken words without quotation marks
    whole    words with an apostrophe that are not parted there ("l'un")
    signs          small words that all stand in an English article mixed with it
    drops          not empty if a verb may stand without its subject ("añadió: «…»")
    inserts        signs between which an attribution may stand inside the marks
    genitives      what stands between a role and what it is of ("de", "della", "des")
    voices         words of who speaks and is spoken to ("me", "tu", "मेरे")
    plurals        endings of verbs that many are the subject of ("dijeron")
    noun_endings   endings of capital words that are nouns, no names (German "-keit")
    own      cue forms of the language's own file; none for English
    heads    nouns that a compound may end in and mean ("Star-Regisseur"); empty but in German
    clitics  ``skip`` words of the language's own file: what may stand between
             closing marks and their verb ("se", "hat", "a")
    """

    cues: dict[str, str]
    weak: frozenset[str]
    addressing: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    carrier: frozenset[str]
    furniture: frozenset[str]
    comments: frozenset[str]
    character: frozenset[str]
    surfaces: frozenset[str]
    mottoes: frozenset[str]
    staged: frozenset[str]
    story: frozenset[str]
    she: frozenset[str]
    he: frozenset[str]
    they: frozenset[str]
    self: frozenset[str]
    relative: frozenset[str]
    nameless: frozenset[str]
    she_roles: frozenset[str]
    he_roles: frozenset[str]
    roles: frozenset[str]
    honorifics: frozenset[str]
    epithets: frozenset[str]
    relations: frozenset[str]
    collective: frozenset[str]
    turning: frozenset[str]
    offline: frozenset[str]
    alike: tuple[frozenset[str], ...]
    respect: frozenset[str]
    demonyms: frozenset[str]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    prepositions: frozenset[str]
    skip: frozenset[str]
    times: frozenset[str]
    openers: frozenset[str]
    not_names: frozenset[str]
    places: frozenset[str]
    organisation: frozenset[str]
    shared: frozenset[str]
    social: frozenset[str]
    told: frozenset[str]
    gushed: frozenset[str]
    further: frozenset[str]
    following: frozenset[str]
    heres: frozenset[str]
    press: frozenset[str]
    online: frozenset[str]
    below: frozenset[str]
    posted: frozenset[str]
    pictures: frozenset[str]
    wordless: frozenset[str]
    posting: frozenset[str]
    section: frozenset[str]
    aloud: frozenset[str]
    filmed: frozenset[str]
    within: frozenset[str]
    replied: frozenset[str]
    answered: frozenset[str]
    public: frozenset[str]
    elsewhere: frozenset[str]
    welcomed: frozenset[str]
    printed: frozenset[str]
    emoji_signs: frozenset[str]
    emoji_many: frozenset[str]
    emoji_stops: frozenset[str]
    pronouns: frozenset[str]
    crowd: frozenset[str]
    persons: frozenset[str]
    possessives: frozenset[str]
    posts: frozenset[str]
    statements: frozenset[str]
    replies: frozenset[str]
    accounts: frozenset[str]
    quantities: frozenset[str]
    elided: frozenset[str]
    enclitics: frozenset[str]
    subject_marks: frozenset[str]
    noun_articles: frozenset[str]
    dialogue: frozenset[str]
    signs: frozenset[str]
    drops: frozenset[str]
    inserts: frozenset[str]
    finite: frozenset[str]
    genitives: frozenset[str]
    voices: frozenset[str]
    plurals: frozenset[str]
    noun_endings: frozenset[str]
    own: frozenset[str]
    whole: frozenset[str]
    clitics: frozenset[str]
    heads: frozenset[str]


def _read(language: str) -> _Table:
    name = f"prose/{language}.toml"
    content = (files("sentiment.data") / "prose" / f"{language}.toml").read_text(encoding="utf-8")
    try:
        table = tomllib.loads(content)
    except tomllib.TOMLDecodeError as cause:
        raise DataFileError(f"{name}: {cause}; mend the TOML there") from cause
    known = {**_LISTS, "cues": (*CUE_KINDS, *_LISTS["cues"], "phrases")}
    for section, keys in known.items():
        unknown = set(table.get(section, {})) - set(keys)
        if unknown:
            raise DataFileError(f"{name}, [{section}]: unknown {sorted(unknown)}; known are {keys}")
    return table


@cache
def languages() -> tuple[str, ...]:
    """Languages that have a file, sorted."""
    folder = files("sentiment.data") / "prose"
    return tuple(
        sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml"))
    )


def mixed_in(text: str) -> str | None:
    """The language that an English article is mixed with, told by its small words: Taglish."""
    for language, signs in _signs():
        if all(f" {sign} " in text for sign in signs):
            return language
    return None


@cache
def _signs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    folder = files("sentiment.data") / "prose"
    # most files have none: parsing them all would cost every run a quarter of a second
    having = (n for n in languages() if "\nsigns = " in (folder / f"{n}.toml").read_text("utf-8"))
    return tuple((n, tuple(_read(n)["grammar"]["signs"].split())) for n in having)


@cache
def prose_lexicon(language: str = "en") -> ProseLexicon:
    """The word lists for an article in ``language`` (BCP 47), English included.

    A language without a file gives English alone.
    Raises DataFileError if a file is malformed or names an unknown list.
    """
    main = language.split("-", maxsplit=1)[0]
    own = _read(main) if main != "en" and main in languages() else {}
    theirs = frozenset(
        w for key in _LISTS for text in own.get(key, {}).values() for w in text.split()
    )
    tables = [_without(_read("en"), theirs), own]
    cues: dict[str, str] = {}
    for table in tables:
        for kind in CUE_KINDS:
            cues.update(dict.fromkeys(table.get("cues", {}).get(kind, "").split(), kind))
    rows = [
        (section, key, row)
        for table in tables
        for section, key in (("cues", "phrases"), ("people", "alike"))
        for row in table.get(section, {}).get(key, "").splitlines()
        if row.strip()
    ]
    lists = {
        key: frozenset(w for t in tables for w in t.get(section, {}).get(key, "").split())
        for section, keys in _LISTS.items()
        for key in keys
        if key not in {"alike", "quantities"}
    }
    quantities = frozenset(
        w for t in tables for w in t.get("people", {}).get("quantities", "").split()
    )
    mine = {k: frozenset(text.split()) for part in _LISTS for k, text in own.get(part, {}).items()}
    determiners = mine.get("determiners", frozenset())
    named = frozenset(w for key in ("she", "he", "they", "self") for w in mine.get(key, ()))
    # "su", "son": a possessive stands for nobody by itself
    pronouns = (_PRONOUNS - theirs) | (named - determiners)
    return ProseLexicon(
        cues=cues,
        phrases=tuple(tuple(row.split()) for _, key, row in rows if key == "phrases"),
        alike=tuple(frozenset(row.split()) for _, key, row in rows if key == "alike"),
        pronouns=pronouns,
        crowd=lists["nameless"] - quantities,
        quantities=quantities,
        persons=frozenset().union(*(lists[key] for key in _PERSONS)),
        possessives=(lists["she"] | lists["he"] | lists["they"]) - pronouns,
        own=frozenset(w for kind in CUE_KINDS for w in mine.get(kind, ())),
        whole=frozenset(w for words in mine.values() for w in words if "'" in w.strip("'")),
        clitics=mine.get("skip", frozenset()),
        heads=frozenset(w for key in _HEADS for w in mine.get(key, ()))
        if "noun_articles" in mine
        else frozenset(),
        **lists,
    )


def _without(table: _Table, words: frozenset[str]) -> _Table:
    """English lists without words of another language: "son" is no child in Spanish."""
    if not words:
        return table
    left: _Table = {}
    for part in _LISTS:
        left[part] = {}
        for key, text in table.get(part, {}).items():
            rows = [row for row in text.splitlines() if not words.issuperset(row.split())]
            plain = " ".join(w for w in text.split() if w not in words)
            left[part][key] = "\n".join(rows) if key in {"phrases", "alike"} else plain
    return left
