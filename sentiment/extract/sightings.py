"""Which names stand in an article's prose, where, and beside which roles?"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from sentiment.extract.aliases import alias_behind
from sentiment.extract.asides import (
    begins_nameless,
    described_as,
    holds_office,
    is_account_of,
    stands_aside,
)
from sentiment.extract.clauses import is_finite
from sentiment.extract.name_extent import name_end, name_start
from sentiment.extract.name_fronts import NameFronts
from sentiment.extract.name_words import is_month_too, is_name, is_noun, is_opener
from sentiment.extract.namesakes import Namesakes
from sentiment.extract.role_names import name_behind_role
from sentiment.extract.sentence_subjects import is_questioned
from sentiment.extract.things_named import is_staffed, person_in, title_words
from sentiment.extract.told_roles import RoleReader
from sentiment.extract.topics import is_topic, yields
from sentiment.extract.unnamed import (
    is_brief,
    is_dateline,
    is_epithet,
    is_participle,
    is_shouted,
    is_titled,
)
from sentiment.extract.words import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_BRACKETED: Final = 8
"""Tokens of a name spelt again in brackets."""
_PROPER: Final = 2
"""Words that must follow an office inside a name, lest it be a part of the name."""
_ROLE_REACH: Final = 5
"""Tokens before a name that may be its role: "ex-husband, director Jonah Fisk"."""
_PLAYING: Final = frozenset({"plays", "played", "playing", "portrays", "portrayed"})
"""Before the name of a part in a film."""
_NOMINATIVE: Final = frozenset({"she", "he", "they"})
_CONJUNCTIONS: Final = frozenset({"after", "before", "since", "until", "as", "like"})
_HEADLINE: Final = 3
"""Words in capitals that make a headline within the prose."""
_NEAR: Final = 5
"""Tokens before a name in which it may be spoken with."""
ASKED: Final = frozenset({"asked", "quizzed", "questioned", "pressed", "grilled", "interviewed"})
"""Verbs of who puts a question, or of whom it is put to."""
_BESIDE: Final = frozenset({"and", "with", "alongside"})
"""Between somebody and whom they stand with: Ana and her son."""
_POSSESSIVE: Final = 2
_KIN: Final = 3
"""Tokens from the comma behind "with her mother" to its possessive and its preposition."""
_PLAYERS: Final = frozenset(
    {"singer", "vocalist", "frontman", "frontwoman", "drummer", "guitarist", "bassist"}
)
"""Whose "of" names a band."""
_REPLIES: Final = frozenset({"reply", "comment", "answer"})
_OURS: Final = frozenset({"we", "i"})
_YIELDING: Final = 20
"""Names of one sentence that may yield."""
_ACCOUNTS: Final = frozenset({"account", "handle", "timeline"})
_OWNED: Final = 4
"""Tokens of "own reply", "verified X account"."""
_SURE: Final = 3
"""Votes that a role ("actress") has against a pronoun's one."""


NOBLE: Final = frozenset({"lady", "lord", "prince", "princess", "king", "queen", "pope"})
"""Titles that are part of a name of one word: Lady Gannet, Prince Harald."""


_SELF: Final = {"himself": "he", "herself": "she"}
"""Behind a name: whose it is, somebody's for certain."""


class Sighting(NamedTuple):
    """One time a name stands in the prose, as printed.

    subject   whether no preposition governs it and it owns nothing
    sentence  number of its sentence, counted over the article
    addressed whether somebody speaks with them there, so that they listen
    aside     whether it stands in a clause that begins with "which"
    tells     whether a verb of telling stands right behind it
    """

    at: int
    name: str
    subject: bool
    sentence: int
    addressed: bool = False
    aside: bool = False
    tells: bool = False


