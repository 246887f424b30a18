"""Whom do "the actor", "the 47-year-old" and "the club" mean?

The person who has the role, of several the one last told of; where nobody
has it, who has the floor; a body by the noun of its name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Final

from sentiment.extract.mentions import AGED, AGENTS
from sentiment.extract.role_holders import Holders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.extract.bodies import Firms
    from sentiment.extract.cast import Cast

_FAR: Final = 12
"""Sentences a pronoun may look back over."""
_TO: Final = frozenset({"for", "to", "with", "by"})
"""Before whom somebody is given something."""
_GIVEN: Final = 12
"""Code points before a name that hold the word before it."""
_NEAR: Final = 2
"""Sentences over which the last subject of the paragraph keeps the floor."""
_SHIRT: Final = 2
"""Digits of the number on a player's back."""
_ASKING: Final = frozenset({"host", "interviewer", "presenter", "moderator", "anchor", "reporter"})
"""Who puts questions."""
_OFTEN: Final = 3
"""Times that an article names whom it is about."""
_PARTICIPLES: Final = ("ado", "ada", "ido", "ida")
"""Endings of what somebody is called by what was done to them, in Spanish and Portuguese."""
_ARTICLE: Final = 8
"""Code points of a phrase in which its article ends: "la artista"."""


class RolesMeant(Holders):
    """Whom the roles of one article mean, and whom each of them meant before."""

    def __init__(self, cast: Cast, firms: Firms) -> None:
        super().__init__(cast)
        self._firms = firms
        self._memory: dict[str, str] = {}

    def forget(self) -> None:
        """Begin anew: whom a role meant before says nothing."""
        self._memory.clear()

    def resolve(
        self,
        head: str,
        at: int,
        prefer: str | None = None,
        pronoun: str = "",
        *,
        others: frozenset[str] = frozenset(),
    ) -> str | None:
        """Whom "the actor" or "the 47-year-old" means; None for "the club".

        prefer   the speaker before who goes on, for what nobody is called else
        pronoun  what repeats the role, if anything: "the singer shared … and he"
        others   who it cannot be, as they are named beside it
        """
        lexicon = self._cast.lexicon
        office, (rank, _, head) = head, head.rpartition(" ")
        shirt = bool(lexicon.own) and head.isdigit() and len(head) <= _SHIRT
        aged = head.endswith(AGED) or shirt  # "disse o camisa 10"
        others |= self._elsewhere(head, at)
        before = [name for name in self._cast.subjects_before(at) if name not in others]
        if head in lexicon.turning:
            return self._turned_to(head, at, before, others)
        known = (lexicon.roles, lexicon.relations, lexicon.she_roles, lexicon.he_roles)
        if lexicon.own and self._is_adjective(head):
            known_so = self._cast.roles.get(head, [])  # "escribió el suizo"
            told = next((name for name in before if name in known_so), None)
            return told or self._just_told_of(at, before, head)  # "dijo el joven"
        # "the father-of-three", "the bride-to-be"
        head = head.partition("-of-")[0].removesuffix("-to-be").rpartition("-turned-")[2]
        # "o ex-atacante", where nobody is called so
        head = head.removeprefix(
            "ex-" * (head[3:] in lexicon.roles and not self._cast.has_role(head))
        )
        thing = head in lexicon.collective or head in lexicon.inanimate
        # whoever speaks for somebody is seldom named later
        known_by_name = not head.startswith("spokes") or self._cast.is_held(head)
        if not (
            known_by_name
            and (
                aged
                or (head.endswith(AGENTS) and not thing)
                or any(head in words for words in known)
            )
        ):
            return self._firms.body_called(head, at)
        group = self._cast.alike(head)
        able = self._able(before, group)
        others, before = others.union(before).difference(able), able
        article = self._cast.text[at : at + _ARTICLE].partition(" ")[0].casefold()
        gender = (
            self._cast.gender_of(head, lexicon.she_roles, lexicon.he_roles)
            or self._cast.gender_of(pronoun, lexicon.she, lexicon.he)
            or self._cast.gender_of(article, lexicon.she_articles, lexicon.he_articles)
        )
        recent = [name for name in before if self._cast.fits(name, gender)]
        recent = (
            recent if head in lexicon.collective else self._cast.things_named.persons_first(recent)
        )
        if head in lexicon.she_roles | lexicon.he_roles and not lexicon.own:
            # "the bride" is no town
            recent.sort(
                key=lambda name: name not in self._cast.persons and name not in self._cast.gender
            )
        holders = self._still(group, others)
        holders = self._of_rank(holders, head, rank)
        trade = head not in lexicon.relations or len(group) > 1  # "el técnico", no "la madre"
        held = self._turn_of(at, recent, group, head) if trade and lexicon.own else None
        held = held or next((n for n in recent if n in holders), None)
        held = self._headed(at, recent) or (held and self._called_so(held, head, group, recent))
        if held is not None and head not in lexicon.relations and not lexicon.own:
            held = self._untitled(at, recent, held) or held
        fitting = prefer not in {None, *others} and (aged or self._cast.fits(prefer or "", gender))
        if held is None and not holders and fitting:
            return prefer
        if held is None and head in lexicon.collective:
            only = holders[0] if len(set(holders)) == 1 and not lexicon.own else None
            return self._firms.body_called(head, at) or only  # "the band": of whom, nobody said
        recent, held = self._of_trade(head, recent, held, group, known=self._is_named(holders, at))
        if held is None and head not in lexicon.relations:
            held = self._asker_before(head, at, recent) or self._on_the_floor(at, recent)
        if held is None and office not in self._memory and holders:
            held = (
                holders[-1] if head in lexicon.relations else Counter(holders).most_common(1)[0][0]
            )
        if held is None and self._memory.get(office, "") not in {"", *others}:
            return self._memory[office]
        if held is None and head in lexicon.relations and head not in lexicon.roles:
            return None
        if held is None:
            held = self._on_the_floor(at, recent)
        main = self._main(recent, gender, others)
        later = main not in before  # whom the article has not named yet
        if lexicon.own and held is None and later and main is not None and not recent:
            offices = {role for role, names in self._cast.roles.items() if main in names}
            if offices and group.isdisjoint(offices):
                return None  # "The President wrote …", before a minister is named
        unsure = aged or later or main is None or self._is_tied(main, recent, at)
        if held is None and (unsure or not self._cast.fits(main or "", gender)):
            held = self._oftenest(recent, at)
        held = held or (main if main is not None and self._cast.fits(main, gender) else None)
        if held is not None:
            self._memory[office] = held
        return held

    def _main(
        self, recent: Sequence[str], gender: str | None, others: frozenset[str]
    ) -> str | None:
        """Whom the article is about; of a couple, the one whom a gender fits."""
        main = self._cast.protagonist
        if main is not None and gender is not None and not self._cast.fits(main, gender):
            often = [n for n in recent if n in self._cast.persons and " " in n]
            often = [n for n in often if self._cast.totals[n] >= _OFTEN]
            main = max(often, key=lambda name: self._cast.totals[name], default=main)
        return None if main in others else main

    def _asker_before(self, head: str, at: int, recent: Sequence[str]) -> str | None:
        """Who last put a question: "Vance asked her … The host quipped"."""
        if head not in _ASKING:
            return None
        here = self._cast.sentence_of(at)
        asked = (self._cast.seen.askers.get(s) for s in range(here, max(-1, here - _FAR), -1))
        askers = (self._cast.names.resolve(name) for name, _ in filter(None, asked))
        return next((name for name in askers if name in recent), None)

    def _oftenest(self, recent: Sequence[str], at: int) -> str | None:
        """The last who acts; where nobody does, in another language whom it names most often."""
        acting = {s.name for s in self._cast.found if s.subject and s.at < at}
        if not recent or not self._cast.lexicon.own or recent[0] in acting:
            return recent[0] if recent else None
        return max(recent, key=lambda name: self._cast.totals[name])

    def _turned_to(
        self, head: str, at: int, before: Sequence[str], others: frozenset[str]
    ) -> str | None:
        """Whom "the latter" means: who was named last."""
        lexicon = self._cast.lexicon
        gender = self._cast.gender_of(head, lexicon.she_roles, lexicon.he_roles)
        near = self._just_given(at, others)
        near += sorted(before, key=lambda n: self._last_seen(n, at), reverse=True)
        sure = [n for n in near if gender and self._cast.gender.get(n) == gender]
        return next(iter(sure + [n for n in near if self._cast.fits(n, gender)]), None)

    def _just_given(self, at: int, others: frozenset[str]) -> list[str]:
        """For whom the sentence before did something: shared a note for Brand. The latter"""
        here = self._cast.sentence_of(at)
        last = self._cast.index_at(at) - 1
        sighting = self._cast.found[last] if last >= 0 and not self._cast.lexicon.own else None
        if sighting is None or sighting.sentence != here - 1 or sighting.name in others:
            return []
        before = self._cast.text[max(0, sighting.at - _GIVEN) : sighting.at].split()[-1:]
        given = bool(before) and before[0] in _TO
        return [sighting.name] if given and self._cast.is_human(sighting.name) else []

    def _last_seen(self, name: str, at: int) -> int:
        """Where somebody is last named before ``at``."""
        return max(s.at for s in self._cast.found if s.at < at and s.name == name)

    def _just_told_of(self, at: int, before: Sequence[str], head: str) -> str | None:
        """Whom an adjective for a noun means, of whom nothing like it was said: el joven.

        What was done to somebody tells whom the article is about: el homenajeado.
        """
        lexicon = self._cast.lexicon
        article = self._cast.text[at : at + _ARTICLE].partition(" ")[0].casefold()
        gender = self._cast.gender_of(article, lexicon.she_articles, lexicon.he_articles)
        if gender is None or article in lexicon.indefinite:
            return None
        main = self._cast.protagonist if head.endswith(_PARTICIPLES) else None
        before = sorted(before, key=lambda name: name != main)
        return next((name for name in before if self._cast.fits(name, gender)), None)

    def _headed(self, at: int, recent: Sequence[str]) -> str | None:
        """The subject of the subheading that the paragraph beginning at ``at`` stands below."""
        here = self._cast.sentence_of(at)
        if here - 1 not in self._cast.seen.headings or self._cast.seen.sentences[here] != at:
            return None
        first = self._cast.index_at(self._cast.seen.sentences[here - 1])
        told = self._cast.found[first : first + 1]
        return next((s.name for s in told if s.subject and s.name in recent), None)

    def _turn_of(
        self, at: int, recent: Sequence[str], group: frozenset[str], head: str
    ) -> str | None:
        """Who has just been told of and has no other role: "Ana recordó … “…”, dijo la actriz"."""
        near = self._on_the_floor(at, recent)
        told = (s.subject for s in self._cast.found if s.name == near and s.at < at)
        if self._cast.has_role(head) and not next(iter([*told][-1:]), True):
            return None  # "Quanto a Ivo, o treinador disse": not Ivo
        others = [role for role, names in self._cast.roles.items() if near in names]
        return near if not others or group.intersection(others) else None

    def _untitled(self, at: int, recent: Sequence[str], holder: str) -> str | None:
        """The subject of the sentence before, of whom no role is told, if nobody else is near."""
        floor = self._on_the_floor(at, recent)
        if floor is None or floor == holder or floor in self._cast.office_holders:
            return None
        here = self._cast.sentence_of(at)
        told = self._cast.between(self._cast.seen.sentences[here - 1], at)
        spoken = [s.name for s in told if s.subject]
        return floor if spoken[:1] == [floor] and holder not in spoken else None

    def _on_the_floor(self, at: int, recent: Sequence[str]) -> str | None:
        """The subject of the last sentences of the same paragraph."""
        here = self._cast.sentence_of(at)
        index = bisect_right(self._cast.seen.paragraphs, here) - 1
        start = max(self._cast.seen.paragraphs[index] if index >= 0 else 0, here - _NEAR)
        near = {s.name for s in self._cast.found if s.sentence >= start and s.at < at}
        return next((name for name in recent if name in near), None)
