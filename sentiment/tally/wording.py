"""What is left of a reaction's words once the differences that printing makes are gone?

Outlets print one post in many ways: "We're home. FINALLY!!!" and "We're home.
Finally."; "@filmfare" and "Filmfare"; with and without the link, the accent or
the emoji. A wording forgets all of that, and nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from sentiment.data.loader import read_table

_LINK: Final = re.compile(r"https?://\S*|\bwww\.\S+|\bpic\.twitter\.com/\S*", re.IGNORECASE)
_REPOST: Final = re.compile(r"\s*RT @\w+:")
_DOUBLED: Final = re.compile(r"([^\W\d_])\1+")
_DIGIT: Final = re.compile(r"\d")
_SELECTORS: Final = "\ufe0e\ufe0f"
# Marks that stand inside words: "don’t" is one word, and so is "a\u200db".
_INSIDE: Final = frozenset("'’‘ʼ`´\u00ad")
# Accents; the marks of Devanagari and its like are letters, and stay.
_DROPPED_MARKS: Final = frozenset({*range(0x0300, 0x0370), *map(ord, _SELECTORS), 0x20E3})


@dataclass(frozen=True, slots=True)
class Wording:
    """The words alone.

    key     letters and digits, run together; of a text without any, its
            signs; "" only for a text of white space
    words   the same as words with single spaces between and around them
    digits  its digits, run together
    turns   how many words turn it round ("not", "never")
    length  letters and digits in it
    """

    key: str
    words: str
    digits: str
    turns: int
    length: int


class _Fold(dict[int, str | int | None]):
    """What each code point becomes; filled as code points are met."""

    def __missing__(self, point: int) -> str | int | None:
        sign = chr(point)
        category = unicodedata.category(sign)
        folded: str | int | None = " "
        if sign == "&":
            folded = " and "
        elif category in {"Cf", "Cs"} or sign in _INSIDE or point in _DROPPED_MARKS:
            folded = None
        elif category[0] in "LM" or category == "Nd":
            folded = point
        self[point] = folded
        return folded


_FOLD: Final = _Fold()


@cache
def _turning_words() -> frozenset[str]:
    rows = read_table("turning_words.tsv", ("word", "language"), 1)
    return frozenset(squeeze(word) for word, _ in rows)


def squeeze(text: str) -> str:
    """Words in lower case without accents, punctuation or doubled letters."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_FOLD)
    composed = unicodedata.normalize("NFC", plain)
    return _DOUBLED.sub(r"\1", " ".join(composed.split()))


@lru_cache(maxsize=1 << 16)
def word_reaction(text: str, translation: str | None = None) -> Wording:
    """The wording of a reaction's text, the article's own translation left out.

    >>> word_reaction("We’re home. FINALLY!!! Thank you @filmfare").words
    ' were home finaly thank you filmfare '
    """
    if translation and (rest := text.replace(f"({translation})", " ")).strip():
        text = rest
    words = squeeze(_LINK.sub(" ", _REPOST.sub("", text, count=1)))
    if words:
        key = words.replace(" ", "")
        turning = _turning_words()
        turns = len([word for word in words.split(" ") if word in turning])
        return Wording(key, f" {words} ", "".join(_DIGIT.findall(key)), turns, len(key))
    signs = "".join(sign for sign in text if not sign.isspace() and sign not in _SELECTORS)
    return Wording(signs, "", "", 0, 0)
