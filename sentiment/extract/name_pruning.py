"""Which sightings of an article only look like names: headings, titles, words of other tongues?"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from sentiment.extract.things_named import person_in, title_words

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.sightings import Sightings


_FULL: Final = 2
"""Words of a first name and a surname."""


def _known_part(name: str, known: Container[str]) -> str:
    """A name in a heading from the first word that the prose knows: Amused Olt is Olt."""
    words = name.split()
    first = next((at for at, word in enumerate(words) if word in known), 0)
    shortest = first + (1 if len(words) - first > _FULL else _FULL)  # Olt Pay Tribute; Ana Olt
    ends = range(len(words), shortest - 1, -1)
    whole = (run for end in ends if (run := " ".join(words[first:end])) in known)
    return next(whole, " ".join(words[first:]))


def _told_part(name: str, names: Container[str]) -> str:
    """The longest of the names that a run of words without capitals holds, else all of it."""
    words = name.split()
    lengths = range(len(words), 0, -1)
    runs = ((size, at) for size in lengths for at in range(len(words) - size + 1))
    held = (run for size, at in runs if (run := " ".join(words[at : at + size])) in names)
    return next(held, name)


class Pruner:
    """Takes out of an article's sightings what only looks like a name."""

    def __init__(self, lexicon: ProseLexicon, works: Sequence[str]) -> None:
        """``works``: titles that are nobody's names."""
        self._lexicon = lexicon
        self._works = frozenset(map(title_words, works))

    def prune(self, seen: Sightings) -> None:
        """Take out the words of headings and of other languages that only look like names."""
        lexicon = self._lexicon
        headed = {index for indexes in seen.headings.values() for index in indexes}
        if headed:
            body = {s.name for i, s in enumerate(seen.found) if i not in headed}
            whole = body | {word for name in body for word in name.split()}
            for index in headed:
                sighting = seen.found[index]
                seen.found[index] = sighting._replace(name=_known_part(sighting.name, whole))
        if self._works:
            self._drop_works(seen)
        sure = {w for n in (*seen.speaking, *chain(*seen.roles.values())) for w in n.split()}
        if lexicon.subject_marks:  # no capitals: only who speaks or has a role is a person
            whole = {*seen.speaking, *chain(*seen.roles.values())}
            sure |= lexicon.given
            kept = (s for s in seen.found if sure & set(s.name.split()))
            seen.found = [s._replace(name=_told_part(s.name, whole)) for s in kept]
        elif lexicon.own:  # what has a capital only where a sentence begins may be any word
            inner = {s.name for s in seen.found if s.at != seen.sentences[s.sentence]}
            sure |= inner | {w for name in inner for w in name.split()}
            sure |= {s.name for s in seen.found if s.name.casefold() in lexicon.given}
            seen.found = [s for s in seen.found if " " in s.name or s.name in sure]

    def _drop_works(self, seen: Sightings) -> None:
        """Take out names that markup shows to be works'; a paper that says something stays."""
        names = {s.name for s in seen.found} - seen.speaking
        meant = {n: person_in(n, self._works, seen.speaking, self._lexicon) for n in names}
        seen.found = [
            s._replace(name=name) for s in seen.found if (name := meant.get(s.name, s.name))
        ]
        for role, held in seen.roles.items():
            seen.roles[role] = [name for n in held if (name := meant.get(n, n))]
