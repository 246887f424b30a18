"""Whose talk about something runs on into a quotation, and what leads up to nobody's words?

Olt opened up about his dog, “She was never mine …”    no verb of saying, yet his words
The most quoted is Olt's dialogue — “Never again”      a line of a film
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import Attribution
from sentiment.extract.subjects import subject_left

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Lead
    from sentiment.extract.words import Token

_TALKED: Final = frozenset({"opened", "spoke", "talked", "speaks", "talks", "reminisced", "gushed"})
_ABOUT: Final = frozenset({"about", "of", "on"})
_SENTENCE: Final = 60
"""Code points of a quotation that is no title."""
_RUMOURS: Final = frozenset({"reports", "rumours", "rumors", "speculation", "speculations"})
_LINES: Final = frozenset({"dialogue", "dialogues", "hashtag"})
"""Nouns for words that are nobody's reaction, right before their marks."""


def who_talked(lead: Lead, lexicon: ProseLexicon) -> Attribution | None:
    """Who talked about something, in words behind a comma: Olt opened up about his dog, “…”."""
    long = lead.tokens[lead.at].end - lead.tokens[lead.at].start >= _SENTENCE
    if lexicon.own or lead.link != "," or not long:
        return None
    for verb in range(lead.lo + 1, lead.end - 1):
        token, after = lead.tokens[verb], lead.tokens[verb + 1].low
        about = lead.tokens[verb + 2].low if after == "up" and verb + 2 < lead.end else after
        if token.low not in _TALKED or about not in _ABOUT:
            continue
        mention = subject_left(lead.tokens, verb, lead.lo, lexicon)
        if mention is not None and mention.kind in {"name", "pronoun", "role"}:
            return Attribution(mention, verb, "speech", "before", lead.lo, lead.at, ",")
    return None


def holds_nobodys(tokens: Sequence[Token], last: int, lexicon: ProseLexicon) -> bool:
    """Whether a noun right before the marks holds nobody's words, or those of a rumour.

    The most quoted is Olt's dialogue — “…”; under the hashtag, “…”; reports that ‘…’
    """
    low = tokens[last].low
    if low == "that":
        return tokens[last - 1].low in _RUMOURS
    return low in lexicon.mottoes or low in _LINES
