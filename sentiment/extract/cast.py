"""Who is named in an article, where, and as what?

Genders are voted for by honorifics, roles and the pronouns that begin the
sentences after a name.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Final

from sentiment.extract.capitals import plain_words
from sentiment.extract.full_names import FullNames, is_user_name, name_words, spells
from sentiment.extract.genders import tell_genders
from sentiment.extract.name_fronts import OFFICES
from sentiment.extract.name_spotter import NameSpotter
from sentiment.extract.territories import is_territory, place_names
from sentiment.extract.things_named import Things, common_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.sightings import Sighting
    from sentiment.extract.words import Token

Named = tuple["Sequence[Token]", int, int]
"""Tokens, and the half-open place of a name in them."""
_GIVEN_TOO: Final = frozenset({"line"})
"""Words of platforms and railways that are first names, too: Line Renaud."""
_SAINTS: Final = frozenset({"san", "santa", "sankt", "são"})
"""What stands before the last word of a place and in no person's name."""
_INITIALS_TOO: Final = frozenset({"ap", "ani", "pa", "dpa"})
"""Agencies whose letters, before a surname, may be somebody's initials: AP Lim."""
_SURNAMES_TOO: Final = frozenset(
    {"steel", "street", "lane", "park", "house", "forest", "church", "court", "ocean"}
)
"""Words of firms and clubs that are surnames, too: Marion Steel, whom some call Marion."""
_FULL: Final = 2
_VERB: Final = 20
"""Code points behind a name in which its verb ends."""
_FAR: Final = 12
"""Sentences a pronoun may look back over."""
_ANYBODY: Final = frozenset({"girl", "boy", "lady", "guy", "couple", "teen", "man", "woman"})
"""What headlines write like a name."""
_TONGUE: Final = "nese"
"""How adjectives of places end: Hainanese."""
_BODY: Final = 4
"""A band or a firm is called one at least every so many times."""


