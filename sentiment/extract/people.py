"""Whom does a pronoun mean, and whose turn is it to speak?

A pronoun means the subject before it that has its gender.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Final

from sentiment.extract.answered_before import answered_by
from sentiment.extract.bodies import Firms
from sentiment.extract.cast import Cast, Named
from sentiment.extract.roles_meant import RolesMeant
from sentiment.extract.self_named import is_self_named
from sentiment.extract.sightings import Sighting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_CROWD: Final = 80
"""Code points behind a network, and words before it, in which a crowd acts there."""
_MOST_LEADS: Final = 200
"""Sentences that begin with a role and are followed; more are a list, not an article."""
_FAR: Final = 12
"""Sentences a pronoun may look back over."""
_RECENT: Final = 24
"""Names before a pronoun among which its subject is sought."""
_OFTEN: Final = 3
"""Times somebody acts whom an article tells of, whatever they are."""
_LEADS: Final = 3
"""Sentences from a subject to the pronoun that repeats it."""
_TELLING: Final = 16
"""Code points behind a name in which a verb of saying ends."""


class People(Cast):
    """The persons of one article, and whom its pronouns and roles mean."""

    def __init__(
        self,
        paragraphs: Sequence[Sequence[Token]],
        text: str,
        lexicon: ProseLexicon,
        works: Sequence[str] = (),
        quoted: Sequence[Named] = (),
    ) -> None:
        """``paragraphs``: the tokens of each prose paragraph, quotations as "q".

        works   titles that markup shows: nobody's names
        quoted  whose verb of saying has words beside it: tokens, and a name's place in them
        """
        super().__init__(paragraphs, text, lexicon, works, quoted)
        self._firms = Firms(self)
        self._roles_meant = RolesMeant(self, self._firms)
        self._follow_leads()

    def _follow_leads(self) -> None:
        """Count "The actress shared …" and "He claimed" as sightings of whom they mean."""
        told = [(*lead, False) for lead in self.seen.leads[:_MOST_LEADS]]
        told += [(*repeat, True) for repeat in self.seen.repeats[:_MOST_LEADS]]
        for at, word, sentence, repeats in sorted(told):
            kin = word in self.lexicon.relations and not self.lexicon.own
            if kin and not self.has_role(word):
                continue  # "Olt's mother smiled": who is nobody by name
            name = self._repeated(word, at) if repeats else self.resolve_role(word, at)
            if name is not None:
                if not repeats:
                    self._roles_meant.led.setdefault(word, name)
                place = self.index_at(at)
                self.found.insert(place, Sighting(at, name, subject=True, sentence=sentence))
        self._roles_meant.forget()

    def _repeated(self, pronoun: str, at: int) -> str | None:
        """Whom a pronoun that begins a sentence means, if they are the last subject before it."""
        name = self.resolve_pronoun(pronoun, at)
        last = self.index_at(at)
        near = [s for s in self.found[max(0, last - _RECENT) : last] if s.subject]
        own = next((s for s in reversed(near) if s.name == name), None)
        subject = next((s for s in reversed(near) if self.is_human(s.name)), None)
        if name is None or own is None or subject is None:
            return None
        away = self.sentence_of(at) - own.sentence
        told = {s.name for s in near if s.sentence == subject.sentence}  # "Olt said Falk had gone"
        if away > 1 and (name not in told or away > _LEADS):
            return None
        self.persons.add(name)
        return name

    def nearer(self, name: str, other: str, at: int) -> str:
        """Which of two persons last told something before ``at``."""
        last = self.index_at(at)
        near = reversed(self.found[max(0, last - _FAR) : last])
        telling = (s.name for s in near if s.subject and self._tells(s))
        return next((n for n in telling if n in {name, other}), other)

    def _tells(self, sighting: Sighting) -> bool:
        """Whether a verb of saying stands right behind a name."""
        end = sighting.at + len(sighting.name)
        behind = self.text[end : end + _TELLING].lstrip(" ,")
        return behind.partition(" ")[0] in self.lexicon.cues

    def speaker_before(self, at: int) -> str | None:
        """Whose turn it is where nobody is named: the last person, or the main one."""
        for name in self.subjects_before(at):
            if name in self.persons:
                return name
        return self.protagonist

    def once_held(self, role: str, at: int) -> str | None:
        """Who before ``at`` is said to have had a role: "the former skipper"."""
        names = {n for word in self.alike(role) for n in self.roles.get(f"former-{word}", ())}
        return next((n for n in self.subjects_before(at) if n in names), None)

    def is_told_of(self, name: str, at: int, since: int) -> bool:
        """Whether a verb at ``at`` is somebody's: first in its sentence, else named ``since``."""
        here = self.sentence_of(at)
        first = self.index_at(since)
        last = bisect_right(self.found, here, key=lambda s: s.sentence)
        near = self.found[first:last]
        own = [s.name for s in near if s.sentence == here and s.subject and s.at < at]
        persons = [n for n in own if n in self.persons or " " in n]
        # whose fans come later: Taking to Twitter, Ida Rapp told her fans
        until = next((s.at for s in near if s.at > at and s.name in self.persons), at + _CROWD)
        if persons or self._is_crowds(here, min(until, at + _CROWD)):
            return persons[:1] == [name]
        return any(s.name == name for s in near)

    def _is_crowds(self, sentence: int, until: int) -> bool:
        """Whether a sentence tells of a crowd right before ``until``: Taking to Twitter, fans"""
        sentences = self.seen.sentences
        end = sentences[sentence + 1] if sentence + 1 < len(sentences) else len(self.text)
        words = self.text[max(0, sentences[sentence]) : min(end, until)].casefold().split()
        return not self.lexicon.crowd.isdisjoint(w.strip(".,:") for w in words[-_CROWD:])

    def is_somebody_told(self, at: int, pronoun: str) -> bool:
        """Whether a person whom a pronoun fits was named before ``at``: no place, no mere kin."""
        last = self.index_at(at)
        acts = Counter(s.name for s in self.found[:last] if s.subject)
        names = {s.name for s in self.found[:last] if s.name in self.persons}
        kin = self.lexicon.relations
        return any(
            self.is_human(name)
            and self.may_be(name, pronoun)
            and (
                name in self.speaking
                or acts[name] >= _OFTEN  # "Head coach Ivo Olt faced the press"
                or any(name in n for r, n in self.roles.items() if r not in kin)
            )
            for name in sorted(names)
        )

    def resolve_pronoun(
        self,
        pronoun: str,
        at: int,
        prefer: str | None = None,
        *,
        others: frozenset[str] = frozenset(),
    ) -> str | None:
        """Whom a pronoun at ``at`` means.

        prefer  the speaker before, if nobody fits
        others  who it cannot be, as they are named beside it
        """
        lexicon = self.lexicon
        gender = self.gender_of(pronoun, lexicon.she, lexicon.he)
        gender = gender or self.gender_of(pronoun, lexicon.she_articles, lexicon.he_articles)
        here = self.sentence_of(at)
        others |= answered_by(self, pronoun, at)
        askers = self._askers(pronoun, here)
        fitting = [
            name
            for name in self.subjects_before(at)
            if self._may_act(name, gender) and name not in askers and name not in others
        ]
        beside = self._told_beside(gender, here, at)
        if beside in fitting:
            return beside
        if fitting:  # "her years at Lumen. “…,” she said"
            return fitting[0] if gender is None else self.things_named.persons_first(fitting)[0]
        if prefer is not None and (lexicon.own or self.fits(prefer, gender)):
            return prefer
        if lexicon.own and not pronoun:  # a verb without a subject before anybody is named
            main = self.protagonist
            return main if main is not None and self.totals[main] > 1 else None
        last = self.index_at(at)
        told = reversed(self.found[max(0, last - _RECENT) : last])  # "Olt told Ida Falk. She added"
        heard = [s.name for s in told if s.addressed and not lexicon.own]
        later = (n for n in (*heard, *(s.name for s in self.found)) if self.is_human(n))
        known = (n for n in later if gender is None or lexicon.own or self.is_known(n))
        return next((n for n in known if self._may_act(n, gender)), None)

    def last_acting(self, pronoun: str, at: int, words: str) -> str | None:
        """The last subject whom a pronoun fits and the words do not name; None if nobody.

        The one of the sentence before, though they name themselves: “We win with Olt.”
        """
        here = self.sentence_of(at)
        last = self.index_at(at)
        near = (s.name for s in reversed(self.found[max(0, last - _RECENT) : last]) if s.subject)
        fitting = (n for n in near if n in self.persons and self.is_human(n))
        fitting = (n for n in fitting if " " in n and self.may_be(n, pronoun))
        told = {s.name for s in self.found if s.sentence == here - 1 and s.subject}
        return next((n for n in fitting if {n} == told or not is_self_named(words, n)), None)

    def _told_beside(self, gender: str | None, here: int, at: int) -> str | None:
        """The one woman that the sentence before tells of with a man, if she opens this one."""
        if gender is None or not here or self.seen.sentences[here] != at or self.lexicon.own:
            return None
        near = self.between(self.seen.sentences[here - 1], at)
        subject = next((s.name for s in near if s.subject), "")
        like = {s.name for s in near if self.gender.get(s.name) == gender}
        other = self.gender.get(subject, gender) != gender
        return like.pop() if other and len(like) == 1 else None

    def _may_act(self, name: str, gender: str | None) -> bool:
        """Whether a pronoun fits.

        A lone name that is no subject anywhere is no he or she, nor is one made of words.
        """
        if gender is not None and self.things_named.is_worded(name):
            return False
        sure = self.lexicon.own or gender is None or self.is_known(name)
        sure = sure or (name in self.acting and name not in self.loose)
        return bool(sure) and self.fits(name, gender)

    def _askers(self, pronoun: str, here: int) -> set[str]:
        """Who put the question in "The mayor asked her … “…,” she answered": nobody else."""
        lexicon = self.lexicon
        same = next((w for w in (lexicon.she, lexicon.he) if pronoun in w), lexicon.they)
        near = (self.seen.askers.get(s) for s in (here, here - 1))
        told = ((n, word) for n, word in filter(None, near))
        return {self.names.resolve(n) for n, word in told if not word or word in same}

    def is_nobody_before(self, at: int) -> bool:
        """Whether the sentence before tells of somebody nameless: One fan blamed Olt. He said"""
        return self.sentence_of(at) - 1 in self.seen.nobodies

    def resolve_role(
        self,
        head: str,
        at: int,
        prefer: str | None = None,
        pronoun: str = "",
        *,
        others: frozenset[str] = frozenset(),
    ) -> str | None:
        """Whom "the actor" or "the 47-year-old" means; None for "the club"."""
        others |= answered_by(self, head.rpartition(" ")[2], at)
        return self._roles_meant.resolve(head, at, prefer, pronoun, others=others)

    def firm_before(self, at: int) -> str | None:
        """What "it" means: the first subject of the sentence before that is no person."""
        return self._firms.firm_before(at)

    def main_firm(self, at: int) -> str | None:
        """The firm most often named before ``at``, the first of as many."""
        return self._firms.main_firm(at)
