"""What is the fullest name that an article gives for a name as printed?

"Marchetti" and "Isla" are "Isla Marchetti"; "US President Donald Trump" is
"Donald Trump" where that stands alone too; a rare "Vikarnat" is "Vikrant".
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA, JaroWinkler

from sentiment.extract.name_extent import SUFFIXES
from sentiment.extract.territories import place_names

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Container, Mapping, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon

LIKE: Final = 0.93
"""Jaro-Winkler similarity of a misspelt name: Vikarnat/Vikrant .94, Maria/Mario .92."""
SHORTEST: Final = 5
"""Letters a word must have before it can be a misspelling."""
_USER_NAME: Final = re.compile(r"\w*_\w*|[^\W\d]{4,}\d{2,4}")
_PART: Final = re.compile(r"[A-Z][a-z]*")
_CUT: Final = re.compile(r"[A-Z]{2,4}|[A-Z](?=[a-z]{0,3}[A-Z])(?:[A-Z]|[a-z]){1,6}")
"""Beginnings of a name's words, run together: RDK, KHo."""
_BIG: Final = re.compile(r"Big [A-Z]")
_FULL: Final = 2
"""Words of a first name and a surname."""
_VOWELS: Final = frozenset("aeiouyäöü")
_MARKS: Final = ".,\"'“”‘’"
_OPENING: Final = frozenset(
    {"van", "von", "de", "del", "della", "di", "da", "do", "dos", "du", "le", "la", "el", "al"}
    | {"ó", "ní", "nic", "mac", "mc", "ter", "ten", "den", "dela", "bin", "ben", "abu", "st"}
)
"""Particles that open a surname of several words: "Van der Loo" is Piet van der Loo."""
MOST_NAMES: Final = 400
"""With more names than this no misspellings are sought: a list, not an article."""


@lru_cache(maxsize=2048)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, case-folded, without full stops and quotation marks."""
    words = (w.strip(_MARKS).casefold() for w in name.split())
    return tuple(w for w in words if w)


def is_user_name(name: str) -> bool:
    """Whether a name is one that only an account bears: Tiara__18, Embers326, mowealth.y1."""
    return _USER_NAME.fullmatch(name) is not None


def spells(handle: str, name: str) -> bool:
    """Whether a handle holds a first name and a surname, accents aside."""
    words = [_bare(word) for word in name_words(name)]
    letters = _bare(handle.casefold())
    return len(words) >= _FULL and all(len(w) > _FULL and w in letters for w in words)


def _bare(word: str) -> str:
    """Letters alone, without their accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if c.isalnum())


