"""What is known of a quotation when it is judged, and what does it share with the last one?

The state of a paragraph's reading, the quotation at hand, the quotes found so far;
and whether the quotation at hand is the tail of the last, one of a crowd's, or the
same speech gone on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from sentiment.extract.attributed import LISTING
from sentiment.extract.words import STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Attribution
    from sentiment.extract.quotations import Quotation
    from sentiment.extract.quote_shape import Shape
    from sentiment.extract.words import Token

Span = tuple[int, int]
_STATED: Final = frozenset({"statement", "letter", "release"})
"""What reads on from one paragraph to the next."""
_REST: Final = 12
"""Tokens from a verb of saying to the end of its sentence: told the paper on Monday."""


class Quote(NamedTuple):
    """Somebody's words in prose.

    parts        spans of the pieces, in order
    attribution  its tokens are ``tokens``; None if the speaker goes on
    tokens       the tokens that the attribution's indexes count in
    paragraph    index of its paragraph; at: index of its token there
    goes_on      index of the quote whose speaker it shares, or None
    """

    parts: tuple[Span, ...]
    attribution: Attribution | None
    tokens: Sequence[Token]
    paragraph: int
    at: int
    goes_on: int | None = None


@dataclass(slots=True)
class Paragraph:
    """The state of one paragraph's reading.

    used   one past the last token that an attribution took
    floor  one past the last token that the next attribution may not reach
    last   index of the paragraph's last quote, at token ``last_at``
    """

    index: int
    tokens: list[Token]
    wordless: bool
    used: int = 0
    floor: int = 0
    last: int | None = None
    last_at: int = -1


class Case(NamedTuple):
    """One quotation to be judged, at token ``at`` of its paragraph."""

    state: Paragraph
    at: int
    quotation: Quotation
    shape: Shape


def is_tail(
    quote: Quote, state: Paragraph, before: Attribution, at: int, lexicon: ProseLexicon
) -> bool:
    """Whether what leads up to the quotation at ``at`` is the attribution of the one before it."""
    last = quote.attribution
    if last is None or last.where != "after" or state.used < at - 1:
        return False
    if lexicon.agents and before.mention is not None and last.mention is not None:
        others = before.mention.kind == "name" and before.mention.first > last.mention.last
        if others:
            return False  # “…,” ang tweet ni Ana sa tweet ni Bo na, “…”
    if before.kind == "carrier" and before.link == ",":
        return True  # "…", wrote the critic on her blog, "and …"
    cue = state.tokens[before.cue].low if before.cue is not None else ""
    if cue in lexicon.own & lexicon.further and before.mention is None:
        return True  # « … », a-t-elle glissé, avant d'ajouter : « … »
    return before.cue is None or last.cue is None or before.cue <= last.cue


def is_listed(root: Quote, gap: Sequence[Token]) -> bool:
    """Whether a crowd's quotations follow one another: "A," "B," and "C".

    root  the quote that names the speaker of the one before the gap
    """
    if any(t.kind == "w" and t.low not in LISTING for t in gap):
        return False
    attribution = root.attribution
    if attribution is None or attribution.where != "before":
        return False
    mention = attribution.mention
    crowd = mention is None or mention.kind in {"nameless", "carrier"}
    return crowd or attribution.kind in {"carrier", "colon"}


def same_speech(last: Quote, paragraph: int, above: Sequence[Token]) -> bool:
    """Whether the paragraph before ended in the words of one speaker with a name.

    above  the tokens of that paragraph: “…,” X said. / “…” goes on where nothing
           but the attribution, or more of the words, ends it
    """
    attribution = last.attribution
    if attribution is None or attribution.mention is None or paragraph - last.paragraph != 1:
        return False
    kind = attribution.mention.kind
    if attribution.where == "before":
        speech = attribution.kind in {"speech", "write", "label"}
        return speech and kind in {"name", "pronoun", "role"}
    stated = kind == "carrier" and attribution.mention.head in _STATED  # "the statement read"
    spoken = attribution.kind == "speech" and kind in {"name", "pronoun", "role", "carrier"}
    if not (spoken or stated):
        return False  # two posts, or two of a crowd's comments
    if above[-1].kind == "q":
        return above[-1].start < last.parts[-1][1] <= above[-1].end and above[-1].text != "?"
    behind = [t for t in above if t.start > last.parts[-1][1]]
    asked = last.tokens[last.at].text == "?"  # and the next paragraph answers
    rest = above[attribution.last : -1]  # "Olt told the paper on Monday"
    over = len(rest) > _REST or any(t.kind == "q" or t.text in STOPS for t in rest)
    return not (over or asked) and len(behind) > 0
