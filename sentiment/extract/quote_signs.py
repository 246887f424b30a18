"""What do the signs around a quotation say of its bond to the words before it?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.extract.quotation_marks import SINGLE
from sentiment.extract.quote_shape import PARTIAL_WORDS, SPEECH_WORDS
from sentiment.extract.words import REACH, STOPS, ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Attribution
    from sentiment.extract.quote_case import Case, Paragraph, Quote
    from sentiment.extract.words import Token

_PARTS: Final = frozenset(".,;-–—!?…")
"""Signs between two pieces of one's words."""
_JOINING: Final = frozenset({"and", "but", "or", "then"})
_TURNING: Final = _JOINING | {"instead", "still", "because"}
_FEWEST: Final = 3
"""Words of a piece that "and" joins; fewer are a scare quote."""
_TYPED: Final = re.compile(r'[“”"]')
_AGAIN: Final = 20
"""First code points by which a pull quote repeats the words it stands below."""
_REACH_BEHIND: Final = 80
"""Code points behind a quotation in which an attribution of its own begins."""


def closes_speech(case: Case, last: Quote | None, lexicon: ProseLexicon) -> bool:
    """Whether a quotation ends ``last``, the one before it, and a new sentence follows."""
    state, at = case.state, case.at
    if last is None or case.shape.ending != "." or state.used < at - 1:
        return False
    said = last.attribution
    fresh = any(t.capital for t in state.tokens[at + 1 : at + 2])
    return said is not None and said.where == "after" and fresh and not lexicon.own


def reopens(text: str, case: Case) -> bool:
    """Whether marks open again to run on: “A,” X said. “B … / “C.” and nobody said C."""
    state = case.state
    if state.last is None or not case.quotation.closed:
        return False
    gap = state.tokens[state.last_at + 1 : case.at]
    line = text[case.quotation.close : case.quotation.close + _REACH_BEHIND]
    alone = not line.split("\n", 1)[0].strip()
    return alone and bool(gap) and gap[-1].text in _PARTS and state.used >= case.at - 1


