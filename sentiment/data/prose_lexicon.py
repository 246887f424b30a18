"""Which words introduce, name and place someone's words, language by language?

One file a language in ``sentiment/data/prose/``: a language is added by adding
its file. English is always read too, since articles of every language quote it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from sentiment.errors import DataFileError

CUE_KINDS: Final = ("speech", "post", "comment", "reply", "write", "call")
"""Later ones win where a form stands under several."""

_LISTS: Final[dict[str, tuple[str, ...]]] = {
    "cues": ("weak", "addressing"),
    "nouns": ("carrier", "furniture", "comments", "character", "story"),
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
        "alike",
    ),
    "grammar": (
        "determiners",
        "prepositions",
        "skip",
        "times",
        "openers",
        "not_names",
        "places",
        "organisation",
    ),
    "scene": (
        "shared",
        "told",
        "gushed",
        "further",
        "following",
        "online",
        "below",
        "posted",
        "pictures",
        "wordless",
        "emoji_signs",
        "emoji_many",
        "emoji_stops",
    ),
}


_PERSONS: Final = ("roles", "nameless", "carrier", "relations", "epithets")


@dataclass(frozen=True, slots=True)
class ProseLexicon:
    """Word lists, case-folded. Every set may be empty; none is None.

    cues     verb form -> one of ``CUE_KINDS``
    weak     cue forms that need a particle, a colon, or the marks beside them
    crowd    the nameless that are many or stand for many ("netizens", "a fan")
    persons  every word that may stand for a person or their words
    phrases  introductions of several words, as tuples ("according", "to")
    """

    cues: dict[str, str]
    weak: frozenset[str]
    addressing: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    carrier: frozenset[str]
    furniture: frozenset[str]
    comments: frozenset[str]
    character: frozenset[str]
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
    alike: tuple[frozenset[str], ...]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    skip: frozenset[str]
    times: frozenset[str]
    openers: frozenset[str]
    not_names: frozenset[str]
    places: frozenset[str]
    organisation: frozenset[str]
    shared: frozenset[str]
    told: frozenset[str]
    gushed: frozenset[str]
    further: frozenset[str]
    following: frozenset[str]
    online: frozenset[str]
    below: frozenset[str]
    posted: frozenset[str]
    pictures: frozenset[str]
    wordless: frozenset[str]
    emoji_signs: frozenset[str]
    emoji_many: frozenset[str]
    emoji_stops: frozenset[str]
    pronouns: frozenset[str]
    crowd: frozenset[str]
    persons: frozenset[str]
    possessives: frozenset[str]


def _read(language: str) -> dict[str, dict[str, str]]:
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


@cache
def prose_lexicon(language: str = "en") -> ProseLexicon:
    """The word lists for an article in ``language`` (BCP 47), English included.

    A language without a file gives English alone.
    Raises DataFileError if a file is malformed or names an unknown list.
    """
    main = language.split("-", maxsplit=1)[0]
    tables = [_read("en")]
    if main != "en" and main in languages():
        tables.append(_read(main))
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
    pronouns = frozenset({"he", "she", "they", "it", "i", "we"}) | frozenset(
        w for t in tables[1:] for key in ("she", "he", "they") for w in t["people"][key].split()
    )
    return ProseLexicon(
        cues=cues,
        phrases=tuple(tuple(row.split()) for _, key, row in rows if key == "phrases"),
        alike=tuple(frozenset(row.split()) for _, key, row in rows if key == "alike"),
        pronouns=pronouns,
        crowd=lists["nameless"] - quantities,
        persons=frozenset().union(*(lists[key] for key in _PERSONS)),
        possessives=(lists["she"] | lists["he"] | lists["they"]) - pronouns,
        **lists,
    )
