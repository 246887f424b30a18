"""Which reactions are copies of one another?

Outlets reprint one post, whole, cut or reworded, and an article quotes in its
headline what it quotes again below. A distinct reaction is one person's words
on one occasion: "Congratulations!" from two people is two reactions, and so are
two posts with two permalinks, or one short word ("Wow") months apart.

The partition depends on the set of reactions alone. Their order decides only
whose id names a cluster: the first one's.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

from sentiment.tally.candidates import near_pairs
from sentiment.tally.likeness import Likeness, liken
from sentiment.tally.people import Groups, find_people, similar_names
from sentiment.tally.voices import Voice, give_voice
from sentiment.tally.wording import Wording, word_reaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sentiment.model import Reaction

# Letters and digits from which the same words, whoever said them, are one reaction:
# within an article ("We paid $400 to stand in a swamp", 24, stands in headline and
# body), and anywhere.
_LONG_IN_ARTICLE: Final = 16
_LONG: Final = 30
_WORDS: Final = 4
_DAYS_APART: Final = 14
_MANY: Final = 60  # wordings of one person or article, up to which all pairs are compared


def find_clusters(reactions: Sequence[Reaction]) -> tuple[str, ...]:
    """For each reaction the id of the distinct reaction it copies: the first of its cluster."""
    people = find_people(reactions)
    known: dict[Wording, int] = {}
    voices: list[Voice] = []
    for place, (reaction, person) in enumerate(zip(reactions, people, strict=True)):
        wording = word_reaction(reaction.text, reaction.translation)
        voices.append(give_voice(reaction, known.setdefault(wording, len(known)), person, place))
    links = _Links(list(known), voices, _translations(reactions, voices, known))
    ids = [reaction.id for reaction in reactions]
    for group in links.components(voices):
        for cluster in links.settle(group):
            places = sorted(voice.place for voice in cluster)
            for place in places:
                ids[place] = reactions[places[0]].id
    return tuple(ids)


def _translations(
    reactions: Sequence[Reaction], voices: Sequence[Voice], known: Mapping[Wording, int]
) -> Iterator[tuple[int, int]]:
    """Pairs of wordings of which one is the other's translation, by the article's own word."""
    by_key = {wording.key: place for wording, place in known.items() if wording.length >= _LONG}
    for reaction, voice in zip(reactions, voices, strict=True):
        if reaction.translation:
            other = by_key.get(word_reaction(reaction.translation).key)
            if other is not None and other != voice.wording:
                yield voice.wording, other


class _Links:
    """Who is linked with whom, and where a chain of links must be cut."""

    def __init__(
        self,
        wordings: Sequence[Wording],
        voices: Sequence[Voice],
        translations: Iterable[tuple[int, int]],
    ) -> None:
        self._wordings = wordings
        self._near: dict[int, dict[int, Likeness]] = defaultdict(dict)
        people: dict[int, dict[str | None, str]] = defaultdict(dict)
        for voice in voices:
            people[voice.wording].setdefault(voice.person, voice.author)
        for one, other in self._candidates(voices):
            if other in self._near.get(one, ()) or not _may_meet(people[one], people[other]):
                continue
            if likeness := liken(wordings[one], wordings[other]):
                self._near[one][other] = self._near[other][one] = likeness
        for one, other in translations:
            self._near[one][other] = self._near[other][one] = Likeness.ANYBODY

    def _candidates(self, voices: Sequence[Voice]) -> Iterator[tuple[int, int]]:
        yield from near_pairs(self._wordings)
        for attribute in ("person", "article"):
            together: dict[str, set[int]] = defaultdict(set)
            for voice in voices:
                if (value := getattr(voice, attribute)) is not None:
                    together[value].add(voice.wording)
            for wordings in together.values():
                if 1 < len(wordings) <= _MANY:
                    yield from combinations(sorted(wordings), 2)

    def components(self, voices: Sequence[Voice]) -> list[list[Voice]]:
        """Voices that chains of links hold together."""
        groups = Groups()
        by_wording: dict[int, list[Voice]] = defaultdict(list)
        for voice in voices:
            by_wording[voice.wording].append(voice)
            for hub in self._hubs(voice):
                groups.join(str(voice.place), hub)
        for one, saying in by_wording.items():
            for other, likeness in self._near.get(one, {}).items():
                if one < other and other in by_wording:
                    for pair in _meetings(saying, by_wording[other], likeness):
                        groups.join(*pair)
        found: dict[str, list[Voice]] = defaultdict(list)
        for voice in voices:
            found[groups.find(str(voice.place))].append(voice)
        return list(found.values())

    def _hubs(self, voice: Voice) -> Iterator[str]:
        """What a voice shares with each voice that is linked to it for the same words."""
        wording = self._wordings[voice.wording]
        if voice.post:
            yield f"post {voice.post}"
        if voice.person and wording.key:
            yield f"said {voice.wording} {voice.person}"
        if wording.words.count(" ") > _WORDS:
            if wording.length >= _LONG:
                yield f"said {voice.wording}"
            elif wording.length >= _LONG_IN_ARTICLE:
                yield f"in {voice.article} {voice.wording}"

    def settle(self, group: list[Voice]) -> Iterator[list[Voice]]:
        """A component, cut where its links join two authors, two posts or two occasions.

        A voice that lacks what the cut goes by belongs to neither side, and
        stays by itself rather than with one of them by chance.
        """
        if len(group) == 1:
            yield group
            return
        for sort in (_author_sorts, _post_sorts, self._day_sorts):
            sorts = sort(group)
            if len(set(sorts.values()) - {None}) > 1:
                parts: dict[str | None, list[Voice]] = defaultdict(list)
                for voice in group:
                    parts[sorts[voice.place]].append(voice)
                for part in parts.values():
                    for piece in self.components(part):
                        yield from self.settle(piece)
                return
        yield group

    def _day_sorts(self, group: Sequence[Voice]) -> dict[int, str | None]:
        """Occasions of words so short that one may say them again."""
        if any(self._wordings[voice.wording].length >= _LONG_IN_ARTICLE for voice in group):
            return {}
        days = sorted({voice.day for voice in group if voice.day is not None})
        occasion = dict.fromkeys(days[:1], 0)
        for before, day in pairwise(days):
            occasion[day] = occasion[before] + (day - before > _DAYS_APART)
        return {
            voice.place: None if voice.day is None else str(occasion[voice.day]) for voice in group
        }


def _may_meet(one: Mapping[str | None, str], other: Mapping[str | None, str]) -> bool:
    """Whether comparing two wordings could link their authors; saves most comparisons."""
    if None in one or None in other or not one.keys().isdisjoint(other.keys()):
        return True
    if len(one) > 1 or len(other) > 1:
        return False
    (first, name), (second, another) = *one.items(), *other.items()
    return _one_author(first, second, name, another)


def _one_author(one: str | None, other: str | None, name: str, another: str) -> bool:
    """Whether two people may be one whose name is spelt in two ways; two accounts never are."""
    accounts = bool(one and other) and str(one)[:7] == str(other)[:7] == "handle:"
    return not accounts and similar_names(name, another)


def _meetings(
    one: Sequence[Voice], other: Sequence[Voice], likeness: Likeness
) -> Iterator[tuple[str, str]]:
    """Links between the voices of two near wordings."""
    of_person: dict[str | None, Voice] = {}
    in_article: dict[tuple[str, bool], Voice] = {}
    for voice in other:
        of_person.setdefault(voice.person, voice)
        in_article.setdefault((voice.article, voice.person is None), voice)
    anybody = likeness is Likeness.ANYBODY
    for voice in one:
        met: list[Voice | None] = []
        if voice.person is not None:
            met.append(of_person.get(voice.person))
        if anybody:
            met += of_person.values() if voice.person is None else [of_person.get(None)]
        elif likeness is Likeness.ARTICLE:
            met.append(in_article.get((voice.article, True)))
            if voice.person is None:
                met.append(in_article.get((voice.article, False)))
        yield from ((str(voice.place), str(found.place)) for found in met if found)
    if anybody and len({voice.person for voice in one}) == len(of_person) == 1:
        yield str(one[0].place), str(other[0].place)


def _author_sorts(group: Sequence[Voice]) -> dict[int, str | None]:
    """A name for each voice's author, one for all spellings of a name."""
    authors: dict[str, str] = {}
    for voice in group:
        if voice.person is not None:
            authors[voice.person] = min(voice.author, authors.get(voice.person, voice.author))
    groups = Groups()
    if len(authors) <= _MANY:
        for one, other in combinations(sorted(authors), 2):
            if _one_author(one, other, authors[one], authors[other]):
                groups.join(one, other)
    return {
        voice.place: None if voice.person is None else groups.find(voice.person) for voice in group
    }


def _post_sorts(group: Sequence[Voice]) -> dict[int, str | None]:
    return {voice.place: voice.post for voice in group}
