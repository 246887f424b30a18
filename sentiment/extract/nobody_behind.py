"""Does the prose behind a quotation say that nobody by name wrote it?

“…”, un altro commento.    one more of a crowd, without a verb
“…”, si legge sotto.       a verb of reading that names nobody
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import Attribution
from sentiment.extract.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_COUNTED: Final = 4
"""Tokens of "un altro commento"."""


def one_more(
    tokens: Sequence[Token], first: int, end: int, lexicon: ProseLexicon
) -> Mention | None:
    """One more of a crowd, if nothing else stands behind the marks: „…“, ein anderer."""
    words = tokens[first:end]
    if not lexicon.own or len(words) > _COUNTED or any(t.kind != "w" for t in words):
        return None
    if words[0].low not in lexicon.indefinite | lexicon.nameless:
        return None
    many = lexicon.nameless | lexicon.comments
    named = any(t.capital for t in words) and not lexicon.noun_articles
    if named or not any(t.low in many for t in words):
        return None
    if words[-1].low in lexicon.comments:
        return Mention(first, end - 1, "carrier", words[-1].low)
    return Mention(first, end - 1, "nameless", words[-1].low)


def read_there(
    tokens: Sequence[Token], first: int, end: int, lexicon: ProseLexicon
) -> Attribution | None:
    """A crowd's words that are there to be read, in nobody's post: “…”, si legge ancora."""
    verb = first + (tokens[first].low in lexicon.clitics and first + 1 < end)
    joined = f"{tokens[first].low}-{tokens[first + 1].low}" if first + 1 < end else ""
    if tokens[verb].low not in lexicon.reads and joined not in lexicon.reads:  # "peut-on"
        return None
    if joined in lexicon.reads and first + 2 < end:
        verb = first + 2
    held = lexicon.carrier | lexicon.statements | lexicon.accounts
    below = verb + 1 < end and tokens[verb + 1].low in lexicon.below  # "lire sous la vidéo de"
    if not below and any(t.low in held for t in tokens[verb + 1 : end]):
        return None
    return Attribution(None, verb, "crowd", "after", first, end, ",")
