"""What does a name do in its sentence: act, speak, ask, listen or own?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.asides import described_as, holds_office
from sentiment.extract.attributed import MAKERS
from sentiment.extract.clauses import is_finite
from sentiment.extract.initials import body_before
from sentiment.extract.name_extent import name_end, name_start
from sentiment.extract.name_words import is_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.sightings import Sightings
    from sentiment.extract.told_roles import RoleReader
    from sentiment.extract.words import Token

_BRACKETED: Final = 8
"""Tokens of a name spelt again in brackets."""
_WITH: Final = 3
"""Tokens from "they" to the word before who is one of them."""
_ROLE_REACH: Final = 5
"""Tokens before a name that may be its role: "ex-husband, director Jonah Fisk"."""
_PLAYING: Final = frozenset({"plays", "played", "playing", "portrays", "portrayed"})
"""Before the name of a part in a film."""
_NOMINATIVE: Final = frozenset({"she", "he", "they"})
_CONJUNCTIONS: Final = frozenset({"after", "before", "since", "until", "as", "like"})
_NEAR: Final = 5
"""Tokens before a name in which it may be spoken with."""
ASKED: Final = frozenset({"asked", "quizzed", "questioned", "pressed", "grilled", "interviewed"})
"""Verbs of who puts a question, or of whom it is put to."""
_ABOUT: Final = frozenset({"what", "how"})
_POSSESSIVE: Final = 2
_KIN: Final = 3
"""Tokens from the comma behind "with her mother" to its possessive and its preposition."""
_BEHIND_THE: Final = frozenset({"all", "current", "former", "reigning", "defending"})
"""Between "the" and what is no person's name: the All Whites, the former World Champion."""
_OBJECTS: Final = frozenset({"him", "her", "them", "himself", "herself", "themselves"})
_REPLIES: Final = frozenset({"reply", "comment", "answer"})
_OURS: Final = frozenset({"we", "i"})
_ACCOUNTS: Final = frozenset({"account", "handle", "timeline"})
_CAME: Final = frozenset({"came", "comes"})
_CLEFT: Final = 2
_IT_WAS: Final = (["it", "was"], ["it", "is"])
_HEAD: Final = 3
"""Tokens of "funny Instagram comment"."""
_INFINITIVE: Final = ("ar", "er", "ir", "are", "ere", "ire")
_OWNED: Final = 4
"""Tokens of "own reply", "verified X account"."""


def over_brackets(tokens: Sequence[Token], at: int) -> int:
    """Index behind a short bracket that may open at ``at``."""
    if at >= len(tokens) or tokens[at].text != "(":
        return at
    close = (i + 1 for i in range(at, min(len(tokens), at + _BRACKETED)) if tokens[i].text == ")")
    return next(close, at)


