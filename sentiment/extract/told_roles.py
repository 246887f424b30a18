"""Which roles does the prose tell of the person who bears a name?

Director Hanne Olt; Bruno Tamm, 47, an actor; Ana Lim is a singer; and whose the roles
are that begin sentences: The actress shared …
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sentiment.extract.clauses import is_finite
from sentiment.extract.mentions import AGED
from sentiment.extract.name_words import is_name
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.subjects_parted import DASHES
from sentiment.extract.words import sentence_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.mentions import Mention
    from sentiment.extract.sightings import Sightings
    from sentiment.extract.words import Token

_ROLE_REACH: Final = 5
"""Tokens before a name that may be its role: "ex-husband, director Jonah Fisk"."""
_APPOSITION: Final = 9
"""Tokens behind a name's comma that may tell its role."""
_LEAD: Final = 8
"""Tokens in which a role that begins a sentence ends."""
_LINKER: Final = "na"
"""Between a Tagalog description and whom it describes."""
_RANKS: Final = frozenset({"prime", "vice", "deputy", "shadow", "senate"})
_RANKED: Final = frozenset(
    {"minister", "president", "governor", "mayor", "secretary", "chancellor", "speaker", "leader"}
    | {"captain", "chairman", "commissioner", "premier"}
)
"""Offices that another is only near to: "the minister" is no prime minister."""
_AMONG: Final = frozenset({"among", "including", "with"})
_FORMER: Final = frozenset({"former", "ex"})
_WHERE: Final = frozenset({"where"})
_HAD: Final = frozenset({"had", "has", "was", "is"})
"""Verbs that show a role behind a comma to be the next clause's subject."""


def ranked_office(tokens: Sequence[Token], at: int) -> str | None:
    """The office at ``at`` with its rank, if one stands before it: "deputy governor"."""
    ranked = at > 0 and tokens[at - 1].low in _RANKS and tokens[at].low in _RANKED
    return f"{tokens[at - 1].low} {tokens[at].low}" if ranked else None