@dataclass(slots=True)
class Sightings:
    """All sightings of an article, and what stands beside the names.

    roles       role -> names that have it
    votes       name -> Counter of "she" and "he"
    noble       name of one word -> the same with its title: Lady Gannet
    articled    name -> times "the" stands before it
    staffed     names gone into or worked for: "at Lumen", "a Lumen employee"
    askers      sentence -> who asked or told somebody in it, and the pronoun for them, if any
    leads       place, role and sentence of each "The actress" that begins one
    repeats     place, pronoun and sentence of each "He" that begins one
    aliases     what somebody is also called -> their name: Ivo Olt, popularly known as Olty
    speaking    names beside which a verb of saying, an age or "who" stands
    nobodies    sentences that begin with somebody nameless and quote nobody
    sentences   first code point of each sentence
    paragraphs  number of each paragraph's first sentence
    headings    numbers of the sentences that are subheadings, and their sightings' indexes
    """

    found: list[Sighting] = field(default_factory=list)
    roles: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    votes: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    noble: dict[str, str] = field(default_factory=dict)
    articled: Counter[str] = field(default_factory=Counter)
    staffed: set[str] = field(default_factory=set)
    leads: list[tuple[int, str, int]] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)
    repeats: list[tuple[int, str, int]] = field(default_factory=list)
    speaking: set[str] = field(default_factory=set)
    askers: dict[int, tuple[str, str]] = field(default_factory=dict)
    nobodies: set[int] = field(default_factory=set)
    sentences: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)
    headings: dict[int, range] = field(default_factory=dict)


def _known_part(name: str, known: Container[str]) -> str:
    """A name in a heading from the first word that the prose knows: Amused Olt is Olt."""
    words = name.split()
    first = next((at for at, word in enumerate(words) if word in known), 0)
    ends = range(len(words), first + 1, -1)
    whole = (run for end in ends if (run := " ".join(words[first:end])) in known)
    return next(whole, " ".join(words[first:]))


def _told_part(name: str, names: Container[str]) -> str:
    """The longest of the names that a run of words without capitals holds, else all of it."""
    words = name.split()
    lengths = range(len(words), 0, -1)
    runs = ((size, at) for size in lengths for at in range(len(words) - size + 1))
    held = (run for size, at in runs if (run := " ".join(words[at : at + size])) in names)
    return next(held, name)


def over_brackets(tokens: Sequence[Token], at: int) -> int:
    """Index behind a short bracket that may open at ``at``."""
    if at >= len(tokens) or tokens[at].text != "(":
        return at
    close = (i + 1 for i in range(at, min(len(tokens), at + _BRACKETED)) if tokens[i].text == ")")
    return next(close, at)


def _is_shouting(token: Token) -> bool:
    """Whether a word is all capitals, as in a headline."""
    return token.kind == "w" and len(token.text) > 1 and token.text.isupper()