class Standing:
    """What a name does in its sentence, by the words around it."""

    def __init__(self, lexicon: ProseLexicon, roles: RoleReader) -> None:
        self._lexicon = lexicon
        self._roles = roles

    def opens(self, tokens: Sequence[Token], at: int, start: int) -> bool:
        """Whether a name opens its sentence, or only a role stands before it: Captain Ivo Olt."""
        front = at
        while front > max(0, at - _ROLE_REACH) and tokens[front].start > start:
            front -= 1
        held = front == at or tokens[at - 1].low in self._lexicon.kin
        before = tokens[front:at]
        told = any(t.kind != "w" or t.low in self._lexicon.cues for t in before)
        return held and not told and tokens[front].start == start

    def is_afterthought(self, tokens: Sequence[Token], at: int, end: int, start: int) -> bool:
        """Whether a name is all there is behind an adverb: Specifically, Bodil Frane."""
        alone = at > 1 and tokens[at - 1].text == "," and tokens[at - 2].start == start
        ended = end < len(tokens) and tokens[end].text == "."
        return alone and ended and tokens[at - 2].low.endswith("ly") and not self._lexicon.own

    def is_bracketed(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a name only tells what the one before it stands for: Ana Lim (Larkhill East)."""
        if at < _POSSESSIVE or tokens[at - 1].text != "(" or self._lexicon.own:
            return False
        closed = end < len(tokens) and tokens[end].text == ")"
        return closed and is_name(tokens[at - 2], self._lexicon)

    def is_governed(self, tokens: Sequence[Token], at: int, end: int, seen: Sightings) -> bool:
        """Whether a preposition or the like governs the name in ``tokens[at:end]``."""
        lexicon = self._lexicon
        front = at
        if at and tokens[at - 1].owns and not lexicon.own:  # "in a chat with The Moat's Ed Roe"
            front = name_start(tokens, at - 1, max(0, at - _ROLE_REACH), lexicon)
            front -= front > 0 and tokens[front - 1].low in lexicon.determiners
        before = tokens[front - 1].low if front else ""
        if front > 1 and before in MAKERS and tokens[front - 2].low == "one":
            return False  # "Among the comments was one from Ana Lim"
        if before in lexicon.agents and self._is_with_them(tokens, front):
            return True  # "sila ni Ana", "Paano nila pinag-uusapan ni Ana"
        if lexicon.subject_marks:
            end = over_brackets(tokens, end)
        after = tokens[end].low if end < len(tokens) and lexicon.subject_marks else ""
        word = front - 1
        if self._may_precede(before):  # "con el cantante Rubén Soto", "en La Moneda"
            word = self._roles.governor(tokens, at)
        role = tokens[word].low if front else ""
        if role == "from" and word and tokens[word - 1].low in _CAME and not lexicon.own:
            return False  # "The best comment came from actor Ivo Olt."
        governed = (
            role in lexicon.prepositions and not lexicon.subject_marks
        ) or before in lexicon.addressing
        if lexicon.own and before in lexicon.joins and seen.found:
            last = seen.found[-1]  # "a diretora de Entretenimento e Ficção da Maré"
            governed = governed or (
                last.at + len(last.name) == tokens[at - 2].end and not last.subject
            )
        done = bool(lexicon.drops) and before.endswith(_INFINITIVE) and at > 1
        if done and not any(before in w for w in (lexicon.persons, lexicon.organisation)):
            return True  # "Sem citar Olt, ela escreveu"
        if before in lexicon.she_articles and at + 1 < end:  # "a João Brito": to him
            given = tokens[at].low
            governed = governed or (given in lexicon.he_names and given not in lexicon.she_names)
        if governed and before in lexicon.addressing and at > 1 and not lexicon.own:
            governed = tokens[at - 2].low not in _OURS  # "We asked Lim if", who answers
        governed = governed or after in lexicon.prepositions or before in _PLAYING
        if before.endswith("ed") and at > 1 and tokens[at - 2].low in _NOMINATIVE:
            governed = governed or not is_finite(
                tokens, end, len(tokens), lexicon
            )  # "she tagged X"
        if governed and role in _CONJUNCTIONS:  # "hours after Bodil had mocked her"
            governed = not is_finite(tokens, end, len(tokens), lexicon)
        if self._is_joined(tokens, at, end, seen):
            return True
        if before == "," and not lexicon.own and self._is_kin_governed(tokens, at - 1):
            return True  # "posing with her mother, Cyn Gale"
        if before in {",", "and"} and at > 1 and seen.found and not lexicon.own:
            last = seen.found[-1]  # "outside Larkhill, Delaware"; "a dig at Olt and Norway"
            beside = last.at + len(last.name) == tokens[at - 2].end
            who = [t.low for t in tokens[end : end + 2]]  # "Speaking in Larkhill, Ana, who"
            told = len(who) > 1 and (who[1] in {"who", "whose"} or who[1].isdigit())
            told = told or self.described(tokens, at, end, seen) is not None
            told = told or holds_office(tokens, at, end, lexicon)
            told = told or (len(who) > 1 and who[0].endswith("s") and who[1] in lexicon.determiners)
            beside = beside and not (told or is_finite(tokens, end, len(tokens), lexicon))
            governed = governed or (beside and not last.subject)
        if role == "for" and end < len(tokens) and tokens[end].text == ",":
            return tokens[word].start != seen.sentences[-1]  # "For Ana Lim, it was too late"
        return governed

    def leads_kin(self, tokens: Sequence[Token], end: int) -> bool:
        """Whether somebody's kin acts whom the name before ``end`` owns: Olt's mother smiled."""
        kin = end < len(tokens) and tokens[end].low in self._lexicon.relations
        return kin and is_finite(tokens, end + 1, len(tokens), self._lexicon)

    def is_behind_article(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a name is a thing's: the All Whites, the film Blue Ridge Morning.

        Not so "the song Brand sang".
        """
        lexicon = self._lexicon
        if lexicon.own:  # "les Canards Bleus"
            return at > 0 and tokens[at - 1].low in lexicon.thing_articles
        if at < _POSSESSIVE or tokens[at - 2].low != "the":
            return False
        thing = tokens[at - 1].low in lexicon.furniture | {"series"}
        thing = thing and not is_finite(tokens, end, len(tokens), lexicon)
        return thing or tokens[at - 1].low in _BEHIND_THE

    def _is_joined(self, tokens: Sequence[Token], at: int, end: int, seen: Sightings) -> bool:
        """Whether "and" joins a name to one that is governed: of herself and sister Ana Lim."""
        lexicon, join = self._lexicon, at - 1
        while join > max(1, at - _ROLE_REACH) and self._is_noun(tokens[join]):
            join -= 1
        if lexicon.own or join < _POSSESSIVE or tokens[join].low != "and":
            return False
        if is_finite(tokens, end, len(tokens), lexicon):
            return False
        prior = tokens[join - 1]
        if prior.low in _OBJECTS:
            return tokens[join - 2].low in lexicon.prepositions
        last = seen.found[-1] if seen.found else None
        return last is not None and last.at + len(last.name) == prior.end and not last.subject

    def _is_noun(self, token: Token) -> bool:
        """Whether a small word may tell who somebody is: "and fellow keeper Ivo Olt"."""
        closed = token.low in self._lexicon.prepositions or token.low in self._lexicon.cues
        return token.text.islower() and token.low != "and" and not closed

    def _is_kin_governed(self, tokens: Sequence[Token], comma: int) -> bool:
        """Whether a preposition governs somebody's kin before a comma: with her mother, …"""
        lexicon = self._lexicon
        if comma < _KIN or tokens[comma - 1].low not in lexicon.relations:
            return False
        owned = tokens[comma - _POSSESSIVE].low in lexicon.possessives
        if comma > _KIN and tokens[comma - _KIN - 1].low in _ABOUT:
            return False  # "And what of his mother, Senga, who …?"
        return owned and tokens[comma - _KIN].low in lexicon.prepositions

    def _is_with_them(self, tokens: Sequence[Token], front: int) -> bool:
        """Whether "they" stands shortly before a name that begins at ``front``."""
        near = [t.low for t in tokens[max(0, front - _WITH) : max(0, front - 1)]]
        return not self._lexicon.they.isdisjoint(near)

    def _may_precede(self, low: str) -> bool:
        """Whether a word may stand between a preposition and the name that it governs."""
        lexicon = self._lexicon
        described = low in lexicon.roles or low in lexicon.determiners
        return described or low in lexicon.collective or low in lexicon.organisation

    def described(self, tokens: Sequence[Token], at: int, end: int, seen: Sightings) -> str | None:
        """The role told before a comma of whom the name in ``tokens[at:end]`` means."""
        if at <= 1 or tokens[at - 1].text != "," or self._lexicon.own:
            return None
        apart = end + 1 < len(tokens) and tokens[end].text == ","
        if not apart or not is_finite(tokens, end + 1, len(tokens), self._lexicon):
            return None
        return described_as(tokens, at - 2, seen.sentences[-1], self._lexicon)

    def is_asking(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether somebody is asked by whom the name at ``at`` means: asked by actress Ana Lim."""
        for by in range(at - 1, max(0, at - _NEAR), -1):
            if tokens[by].low == "by":
                return tokens[by - 1].low in ASKED
            if tokens[by].kind != "w":
                return False
        return False

    def replies(self, tokens: Sequence[Token], at: int, end: int, start: int) -> bool:
        """Whether what it owns speaks for it.

        "Karthi’s own reply", "Brand’s official account", "But it was Olt’s comment that"

        start  first code point of the sentence
        """
        near = [t.low for t in tokens[end : end + _OWNED]]
        written = self._lexicon.carrier | _REPLIES
        if near[:1] == ["own"] and near[1:2] and near[1] in written:
            return True
        if self._lexicon.own:
            return False
        first = tokens[at].start == start
        first = first or [t.low for t in tokens[max(0, at - _CLEFT) : at]] in _IT_WAS
        told = first and not written.isdisjoint(near[:_HEAD])
        return told or not _ACCOUNTS.isdisjoint(near)

    def owns(self, tokens: Sequence[Token], at: int, end: int, start: int) -> bool:
        """Whether it owns what acts, alone or with another: Ana and Bo Rapp's post."""
        lexicon = self._lexicon
        if tokens[end - 1].owns:
            return not self.replies(tokens, at, end, start)
        if lexicon.own or end + 1 >= len(tokens) or tokens[end].low not in {"and", "&"}:
            return False
        named = is_name(tokens[end + 1], lexicon)
        return named and tokens[name_end(tokens, end + 1, len(tokens), lexicon) - 1].owns

    def is_spoken_with(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether somebody talks to whom the name at ``at`` means: in a chat with Telly Dar."""
        near = tokens[max(0, at - _NEAR) : at]
        return any(t.low in self._lexicon.aloud or t.low == "chat" for t in near)

    def speaks(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a verb of saying stands beside the name, or an age or "who"."""
        lexicon = self._lexicon
        before = tokens[at - 1].low if at else ""
        if lexicon.personal:  # the verb stands first: "Emosyonal na ibinahagi ni Ana"
            return before in lexicon.personal or before in lexicon.own
        weak = before in lexicon.addressing or before in lexicon.weak
        if before in lexicon.cues and not weak:
            return True
        if lexicon.subject_marks or body_before(tokens, end) is not None:
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
