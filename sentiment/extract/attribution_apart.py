"""Who speaks where the rest of their sentence, without marks, comes first?

“Every net has to be counted twice” in that store, Olt said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import Attribution
from sentiment.extract.attribution_behind import runs_on, verb_of
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.words import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_REST: Final = 30
"""Tokens of a sentence that may stand between the marks and the comma before its speaker."""
_SUBJECT: Final = 40
"""Tokens of "Ida Brook, chairman of the board of the Larkhill Harbour Authority, told"."""
_BESIDE: Final = 4
"""Tokens from a comma to the name in "board chairman Ivo Brand"."""
_END: Final = 9
"""Tokens from the verb to the sentence's end: "told reporters in Larkhill on Monday"."""


def behind_rest(
    tokens: Sequence[Token], at: int, hi: int, ending: str, lexicon: ProseLexicon
) -> Attribution | None:
    """The attribution that ends the sentence which ``tokens[at]`` opens.

    hi      one past the last token that may belong to it
    ending  the quotation's last code point
    """
    opens = at == 0 or ends_sentence(tokens, at - 1, lexicon.honorifics)
    if lexicon.own or not opens or not ending.isalnum():
        return None
    end = at + 1
    while end < min(hi, at + _REST + _SUBJECT) and not ends_sentence(
        tokens, end, lexicon.honorifics
    ):
        end += 1
    if at + 1 < end and not (tokens[at + 1].kind == "w" and tokens[at + 1].text[0].islower()):
        return None
    for comma in range(at + 2, min(end, at + _REST)):
        if tokens[comma].text != ",":
            continue
        found = phrase_right(tokens, comma + 1, end, lexicon)
        if found is None or found.kind == "furniture" or found.first > comma + _BESIDE:
            continue
        verb = verb_of(tokens, found.last + 1, min(end, comma + _SUBJECT), lexicon)
        if verb is None or lexicon.cues[tokens[verb].low] != "speech" or end - verb > _END:
            continue
        if tokens[verb].low not in lexicon.weak and not runs_on(tokens, verb, end):
            return Attribution(found, verb, "speech", "after", at + 1, end, "")
    return None
