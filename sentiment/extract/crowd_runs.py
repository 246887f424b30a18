"""Are quotations in a row, which nobody introduces, the words of many?

    «Ma chi ci crede?», «non ho parole», tra i numerosi commenti.
    Los mensajes llenaron Twitter. “Qué vergüenza”, “No hay quien lo arregle”.

They open a sentence or stand behind a colon, only signs and "and" part them, and the
prose behind or right before them speaks of comments or of many people. English has
its own reading of lists (``quote_case.is_listed``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import LISTING
from sentiment.extract.attribution_behind import after_quotation
from sentiment.extract.words import ends_sentence, sentence_end, sentence_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_SIGNS: Final = frozenset(",.;…")
_LEADS: Final = frozenset(":,")
_LONGEST: Final = 60
"""Tokens of a row on either side of a quotation."""
_NAMED: Final = frozenset({"name", "pronoun", "role", "handle"})


def is_crowd_run(
    tokens: Sequence[Token], at: int, previous: Sequence[Token], lexicon: ProseLexicon
) -> bool:
    """Whether the quotation at ``tokens[at]`` is one of such a row.

    previous  the tokens of the paragraph above
    """
    if not lexicon.own:
        return False
    first, last = run_around(tokens, at)
    opens = first == 0 or ends_sentence(tokens, first - 1, lexicon.honorifics)
    if first == last or not (opens or tokens[first - 1].text in _LEADS):
        return False
    many = lexicon.crowd | lexicon.comments
    end = sentence_end(tokens, last + 1, lexicon.honorifics)
    behind = next((i for i in range(last + 1, end) if tokens[i].kind == "q"), end)
    said = after_quotation(tokens, last, behind, ",", lexicon)
    if said is not None and said.mention is not None and said.mention.kind in _NAMED:
        return False
    if any(t.low in many for t in tokens[last + 1 : behind]):
        return True
    if said is not None:
        return said.kind == "crowd"  # "«…», «…», peut-on lire sur Twitter"
    lead = tokens[sentence_start(tokens, first, lexicon.honorifics) : first]
    if not lead:
        above = tokens[:first] or previous
        lo = sentence_start(above, len(above) - 1, lexicon.honorifics) if above else 0
        lead = above[lo:]
    told = any(t.low in many | lexicon.gathered for t in lead)
    return told and not any(t.kind == "q" for t in lead)


def run_around(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The first and the last quotation of the row that ``tokens[at]`` stands in."""
    first = last = at
    while at - first < _LONGEST and (left := _beside(tokens, first, -1)) is not None:
        first = left
    while last - at < _LONGEST and (right := _beside(tokens, last, 1)) is not None:
        last = right
    return first, last


def _beside(tokens: Sequence[Token], at: int, step: int) -> int | None:
    """The next quotation of the row in one direction, or None."""
    index = at + step
    signs = 0
    while 0 <= index < len(tokens):
        token = tokens[index]
        if token.kind == "q":
            return index if signs else None
        if token.text not in _SIGNS and token.low not in LISTING:
            return None
        signs += 1
        index += step
    return None
