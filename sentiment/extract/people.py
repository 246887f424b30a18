"""Who is named in an article, and whom do "she", "the actor" and "Marchetti" mean?

Names are gathered from the prose outside quotations. A mention is resolved to
the fullest name: by surname or first name, over a misspelling, through a
pronoun to the subject before it, through a role to the person who has it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import JaroWinkler

from sentiment.extract.mentions import is_name, name_end
from sentiment.extract.words import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

LIKE: Final = 0.92
"""Jaro-Winkler similarity of a misspelt name: Vikarnat/Vikrant .95, Rohan/Rohit .91."""
_SHORTEST_MISSPELT: Final = 5
_TOLD: Final = frozenset({"told", "tells", "telling", "tell", "asked", "thanked", "called"})
_MOST_NAMES: Final = 400
"""Names beyond this many are kept as printed: lists of thousands name no speakers."""
_EARLY: Final = 3
"""Tokens at the start of a sentence whose pronoun means the subject before."""
_FAR: Final = 12
"""Sentences a pronoun may look back over."""

_ALIKE: Final = (
    frozenset({"director", "filmmaker", "film-maker", "helmer"}),
    frozenset({"actor", "actress", "star", "superstar", "megastar", "diva"}),
    frozenset({"singer", "musician", "rapper", "songwriter", "hitmaker", "vocalist", "artist"}),
    frozenset("player striker winger footballer midfielder defender forward goalkeeper".split()),
    frozenset("cricketer batter batsman bowler spinner pacer allrounder all-rounder".split()),
    frozenset({"writer", "author", "novelist", "screenwriter", "playwright"}),
    frozenset({"coach", "manager", "boss"}),
    frozenset("politician lawmaker senator congressman congresswoman representative".split()),
    frozenset({"ceo", "executive", "chief", "founder", "boss", "billionaire", "tycoon"}),
)


@dataclass(frozen=True, slots=True)
class Person:
    """One time a name stands in the prose.

    subject  whether no preposition governs it and it owns nothing
    """

    at: int
    name: str
    subject: bool
    sentence: int


def _words(name: str) -> list[str]:
    return [w.strip(".,").casefold() for w in name.split()]


class People:
    """The names of one article. Build it once, then ask ``resolve_*``."""

    def __init__(
        self, paragraphs: Sequence[Sequence[Token]], text: str, lexicon: ProseLexicon
    ) -> None:
        """``paragraphs``: the tokens of each prose paragraph, quotations as "q"."""
        self._text = text
        self._lexicon = lexicon
        self._front = lexicon.honorifics | lexicon.roles | lexicon.epithets | lexicon.relations
        self._paragraph_starts: list[int] = []
        self._known: dict[str, str] = {}
        found = self._gather(paragraphs)
        self._counts = Counter(name for _, name, _, _ in found)
        self._things = {n for n, k in self._articled.items() if 2 * k >= self._counts[n]}
        self._full = self._fullest()
        self.persons = tuple(
            Person(at, self.fullest_name(name), subject, sentence)
            for at, name, subject, sentence in found
        )
        self._persons = {
            self.fullest_name(n) for n in {*self._acts, *(m for r in self._roles.values() for m in r)}
        }
        self._totals = Counter(p.name for p in self.persons if self._human(p.name))
        self._gender = self._genders(paragraphs)
        self._memory: dict[str, str] = {}

    # -- gathering ---------------------------------------------------------

    def _gather(self, paragraphs: Sequence[Sequence[Token]]) -> list[tuple[int, str, bool, int]]:
        lexicon = self._lexicon
        found: list[tuple[int, str, bool, int]] = []
        self._roles: dict[str, list[str]] = defaultdict(list)
        self._votes: dict[str, Counter[str]] = defaultdict(Counter)
        self._articled: Counter[str] = Counter()
        self._acts: set[str] = set()
        self._sentence_at: list[int] = []
        sentence = -1
        for tokens in paragraphs:
            fresh, at = True, 0
            self._paragraph_starts.append(sentence + 1)
            while at < len(tokens):
                token = tokens[at]
                if fresh:
                    sentence += 1
                    self._sentence_at.append(token.start)
                    fresh = False
                if ends_sentence(tokens, at, lexicon.honorifics):
                    fresh = True
                if token.kind == "w" and token.text[0].isdigit() and at + 1 < len(tokens):
                    if is_name(tokens[at + 1], lexicon):  # "12th Fail": a title, no person
                        at = name_end(tokens, at + 1, len(tokens), lexicon)
                        continue
                if not is_name(token, lexicon):
                    at += 1
                    continue
                end = name_end(tokens, at, len(tokens), lexicon)
                first, marks = self._strip(tokens, at, end)
                name = self._print(tokens, first, end)
                if name:
                    before = tokens[at - 1].low if at else ""
                    subject = (
                        before not in lexicon.prepositions
                        and before not in _TOLD
                        and not tokens[end - 1].owns
                        and not self._modifies(tokens, end)
                    )
                    found.append((tokens[first].start, name, subject, sentence))
                    if before == "the":
                        self._articled[name] += 1
                    if self._speaks(tokens, at, end):
                        self._acts.add(name)
                    self._note_roles(tokens, at, first, end, name, marks)
                at = end
        return found

    def _modifies(self, tokens: Sequence[Token], end: int) -> bool:
        """"England coach Rory Blackwood": the name before the role is no subject."""
        lexicon = self._lexicon
        at = end
        while at < len(tokens) and at - end < 4 and tokens[at].low in lexicon.roles | lexicon.epithets:
            at += 1
        return at > end and at < len(tokens) and is_name(tokens[at], lexicon)

    def _speaks(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a verb of saying stands beside the name, or an age or a "who"."""
        lexicon = self._lexicon
        before = tokens[at - 1].low if at else ""
        after = [t.low for t in tokens[end : end + 2]]
        if before in lexicon.cues and before not in _TOLD:
            return True
        if after[:1] == [","] and after[1:] and (after[1].isdigit() or after[1] == "who"):
            return True
        return any(w in lexicon.cues for w in after)

    def _strip(self, tokens: Sequence[Token], first: int, end: int) -> tuple[int, list[str]]:
        """Cut "Actress", "Mr." and the like off a name's front."""
        marks: list[str] = []
        at = first
        while at < end - 1:
            low = tokens[at].low
            if tokens[at].text == "." or low in self._front:
                marks.append(low)
                at += 1
            else:
                break
        return at, marks

    def _print(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """The name as printed, a possessive ending cut off, blanks made single."""
        name = self._text[tokens[first].start : tokens[end - 1].end]
        for ending in ("’s", "'s"):
            name = name.removesuffix(ending)
        return " ".join(name.split()).rstrip("’'")

    def printed_name(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """A name without the "Mr." or "Actress" before it."""
        start, _ = self._strip(tokens, first, end)
        return self._print(tokens, start, end)

    def _note_roles(
        self,
        tokens: Sequence[Token],
        at: int,
        first: int,
        end: int,
        name: str,
        marks: list[str],
    ) -> None:
        """Remember "actor X", "X, an actress," and "X, 61,"."""
        lexicon = self._lexicon
        roles = [m for m in marks if m != "."]
        before = at - 1
        while before >= 0 and at - before <= 5:
            low = tokens[before].low
            if low in lexicon.roles | lexicon.relations:
                roles.append(low)
            elif low not in lexicon.epithets and tokens[before].text != ",":
                break
            before -= 1
        if tokens[end - 1].owns and end < len(tokens):
            pass
        elif end + 1 < len(tokens) and tokens[end].text == ",":
            if tokens[end + 1].low.isdigit():
                roles.append(f"{tokens[end + 1].low}-year-old")
            for token in tokens[end + 1 : end + 9]:
                if token.text in {",", "."} or token.low in lexicon.relative:
                    break
                if token.low in lexicon.roles | lexicon.relations:
                    roles.append(token.low)
        elif end < len(tokens) and tokens[end].low in {"is", "was"}:
            roles.extend(t.low for t in tokens[end + 1 : end + 6] if t.low in lexicon.roles)
        for role in roles:
            self._roles[role].append(name)
            if role in lexicon.she_roles:
                self._votes[name]["she"] += 3
            elif role in lexicon.he_roles:
                self._votes[name]["he"] += 3
        del first

    def _fullest(self) -> dict[str, str]:
        """Each name as printed -> the fullest name of the same person."""
        full = [n for n in self._counts if len(_words(n)) > 1]
        full.sort(key=lambda n: (-self._counts[n], len(n), n))
        known = {tuple(_words(n)): n for n in full}
        result: dict[str, str] = {}
        for name in self._counts:
            words = tuple(_words(name))
            best = None
            if len(words) > 1:
                # "US President Donald Trump" where "Donald Trump" stands alone too
                for cut in range(1, len(words) - 1):
                    if words[cut:] in known:
                        best = known[words[cut:]]
                        break
            result[name] = best or name
        return result

    def fullest_name(self, name: str) -> str:
        """The fullest name the article gives for a name as it is printed somewhere."""
        if name not in self._known:
            self._known[name] = self._find_fullest(name)
        return self._known[name]

    def _find_fullest(self, name: str) -> str:
        if name in self._full and len(_words(name)) > 1:
            target = self._full[name]
            return self._respelt(target)
        words = _words(name)
        best: tuple[tuple[int, int, str], str] | None = None
        for other, target in self._full.items():
            their = _words(other)
            if len(their) <= len(words):
                continue
            if their[-len(words) :] == words:
                place = 0
            elif their[: len(words)] == words:
                place = 1
            elif len(words) == 1 and words[0] in their:
                place = 2
            else:
                continue
            crowd = bool(set(their) & self._lexicon.organisation)
            key = (place + 3 * crowd, -self._counts[other], other)
            if best is None or key < best[0]:
                best = (key, target)
        if best is not None:
            return self._respelt(best[1])
        return self._respelt(name)

    def _respelt(self, name: str) -> str:
        """A rare spelling of a frequent name, mended."""
        words = _words(name)
        if self._counts[name] > 1 or max(map(len, words), default=0) < _SHORTEST_MISSPELT:
            return name
        for other in sorted(self._counts, key=lambda n: (-self._counts[n], n)):
            their = _words(other)
            if other == name or len(their) < len(words) or self._counts[other] < 2:
                continue
            pairs = list(zip(words[::-1], their[::-1], strict=False))
            if len(words) == 1:
                pairs = min(
                    ([(words[0], t)] for t in their),
                    key=lambda p: -JaroWinkler.similarity(p[0][0], p[0][1]),
                )
            alike = all(
                a == b or (len(a) >= _SHORTEST_MISSPELT and JaroWinkler.similarity(a, b) >= LIKE)
                for a, b in pairs
            )
            if alike and len(words) in {1, len(their)} and words != their:
                return self._full.get(other, other) if len(their) > 1 else self.fullest_name(other)
        return name

    def _human(self, name: str) -> bool:
        words = _words(name)
        if name in self._things:
            return False
        if "&" in words or words[0] in self._lexicon.places or any(w[:1].isdigit() for w in words):
            return False
        return not set(words) & self._lexicon.organisation

    def _genders(self, paragraphs: Sequence[Sequence[Token]]) -> dict[str, str]:
        """Votes of honorifics, roles and the pronouns that follow a name."""
        lexicon = self._lexicon
        for name in list(self._votes):
            target = self.fullest_name(name)
            if target != name:
                self._votes[target].update(self._votes[name])
        persons = iter(sorted(self.persons, key=lambda p: p.at))
        upcoming = next(persons, None)
        last: str | None = None
        sentence, begins, place = -1, 0, 0
        for tokens in paragraphs:
            for token in tokens:
                place += 1
                here = self._sentence_of(token.start)
                if here != sentence:
                    sentence, begins = here, place
                while upcoming is not None and upcoming.at <= token.start:
                    if self._human(upcoming.name):
                        last = upcoming.name if upcoming.subject or last is None else last
                    upcoming = next(persons, None)
                # a pronoun later in a sentence may mean anybody in it
                if last is not None and token.kind == "w" and place - begins < _EARLY:
                    if token.low in lexicon.she:
                        self._votes[last]["she"] += 1
                    elif token.low in lexicon.he:
                        self._votes[last]["he"] += 1
        genders: dict[str, str] = {}
        for name, votes in self._votes.items():
            she, he = votes["she"], votes["he"]
            if she >= 2 * he + 2 or (she and not he):
                genders[name] = "she"
            elif he >= 2 * she + 2 or (he and not she):
                genders[name] = "he"
        return genders

    # -- resolving ---------------------------------------------------------

    @property
    def protagonist(self) -> str | None:
        """The person most often named."""
        if not self._totals:
            return None
        return min(self._totals, key=lambda n: (not self._is_person(n), -self._totals[n], n))

    def _sentence_of(self, at: int) -> int:
        lo, hi = 0, len(self._sentence_at)
        while lo < hi:
            middle = (lo + hi) // 2
            if self._sentence_at[middle] <= at:
                lo = middle + 1
            else:
                hi = middle
        return lo - 1

    def subjects_before(self, at: int) -> list[str]:
        """Persons named before ``at``, likeliest antecedent first.

        The subject of the same sentence, then sentence by sentence backwards,
        subjects before the rest.
        """
        here = self._sentence_of(at)
        rows: dict[int, list[Person]] = defaultdict(list)
        for person in reversed(self.persons):
            if person.at >= at:
                continue
            if here - person.sentence > _FAR:
                break
            known = " " in person.name or not self._persons or self._is_person(person.name)
            if known and self._human(person.name):
                rows[person.sentence].append(person)
        ranked: list[tuple[bool, bool, int, int, str]] = []
        for sentence, row in rows.items():
            # a name that never speaks, is a place or a work as often as a person
            ranked.extend(
                (
                    not (p.subject or sentence == here),
                    not self._is_person(p.name) and sentence < here - 1,
                    -sentence,
                    0 if p.subject else 1,
                    p.name,
                )
                for p in sorted(row, key=lambda p: p.at)
            )
        ranked.sort(key=lambda key: key[:4])
        return list(dict.fromkeys(name for *_, name in ranked))

    def _is_person(self, name: str) -> bool:
        return name in self._persons

    def speaker_before(self, at: int) -> str | None:
        """Whose turn it is to speak where nobody is named: the last person, or the main one."""
        for name in self.subjects_before(at):
            if self._is_person(name):
                return name
        return self.protagonist

    def resolve_pronoun(self, pronoun: str, at: int, prefer: str | None = None) -> str | None:
        """Whom a pronoun at ``at`` means; ``prefer``: the speaker just before, if any."""
        low = pronoun.casefold()
        lexicon = self._lexicon
        gender = "she" if low in lexicon.she else "he" if low in lexicon.he else None
        for name in self.subjects_before(at):
            if gender is None or self._gender.get(name, gender) == gender:
                return name
        if prefer is not None:
            return prefer
        for person in self.persons:
            if self._human(person.name) and self._gender.get(person.name) in {gender, None}:
                return person.name
        return None

    def resolve_role(self, head: str, at: int, prefer: str | None = None) -> str | None:
        """Whom "the actor" or "the 47-year-old" means; None for "the club"."""
        lexicon = self._lexicon
        if head == "latter":
            return next(iter(self.subjects_before(at)), None)
        aged = head.endswith("year-old")
        known = lexicon.roles | lexicon.relations | lexicon.she_roles | lexicon.he_roles
        if not aged and head not in known:
            return None
        gender = "she" if head in lexicon.she_roles else "he" if head in lexicon.he_roles else None
        alike = next((group for group in _ALIKE if head in group), frozenset({head}))
        recent = [
            c
            for c in self.subjects_before(at)
            if gender is None or self._gender.get(c, gender) == gender
        ]
        holders = [
            self.fullest_name(n) for role in sorted(alike) for n in self._roles.get(role, [])
        ]
        for name in recent:
            if name in holders:
                return self._remember(head, name)
        if aged and prefer is not None and not holders:
            return prefer
        if head in self._memory:
            return self._memory[head]
        if holders and head not in lexicon.relations:
            return self._remember(head, Counter(holders).most_common(1)[0][0])
        if holders:
            return holders[-1]
        if head in lexicon.relations and head not in lexicon.roles:
            return None
        here = self._sentence_of(at)
        start = max((s for s in self._paragraph_starts if s <= here), default=0)
        near = [p.name for p in self.persons if max(start, here - 2) <= p.sentence and p.at < at]
        for name in recent:
            if name in near:
                return self._remember(head, name)
        main = self.protagonist
        fits = gender is None or main is None or self._gender.get(main, gender) == gender
        if aged or not fits or main is None:
            return recent[0] if recent else None
        return self._remember(head, main)

    def _remember(self, head: str, name: str) -> str:
        self._memory[head] = name
        return name
