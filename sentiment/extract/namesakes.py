"""Whom of two people with one surname does an honorific mean: Ms Olt beside Ana and Ivo Olt?"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon


class Namesakes:
    """The full names of one article by their surnames, as they are read."""

    def __init__(self, lexicon: ProseLexicon) -> None:
        """``lexicon``: its first names and roles tell genders."""
        self._sides = (
            (lexicon.she_roles, lexicon.she_names),
            (lexicon.he_roles, lexicon.he_names),
        )
        self._named: dict[str, dict[str, None]] = defaultdict(dict)
        self.apart: Counter[str] = Counter()
        """How often each of them was told from a namesake, who needs no honorific."""

    def told_apart(self, name: str, marks: Sequence[str]) -> str:
        """The namesake whom a surname means; the name itself if it is full or nobody's else.

        marks  the honorifics and roles printed before it, case-folded
        """
        if " " in name:
            self._named[name.rpartition(" ")[2]][name] = None
            return name
        named = self._named.get(name, {})
        if len(named) <= 1:
            return name
        for at, (roles, names) in enumerate(self._sides):
            if not roles.isdisjoint(marks):
                first = {n: n.partition(" ")[0].casefold() for n in named}
                fitting = [n for n in named if first[n] in names]
                if len(fitting) != 1:
                    return name
                others = self._sides[1 - at][1]
                if all(word in others for n, word in first.items() if n != fitting[0]):
                    self.apart.update(fitting)
                return fitting[0]
        return name
