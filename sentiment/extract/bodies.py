"""Which firm, club or other body does "the airline" or "it" mean?"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sentiment.extract.full_names import name_words

if TYPE_CHECKING:
    from sentiment.extract.cast import Cast

FIRMS: Final = frozenset(
    {"company", "firm", "brand", "retailer", "supermarket", "airline", "chain", "giant", "carmaker"}
    | {
        "automaker",
        "startup",
        "operator",
        "manufacturer",
        "maker",
        "studio",
        "developer",
        "publisher",
    }
    | {"bank", "carrier", "platform", "service"}
)
"""What an article calls the firm that it is about."""
ORGANISED: Final = frozenset({"organisation", "organization", "club", "franchise", "team"})
"""What stands behind a body's own name: the Larkhill Open organisation."""
_BODIES: Final = frozenset(
    {"organisation", "organization", "group", "body", "association", "charity", "union", "party"}
    | {"council", "committee", "commission", "watchdog", "regulator", "agency", "federation"}
)
"""What an article calls a body that has just spoken."""
_NEAR: Final = 2
"""Sentences in which it was told of."""
_THE_CLUB: Final = "the club"


class Firms:
    """The bodies of one article, and which of them a phrase means."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    def firm_before(self, at: int) -> str | None:
        """What "it" means: the first subject of the sentence before that is no person.

        Else the firm that the article is about.
        """
        here, firm = self._cast.sentence_of(at), None
        for sighting in reversed(self._cast.found):
            if sighting.at < at:
                if sighting.sentence < here - 1:
                    break
                if sighting.subject and sighting.name not in self._cast.gender:
                    firm = sighting.name
        return firm or (None if self._cast.lexicon.own else self.main_firm(at))

    def main_firm(self, at: int) -> str | None:
        """The firm most often named before ``at``, the first of as many."""
        last = self._cast.index_at(at)
        firms = Counter(s.name for s in self._cast.found[:last] if self._is_firm(s.name))
        return max(firms, key=firms.__getitem__) if firms else None

    def _is_firm(self, name: str) -> bool:
        """Whether a name is a firm's: told so, made like one, or a lone one that speaks."""
        lexicon, words = self._cast.lexicon, name_words(name)
        offices = {role for role, names in self._cast.roles.items() if name in names}
        person = name in self._cast.gender or not words
        person = person or (name in self._cast.office_holders and not offices <= FIRMS)
        if person or self._cast.is_place(words) or lexicon.demonyms.intersection(words):
            return False
        made = "&" in name or not lexicon.organisation.isdisjoint(words)
        told = name in self._cast.groups or bool(offices & FIRMS)
        return told or made or (len(words) == 1 and name in self._cast.persons)

    @cached_property
    def _main_club(self) -> str | None:
        """The club named most often, which is whose news it is; the first of several."""
        clubs = self._cast.lexicon.clubs
        named = Counter(
            s.name for s in self._cast.found if " " in s.name and name_words(s.name)[-1] in clubs
        )
        return max(named, key=lambda name: named[name], default=None)

    def _body_before(self, at: int) -> str | None:
        """The body that is the last subject of the sentences just before."""
        here, cast = self._cast.sentence_of(at), self._cast
        last = cast.index_at(at)
        for sighting in reversed(cast.found[:last]):
            if sighting.sentence < here - _NEAR:
                return None
            name = sighting.name
            told = name in cast.persons and name not in cast.gender
            if sighting.subject and told and name not in cast.office_holders:
                return name
        return None

    def body_called(self, head: str, at: int) -> str | None:
        """The body last named whose name says what it is: "the airline" for Northwind Airlines."""
        lexicon = self._cast.lexicon
        if lexicon.own or not {head, f"{head}s"} & (lexicon.organisation | lexicon.collective):
            return None
        last = self._cast.index_at(at)
        for sighting in reversed(self._cast.found[:last]):
            words = name_words(sighting.name)
            if len(words) > 1 and (head in words or f"{head}s" in words):
                return sighting.name
        # "Salt Hill, Olt's agency, has"
        called = {n for word in self._cast.alike(head) for n in self._cast.roles.get(word, ())}
        called &= self._cast.groups
        if len(called) == 1:
            return called.pop()
        if head in FIRMS:
            return self.main_firm(at) or self._cast.lone_firm(at)
        if head in _BODIES:
            return self._body_before(at)
        the = self._cast.text[at : at + len(_THE_CLUB)].casefold() == _THE_CLUB
        return self._main_club if the else None
