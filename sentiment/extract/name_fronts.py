"""Where does a name proper begin, behind offices, ranks and seats?

Texas Rep. Pete Olsen; MP for Barnmouth West Colm Byrne; Singer-songwriter Alys Moyes;
BFF Abigail Olt. And does a name only stand before a role: England coach Rory Blackwood?
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.clauses import is_finite
from sentiment.extract.mentions import AGENTS
from sentiment.extract.name_words import is_name, is_office

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_PROPER: Final = 2
"""Words that must follow an office inside a name, lest it be a part of the name."""
_ROLE_REACH: Final = 5
"""Tokens before a name that may be its role: "ex-husband, director Jonah Fisk"."""
_ACRONYM: Final = 3
"""Letters an acronym before a name has at least."""
_TAIL: Final = 4
"""Letters of the word behind the hyphen of "show-runner"."""
_YEAR: Final = 4
OFFICES: Final = frozenset(
    {"president", "minister", "chairperson", "chairman", "chairwoman", "secretary", "governor"}
    | {"senator", "commissioner", "premier", "mayor", "spokesperson", "spokesman", "spokeswoman"}
    | {"congressman", "congresswoman", "chancellor", "ceo", "councillor", "ambassador"}
    | {"editor", "correspondent", "adviser", "advisor", "analyst"}
)
"""Offices that no name ends in, before a surname alone."""
_TRADE: Final = 5
"""Letters that a noun for a trade has at least."""
_FIELD: Final = 8
"""Tokens of "for Women, Children and" before a field's last word."""
_FIELD_WORDS: Final = 4
"""Words of "Higher Education", "Rural Affairs" and the like."""
_FIELD_OF: Final = frozenset({"of", "for"})
_FIELD_JOINS: Final = frozenset({"and", "&", ",", "the"})
_SURNAMES_TOO: Final = frozenset({"son"})
"""Relations that are surnames where a capital stands inside a sentence."""
_DOING: Final = frozenset({"batting", "bowling", "running", "swimming", "boxing", "wrestling"})
"""What somebody is great at, behind their country."""
_BODIES: Final = frozenset({"premier", "national", "junior", "senior", "general", "royal"})
"""Offices and the like that open the names of bodies: the Premier Hockey League."""
_VOWELS: Final = frozenset("AEIOU")


