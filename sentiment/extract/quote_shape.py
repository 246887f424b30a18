"""Does a quotation look like speech or like the title of a work?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sentiment.extract.attributed import LISTING
from sentiment.extract.words import LETTER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.quotations import Quotation
    from sentiment.extract.words import Token

PARTIAL_WORDS: Final = 4
"""Fewest words of a quotation that its sentence runs into, or that nobody introduces."""
_WORD = re.compile(rf"{LETTER}+(?:(?![’'\-])|(?:[’'\-]{LETTER}+)*)")
_STOPS: Final = ".!?…"
_SMALL: Final = 3
"""Letters of the words that titles print small: "The Worst Day of the Year"."""
SPEECH_WORDS: Final = 12
"""A quotation of so many words that stands alone in its paragraph is speech."""
_DETERMINED: Final = 3
_TRANSLATED: Final = 16
"""Tokens of a bracketed translation, a verb and "her" before a title."""
_THEIR: Final = frozenset({"her", "his", "their"})
_TITLE_CODE_POINTS: Final = 50
HEADLINE_TOKENS: Final = 26
"""A first paragraph this short is a headline; what it quotes, the article repeats."""
_LONGEST_TITLE: Final = 8
_TITLE_REACH: Final = 200
"""Code points of a quotation in which it is seen whether it is a title."""


class Shape(NamedTuple):
    """What a quotation looks like.

    words   how many it has
    ending  its last code point, "" if it has none
    title   capitals throughout and no stop at the end
    headed  capitals throughout, as subheadings have them, whatever the end
    """

    words: int
    ending: str
    title: bool
    headed: bool = False

    @property
    def label(self) -> bool:
        """Whether it could only be a title or a scare quote: short, and without an end."""
        return self.title or (self.words < PARTIAL_WORDS and self.ending.isalnum())

    @property
    def speech(self) -> bool:
        """Whether it could be a sentence: words enough, and an end."""
        ended = self.ending in f"{_STOPS}," or not self.ending.isalnum()
        return self.words >= PARTIAL_WORDS and ended


def read_shape(text: str, quotation: Quotation) -> Shape:
    """The shape of a quotation in ``text``."""
    parts = [_WORD.findall(text, start, end) for start, end in quotation.parts]
    count = sum(map(len, parts))
    start, end = quotation.parts[-1]
    last = text[start:end].rstrip()[-1:]
    first, first_end = quotation.parts[0]
    whole = first_end - first <= _TITLE_REACH
    words = parts[0] if whole else _WORD.findall(text, first, first + _TITLE_REACH)
    long = [w for w in words if len(w) > _SMALL]
    capitals = bool(long) and all(w[0].isupper() for w in long)
    short = capitals and len(words) <= _LONGEST_TITLE
    every = len(words) > _SMALL - 1 and all(w[0].isupper() for w in words)
    headed = short and (len(long) > 1 or every)  # 'All Nets Are Off.'
    return Shape(count, last, short and last not in _STOPS, headed=headed)


def is_headline(tokens: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether a first paragraph is short and tells nothing: no “…,” said Mayor Lim."""
    if len(tokens) > HEADLINE_TOKENS or not tokens:
        return False
    if any(t.kind == "q" and t.text == "," for t in tokens):
        return False  # "…," Zelinko began.
    last = tokens[-1]
    if last.text == "।" or any(t.text in _STOPS and t.kind == "." for t in tokens[:-1]):
        return False  # headlines have no danda and no second sentence
    if last.text == "." and all(t.kind != "w" for t in tokens):
        return False  # “…”. and nothing else: words whose speaker stands below
    ended = last.kind == "q" or last.text in _STOPS
    cue = any(t.low in lexicon.cues and t.low not in lexicon.weak for t in tokens)
    return not (cue and ended and any(t.kind == "q" for t in tokens))


def is_title_within(tokens: Sequence[Token], at: int, following: int) -> bool:
    """Whether the next quotation is a title in a subject: “…,” the ‘Salt Road’ star wrote."""
    gap = following - at - 1
    near = gap <= _DETERMINED or (gap <= _TRANSLATED and tokens[following - 1].low in _THEIR)
    if gap < 0 or not near or following + 1 >= len(tokens):
        return False
    title, after = tokens[following], tokens[following + 1]
    short = title.end - title.start <= _TITLE_CODE_POINTS and title.text.isalnum()
    return short and after.kind == "w" and after.text[0].islower() and after.low not in LISTING