class Cast:
    """The persons of one article and what is told of them. Build it once, then ask.

    found    every name in its place, spelt as fully as the article does
    roles    by role, whose names stand beside it
    persons  who is told to speak or to have an office
    gender   "she" or "he" where the article tells
    """

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
        self.lexicon = lexicon
        self._bodies = lexicon.organisation - _GIVEN_TOO if lexicon.own else lexicon.organisation
        self.text = text
        self._spotter = NameSpotter(text, lexicon, works)
        seen = self._spotter.spot(paragraphs)
        seen.speaking.update(self._spotter.printed_name(*place) for place in quoted)
        counts = Counter(s.name for s in seen.found)
        counts.subtract(self._spotter.namesakes.apart)
        acting = {s.name for s in seen.found if s.subject}
        passive = {s.name for s in seen.found if not s.subject} - seen.speaking
        self.names = FullNames(counts, lexicon, acting, seen.aliases, passive)
        self._things = {n for n, k in seen.articled.items() if 2 * k >= counts[n]}
        self.seen = seen
        full = self.names.resolve
        self._things |= {full(n) for n in self._things} if lexicon.own else set()
        self.found = [
            s if (name := full(s.name)) == s.name else s._replace(name=name) for s in seen.found
        ]
        self.roles = {role: [full(n) for n in names] for role, names in seen.roles.items()}
        holders = self._holders(lambda role: role not in lexicon.collective)
        bodies = self._holders(lambda role: role in lexicon.collective)
        sightings = Counter(s.name for s in self.found)
        # "the firm Vane left": whom the article often names without one is no body
        self.groups = {n for n, k in bodies.items() if k * _BODY >= sightings[n]} - holders.keys()
        self.office_holders = holders.keys()
        self.members = {(r, full(n)): bodies for (r, n), bodies in seen.members.items() if bodies}
        self.speaking = {full(n) for n in seen.speaking}
        self.persons = self.speaking | self.office_holders
        # whom the article calls by one name of two is a person
        self.persons |= {full(n) for n in counts if " " not in n and full(n) != n} - self._things
        given = lexicon.given if lexicon.own else frozenset()
        self._given = {n for n in map(full, counts) if given.issuperset(name_words(n)[:1])}
        self.acting = {s.name for s in self.found if s.subject}
        self.loose = self._only_opening()
        self._human: dict[str, bool] = {}
        self._surnames = {n.split()[-1] for n in counts}
        self._long = any(" " in s.name for s in self.found)
        self.totals = Counter(s.name for s in self.found if self.is_human(s.name))
        votes: dict[str, Counter[str]] = {}
        for name in sorted(seen.votes):
            votes.setdefault(full(name), Counter()).update(seen.votes[name])
        subjects = [s for s in self.found if self.is_human(s.name)]
        self.gender = tell_genders(paragraphs, subjects, votes, seen.sentences, lexicon)
        self.things_named = Things(
            (frozenset(full(n) for n in seen.staffed) | self.loose) - self.office_holders,
            common_words(paragraphs, lexicon),
            self.persons,
            self.office_holders | self.gender.keys(),
        )

    def _only_opening(self) -> frozenset[str]:
        """Lone words with a capital only where sentences begin, and no verb behind: no names."""
        lexicon, starts = self.lexicon, self.seen.sentences
        if lexicon.own:
            return frozenset()
        lone = [s for s in self.found if " " not in s.name and not is_user_name(s.name)]
        named = {s.name for s in lone if s.at != starts[s.sentence] or self._acts(s)}
        loose = {s.name for s in lone} - self.persons - named
        return frozenset(name for name in loose if name.casefold() not in lexicon.given)

    def _acts(self, sighting: Sighting) -> bool:
        """Whether a verb stands right behind a name."""
        end = sighting.at + len(sighting.name)
        low = self.text[end : end + _VERB].split(maxsplit=1)[:1]
        verbs = self.lexicon.finite, self.lexicon.cues
        return any(w in words for w in low for words in verbs) or "".join(low).endswith("ed")

    def _holders(self, is_meant: Callable[[str], bool]) -> Counter[str]:
        """Whose names stand beside the roles that are meant, and how often."""
        return Counter(n for role, names in self.roles.items() if is_meant(role) for n in names)

    def fullest_name(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """The fullest name for the name that stands in ``tokens[first:end]``."""
        return self.names.resolve(self._spotter.printed_name(tokens, first, end))

    def titled(self, name: str | None) -> str | None:
        """A name of one word with the title that is part of it: Lady Gannet."""
        return self.seen.noble.get(name, name) if name is not None else None

    def titled_alone(self, office: str) -> str | None:
        """The one person before whose name an office has a capital: President Ivo Olt."""
        names = set(self.roles.get(f"title-{office}", ()))
        return names.pop() if len(names) == 1 else None

    def spell_out(self, name: str) -> str:
        """The fullest name the prose gives for a name from elsewhere; itself if none."""
        return self.names.resolve(name)

    def named_in(self, handle: str) -> str | None:
        """The one person of the prose whose whole name a handle spells: @zoe_lind_official."""
        named = [n for n in self.totals if spells(handle, n)]
        return named[0] if len(named) == 1 else None

    def is_human(self, name: str) -> bool:
        """Whether a name may be that of somebody who speaks."""
        if name not in self._human:
            self._human[name] = self._may_speak(name)
        return self._human[name]

    def _may_speak(self, name: str) -> bool:
        words = name_words(name)
        if not words or name in self._things or "&" in words or self.is_place(words):
            return False
        if words[-1] in OFFICES or (len(words) == 1 and words[0] in _ANYBODY):
            return False  # "Federal Minister", "Girl"
        if name not in self.office_holders and is_territory(name, self.lexicon.demonyms):
            return False
        noun = words[0] in self.lexicon.kin or words[0] in self.lexicon.demonyms
        noun = noun or (words[0].endswith(_TONGUE) and name not in self.persons)
        if " " not in name and (noun or len(words[0]) == 1):
            return False  # "the Somebody’s Son crooner", "a Moldovan tango"
        if " " not in name and name.isupper() and len(name) > 1 and name not in self.persons:
            return False  # "GQ", "MERIDIAN"
        if self.lexicon.noun_articles and " " in name and self._is_owned(name):
            return False
        surname = name in self.persons and len(words) == _FULL and words[-1] in _SURNAMES_TOO
        surname = surname and not (words[0] in plain_words() or words[0] in place_names())
        bodies = self._bodies - {words[-1]} if surname else self._bodies
        return not any(w[:1].isdigit() or w in bodies for w in words)

    def _is_owned(self, name: str) -> bool:
        """Whether a German name is somebody's and a noun: "Kellers Antwort" beside "Keller"."""
        first = name.split(maxsplit=1)[0]
        return first.endswith("s") and first[:-1] in self._surnames

    def is_place(self, words: Sequence[str]) -> bool:
        """Whether a name is a platform's or an agency's; Line Renaud is a person."""
        if self.lexicon.own and not _SAINTS.isdisjoint(words[:-1]):
            return True  # "Castello San Vito"
        given = len(words) > 1 and words[0] in _GIVEN_TOO
        given = given or (len(words) == _FULL and words[0] in _INITIALS_TOO)
        placed = len(words[-1]) > 1 and words[-1] in self.lexicon.places  # "Viral TikTok"
        return (words[0] in self.lexicon.places and not given) or placed

    def fits(self, name: str, gender: str | None) -> bool:
        """Whether somebody may be of a gender; a group is of none."""
        if gender is not None and name in self.groups:
            return False  # "the duo Fair Weather"
        return gender is None or self.gender.get(name, gender) == gender

    def gender_of(self, word: str, she: frozenset[str], he: frozenset[str]) -> str | None:
        """The gender that a word of two lists tells, if it stands in one of them only."""
        if (word in she and word in he) or not word:
            return None  # Hindi "उन्होंने"
        return "she" if word in she else "he" if word in he else None

    @property
    def protagonist(self) -> str | None:
        """The person most often named; of several, who is named first."""
        if not self.totals:
            return None
        return min(
            self.totals,
            key=lambda n: (
                n not in self.persons,
                -self.totals[n],
                n if self.lexicon.own else "",
            ),
        )

    def sentence_of(self, at: int) -> int:
        """The number of the sentence that a code point stands in."""
        return bisect_right(self.seen.sentences, at) - 1

    def subjects_before(self, at: int) -> list[str]:
        """Persons named before ``at``, likeliest antecedent first.

        Subjects, sentence by sentence backwards; a name that never speaks (a
        place or a work as likely as a person) only from the last two sentences;
        then names that prepositions govern.
        """
        here = self.sentence_of(at)
        unmarked = not self.lexicon.own  # "sila ni Ana, sumagot siya": not Ana
        ranked: list[tuple[bool, bool, int, int, bool, int, str]] = []
        last = self.index_at(at)
        for index in range(last - 1, -1, -1):
            sighting = self.found[index]
            if here - sighting.sentence > _FAR:
                break
            if sighting.addressed:
                continue
            name = sighting.name
            person = name in self.persons
            known = self.persons or name in self._given
            if self.lexicon.own and not known and " " not in name and self._long:
                continue  # "Transgenres": a lone word where others have a first name, too
            likely = person or " " in name or is_user_name(name) or not self.persons
            if not likely or not self.is_human(name):
                continue
            ranked.append(
                (
                    not (sighting.subject or (sighting.sentence == here and unmarked)),
                    not person and sighting.sentence < here - 1,
                    -sighting.sentence,
                    -sighting.tells if sighting.subject and not sighting.aside else 1,
                    not (person or " " in name or self.lexicon.own),
                    sighting.at,
                    name,
                )
            )
        return list(dict.fromkeys(name for *_, name in sorted(ranked)))

    def is_known(self, name: str) -> bool:
        """Whether more than a capital letter shows that a name is a person's or a body's."""
        return " " in name or name in self.persons or is_user_name(name) or name in self.groups

    def is_told(self, name: str) -> bool:
        """Whether somebody with one name speaks or has a role in another language's article."""
        return bool(self.lexicon.own) and name in self.persons

    def has_role(self, role: str) -> bool:
        """Whether anybody by name is told to have a role."""
        return bool(self.roles.get(role))

    def is_held(self, role: str) -> bool:
        """Whether anybody named has a role, or one like it."""
        return any(self.roles.get(word) for word in self.alike(role))

    def holds(self, name: str, role: str) -> bool:
        """Whether a person has a role, or one like it."""
        return any(name in self.roles.get(word, ()) for word in self.alike(role))

    def alike(self, role: str) -> frozenset[str]:
        """What else somebody may be called: an artist, whether a singer or an actress."""
        rows = (group for group in self.lexicon.alike if role in group)
        return frozenset({role}).union(*rows)

    def index_at(self, at: int) -> int:
        """Index of the first sighting that does not stand before a code point."""
        return bisect_left(self.found, at, key=lambda s: s.at)

    def between(self, start: int, end: int) -> list[Sighting]:
        """The sightings between two code points, in order."""
        return self.found[self.index_at(start) : self.index_at(end)]

    def is_anybody_named(self, start: int, end: int) -> bool:
        """Whether a person is named between two code points."""
        return any(self.is_human(s.name) for s in self.between(start, end))

    def is_anybody_told_of(self, start: int, end: int) -> bool:
        """Whether a person named between two code points is governed by no preposition."""
        return any(s.subject and self.is_human(s.name) for s in self.between(start, end))

    def is_anybody_acting(self, start: int, end: int) -> bool:
        """Whether somebody is named between two code points who is no mere place."""
        names = (s.name for s in self.between(start, end) if self.is_human(s.name))
        return any(self.is_known(name) or name in self.acting for name in names)

    def acting_between(self, start: int, end: int) -> set[str]:
        """Persons that are subjects between two code points."""
        names = {s.name for s in self.between(start, end) if s.subject}
        return {name for name in names if self.is_known(name) and self.is_human(name)}

    def may_be(self, name: str, pronoun: str) -> bool:
        """Whether a pronoun fits somebody."""
        lexicon = self.lexicon
        return self.fits(name, self.gender_of(pronoun, lexicon.she, lexicon.he))

    def lone_firm(self, at: int) -> str | None:
        """The lone name that acts most often before ``at``, where nobody is called so."""
        last = self.index_at(at)
        lexicon, named = self.lexicon, Counter(s.name for s in self.found[:last])
        acts = Counter(s.name for s in self.found[:last] if s.subject and " " not in s.name)
        given = lexicon.given | lexicon.demonyms | lexicon.places
        firms = [
            name
            for name, count in acts.items()
            if 2 * count >= named[name] and name not in self.office_holders and name[0].isalpha()
            if name.casefold() not in given and self.names.resolve(name) == name
        ]
        return max(firms, key=acts.__getitem__, default=None)
