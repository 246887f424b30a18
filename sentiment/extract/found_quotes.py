"""Which quotations are somebody's words, so far, and which pieces belong together?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import Attribution
from sentiment.extract.quote_case import Case, Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.extract.words import Token

_PULL: Final = 80
"""Code points by which a quotation printed twice is told."""


class FoundQuotes:
    """The quotations of an article that are somebody's words, as they are found.

    said  numbers of the quotations that are among them or belong to one
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.quotes: list[Quote] = []
        self.said: set[int] = set()

    def add(
        self,
        case: Case,
        attribution: Attribution | None,
        tokens: Sequence[Token],
        goes_on: int | None = None,
    ) -> None:
        """A quotation with its attribution, or going on with that of another."""
        state, at = case.state, case.at
        parts = case.quotation.parts
        self.quotes.append(Quote(parts, attribution, tokens, state.index, at, goes_on))
        self.said.add(state.tokens[at].quote)
        state.last, state.last_at = len(self.quotes) - 1, at
        state.used = max(state.used, at)

    def join(self, case: Case, index: int) -> None:
        """One more piece of a quotation that has been found."""
        last, state = self.quotes[index], case.state
        parts = (*last.parts, *case.quotation.parts)
        self.quotes[index] = last._replace(parts=parts, paragraph=state.index)
        self.said.add(state.tokens[case.at].quote)
        state.last, state.last_at = index, case.at
        state.used = max(state.used, case.at)

    def carry_on(self, case: Case, source: int) -> None:
        """A reaction of its own by the speaker of ``source``."""
        root = self.quotes[source].goes_on
        self.add(case, None, case.state.tokens, source if root is None else root)

    def stand_alone(self, case: Case, kind: str) -> None:
        """Speech that nobody introduces: a crowd's, or the subject's before it."""
        key = self._text[case.quotation.start : case.quotation.end].strip(" .,!?…")
        if self._text.count(key[:_PULL]) == 1:  # else a pull quote, printed again
            attribution = Attribution(None, None, kind, "before", case.at, case.at, ":")
            self.add(case, attribution, case.state.tokens)