class NameFronts:
    """What stands before names, by the word lists of a language."""

    def __init__(self, lexicon: ProseLexicon) -> None:
        """``lexicon``: the word lists."""
        self._lexicon = lexicon
        self._front = lexicon.fronts

    def strip(self, tokens: Sequence[Token], first: int, end: int) -> tuple[int, list[str]]:
        """Where the name proper begins, and the honorifics and roles before it."""
        first = self.behind_field(tokens, first, end)
        at = first + self._is_field(tokens, first, end)
        if self.is_seated(tokens, first, end):
            return end - _PROPER, ["mp"]  # "MP for Barnmouth West Colm Byrne"
        last, bodies = tokens[end - 1].low, (self._lexicon.organisation, self._lexicon.collective)
        body = last in bodies[0] or last in bodies[1]
        while (
            at < end - 1
            and not (body and (tokens[at].low in _BODIES or self._is_of_land(tokens, at)))
            and (
                tokens[at].text == "."
                or (self._is_front(tokens[at].low) and not self._is_first_name(tokens, at))
                or self._is_acronym(tokens[at:end])
                or self._is_compound(tokens, at, end)
                or (self._lexicon.noun_articles and self._is_trade(tokens, at, end))
            )
        ):
            at += 1
        for later in range(at + 1, end - 1):
            # "Texas Rep. Pete Olsen", "Senate Majority Leader Mick McConor", "Pear CEO Tom Cook"
            office = tokens[later].low in self._front or tokens[later].low == "ceo"
            if later >= end - _PROPER:  # "Works Committee Chairperson Robel"
                office = tokens[later].low in OFFICES
            ranked = tokens[later].low in self._lexicon.roles  # "Larkhill PD Chief Ivo Olt"
            if office and (ranked or tokens[later].low not in self._lexicon.epithets):
                at = later + 1
        while at < end - 1 and tokens[at].text == ".":
            at += 1
        if at == first + 1 and end - at > _PROPER and self.is_crowned(tokens, first):
            at += 1  # "2015 Miss Orchard Ana Lim"
        if at > first and tokens[at - 1].low in self._lexicon.crowns:
            at = self._behind_crown(tokens, at, end)
        return at, [self._unlinked(t.low) for t in tokens[first:at] if t.text != "."]

    def _is_trade(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a German noun stands before a whole name: Luftakrobat Karl Nehm; Ex-Profi Nehm.

        But "von Karl Nehm" has one before its first name, and "Karl Georg Nehm" two.
        """
        low, given = tokens[at].low, self._lexicon.given
        if low.startswith("ex-"):
            return True
        known = len(low) < _TRADE or end - at <= _PROPER
        known = known or low in given or not given.isdisjoint(low.split("-"))  # "Hans-Georg"
        return not known and tokens[at + 1].low in given

    def _unlinked(self, low: str) -> str:
        """A role without the linker that Tagalog joins to it: Pangulong Ana Lim."""
        stem = low.removesuffix("ng") if self._lexicon.personal else low
        return stem if stem in self._front else low

    def _is_field(self, tokens: Sequence[Token], first: int, end: int) -> bool:
        """Whether a name begins with what an office is of: Secretary of State Greta Farrow."""
        if first < _PROPER or end - first <= _PROPER or tokens[first - 1].low != "of":
            return False
        return not self._lexicon.own and self._is_office(tokens[first - 2])

    def _is_of_land(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a country opens a body's name: Scottish Railways, no Scottish Ana Park."""
        return bool(tokens[at].named) and tokens[at + 1].low not in self._lexicon.given

    def _is_office(self, token: Token) -> bool:
        """Whether a word with a capital is an office."""
        return (
            token.text[0].isupper()
            and token.low in self._lexicon.roles
            and token.low not in self._lexicon.relations
        )

    def behind_field(self, tokens: Sequence[Token], first: int, end: int) -> int:
        """Where a name begins behind its office's field: Minister for Rural Affairs Odo Stolt.

        ``first`` if it begins with no field.
        """
        fields = self._lexicon.fields
        for at in range(min(end - 1, first + _FIELD_WORDS) - 1, first - 1, -1):
            if tokens[at].low in fields:
                return at + 1 if self.office_before(tokens, first) is not None else first
        return first

    def office_before(self, tokens: Sequence[Token], first: int) -> str | None:
        """The office whose field ends at ``first``, or goes on there."""
        for at in range(first - 1, max(0, first - _FIELD), -1):
            if tokens[at].low in _FIELD_OF:
                return tokens[at - 1].low if self._is_office(tokens[at - 1]) else None
            if tokens[at].low not in self._lexicon.fields and tokens[at].text not in _FIELD_JOINS:
                break
        return None

    def is_seated(self, tokens: Sequence[Token], first: int, end: int) -> bool:
        """Whether it is a seat and a name: "MP for Barnmouth West Colm Byrne"."""
        at = first - 1
        if at > 1 and tokens[at].low == "and" and is_name(tokens[at - 1], self._lexicon):
            at = next(
                (i for i in range(at - 1, max(0, at - _ROLE_REACH), -1) if tokens[i].low == "for"),
                at,
            )
        behind = at > 0 and tokens[at].low == "for" and end - first > _PROPER
        return behind and is_office(tokens[at - 1], self._lexicon)

    def is_crowned(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether a beauty queen's title begins there, behind its year: 2015 Miss Orchard."""
        year = tokens[first - 1].text if first else ""
        return len(year) == _YEAR and year.isdigit() and tokens[first].low in self._lexicon.crowns

    def _behind_crown(self, tokens: Sequence[Token], at: int, end: int) -> int:
        """Where a name begins behind a beauty queen's title: Miss Universe 2015 Ana Lim."""
        years = (i + 1 for i in range(at, end - 1) if tokens[i].text.isdigit())
        at = next(years, at)
        while at < end - _PROPER and tokens[at].low in self._lexicon.pageants:
            at += 1
        return at

    def modifies(self, tokens: Sequence[Token], end: int) -> bool:
        """Whether it stands before a role and a name: "England coach Rory Blackwood"."""
        at = end
        while at < min(len(tokens), end + _ROLE_REACH - 1) and self._is_role(tokens[at]):
            at += 1
        at += at == end and end < len(tokens) and tokens[end].low in self._lexicon.character
        if at == end and end + 1 < len(tokens) and tokens[end].low in _DOING:
            at += 1 + self._is_role(tokens[end + 1])  # "West Norland batting great Ivo Brand"
        return at > end and at < len(tokens) and is_name(tokens[at], self._lexicon)

    def _is_role(self, token: Token) -> bool:
        """Whether a word tells what somebody is, or of what: "police", "chief", "MP"."""
        body = token.low in self._lexicon.collective and token.text.islower()
        return token.low in self._front or (body and not self._lexicon.own)

    def describes(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a lone capital that opens a sentence only describes the noun behind it.

        "Preliminary findings showed": no name, no verb, and then a verb of somebody's.
        """
        lexicon = self._lexicon
        if lexicon.own or end - at > 1 or end + 1 >= len(tokens) or tokens[end].kind != "w":
            return False
        noun = tokens[end]
        if not noun.low.endswith("s"):
            return False
        closed = (lexicon.skip, lexicon.finite, lexicon.prepositions, lexicon.pronouns)
        other = noun.low in lexicon.cues or any(noun.low in words for words in closed)
        plain = noun.text.islower() and not other
        return plain and is_finite(tokens, end + 1, len(tokens), lexicon)

    def _is_compound(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a word that opens a sentence says what somebody does: Festival-goer Ana Lim."""
        tail = tokens[at].text.rpartition("-")[2]
        compound = "-" in tokens[at].text and tail.islower() and len(tail) >= _TAIL
        return compound and tail.endswith(AGENTS) and end - at > _PROPER and not self._lexicon.own

    def _is_front(self, low: str) -> bool:
        """Whether a word before a name is no part of it: "Actress", "Singer-songwriter"."""
        low = low.removesuffix("-elect").removesuffix("-designate")
        if low in self._front or (low.startswith("co-") and low[3:] in self._front):
            return True  # "Co-host"
        if self._lexicon.personal and low.endswith("ng") and low[:-2] in self._front:
            return True  # "Pangulong"
        if low.partition("-of-")[0] in self._lexicon.relations:
            return True  # "Mum-of-two"
        return "-" in low and all(part in self._front for part in low.split("-"))

    def _is_first_name(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a rank's first word is a name here: Vice Ganda; the actress Son Ha-eun."""
        lexicon = self._lexicon
        if tokens[at].low in _SURNAMES_TOO and at and not lexicon.own:
            return tokens[at].capital and (tokens[at - 1].kind == "w" or tokens[at - 1].text == ",")
        return bool(lexicon.signs) and tokens[at].low in lexicon.epithets - lexicon.roles

    def _is_acronym(self, tokens: Sequence[Token]) -> bool:
        """Whether a name's first word only tells a rank or a body: BFF Abigail Olt.

        Before a lone word it is somebody's initials: VVS Lakmal.
        """
        first = tokens[0].text
        if len(first) < _ACRONYM or not (first.isupper() and first.isalpha()):
            return False
        known = tokens[0].low in self._front or not _VOWELS.isdisjoint(first)
        return len(tokens) > (1 if known else _PROPER)
