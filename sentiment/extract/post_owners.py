"""Whose post, note, caption or account is it?"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from sentiment.extract.apposed import (
    APPOSITION,
    TITLE,
    name_beside,
)
from sentiment.extract.attributed import ASKED
from sentiment.extract.mentions import AGED
from sentiment.extract.name_words import is_name
from sentiment.extract.names_beside import WAS
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.sentence_subjects import sentence_subject
from sentiment.extract.words import sentence_start

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.mentions import Mention
    from sentiment.extract.people import People
    from sentiment.extract.subjects_before import SubjectsBefore
    from sentiment.extract.words import Token

_OWN: Final = frozenset(
    {"caption", "captions", "message", "note", "post", "statement", "tweet"}
    | {"announcement", "apology", "clarification", "update"}
)
"""What "the" before it gives to the person just named: "the caption read"."""
IMAGES: Final = frozenset({"image", "images", "meme", "memes"})
_CAPTIONS: Final = frozenset({"caption", "captioned"})
_CAPTIONED: Final = 24
"""Tokens from a picture to the word that tells of its caption."""
ACCOUNTS: Final = frozenset({"account", "accounts", "handle", "page", "channel"})
_BY: Final = frozenset({"from", "by", "de", "von", "di", "par", "por"})
_CAME: Final = frozenset({"came", "comes"})
_ANSWERS: Final = frozenset({"reply", "answer", "response"})
_MADE: Final = frozenset({"post", "comment"})
"""Kinds of verbs by which a post or a comment comes about."""
_IN: Final = frozenset({"in", "with", "via"})
"""Before what somebody tells it in: whose it is stands in front."""
_GIVES: Final = frozenset(
    {
        "left",
        "leaves",
        "leaving",
        "dropped",
        "issued",
        "released",
        "shared",
        "posted",
        "penned",
        "wrote",
        "sent",
    }
    | {
        "came",
        "comes",
        "issuing",
        "releasing",
        "sharing",
        "posting",
        "penning",
        "writing",
        "sending",
    }
)
"""Before a statement or a note: whose it is stands in front."""


class PostOwners:
    """Tells whose something written is in one article."""

    def __init__(
        self,
        people: People,
        lexicon: ProseLexicon,
        before: SubjectsBefore,
        author: Callable[[Mention, Sequence[Token]], str | None],
    ) -> None:
        """``author``: whom a mention means."""
        self._people = people
        self._lexicon = lexicon
        self._before = before
        self._author = author

    def owner(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """Whose note, caption or account it is."""
        people, lexicon = self._people, self._lexicon
        joint = any(t.low == "joint" for t in tokens[mention.first : mention.last])
        if joint or (tokens[mention.first].low in {"my", "our"} and not lexicon.own):
            return None  # "their joint statement", several people's; the writer's
        if mention.owner is not None:
            first, end = mention.owner
            token = tokens[first]
            if end - first == 1 and any(
                token.low in words for words in (lexicon.she, lexicon.he, lexicon.they)
            ):
                return people.resolve_pronoun(token.low, token.start)
            if not any(is_name(t, lexicon) for t in tokens[first:end]):  # "the programme’s post"
                role = tokens[end - 1].low.removesuffix("’s").removesuffix("'s")
                known = role in lexicon.roles or role.endswith(AGED)
                return people.resolve_role(role, token.start) if known else None
            return people.fullest_name(tokens, first, end)
        named = self.named_inside(mention, tokens) or self._holder(mention, tokens)
        if named is not None:
            return named
        maker = self._told_sharer(mention, tokens)
        maker = maker or self.maker(mention, tokens) or self._giver(mention, tokens)
        maker = maker or self._answerer(mention, tokens)
        if maker is not None:
            return maker
        known = mention.head in _OWN | lexicon.posts | lexicon.statements
        before = tokens[mention.first - 1] if mention.first else None
        if lexicon.own and (before is None or before.kind != "w" or before.low in lexicon.skip):
            # "Poi, l'annuncio: «": whose answer or comment it is, nobody said
            known = known or mention.head in lexicon.carrier - lexicon.comments - lexicon.replies
        if tokens[mention.first].low in lexicon.determiners and known:
            indefinite = tokens[mention.first].low in lexicon.indefinite
            subject = self._before.subject_before(tokens, mention.first)
            kin = subject is not None and subject.kind == "role" and subject.owner is not None
            if kin and subject is not None and subject.head in lexicon.collective:
                return None  # "Alan’s sons released a statement. …, the statement read"
            if subject is not None and self._posts(subject, tokens, mention.first):
                return self._author(subject, tokens)  # "A fan tweeted. “…,” the tweet read"
            names = people.subjects_before(tokens[mention.first].start)
            firm = None if names or lexicon.own else people.main_firm(tokens[mention.first].start)
            return None if indefinite else firm or next(iter(names), None)
        return None

    def _answerer(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """Who was asked what an answer came to: Ida Rapp was asked why. “…,” came the reply."""
        close = mention.first - 2
        came = close > 0 and tokens[close].kind == "q" and tokens[close + 1].low in _CAME
        if not came or mention.head not in _ANSWERS:
            return None
        lo = sentence_start(tokens, close - 1, self._lexicon.honorifics)
        asked = next((i for i in range(lo, close) if tokens[i].low in ASKED), None)
        if asked is None:  # an interview: Did it hurt? “…,” comes the reply
            put = any(t.text == "?" for t in tokens[:close])
            return self._people.protagonist if put else None
        if asked > lo and tokens[asked - 1].low not in WAS:
            found = phrase_right(tokens, asked + 1, close, self._lexicon)  # "a fan asked the star"
        else:
            found = sentence_subject(tokens, lo, asked, self._lexicon, people=True)
        if found is None or found.kind not in {"name", "pronoun", "role"}:
            return None
        return self._author(found, tokens)

    def _posts(self, subject: Mention, tokens: Sequence[Token], hi: int) -> bool:
        """Whether somebody nameless is told to have posted in the sentence that they begin."""
        lexicon = self._lexicon
        if subject.kind != "nameless" or lexicon.own:
            return False
        behind = (t.low for t in tokens[subject.last + 1 : hi] if not t.capital)
        return any(lexicon.cues.get(low) in _MADE and low.endswith("ed") for low in behind)

    def named_inside(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """Whose name stands between "the" and the noun: the Larkhill tweet."""
        lexicon, first = self._lexicon, mention.first + 1
        end = mention.last
        if lexicon.own or first >= end or tokens[mention.first].low != "the":
            return None
        inside = tokens[first:end]
        if not all(is_name(t, lexicon) and t.low not in lexicon.places for t in inside):
            return None
        name = self._people.fullest_name(tokens, first, end)
        return name if self._people.is_known(name) else None

    def _holder(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """Whose account it stands on: a post on the official Larkhill account."""
        for at in range(mention.first, mention.last if not self._lexicon.own else 0):
            if tokens[at].low in {"on", "from"}:
                found = phrase_right(tokens, at + 1, mention.last + 1, self._lexicon)
                held = found is not None and found.head in ACCOUNTS
                return self._author(found, tokens) if held and found is not None else None
        return None

    def _told_sharer(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """Who is told to have written it: The note which Ana Lim shared on Threads said."""
        lexicon, behind = self._lexicon, mention.last + 1
        if lexicon.own or behind + 1 >= len(tokens) or tokens[behind].low not in {"which", "that"}:
            return None
        found = phrase_right(tokens, behind + 1, len(tokens), lexicon)
        if found is None or found.last + 1 >= len(tokens):
            return None
        gives = tokens[found.last + 1].low in _GIVES and found.kind in {"name", "pronoun"}
        return self._author(found, tokens) if gives else None

    def _giver(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """Who gives it: Actor Lorne Pickard, who knew him, issued a statement which read."""
        lexicon, verb = self._lexicon, mention.first - 1
        lo = sentence_start(tokens, mention.first, lexicon.honorifics)
        if tokens[verb].low in _IN and verb > lo and not lexicon.own:  # "told it in a tweet, which"
            teller = sentence_subject(tokens, lo, verb, lexicon, people=True)
            if teller is not None and teller.kind in {"name", "pronoun", "role"}:
                return None if teller.head in lexicon.collective else self._author(teller, tokens)
        verb -= tokens[verb].low == "out"  # "put out", "sent out"
        came = [t.low for t in tokens[max(lo, verb - 2) : verb + 1]]
        verb -= 2 * (came[-2:] == ["up", "with"])
        if verb <= lo or (lexicon.own and not lexicon.signs):
            return None
        subject = sentence_subject(tokens, lo, verb, lexicon)
        if subject is not None and tokens[lo].low == "the" and subject.first == lo:
            shared = subject.head in lexicon.posts | lexicon.pictures | lexicon.carrier
            if shared and subject.owner is None:  # "The post came with a caption that read"
                return self.sharer(tokens, lo)
        if tokens[verb].low not in _GIVES and not lexicon.signs:
            return None
        if subject is None or subject.kind not in {"name", "pronoun", "role"}:
            return None
        if subject.kind == "role" and subject.head in lexicon.collective:
            return None
        return self._author(subject, tokens)

    def is_captioned(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Whether a picture speaks through its caption: The image had the caption: “…”."""
        noun = mention.first + 1
        if self._lexicon.own or tokens[mention.first].low != "the" or noun >= len(tokens):
            return False
        shown = tokens[noun].low in self._lexicon.pictures | IMAGES
        behind = tokens[noun + 1 : noun + _CAPTIONED]
        sentence = takewhile(lambda t: t.kind != "q" and t.text != ".", behind)
        return shown and any(t.low in _CAPTIONS for t in sentence)

    def sharer(self, tokens: Sequence[Token], at: int) -> str | None:
        """Who shared what "the post" at ``at`` means: the subject of the sentence before."""
        if at > 1:
            lo = sentence_start(tokens, at - 1, self._lexicon.honorifics)
            subject = sentence_subject(tokens, lo, at - 1, self._lexicon, people=True)
            if subject is not None and subject.kind in {"name", "pronoun"}:
                return self._author(subject, tokens)
        names = self._people.subjects_before(tokens[at].start)
        return names[0] if names else None

    def maker(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """Who is named behind "from" or "by": a news release from Rep. Harlan Tuttle."""
        hi = min(len(tokens), mention.last + APPOSITION)
        for at in range(mention.first + 1, min(hi, mention.last + TITLE)):
            if tokens[at].low in _BY or tokens[at].low in self._lexicon.genitives:
                found = phrase_right(tokens, at + 1, hi, self._lexicon)
                if found is not None and found.name is not None:
                    return self._people.fullest_name(tokens, *found.name)
                if found is not None and found.kind == "pronoun" and self._lexicon.own:
                    pronoun = tokens[found.first]  # "La risposta di lei"
                    return self._people.resolve_pronoun(pronoun.low, pronoun.start)
                if found is not None and found.kind == "role" and self._lexicon.own:
                    return self._people.resolve_role(found.head, tokens[at].start)
                name = name_beside(found, tokens, self._lexicon) if found is not None else None
                return self._people.fullest_name(tokens, *name) if name is not None else None
        return None
