"""Do quotations stand in a row, each behind a name and a comma that say whose it is?

    La prendono a ridere Leandro Pieri, «sembra di stare in coda alle poste», ed Elio
    Brandi questa mattina, «io sto ancora aspettando la fine».

One such quotation alone may be a title; two in a sentence are the words of two people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import Attribution
from sentiment.extract.phrases import phrase_left
from sentiment.extract.words import sentence_end, sentence_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Lead
    from sentiment.extract.mentions import Mention
    from sentiment.extract.words import Token

_REACH: Final = 60
"""Tokens of the sentence that are looked at on either side."""
_TIMES: Final = 3
"""Tokens of "questa mattina" between a name and its comma."""
_FEWEST: Final = 20
"""Code points of the shortest words in such a row."""


def named_in_row(lead: Lead, lexicon: ProseLexicon) -> Attribution | None:
    """The attribution of the quotation that a lead leads up to, if it is one of such a row."""
    tokens, at = lead.tokens, lead.at
    if not lexicon.own or lexicon.subject_marks or lead.link != ",":  # names need capitals
        return None
    if at >= len(tokens) or tokens[at].kind != "q":
        return None
    mine = _name_before(tokens, at, lexicon)
    if mine is None:
        return None
    lo = max(sentence_start(tokens, at, lexicon.honorifics), at - _REACH)
    hi = min(sentence_end(tokens, at + 1, lexicon.honorifics), at + _REACH)
    others = (i for i in range(lo, hi) if i != at and tokens[i].kind == "q")
    if not any(_name_before(tokens, i, lexicon) for i in others):
        return None
    return Attribution(mine, None, "label", "before", lead.lo, at, ",")


def _name_before(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> Mention | None:
    """The name that a comma parts from the quotation at ``at``; nobody whose thing it is."""
    if at < _TIMES or tokens[at - 1].text != "," or tokens[at].end - tokens[at].start < _FEWEST:
        return None
    last = at - 2
    floor = max(0, last - _TIMES)
    while last > floor and tokens[last].low in lexicon.times | lexicon.determiners:
        last -= 1
    found = phrase_left(tokens, last, max(0, last - _REACH), lexicon)
    if found is None or found.kind != "name" or found.last != last:
        return None
    governed = found.first > 0 and tokens[found.first - 1].low in lexicon.genitives
    return None if governed else found
