"""How are the word lists of a language read from its file?

One file a language in ``sentiment/data/prose/``: a language is added by adding
its file. English is always read too, since articles of every language quote it.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final, TypeAlias

from sentiment.data.prose_lexicon import ProseLexicon
from sentiment.errors import DataFileError

_Table: TypeAlias = "dict[str, dict[str, str]]"
_PRONOUNS: Final = frozenset({"he", "she", "they", "it", "i", "we"})

CUE_KINDS: Final = ("speech", "post", "comment", "reply", "write", "call")
"""Later ones win where a form stands under several."""

_LISTS: Final[dict[str, tuple[str, ...]]] = {
    "cues": ("weak", "addressing", "reads", "bare"),
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
        "reported",
        "nameless",
        "quantities",
        "she_articles",
        "he_articles",
        "she_roles",
        "she_names",
        "he_names",
        "he_roles",
        "roles",
        "honorifics",
        "epithets",
        "relations",
        "collective",
        "turning",
        "fields",
        "offline",
        "tails",
        "offices",
        "alike",
        "crowns",
        "pageants",
        "inanimate",
        "respect",
        "called",
        "demonyms",
        "unnamed",
        "shortened",
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
        "clubs",
        "elided",
        "enclitics",
        "subject_marks",
        "owner_marks",
        "copulas",
        "noun_articles",
        "dialogue",
        "signs",
        "drops",
        "inserts",
        "finite",
        "genitives",
        "voices",
        "plurals",
        "agents",
        "personal",
        "joins",
        "pointing",
        "thing_articles",
        "subjunctive",
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
        "network",
        "welcomed",
        "welcomers",
        "welcoming",
        "gathered",
        "printed",
        "emoji_signs",
        "emoji_many",
        "emoji_stops",
    ),
}


_HEADS: Final = (
    "roles",
    "relations",
    "nameless",
    "carrier",
    "comments",
    "accounts",
    "posted",
    "pictures",
)
_PERSONS: Final = (
    "roles", "nameless", "carrier", "relations", "epithets", "she_roles", "he_roles",
)  # fmt: skip
_FRONTS: Final = ("honorifics", "roles", "epithets", "relations", "demonyms")
_SCENIC: Final = (
    "comments", "below", "story", "shared", "filmed", "replied", "social", "elsewhere", "aloud",
    "welcomed", "welcoming", "network",
)  # fmt: skip


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
        for section, key in (("cues", "phrases"), ("people", "alike"), ("people", "shortened"))
        for row in table.get(section, {}).get(key, "").splitlines()
        if row.strip()
    ]
    lists = {
        key: frozenset(w for t in tables for w in t.get(section, {}).get(key, "").split())
        for section, keys in _LISTS.items()
        for key in keys
        if key not in {"alike", "shortened"}
    }
    mine = {k: frozenset(text.split()) for part in _LISTS for k, text in own.get(part, {}).items()}
    determiners = mine.get("determiners", frozenset())
    named = frozenset(w for key in ("she", "he", "they", "self") for w in mine.get(key, ()))
    # "su", "son": a possessive stands for nobody by itself
    pronouns = (_PRONOUNS - theirs) | (named - determiners)
    return ProseLexicon(
        cues=cues,
        phrases=tuple(tuple(row.split()) for _, key, row in rows if key == "phrases"),
        alike=tuple(frozenset(row.split()) for _, key, row in rows if key == "alike"),
        shortened=tuple(frozenset(row.split()) for _, key, row in rows if key == "shortened"),
        pronouns=pronouns,
        crowd=lists["nameless"] - lists["quantities"],
        persons=_union(lists, _PERSONS),
        kin=_union(lists, ("roles", "relations")),
        given=_union(lists, ("she_names", "he_names")),
        fronts=_union(lists, _FRONTS),
        scenic=_union(lists, _SCENIC) | {word for word, kind in cues.items() if kind == "comment"},
        possessives=(lists["she"] | lists["he"] | lists["they"]) - pronouns,
        own=frozenset(w for kind in CUE_KINDS for w in mine.get(kind, ())),
        whole=frozenset(w for words in mine.values() for w in words if "'" in w.strip("'")),
        clitics=mine.get("skip", frozenset()),
        heads=frozenset(w for key in _HEADS for w in mine.get(key, ()))
        if "noun_articles" in mine
        else frozenset(),
        **lists,
    )


def _union(lists: dict[str, frozenset[str]], keys: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(lists[key] for key in keys))


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
            left[part][key] = "\n".join(rows) if key in {"phrases", "alike", "shortened"} else plain
    return left
