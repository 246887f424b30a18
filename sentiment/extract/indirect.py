"""Who goes on speaking where a German paper tells words in the subjunctive?

Der Minister lehnte ab. Die Bahn habe versagt. „So geht es nicht.“ - not the railway but
who spoke in the last sentence before that tells what happened itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sentiment.extract.lone_quotations import introduced_beside
from sentiment.extract.words import sentence_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Attribution
    from sentiment.extract.words import Token


def told_from(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> int:
    """Where the sentences in the subjunctive begin that end at ``at``; ``at`` if none does."""
    while at > 1:
        lo = sentence_start(tokens, at - 1, lexicon.honorifics)
        lows = {t.low for t in tokens[lo:at]} - lexicon.weak
        said = (lows & lexicon.own) - lexicon.subjunctive  # "Karl Nehm sagte, er sei müde."
        if said or lexicon.subjunctive.isdisjoint(lows):
            break
        at = lo
    return at


def speaker_told(
    tokens: Sequence[Token], at: int, last: int | None, lexicon: ProseLexicon
) -> Attribution | int | None:
    """Who spoke before the indirect speech that leads up to ``tokens[at]``.

    last  the token of the paragraph's last quotation that was found, if any
    Returned is an attribution, that quotation's token, or None if no such speech leads up.
    """
    first = told_from(tokens, at, lexicon) if lexicon.subjunctive else at
    if first in {0, at}:
        return None
    lo = sentence_start(tokens, first - 1, lexicon.honorifics)
    if last is not None and last >= lo:
        return last
    return introduced_beside(tokens, first, lo, lexicon)
