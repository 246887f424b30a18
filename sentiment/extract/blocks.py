"""Where does each paragraph of an article begin and end?

Flattened articles keep one paragraph a line; blank lines between them carry
meaning (a post's own line breaks leave wider or narrower gaps than paragraphs
do), so they can be counted back from the spans.
"""

from __future__ import annotations

import re
from typing import Final

# every character that str.splitlines treats as a line end
_BREAK: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# what looks like nothing: spaces of every width, joiners, the byte-order mark
_BLANK: Final = " \t\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
_LEAD: Final = re.compile(f"[{_BLANK}]*")

_UNSEEN: Final = frozenset("\u200b\u2060\ufeff")
_UNENDED: Final = frozenset({',"', ",”", ",'", ",’"})
"""Ends of a line whose sentence goes on where the next one begins small."""


def cut_paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the non-blank lines, trimmed, in order.

    A line that ends within a sentence is one with the next: “…,” / he went on.
    """
    spans: list[tuple[int, int]] = []
    end = 0
    for line in text.splitlines(keepends=True):
        start, end = end, end + len(line)
        trimmed = trim(text, start, end)
        if trimmed[0] == trimmed[1]:
            continue
        unended = spans and text[spans[-1][1] - 2 : spans[-1][1]] in _UNENDED
        if unended and text[trimmed[0]].islower():
            spans[-1] = (spans[-1][0], trimmed[1])
        else:
            spans.append(trimmed)
    return tuple(spans)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks at either side; empty (start == end) if all is blank."""
    while end > start and ((last := text[end - 1]).isspace() or last in _UNSEEN):
        end -= 1
    while start < end and ((first := text[start]).isspace() or first in _UNSEEN):
        start += 1
    return start, end


def count_breaks(text: str, start: int, end: int) -> int:
    """Line ends between two offsets: 1 joins lines, 2 is a paragraph, 3 and more a gap."""
    return len(_BREAK.findall(text, start, end))