class RoleReader:
    """Reads the roles beside names, by the word lists of a language."""

    def __init__(self, lexicon: ProseLexicon) -> None:
        """``lexicon``: the word lists."""
        self._lexicon = lexicon
        self._kin = lexicon.kin
        self._articles = (
            (lexicon.determiners | lexicon.signs) - lexicon.indefinite - lexicon.agents
            if lexicon.own
            else frozenset({"the"})
        )

    def before(self, tokens: Sequence[Token], at: int) -> list[str]:
        """The roles before a name that begins at ``at``."""
        if self._lexicon.personal and at and tokens[at - 1].low in self._lexicon.personal:
            return self._linked(tokens, at - 1)
        roles = self._awarded(tokens, at)
        for token in reversed(tokens[max(0, at - _ROLE_REACH) : at]):
            if token.owns:
                break  # "the actor’s manager, Pooja Thadani"
            told = bool(self._lexicon.own) and token.low in self._lexicon.epithets
            parts = token.low.split("-")  # "her actor-hubby Abel Barton"
            told = told or ("turned" in parts and parts[-1] in self._kin)  # "idol-turned-actor"
            if token.low in self._kin or token.low in self._lexicon.collective or told:
                roles.append(token.low)
            elif parts[-1] in self._lexicon.relations and parts[0] in self._lexicon.roles:
                roles.extend(parts)
            elif token.low not in self._lexicon.epithets and token.text != ",":
                break
        return roles

    def _linked(self, tokens: Sequence[Token], at: int) -> list[str]:
        """The roles that a linker joins to a name: aktres na si Ana, anak niyang si Bo."""
        lexicon, low = self._lexicon, tokens[at].low
        if low in lexicon.agents or low in lexicon.prepositions:
            return []  # "kapatid ni Ana"
        roles, owners = lexicon.kin, lexicon.she | lexicon.they
        at -= at > 0 and (tokens[at - 1].low == _LINKER or tokens[at - 1].low in owners)
        words = [t.low for t in tokens[max(0, at - 1) : at]]
        words = [part for word in words for part in (word, *word.split("-"))]
        stems = [w.removesuffix("ng") if w not in roles else w for w in words]
        return [stem for stem in dict.fromkeys(stems) if stem in roles]

    def ranked(self, tokens: Sequence[Token], first: int) -> str | None:
        """The office with its rank before a name: "vice president", "prime minister"."""
        for at in range(first - 1, max(0, first - _ROLE_REACH), -1):
            if tokens[at].kind != "w" or tokens[at].low in self._lexicon.prepositions:
                return None
            if tokens[at].low in _RANKED and tokens[at - 1].low in _RANKS:
                return ranked_office(tokens, at)
        return None

    def _awarded(self, tokens: Sequence[Token], at: int) -> list[str]:
        """The role in an award's name before who has it: Best Actress for Ana Lim."""
        near = tokens[max(0, at - _ROLE_REACH) : at]
        if self._lexicon.own or not near or near[-1].low not in {"for", "to"}:
            return []
        return [b.low for a, b in pairwise(near) if a.low == "best" and b.low in self._kin]

    def is_former(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the name at ``at`` stands behind an office held once: Former captain Ivo Olt."""
        for token in reversed(tokens[max(0, at - _ROLE_REACH - 1) : at]):
            if token.low in _FORMER:
                return True
            if token.kind != "w" and token.text != ",":
                return False
        return False

    def behind(self, tokens: Sequence[Token], end: int) -> list[str]:
        """The roles of "X, an actress," and "X is a director", the age of "X, 61,"."""
        lexicon = self._lexicon
        if end + 1 >= len(tokens) or tokens[end - 1].owns:
            return []
        if tokens[end].text in {"is", "was"}:
            return [
                t.low for t in tokens[end + 1 : end + _ROLE_REACH + 1] if t.low in lexicon.roles
            ]
        if tokens[end].text != ",":
            return []
        if lexicon.own and self._tells_next(tokens, end + 1):
            return []
        roles = [f"{tokens[end + 1].low}-year-old"] if tokens[end + 1].low.isdigit() else []
        governed = False
        for token, after in pairwise(tokens[end + 1 : end + _APPOSITION + 1]):
            apart = token.low in lexicon.relative or token.low in _WHERE or token.text in DASHES
            if token.text in {",", "."} or apart:
                break
            if token.low in self._kin and is_name(after, lexicon) and not lexicon.own:
                break  # "Ana Lim, union president Odo Stolt and others": his office
            verb = token.low in lexicon.cues or token.low in _HAD
            if verb and token.low not in self._kin:
                return []  # "In a chat with GQ, the actor said"
            if token.low in lexicon.genitives:
                break  # "Ana Lobo, esposa del actor"
            if token.low in _AMONG and not lexicon.own:
                break  # "in Larkhill, among them Best Film and Best Actress"
            if lexicon.own and token.low in lexicon.skip - lexicon.determiners:
                return []  # "Renaissance et Transgenres, la présentatrice s'est …"
            governed = governed or token.low in lexicon.prepositions
            body = token.low in lexicon.collective and not (governed or lexicon.own)
            if token.low in self._kin or body:
                roles.append(token.low)
            elif roles and lexicon.own and is_name(token, lexicon):
                return []  # "Esposa de Ivo Olt, a maquiadora Ana Lim disse"
        return roles

    def _tells_next(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether what follows a comma is the next clause: En Olt, la ministra de Sal afirmó."""
        for token in tokens[at : at + _APPOSITION + _LEAD]:
            if token.kind != "w" or token.low in self._lexicon.relative:
                return False
            if token.low in self._lexicon.own and token.low not in self._lexicon.weak:
                return token.low not in self._kin
        return False

    def _titled(self, tokens: Sequence[Token], at: int) -> str | None:
        """The role in "The River Is A Liar singer admitted", behind a title in capitals."""
        first, end = at, min(len(tokens) - 1, at + _LEAD)
        while at < end and tokens[at].kind == "w" and not tokens[at].text.islower():
            at += 1
        if at - first <= 1 or at == end or tokens[at].low not in self._lexicon.roles:
            return None
        finite = is_finite(tokens, at + 1, len(tokens), self._lexicon)
        return tokens[at].low if finite and tokens[at].text.islower() else None

    def lead(self, tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
        """Place and role of "The 66-year-old actress shared …", where a sentence begins."""
        if at + 1 < len(tokens) and tokens[at].low in {"but", "and", "yet"}:
            at += 1
        if tokens[at].low not in self._articles:
            return None
        titled = None if self._lexicon.own else self._titled(tokens, at + 1)
        if titled is not None:
            return tokens[at].start, titled
        words = [t.low for t in tokens[at : at + _LEAD]]
        aged = not self._lexicon.own and any(word.endswith(AGED) for word in words[1:2])
        if not aged and self._lexicon.roles.isdisjoint(words):
            return None  # most sentences, without reading their first phrase
        found = phrase_right(tokens, at, min(len(tokens), at + _LEAD), self._lexicon)
        if found is not None and self._is_title(tokens, found):
            low = tokens[found.last].low
            return tokens[at].start, ranked_office(tokens, found.last) or low
        if found is None or found.kind != "role":
            return None
        if not aged and found.head not in self._lexicon.roles:
            return None
        behind = tokens[found.last + 1 : found.last + 3]
        apposed = len(behind) > 1 and behind[0].text == ","
        if apposed:  # the name stands behind it: "The lawmaker, freshman Rep. Oka,"
            low = behind[1].low
            apposed = low != "who" and not low.endswith(("ing", "ed"))
            apposed = apposed and not (self._lexicon.own and low in self._lexicon.prepositions)
        office = ranked_office(tokens, found.last) or found.head
        return None if apposed else (tokens[at].start, office)

    def is_behind_front(self, tokens: Sequence[Token], at: int, seen: Sightings) -> bool:
        """Whether the subject may begin at "the": After watching it, the actor shared a clip."""
        if self._lexicon.own or not at or tokens[at - 1].text != ",":
            return False
        first = sentence_start(tokens, at, self._lexicon.honorifics)
        doing = any(t.low.endswith("ing") for t in tokens[first : first + 2])
        last = seen.found[-1] if seen.found else None
        led = tokens[first].low in self._lexicon.prepositions  # "In the note, the actor liked"
        if not (doing or led) or (
            last and last.subject and last.sentence == len(seen.sentences) - 1
        ):
            return False
        found = phrase_right(tokens, at, min(len(tokens), at + _LEAD), self._lexicon)
        if found is None:
            return False
        role = tokens[found.last].low  # "In a post, the Minister said"
        if not (doing or seen.roles.get(role)):
            return False
        # no "the pastor of the church, Ivo Olt, denied"
        return is_finite(tokens, found.last + 1, len(tokens), self._lexicon)

    def opens_clause(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a clause begins with the article at ``at``: cuando la actriz, que el técnico."""
        lexicon = self._lexicon
        if not at or not lexicon.own:
            return False
        if tokens[at].low not in lexicon.she_articles and tokens[at].low not in lexicon.he_articles:
            return False
        before = tokens[at - 1].low
        return before in lexicon.relative or before in lexicon.openers

    def _is_title(self, tokens: Sequence[Token], found: Mention) -> bool:
        """Whether a role with a capital begins a sentence: The Princess herself was amused."""
        alone = found.name == (found.last, found.last + 1) and not self._lexicon.own
        if not alone or tokens[found.last].low not in self._lexicon.roles:
            return False
        behind = found.last + 1
        behind += behind < len(tokens) and tokens[behind].low.endswith("self")
        return is_finite(tokens, behind, len(tokens), self._lexicon)

    def governor(self, tokens: Sequence[Token], at: int) -> int:
        """The word before the role and its article before a name: "con" el cantante Rubén."""
        lexicon = self._lexicon
        described = (
            *(lexicon.roles, lexicon.determiners, lexicon.epithets, lexicon.demonyms),
            *(lexicon.collective, lexicon.organisation, _RANKS),
        )
        index, floor = at - 1, max(0, at - _LEAD)
        while index > floor:
            low = tokens[index].low.removeprefix("ex-")  # "do ex-ator Ivo Olt"
            if not any(low in words for words in described):
                break
            index -= 1
        return index

    def gender(self, tokens: Sequence[Token], at: int) -> str | None:
        """The gender that the article before a name's role tells: "el cantante Rubén"."""
        for token in reversed(tokens[max(0, at - _LEAD) : at]):
            if token.low in self._lexicon.she_articles:
                return "she"
            if token.low in self._lexicon.he_articles:
                return "he"
            closed = token.low in self._lexicon.cues or token.low in self._lexicon.prepositions
            if token.kind != "w" or token.text[0].isupper() or closed:
                return None
        return None
