"""Is an attribution printed inside the quotation marks, between the words?

« Je suis déçu, a lâché le Portugais. Ils nous avaient toujours soutenus. »
“Un giorno allenerò la Roma – scrive qualcuno – sembra la frase …”
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import Attribution
from sentiment.extract.subjects_behind import over_clitics, subject_right
from sentiment.extract.words import cut_tokens, joints_of

if TYPE_CHECKING:
    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.quotations import Quotation
    from sentiment.extract.words import Token

Span = tuple[int, int]

_LONGEST: Final = 1200
"""Code points of a quotation in which an attribution is sought."""
_ASIDE: Final = 14
"""Tokens that an inserted attribution may be long."""
_ENDS: Final = frozenset(".,–—-")
_SPEAKERS: Final = frozenset({"name", "pronoun", "handle", "nameless"})


def inserted_attribution(
    text: str, quotation: Quotation, lexicon: ProseLexicon
) -> tuple[Attribution, tuple[Token, ...], tuple[Span, ...]] | None:
    """The attribution, the tokens it counts in, and the spans of the words around it."""
    if not lexicon.inserts or len(quotation.parts) > 1:
        return None
    start, end = quotation.parts[0]
    heads = lexicon.kin | lexicon.turning
    joints = joints_of(lexicon)
    tokens = tuple(cut_tokens(text, start, min(end, start + _LONGEST), joints))
    for at in range(1, len(tokens) - 2):
        if tokens[at].text not in lexicon.inserts:
            continue
        if tokens[at].text == "-" and tokens[at + 1].start == tokens[at].end:
            continue  # a hyphen
        last = min(len(tokens), at + _ASIDE)
        verb = over_clitics(tokens, at + 1, last, lexicon)
        word = tokens[verb]
        if word.low not in lexicon.own or word.low in lexicon.weak or not word.text[0].islower():
            continue
        found = subject_right(tokens, verb, last, lexicon)
        known = found is not None and (found.kind in _SPEAKERS or found.head in heads)
        close = next((i for i in range(verb + 1, last) if tokens[i].text in _ENDS), None)
        if found is None or not known or close is None or found.last >= close:
            continue
        kind = lexicon.cues[word.low]
        attribution = Attribution(found, verb, kind, "after", at + 1, close, ",")
        first = tokens[close].end
        first += len(text[first:end]) - len(text[first:end].lstrip(" .,"))
        behind = (first, end)
        parts = ((start, tokens[at].start), behind)
        return attribution, tokens, parts if text[behind[0] : end].strip() else parts[:1]
    return None
