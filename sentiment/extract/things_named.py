"""Is a name likelier a firm's or a thing's than a person's?

Somebody works "at Lumen" or is "a Lumen employee"; the Lumen Camera ends in a word
that the article also writes small; DRUM is all capitals, and nobody calls it he or she.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sentiment.extract.capitals import plain_words
from sentiment.extract.territories import place_names

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_ARTICLES: Final = frozenset({"the", "a", "an", "le", "la", "les", "der", "die", "das", "el", "il"})
_MARKS: Final = ".,!?:;\"'“”‘’"
_FULL: Final = 2
"""Words of a first name and a surname."""
_INSIDE: Final = frozenset({"at", "inside", "into", "within", "near", "via"})
"""Before firms, places and machines, hardly ever before somebody's name."""
_AIMED: Final = frozenset(
    """dig digs jibe jibes jab jabs swipe swipes potshot potshots shot shots aim aimed barb barbs
    joke jokes fun out back look looked looks looking laugh laughed laughs laughing yell yelled
    yelling shouted shouting screamed snapped swung smiled smiling grinned glared stared mad angry
    furious upset annoyed directed targeted hurled thrown dagger daggers""".split()  # noqa: SIM905 - as it is read aloud
)
"""Before "at" and somebody: took a dig at Olt, lashed out at Olt."""
_OUT: Final = frozenset({"now", "next", "today", "this"})
"""When a book or an album is out."""
_STAFF: Final = frozenset(
    {"employee", "employees", "worker", "workers", "staffer", "staffers", "engineer", "engineers"}
    | {"headquarters", "board", "shares", "stock", "customers", "users", "co-owner", "co-founder"}
)
"""What a firm has."""


def title_words(title: str) -> tuple[str, ...]:
    """The words of a work's title, without the article before it and the number behind it."""
    words = [w.strip(_MARKS).casefold() for w in title.split()]
    words = [w for w in words if w]
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    if len(words) > 1 and words[-1].isdecimal():
        words = words[:-1]
    return tuple(words)


def person_in(
    name: str,
    works: Container[tuple[str, ...]],
    speaking: Container[str],
    lexicon: ProseLexicon,
) -> str:
    """Whom a name means that may be a work's: nobody, or who it is named for: Tom Vance Live.

    Whose surname alone speaks elsewhere is a person whom the page only stressed.
    """
    words = title_words(name)
    if words not in works or name.rsplit(maxsplit=1)[-1] in speaking:
        return name
    return " ".join(name.split()[:_FULL]) if words[0] in lexicon.given else ""


def is_staffed(tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon) -> bool:
    """Whether the name in ``tokens[at:end]`` is gone into or worked for: a Lumen employee."""
    if lexicon.own:
        return False
    if end < len(tokens) and tokens[end].low in _STAFF:
        return True
    apart = end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].low == "out"
    if apart and not _OUT.isdisjoint([t.low for t in tokens[end : end + len(_OUT)]]):
        return True  # "Left Luggage, out next week, covers"
    if at == 0 or tokens[at - 1].low not in _INSIDE or tokens[end - 1].owns:
        return False
    return at == 1 or tokens[at - 2].low not in _AIMED


def is_worn(tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon) -> bool:
    """Whether a name only tells of what make something is: in a Larkhill bobble hat."""
    if lexicon.own or not at or tokens[at - 1].low not in {"a", "an"} or end >= len(tokens):
        return False
    low = tokens[end].low
    return not (low in lexicon.cues or low in lexicon.finite or low in lexicon.skip)


@dataclass(frozen=True, slots=True)
class Things:
    """What an article shows of its names.

    firms    names that are worked for
    common   words that the article writes small
    persons  names that speak, have a role or an age
    called   names that have a role or are called he or she
    """

    firms: frozenset[str]
    common: frozenset[str]
    persons: Container[str]
    called: Container[str]

    def is_thing(self, name: str) -> bool:
        """Whether a name, beside others that fit as well, is the less likely speaker."""
        if name in self.firms:
            return True
        *rest, last = name.split()
        if not rest:
            return last.isupper() and len(last) > 1 and name not in self.called
        common = name not in self.persons and last.casefold() in self.common
        return common or self.is_worded(name)

    def is_worded(self, name: str) -> bool:
        """Whether words of the language, or a country behind them, make a name of nobody's.

        "Silver Harbour", "Universal Champion", "Skaters Norland"; but "Silver Harbour" who speaks
        """
        *rest, last = name.casefold().split()
        if not rest or name in self.persons or name in self.called:
            return False
        return last in place_names() or plain_words().issuperset((*rest, last))

    def persons_first(self, names: Iterable[str]) -> list[str]:
        """The same names in their order, things last."""
        return sorted(names, key=self.is_thing)


def common_words(paragraphs: Sequence[Sequence[Token]], lexicon: ProseLexicon) -> frozenset[str]:
    """Words that an English article writes small."""
    if lexicon.own:
        return frozenset()
    return frozenset([t.text for tokens in paragraphs for t in tokens if t.text.islower()])
