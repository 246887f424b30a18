"""Whom do "she", "the actor" and "the 47-year-old" mean?

A pronoun means the subject before it that has its gender, a role the person
who has it. Genders are voted for by honorifics, roles and the pronouns that
begin the sentences after a name.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sentiment.extract.full_names import FullNames, is_user_name, name_words, spells
from sentiment.extract.genders import tell_genders
from sentiment.extract.mentions import AGED, AGENTS
from sentiment.extract.name_fronts import OFFICES
from sentiment.extract.sightings import NameSpotter, Sighting
from sentiment.extract.territories import is_territory
from sentiment.extract.things_named import Things, common_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_GIVEN_TOO: Final = frozenset({"line"})
"""Words of platforms and railways that are first names, too: Line Renaud."""
_SURNAMES_TOO: Final = frozenset({"steel", "street", "lane", "park", "house", "forest", "church"})
"""Words of firms and clubs that are surnames, too: Marion Steel, whom some call Marion."""
_CROWD: Final = 80
"""Code points behind a network, and words before it, in which a crowd acts there."""
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
_FULL: Final = 2
_MOST_LEADS: Final = 200
"""Sentences that begin with a role and are followed; more are a list, not an article."""
_FAR: Final = 12
"""Sentences a pronoun may look back over."""
_ANYBODY: Final = frozenset({"girl", "boy", "lady", "guy", "couple", "teen", "man", "woman"})
"""What headlines write like a name."""
_TONGUE: Final = "nese"
"""How adjectives of places end: Hainanese."""
_RECENT: Final = 24
"""Names before a pronoun among which its subject is sought."""
_LEADS: Final = 3
"""Sentences from a subject to the pronoun that repeats it."""
_NEAR: Final = 2
"""Sentences over which the last subject of the paragraph keeps the floor."""

_TELLING: Final = 16
"""Code points behind a name in which a verb of saying ends."""
_THE_CLUB: Final = "the club"
_SHIRT: Final = 2
"""Digits of the number on a player's back."""
_ASKING: Final = frozenset({"host", "interviewer", "presenter", "moderator", "anchor", "reporter"})
"""Who puts questions."""
_ARTICLE: Final = 8
"""Code points of a phrase in which its article ends: "la artista"."""
_BODY: Final = 4
"""A band or a firm is called one at least every so many times."""


