"""Of whom did the sentence before speak: somebody known, nameless, or a user?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.apposed import name_beside
from sentiment.extract.mentions import Mention
from sentiment.extract.name_words import is_name
from sentiment.extract.sentence_subjects import sentence_subject
from sentiment.extract.subjects_behind import agent_behind
from sentiment.extract.words import sentence_start
from sentiment.extract.written import is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.people import People
    from sentiment.extract.words import Token

_NOBODY: Final = frozenset({"no", "nobody", "none", "few"})
"""What begins a subject that no pronoun repeats: "No one knows why, but “…”, he says"."""
_AGREED: Final = frozenset({"agreed", "disagreed", "sided", "concurred", "sympathised"})
"""With whom one of a crowd is of a mind, who is not the crowd's: Another agreed with Olt."""
_FEWEST: Final = 3
_INSIDERS: Final = frozenset({"source", "insider", "tipster"})
"""One nameless person, whatever called: a source on set, the insider."""
_WANTS: Final = frozenset(
    {"know", "wondered", "wondering", "curious", "question", "questions", "requested", "urged"}
)
"""What somebody is told to do who gets an answer."""
_ONE: Final = frozenset({"one", "another"})
_HANDLED: Final = frozenset({"of", "with", "under", "handle", "account", "username", "identified"})
_WHOSE: Final = frozenset({"of", "from", "at"})
"""Before whom somebody nameless belongs to: a fan of @moth."""
_COUNTED_FANS: Final = 8
"""Tokens from "one" to the handle of "one of the fans @moth"."""
_COUNTED: Final = 24
"""Tokens back to "replied to one critic:" from "the critic"."""


