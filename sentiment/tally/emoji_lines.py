"""How often is each emoji used, and how do the reactions that carry it score?"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from sentiment.results import EmojiLine
from sentiment.tally.shares import rounded

if TYPE_CHECKING:
    import pandas as pd

_SELECTOR: Final = "\ufe0f"


def emoji_lines(distinct: pd.DataFrame) -> tuple[EmojiLine, ...]:
    """One line an emoji, the most used first; those told in prose on lines of their own.

    "❤" and "❤️" are one emoji, whose line shows the form that Unicode
    recommends; skin tones and joined emoji are emoji of their own.
    """
    typed: Counter[str] = Counter()
    told: Counter[str] = Counter()
    scores: dict[tuple[str, str], list[float]] = defaultdict(list)
    columns = (distinct[name] for name in ("emoji", "described_emoji", "score"))
    for signs, described, score in zip(*columns, strict=True):
        merged = [sign.replace(_SELECTOR, "") for sign in signs]
        typed.update(merged)
        told.update(described)
        for sign in dict.fromkeys(merged):
            scores["typed", sign].append(score)
        for words in dict.fromkeys(described):
            scores["told", words].append(score)
    names = _names()
    lines = [
        EmojiLine(*names.get(sign, (sign, sign)), count, 0, *_scored(scores["typed", sign]))
        for sign, count in typed.items()
    ]
    lines += [
        EmojiLine(None, words, 0, count, *_scored(scores["told", words]))
        for words, count in told.items()
    ]
    return tuple(sorted(lines, key=_order))


def _order(line: EmojiLine) -> tuple[int, int, str, str]:
    return -(line.count + line.described), -line.reactions, line.name, line.emoji or ""


def _scored(scores: list[float]) -> tuple[int, float]:
    return len(scores), rounded(sum(scores) / len(scores))


def _names() -> dict[str, tuple[str, str]]:
    """For each emoji without U+FE0F its recommended form and its CLDR short name."""
    import emoji  # noqa: PLC0415 - its table takes a moment to load

    qualified = emoji.STATUS["fully_qualified"]
    names: dict[str, tuple[str, str]] = {}
    for sign, known in emoji.EMOJI_DATA.items():
        bare = sign.replace(_SELECTOR, "")
        if bare not in names or known["status"] == qualified:
            names[bare] = sign, known["en"].strip(":").replace("_", " ")
    return names