class FullNames:
    """Resolves names by the names of the same article."""

    def __init__(
        self,
        counts: Counter[str],
        lexicon: ProseLexicon,
        acting: Container[str] = (),
        aliases: Mapping[str, str] = MappingProxyType({}),
        passive: Container[str] = (),
    ) -> None:
        """``counts``: how often each name is printed, by first sight; ``acting``: subjects.

        aliases  what somebody is also called -> their name
        passive  names that a preposition governs somewhere, and that say nothing
        """
        self._passive = passive
        self._counts = counts
        self._aliases = aliases
        self._acting = acting
        self._first = {name: number for number, name in enumerate(counts)}
        self._lexicon = lexicon
        self._short: frozenset[str] = frozenset().union(*lexicon.shortened)
        self._words = {name: name_words(name) for name in counts}
        self._cut = self._without_fronts()
        self._holders: dict[str, list[str]] = defaultdict(list)
        for name, words in self._words.items():
            for word in dict.fromkeys(words):
                self._holders[word].append(name)
        # words that stand in more names than one sighting's
        self._frequent = {
            word for word, names in self._holders.items() if len(names) > 1 or counts[names[0]] > 1
        }
        self._known: dict[str, str] = {}
        self._usual: dict[str, list[tuple[str, tuple[str, ...]]]] | None = None

    def _without_fronts(self) -> dict[str, str]:
        """Names cut back to an ending that stands alone too."""
        by_words = {w: n for n, w in self._words.items() if len(w) > 1}
        cut: dict[str, str] = {}
        for name, words in self._words.items():
            cut[name] = name
            for at in range(1, len(words) - 1):
                if words[at:] in by_words and words[at] not in _OPENING:
                    cut[name] = by_words[words[at:]]
                    break
        return cut

    def resolve(self, name: str) -> str:
        """The fullest name; the name itself if the article has no fuller one."""
        if name not in self._known:
            self._known[name] = self._respelt(self._fuller(self._aliases.get(name, name)))
        return self._known[name]

    def _fuller(self, name: str) -> str:
        words = name_words(name)
        if len(words) > 1 and name in self._cut and not _BIG.fullmatch(name):
            return self._longer(name, words) or self._cut[name]
        best: tuple[tuple[int, int, bool, int], str] | None = None
        for other in self._holders.get(words[-1], ()) if words else ():
            place = self._place(words, self._words[other])
            if place is None or (not place and self._is_land(name, other)):
                continue
            if "&" in self._words[other]:
                continue  # "Harry" is not the series Harry & Meg
            crowd = bool(set(self._words[other]) & self._lexicon.organisation)
            # of namesakes, whom the article tells of, and names first: the elder Olt
            passive = other not in self._acting
            key = (place + 3 * crowd, -self._counts[other], passive, self._first[other])
            if best is None or key < best[0]:
                best = (key, self._cut[other])
        if best is None and (_CUT.fullmatch(name) or _BIG.fullmatch(name)):
            return self._by_beginnings(_PART.findall(name.removeprefix("Big "))) or name
        if best is None and len(words) == 1 and words[0] in self._short:
            return self._called_short(name, words[0])
        return name if best is None else best[1]

    def _is_land(self, name: str, other: str) -> bool:
        """Whether a place stands alone beside what is named for it: Norway, the Voice of Norway."""
        lexicon = self._lexicon
        given = self._words[other][0] in lexicon.given
        silent = name in self._passive and not (given or lexicon.own)
        return silent and name.casefold() in place_names()

    def _called_short(self, name: str, short: str) -> str:
        """The one full name whose first name has a short form: Paco is Francisco Brunete."""
        rows = [row for row in self._lexicon.shortened if short in row]
        full = {
            self._cut[other]
            for row in rows
            for first in row
            for other in self._holders.get(first, ())
            if len(self._words[other]) > 1 and self._words[other][0] == first
        }
        return full.pop() if len(full) == 1 else name

    def _longer(self, name: str, words: tuple[str, ...]) -> str | None:
        """Rahul Dev is Rahul Dev Kanna, Van der Loo Piet van der Loo."""
        if self._cut[name] != name or len(self._counts) > MOST_NAMES:
            return None
        crowds = self._lexicon.organisation
        for other in self._holders[words[0]]:
            their = self._words[other]
            if words[0] in _OPENING and len(their) > len(words) and their[-len(words) :] == words:
                return self._cut[other]
            if their[:-1] == words and not crowds & set(their) and self._cut[other] == other:
                return other
        return None

    def _by_beginnings(self, parts: Sequence[str]) -> str | None:
        """The name whose words begin so: RDK is Rahul Dev Khanna, KHo Kim Holt.

        One letter, as of Big K, may begin any word of the name.
        """
        if len(self._counts) > MOST_NAMES:
            return None
        first = tuple(part.casefold() for part in parts)
        holders = [n for n, words in self._words.items() if _begin(first, words)]
        holders.sort(key=lambda n: (-self._counts[n], self._first[n]))
        return self._cut[holders[0]] if holders else None

    @staticmethod
    def _place(words: tuple[str, ...], their: tuple[str, ...]) -> int | None:
        """0 for a surname, 1 for a first name, 2 for a middle one; None if it is no part."""
        if len(their) > len(words) + 1 and their[-1] in SUFFIXES:
            their = their[:-1]  # "Ivo Olt Jr." is Olt, too
        if len(their) <= len(words):
            return None
        if "of" in their:  # "Larkhill" is not the Bank of Larkhill
            return 1 if their[: len(words)] == words else None
        if their[-len(words) :] == words:
            return 0
        if their[: len(words)] == words:
            return 1
        return 2 if len(words) == 1 else None

    def _respelt(self, name: str) -> str:
        """A name that stands once, in the spelling of a like one that stands more often."""
        words = name_words(name)
        if self._counts[name] > 1 or len(self._counts) > MOST_NAMES:
            return name
        if max(map(len, words), default=0) < SHORTEST or self._frequent.issuperset(words):
            return name
        for other, their in self._usual_with(words[0][0]):
            if their != words and self._is_like(words, their):
                return self._cut[other] if len(their) > 1 else self._fuller(other)
        return self._by_consonants(name, words)

    def _by_consonants(self, name: str, words: tuple[str, ...]) -> str:
        """The one full name whose last word differs by a vowel: Lammel is Edgar Lommel."""
        if len(words) > 1 or len(words[0]) <= SHORTEST:
            return name
        full = [n for n, w in self._words.items() if len(w) == _FULL and _slips(words[0], w[-1])]
        return self._cut[full[0]] if len(full) == 1 else name

    def _usual_with(self, letter: str) -> list[tuple[str, tuple[str, ...]]]:
        """Names of words that stand more often, one of which begins so; the likeliest first."""
        if self._usual is None:
            self._usual = defaultdict(list)
            for name in sorted(self._counts, key=lambda n: (-self._counts[n], n)):
                words = self._words[name]
                if self._frequent.issuperset(words):
                    for first in {word[0] for word in words}:
                        self._usual[first].append((name, words))
        return self._usual.get(letter, [])

    @staticmethod
    def _is_like(words: tuple[str, ...], their: tuple[str, ...]) -> bool:
        if len(words) == 1:
            return any(_alike(words[0], other) for other in their)
        return len(words) == len(their) and all(map(_alike, words, their))


def _begin(parts: Sequence[str], words: Sequence[str]) -> bool:
    """Whether every word of a full name begins with one of the parts; any word, with the one."""
    if len(words) < _FULL or len(parts) not in {1, len(words)}:
        return False
    if len(parts) == 1:
        begins = any(word.startswith(parts[0]) for word in words)
    else:
        begins = all(map(str.startswith, words, parts))
    return begins and all(len(word) > 1 for word in words)


def _slips(word: str, other: str) -> bool:
    """Whether two words of a length differ by one vowel within."""
    if len(word) != len(other) or word[0] != other[0] or word[-1] != other[-1]:
        return False
    wrong = [(a, b) for a, b in zip(word, other, strict=True) if a != b]
    return len(wrong) == 1 and _VOWELS.issuperset(wrong[0])


def _alike(word: str, other: str) -> bool:
    if word == other or len(word) < SHORTEST or word[:1] != other[:1]:
        return word == other
    slipped = abs(len(word) - len(other)) == 1 and OSA.distance(word, other) == 1
    return slipped or JaroWinkler.similarity(word, other) >= LIKE
