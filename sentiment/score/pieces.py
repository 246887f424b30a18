"""Which stretch of the printed text does each of a model's tokens come from?"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from sentiment.score.features import tokens
from sentiment.score.normalise import EMOJI, MASKED, context_text, mask_pattern

if TYPE_CHECKING:
    from sentiment.model import ScoringInput

_CHUNK: Final = re.compile(
    r"(?:https?://|www\.)\S+|[@#]\w+"
    f"|{EMOJI.pattern}(?:{EMOJI.pattern}|[\ufe0f\u200d\\s])*"
    r"|[^\W_]+(?:['’‘][^\W_]+)*|&\w+;|[!?.]+|[^\s\w]|_+"
)
_ALIGNED: Final = 4000  # tokens; a longer text that does not fit at once is left without places


class Piece(NamedTuple):
    """A stretch of the input. start, end: code points in its text, or None beside it."""

    kind: Literal["word", "emoji", "described"]
    shown: str
    start: int | None
    end: int | None
    tokens: tuple[str, ...]


def _printed(text: str, mask: tuple[str, ...]) -> list[Piece]:
    pattern = mask_pattern(mask)
    cuts = [m.span() for m in pattern.finditer(text)] if pattern else []
    out: list[Piece] = []
    at = 0
    for start, end in [*cuts, (len(text), len(text))]:
        for found in _CHUNK.finditer(text, at, start):
            shown = found.group().rstrip()
            kind: Literal["word", "emoji"] = "emoji" if EMOJI.match(shown) else "word"
            first = found.start()
            out.append(Piece(kind, shown, first, first + len(shown), tuple(tokens(shown))))
        if end > start:
            out.append(Piece("word", text[start:end], start, end, (MASKED,)))
        at = end
    return out


def pieces(given: ScoringInput) -> tuple[list[Piece], list[int | None]]:
    """The input's pieces, and for each token that the models read, the piece it is of."""
    found = _printed(given.text, given.mask)
    if given.translation:
        found += [
            p._replace(start=None, end=None) for p in _printed(f"({given.translation})", given.mask)
        ]
    found += [
        Piece("described", name, None, None, tuple(tokens(name))) for name in given.described_emoji
    ]
    read = tokens(context_text(given))
    expected = [t for p in found for t in p.tokens]
    owner = [i for i, p in enumerate(found) for _ in p.tokens]
    if read == expected:
        return found, list(owner)
    of: list[int | None] = [None] * len(read)
    if len(read) <= _ALIGNED and len(expected) <= _ALIGNED:
        for a, b, size in SequenceMatcher(
            None, read, expected, autojunk=False
        ).get_matching_blocks():
            of[a : a + size] = owner[b : b + size]
    return found, of
