"""Does a pronoun repeat somebody nameless of whom the sentences above speak?

    An agency spokesman declined to comment.  /  He said “the matter is closed”.

Sentences whose subject is a pronoun, too, are passed over; a name ends the search.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sentiment.extract.apposed import name_called
from sentiment.extract.attributed import MAKERS
from sentiment.extract.sentence_subjects import sentence_subject
from sentiment.extract.subjects_before import bare_handle, bracketed_handle
from sentiment.extract.users_named import USERS, user_named
from sentiment.extract.words import sentence_end, sentence_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.mentions import Mention
    from sentiment.extract.people import People
    from sentiment.extract.words import Token

_ONE_WITHIN: Final = 4
"""Tokens of "a now-deleted Facebook" before "post"."""
_MOST: Final = 8
"""Sentences that are looked back over."""


class NobodyAbove:
    """Looks back over the paragraphs of one article."""

    def __init__(
        self, paragraphs: Sequence[Sequence[Token]], people: People, lexicon: ProseLexicon
    ) -> None:
        """``paragraphs``: the tokens of each prose paragraph, in order."""
        self._paragraphs = [tokens for tokens in paragraphs if tokens]
        self._starts = [tokens[0].start for tokens in self._paragraphs]
        self._people = people
        self._lexicon = lexicon
        self._known: dict[int, Mention | None] = {}

    @cached_property
    def _has_users(self) -> bool:
        """Whether the prose speaks of any user."""
        return any(t.kind == "@" or t.low in USERS for tokens in self._paragraphs for t in tokens)

    def is_repeated(self, pronoun: Token) -> bool:
        """Whether "he" or "she" at a place means somebody nameless."""
        lexicon = self._lexicon
        if lexicon.own:
            return False
        for subject, tokens, lo in self._subjects(pronoun):
            if subject is None or subject.kind == "pronoun":
                continue
            spokes = subject.head.startswith("spokes") and not self._people.is_held(subject.head)
            nameless = subject.kind == "nameless" and subject.head in lexicon.nameless
            single = nameless and not subject.head.endswith("s")
            role = subject.kind == "nameless" and subject.head in lexicon.roles
            single = single or role  # "An assistant director spoke up. / “…,” she wrote"
            if not ((spokes and subject.name is None) or (single and subject.owner is None)):
                return False
            return spokes or not self._people.is_anybody_acting(tokens[lo].start, pronoun.start)
        return False

    def last_subject(self, pronoun: Token) -> tuple[Mention | None, Sequence[Token]]:
        """The nearest subject above that is no pronoun, and the tokens it stands in."""
        found = self._subjects(pronoun) if not self._lexicon.own else iter(())
        told = ((s, tokens) for s, tokens, _ in found if s is not None and s.kind != "pronoun")
        return next(told, (None, ()))

    def teller(self, mention: Mention, place: Token) -> tuple[Mention | None, Sequence[Token]]:
        """Who is the subject where "the post" was first told of: In a post, the ministry said."""
        ones = self._lexicon.indefinite
        for subject, tokens, lo in self._subjects(place):
            hi = sentence_end(tokens, lo, self._lexicon.honorifics)
            nouns = (i for i in range(lo + 1, hi) if tokens[i].low == mention.head)
            at = next(nouns, None)
            if at is None:
                continue
            one = any(t.low in ones for t in tokens[max(lo, at - _ONE_WITHIN) : at])
            makers = at + 1 < hi and tokens[at + 1].low in MAKERS
            known = subject is not None and subject.kind in {"name", "role", "pronoun"}
            # "Olt’s account sent a tweet"
            owned = subject is not None and subject.owner is not None
            told = one and (known or owned) and not makers
            return (subject, tokens) if told else (None, ())
        return None, ()

    def user(self, pronoun: Token) -> tuple[str | None, str | None]:
        """Name and handle that "she" or "the user" repeats, if the sentences above tell of one."""
        if self._lexicon.own or not self._has_users:
            return None, None
        subject, tokens = self.last_subject(pronoun)
        return self.told(subject, tokens) if subject is not None else (None, None)

    def told(self, subject: Mention, tokens: Sequence[Token]) -> tuple[str | None, str | None]:
        """Name and handle of a user that a phrase names; both None for anybody else."""
        if subject.kind == "handle":
            return None, bare_handle(tokens[subject.last])
        handle = bracketed_handle(tokens, subject.last + 1) if subject.kind == "nameless" else None
        if handle is not None:
            return None, handle
        span = user_named(subject, tokens, self._lexicon)
        if span is None and subject.head in USERS:
            span = name_called(subject, tokens, self._lexicon)  # "a user called Ana Moth"
        if span is None:
            return None, None
        if tokens[span[0]].capital:
            return self._people.fullest_name(tokens, *span), None
        return None, tokens[span[0]].text

    def _subjects(self, pronoun: Token) -> Iterator[tuple[Mention | None, Sequence[Token], int]]:
        """The subject of each sentence before a pronoun's, the nearest first.

        With the tokens of its paragraph and the index of its first one.
        """
        honorifics, seen = self._lexicon.honorifics, 0
        index = bisect_right(self._starts, pronoun.start) - 1
        tokens = self._paragraphs[index] if index >= 0 else ()
        hi = bisect_left(tokens, pronoun.start, key=lambda t: t.start)
        hi = sentence_start(tokens, hi, honorifics)
        while index >= 0 and seen < _MOST:
            while hi > 0 and seen < _MOST:
                lo = sentence_start(tokens, hi - 1, honorifics)
                yield self._subject(tokens, lo, hi), tokens, lo
                hi, seen = lo, seen + 1
            index -= 1
            tokens = self._paragraphs[index] if index >= 0 else ()
            hi = len(tokens)

    def _subject(self, tokens: Sequence[Token], lo: int, hi: int) -> Mention | None:
        """The subject of a sentence, which several pronouns behind it may ask for."""
        place = tokens[lo].start
        if place not in self._known:
            self._known[place] = sentence_subject(tokens, lo, hi, self._lexicon)
        return self._known[place]
