"""Which person or body does a heading name, and on which platform do they speak?

FORMER KANDARA STRIKER GWEN LARKIN, ON TWITTER     ->  Gwen Larkin, on Twitter
VOLOD SETTEN, PRESIDENT OF MARROW                  ->  Volod Setten
Senator Roy Ablett of Kittering                    ->  Roy Ablett
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sentiment.data.prose_files import prose_lexicon
from sentiment.extract.signature_parts import PLATFORMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.model import Platform

_NUMBER: Final = re.compile(r"\A\d{1,3}[.)]\s+")
_SEGMENT: Final = re.compile(r"\s*[,;(:]\s*|\s+[-–—|]\s+")
_TAILS: Final = frozenset(
    "on in at via to from where who whose which during after speaking writing by for as".split()  # noqa: SIM905 - easier to read than in marks
)
"""Words that begin a remark behind the name, not a name."""
_OFFICES: Final = frozenset(
    "great forward international player fullback runner jockey senator".split()  # noqa: SIM905 - easier to read than in marks
)
"""What the word list of roles lacks, as it would mislead in sentences."""
_BODIES: Final = frozenset(
    [
        "association",
        "federation",
        "union",
        "council",
        "ministry",
        "government",
        "party",
        "club",
        "league",
        "office",
        "tour",
        "museum",
        "university",
        "company",
    ]
)
"""Last words of the names of bodies."""
_KINDS: Final = frozenset({"body", "club", "side", "band", "group"})
"""What a body may be called before its name."""
_MOST_WORDS: Final = 6
_SHORT: Final = 4
"""Letters of a name in capitals that may be an acronym."""
_STOPPED: Final = '.!?…”"’:;,'
_PARTS: Final = re.compile(r"[^\W\d_]+(?:['’]S\b)?")
_LOOKED: Final = 60_000
"""Code points of an article in which a name is looked up."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who a heading names, and where they speak.

    author  None if there is only a role
    office  whether the heading tells what they are
    online  whether the words were posted, on an unnamed network perhaps
    """

    author: str | None
    platform: Platform | None
    office: bool
    online: bool = False


def read_heading(line: str, text: str) -> Named | None:
    """What a heading says, or None if it names nobody; ``text`` is the article's."""
    shouted = not any(c.islower() for c in line)
    if not shouted and line[-1] in _STOPPED:
        return None
    platform: Platform | None = None
    name: list[str] | None = None
    spare: list[str] | None = None
    office = person = False
    for segment in filter(None, _SEGMENT.split(_NUMBER.sub("", line, count=1).strip(" )"))):
        words = segment.split()
        if name is not None and segment[0].islower():
            office = True  # "Nuala Byrne, moth keeper"
        if words[0].casefold() in _TAILS:
            platform = platform or _platform(words)
            continue
        found, kind = _behind_office(words)
        office = office or bool(kind)
        if found and name is None and not words[0][0].islower():
            name, person = found, kind == "person"
        elif spare is None:
            spare = words
    chosen = name or spare
    if chosen is None or len(chosen) > _MOST_WORDS:
        return None
    if not _names(chosen, shouted=shouted):
        role = office and name is None and not shouted and chosen[0][0].isupper()
        return Named(None, platform, office) if role else None  # "The director's mother"
    if not shouted and not office:
        return None
    printed = " ".join(chosen)
    if shouted:
        printed = _print(printed, text, person=person)
    return Named(printed, platform, office)


def _platform(words: Sequence[str]) -> Platform | None:
    for word in words:
        platform = PLATFORMS.get(word.casefold().strip(".,()"))
        if platform is not None:
            return platform
    return None


def _behind_office(words: Sequence[str]) -> tuple[list[str], str]:
    """The words behind the last role or rank, up to "of"; and "person", "body" or ""."""
    if words[-1].casefold() in _BODIES:
        return list(words), "body"
    lexicon = prose_lexicon("en")
    known = (
        lexicon.roles, lexicon.honorifics, lexicon.epithets, lexicon.relations, _OFFICES, _KINDS
    )  # fmt: skip
    start, kind = 0, ""
    for index, word in enumerate(words):
        low = word.casefold().strip(".")
        if any(low in listed for listed in known):
            start, kind = index + 1, "body" if low in _KINDS else "person"
        elif word.endswith(("'S", "’S", "'s", "’s")):
            start = index + 1
    name = []
    for word in words[start:]:
        if word.casefold() in {"of", *_TAILS}:
            break
        name.append(word)
    digits = any(char.isdigit() for word in name for char in word)
    return ([] if digits else name), kind


def _names(words: Sequence[str], *, shouted: bool) -> bool:
    """Whether words could name somebody: capitals, and none that begins a sentence."""
    lexicon = prose_lexicon("en")
    if not shouted and not all(w[0].isupper() or w in {"de", "van", "von", "al"} for w in words):
        return False
    first = words[0].casefold().strip(".")
    return len(words) > 1 or (first not in lexicon.not_names and first.isalpha())


def _print(name: str, text: str, *, person: bool) -> str:
    """A name in capitals as the article prints it elsewhere, else with small letters."""
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text[:_LOOKED], re.IGNORECASE):
        found = match.group()
        if not found.isupper() and all(word[0].isupper() for word in found.split()):
            return found
    if " " not in name and len(name) <= _SHORT and not person:
        return name  # UEFA
    return _PARTS.sub(lambda part: _small(part.group()), name)


def _small(word: str) -> str:
    if word.startswith("MC") and len(word) > _SHORT:
        return f"Mc{word[2:].capitalize()}"
    return word.capitalize()
