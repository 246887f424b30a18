"""Which paragraphs are lines of a printed interview, "Korda: I came in and …"?

Their labels come back, line after line. What such a line quotes is dialogue retold by
whoever speaks there, no reaction of its own.

Layouts in docs/layouts.md: N11.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABEL: Final = re.compile(r"([A-ZÀ-Þ][^\W\d_]+(?: [A-ZÀ-Þ][^\W\d_]+){0,2}): +(?=[^\W_])")
"""A name of one to three words with its colon, and a word behind it."""
_LEAST: Final = 3
"""Lines with a label that make an interview."""
_ONE: Final = 1


def interview_lines(text: str, paragraphs: Sequence[tuple[int, int]]) -> frozenset[int]:
    """First code points of the paragraphs that are somebody's turn in an interview."""
    labelled = [
        (match[1], start) for start, _ in paragraphs if (match := _LABEL.match(text, start))
    ]
    turns = Counter(label for label, _ in labelled)
    spoken = {n for n, k in turns.items() if k >= _LEAST and not _is_heading(n)}
    return frozenset(at for label, at in labelled if label in spoken)


def _is_heading(label: str) -> bool:
    """Whether capitals show a word that announces: "UPDATE: …"."""
    return label.isupper() and len(label.split()) == _ONE
