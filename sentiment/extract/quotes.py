"""Which quotations of an article are somebody's words, and which belong together?

Every quotation with an attribution; pieces cut apart by one attribution are one;
quotations without any go on with the speaker before them where they stand like
speech. Titles, scare quotes and signs have no attribution and fall away.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import LISTING, Attribution
from sentiment.extract.capitals import Capitals
from sentiment.extract.credit import choose, named_by_both, quoted_by_paper, reported_by_paper
from sentiment.extract.crowd_lists import (
    MOST_LISTED,
    crowd_above,
    is_lone,
    listed_below_crowd,
    tells_of_crowd,
)
from sentiment.extract.crowd_runs import is_crowd_run
from sentiment.extract.inserted import inserted_attribution
from sentiment.extract.lone_quotations import (
    answers_above,
    introduced_above,
    introduced_beside,
    is_asked_above,
    is_next_item,
    is_voiced,
    named_behind,
    signed_below,
)
from sentiment.extract.platform_names import platform_words
from sentiment.extract.quotations import find_quotations
from sentiment.extract.quote_case import (
    Case,
    Paragraph,
    Quote,
    Span,
    is_listed,
    is_tail,
    same_speech,
)
from sentiment.extract.quote_leads import lead_before, lead_behind, told_behind
from sentiment.extract.quote_shape import SPEECH_WORDS, is_headline, read_shape
from sentiment.extract.quote_signs import (
    by_same_subject,
    closes_speech,
    ending,
    goes_on_below,
    goes_on_from_above,
    is_closed_behind,
    is_new_sentence,
    is_piece,
    leads_on,
    may_go_on,
    reopens,
    same_marks,
)
from sentiment.extract.somebodys import Surroundings, is_somebodys, short_titles
from sentiment.extract.transcripts import interview_lines
from sentiment.extract.unmarked import find_unmarked, with_unmarked
from sentiment.extract.words import REACH, Token, ends_sentence, joints_of, tokens_around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.quotations import Quotation

_BULLETS: Final = frozenset("•·▪●◦*►-–—")
_FEWEST: Final = 2
_LEADS: Final = 3
"""Paragraphs that may stand between a speaker and a quotation that goes on."""
_SINGLE: Final = frozenset("'‘")
_GAP: Final = 3
"""Code points from closing marks over a blank to a bracket's end."""
_SIGNATURE: Final = 30
"""Code points of a user's name."""
_CLOSING: Final = frozenset('”»"“')
_NETWORK: Final = 9
"""Code points of the longest network's name."""
_PULL: Final = 80
"""Code points by which a quotation printed twice is told."""


def _is_empty(text: str, quotation: Quotation) -> bool:
    """Whether no words stand between the marks.

    A network's name is none, either: Auf "X" schreibt sie.
    """
    words = text[quotation.start : quotation.end]
    if not words.strip(" .,"):
        return True  # "good luck to them all “."
    return len(words) <= _NETWORK and words.casefold() in platform_words()


def _signs(text: str, quotation: Quotation) -> bool:
    """Whether marked words in brackets name who wrote those before: “…” (“marta 77”)."""
    before = text[max(0, quotation.open - _GAP) : quotation.open]
    short = quotation.end - quotation.start <= _SIGNATURE
    closed = text[quotation.close : quotation.close + 1] == ")"
    return short and closed and before[-1:] == "(" and before[:-1].rstrip()[-1:] in _CLOSING


