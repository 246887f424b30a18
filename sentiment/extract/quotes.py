"""Which quotations of an article are somebody's words, and which belong together?

Every quotation with an attribution; pieces cut apart by one attribution are one;
quotations without any go on with the speaker before them where they stand like
speech. Titles, scare quotes and signs have no attribution and fall away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sentiment.extract.attribution import Attribution, after_quotation, before_quotation
from sentiment.extract.mentions import phrase_right
from sentiment.extract.quotations import Quotation, find_quotations
from sentiment.extract.words import (
    REACH,
    Token,
    cut_tokens,
    ends_sentence,
    sentence_start,
    tokens_around,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon

Span = tuple[int, int]

PARTIAL_WORDS: Final = 4
"""Fewest words of a quotation that its sentence runs into, or that nobody introduces."""

SPEECH_WORDS: Final = 12
"""A quotation of so many words that stands alone in its paragraph is speech."""

HEADLINE_TOKENS: Final = 26
"""A first paragraph this short is a headline; what it quotes, the article repeats."""

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_PARTS: Final = frozenset(".,;-–—!?…")
_BESIDE: Final = 2
"""Tokens from a verb of writing to the marks: what it introduces may be one word."""
_LONGEST_NAME: Final = 8
_FEWEST: Final = 2
MOST_LISTED: Final = 12
"""Lone quotations that one lead-in or one signature may hold together."""
_LONGEST_SIGNATURE: Final = 60
_LISTING: Final = frozenset({"and", "or", "y", "e", "et", "und", "और", "at"})
_NO_CROWD: Final = frozenset(
    [
        "one",
        "another",
        "other",
        "others",
        "many",
        "few",
        "several",
        "some",
        "most",
        "last",
        "first",
        "second",
    ]
)
_DASHES: Final = frozenset("-–—―")
_OPENERS: Final = frozenset("\"“‘'«„「『`")
_LEADS: Final = 3
"""Paragraphs that may stand between a speaker and a quotation that goes on."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words in prose.

    parts        spans of the pieces, in order
    attribution  its tokens are ``tokens``; None if the speaker goes on
    tokens       the tokens that the attribution's indexes count in
    paragraph    index of its paragraph
    goes_on      index of the quote whose speaker it shares, or None
    """

    parts: tuple[Span, ...]
    attribution: Attribution | None
    tokens: tuple[Token, ...]
    paragraph: int
    at: int
    goes_on: int | None = None
    closed: bool = True


def _count(text: str, quotation: Quotation) -> int:
    return sum(len(_WORD.findall(text, start, end)) for start, end in quotation.parts)


def _ending(text: str, quotation: Quotation) -> str:
    start, end = quotation.parts[-1]
    words = text[start:end].rstrip()
    return words[-1] if words else ""


def _is_title(text: str, quotation: Quotation) -> bool:
    """Capitals throughout and no stop at the end: a work, not words."""
    start, end = quotation.parts[0]
    words = _WORD.findall(text, start, end)
    long = [w for w in words if len(w) > 3]
    capital = sum(w[0].isupper() for w in long)
    return bool(long) and capital == len(long) and len(words) < 9 and text[end - 1] not in ".!?…"


@dataclass(slots=True)
class _Paragraph:
    """The state of one paragraph's reading."""

    index: int
    tokens: list[Token]
    quoted: tuple[int, ...] = ()
    wordless: bool = False
    used: int = 0
    floor: int = 0
    last: int | None = None
    last_at: int = -1