class People:
    """The persons of one article. Build it once, then ask."""

    def __init__(
        self,
        paragraphs: Sequence[Sequence[Token]],
        text: str,
        lexicon: ProseLexicon,
        works: Sequence[str] = (),
    ) -> None:
        """``paragraphs``: the tokens of each prose paragraph, quotations as "q".

        works   titles that markup shows: nobody's names
        """
        self._lexicon = lexicon
        self._bodies = lexicon.organisation - (_GIVEN_TOO if lexicon.own else set())
        self._text = text
        self._spotter = NameSpotter(text, lexicon, works)
        seen = self._spotter.spot(paragraphs)
        counts = Counter(s.name for s in seen.found)
        acting = {s.name for s in seen.found if s.subject}
        self._names = FullNames(counts, lexicon, acting, seen.aliases)
        self._things = {n for n, k in seen.articled.items() if 2 * k >= counts[n]}
        self._seen = seen
        full = self._names.resolve
        self._found = [
            s if (name := full(s.name)) == s.name else s._replace(name=name) for s in seen.found
        ]
        self._roles = {role: [full(n) for n in names] for role, names in seen.roles.items()}
        holders = self._holders(lambda role: role not in lexicon.collective)
        bodies = self._holders(lambda role: role in lexicon.collective)
        sightings = Counter(s.name for s in self._found)
        # "the firm Vane left": whom the article often names without one is no body
        self._groups = {n for n, k in bodies.items() if k * _BODY >= sightings[n]} - holders.keys()
        self._titled = holders.keys()
        self._speaking = {full(n) for n in seen.speaking}
        self._persons = self._speaking | self._titled
        # whom the article calls by one name of two is a person
        self._persons |= {full(n) for n in counts if " " not in n and full(n) != n}
        given = lexicon.she_names | lexicon.he_names if lexicon.own else frozenset()
        self._given = {n for n in map(full, counts) if given.issuperset(name_words(n)[:1])}
        self._acting = {s.name for s in self._found if s.subject}
        self._human: dict[str, bool] = {}
        self._surnames = {n.split()[-1] for n in counts}
        self._long = any(" " in s.name for s in self._found)
        self._totals = Counter(s.name for s in self._found if self._is_human(s.name))
        votes: dict[str, Counter[str]] = {}
        for name in sorted(seen.votes):
            votes.setdefault(full(name), Counter()).update(seen.votes[name])
        subjects = [s for s in self._found if self._is_human(s.name)]
        self._gender = tell_genders(paragraphs, subjects, votes, seen.sentences, lexicon)
        self._things_named = Things(
            frozenset(full(n) for n in seen.staffed) - self._titled,
            common_words(paragraphs, lexicon),
            self._persons,
            self._titled | self._gender.keys(),
        )
        self._memory: dict[str, str] = {}
        self._led: dict[str, str] = {}
        self._follow_leads()

    def _holders(self, is_meant: Callable[[str], bool]) -> Counter[str]:
        """Whose names stand beside the roles that are meant, and how often."""
        return Counter(n for role, names in self._roles.items() if is_meant(role) for n in names)

    def _follow_leads(self) -> None:
        """Count "The actress shared …" and "He claimed" as sightings of whom they mean."""
        told = [(*lead, False) for lead in self._seen.leads[:_MOST_LEADS]]
        told += [(*repeat, True) for repeat in self._seen.repeats[:_MOST_LEADS]]
        for at, word, sentence, repeats in sorted(told):
            name = self._repeated(word, at) if repeats else self.resolve_role(word, at)
            if name is not None:
                if not repeats:
                    self._led.setdefault(word, name)
                place = bisect_left(self._found, at, key=lambda s: s.at)
                self._found.insert(place, Sighting(at, name, subject=True, sentence=sentence))
        self._memory.clear()

    def _repeated(self, pronoun: str, at: int) -> str | None:
        """Whom a pronoun that begins a sentence means, if they are the last subject before it."""
        name = self.resolve_pronoun(pronoun, at)
        last = bisect_left(self._found, at, key=lambda s: s.at)
        near = [s for s in self._found[max(0, last - _RECENT) : last] if s.subject]
        own = next((s for s in reversed(near) if s.name == name), None)
        subject = next((s for s in reversed(near) if self._is_human(s.name)), None)
        if name is None or own is None or subject is None:
            return None
        away = self._sentence_of(at) - own.sentence
        if away > 1 and (subject.name != name or away > _LEADS):
            return None
        self._persons.add(name)
        return name

    def fullest_name(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """The fullest name for the name that stands in ``tokens[first:end]``."""
        return self._names.resolve(self._spotter.printed_name(tokens, first, end))

    def titled(self, name: str | None) -> str | None:
        """A name of one word with the title that is part of it: Lady Gannet."""
        return self._seen.noble.get(name, name) if name is not None else None

    def spell_out(self, name: str) -> str:
        """The fullest name the prose gives for a name from elsewhere; itself if none."""
        return self._names.resolve(name)

    def named_in(self, handle: str) -> str | None:
        """The one person of the prose whose whole name a handle spells: @zoe_lind_official."""
        named = [n for n in self._totals if spells(handle, n)]
        return named[0] if len(named) == 1 else None

    def _is_human(self, name: str) -> bool:
        if name not in self._human:
            self._human[name] = self._may_speak(name)
        return self._human[name]

    def _may_speak(self, name: str) -> bool:
        words = name_words(name)
        if not words or name in self._things or "&" in words or self._is_place(words):
            return False
        if words[-1] in OFFICES or (len(words) == 1 and words[0] in _ANYBODY):
            return False  # "Federal Minister", "Girl"
        if name not in self._titled and is_territory(name, self._lexicon.demonyms):
            return False
        noun = words[0] in self._lexicon.kin or words[0] in self._lexicon.demonyms
        noun = noun or (words[0].endswith(_TONGUE) and name not in self._persons)
        if " " not in name and (noun or len(words[0]) == 1):
            return False  # "the Somebody’s Son crooner", "a Moldovan tango"
        if " " not in name and name.isupper() and len(name) > 1 and name not in self._persons:
            return False  # "GQ", "MERIDIAN"
        if self._lexicon.noun_articles and " " in name and self._is_owned(name):
            return False
        surname = name in self._persons and len(words) == _FULL and words[-1] in _SURNAMES_TOO
        bodies = self._bodies - {words[-1]} if surname else self._bodies
        return not any(w[:1].isdigit() or w in bodies for w in words)

    def _is_owned(self, name: str) -> bool:
        """Whether a German name is somebody's and a noun: "Kellers Antwort" beside "Keller"."""
        first = name.split(maxsplit=1)[0]
        return first.endswith("s") and first[:-1] in self._surnames

    def _is_place(self, words: Sequence[str]) -> bool:
        """Whether a name is a platform's or an agency's; Line Renaud is a person."""
        given = len(words) > 1 and words[0] in _GIVEN_TOO
        placed = len(words[-1]) > 1 and words[-1] in self._lexicon.places  # "Viral TikTok"
        return (words[0] in self._lexicon.places and not given) or placed

    def _fits(self, name: str, gender: str | None) -> bool:
        if gender is not None and name in self._groups:
            return False  # "the duo Fair Weather"
        return gender is None or self._gender.get(name, gender) == gender

    def _gender_of(self, word: str, she: frozenset[str], he: frozenset[str]) -> str | None:
        if (word in she and word in he) or not word:
            return None  # Hindi "उन्होंने"
        return "she" if word in she else "he" if word in he else None

    @property
    def protagonist(self) -> str | None:
        """The person most often named; of several, who is named first."""
        if not self._totals:
            return None
        return min(
            self._totals,
            key=lambda n: (
                n not in self._persons,
                -self._totals[n],
                n if self._lexicon.own else "",
            ),
        )

    def _sentence_of(self, at: int) -> int:
        return bisect_right(self._seen.sentences, at) - 1

    def subjects_before(self, at: int) -> list[str]:
        """Persons named before ``at``, likeliest antecedent first.

        Subjects, sentence by sentence backwards; a name that never speaks (a
        place or a work as likely as a person) only from the last two sentences;
        then names that prepositions govern.
        """
        here = self._sentence_of(at)
        unmarked = not self._lexicon.personal  # "sila ni Ana, sumagot siya": not Ana
        ranked: list[tuple[bool, bool, int, int, bool, int, str]] = []
        last = bisect_left(self._found, at, key=lambda s: s.at)
        for index in range(last - 1, -1, -1):
            sighting = self._found[index]
            if here - sighting.sentence > _FAR:
                break
            if sighting.addressed:
                continue
            name = sighting.name
            person = name in self._persons
            known = self._persons or name in self._given
            if self._lexicon.own and not known and " " not in name and self._long:
                continue  # "Transgenres": a lone word where others have a first name, too
            likely = person or " " in name or is_user_name(name) or not self._persons
            if not likely or not self._is_human(name):
                continue
            ranked.append(
                (
                    not (sighting.subject or (sighting.sentence == here and unmarked)),
                    not person and sighting.sentence < here - 1,
                    -sighting.sentence,
                    -sighting.tells if sighting.subject and not sighting.aside else 1,
                    not (person or " " in name or self._lexicon.own),
                    sighting.at,
                    name,
                )
            )
        return list(dict.fromkeys(name for *_, name in sorted(ranked)))

    def is_known(self, name: str) -> bool:
        """Whether more than a capital letter shows that a name is a person's or a body's."""
        return " " in name or name in self._persons or is_user_name(name) or name in self._groups

    def is_told(self, name: str) -> bool:
        """Whether somebody with one name speaks or has a role in another language's article."""
        return bool(self._lexicon.own) and name in self._persons

    def has_role(self, role: str) -> bool:
        """Whether anybody by name is told to have a role."""
        return bool(self._roles.get(role))

    def is_held(self, role: str) -> bool:
        """Whether anybody named has a role, or one like it."""
        return any(self._roles.get(word) for word in self._alike(role))

    def holds(self, name: str, role: str) -> bool:
        """Whether a person has a role, or one like it."""
        return any(name in self._roles.get(word, ()) for word in self._alike(role))

    def _alike(self, role: str) -> frozenset[str]:
        return next((group for group in self._lexicon.alike if role in group), frozenset({role}))

    def is_nobody_before(self, at: int) -> bool:
        """Whether the sentence before tells of somebody nameless: One fan blamed Olt. He said"""
        return self._sentence_of(at) - 1 in self._seen.nobodies

    def nearer(self, name: str, other: str, at: int) -> str:
        """Which of two persons last told something before ``at``."""
        last = bisect_left(self._found, at, key=lambda s: s.at)
        near = reversed(self._found[max(0, last - _FAR) : last])
        telling = (s.name for s in near if s.subject and self._tells(s))
        return next((n for n in telling if n in {name, other}), other)

    def _still(self, group: frozenset[str], others: frozenset[str]) -> list[str]:
        """Who holds a role of a group and is not said to have held it once; else who did."""
        held = [n for r in sorted(group) for n in self._roles.get(r, []) if n not in others]
        once = {n for role in group for n in self._roles.get(f"former-{role}", ())}
        return [n for n in held if n not in once] or held

    def _tells(self, sighting: Sighting) -> bool:
        """Whether a verb of saying stands right behind a name."""
        end = sighting.at + len(sighting.name)
        behind = self._text[end : end + _TELLING].lstrip(" ,")
        return behind.partition(" ")[0] in self._lexicon.cues

    def once_held(self, role: str, at: int) -> str | None:
        """Who before ``at`` is said to have had a role: "the former skipper"."""
        alike = next((group for group in self._lexicon.alike if role in group), frozenset({role}))
        names = {n for word in alike for n in self._roles.get(f"former-{word}", ())}
        return next((n for n in self.subjects_before(at) if n in names), None)

    def speaker_before(self, at: int) -> str | None:
        """Whose turn it is where nobody is named: the last person, or the main one."""
        for name in self.subjects_before(at):
            if name in self._persons:
                return name
        return self.protagonist

    def is_anybody_named(self, start: int, end: int) -> bool:
        """Whether a person is named between two code points."""
        first = bisect_left(self._found, start, key=lambda s: s.at)
        last = bisect_left(self._found, end, key=lambda s: s.at)
        return any(self._is_human(s.name) for s in self._found[first:last])

    def is_told_of(self, name: str, at: int, since: int) -> bool:
        """Whether a verb at ``at`` is somebody's: first in its sentence, else named ``since``."""
        here = self._sentence_of(at)
        first = bisect_left(self._found, since, key=lambda s: s.at)
        last = bisect_right(self._found, here, key=lambda s: s.sentence)
        near = self._found[first:last]
        own = [s.name for s in near if s.sentence == here and s.subject and s.at < at]
        persons = [n for n in own if n in self._persons or " " in n]
        # whose fans come later: Taking to Twitter, Ida Rapp told her fans
        until = next((s.at for s in near if s.at > at and s.name in self._persons), at + _CROWD)
        if persons or self._is_crowds(here, min(until, at + _CROWD)):
            return persons[:1] == [name]
        return any(s.name == name for s in near)

    def _is_crowds(self, sentence: int, until: int) -> bool:
        """Whether a sentence tells of a crowd right before ``until``: Taking to Twitter, fans"""
        sentences = self._seen.sentences
        end = sentences[sentence + 1] if sentence + 1 < len(sentences) else len(self._text)
        words = self._text[max(0, sentences[sentence]) : min(end, until)].casefold().split()
        return not self._lexicon.crowd.isdisjoint(w.strip(".,:") for w in words[-_CROWD:])

    def is_anybody_acting(self, start: int, end: int) -> bool:
        """Whether somebody is named between two code points who is no mere place."""
        first = bisect_left(self._found, start, key=lambda s: s.at)
        last = bisect_left(self._found, end, key=lambda s: s.at)
        names = (s.name for s in self._found[first:last] if self._is_human(s.name))
        return any(self.is_known(name) or name in self._acting for name in names)

    def may_be(self, name: str, pronoun: str) -> bool:
        """Whether a pronoun fits somebody."""
        lexicon = self._lexicon
        return self._fits(name, self._gender_of(pronoun, lexicon.she, lexicon.he))

    def is_somebody_told(self, at: int, pronoun: str) -> bool:
        """Whether a person whom a pronoun fits was named before ``at``: no place, no mere kin."""
        last = bisect_left(self._found, at, key=lambda s: s.at)
        names = {s.name for s in self._found[:last] if s.name in self._persons}
        kin = self._lexicon.relations
        return any(
            self._is_human(name)
            and self.may_be(name, pronoun)
            and (
                name in self._speaking
                or any(name in n for r, n in self._roles.items() if r not in kin)
            )
            for name in sorted(names)
        )

    def firm_before(self, at: int) -> str | None:
        """What "it" means: the first subject of the sentence before that is no person.

        Else the firm that the article is about.
        """
        here, firm = self._sentence_of(at), None
        for sighting in reversed(self._found):
            if sighting.at < at:
                if sighting.sentence < here - 1:
                    break
                if sighting.subject and sighting.name not in self._gender:
                    firm = sighting.name
        return firm or (None if self._lexicon.own else self.main_firm(at))

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
        lexicon = self._lexicon
        gender = self._gender_of(pronoun, lexicon.she, lexicon.he)
        here = self._sentence_of(at)
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
            return fitting[0] if gender is None else self._things_named.persons_first(fitting)[0]
        if prefer is not None:
            return prefer
        if lexicon.own and not pronoun:  # a verb without a subject before anybody is named
            main = self.protagonist
            return main if main is not None and self._totals[main] > 1 else None
        later = (s.name for s in self._found if self._is_human(s.name))
        return next((n for n in later if self._may_act(n, gender)), None)

    def _told_beside(self, gender: str | None, here: int, at: int) -> str | None:
        """The one woman that the sentence before tells of with a man, if she opens this one."""
        if gender is None or not here or self._seen.sentences[here] != at or self._lexicon.own:
            return None
        first = bisect_left(self._found, self._seen.sentences[here - 1], key=lambda s: s.at)
        near = self._found[first : bisect_left(self._found, at, key=lambda s: s.at)]
        subject = next((s.name for s in near if s.subject), "")
        like = {s.name for s in near if self._gender.get(s.name) == gender}
        other = self._gender.get(subject, gender) != gender
        return like.pop() if other and len(like) == 1 else None

    def _may_act(self, name: str, gender: str | None) -> bool:
        """Whether a pronoun fits; a lone name that is no subject anywhere is no he or she."""
        sure = self._lexicon.own or gender is None or self.is_known(name) or name in self._acting
        return bool(sure) and self._fits(name, gender)

    def _askers(self, pronoun: str, here: int) -> set[str]:
        """Who put the question in "The mayor asked her … “…,” she answered": nobody else."""
        lexicon = self._lexicon
        same = next((w for w in (lexicon.she, lexicon.he) if pronoun in w), lexicon.they)
        near = (self._seen.askers.get(s) for s in (here, here - 1))
        told = ((n, word) for n, word in filter(None, near))
        return {self._names.resolve(n) for n, word in told if not word or word in same}

    def resolve_role(
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
        lexicon = self._lexicon
        office, (rank, _, head) = head, head.rpartition(" ")
        shirt = bool(lexicon.own) and head.isdigit() and len(head) <= _SHIRT
        aged = head.endswith(AGED) or shirt  # "disse o camisa 10"
        before = [name for name in self.subjects_before(at) if name not in others]
        if head in lexicon.turning:
            gender = self._gender_of(head, lexicon.she_roles, lexicon.he_roles)
            near = sorted(before, key=lambda n: self._last_seen(n, at), reverse=True)
            sure = [n for n in near if gender and self._gender.get(n) == gender]
            return next(iter(sure + [n for n in near if self._fits(n, gender)]), None)
        known = (lexicon.roles, lexicon.relations, lexicon.she_roles, lexicon.he_roles)
        if lexicon.own and head in lexicon.epithets - lexicon.roles - lexicon.relations:
            known_so = self._roles.get(head, [])  # "escribió el suizo"
            told = next((name for name in before if name in known_so), None)
            return told or self._just_told_of(at, before)  # "dijo el joven"
        # "the father-of-three", "the bride-to-be"
        head = head.partition("-of-")[0].removesuffix("-to-be")
        head = head.removeprefix("ex-") if head[3:] in lexicon.roles else head  # "o ex-atacante"
        agent = head.endswith(AGENTS) and head not in lexicon.collective
        # whoever speaks for somebody is seldom named later
        known_by_name = not head.startswith("spokes") or self.is_held(head)
        if not (known_by_name and (aged or agent or any(head in words for words in known))):
            return self._body_called(head, at)
        gender = self._gender_of(head, lexicon.she_roles, lexicon.he_roles)
        gender = gender or self._gender_of(pronoun, lexicon.she, lexicon.he)
        article = self._text[at : at + _ARTICLE].partition(" ")[0].casefold()
        gender = gender or self._gender_of(article, lexicon.she_articles, lexicon.he_articles)
        recent = [name for name in before if self._fits(name, gender)]
        recent = recent if head in lexicon.collective else self._things_named.persons_first(recent)
        if head in lexicon.she_roles | lexicon.he_roles and not lexicon.own:
            # "the bride" is no town
            recent.sort(key=lambda name: name not in self._persons and name not in self._gender)
        group = next((g for g in lexicon.alike if head in g), frozenset({head}))
        holders = self._still(group, others)
        holders = self._of_rank(holders, head, rank)
        floor = bool(lexicon.own) and head not in lexicon.relations
        held = self._turn_of(at, recent, group) if floor else None
        held = held or next((n for n in recent if n in holders), None)
        held = held and self._called_so(held, head, group, recent)
        held = self._headed(at, recent) or held
        if held is not None and head not in lexicon.relations and not lexicon.own:
            held = self._untitled(at, recent, held) or held
        fitting = prefer is not None and (aged or self._fits(prefer, gender))
        if held is None and not holders and fitting:
            return prefer
        if held is None and head in lexicon.collective:
            only = holders[0] if len(set(holders)) == 1 and not lexicon.own else None
            return self._body_called(head, at) or only  # "the band": of whom, nobody said
        recent, held = self._of_trade(head, recent, held, group, known=bool(holders))
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
        main = None if self.protagonist in others else self.protagonist
        later = main not in before  # whom the article has not named yet
        if lexicon.own and held is None and later and main is not None and not recent:
            offices = {role for role, names in self._roles.items() if main in names}
            if offices and group.isdisjoint(offices):
                return None  # "The President wrote …", before a minister is named
        if held is None and (aged or main is None or later or not self._fits(main, gender)):
            held = recent[0] if recent else None
        held = held or (main if main is not None and self._fits(main, gender) else None)
        if held is not None:
            self._memory[office] = held
        return held

    def _asker_before(self, head: str, at: int, recent: Sequence[str]) -> str | None:
        """Who last put a question: "Vance asked her … The host quipped"."""
        if head not in _ASKING:
            return None
        here = self._sentence_of(at)
        asked = (self._seen.askers.get(s) for s in range(here, max(-1, here - _FAR), -1))
        askers = (self._names.resolve(name) for name, _ in filter(None, asked))
        return next((name for name in askers if name in recent), None)

    def _last_seen(self, name: str, at: int) -> int:
        """Where somebody is last named before ``at``."""
        return max(s.at for s in self._found if s.at < at and s.name == name)

    def _of_rank(self, holders: list[str], head: str, rank: str) -> list[str]:
        """Those of a rank, or of none: "the minister" is no prime minister beside a minister."""
        if rank:
            return self._roles.get(f"{rank} {head}", holders)
        ranked = {
            n for role, names in self._roles.items() if role.endswith(f" {head}") for n in names
        }
        return [n for n in holders if n not in ranked] or holders

    def _of_trade(
        self, head: str, recent: list[str], held: str | None, group: frozenset[str], *, known: bool
    ) -> tuple[list[str], str | None]:
        """Who may have a role, and who has it, where ``known`` says that nobody is called so."""
        if known or self._lexicon.own:
            return recent, held
        left = [name for name in recent if not self._does_other_work(name, group)]
        led = self._led.get(head)  # "The actor, who was last seen in May, unveiled"
        return left, held or (led if led in left else None)

    def _does_other_work(self, name: str, group: frozenset[str]) -> bool:
        """Whether somebody is told to have another trade: the singer Bo Dunn is not "the actor"."""
        trades = {r for g in self._lexicon.alike for r in g}
        if group.isdisjoint(trades):
            return False
        return any(name in self._roles.get(role, ()) for role in sorted(trades - group))

    def _just_told_of(self, at: int, before: Sequence[str]) -> str | None:
        """Whom an adjective for a noun means, of whom nothing like it was said: el joven."""
        lexicon = self._lexicon
        article = self._text[at : at + _ARTICLE].partition(" ")[0].casefold()
        gender = self._gender_of(article, lexicon.she_articles, lexicon.he_articles)
        if gender is None or article in lexicon.indefinite:
            return None
        return next((name for name in before if self._fits(name, gender)), None)

    def _body_called(self, head: str, at: int) -> str | None:
        """The body last named whose name says what it is: "the airline" for Northwind Airlines."""
        lexicon = self._lexicon
        if lexicon.own or not {head, f"{head}s"} & (lexicon.organisation | lexicon.collective):
            return None
        last = bisect_left(self._found, at, key=lambda s: s.at)
        for sighting in reversed(self._found[:last]):
            words = name_words(sighting.name)
            if len(words) > 1 and (head in words or f"{head}s" in words):
                return sighting.name
        called = set(self._roles.get(head, ())) & self._groups  # "Salt Hill, Olt's agency, has"
        if len(called) == 1:
            return called.pop()
        if head in FIRMS:
            return self.main_firm(at) or self._lone_firm(at)
        the = self._text[at : at + len(_THE_CLUB)].casefold() == _THE_CLUB
        return self._main_club if the else None

    @cached_property
    def _main_club(self) -> str | None:
        """The club named most often, which is whose news it is; the first of several."""
        clubs = self._lexicon.clubs
        named = Counter(
            s.name for s in self._found if " " in s.name and name_words(s.name)[-1] in clubs
        )
        return max(named, key=lambda name: named[name], default=None)

    def main_firm(self, at: int) -> str | None:
        """The firm most often named before ``at``, the first of as many."""
        last = bisect_left(self._found, at, key=lambda s: s.at)
        firms = Counter(s.name for s in self._found[:last] if self._is_firm(s.name))
        return max(firms, key=firms.__getitem__) if firms else None

    def _lone_firm(self, at: int) -> str | None:
        """The lone name that acts most often before ``at``, where nobody is called so."""
        last = bisect_left(self._found, at, key=lambda s: s.at)
        lexicon, named = self._lexicon, Counter(s.name for s in self._found[:last])
        acts = Counter(s.name for s in self._found[:last] if s.subject and " " not in s.name)
        given = lexicon.she_names | lexicon.he_names | lexicon.demonyms | lexicon.places
        firms = [
            name
            for name, count in acts.items()
            if 2 * count >= named[name] and name not in self._titled and name[0].isalpha()
            if name.casefold() not in given and self._names.resolve(name) == name
        ]
        return max(firms, key=acts.__getitem__, default=None)

    def _is_firm(self, name: str) -> bool:
        """Whether a name is a firm's: told so, made like one, or a lone one that speaks."""
        lexicon, words = self._lexicon, name_words(name)
        offices = {role for role, names in self._roles.items() if name in names}
        person = name in self._gender or not words
        person = person or (name in self._titled and not offices <= FIRMS)
        if person or self._is_place(words) or lexicon.demonyms.intersection(words):
            return False
        made = "&" in name or not lexicon.organisation.isdisjoint(words)
        told = name in self._groups or bool(offices & FIRMS)
        return told or made or (len(words) == 1 and name in self._persons)

    def _called_so(self, held: str, head: str, group: frozenset[str], recent: Sequence[str]) -> str:
        """Who of an actor and an actress near is "the actor", and who "the actress"."""
        lexicon = self._lexicon
        so = self._roles.get(head, ())
        if any(held in self._roles.get(role, ()) for role in group & lexicon.she_roles - {head}):
            # called an actress, while somebody else near is called the actor
            return next((n for n in recent if n in so), held)
        she = head in lexicon.she_roles - lexicon.relations and self._gender.get(held) != "she"
        if she and held not in so:
            # called an actor, while somebody near is called nothing: she is the actress
            free = (n for n in recent if self.is_known(n) and n not in self._titled)
            return next(free, held)
        return held

    def _headed(self, at: int, recent: Sequence[str]) -> str | None:
        """The subject of the subheading that the paragraph beginning at ``at`` stands below."""
        here = self._sentence_of(at)
        if here - 1 not in self._seen.headings or self._seen.sentences[here] != at:
            return None
        first = bisect_left(self._found, self._seen.sentences[here - 1], key=lambda s: s.at)
        told = self._found[first : first + 1]
        return next((s.name for s in told if s.subject and s.name in recent), None)

    def _turn_of(self, at: int, recent: Sequence[str], group: frozenset[str]) -> str | None:
        """Who has just been told of and has no other role: "Ana recordó … “…”, dijo la actriz"."""
        near = self._on_the_floor(at, recent)
        others = [role for role, names in self._roles.items() if near in names]
        return near if not others or group.intersection(others) else None

    def _untitled(self, at: int, recent: Sequence[str], holder: str) -> str | None:
        """The subject of the sentence before, of whom no role is told, if nobody else is near."""
        floor = self._on_the_floor(at, recent)
        if floor is None or floor == holder or floor in self._titled:
            return None
        here = self._sentence_of(at)
        first = bisect_left(self._found, self._seen.sentences[here - 1], key=lambda s: s.at)
        last = bisect_left(self._found, at, key=lambda s: s.at)
        spoken = [s.name for s in self._found[first:last] if s.subject]
        return floor if spoken[:1] == [floor] and holder not in spoken else None

    def _on_the_floor(self, at: int, recent: Sequence[str]) -> str | None:
        """The subject of the last sentences of the same paragraph."""
        here = self._sentence_of(at)
        index = bisect_right(self._seen.paragraphs, here) - 1
        start = max(self._seen.paragraphs[index] if index >= 0 else 0, here - _NEAR)
        near = {s.name for s in self._found if s.sentence >= start and s.at < at}
        return next((name for name in recent if name in near), None)
