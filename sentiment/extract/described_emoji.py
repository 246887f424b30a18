"""Which emoji does the prose name beside somebody's words?

"dropped a couple of heart emojis" names two hearts; "with a fire and a goat
emoji" one of each; "a string of fire emojis" at least one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_NUMBERS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "a": 1, "an": 1, "couple": 2, "pair": 2, "single": 1, "the": 1,
    "un": 1, "una": 1, "dos": 2, "tres": 3,
}  # fmt: skip
_JOINTS: Final = frozenset({"of", "de"})
_AND: Final = frozenset({"and", "plus", "y", "e", "et", "und"})
_MOST_WORDS: Final = 5
_HIGHEST: Final = 20
"""Counts above this are jokes or other things."""


@dataclass(frozen=True, slots=True)
class EmojiPhrase:
    """Emoji told in words. first, last: token indexes of the whole phrase, inclusive."""

    first: int
    last: int
    names: tuple[str, ...]


def _one(
    tokens: Sequence[Token], end: int, lexicon: ProseLexicon
) -> tuple[int, tuple[str, ...]] | None:
    """The description that ends before token ``end``: its first index and names."""
    at = end - 1
    words: list[str] = []
    many = lexicon.emoji_many
    stops = (many, _JOINTS, _AND, lexicon.emoji_stops)
    while at >= 0 and len(words) < _MOST_WORDS:
        token = tokens[at]
        hyphen = token.text in {"-", "/"}
        plain = token.kind == "w" and token.low not in _NUMBERS and not token.low.isdigit()
        if hyphen or not plain or any(token.low in words for words in stops):
            break
        words.append(token.low)
        at -= 1
    if not words:
        return None
    name = " ".join(reversed(words))
    count, first = 1, at + 1
    if at >= 0 and tokens[at].low in _JOINTS and at >= 1:
        before = tokens[at - 1].low
        if before in many | set(_NUMBERS):
            count = _NUMBERS.get(before, 1)
            first = at - 1
            if first and tokens[first - 1].low in {"a", "an", "the"}:
                first -= 1
    elif at >= 0 and (tokens[at].low in _NUMBERS or tokens[at].low.isdigit()):
        low = tokens[at].low
        count = _NUMBERS.get(low) or int(low)
        first = at
        if first and tokens[first - 1].low in {"a", "the"}:
            first -= 1
    elif at >= 0 and tokens[at].low in many:
        first = at
    if not 0 < count <= _HIGHEST:
        count = 1
    return first, (name,) * count


def find_emoji_phrases(tokens: Sequence[Token], lexicon: ProseLexicon) -> tuple[EmojiPhrase, ...]:
    """Every description of emoji among the tokens of a paragraph, in order."""
    found: list[EmojiPhrase] = []
    for index, token in enumerate(tokens):
        if token.low not in lexicon.emoji_signs:
            continue
        last = _one(tokens, index, lexicon)
        if last is None:
            continue
        first, names = last
        while first >= 1 and tokens[first - 1].low in _AND | {","}:
            more = _one(tokens, first - 1, lexicon)
            listed = more is not None and tokens[more[0]].low in _NUMBERS
            if more is None or not listed:
                break
            first, names = more[0], (*more[1], *names)
        if found and first <= found[-1].last:
            continue
        joined = lexicon.emoji_stops - lexicon.prepositions
        if (
            found
            and lexicon.own
            and len(found[-1].names) < _HIGHEST
            and all(t.low in joined for t in tokens[found[-1].last + 1 : first])
        ):  # "हार्ट इमोजी और ताली वाली इमोजी"
            found[-1] = EmojiPhrase(found[-1].first, index, (*found[-1].names, *names))
            continue
        found.append(EmojiPhrase(first, index, names))
    return tuple(found)