def is_piece(case: Case, last: Quote, gap: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether a quotation that nobody introduces is one more piece of ``last``.

    gap  the tokens between the two
    """
    if not _is_parted(case, last, gap, lexicon):
        return False
    state, at = case.state, case.at
    told = state.used >= at - 1 or _is_told_over(state, last, at, lexicon)
    return told or all(t.kind == "." for t in gap)


def _is_parted(case: Case, last: Quote, gap: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether the prose between two pieces of one's words ends like their attribution.

    In a sign, an abbreviation ("in Pine Ferry, S.C."), its verb ("“…,” he said “…”"),
    or in one word that joins them: “…,” she said, and “…”.
    """
    if not gap or gap[-1].text in _PARTS:
        return True
    said = last.attribution
    if lexicon.own or said is None or said.where != "after" or any(t.kind == "q" for t in gap):
        return False
    if gap[-1].text.endswith(".") or (said.cue == case.at - 1 and gap[-1].low in lexicon.cues):
        return True
    before = gap[-2].text if len(gap) > 1 else ""
    return gap[-1].low in _JOINING and before in {",", "."} and case.shape.words >= _FEWEST


def _is_told_over(state: Paragraph, last: Quote, at: int, lexicon: ProseLexicon) -> bool:
    """Whether the sentence that gives ``last`` to somebody lasts to the quotation at ``at``.

    A title may stand in it, and one word behind it: “…,” Ida Brook said on the
    “Evening Hour” on Sunday. Instead, “…”
    """
    said, tokens = last.attribution, state.tokens
    if said is None or said.where != "after" or lexicon.own or state.used < said.last:
        return False
    if at - state.used > REACH:
        return False
    turn = at - 1 - (tokens[at - 1].text == ",")
    alone = tokens[turn].capital and tokens[turn].low in _TURNING
    end = turn - 1 if alone and tokens[turn - 1].text in STOPS else at - 1
    return not any(ends_sentence(tokens, i, lexicon.honorifics) for i in range(state.used, end))


def by_same_subject(
    before: Attribution | None, last: Quote | None, state: Paragraph, lexicon: ProseLexicon
) -> Attribution | None:
    """What leads up to a quotation, by whoever ``last`` is given to if their clause goes on.

    “It is not,” Olt told Brand, insisting that the town “will pay for all of it”.
    """
    said = last.attribution if last is not None else None
    if before is None or before.cue is None or said is None or said.cue is None or lexicon.own:
        return before
    verb = state.tokens[before.cue] if before.cue < len(state.tokens) else None
    goes_on = verb is not None and verb.low.endswith("ing") and before.cue > said.cue
    if not goes_on or said.where != "after" or said.mention is None:
        return before
    rest = range(said.cue, before.cue)
    if state.tokens[before.cue - 1].text != "," or any(
        ends_sentence(state.tokens, i, lexicon.honorifics) for i in rest
    ):
        return before
    return before._replace(mention=said.mention)


def same_marks(text: str, last: Quote, opening: int) -> bool:
    """Whether both are single or both double: 'out of the blue', X added, "It was …" is two."""
    mark = text[last.parts[-1][0] - 1]
    return (mark in SINGLE) == (text[opening] in SINGLE)


def may_go_on(text: str, last: Quote, case: Case) -> bool:
    """Whether a paragraph in marks may be more of ``last``: no heading, no copy, no quoted page."""
    start, said = case.quotation.start, last.parts[0][0]
    typed = any(_TYPED.search(text, *part) for part in case.quotation.parts)
    if not case.shape.speech or case.shape.headed or typed:
        return False
    again = text[said : said + _AGAIN] == text[start : start + _AGAIN]
    return not again and same_marks(text, last, case.quotation.open)


def ending(case: Case, lexicon: ProseLexicon) -> str:
    """The last code point of the words, or the comma that other languages put behind."""
    tokens, at = case.state.tokens, case.at
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return "," if lexicon.own and behind == "," else case.shape.ending


def leads_on(state: Paragraph, at: int, chosen: Attribution | None, lexicon: ProseLexicon) -> bool:
    """Whether one's words lead up to more of them: disse que “há um novo tempo”: “…”."""
    if not lexicon.own or (chosen is not None and chosen.mention is not None):
        return False
    if at <= 1 or state.tokens[at - 1].text != ":" or state.tokens[at - 2].kind != "q":
        return False
    return state.last is not None and state.last_at == at - 2


def is_closed_behind(case: Case, lexicon: ProseLexicon) -> bool:
    """Whether the full stop stands behind the marks: "«Il sera toujours avec nous»."."""
    tokens, at = case.state.tokens, case.at
    stopped = at + 1 < len(tokens) and tokens[at + 1].text in STOPS
    return bool(lexicon.own) and stopped and case.shape.words >= PARTIAL_WORDS


def is_new_sentence(gap: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether nothing but a full stop outside the marks parts two quotations: "A". "B"."""
    stops = any(t.text in STOPS for t in gap)
    return bool(lexicon.own) and stops and all(t.kind == "." for t in gap)


def goes_on_from_above(state: Paragraph, last: Quote | None, lexicon: ProseLexicon) -> bool:
    """Whether the paragraph above ended in words, ``last``, and who said them."""
    if not lexicon.own or last is None or last.paragraph != state.index - 1:
        return False
    return last.attribution is not None and last.attribution.where == "after"


def goes_on_below(case: Case, last: Quote, first: int) -> bool:
    """Whether the paragraph above ended in ``last`` and its speaker: ‘…,’ Olt wrote. / ‘Your …’

    first  number of the paragraph in which the quotation opens
    """
    said = last.attribution
    if said is None or said.where != "after" or said.mention is None:
        return False
    return last.paragraph == first - 1 and case.shape.words >= SPEECH_WORDS