class NameSpotter:
    """Reads the tokens of an article once."""

    def __init__(self, text: str, lexicon: ProseLexicon, works: Sequence[str] = ()) -> None:
        """``text``: what the tokens were cut from; ``works``: titles that are nobody's names."""
        self._text = text
        self._lexicon = lexicon
        self._fronts = NameFronts(lexicon)
        self._roles = RoleReader(lexicon)
        self._kin = lexicon.kin
        self._namesakes = Namesakes(lexicon)
        self._works = frozenset(map(title_words, works))
        self._topics = lexicon.signs - lexicon.agents if lexicon.personal else frozenset()
        singular = (lexicon.she | lexicon.he) & lexicon.pronouns
        self._repeating = frozenset() if lexicon.own else singular

    def spot(self, paragraphs: Sequence[Sequence[Token]]) -> Sightings:
        """Every name outside quotations. ``paragraphs``: their tokens, quotations as "q"."""
        seen = Sightings()
        for tokens in paragraphs:
            seen.paragraphs.append(len(seen.sentences))
            titled = is_titled(tokens)
            if is_shouted(tokens) or (titled and paragraphs[0] is tokens):
                continue
            first = len(seen.found)
            self._read(tokens, seen, brief=is_brief(tokens) and not self._lexicon.own)
            if titled and not self._lexicon.own:
                seen.headings[seen.paragraphs[-1]] = range(first, len(seen.found))
        self._prune(seen)
        return seen

    def _prune(self, seen: Sightings) -> None:
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
            sure |= lexicon.she_names | lexicon.he_names
            kept = (s for s in seen.found if sure & set(s.name.split()))
            seen.found = [s._replace(name=_told_part(s.name, whole)) for s in kept]
        elif lexicon.own:  # what has a capital only where a sentence begins may be any word
            inner = {s.name for s in seen.found if s.at != seen.sentences[s.sentence]}
            sure |= inner | {w for name in inner for w in name.split()}
            given = lexicon.she_names | lexicon.he_names
            sure |= {s.name for s in seen.found if s.name.casefold() in given}
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

    def _read(self, tokens: Sequence[Token], seen: Sightings, *, brief: bool) -> None:
        """Note the names of a paragraph; ``brief``: a subheading whose verbs are capitals."""
        lexicon = self._lexicon
        offices = lexicon.roles if lexicon.genitives else frozenset()
        fresh, at = True, 0
        while at < len(tokens):
            token = tokens[at]
            if fresh:
                seen.sentences.append(token.start)
            if fresh or token.low in self._topics:
                lead = self._roles.lead(tokens, at)
                if lead is not None:
                    seen.leads.append((*lead, len(seen.sentences) - 1))
                elif token.low in self._repeating and is_finite(
                    tokens, at + 1, len(tokens), lexicon
                ):
                    seen.repeats.append((token.start, token.low, len(seen.sentences) - 1))
                if begins_nameless(tokens, at, lexicon):
                    seen.nobodies.add(len(seen.sentences) - 1)
            if token.kind != "w":
                fresh = ends_sentence(tokens, at, lexicon.honorifics)
                at += 1
                continue
            opens, fresh = fresh, False
            if token.low in offices:
                self._note_office(tokens, at, seen)
            told = brief and at > 0 and token.low in lexicon.cues
            told = told or (brief and token.low in lexicon.collective)  # "Airline Responds"
            if told or token.text[0].islower() or (opens and self._is_opener(tokens, at)):
                at += 1
                continue
            ranked = at > 1 and tokens[at - 2].low == "no"  # "World No. 1 Ivo Olt"
            numbered = token.text[0].isdigit() and at + 1 < len(tokens) and not ranked
            numbered = numbered and not self._fronts.is_crowned(tokens, at + 1)
            if numbered and is_name(tokens[at + 1], lexicon):
                at = name_end(tokens, at + 1, len(tokens), lexicon)  # "12th Fail" is no person
            elif self._is_place(tokens, at):
                at += 1
            elif lexicon.own and all(map(_is_shouting, tokens[at : at + _HEADLINE])):
                at += _HEADLINE
                while at < len(tokens) and _is_shouting(tokens[at]):
                    at += 1  # "LEGGI ANCHE: ANNA LIMA FURIOSA"
            elif is_name(token, lexicon) or is_month_too(tokens, at, lexicon):
                end = name_end(tokens, at, len(tokens), lexicon)
                end -= end - at > 1 and is_account_of(tokens, end, lexicon)
                if not (is_dateline(tokens, at, end) or is_epithet(tokens, at, end, lexicon)):
                    self._note(tokens, at, end, seen)
                at = end
            else:
                at += 1

    def _is_opener(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a capital only opens a sentence there: Pressed on the bill, she said."""
        lexicon = self._lexicon
        bare = at + 1 == len(tokens) or not tokens[at + 1].capital
        if at and tokens[at - 1].kind == "q" and tokens[at].low in lexicon.told - lexicon.own:
            return True  # “…?” Said Brand.
        if tokens[at].low == "oh" and bare:
            return True  # "Oh, and he wrote"; but "Oh Ha-eun wrote"
        if bare and not lexicon.own and self._is_anybody(tokens[at].low):
            return True  # "Bride slammed for her chairs"
        asked = is_questioned(tokens, at, len(tokens), lexicon)
        return asked or is_opener(tokens, at, lexicon) or is_participle(tokens, at, lexicon)

    def _is_anybody(self, low: str) -> bool:
        """Whether a word tells what anybody may be, and is no title of somebody's."""
        lexicon = self._lexicon
        title = low in NOBLE or low in lexicon.honorifics
        return (low in lexicon.she_roles or low in lexicon.he_roles) and not title

    def _may_precede(self, low: str) -> bool:
        """Whether a word may stand between a preposition and the name that it governs."""
        lexicon = self._lexicon
        known = (lexicon.roles, lexicon.determiners, lexicon.collective, lexicon.organisation)
        return any(low in words for words in known)

    def _is_place(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a platform's name ends here: "scrive su Twitter Paolo Neri"."""
        lexicon = self._lexicon
        governed = at > 0 and tokens[at - 1].low in lexicon.prepositions
        return bool(lexicon.own) and governed and tokens[at].low in lexicon.places

    def _is_office(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a capital word ends a role: "il ministro della Cultura Dario Fabbri"."""
        lexicon = self._lexicon
        if at == 0 or end - at <= _PROPER or tokens[at - 1].low not in lexicon.genitives:
            return False
        return any(t.low in lexicon.roles for t in tokens[max(0, at - _ROLE_REACH) : at])

    def _note_office(self, tokens: Sequence[Token], at: int, seen: Sightings) -> None:
        """Whose a role with a complement is: "o presidente da Câmara, Rodrigo Mota"."""
        kin = tokens[at].low in self._lexicon.relations
        if kin or at + 1 >= len(tokens) or tokens[at + 1].low not in self._lexicon.genitives:
            return
        found = name_behind_role(tokens, at + 1, len(tokens), self._lexicon)
        if found is not None:
            seen.roles[tokens[at].low].append(self.printed_name(tokens, *found))

    def _note(self, tokens: Sequence[Token], at: int, end: int, seen: Sightings) -> None:
        if is_noun(tokens, at, self._lexicon) or self._is_office(tokens, at, end):
            at += 1
            while at < end and tokens[at].text[0].islower():
                at += 1  # "Der Wechsel von Amara Conde"
            if at == end:
                return
        if self._lexicon.own and end == at + 1 and tokens[at].low in self._lexicon.roles:
            return  # "el Presidente", "Primer Mandatario"
        first, marks = self._fronts.strip(tokens, at, end)
        field = self._fronts.behind_field(tokens, at, end) > at
        name = self._namesakes.told_apart(self._printed(tokens, first, end), marks)
        if not any(map(str.isalnum, name)):
            return
        lexicon = self._lexicon
        before = tokens[at - 1].low if at else ""
        governed = self._is_governed(tokens, at, end, seen)
        governed = governed and not (field or self._fronts.is_seated(tokens, at, end))
        governed = governed or self._is_afterthought(tokens, at, end, seen.sentences[-1])
        held = end < len(tokens) and tokens[end].low in self._kin and not lexicon.own
        held = held or self._fronts.describes(tokens, at, end)
        owns = tokens[end - 1].owns and not self._replies(tokens, end)
        subject = not (governed or owns or held or self._fronts.modifies(tokens, end))
        if lexicon.own and tokens[first].text[0].islower():
            return  # "Líder do DEM"
        listens = governed and before in {"with", "to", "told"} and self._is_spoken_with(tokens, at)
        sentence = len(seen.sentences) - 1
        aside = stands_aside(tokens, at, seen.sentences[-1], self._lexicon)
        if is_topic(tokens, at, over_brackets(tokens, end), lexicon):
            self._yield(seen)
        tells = subject and end < len(tokens) and tokens[end].low in lexicon.told - lexicon.own
        place = tokens[first].start
        seen.found.append(Sighting(place, name, subject, sentence, listens, aside, tells))
        if subject and end + 1 < len(tokens) and tokens[end].low in lexicon.addressing:
            seen.askers[len(seen.sentences) - 1] = (name, tokens[end + 1].low)
        elif self._asks(tokens, at):
            seen.askers[len(seen.sentences) - 1] = (name, "")
        if before == "the":
            seen.articled[name] += 1
        seen.staffed.update([name] if is_staffed(tokens, at, end, lexicon) else ())
        revealing = governed and end < len(tokens) and tokens[end].low.endswith("ing")
        user = [t.text[:1] for t in tokens[end : end + 2]] == ["(", "@"]  # "Gaby Goss (@gabygoss)"
        if (user and not lexicon.own) or (
            self._speaks(tokens, at, end) and not (held or revealing)
        ):
            seen.speaking.add(name)
        if tokens[first].low in lexicon.places:
            return  # "On Twitter, the band said"
        ahead = self._roles.before(tokens, at)
        office = self._fronts.office_before(tokens, at) if field else None
        ahead = ahead if office is None else [office]
        if end < len(tokens) and tokens[end].low == "and":  # "the couple Ketaki and Rohan"
            ahead = [role for role in ahead if role not in lexicon.collective]
        article = self._roles.gender(tokens, at) if ahead else None
        if article is not None:
            seen.votes[name][article] += _SURE
        self._note_beside(tokens, at, end, name, seen)
        ranked = self._roles.ranked(tokens, first)
        ahead += [] if ranked is None else [ranked]
        described = self._described(tokens, at, end, seen)
        ahead += [] if described is None else [described]
        if self._roles.is_former(tokens, at):
            ahead += [f"former-{role}" for role in (*marks, *ahead)]
        roles = [*marks, *ahead, *self._roles.behind(tokens, end)]
        self._note_roles(roles, name, seen)
        if first == end - 1 and NOBLE.intersection(marks[-1:]):
            seen.noble[name] = f"{tokens[first - 1].text} {name}"

    def _note_roles(self, roles: Sequence[str], name: str, seen: Sightings) -> None:
        """Note what somebody is, and the gender that it tells: a title beyond doubt."""
        for role in roles:
            seen.roles[role].append(name)
            votes = _SURE + _SURE * (role in NOBLE)
            if role in self._lexicon.she_roles:
                seen.votes[name]["she"] += votes
            elif role in self._lexicon.he_roles:
                seen.votes[name]["he"] += votes

    def _note_beside(
        self, tokens: Sequence[Token], at: int, end: int, name: str, seen: Sightings
    ) -> None:
        """Note what stands beside a name: "Ivo Brand and his sister", "the singer of Mud Lark"."""
        lexicon = self._lexicon
        if lexicon.own:
            return
        alias = alias_behind(tokens, end, lexicon) if " " in name else None
        if alias is not None:
            seen.aliases[self._printed(tokens, alias, alias + 1)] = name
        if at > 1 and tokens[at - 1].low == "of" and tokens[at - 2].low in _PLAYERS:
            seen.roles["band"].append(name)
        self_ = tokens[end].low if end < len(tokens) else ""
        if self_ in _SELF:  # "Eunho himself brought it up"
            seen.votes[name][_SELF[self_]] += _SURE
            seen.speaking.add(name)
        opens = end + 1 < len(tokens) and self._opens(tokens, at, seen.sentences[-1])
        low = tokens[end + 1].low if opens and tokens[end].low in _BESIDE else ""
        if low in lexicon.possessives & (lexicon.she ^ lexicon.he):
            seen.votes[name]["she" if low in lexicon.she else "he"] += _SURE

    def _opens(self, tokens: Sequence[Token], at: int, start: int) -> bool:
        """Whether a name opens its sentence, or only a role stands before it: Captain Ivo Olt."""
        front = at
        while front > max(0, at - _ROLE_REACH) and tokens[front].start > start:
            front -= 1
        held = front == at or tokens[at - 1].low in self._lexicon.kin
        before = tokens[front:at]
        told = any(t.kind != "w" or t.low in self._lexicon.cues for t in before)
        return held and not told and tokens[front].start == start

    def _is_afterthought(self, tokens: Sequence[Token], at: int, end: int, start: int) -> bool:
        """Whether a name is all there is behind an adverb: Specifically, Bodil Frane."""
        alone = at > 1 and tokens[at - 1].text == "," and tokens[at - 2].start == start
        ended = end < len(tokens) and tokens[end].text == "."
        return alone and ended and tokens[at - 2].low.endswith("ly") and not self._lexicon.own

    def _is_governed(self, tokens: Sequence[Token], at: int, end: int, seen: Sightings) -> bool:
        """Whether a preposition or the like governs the name in ``tokens[at:end]``."""
        lexicon = self._lexicon
        front = at
        if at and tokens[at - 1].owns and not lexicon.own:  # "in a chat with The Moat's Ed Roe"
            front = name_start(tokens, at - 1, max(0, at - _ROLE_REACH), lexicon)
            front -= front > 0 and tokens[front - 1].low in lexicon.determiners
        before = tokens[front - 1].low if front else ""
        if front > 1 and before in lexicon.agents and tokens[front - 2].low in lexicon.they:
            return True  # "sila ni Ana"
        if lexicon.subject_marks:
            end = over_brackets(tokens, end)
        after = tokens[end].low if end < len(tokens) and lexicon.subject_marks else ""
        role = before
        if lexicon.own and self._may_precede(
            before
        ):  # "con el cantante Rubén Soto", "en La Moneda"
            role = self._roles.governor(tokens, at)
        governed = (
            role in lexicon.prepositions and not lexicon.subject_marks
        ) or before in lexicon.addressing
        if governed and before in lexicon.addressing and at > 1 and not lexicon.own:
            governed = tokens[at - 2].low not in _OURS  # "We asked Lim if", who answers
        governed = governed or after in lexicon.prepositions or before in _PLAYING
        if before.endswith("ed") and at > 1 and tokens[at - 2].low in _NOMINATIVE:
            governed = governed or not is_finite(
                tokens, end, len(tokens), lexicon
            )  # "she tagged X"
        if governed and before in _CONJUNCTIONS:  # "hours after Bodil had mocked her"
            governed = not is_finite(tokens, end, len(tokens), lexicon)
        if before == "," and not lexicon.own and self._is_kin_governed(tokens, at - 1):
            return True  # "posing with her mother, Cyn Gale"
        if before == "," and at > 1 and seen.found and not lexicon.own:
            last = seen.found[-1]  # "outside Larkhill, Delaware"
            beside = last.at + len(last.name) == tokens[at - 2].end
            who = [t.low for t in tokens[end : end + 2]]  # "Speaking in Larkhill, Ana, who"
            told = len(who) > 1 and (who[1] in {"who", "whose"} or who[1].isdigit())
            told = told or self._described(tokens, at, end, seen) is not None
            told = told or holds_office(tokens, at, end, lexicon)
            told = told or (len(who) > 1 and who[0].endswith("s") and who[1] in lexicon.determiners)
            beside = beside and not (told or is_finite(tokens, end, len(tokens), lexicon))
            governed = governed or (beside and not last.subject)
        if before == "for" and end < len(tokens) and tokens[end].text == ",":
            return tokens[at - 1].start != seen.sentences[-1]  # "For Ana Lim, it was too late"
        return governed

    def _is_kin_governed(self, tokens: Sequence[Token], comma: int) -> bool:
        """Whether a preposition governs somebody's kin before a comma: with her mother, …"""
        lexicon = self._lexicon
        if comma < _KIN or tokens[comma - 1].low not in lexicon.relations:
            return False
        owned = tokens[comma - _POSSESSIVE].low in lexicon.possessives
        return owned and tokens[comma - _KIN].low in lexicon.prepositions

    def _yield(self, seen: Sightings) -> None:
        """Let whom a sentence is about go before who else it names."""
        last = len(seen.found) - 1
        for index in range(last, max(-1, last - _YIELDING), -1):
            sighting = seen.found[index]
            if sighting.sentence < len(seen.sentences) - 1:
                break
            if yields(self._text, sighting.at, len(sighting.name), self._lexicon):
                seen.found[index] = sighting._replace(subject=False)

    def _described(self, tokens: Sequence[Token], at: int, end: int, seen: Sightings) -> str | None:
        """The role told before a comma of whom the name in ``tokens[at:end]`` means."""
        if at <= 1 or tokens[at - 1].text != "," or self._lexicon.own:
            return None
        apart = end + 1 < len(tokens) and tokens[end].text == ","
        if not apart or not is_finite(tokens, end + 1, len(tokens), self._lexicon):
            return None
        return described_as(tokens, at - 2, seen.sentences[-1], self._lexicon)

    def printed_name(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """A name as printed, without "Mr." or "Actress" before it and ’s behind it."""
        at, marks = self._fronts.strip(tokens, max(0, first - 1), end)
        if at < first:
            at, marks = self._fronts.strip(tokens, first, end)
        return self._namesakes.told_apart(self._printed(tokens, at, end), marks)

    def _printed(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """A name as printed, without ’s behind it."""
        name = self._text[tokens[first].start : tokens[end - 1].end]
        if name.isalpha():
            return name
        for ending in ("’s", "'s"):
            name = name.removesuffix(ending)
        return " ".join(name.split()).rstrip("’'")

    def _asks(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether somebody is asked by whom the name at ``at`` means: asked by actress Ana Lim."""
        for by in range(at - 1, max(0, at - _NEAR), -1):
            if tokens[by].low == "by":
                return tokens[by - 1].low in ASKED
            if tokens[by].kind != "w":
                return False
        return False

    def _replies(self, tokens: Sequence[Token], end: int) -> bool:
        """Whether what it owns speaks for it: "Karthi’s own reply", "Brand’s official account"."""
        near = [t.low for t in tokens[end : end + _OWNED]]
        if near[:1] == ["own"] and near[1:2] and near[1] in self._lexicon.carrier | _REPLIES:
            return True
        return not self._lexicon.own and not _ACCOUNTS.isdisjoint(near)

    def _is_spoken_with(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether somebody talks to whom the name at ``at`` means: in a chat with Telly Dar."""
        near = tokens[max(0, at - _NEAR) : at]
        return any(t.low in self._lexicon.aloud or t.low == "chat" for t in near)

    def _speaks(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a verb of saying stands beside the name, or an age or "who"."""
        lexicon = self._lexicon
        before = tokens[at - 1].low if at else ""
        if lexicon.personal:  # the verb stands first: "Emosyonal na ibinahagi ni Ana"
            return before in lexicon.personal or before in lexicon.own
        weak = before in lexicon.addressing or before in lexicon.weak
        if before in lexicon.cues and not weak:
            return True
        if lexicon.subject_marks:
            end = over_brackets(tokens, end)  # "नवीन बोरा (Naveen Bora) ने"
        after = [t.low for t in tokens[end : end + 2]]
        if lexicon.subject_marks:  # no "फ्रेंच में पोस्ट", no "प्यारी तस्वीर साझा"
            return bool(after) and (after[0] in lexicon.subject_marks or after[0] in lexicon.cues)
        if len(after) > 1 and after[0] == "," and (after[1].isdigit() or after[1] == "who"):
            return True
        fronted = bool(lexicon.own) and not before and after[:1] == [","]  # "Luego, respondió"
        if fronted or (before == "(" and after[:1] == [")"]):
            return False  # "the Harbour Workers’ Union (HWU) said"
        if len(after) > 1 and after[0] in lexicon.weak and after[1] == ".":
            return False  # "Vertical shot."
        if len(after) > 1 and after[0] == "," and after[1] in lexicon.cues:
            if before == "," and at + 1 == end and is_name(tokens[at - 2], lexicon):
                return False  # "The mother, from Dunmore, Ohio, said"
            told = tokens[end + 2] if end + 2 < len(tokens) else None
            if told is not None and told.kind == "w" and is_name(told, lexicon):
                return False  # "sails through the Narrows, says Holloway"
        return not lexicon.cues.keys().isdisjoint(after)
