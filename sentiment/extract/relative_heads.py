"""Of whom does a relative clause tell in which a verb of saying stands?

Edo Leone, che su Instagram ha scritto; Ida Brot, Trainerin in Ulm, die nachher meinte.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.phrases import phrase_left

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Lead
    from sentiment.extract.mentions import Mention
    from sentiment.extract.words import Token

CLAUSE: Final = 8
LONG_CLAUSE: Final = 24
"""Tokens from a relative pronoun to its verb."""
_APPOSITION: Final = 24
"""Tokens of ", co-director of the Fund for Nets of Port Olt,"."""
_FULL: Final = 2
_BEGINS: Final = 3
"""Tokens at the start of an apposition in which its role stands."""


def relative_head(
    lead: Lead,
    verb: int,
    lexicon: ProseLexicon,
    reach: int = CLAUSE,
    *,
    inner: int | None = None,
    whole: bool = False,
) -> Mention | None:
    """The name before the clause that the verb stands in.

    inner  where another subject stands: in the clause it is the verb's, and none else
    whole  whether nothing but the pronoun parts the clause: no comma within
    """
    tokens = lead.tokens
    for at in range(verb - 1, max(lead.lo, verb - reach), -1):
        if whole and tokens[at].text == ",":
            return None
        if tokens[at - 1].text == "," and _is_pronoun(lead, at, verb, lexicon):
            if inner is not None and inner > at:
                return None
            return _named_before(tokens, at - 1, lead.lo, lexicon)
    return None


def _is_pronoun(lead: Lead, at: int, verb: int, lexicon: ProseLexicon) -> bool:
    """Whether a relative pronoun stands there; a German article is one where the verb ends all."""
    low = lead.tokens[at].low
    if low in lexicon.relative:
        return True
    return low in lexicon.noun_articles and verb + 1 == lead.end and verb > at + 1


def _named_before(
    tokens: Sequence[Token], comma: int, lo: int, lexicon: ProseLexicon
) -> Mention | None:
    """Who is named before a comma, over what else they are told to be between two commas."""
    found = phrase_left(tokens, comma - 1, lo, lexicon)
    opening = range(comma - 1, max(lo, comma - _APPOSITION), -1)
    first = next((i for i in opening if tokens[i].text == ","), None)
    if first is not None and first > lo:
        begins = tokens[first + 1 : first + 1 + _BEGINS]
        outer = phrase_left(tokens, first - 1, lo, lexicon)
        named = outer is not None and outer.kind == "name" and not _is_whole(tokens, found, lexicon)
        if named and any(t.low.rpartition("-")[2] in lexicon.kin for t in begins):
            return outer
    return found if found is not None and found.kind == "name" else None


def _is_whole(tokens: Sequence[Token], found: Mention | None, lexicon: ProseLexicon) -> bool:
    """Whether the last of a list is named in full: Ida Brot, Jan Kahn und Eva Rohr, die meinte."""
    if found is None or found.name is None or found.name[1] - found.name[0] < _FULL:
        return False
    before = tokens[found.name[0] - 1].low if found.name[0] else ""
    held = (lexicon.prepositions, lexicon.genitives, lexicon.determiners)  # "à la Fondation Olt"
    return not any(before in words for words in held)