class QuoteFinder:
    """Reads an article's prose paragraph by paragraph, in one pass."""

    def __init__(self, text: str, paragraphs: Sequence[Span], lexicon: ProseLexicon) -> None:
        """``paragraphs``: disjoint spans of prose in order; posts and furniture cut out."""
        self._text = text
        self._paragraphs = paragraphs
        self._lexicon = lexicon
        self._quotations = find_quotations(text, paragraphs)
        self._found: list[Quote] = []
        self._seen: set[int] = set()
        self.paragraphs: list[list[Token]] = []

    def find(self) -> tuple[Quote, ...]:
        """Every attributed quotation, in order of its first words."""
        first = 0
        previous: list[Token] = []
        for index, span in enumerate(self._paragraphs):
            tokens, first = tokens_around(self._text, span, self._quotations, first)
            self.paragraphs.append(tokens)
            quoted = tuple(i for i, t in enumerate(tokens) if t.kind == "q")
            wordless = not any(t.kind == "w" for t in tokens)
            state = _Paragraph(index, tokens, quoted, wordless)
            if index == 0 and len(self._paragraphs) > 1 and len(tokens) <= HEADLINE_TOKENS:
                continue
            for nth, at in enumerate(quoted):
                hi = quoted[nth + 1] if nth + 1 < len(quoted) else None
                self._read(state, at, hi, previous)
            previous = tokens or previous
        return tuple(self._found)

    def _read(
        self, state: _Paragraph, at: int, following: int | None, previous: list[Token]
    ) -> None:
        tokens, lexicon = state.tokens, self._lexicon
        number = tokens[at].quote
        quotation = self._quotations[number]
        if number in self._seen:  # found where it opened; what follows it may go on
            state.last, state.last_at, state.used = len(self._found) - 1, at, at
            return
        opens_here = quotation.open >= self._paragraphs[state.index][0]
        closes_here = quotation.close <= self._paragraphs[state.index][1]
        words = _count(self._text, quotation)
        ending = _ending(self._text, quotation)
        lo = max(sentence_start(tokens, at, lexicon.honorifics), state.floor)
        before = before_quotation(tokens, at, lo, lexicon) if opens_here else None
        source: Sequence[Token] = tokens
        if before is None and at == 0 and previous and previous[-1].text == ":":
            lead = sentence_start(previous, len(previous) - 1, lexicon.honorifics)
            before = before_quotation([*previous, tokens[0]], len(previous), lead, lexicon)
            source = [*previous, tokens[0]]
        hi = len(tokens) if following is None else following
        after = after_quotation(tokens, at, hi, ending, lexicon) if closes_here else None
        if after is not None and following is not None and self._leads_on(state, at, hi, ending):
            after = None
        if after is None and before is None and at == 0 and closes_here:
            after = self._named_below(tokens, at, hi)
        chosen = self._choose(before, after, ending)
        if chosen is before and before is not None and self._is_tail(state, before, at):
            chosen = None
        if chosen is None:
            if closes_here:
                self._go_on(state, at, quotation, words, ending)
            return
        if not self._accepts(chosen, quotation, words, tokens, at):
            return
        self._seen.add(number)
        state.last = len(self._found)
        state.last_at = at
        if chosen.where == "after":
            state.used = chosen.last
            state.floor = 1 + max(
                chosen.cue or 0, chosen.mention.last if chosen.mention is not None else 0, at
            )
            source = tokens
        else:
            state.used = state.floor = at
        self._found.append(
            Quote(quotation.parts, chosen, tuple(source), state.index, at, None, quotation.closed)
        )

    def _named_below(self, tokens: Sequence[Token], at: int, hi: int) -> Attribution | None:
        """ "“Thirty-one idiots.” Graham Pyle": a paragraph of a quotation and its author."""
        rest = tokens[at + 1 : hi]
        if hi != len(tokens) or not 0 < len(rest) <= _LONGEST_NAME or rest[-1].text in ".!?":
            return None
        if any(t.low in self._lexicon.cues for t in rest) or not rest[0].capital:
            return None
        found = phrase_right(tokens, at + 1, hi, self._lexicon)
        if found is None or found.kind not in {"name", "nameless"}:
            return None
        after = found.last + 1
        if after < hi and tokens[after].text not in {",", "("}:
            return None
        return Attribution(found, None, "label", "after", at + 1, hi, "-")

    def _is_tail(self, state: _Paragraph, before: Attribution, at: int) -> bool:
        """Whether what leads up to a quotation is the attribution of the one before it."""
        if state.last is None:
            return False
        last = self._found[state.last].attribution
        if last is None or last.where != "after" or state.used < at - 1:
            return False
        return before.cue is None or last.cue is None or before.cue <= last.cue

    def _same_speech(self, state: _Paragraph) -> bool:
        """Whether the paragraph before ended in the words of one speaker with a name."""
        last = self._found[-1]
        attribution = last.attribution
        if attribution is None or attribution.mention is None:
            return False
        speech = attribution.kind in {"speech", "write", "label"}
        known = attribution.mention.kind in {"name", "pronoun", "role"}
        return speech and known and state.index - last.paragraph == 1

    def _leads_on(self, state: _Paragraph, at: int, hi: int, ending: str) -> bool:
        """Whether the words behind a quotation lead up to the next one instead."""
        tokens = state.tokens
        if ending == "," or at + 1 >= hi:
            return False
        if tokens[hi - 1].text not in {":", ","}:
            return False
        fresh = tokens[at + 1].text[0].isupper()
        inner = any(ends_sentence(tokens, i, self._lexicon.honorifics) for i in range(at + 1, hi))
        return fresh and not inner

    @staticmethod
    def _choose(
        before: Attribution | None, after: Attribution | None, ending: str
    ) -> Attribution | None:
        if before is None or after is None:
            return before or after
        if before.link and before.kind not in {"colon", "carrier"}:
            return before
        if ending == "," or not before.link:
            return after
        return before

    def _accepts(
        self,
        chosen: Attribution,
        quotation: Quotation,
        words: int,
        tokens: Sequence[Token],
        at: int,
    ) -> bool:
        if not words:
            start, end = quotation.parts[0]
            return end > start and chosen.link != ""
        if not quotation.closed and (chosen.where == "after" or not chosen.link):
            return False
        runs_in = at > 0 and tokens[at - 1].kind == "w"
        written = chosen.where == "before" and chosen.kind in {"write", "post", "comment", "reply"}
        if written and chosen.cue is not None and chosen.last - chosen.cue <= _BESIDE:
            return True
        if runs_in and (words < PARTIAL_WORDS or _is_title(self._text, quotation)):
            return False
        if chosen.link in {"", "-"} and chosen.where == "before":
            return words >= PARTIAL_WORDS and not _is_title(self._text, quotation)
        if chosen.kind == "call":
            return words >= PARTIAL_WORDS and not _is_title(self._text, quotation)
        if chosen.mention is None and chosen.kind in {"colon", "label"}:
            return False
        return True

    def _go_on(
        self, state: _Paragraph, at: int, quotation: Quotation, words: int, ending: str
    ) -> None:
        """A quotation that nobody introduces: joined, carried on, or no speech."""
        tokens = state.tokens
        if state.last is not None:
            last = self._found[state.last]
            gap = tokens[max(state.last_at + 1, at - REACH) : at]
            if self._is_listed(last, gap):
                self._carry_on(state, at, quotation, state.last)
                return
            parted = not gap or gap[-1].text in _PARTS
            if parted and (state.used >= at - 1 or all(t.kind == "." for t in gap)):
                self._found[state.last] = replace(last, parts=(*last.parts, *quotation.parts))
                state.last_at = at
                state.used = max(state.used, at)
                return
        if not quotation.closed:
            return
        opens_sentence = at == 0 or ends_sentence(tokens, at - 1, self._lexicon.honorifics)
        speech = words >= PARTIAL_WORDS and (ending in ".!?…," or not ending.isalnum())
        if not opens_sentence or _is_title(self._text, quotation):
            return
        if state.wordless and state.last is None:
            self._read_alone(state, at, quotation, words, speech=speech)
        elif speech and state.last is not None:
            self._carry_on(state, at, quotation, state.last)

    def _is_listed(self, last: Quote, gap: Sequence[Token]) -> bool:
        """Whether a crowd's quotations follow one another: "A," "B," and "C"."""
        if any(t.kind == "w" and t.low not in _LISTING for t in gap):
            return False
        attribution = last.attribution
        while attribution is None and last.goes_on is not None:
            last = self._found[last.goes_on]
            attribution = last.attribution
        if attribution is None or attribution.where != "before":
            return False
        mention = attribution.mention
        return mention is None or mention.kind in {"nameless", "carrier"}

    def _carry_on(self, state: _Paragraph, at: int, quotation: Quotation, source: int) -> None:
        """A reaction of its own by the speaker of ``source``."""
        root = self._found[source].goes_on
        target = source if root is None else root
        self._found.append(
            Quote(quotation.parts, None, tuple(state.tokens), state.index, at, target)
        )
        self._seen.add(state.tokens[at].quote)
        state.last = len(self._found) - 1
        state.last_at = at
        state.used = max(state.used, at)

    def _read_alone(
        self, state: _Paragraph, at: int, quotation: Quotation, words: int, *, speech: bool
    ) -> None:
        """A paragraph that is nothing but a quotation."""
        index = len(self._found) - 1
        near = bool(self._found) and state.index - self._found[-1].paragraph <= _LEADS
        signed = self._signature_below(state.index)
        if signed is not None:
            self._sign(state, at, quotation, signed)
        elif near and speech and self._same_speech(state):
            last = self._found[index]
            self._found[index] = replace(
                last, parts=(*last.parts, *quotation.parts), paragraph=state.index
            )
            state.last, state.last_at = index, at
        elif self._crowd_above(state.index) and words >= _FEWEST:
            self._stand_alone(state, at, quotation, "crowd")
        elif near and speech:
            self._carry_on(state, at, quotation, index)
        elif words >= SPEECH_WORDS:
            self._stand_alone(state, at, quotation, "alone")

    def _crowd_above(self, index: int) -> bool:
        """Whether the prose that led up to a run of lone quotations speaks of a crowd."""
        for above in range(index - 1, max(-1, index - 1 - MOST_LISTED), -1):
            tokens = self.paragraphs[above]
            if not any(t.kind == "w" for t in tokens):
                continue
            lo = sentence_start(tokens, len(tokens) - 1, self._lexicon.honorifics)
            quoted = any(t.kind == "q" for t in tokens[lo:])
            return not quoted and any(
                t.low in self._lexicon.nameless - _NO_CROWD for t in tokens[lo:]
            )
        return False

    def _signature_below(self, index: int) -> list[Token] | None:
        """The tokens of "— Netizens" under a run of lone quotations."""
        for below in range(index + 1, min(len(self._paragraphs), index + 1 + MOST_LISTED)):
            start, end = self._paragraphs[below]
            if self._text[start] in _DASHES:
                if end - start > _LONGEST_SIGNATURE:
                    return None
                return list(cut_tokens(self._text, start, end))
            if self._text[start] not in _OPENERS:
                return None
        return None

    def _sign(self, state: _Paragraph, at: int, quotation: Quotation, signed: list[Token]) -> None:
        found = phrase_right(signed, 1, len(signed), self._lexicon) if len(signed) > 1 else None
        crowd = found is None and any(t.low in self._lexicon.nameless for t in signed)
        kind = "crowd" if crowd or (found is not None and found.kind == "nameless") else "label"
        attribution = Attribution(found, None, kind, "after", 0, len(signed), "-")
        self._found.append(Quote(quotation.parts, attribution, tuple(signed), state.index, at))
        self._seen.add(state.tokens[at].quote)
        state.last = len(self._found) - 1
        state.last_at = at
        state.used = max(state.used, at)

    def _stand_alone(self, state: _Paragraph, at: int, quotation: Quotation, kind: str) -> None:
        """A paragraph of speech that nobody introduces: a crowd's, or the subject's before it."""
        key = self._text[quotation.start : quotation.end].strip(" .,!?…")
        if self._text.count(key[:200]) > 1:
            return  # a pull quote, printed again
        attribution = Attribution(None, None, kind, "before", at, at, ":")
        self._found.append(
            Quote(quotation.parts, attribution, tuple(state.tokens), state.index, at)
        )
        self._seen.add(state.tokens[at].quote)
        state.last = len(self._found) - 1
        state.last_at = at
        state.used = max(state.used, at)


def find_quotes(text: str, paragraphs: Sequence[Span], lexicon: ProseLexicon) -> tuple[Quote, ...]:
    """Somebody's words in the prose ``paragraphs`` of ``text``, in order."""
    return QuoteFinder(text, paragraphs, lexicon).find()
