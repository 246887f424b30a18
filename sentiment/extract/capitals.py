"""What does its place tell of a capital: does it begin a sentence, or is it a name's?

An English word that is no name elsewhere is none where a sentence begins ("Hours later
she wrote"), unless it is a first name, another capital follows, or the article writes
it with one inside a sentence, too. "New" belongs to the place behind it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from sentiment.data.loader import read_table
from sentiment.extract.initials import mark_bodies
from sentiment.extract.words import STOPS, ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_ENDS: Final = frozenset(".!?…:;•*-–—“”‘\"'()[]")
"""Behind these a capital may but begin a sentence or a heading."""
_NEW: Final = frozenset(
    """york yorkers yorker zealand zealanders zealander jersey delhi orleans hampshire mexico
    england haven guinea caledonia brunswick brighton westminster romney""".split()  # noqa: SIM905 - as it is read aloud
)
"""Places that begin with "New"."""
_GIVEN_TOO: Final = frozenset({"Per"})
"""First names that are prepositions, too: the tribute of Per Stolt."""
_FRONTS: Final = _GIVEN_TOO | {"New"}

_SIDES: Final = frozenset({"south", "north", "west", "east"})
_BODY: Final = 4
"""Words of a body's name that its country opens: Scottish Deaf Football Association."""

_THINGS_DO: Final = frozenset(
    """begins began starts started continues continued concludes concluded goes went follows
    followed finishes finished keeps kept sounds sounded leaves left hits hit begin start continue
    go""".split()  # noqa: SIM905 - as it is read aloud
)
"""What filming, tickets and talks do, too."""
_CALLED: Final = frozenset({"known", "dubbed", "nicknamed", "referred"})
_SAID: Final = 5
"""Tokens behind a verb in which words or "that" stand, if it is one of saying."""


def _goes_on(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb says nothing there: "Filming began in Leeds"."""
    behind = tokens[verb + 1 : verb + _SAID]
    said = any(t.kind == "q" or t.text == ":" or t.low == "that" for t in behind)
    return tokens[verb].low in _THINGS_DO and not said


@cache
def plain_words() -> frozenset[str]:
    """English words that are no names, but for first names."""
    rows = read_table("plain_words.tsv", ("letter", "words"))
    return frozenset(word for _, words in rows for word in words.split())


def name_end_in_heading(text: str, tokens: Sequence[Token], first: int, end: int) -> int:
    """Where a name ends that further capitals of a heading follow: Ida Rapp Pay Tribute.

    Words of the language end it that never follow the name elsewhere in ``text``.
    """
    start, cut = tokens[first].start, end
    if text.count(text[start : tokens[end - 1].end]) > 1:
        return end
    while cut > first + 1 and tokens[cut - 1].low in plain_words():
        cut -= 1
    return cut if text.count(text[start : tokens[cut - 1].end]) > 1 else end


class Capitals:
    """Judges those of one article, paragraph by paragraph."""

    def __init__(self, text: str, lexicon: ProseLexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self._plain = plain_words()
        self._lands = lexicon.demonyms | _SIDES
        self._seen: dict[str, bool] = {}

    def mark(self, tokens: Sequence[Token]) -> None:
        """Tell the tokens of a paragraph by their place whether they are names'."""
        if self._lexicon.own:
            return
        mark_bodies(tokens)
        fresh = True
        for at, token in enumerate(tokens):
            if token.kind != "w":
                ends = token.kind == "q" or token.text in _ENDS
                fresh = ends and ends_sentence(tokens, at, self._lexicon.honorifics)
                continue
            opens, fresh = fresh, False
            if token.text[0].islower():
                continue  # most words
            if opens and token.low in self._plain and self._only_opens(tokens, at):
                token.named = False
            front = token.text in _FRONTS and self._is_front(tokens, at)
            if front or self._is_of_land(tokens, at):
                token.named = True

    @staticmethod
    def _is_front(tokens: Sequence[Token], at: int) -> bool:
        """Whether the word behind shows that one like "New" begins a name."""
        if at + 1 == len(tokens):
            return False
        behind = tokens[at + 1]
        return behind.low in _NEW if tokens[at].text == "New" else behind.capital

    def _is_of_land(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a country opens the name of a body: Scottish Railways, South Danish Tourism."""
        lexicon, low = self._lexicon, tokens[at].low
        if low not in self._lands or not tokens[at].capital:
            return False
        end = at + 1
        while end < min(len(tokens), at + _BODY) and tokens[end].capital:
            end += 1
        behind = [t.low for t in tokens[at + 1 : end]]
        if not behind or behind[0] in lexicon.given or behind[-1] not in lexicon.organisation:
            return False
        return low not in _SIDES or behind[0] in lexicon.demonyms

    def _only_opens(self, tokens: Sequence[Token], at: int) -> bool:
        token, low = tokens[at], tokens[at].low
        if low in self._lexicon.given:
            return False
        if not token.text[1:].islower() or at + 1 == len(tokens) or token.text.casefold() != low:
            return False
        behind = tokens[at + 1]
        alone = behind.text in STOPS  # "Whoops."
        if not alone and (behind.kind != "w" or not behind.text[0].islower()):
            return False  # "Grant, his son"
        told = behind.low in _CALLED or low.endswith("ly")  # "Fondly known as"
        said = behind.low in self._lexicon.cues and not told
        if said and not _goes_on(tokens, at + 1):
            return False  # "Pink wrote"
        return not self._is_named(token.text)

    def _is_named(self, word: str) -> bool:
        """Whether the article writes a word with a capital inside a sentence."""
        if word not in self._seen:
            self._seen[word] = self._stands_inside(f" {word}")
        return self._seen[word]

    def _stands_inside(self, word: str) -> bool:
        text, at = self._text, 0
        while (at := text.find(word, at + 1)) > 0:
            end = at + len(word)
            if (
                text[at - 1] not in _ENDS
                and not text[at - 1].isspace()
                and not text[end : end + 1].isalnum()
            ):
                return True
        return False
