"""How does hostile text become text that Typst can set and PDF/UA accepts?

Text never reaches Typst as markup: templates read one JSON value and show its
strings as they are. What is left to mend are characters that no font draws,
that PDF/UA-1 forbids (NUL, U+FEFF), that turn the direction of their
surroundings, that pile up over other lines, or that form words wider than a
column.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Json: TypeAlias = str | int | float | Sequence["Json"] | Mapping[str, "Json"] | None

REPLACEMENT: Final = "\ufffd"
# The longest word of running text that fits the narrowest column of the report
# at its smallest size; longer ones get places to break.
LONGEST_WORD: Final = 24
_BREAK: Final = "\u200b"
_BREAK_EVERY: Final = 12

_NEWLINES: Final = re.compile("\r\n?|[\u2028\u2029\u0085\x0b\x0c]")
# Marks, overrides and isolates that change the direction of what stands around.
_DIRECTION: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_DROPPED: Final = dict.fromkeys(
    [*range(0x20), *range(0x7F, 0xA0), 0xFEFF, *map(ord, _DIRECTION)],
) | {0x09: " ", 0x0A: "\n"}
# Piled-up marks ("Zalgo"): no orthography needs more than two of these in a row.
_PILED: Final = re.compile(
    "([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{2})"
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)
_REPLACED: Final = re.compile(f"{REPLACEMENT}{{2,}}")
_LONG: Final = re.compile(rf"[^\s{_BREAK}]{{{LONGEST_WORD + 1},}}")
_RTL: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
# Joiners, variation selectors and tags shape the character before them.
_IGNORABLE: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\U000e0020-\U000e007f]")
_VIRAMA: Final = 9
_JOINER: Final = "\u200d"
_TONES: Final = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")


def plain_text(text: str, draws: Callable[[str], bool]) -> str:
    """Text without anything that Typst or PDF/UA would refuse, breakable everywhere it must be.

    draws   whether one font has all of some characters; a character that none
            has is replaced by U+FFFD, a run of them by one
    Newlines stay; other control characters and direction marks go. Text with
    right-to-left letters is isolated, so that it cannot reorder its surroundings.
    """
    if text.isascii() and text.isprintable():
        return breakable(text)
    text = _NEWLINES.sub("\n", text).translate(_DROPPED)
    text = "".join(map(_assigned, text))
    text = _PILED.sub(r"\1", text)
    kept = set(_IGNORABLE.sub("", text)) - {"\n", REPLACEMENT}
    unseen = {ord(char): REPLACEMENT for char in kept if not draws(char)}
    text = "".join(_in_one_font(cluster, draws) for cluster in _clusters(text.translate(unseen)))
    text = breakable(_REPLACED.sub(REPLACEMENT, text))
    return f"\u2068{text}\u2069" if _RTL.search(text) else text


def _clusters(text: str) -> Iterator[str]:
    """Characters with the marks, joiners and skin tones that follow them."""
    start = 0
    for at in range(1, len(text)):
        char, before = text[at], text[at - 1]
        joined = before == _JOINER and not char.isalnum() and not char.isspace()
        if not (joined or char in _TONES or _IGNORABLE.match(char) or _is_mark(char)):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def _is_mark(char: str) -> bool:
    return char > "\u02ff" and unicodedata.category(char)[0] == "M"


def _in_one_font(cluster: str, draws: Callable[[str], bool]) -> str:
    """The cluster, or its letters alone where no font has letters and marks together."""
    if len(cluster) == 1 or draws(_IGNORABLE.sub("", cluster)):
        return cluster
    return "".join(c for c in cluster if not (_IGNORABLE.match(c) or _is_mark(c) or c in _TONES))


def _assigned(char: str) -> str:
    """The character, or U+FFFD for a lone surrogate, a private or an unassigned one."""
    if char.isprintable() or char == "\n":
        return char
    return REPLACEMENT if unicodedata.category(char) in {"Cs", "Co", "Cn"} else char


def breakable(text: str) -> str:
    """Text whose overlong words carry zero-width spaces, between letters that need no shaping."""
    return _LONG.sub(lambda found: _broken(found.group()), text)


def _broken(word: str) -> str:
    pieces: list[str] = []
    since = 0
    for before, char in zip(" " + word, word, strict=False):
        if since >= _BREAK_EVERY and _parts(before, char):
            pieces.append(_BREAK)
            since = 0
        pieces.append(char)
        since += 1
    return "".join(pieces)


def _parts(before: str, after: str) -> bool:
    """Whether a line may break between two characters of a word without breaking a cluster."""
    if unicodedata.combining(before) == _VIRAMA:
        return False
    return all(unicodedata.category(c)[0] in "LNP" or c in "$+<=>^`|~" for c in (before, after))


def elided(text: str, longest: int) -> str:
    """Text on one line, of at most ``longest`` characters, cut near the end of a word with "…"."""
    looked_at = 8 * longest  # so that megabytes of spaces cost nothing
    head = " ".join(text[:looked_at].split())
    if len(head) <= longest:
        return head if len(text) <= looked_at else f"{head[: longest - 1]}…"
    cut = head[: longest - 1]
    space = cut.rfind(" ")
    if head[longest - 1].isalnum() and space > longest * 2 // 3:
        cut = cut[:space]
    return f"{cut.rstrip(' ,;:-–')}…"


def drawable(value: Json, draws: Callable[[str], bool]) -> Json:
    """The same value with every string in it, keys aside, made plain."""
    if isinstance(value, str):
        return plain_text(value, draws)
    if isinstance(value, Mapping):
        return {key: drawable(item, draws) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [drawable(item, draws) for item in value]
    return value
