"""Whose is a quotation that nobody introduces: the speaker's before it, a crowd's, nobody's?

A piece is joined to what was cut apart, whoever spoke last goes on, a list below
a crowd is the crowd's; titles, scare quotes and signs are nobody's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import Attribution
from sentiment.extract.crowd_lists import (
    MOST_LISTED,
    crowd_above,
    is_bulleted,
    is_item,
    is_lone,
    listed_below_crowd,
    tells_of_crowd,
)
from sentiment.extract.crowd_runs import is_crowd_run
from sentiment.extract.indirect import speaker_told
from sentiment.extract.lone_quotations import (
    answers_above,
    introduced_above,
    introduced_beside,
    is_asked_above,
    is_next_item,
    is_voiced,
    signed_below,
)
from sentiment.extract.quote_case import Case, Span, is_listed, same_speech
from sentiment.extract.quote_shape import SPEECH_WORDS
from sentiment.extract.quote_signs import (
    goes_on_below,
    goes_on_from_above,
    is_closed_behind,
    is_new_sentence,
    is_piece,
    may_go_on,
    same_marks,
)
from sentiment.extract.words import REACH, Token, ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.found_quotes import FoundQuotes

_FEWEST: Final = 2
_LEADS: Final = 3
"""Paragraphs that may stand between a speaker and a quotation that goes on."""


class GoingOn:
    """Reads the quotations that nobody introduces."""

    def __init__(
        self,
        text: str,
        spans: Sequence[Span],
        paragraphs: Sequence[Sequence[Token]],
        lexicon: ProseLexicon,
        found: FoundQuotes,
    ) -> None:
        """``paragraphs``: the tokens of those read so far; it grows as they are."""
        self._text = text
        self._spans = spans
        self._paragraphs = paragraphs
        self._lexicon = lexicon
        self._found = found

    def read(self, case: Case, *, tail: bool) -> None:
        """A quotation that nobody introduces: joined, carried on, or no speech."""
        state, at, shape = case.state, case.at, case.shape
        tokens = state.tokens
        if state.last is not None:
            gap = tokens[max(state.last_at + 1, at - REACH) : at]
            last = self._found.quotes[state.last]
            if is_listed(last if last.goes_on is None else self._found.quotes[last.goes_on], gap):
                self._found.carry_on(case, state.last)
                return
        above = self._paragraphs[state.index - 1] if state.index else []
        if case.quotation.closed and is_crowd_run(tokens, at, above, self._lexicon):
            self._found.stand_alone(case, "crowd")
            return
        if state.last is not None and (tail or is_piece(case, last, gap, self._lexicon)):
            apart = gap and not same_marks(self._text, last, case.quotation.open)
            if apart or (not tail and is_new_sentence(gap, self._lexicon)):
                self._found.carry_on(case, state.last)
            else:
                self._found.join(case, state.last)
            return
        opens = at == 0 or ends_sentence(tokens, at - 1, self._lexicon.honorifics)
        cut = case.quotation.close == self._spans[-1][1]  # an opening of a page ends in it
        if not (case.quotation.closed or cut) or not opens or shape.title:
            return
        if state.wordless and state.last is None:
            self._read_alone(case)
        elif shape.speech or is_closed_behind(case, self._lexicon):
            if self.speaks_on(case):
                return
            beside = introduced_beside(tokens, at, state.floor, self._lexicon)
            if beside is not None:
                self._found.add(case, beside, tokens)
            elif state.last is not None:
                self._found.carry_on(case, state.last)
            elif at == 0 and self._lexicon.own and self._is_introduced(case):
                return
            elif at == 0 and (self._is_reported_on(case) or self._goes_on_from_above(case)):
                self._found.carry_on(case, len(self._found.quotes) - 1)

    def speaks_on(self, case: Case) -> bool:
        """Whether indirect speech leads up to a quotation, whose speaker has it; then added."""
        state = case.state
        last = state.last_at if state.last is not None else None
        said = speaker_told(state.tokens, case.at, last, self._lexicon)
        if isinstance(said, int) and state.last is not None:
            self._found.carry_on(case, state.last)
        elif isinstance(said, Attribution):
            self._found.add(case, said, state.tokens)
        return said is not None

    def _is_introduced(self, case: Case) -> bool:
        """Whether the paragraph above ends in a sentence whose subject speaks here; then added."""
        introduced = introduced_above(self._paragraphs, case.state.index, self._lexicon)
        if introduced is not None:
            self._found.add(case, *introduced)
        return introduced is not None

    def _is_reported_on(self, case: Case) -> bool:
        """Whether a participle tells what the last speaker does: “…,” pointing out the cost."""
        tokens, last = case.state.tokens, self._found.quotes[-1:]
        if self._lexicon.own or case.shape.ending != "," or not last or len(tokens) < _FEWEST:
            return False
        above = last[0].paragraph == case.state.index - 1
        return above and tokens[1].low.endswith("ing") and tokens[1].text.islower()

    def _goes_on_from_above(self, case: Case) -> bool:
        last = self._found.quotes[-1] if self._found.quotes else None
        spoken = case.shape.words >= SPEECH_WORDS
        return spoken and goes_on_from_above(case.state, last, self._lexicon)

    def _read_alone(self, case: Case) -> None:
        """A paragraph that is nothing but a quotation."""
        state, shape, index = case.state, case.shape, len(self._found.quotes) - 1
        first = max(0, state.index + 1 - len(case.quotation.parts))  # the paragraph that opens it
        near = bool(self._found.quotes) and first - self._found.quotes[-1].paragraph <= _LEADS
        if self._text[case.quotation.open] in self._lexicon.dialogue:
            above = self._paragraphs[first - 1] if first else []
            if any(t.kind == "w" for t in above) and not any(t.kind == "q" for t in above):
                self._found.stand_alone(
                    case, "alone"
                )  # "The coach could not believe it. / — Never."
            elif near:
                self._found.carry_on(case, index)
            return
        if near and is_next_item(self._paragraphs[max(0, first - MOST_LISTED) : first]):
            self._found.carry_on(case, index)
            return
        signed = signed_below(self._text, self._spans, state.index, self._lexicon)
        introduced = introduced_above(self._paragraphs, first, self._lexicon)
        led = self._led_inside(case, first)
        if signed is not None:
            self._found.add(case, *signed)
        elif led is not None:
            self._found.add(case, led, self._paragraphs[first])
        elif (
            near
            and may_go_on(self._text, self._found.quotes[-1], case)
            and same_speech(self._found.quotes[-1], first, self._paragraphs[first - 1])
        ):
            self._found.join(case, index)
        elif (
            shape.words >= _FEWEST
            and self._is_listed(first)
            and not (introduced is not None and self._is_answered(case, first))
            and not answers_above(introduced, self._lexicon)
        ):
            self._found.stand_alone(case, "crowd")
        elif shape.speech and introduced is not None:
            self._found.add(case, *introduced)
        elif shape.words >= _FEWEST and self._is_first_item(state.index):
            self._found.stand_alone(case, "crowd")
        elif (near and shape.speech and not shape.headed) or (
            self._found.quotes and goes_on_below(case, self._found.quotes[-1], first)
        ):
            self._found.carry_on(case, index)
        else:
            asked = is_asked_above(self._paragraphs, first)
            if shape.words >= (_FEWEST if asked else SPEECH_WORDS) and (
                asked or self._is_spoken(case)
            ):
                self._found.stand_alone(case, "alone")

    def _led_inside(self, case: Case, first: int) -> Attribution | None:
        """The subject before a speech of several paragraphs: Olt was calm. “We … / “… lost.”"""
        tokens = self._paragraphs[first] if len(case.quotation.parts) > 1 else ()
        if self._lexicon.own or len(tokens) <= 1 or tokens[-1].kind != "q":
            return None
        return introduced_beside(tokens, len(tokens) - 1, 0, self._lexicon)

    def _is_listed(self, index: int) -> bool:
        """Whether a lone quotation is a crowd's, of which the prose above it speaks."""
        if crowd_above(self._paragraphs, index, self._lexicon):
            return True
        return listed_below_crowd(self._text, self._spans, self._paragraphs, index, self._lexicon)

    def _is_first_item(self, index: int) -> bool:
        """Whether a quotation begins a list behind bullets that nobody by name leads up to."""
        last = self._found.quotes[-1].paragraph if self._found.quotes else -1
        goes_on = last == index - 1 and is_item(self._text, self._spans[index - 1])
        return not goes_on and is_bulleted(self._text, self._spans, index)

    def _is_spoken(self, case: Case) -> bool:
        """Whether a lone quotation is no passage of a document and no note on the author."""
        words = self._text[case.quotation.start : case.quotation.end]
        return len(case.quotation.parts) > 1 or is_voiced(words, self._lexicon)

    def _is_answered(self, case: Case, index: int) -> bool:
        """Whether a crowd is told of above one lone quotation, but spoken to or of."""
        if len(case.quotation.parts) > 1 and not self._lexicon.own:
            return True  # one speech of several paragraphs
        alone = index + 1 == len(self._spans) or not is_lone(self._text, self._spans[index + 1])
        return alone and tells_of_crowd(self._paragraphs[index - 1], self._lexicon)
