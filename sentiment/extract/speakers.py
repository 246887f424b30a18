"""Whose words does an attribution say they are?"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import MAKERS
from sentiment.extract.bodies import ORGANISED
from sentiment.extract.full_names import is_user_name
from sentiment.extract.mentions import AGENTS
from sentiment.extract.name_extent import name_end
from sentiment.extract.name_fronts import OFFICES
from sentiment.extract.name_words import is_name
from sentiment.extract.names_beside import NamesBeside
from sentiment.extract.nobody_above import NobodyAbove
from sentiment.extract.phrases import is_made_up
from sentiment.extract.post_owners import ACCOUNTS, PostOwners
from sentiment.extract.pronoun_speakers import PronounSpeakers
from sentiment.extract.subjects_before import (
    SubjectsBefore,
    bare_handle,
    bracketed_handle,
    handle_of,
)
from sentiment.extract.territories import is_native
from sentiment.extract.told_roles import ranked_office
from sentiment.extract.users_named import USERS
from sentiment.extract.words import STOPS, sentence_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.heroes import Hero
    from sentiment.extract.mentions import Mention
    from sentiment.extract.people import People
    from sentiment.extract.words import Token

_LADIES: Final = frozenset({"lady", "gentleman"})
"""With a capital and "first" before it, no name."""
_ANYBODY: Final = frozenset(
    ["mulher", "mujer", "femme", "donna", "frau", "homem", "hombre", "homme", "uomo", "mann"]
)
"""What repeats somebody nameless as well as somebody known."""
_NEAR: Final = 4
"""Tokens behind a role in which its own page is told of."""
_ON: Final = frozenset({"on", "in", "via"})
_AGAIN: Final = frozenset({"the", "this", "that"})
"""Before a word for somebody told of."""
_ONES: Final = frozenset({"another", "one", "second", "third"})
"""What, with "which" behind it, is one more post of the same one."""


class Speakers(NamesBeside):
    """Resolves mentions to authors and handles in one article."""

    def __init__(
        self,
        people: People,
        lexicon: ProseLexicon,
        hero: Hero,
        paragraphs: Sequence[Sequence[Token]] = (),
    ) -> None:
        """``people``: the persons of the article.

        hero        of whom it tells without a name
        paragraphs  the tokens of its prose
        """
        super().__init__(people, lexicon, SubjectsBefore(people, lexicon))
        self._hero = hero
        self._above = NobodyAbove(paragraphs, people, lexicon)
        self._owners = PostOwners(people, lexicon, self._before, self._author)
        self._pronouns = PronounSpeakers(
            people,
            lexicon,
            self._before,
            hero=hero,
            above=self._above,
            author=self._author,
            owners=self._owners,
        )

    def resolve(
        self,
        mention: Mention,
        tokens: Sequence[Token],
        prefer: str | None = None,
        *,
        goes_on: bool,
        answered: str | None = None,
    ) -> tuple[str | None, str | None]:
        """Author and handle of a mention; both None for the nameless.

        prefer   the speaker before
        answered the speaker before, if this one answers them
        goes_on  whether the verb ("added") says that the same one speaks on
        """
        lexicon, people = self._lexicon, self._people
        if mention.kind == "handle":
            handle = bare_handle(tokens[mention.last])
            return people.named_in(handle), handle
        if mention.kind == "pronoun":
            subject = self._before.subject_before(tokens, mention.first) if lexicon.own else None
            many = subject is not None and subject.head.endswith("s")  # "os fãs … e ele respondeu"
            many = many and tokens[mention.first].low not in lexicon.they
            crowd = subject is not None and subject.kind == "nameless" and not many
            if crowd and subject is not None and subject.head in lexicon.crowd:
                return None, bracketed_handle(tokens, subject.last + 1)  # "Ein Nutzer, @x, … er"
            told, user = self._user_above(mention, tokens)
            user = self._before.user_before(mention, tokens) or user
            unknown = told or user or self._is_unnamed(mention, tokens)
            if not (unknown or self._repeats_nobody(mention, tokens)):
                told = self._pronouns.resolve(mention, tokens, prefer, goes_on=goes_on)
            return told, user
        if mention.kind == "name" and mention.name is not None:
            return self._named(mention, mention.name, tokens)
        if self._owners.is_captioned(mention, tokens):
            return self._owners.sharer(tokens, mention.first), None
        if mention.kind == "nameless":
            return self._nameless(mention, tokens)
        if mention.kind == "carrier" or mention.head == "answer":
            return self._carried(mention, tokens)
        if mention.owner is not None and not self._may_be_person(mention, tokens):
            return self._owners.owner(mention, tokens), None  # "Sandoval’s answer", "her eyes"
        user = bracketed_handle(tokens, mention.last + 1)  # "The thread’s author, u/moth, was"
        alone = mention.first == mention.last and not is_user_name(mention.head)
        if alone and is_made_up(tokens[mention.last], lexicon):
            user = tokens[mention.last].text
        nobody = user is not None or self._before.is_nobody_again(mention, tokens)
        nobody = nobody or (mention.name is None and self._is_unnamed(mention, tokens))
        on = prefer if goes_on else None
        return None if nobody else self._role(mention, tokens, on, answered), user

    def _named(
        self, mention: Mention, name: tuple[int, int], tokens: Sequence[Token]
    ) -> tuple[str | None, str | None]:
        """Author and handle of a mention that ends in a name, or in an office with a capital."""
        lexicon, people = self._lexicon, self._people
        place = tokens[mention.first].start
        first, end = name
        full = people.fullest_name(tokens, first, end)
        office = ranked_office(tokens, end - 1) or full.casefold()
        if " " not in full and full.casefold() in lexicon.roles:
            held = people.titled_alone(office)
            return held or people.resolve_role(office, place), None  # "The Prime Minister"
        office = tokens[end - 1].low
        if self._is_titled(mention, tokens):
            return people.resolve_role(office, place, others=frozenset({full})), None
        beside = self._apposition(mention, tokens) if office in OFFICES else None
        if beside is not None:  # "National Secretary of NATA, Odo Stolt,"
            return beside, None
        if office in OFFICES and not lexicon.own:  # "The Federal Minister"
            return people.resolve_role(office, place) if people.is_held(office) else None, None
        front = tokens[mention.first].low
        nobody = front in lexicon.indefinite and office in lexicon.demonyms  # "an Iowa Democrat"
        behind = tokens[end] if end < len(tokens) else None
        if behind is not None and behind.capital and behind.low in lexicon.nameless:
            nobody = True  # "South Africans"
        if nobody and not lexicon.own:
            return None, None
        party = front == "the" and " " in full and office in lexicon.demonyms
        if party and not lexicon.own:  # "the Liberal Democrat said"
            return people.resolve_role("politician", place, others=frozenset({full})), None
        the = first and front == "the" and " " not in full
        if the and office in _LADIES and not lexicon.own:
            return people.resolve_role(office, place), None  # "The former First Lady"
        team = office.endswith("s") and office not in lexicon.demonyms  # "the Dolphins"
        if (
            the
            and not (team and tokens[mention.first].text == "the")
            and (mention.first == first - 1 or full.casefold() in lexicon.demonyms)
        ):
            full = self._behind_the(full, tokens, first)
        return full, bracketed_handle(tokens, end)

    def _nameless(self, mention: Mention, tokens: Sequence[Token]) -> tuple[str | None, str | None]:
        """Author and handle of "a user", by what stands beside the noun."""
        lexicon, people = self._lexicon, self._people
        which = [t.low for t in tokens[mention.last + 1 : mention.last + 3]] == [",", "which"]
        if (
            which and mention.head in _ONES and not lexicon.own
        ):  # Another, which answered a fan, said
            return next(iter(people.subjects_before(tokens[mention.first].start)), None), None
        account = mention.head in ACCOUNTS or mention.head in lexicon.accounts
        if account and mention.owner is not None:
            return self._owners.owner(mention, tokens), None
        named = self._of_account(mention, tokens) if account else None
        named = named or self._called(mention, tokens)
        user = bracketed_handle(tokens, mention.last + 1) or handle_of(mention, tokens, lexicon)
        again = None if named or user else self._before.introduced(mention, tokens)
        if again is not None:  # "a user called Moth. The user wrote"
            return self._called(again, tokens), bracketed_handle(tokens, again.last + 1)
        return (named, user) if named or user else self._user_above(mention, tokens)

    def _carried(self, mention: Mention, tokens: Sequence[Token]) -> tuple[str | None, str | None]:
        """Author and handle of "the tweet": of a user, of who told something in it, its owner."""
        first, behind = tokens[mention.first], tokens[mention.last + 1 : mention.last + 2]
        inside = tokens[mention.first + 1 : mention.last]
        plain = all(not t.capital or t.low in self._lexicon.places for t in inside)
        told_apart = behind != [] and behind[0].low in MAKERS | self._lexicon.relative
        if first.low != "the" or not plain or told_apart or self._lexicon.own:
            return self._owners.owner(mention, tokens), None
        alone = self._before.subject_before(tokens, mention.first) is None
        above = self._above.user(first) if alone and not inside else (None, None)
        if any(above):
            return above
        teller, there = self._above.teller(mention, first)
        told = self._author(teller, there) if teller is not None else None
        return told or self._owners.owner(mention, tokens), None

    def _called(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """The name beside somebody who is nobody by their noun: a user called Moth."""
        return self._apposition(mention, tokens) or self._goes_by(mention, tokens)

    def _user_above(
        self, mention: Mention, tokens: Sequence[Token]
    ) -> tuple[str | None, str | None]:
        """Name and handle of a user: the phrase's own, or of whom "she", "the user" repeats."""
        first, lexicon = tokens[mention.first], self._lexicon
        if mention.kind != "pronoun":
            again = mention.head in USERS and first.low in _AGAIN
            return self._above.user(first) if again else self._above.told(mention, tokens)
        if not (first.low in lexicon.she or first.low in lexicon.he):
            return None, None
        subject = self._before.subject_before(tokens, mention.first)
        if subject is None:
            return self._above.user(first)
        replies = tokens[min(mention.last + 1, len(tokens) - 1)].low in lexicon.replied
        named = subject.kind == "name" and not replies
        return self._above.told(subject, tokens) if named else (None, None)

    def _repeats_nobody(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Whether a pronoun begins a paragraph below: One fan blamed Olt. / He said: “…”"""
        opens = mention.first == 0 and tokens[0].low in self._lexicon.she ^ self._lexicon.he
        if not opens or not self._people.is_nobody_before(tokens[0].start):
            return False
        return tokens[min(1, len(tokens) - 1)].low not in self._lexicon.replied

    def _is_titled(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Whether capitals hold a role and no name: the three-time Olympic Champion."""
        first, end = mention.name or (0, 0)
        lexicon = self._lexicon
        if lexicon.own or end - first <= 1 or tokens[mention.first].low != "the":
            return False
        office = tokens[end - 1].low in lexicon.roles - lexicon.relations
        return office and tokens[first].low not in lexicon.given

    def _is_unnamed(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Whether a speaker will not be named: Le chef a demandé l'anonymat. « … », dit-il."""
        lexicon, at = self._lexicon, mention.first
        lo, hi = sentence_start(tokens, at, lexicon.honorifics), mention.last + 1
        while hi < len(tokens) and tokens[hi].kind != "q" and tokens[hi].text not in STOPS:
            hi += 1
        if lo > 0:
            lo = sentence_start(tokens, lo - 1, lexicon.honorifics)
        told = tokens[lo:hi]
        if not any(t.low in lexicon.unnamed for t in told):
            return False
        return not self._people.is_anybody_named(told[0].start, told[-1].end)

    def is_crowd_before(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a verb without a subject goes on with somebody nameless."""
        return self._before.is_crowd_before(tokens, at)

    def _author(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """Whom a mention means, whatever its handle."""
        return self.resolve(mention, tokens, goes_on=False)[0]

    def _of_account(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """Whose account it is that speaks: the official Larkhill Twitter account."""
        lexicon, inside = self._lexicon, tokens[mention.first : mention.last]
        if lexicon.own or inside[:1] == [] or inside[0].low != "the":
            return None
        if any(t.low in lexicon.nameless for t in inside):
            return None  # "the fan account Larkhill Talk"
        named = [
            i
            for i in range(mention.first + 1, mention.last)
            if is_name(tokens[i], lexicon) and tokens[i].low not in lexicon.places
        ]
        if not named or named[-1] - named[0] >= len(named):
            return None
        return self._people.fullest_name(tokens, named[0], named[-1] + 1)

    def _role(
        self, mention: Mention, tokens: Sequence[Token], on: str | None, answered: str | None
    ) -> str | None:
        """Whom a role means.

        on        the speaker before, if the verb goes on with them
        answered  the speaker before, if this one answers them
        """
        people = self._people
        if is_user_name(mention.head) and mention.head.isalnum():
            return tokens[mention.last].text  # "lamp666 wrote in a forum"
        if mention.head in _ANYBODY and self._before.is_crowd_before(tokens, mention.first):
            return None  # "uma seguidora …, escreveu a mulher"
        beside = self._apposition(mention, tokens)
        if beside is None and mention.head in ORGANISED:
            beside = self._owners.named_inside(mention, tokens)
        if beside is None and mention.name is not None:
            beside = people.fullest_name(tokens, *mention.name)
        if beside is None and self._is_friends(mention):
            return None
        if beside is None:
            others = self._others(mention, tokens) | {answered or ""}
            owner = self._named_owner(mention, tokens)
            if owner is not None:  # "Brand's mother said": neither Brand nor who spoke before
                others |= {owner}
                if not (people.is_held(mention.head) or self._lexicon.agents):
                    return None
            place = tokens[mention.first].start
            theirs = self._pronoun_owner(mention, tokens)
            if theirs is not None and not people.holds(theirs, mention.head):
                # "her lawyer said": not she
                others |= {theirs}
                kin = self._lexicon.relations - self._lexicon.roles
                if not (people.is_held(mention.head) or mention.head in kin):
                    return None
            if not (mention.owner is None and self._hero.is_meant(mention.head, place)):
                office = ranked_office(tokens, mention.last) or mention.head
                beside = self._asked(tokens, mention.first, on)
                once = any(t.low == "former" for t in tokens[mention.first : mention.last])
                beside = beside or (people.once_held(mention.head, place) if once else None)
                own = self._own_pronoun(mention, tokens)
                beside = beside or people.resolve_role(office, place, on, own, others=others)
        return beside

    def _own_pronoun(self, mention: Mention, tokens: Sequence[Token]) -> str:
        """The pronoun that tells whether a role is his or hers: the winner wrote on her page."""
        lexicon = self._lexicon
        if lexicon.own or mention.owner is not None:
            return ""
        telling = (lexicon.she ^ lexicon.he) & lexicon.possessives
        behind = tokens[mention.last + 1 : mention.last + 1 + _NEAR]
        on = [a.low in _ON and b.low in telling for a, b in pairwise(behind)]
        return behind[on.index(True) + 1].low if any(on) else ""

    def _is_friends(self, mention: Mention) -> bool:
        """Whether a friend or a sister of "hers" was never named: kaniyang kaibigan."""
        lexicon, head = self._lexicon, mention.head
        owned = mention.owner is not None and head in lexicon.relations
        marked = bool(lexicon.agents or lexicon.subject_marks)  # "kaniyang kaibigan", "उनकी मां"
        return marked and owned and not self._people.is_held(head)

    def _named_owner(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """Whose mother or daughter a role is, where a name says so."""
        lexicon, behind = self._lexicon, mention.last + 1
        if mention.head not in lexicon.relations:
            return None
        marked = behind + 1 < len(tokens) and tokens[behind].low in lexicon.agents
        if mention.owner is None and marked and is_name(tokens[behind + 1], lexicon):
            end = name_end(tokens, behind + 1, len(tokens), lexicon)  # "anak ni Ana Lim"
            return self._people.fullest_name(tokens, behind + 1, end)
        if mention.owner is None:
            return None
        first, end = mention.owner
        named = any(is_name(t, self._lexicon) for t in tokens[first:end])
        return self._people.fullest_name(tokens, first, end) if named else None

    def _pronoun_owner(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """Whose lawyer or mother a role is, where "her" or "his" says so."""
        lexicon, whose = self._lexicon, tokens[mention.first].low
        if lexicon.own or whose not in lexicon.possessives & (lexicon.she ^ lexicon.he):
            return None
        return self._people.resolve_pronoun(whose, tokens[mention.first].start)

    def _behind_the(self, name: str, tokens: Sequence[Token], first: int) -> str:
        """Whom "the Czech" means; "the band The Blueberries" is that band."""
        if first > 1 and tokens[first - 1].text == "The" and tokens[first - 2].kind == "w":
            return f"The {name}"
        if not (self._lexicon.own or is_native(name.casefold(), self._lexicon.demonyms)):
            return name  # The Undertaker, The Guardian
        lo = sentence_start(tokens, first, self._lexicon.honorifics)
        return self._people.resolve_pronoun("they", tokens[lo].start) or name

    def _may_be_person(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Whether a noun phrase with an owner may itself stand for somebody."""
        lexicon, head = self._lexicon, mention.head
        if head in {"team", "admin"} and any(
            t.low == "media" for t in tokens[mention.first : mention.last]
        ):
            return False  # "Calder's own social media team"
        if lexicon.own or head in lexicon.persons or head in lexicon.collective:
            return True
        return mention.name is not None or (head.endswith(AGENTS) and head not in lexicon.cues)
