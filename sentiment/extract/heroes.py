"""Whom does an article tell of throughout without a name: a bride who took to Reddit?

A woman has gone viral after she found a swan in her bath. “Not again,” she wrote. Where
its first sentence speaks of somebody so, "she" and "the woman" mean nobody by name, until
the article names a person who might be her.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.apposed import name_beside, name_called
from sentiment.extract.mentions import AGED
from sentiment.extract.phrases_right import phrase_right

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.mentions import Mention
    from sentiment.extract.people import People
    from sentiment.extract.words import Token

_FIRST: Final = 4
"""Paragraphs among which the first one of prose is sought, behind headlines and standfirsts."""
_ONE: Final = frozenset({"a", "an", "one"})
_BUT: Final = frozenset({"but", "and", "now"})
_ONLINE: Final = frozenset({"tiktoker", "youtuber", "instagrammer", "redditor"})
_SOON: Final = 700
"""Code points behind the first sentence in which an article names whom it tells of."""


class Hero:
    """The nameless person of one article, if it tells of one."""

    def __init__(
        self, paragraphs: Sequence[Sequence[Token]], people: People, lexicon: ProseLexicon
    ) -> None:
        """``paragraphs``: the tokens of each prose paragraph; ``people``: the named persons."""
        self._people = people
        self._lexicon = lexicon
        self.at, self._hero = 0, None
        for tokens in paragraphs[:_FIRST] if not lexicon.own else ():
            prose = any(t.text == "." or t.kind == "q" for t in tokens)
            hero = _told_of(tokens, lexicon) if prose else None
            if hero is not None:
                self.at, self._hero = tokens[0].start, hero
                break
        self._gender = self._gender_of(self._hero.head) if self._hero is not None else ""

    def _gender_of(self, head: str) -> str:
        """A pronoun that repeats a noun, "" if either may."""
        stem = head.partition("-of-")[0]
        if stem in self._lexicon.she_roles:
            return "she"
        return "he" if stem in self._lexicon.he_roles else ""

    def is_meant(self, word: str, at: int) -> bool:
        """Whether a pronoun or the noun of "the woman" at ``at`` means the nameless one."""
        hero, lexicon = self._hero, self._lexicon
        if hero is None or at <= self.at:
            return False
        pronoun = "she" if word in lexicon.she else "he" if word in lexicon.he else ""
        gender = pronoun or self._gender_of(word)
        if gender and self._gender and gender != self._gender:
            return False
        again = word == hero.head or (not pronoun and gender != "" and gender == self._gender)
        until = min(at, self.at + _SOON) if again else at
        fits = pronoun or self._gender or gender or "they"
        return not self._people.is_somebody_told(until, fits)


def _told_of(tokens: Sequence[Token], lexicon: ProseLexicon) -> Mention | None:
    """Whom a first sentence that begins with "A" tells of, if it leaves them nameless."""
    first = int(tokens[0].low in _BUT)
    if first + 1 >= len(tokens) or tokens[first].low not in _ONE:
        return None
    found = phrase_right(tokens, first, len(tokens), lexicon)
    if found is None or found.kind not in {"role", "nameless"} or found.owner is not None:
        return None
    known = lexicon.she_roles | lexicon.he_roles | lexicon.roles | _ONLINE
    stem = found.head.partition("-of-")[0]
    if not (stem in known - lexicon.collective or found.head.endswith(AGED)):
        return None
    named = name_beside(found, tokens, lexicon) or name_called(found, tokens, lexicon)
    return found if named is None else None