class QuoteFinder:
    """Reads an article's prose paragraph by paragraph, in one pass."""

    def __init__(self, text: str, paragraphs: Sequence[Span], lexicon: ProseLexicon) -> None:
        """``paragraphs``: disjoint spans of prose in order; posts and furniture cut out."""
        self._text = text
        self._spans = paragraphs
        self._lexicon = lexicon
        self._joints = joints_of(lexicon)
        self._capitals = Capitals(text, lexicon)
        unmarked = find_unmarked(text, paragraphs, lexicon)
        marked = [q for q in find_quotations(text, paragraphs) if not _is_empty(text, q)]
        self._quotations = with_unmarked(marked, unmarked)
        self._found: list[Quote] = []
        self._seen: set[int] = set()
        self._said: set[int] = set()
        works = short_titles(text, self._quotations)
        turns = interview_lines(text, paragraphs)
        self._around = Surroundings(text, works, self._said, lexicon, turns)
        self._titles: set[int] = set()
        self.paragraphs: list[list[Token]] = []
        """The tokens of each paragraph, a "q" in each quotation's place."""

    def find(self) -> tuple[Quote, ...]:
        """Every attributed quotation, in order of its first words."""
        first = 0
        previous: list[Token] = []
        for index, span in enumerate(self._spans):
            tokens, first = tokens_around(self._text, span, self._quotations, first, self._joints)
            if len(tokens) > 1 and tokens[0].text in _BULLETS and tokens[1].kind == "q":
                del tokens[0]
            self._capitals.mark(tokens)
            self.paragraphs.append(tokens)
            if index == 0 and len(self._spans) > 1 and is_headline(tokens, self._lexicon):
                continue
            quoted = [i for i, t in enumerate(tokens) if t.kind == "q"]
            if quoted:
                # “Who asked?” Or: “Nobody asked.”
                plain = all(t.kind != "w" or t.low in LISTING for t in tokens)
                state = Paragraph(index, tokens, wordless=plain)
                for at, following in zip_longest(quoted, quoted[1:]):
                    self._read(state, at, following, previous)
            previous = tokens or previous
        return tuple(self._found)

    def _read(
        self, state: Paragraph, at: int, following: int | None, previous: list[Token]
    ) -> None:
        number = state.tokens[at].quote
        quotation = self._quotations[number]
        part = self._is_compound(quotation) or _signs(self._text, quotation)
        if number in self._titles or part:
            return
        if number in self._seen:  # found where it opened; what follows it may go on
            state.last, state.last_at, state.used = len(self._found) - 1, at, at
            return
        case = Case(state, at, quotation, read_shape(self._text, quotation))
        closes_here = quotation.close <= self._spans[state.index][1]
        before, source = lead_before(case, self._spans[state.index][0], previous, self._lexicon)
        last = None if state.last is None else self._found[state.last]
        beside = source is state.tokens
        before = by_same_subject(before, last if beside else None, state, self._lexicon)
        after = self._behind(case, following) if closes_here else None
        if before is None and after is None and at == 0 and closes_here:
            after = named_behind(state.tokens, at, following or len(state.tokens), self._lexicon)
        if before is None and after is None and state.last is not None:
            after = told_behind(case, self._lexicon)
        above = source is not state.tokens
        if above and state.wordless and closes_here:  # a name below outdoes a heading above
            signed = signed_below(self._text, self._spans, state.index, self._lexicon, reach=1)
            if signed is not None:
                self._add(case, *signed)
                return
        after = reported_by_paper(before, after, state.tokens, self._lexicon)
        if before is None and after is not None and closes_speech(case, last, self._lexicon):
            after = None  # “It is not,” she said. “It is tidy.” Her brother disagrees.
        if after is not None and not above:
            after = named_by_both(before, after, english=not self._lexicon.own)
        chosen = choose(before, after, ending(case, self._lexicon), above=above)
        chosen = chosen if above else quoted_by_paper(chosen, state.tokens, self._lexicon)
        chosen = None if self._is_crowds(state, chosen) else chosen
        if leads_on(state, at, chosen, self._lexicon):
            self._carry_on(case, len(self._found) - 1)
            return
        tail = (
            chosen is before
            and before is not None
            and state.last is not None
            and is_tail(self._found[state.last], state, before, at, self._lexicon)
        )
        if chosen is None and closes_here and self._add_inserted(case):
            return
        if chosen is None or tail:
            if closes_here or reopens(self._text, case):
                self._go_on(case, tail=tail and bool(self._lexicon.own))
        elif is_somebodys(
            case, chosen, source if chosen is before else state.tokens, previous, self._around
        ):
            self._add(case, chosen, source if chosen is before else state.tokens)
            if chosen.where == "after":
                state.used = chosen.last
                named = chosen.mention.last if chosen.mention is not None else 0
                state.floor = 1 + max(chosen.cue or 0, named, at)
            else:
                state.used = state.floor = at
                if after is not None and case.shape.ending == ",":
                    state.used = after.last  # he captioned it, “…,” the singer wrote. “…”

    def _is_compound(self, quotation: Quotation) -> bool:
        """Whether marked words are the first part of a compound: the ‘Sing It’-candidate."""
        behind = self._text[quotation.close : quotation.close + 2]
        return quotation.closed and behind[:1] in {"-", "‑"} and behind[1:].isalnum()

    def _behind(self, case: Case, following: int | None) -> Attribution | None:
        """What follows a quotation and names its speaker."""
        tokens, quotation = case.state.tokens, case.quotation
        after, title = lead_behind(case, following, self._lexicon)
        if title is not None:
            self._titles.add(title)
        elif following is not None and not self._lexicon.own:
            # 'out of the blue', Katrine added, "It was my destiny": other marks, other words
            other = self._quotations[tokens[following].quote]
            signs = {self._text[quotation.open], self._text[other.open]}
            leads = tokens[following - 1].text in {",", ":"}
            if leads and len(signs) > 1 and signs & _SINGLE and not case.shape.speech:
                return None
        return after

    def _add(
        self,
        case: Case,
        attribution: Attribution | None,
        tokens: Sequence[Token],
        goes_on: int | None = None,
    ) -> None:
        state, at = case.state, case.at
        parts = case.quotation.parts
        self._found.append(Quote(parts, attribution, tokens, state.index, at, goes_on))
        self._seen.add(state.tokens[at].quote)
        self._said.add(state.tokens[at].quote)
        state.last, state.last_at = len(self._found) - 1, at
        state.used = max(state.used, at)

    def _join(self, case: Case, index: int) -> None:
        last, state = self._found[index], case.state
        parts = (*last.parts, *case.quotation.parts)
        self._found[index] = last._replace(parts=parts, paragraph=state.index)
        self._seen.add(state.tokens[case.at].quote)
        state.last, state.last_at = index, case.at
        self._said.add(state.tokens[case.at].quote)
        state.used = max(state.used, case.at)

    def _go_on(self, case: Case, *, tail: bool) -> None:
        """A quotation that nobody introduces: joined, carried on, or no speech."""
        state, at, shape = case.state, case.at, case.shape
        tokens = state.tokens
        if state.last is not None:
            gap = tokens[max(state.last_at + 1, at - REACH) : at]
            last = self._found[state.last]
            if is_listed(last if last.goes_on is None else self._found[last.goes_on], gap):
                self._carry_on(case, state.last)
                return
        above = self.paragraphs[state.index - 1] if state.index else []
        if case.quotation.closed and is_crowd_run(tokens, at, above, self._lexicon):
            self._stand_alone(case, "crowd")
            return
        if state.last is not None and (tail or is_piece(case, last, gap, self._lexicon)):
            apart = gap and not same_marks(self._text, last, case.quotation.open)
            if apart or (not tail and is_new_sentence(gap, self._lexicon)):
                self._carry_on(case, state.last)
            else:
                self._join(case, state.last)
            return
        opens = at == 0 or ends_sentence(tokens, at - 1, self._lexicon.honorifics)
        cut = case.quotation.close == self._spans[-1][1]  # an opening of a page ends in it
        if not (case.quotation.closed or cut) or not opens or shape.title:
            return
        if state.wordless and state.last is None:
            self._read_alone(case)
        elif shape.speech or is_closed_behind(case, self._lexicon):
            beside = introduced_beside(tokens, at, state.floor, self._lexicon)
            if beside is not None:
                self._add(case, beside, tokens)
            elif state.last is not None:
                self._carry_on(case, state.last)
            elif at == 0 and self._lexicon.own and self._is_introduced(case):
                return
            elif at == 0 and shape.words >= SPEECH_WORDS and self._goes_on_from_above(state):
                self._carry_on(case, len(self._found) - 1)

    def _add_inserted(self, case: Case) -> bool:
        """Whether an attribution stood inside the marks; its words are added then."""
        inner = inserted_attribution(self._text, case.quotation, self._lexicon)
        if inner is None:
            return False
        attribution, tokens, parts = inner
        whole = case._replace(quotation=case.quotation._replace(parts=parts))
        self._add(whole, attribution, tokens)
        return True

    def _is_introduced(self, case: Case) -> bool:
        """Whether the paragraph above ends in a sentence whose subject speaks here; then added."""
        introduced = introduced_above(self.paragraphs, case.state.index, self._lexicon)
        if introduced is not None:
            self._add(case, *introduced)
        return introduced is not None

    def _goes_on_from_above(self, state: Paragraph) -> bool:
        last = self._found[-1] if self._found else None
        return goes_on_from_above(state, last, self._lexicon)

    def _carry_on(self, case: Case, source: int) -> None:
        """A reaction of its own by the speaker of ``source``."""
        root = self._found[source].goes_on
        self._add(case, None, case.state.tokens, source if root is None else root)

    def _read_alone(self, case: Case) -> None:
        """A paragraph that is nothing but a quotation."""
        state, shape, index = case.state, case.shape, len(self._found) - 1
        first = max(0, state.index + 1 - len(case.quotation.parts))  # the paragraph that opens it
        near = bool(self._found) and first - self._found[-1].paragraph <= _LEADS
        if self._text[case.quotation.open] in self._lexicon.dialogue:
            above = self.paragraphs[first - 1] if first else []
            if any(t.kind == "w" for t in above) and not any(t.kind == "q" for t in above):
                self._stand_alone(case, "alone")  # "The coach could not believe it. / — Never."
            elif near:
                self._carry_on(case, index)
            return
        if near and is_next_item(self.paragraphs[max(0, first - MOST_LISTED) : first]):
            self._carry_on(case, index)
            return
        signed = signed_below(self._text, self._spans, state.index, self._lexicon)
        introduced = introduced_above(self.paragraphs, first, self._lexicon)
        if signed is not None:
            self._add(case, *signed)
        elif (
            near
            and may_go_on(self._text, self._found[-1], case)
            and same_speech(self._found[-1], first, self.paragraphs[first - 1])
        ):
            self._join(case, index)
        elif (
            shape.words >= _FEWEST
            and self._is_listed(first)
            and not (introduced is not None and self._is_answered(case, first))
            and not answers_above(introduced, self._lexicon)
        ):
            self._stand_alone(case, "crowd")
        elif shape.speech and introduced is not None:
            self._add(case, *introduced)
        elif (near and shape.speech and not shape.headed) or (
            self._found and goes_on_below(case, self._found[-1], first)
        ):
            self._carry_on(case, index)
        else:
            asked = is_asked_above(self.paragraphs, first)
            if shape.words >= (_FEWEST if asked else SPEECH_WORDS) and (
                asked or self._is_spoken(case)
            ):
                self._stand_alone(case, "alone")

    def _is_listed(self, index: int) -> bool:
        """Whether a lone quotation is a crowd's, of which the prose above it speaks."""
        if crowd_above(self.paragraphs, index, self._lexicon):
            return True
        return listed_below_crowd(self._text, self._spans, self.paragraphs, index, self._lexicon)

    def _is_answered(self, case: Case, index: int) -> bool:
        """Whether a crowd is told of above one lone quotation, but spoken to or of."""
        if len(case.quotation.parts) > 1 and not self._lexicon.own:
            return True  # one speech of several paragraphs
        alone = index + 1 == len(self._spans) or not is_lone(self._text, self._spans[index + 1])
        return alone and tells_of_crowd(self.paragraphs[index - 1], self._lexicon)

    def _is_spoken(self, case: Case) -> bool:
        """Whether a lone quotation is no passage of a document and no note on the author."""
        words = self._text[case.quotation.start : case.quotation.end]
        return len(case.quotation.parts) > 1 or is_voiced(words, self._lexicon)

    def _is_crowds(self, state: Paragraph, chosen: Attribution | None) -> bool:
        """Whether many wrote what stands below a colon: "A foto virou piada nas redes:"."""
        if chosen is None or chosen.kind != "alone" or not self._lexicon.own:
            return False
        return state.wordless and crowd_above(self.paragraphs, state.index, self._lexicon)

    def _stand_alone(self, case: Case, kind: str) -> None:
        """Speech that nobody introduces: a crowd's, or the subject's before it."""
        key = self._text[case.quotation.start : case.quotation.end].strip(" .,!?…")
        if self._text.count(key[:_PULL]) == 1:  # else a pull quote, printed again
            attribution = Attribution(None, None, kind, "before", case.at, case.at, ":")
            self._add(case, attribution, case.state.tokens)
