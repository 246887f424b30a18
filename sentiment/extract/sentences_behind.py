"""Does the sentence behind a closed quotation say whose words it was?

«…». Lo scrive Edo Leone sui social.      a verb with "it", its subject behind or left out
“…”. Questo il post di Edo Leone.         what they are, and whose
„…“, amüsierte sich ein User.             a verb that no list holds, and who

The first two are sentences without words of their own behind them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import Attribution
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.sentence_subjects import is_person
from sentiment.extract.subjects_behind import over_clitics, subject_right
from sentiment.extract.words import STOPS, sentence_end
from sentiment.extract.words_named import by_maker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_CLITICS: Final = 3
"""Words like "se ha" that may stand before a verb."""
_VERB: Final = 4
"""Letters that a verb has at least."""
_REFLEXIVE: Final = 1
"""Words like "sich" between a verb and its subject."""


def told_next(
    tokens: Sequence[Token], at: int, hi: int, ending: str, lexicon: ProseLexicon
) -> Attribution | None:
    """The attribution that is the whole sentence behind ``tokens[at]``."""
    first = at + 1
    stopped = first < hi and tokens[first].text in STOPS
    if not lexicon.pointing or not (stopped or ending in STOPS):
        return None
    first += stopped
    if first + 2 >= hi or not tokens[first].text[0].isupper():
        return None
    end = sentence_end(tokens, first, lexicon.honorifics)
    if end > hi or (end == hi and hi < len(tokens)) or tokens[first].low not in lexicon.pointing:
        return None
    end -= tokens[end - 1].text in STOPS
    if any(t.kind == "q" or t.text == ":" for t in tokens[first:end]):
        return None
    made = by_maker(tokens, first, end, lexicon)
    if made is not None:
        named = made.mention is not None and made.mention.kind in {"name", "handle"}
        return made if named else None
    verb = over_clitics(tokens, first + 1, end, lexicon)
    low = tokens[verb].low
    if low not in lexicon.own or lexicon.cues[low] == "call":
        return None
    found = subject_right(tokens, verb, end, lexicon)
    known = found is not None and is_person(found, lexicon) and found.kind != "carrier"
    if not known and not lexicon.drops:
        return None
    return Attribution(found if known else None, verb, lexicon.cues[low], "after", first, end, ",")


def by_unlisted_verb(
    tokens: Sequence[Token], first: int, end: int, ending: str, lexicon: ProseLexicon
) -> Attribution | None:
    """A word in a verb's place between a comma and who speaks: “…”, a embrayé la ministre."""
    if not lexicon.own or ending != "," or lexicon.subject_marks or lexicon.signs:
        return None
    at = first
    while at + 1 < end and at - first < _CLITICS and tokens[at].low in lexicon.clitics:
        at += 1
    token = tokens[at]
    closed = (
        lexicon.prepositions, lexicon.relative, lexicon.joins, lexicon.determiners, lexicon.skip,
        lexicon.openers, lexicon.persons, lexicon.times, lexicon.pronouns, lexicon.furniture,
        lexicon.carrier, lexicon.comments, lexicon.pictures,
    )  # fmt: skip
    wordy = token.kind == "w" and token.text.isalpha() and len(token.text) >= _VERB
    if not wordy or token.text[0].isupper() or any(token.low in words for words in closed):
        return None
    behind = at + 1
    reflexive = behind + 1 < end and tokens[behind].low in lexicon.clitics - lexicon.determiners
    behind += _REFLEXIVE if reflexive else 0
    if behind >= end or tokens[behind].low in lexicon.prepositions:
        return None
    found = phrase_right(tokens, behind, end, lexicon)
    if found is None or found.first != behind or found.kind not in {"name", "nameless", "role"}:
        return None
    opens = tokens[behind].low in lexicon.determiners or found.kind == "name"
    known = found.head in lexicon.persons if found.kind != "name" else True
    if not opens or not known or not is_person(found, lexicon):
        return None
    return Attribution(found, at, "speech", "after", first, end, ",")
