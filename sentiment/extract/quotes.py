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
from sentiment.extract.crowd_lists import BULLETS, crowd_above
from sentiment.extract.found_quotes import FoundQuotes
from sentiment.extract.going_on import GoingOn
from sentiment.extract.inserted import inserted_attribution
from sentiment.extract.lone_quotations import named_behind, signed_below
from sentiment.extract.platform_names import platform_words
from sentiment.extract.quotations import find_quotations
from sentiment.extract.quote_case import Case, Paragraph, Quote, Span, is_tail
from sentiment.extract.quote_leads import lead_before, lead_behind, told_behind
from sentiment.extract.quote_shape import is_headline, read_shape
from sentiment.extract.quote_signs import by_same_subject, closes_speech, ending, leads_on, reopens
from sentiment.extract.somebodys import Surroundings, is_somebodys, short_titles
from sentiment.extract.transcripts import interview_lines
from sentiment.extract.unmarked import find_unmarked, with_unmarked
from sentiment.extract.words import Token, joints_of, tokens_around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.quotations import Quotation

_SINGLE: Final = frozenset("'‘")
_GAP: Final = 3
"""Code points from closing marks over a blank to a bracket's end."""
_SIGNATURE: Final = 30
"""Code points of a user's name."""
_CLOSING: Final = frozenset('”»"“')
_NETWORK: Final = 9
"""Code points of the longest network's name."""


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
        self._found = FoundQuotes(text)
        works = short_titles(text, self._quotations)
        turns = interview_lines(text, paragraphs)
        self._around = Surroundings(text, works, self._found.said, lexicon, turns)
        self._titles: set[int] = set()
        self.paragraphs: list[list[Token]] = []
        """The tokens of each paragraph, a "q" in each quotation's place."""
        self._going_on = GoingOn(text, paragraphs, self.paragraphs, lexicon, self._found)

    def find(self) -> tuple[Quote, ...]:
        """Every attributed quotation, in order of its first words."""
        first = 0
        previous: list[Token] = []
        for index, span in enumerate(self._spans):
            tokens, first = tokens_around(self._text, span, self._quotations, first, self._joints)
            if len(tokens) > 1 and tokens[0].text in BULLETS and tokens[1].kind == "q":
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
        return tuple(self._found.quotes)

    def _read(
        self, state: Paragraph, at: int, following: int | None, previous: list[Token]
    ) -> None:
        number = state.tokens[at].quote
        quotation = self._quotations[number]
        if number in self._titles or _signs(self._text, quotation):
            return
        if number in self._found.said:  # found where it opened; what follows it may go on
            state.last, state.last_at, state.used = len(self._found.quotes) - 1, at, at
            return
        case = Case(state, at, quotation, read_shape(self._text, quotation))
        closes_here = quotation.close <= self._spans[state.index][1]
        before, source = lead_before(case, self._spans[state.index][0], previous, self._lexicon)
        last = None if state.last is None else self._found.quotes[state.last]
        beside = source is state.tokens
        before = by_same_subject(before, last if beside else None, state, self._lexicon)
        after = self._behind(case, following, before) if closes_here else None
        if before is None and after is None and at == 0 and closes_here:
            after = named_behind(state.tokens, at, following or len(state.tokens), self._lexicon)
        if before is None and after is None and state.last is not None:
            after = told_behind(case, self._lexicon)
        above = source is not state.tokens
        if above and state.wordless and closes_here:  # a name below outdoes a heading above
            signed = signed_below(self._text, self._spans, state.index, self._lexicon, reach=1)
            if signed is not None:
                self._found.add(case, *signed)
                return
        after = reported_by_paper(before, after, state.tokens, self._lexicon)
        if before is None and after is not None and closes_speech(case, last, self._lexicon):
            after = None  # “It is not,” she said. “It is tidy.” Her brother disagrees.
        if after is not None and not above:
            after = named_by_both(before, after, english=not self._lexicon.own)
        chosen = choose(before, after, ending(case, self._lexicon), above=above)
        chosen = chosen if above else quoted_by_paper(chosen, state.tokens, self._lexicon)
        chosen = None if self._is_crowds(state, chosen) else chosen
        if self._speaks_on(case, chosen):
            return
        tail = (
            chosen is before
            and before is not None
            and state.last is not None
            and is_tail(self._found.quotes[state.last], state, before, at, self._lexicon)
        )
        if chosen is None and closes_here and self._add_inserted(case):
            return
        if chosen is None or tail:
            if closes_here or reopens(self._text, case):
                self._going_on.read(case, tail=tail and bool(self._lexicon.own))
        elif is_somebodys(
            case, chosen, source if chosen is before else state.tokens, previous, self._around
        ):
            self._found.add(case, chosen, source if chosen is before else state.tokens)
            if chosen.where == "after":
                state.used = chosen.last
                named = chosen.mention.last if chosen.mention is not None else 0
                state.floor = 1 + max(chosen.cue or 0, named, at)
            else:
                state.used = state.floor = at
                if after is not None and case.shape.ending == ",":
                    state.used = after.last  # he captioned it, “…,” the singer wrote. “…”

    def _speaks_on(self, case: Case, chosen: Attribution | None) -> bool:
        """Whether who spoke before has a quotation, too, though a colon leads up to it; added."""
        if leads_on(case.state, case.at, chosen, self._lexicon):
            self._found.carry_on(case, len(self._found.quotes) - 1)
            return True
        if chosen is None or chosen.where != "before" or chosen.kind not in {"colon", "alone"}:
            return False
        mention = chosen.mention  # "Dennoch wünsche man alles Gute: „"
        named = mention is not None and mention.kind == "name" and mention.first < mention.last
        return not named and self._going_on.speaks_on(case)

    def _behind(
        self, case: Case, following: int | None, before: Attribution | None
    ) -> Attribution | None:
        """What follows a quotation and names its speaker; ``before``: what leads up to it."""
        tokens, quotation = case.state.tokens, case.quotation
        led = before is not None and following is not None and self._lexicon.subject_marks
        if led and following is not None and tokens[following - 1].text in {",", ":"}:
            return None  # रवि ने पूछा, “…?”, तो रिया ने कहा, “…”
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

    def _add_inserted(self, case: Case) -> bool:
        """Whether an attribution stood inside the marks; its words are added then."""
        inner = inserted_attribution(self._text, case.quotation, self._lexicon)
        if inner is None:
            return False
        attribution, tokens, parts = inner
        whole = case._replace(quotation=case.quotation._replace(parts=parts))
        self._found.add(whole, attribution, tokens)
        return True

    def _is_crowds(self, state: Paragraph, chosen: Attribution | None) -> bool:
        """Whether many wrote what stands below a colon: "A foto virou piada nas redes:"."""
        if chosen is None or chosen.kind != "alone" or not self._lexicon.own:
            return False
        return state.wordless and crowd_above(self.paragraphs, state.index, self._lexicon)