class SubjectsBefore:
    """Reads the sentences before a mention in one article."""

    def __init__(self, people: People, lexicon: ProseLexicon) -> None:
        """``people``: the persons of the article."""
        self._people = people
        self._lexicon = lexicon

    def is_nobody_again(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Whether "the friend" repeats a friend whom the sentence before leaves nameless."""
        lexicon = self._lexicon
        if lexicon.subject_marks and mention.name is None:
            return _is_counted(mention, tokens, lexicon)
        if lexicon.own or mention.name is not None or tokens[mention.first].low != "the":
            return False
        if self._is_counted_before(mention, tokens):
            return True
        subject = self.subject_before(tokens, mention.first)
        same = subject is not None and {subject.head, mention.head} <= _INSIDERS
        same = same or (subject is not None and subject.head == mention.head)
        if subject is None or subject.name is not None or not same:
            return False
        nameless = subject.kind == "nameless" or subject.owner is not None
        return nameless and name_beside(subject, tokens, lexicon) is None

    def introduced(self, mention: Mention, tokens: Sequence[Token]) -> Mention | None:
        """The "a user" of the sentences before that "the user" repeats."""
        if self._lexicon.own or tokens[mention.first].low != "the":
            return None
        near = range(mention.first - 1, max(0, mention.first - _COUNTED), -1)
        at = next((i for i in near if tokens[i].low == mention.head), None)
        before = {t.low for t in tokens[max(0, (at or 0) - _FEWEST) : at or 0]}
        first = at is not None and not before.isdisjoint(self._lexicon.indefinite | _ONE)
        return Mention(at, at, "nameless", mention.head) if at is not None and first else None

    def _is_counted_before(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Whether "the critic" repeats "one critic" of the sentences before."""
        ones = self._lexicon.indefinite | _ONE
        for at in range(mention.first - 1, max(1, mention.first - _COUNTED), -1):
            if tokens[at].low == mention.head and tokens[at - 1].low in ones:
                return tokens[at + 1].text in {":", ".", "?"} or tokens[at + 1].kind == "q"
        return False

    def is_anothers(self, subject: Mention, pronoun: Token, tokens: Sequence[Token]) -> bool:
        """Whether a pronoun means somebody's mother or agent, whom nobody names."""
        lexicon, head = self._lexicon, subject.head
        if lexicon.own or subject.owner is None or head not in lexicon.relations:
            return False
        if self._people.has_role(head):
            return False
        of_other = lexicon.he_roles if pronoun.low in lexicon.she else lexicon.she_roles
        start = tokens[subject.last].end
        return head not in of_other and not self._people.is_anybody_told_of(start, pronoun.start)

    def is_nobody_before(self, subject: Mention, at: int, tokens: Sequence[Token]) -> bool:
        """Whether "he" repeats somebody nameless: One landlord was glad of it. “…,” he said."""
        lexicon = self._lexicon
        if subject.kind != "nameless":
            return False
        if at > 0 and tokens[at - 1].low == "as" and not lexicon.own:
            # Users have begun to troll Olt as one of them tagged him as he wrote
            return subject.first >= sentence_start(tokens, at, lexicon.honorifics)
        start, end = tokens[subject.first].start, tokens[at].start
        if is_role(subject, tokens, lexicon) and not self._people.is_anybody_named(start, end):
            return True
        between = [t for t in tokens[subject.last + 1 : at] if t.kind == "w"]
        # whose answer comes next, or who is spoken of, is somebody else
        others = lexicon.pronouns | lexicon.roles | _WANTS | {"him", "her"}
        told = any(t.low in lexicon.cues or t.low in others for t in between)
        named = any(is_name(t, lexicon) and not t.owns for t in between)
        agreed = [t.low in _AGREED or t.low == "with" for t in between[:2]] == [True, True]
        return agreed or (subject.head in lexicon.crowd and not (told or named))

    def user_before(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """The handle that "he" repeats: @moth was not done with Olt. He tweeted."""
        lexicon, at = self._lexicon, mention.first
        if tokens[at].low == "they" and not lexicon.own:
            user = self.subject_before(tokens, at)
            handle = user is not None and user.kind == "handle"
            return bare_handle(tokens[user.last]) if handle and user is not None else None
        lo = sentence_start(tokens, at, lexicon.honorifics)
        singular = tokens[at].low in lexicon.she or tokens[at].low in lexicon.he
        if lexicon.own or lo != at or at < _FEWEST or not singular or at + 1 >= len(tokens):
            return None
        if tokens[at + 1].low in lexicon.replied:
            return None  # "@moth asked Olt. He replied"
        start = sentence_start(tokens, at - 1, lexicon.honorifics)
        before = tokens[start : at - 1]
        subject = sentence_subject(tokens, start, at - 1, lexicon)
        told = any(t.low in lexicon.cues and t.low not in lexicon.weak for t in before)
        if subject is None or any(t.kind == "q" for t in before):
            return None
        if subject.kind == "nameless":  # "The X user, @moth, noted that it leaked. She wrote"
            return bracketed_handle(tokens, subject.last + 1)
        return bare_handle(tokens[subject.last]) if subject.kind == "handle" and not told else None

    def is_told_of(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the sentence before the one at ``at`` names somebody and quotes nobody."""
        first = sentence_start(tokens, max(0, at - 1), self._lexicon.honorifics)
        if any(t.kind == "q" for t in tokens[first:at]):
            return False
        return self._people.is_anybody_named(tokens[first].start, tokens[at].start)

    def subject_before(self, tokens: Sequence[Token], pronoun: int) -> Mention | None:
        """The subject that a pronoun may repeat: of its sentence, else of the one before."""
        honorifics = self._lexicon.honorifics
        hi = pronoun
        for _ in range(2):
            lo = sentence_start(tokens, hi, honorifics)
            subject = sentence_subject(tokens, lo, hi, self._lexicon)
            nobody = subject is not None and any(
                t.low in _NOBODY for t in tokens[max(lo, subject.first - 1) : subject.first + 1]
            )
            if subject is not None and subject.kind == "nameless" and self._lexicon.own:
                # "Dass jemand, dem sie vertraute, es verriet, ärgert sie. „…“, schrieb sie"
                again = {t.low for t in tokens[subject.last + 1 : hi]}
                nobody = nobody or tokens[pronoun].low in again & self._lexicon.pronouns
            if subject is not None and subject.kind != "pronoun" and not nobody:
                return subject
            if (subject is not None and not nobody) or lo == 0:
                return None
            hi = lo - 1
        return None

    def is_crowd_before(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a verb without a subject goes on with somebody nameless."""
        lexicon = self._lexicon
        lo = sentence_start(tokens, at, lexicon.honorifics)
        if lo > 0 and lexicon.signs:  # "ang reaksyon ng isang netizen. Anito, “"
            start = sentence_start(tokens, lo - 1, lexicon.honorifics)
            doer = agent_behind(tokens, start + 1, lo, lexicon)  # "Sinagot ni Ana ang netizen."
            named = doer is not None and doer.kind == "name"
            return not named and any(t.low in lexicon.crowd for t in tokens[start:lo])
        subject = self.subject_before(tokens, at)
        return subject is not None and subject.kind == "nameless" and subject.head in lexicon.crowd


def _is_counted(mention: Mention, tokens: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether one of many is told of before: एक रिपोर्टर ने पूछा … रिपोर्टर ने कहा."""
    return any(
        tokens[i].low == mention.head
        and tokens[i - 1].low in lexicon.indefinite
        and tokens[i + 1].low in lexicon.subject_marks
        for i in range(1, mention.first)
    )


def bare_handle(token: Token) -> str:
    """A handle without its sign."""
    return token.text.removeprefix("@").removeprefix("u/").removeprefix("U/")


def bracketed_handle(tokens: Sequence[Token], at: int) -> str | None:
    """The handle of "Noor Al-Sayegh (@noor)" or "X user @noor"."""
    while at < len(tokens) and tokens[at].low in {"who", "goes", "going", "by"}:
        at += 1
    behind = [t for t in tokens[at : at + 2] if t.text not in {"(", ","}]
    return bare_handle(behind[0]) if behind and behind[0].kind == "@" else None


def handle_of(mention: Mention, tokens: Sequence[Token], lexicon: ProseLexicon) -> str | None:
    """The handle of "one of the fans @moth" and "a fan of Olt with the handle @moth"."""
    for at in range(mention.last + 1, min(len(tokens), mention.last + _COUNTED_FANS)):
        low = tokens[at].low
        if tokens[at].kind == "@":
            return bare_handle(tokens[at]) if tokens[at - 1].low not in _WHOSE else None
        known = low in _HANDLED or low in lexicon.nameless or low in lexicon.determiners
        if not (known or low in lexicon.possessives or is_name(tokens[at], lexicon)):
            return None
    return None
