"""Whose words does an attribution say they are?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.apposed import (
    APPOSITION,
    TITLE,
    name_beside,
    name_called,
    name_introduced,
    names_behind,
)
from sentiment.extract.full_names import is_user_name
from sentiment.extract.mentions import AGENTS
from sentiment.extract.name_words import is_name
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.sentence_subjects import sentence_subject
from sentiment.extract.words import sentence_start
from sentiment.extract.written import is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.mentions import Mention
    from sentiment.extract.people import People
    from sentiment.extract.words import Token

_ACCOUNTS: Final = frozenset({"account", "accounts", "handle", "page", "channel"})
_OWN: Final = frozenset({"caption", "captions", "note", "post", "statement", "tweet"})
"""What "the" before it gives to the person just named: "the caption read"."""
_BY: Final = frozenset({"from", "by", "de", "von", "di", "par", "por"})
_ASKED: Final = frozenset({"asked", "quizzed", "questioned", "pressed"})
_NOBODY: Final = frozenset({"no", "nobody", "none", "few"})
"""What begins a subject that no pronoun repeats: "No one knows why, but “…”, he says"."""
_GOING: Final = frozenset({"continued", "continues", "concluded", "concludes", "finished", "went"})
"""Verbs of one who has just spoken."""
_ANYBODY: Final = frozenset(
    ["mulher", "mujer", "femme", "donna", "frau", "homem", "hombre", "homme", "uomo", "mann"]
)
"""What repeats somebody nameless as well as somebody known."""
_FEWEST: Final = 3
_WANTS: Final = frozenset(
    {"know", "wondered", "wondering", "curious", "question", "questions", "requested", "urged"}
)
"""What somebody is told to do who gets an answer."""
_IMAGES: Final = frozenset({"image", "images", "meme", "memes"})
_ENDS: Final = frozenset(".!?…")
_COUNTED: Final = 24
"""Tokens back to "replied to one critic:" from "the critic"."""
_GIVES: Final = frozenset(
    {"issued", "released", "shared", "posted", "penned", "wrote", "sent"}
    | {"issuing", "releasing", "sharing", "posting", "penning", "writing", "sending"}
)
"""Before a statement or a note: whose it is stands in front."""


class Speakers:
    """Resolves mentions to authors and handles in one article."""

    def __init__(self, people: People, lexicon: ProseLexicon) -> None:
        """``people``: the persons of the article."""
        self._people = people
        self._lexicon = lexicon

    def resolve(
        self, mention: Mention, tokens: Sequence[Token], prefer: str | None = None, *, goes_on: bool
    ) -> tuple[str | None, str | None]:
        """Author and handle of a mention; both None for the nameless.

        prefer   the speaker before
        goes_on  whether the verb ("added") says that the same one speaks on
        """
        lexicon, people = self._lexicon, self._people
        place = tokens[mention.first].start
        if mention.kind == "handle":
            handle = _bare(tokens[mention.last])
            return people.named_in(handle), handle
        if mention.kind == "pronoun":
            subject = self._subject_before(tokens, mention.first) if lexicon.own else None
            if subject is not None and subject.kind == "nameless" and subject.head in lexicon.crowd:
                return None, _bracketed_handle(tokens, subject.last + 1)  # "Ein Nutzer, @x, … er"
            user = self._user_before(mention, tokens)
            unknown = user is not None or self._is_unnamed(mention, tokens)
            told = None if unknown else self._pronoun(mention, tokens, prefer, goes_on=goes_on)
            return told, user
        if mention.kind == "name" and mention.name is not None:
            first, end = mention.name
            full = people.fullest_name(tokens, first, end)
            if " " not in full and full.casefold() in lexicon.roles:
                return people.resolve_role(full.casefold(), place), None  # "The Prime Minister"
            the = first and tokens[mention.first].low == "the" and " " not in full
            if the and (mention.first == first - 1 or full.casefold() in lexicon.demonyms):
                full = self._behind_the(full, tokens, first)
            return full, _bracketed_handle(tokens, end)
        if mention.kind == "nameless":
            account = mention.head in _ACCOUNTS or mention.head in lexicon.accounts
            if account and mention.owner is not None:
                return self._owner(mention, tokens), None
            named = self._apposition(mention, tokens) or self._goes_by(mention, tokens)
            return named, _bracketed_handle(tokens, mention.last + 1)
        if mention.kind == "carrier":
            return self._owner(mention, tokens), None
        if mention.owner is not None and not self._may_be_person(mention):
            return self._owner(mention, tokens), None  # "Sandoval’s answer", "her eyes"
        user = _bracketed_handle(tokens, mention.last + 1)  # "The thread’s author, u/moth, was"
        nobody = user is not None or self._is_nobody_again(mention, tokens)
        nobody = nobody or (mention.name is None and self._is_unnamed(mention, tokens))
        return None if nobody else self._role(mention, tokens, prefer if goes_on else None), user

    def _is_nobody_again(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Whether "the friend" repeats a friend whom the sentence before leaves nameless."""
        lexicon = self._lexicon
        if lexicon.own or mention.name is not None or tokens[mention.first].low != "the":
            return False
        if self._is_counted_before(mention, tokens):
            return True
        subject = self._subject_before(tokens, mention.first)
        if subject is None or subject.name is not None or subject.head != mention.head:
            return False
        nameless = subject.kind == "nameless" or subject.owner is not None
        return nameless and (self._apposition(subject, tokens) is None)

    def _is_unnamed(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Whether a speaker will not be named: Le chef a demandé l'anonymat. « … », dit-il."""
        lexicon, at = self._lexicon, mention.first
        lo, hi = sentence_start(tokens, at, lexicon.honorifics), mention.last + 1
        while hi < len(tokens) and tokens[hi].kind != "q" and tokens[hi].text not in _ENDS:
            hi += 1
        if lo > 0:
            lo = sentence_start(tokens, lo - 1, lexicon.honorifics)
        told = tokens[lo:hi]
        if not any(t.low in lexicon.unnamed for t in told):
            return False
        return not self._people.is_anybody_named(told[0].start, told[-1].end)

    def _is_counted_before(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Whether "the critic" repeats "one critic" of the sentences before."""
        ones = self._lexicon.indefinite | {"one", "another"}
        for at in range(mention.first - 1, max(1, mention.first - _COUNTED), -1):
            if tokens[at].low == mention.head and tokens[at - 1].low in ones:
                return tokens[at + 1].text in {":", ".", "?"} or tokens[at + 1].kind == "q"
        return False

    def _is_anothers(self, subject: Mention, pronoun: Token, tokens: Sequence[Token]) -> bool:
        """Whether a pronoun means somebody's mother or agent, whom nobody names."""
        lexicon, head = self._lexicon, subject.head
        if lexicon.own or subject.owner is None or head not in lexicon.relations:
            return False
        if self._people.has_role(head):
            return False
        of_other = lexicon.he_roles if pronoun.low in lexicon.she else lexicon.she_roles
        start = tokens[subject.last].end
        return head not in of_other and not self._people.is_anybody_named(start, pronoun.start)

    def _apposition(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        name = name_beside(mention, tokens, self._lexicon)
        return self._people.fullest_name(tokens, *name) if name is not None else None

    def _goes_by(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        name = name_called(mention, tokens, self._lexicon)
        return self._people.fullest_name(tokens, *name) if name is not None else None

    def _others(self, mention: Mention, tokens: Sequence[Token]) -> frozenset[str]:
        """Who is spoken of behind a subject, and so is not it: she wrote of Nadia Brix."""
        if self._lexicon.own:
            return frozenset()
        names = names_behind(mention, tokens, self._lexicon)
        return frozenset(self._people.fullest_name(tokens, *name) for name in names)

    def _role(self, mention: Mention, tokens: Sequence[Token], on: str | None) -> str | None:
        """Whom a role means; ``on``: the speaker before, if the verb goes on with them."""
        people = self._people
        if is_user_name(mention.head) and mention.head.isalnum():
            return tokens[mention.last].text  # "lamp666 wrote in a forum"
        if mention.head in _ANYBODY and self.is_crowd_before(tokens, mention.first):
            return None  # "uma seguidora …, escreveu a mulher"
        beside = self._apposition(mention, tokens)
        if beside is None and mention.name is not None:
            beside = people.fullest_name(tokens, *mention.name)
        if beside is None:
            others = self._others(mention, tokens)
            owner = self._named_owner(mention, tokens)
            if owner is not None:  # "Brand's mother said": neither Brand nor who spoke before
                others |= {owner}
                if not people.is_held(mention.head):
                    return None
            place = tokens[mention.first].start
            beside = people.resolve_role(mention.head, place, on, others=others)
        return beside

    def _named_owner(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """Whose mother or daughter a role is, where a name says so."""
        if mention.owner is None or mention.head not in self._lexicon.relations:
            return None
        first, end = mention.owner
        named = any(is_name(t, self._lexicon) for t in tokens[first:end])
        return self._people.fullest_name(tokens, first, end) if named else None

    def _behind_the(self, name: str, tokens: Sequence[Token], first: int) -> str:
        """Whom "the Czech" means; "the band The Blueberries" is that band."""
        if first > 1 and tokens[first - 1].text == "The" and tokens[first - 2].kind == "w":
            return f"The {name}"
        lo = sentence_start(tokens, first, self._lexicon.honorifics)
        return self._people.resolve_pronoun("they", tokens[lo].start) or name

    def _may_be_person(self, mention: Mention) -> bool:
        """Whether a noun phrase with an owner may itself stand for somebody."""
        lexicon, head = self._lexicon, mention.head
        if lexicon.own or head in lexicon.persons or head in lexicon.collective:
            return True
        return mention.name is not None or (head.endswith(AGENTS) and head not in lexicon.cues)

    def _pronoun(
        self, mention: Mention, tokens: Sequence[Token], prefer: str | None, *, goes_on: bool
    ) -> str | None:
        lexicon = self._lexicon
        token = tokens[mention.first]
        if goes_on and mention.last + 1 < len(tokens) and prefer is not None:
            going = tokens[mention.last + 1].low in _GOING
            if going and self._people.may_be(prefer, token.low):
                return prefer  # “…,” he continued
        asked = self._asked(tokens, mention.first, prefer)
        if asked is not None:
            return asked
        subject = self._subject_before(tokens, mention.first)
        if token.low == "it":
            return self._it(mention.first, tokens, subject)
        if token.low in lexicon.they and not (token.low in lexicon.she or token.low in lexicon.he):
            return None if subject is not None and subject.kind == "nameless" else prefer
        if subject is not None and subject.kind in {"nameless", "role"} and not lexicon.own:
            behind = name_introduced(subject, tokens, mention.first, lexicon)
            if behind is not None:
                return self._people.fullest_name(tokens, *behind)
            if self._is_nobody_before(subject, mention.first, tokens):
                return None
        other = lexicon.she_roles if token.low in lexicon.he else lexicon.he_roles
        apart = subject is not None and subject.head in other and not lexicon.own
        if subject is not None and subject.kind == "role" and subject.name is None and not apart:
            place = tokens[subject.first].start
            beside = self._apposition(subject, tokens) or self._goes_by(subject, tokens)
            if beside is not None:
                return beside
            if self._is_anothers(subject, token, tokens):
                return None  # "The idol’s mother was asked. “…,” she said"
            held = self._people.resolve_role(subject.head, place, pronoun=token.low)
            if held is not None:
                return held
        others = self._others(mention, tokens)
        lead_in = [t.low for t in tokens[max(0, mention.first - 2) : mention.first]]
        if prefer is not None and lead_in == ["to", "which"]:
            others, prefer = others | {prefer}, None  # “…?” X asked, to which she replied
        place = token.start
        if mention.first > 1 and tokens[mention.first - 1].text == ",":
            lo = sentence_start(tokens, mention.first, lexicon.honorifics)
            if all(is_name(t, lexicon) for t in tokens[lo : mention.first - 1]):
                place = tokens[lo].start  # "Oka, she said, “…”" speaks of Oka
        return self._people.resolve_pronoun(token.low, place, prefer, others=others)

    def _is_nobody_before(self, subject: Mention, at: int, tokens: Sequence[Token]) -> bool:
        """Whether "he" repeats somebody nameless: One landlord was glad of it. “…,” he said."""
        lexicon = self._lexicon
        if subject.kind != "nameless":
            return False
        start, end = tokens[subject.first].start, tokens[at].start
        if is_role(subject, tokens, lexicon) and not self._people.is_anybody_named(start, end):
            return True
        between = [t for t in tokens[subject.last + 1 : at] if t.kind == "w"]
        # whose answer comes next, or who is spoken of, is somebody else
        others = lexicon.pronouns | lexicon.roles | _WANTS | {"him", "her"}
        told = any(t.low in lexicon.cues or t.low in others for t in between)
        named = any(is_name(t, lexicon) and not t.owns for t in between)
        return subject.head in lexicon.crowd and not (told or named)

    def _user_before(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """The handle that "he" repeats: @moth was not done with Olt. He tweeted."""
        lexicon, at = self._lexicon, mention.first
        if tokens[at].low == "they" and not lexicon.own:
            user = self._subject_before(tokens, at)
            handle = user is not None and user.kind == "handle"
            return _bare(tokens[user.last]) if handle and user is not None else None
        lo = sentence_start(tokens, at, lexicon.honorifics)
        singular = tokens[at].low in lexicon.she | lexicon.he
        if lexicon.own or lo != at or at < _FEWEST or not singular or at + 1 >= len(tokens):
            return None
        if tokens[at + 1].low in lexicon.replied:
            return None  # "@moth asked Olt. He replied"
        start = sentence_start(tokens, at - 1, lexicon.honorifics)
        before = tokens[start : at - 1]
        subject = sentence_subject(tokens, start, at - 1, lexicon)
        told = any(t.low in lexicon.cues and t.low not in lexicon.weak for t in before)
        if (
            subject is None
            or subject.kind != "handle"
            or told
            or any(t.kind == "q" for t in before)
        ):
            return None
        return _bare(tokens[subject.last])

    def _it(self, at: int, tokens: Sequence[Token], subject: Mention | None) -> str | None:
        """Whose note "it" is if the sentence before tells of one; else a firm."""
        lexicon = self._lexicon
        hi = sentence_start(tokens, at, lexicon.honorifics)
        shown = lexicon.carrier | lexicon.pictures | _IMAGES
        if subject is not None and any(t.low in shown for t in tokens[subject.last + 1 : hi]):
            if subject.kind in {"nameless", "carrier"}:
                return None
            return self.resolve(subject, tokens[:hi], goes_on=False)[0]
        if subject is not None and subject.kind != "name":
            return None
        return self._people.firm_before(tokens[at].start)

    def _asked(self, tokens: Sequence[Token], pronoun: int, prefer: str | None) -> str | None:
        """Who answers in "When a user asked X what he thinks of Y, he said"."""
        lexicon, people = self._lexicon, self._people
        lo = sentence_start(tokens, pronoun, lexicon.honorifics)
        if tokens[lo].low not in lexicon.openers:
            return None
        at = next((i for i in range(lo, pronoun) if tokens[i].low in _ASKED), None)
        if at is None or at + 1 >= pronoun:
            return None
        found = phrase_right(tokens, at + 1, pronoun, lexicon)
        beside = found is not None and found.name is not None and found.name[0] == at + 1
        if beside and found is not None and found.name is not None:
            return people.fullest_name(tokens, *found.name)
        if at == lo and self._is_told_of(tokens, lo):
            return None  # "The Princess was amused. Asked by a well-wisher where …, she"
        return prefer or people.resolve_pronoun(tokens[pronoun].low, tokens[lo].start)

    def _is_told_of(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the sentence before the one at ``at`` names somebody and quotes nobody."""
        first = sentence_start(tokens, max(0, at - 1), self._lexicon.honorifics)
        if any(t.kind == "q" for t in tokens[first:at]):
            return False
        return self._people.is_anybody_named(tokens[first].start, tokens[at].start)

    def _subject_before(self, tokens: Sequence[Token], pronoun: int) -> Mention | None:
        """The subject that a pronoun may repeat: of its sentence, else of the one before."""
        honorifics = self._lexicon.honorifics
        hi = pronoun
        for _ in range(2):
            lo = sentence_start(tokens, hi, honorifics)
            subject = sentence_subject(tokens, lo, hi, self._lexicon)
            nobody = subject is not None and any(
                t.low in _NOBODY for t in tokens[max(lo, subject.first - 1) : subject.first + 1]
            )
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
            return any(t.low in lexicon.crowd for t in tokens[start:lo])
        subject = self._subject_before(tokens, at)
        return subject is not None and subject.kind == "nameless" and subject.head in lexicon.crowd

    def _owner(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """Whose note, caption or account it is."""
        people, lexicon = self._people, self._lexicon
        if mention.owner is not None:
            first, end = mention.owner
            token = tokens[first]
            if end - first == 1 and any(
                token.low in words for words in (lexicon.she, lexicon.he, lexicon.they)
            ):
                return people.resolve_pronoun(token.low, token.start)
            if not any(is_name(t, lexicon) for t in tokens[first:end]):  # "the programme’s post"
                role = tokens[end - 1].low
                return people.resolve_role(role, token.start) if role in lexicon.roles else None
            return people.fullest_name(tokens, first, end)
        maker = self._maker(mention, tokens) or self._giver(mention, tokens)
        if maker is not None:
            return maker
        if (
            tokens[mention.first].low in lexicon.determiners
            and mention.head in _OWN | lexicon.posts | lexicon.statements
        ):
            indefinite = tokens[mention.first].low in lexicon.indefinite
            subject = self._subject_before(tokens, mention.first)
            kin = subject is not None and subject.kind == "role" and subject.owner is not None
            if kin and subject is not None and subject.head in lexicon.collective:
                return None  # "Alan’s sons released a statement. …, the statement read"
            names = people.subjects_before(tokens[mention.first].start)
            return names[0] if names and not indefinite else None
        return None

    def _giver(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """Who gives it: Actor Lorne Pickard, who knew him, issued a statement which read."""
        lexicon, verb = self._lexicon, mention.first - 1
        lo = sentence_start(tokens, mention.first, lexicon.honorifics)
        verb -= tokens[verb].low == "out"  # "put out", "sent out"
        if verb <= lo or lexicon.own:
            return None
        subject = sentence_subject(tokens, lo, verb, lexicon)
        if subject is not None and tokens[lo].low == "the" and subject.first == lo:
            shared = subject.head in lexicon.posts | lexicon.pictures | lexicon.carrier
            if shared and subject.owner is None:  # "The post came with a caption that read"
                return self._sharer(tokens, lo)
        if tokens[verb].low not in _GIVES:
            return None
        if subject is None or subject.kind not in {"name", "pronoun", "role"}:
            return None
        if subject.kind == "role" and subject.head in lexicon.collective:
            return None
        return self.resolve(subject, tokens, goes_on=False)[0]

    def _sharer(self, tokens: Sequence[Token], at: int) -> str | None:
        """Who shared what "the post" at ``at`` means: the subject of the sentence before."""
        if at > 1:
            lo = sentence_start(tokens, at - 1, self._lexicon.honorifics)
            subject = sentence_subject(tokens, lo, at - 1, self._lexicon, people=True)
            if subject is not None and subject.kind in {"name", "pronoun"}:
                return self.resolve(subject, tokens, goes_on=False)[0]
        names = self._people.subjects_before(tokens[at].start)
        return names[0] if names else None

    def _maker(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """Who is named behind "from" or "by": a news release from Rep. Harlan Tuttle."""
        hi = min(len(tokens), mention.last + APPOSITION)
        for at in range(mention.first + 1, min(hi, mention.last + TITLE)):
            if tokens[at].low in _BY | self._lexicon.genitives:
                found = phrase_right(tokens, at + 1, hi, self._lexicon)
                if found is not None and found.name is not None:
                    return self._people.fullest_name(tokens, *found.name)
                if found is not None and found.kind == "pronoun" and self._lexicon.own:
                    pronoun = tokens[found.first]  # "La risposta di lei"
                    return self._people.resolve_pronoun(pronoun.low, pronoun.start)
                if found is not None and found.kind == "role" and self._lexicon.own:
                    return self._people.resolve_role(found.head, tokens[at].start)
                return self._apposition(found, tokens) if found is not None else None
        return None


def _bare(token: Token) -> str:
    return token.text.removeprefix("@").removeprefix("u/")


def _bracketed_handle(tokens: Sequence[Token], at: int) -> str | None:
    """The handle of "Noor Al-Sayegh (@noor)" or "X user @noor"."""
    while at < len(tokens) and tokens[at].low in {"who", "goes", "going", "by"}:
        at += 1
    behind = [t for t in tokens[at : at + 2] if t.text not in {"(", ","}]
    return _bare(behind[0]) if behind and behind[0].kind == "@" else None
