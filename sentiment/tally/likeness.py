"""Are two wordings the same words, reprinted?

Measured on the letters and digits alone, so that "@vidhuvinodchoprafilms" and
"Vidhu Vinod Chopra" nearly agree. Three guards keep apart what only looks alike:
other digits ("3 stars", "4 stars"), one more "not", and one long word in
another's place ("thank you @alice", "thank you @bob_the_builder").
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from sentiment.tally.wording import Wording

# "We're home" as post and as reworded by an outlet: 0.95.
_ALIKE: Final = 0.86
_ALIKE_BY_ANYBODY: Final = 0.93
# Below this many letters near copies are not looked for: too much is alike by chance.
NEAR_LENGTH: Final = 20
_ANYBODY_LENGTH: Final = 40
_EXCERPT_WORDS: Final = 5
# A swap of this many letters for as many others is another word, not another spelling,
_SWAP: Final = 6
# or this many where nobody knows who said it ("so proud of you, Rohit", "... Virat"),
_SWAP_BY_ANYBODY: Final = 3
# unless the text is so long that a reworded word or two says little.
_LONG: Final = 160
# Time grows with the square of the length; no post is longer than this.
_READ: Final = 5_000


class Likeness(IntEnum):
    """How far two wordings agree.

    NONE     not the same words
    AUTHOR   the same words if one author is known to have said both
    ARTICLE  and within one article even where an author is not known: a headline
             quotes a part of what is quoted below
    ANYBODY  the same words wherever they stand, even where an author is not known
    """

    NONE = 0
    AUTHOR = 1
    ARTICLE = 2
    ANYBODY = 3


def liken(one: Wording, other: Wording) -> Likeness:
    """How far two wordings agree; symmetric."""
    shorter, longer = (
        (one, other) if (one.length, one.key) <= (other.length, other.key) else (other, one)
    )
    if shorter.length < NEAR_LENGTH:
        return Likeness.NONE
    if shorter.words in longer.words and shorter.words.count(" ") > _EXCERPT_WORDS:
        return Likeness.ANYBODY if shorter.length >= _ANYBODY_LENGTH else Likeness.ARTICLE
    if one.digits != other.digits or one.turns != other.turns:
        return Likeness.NONE
    ratio = Indel.normalized_similarity(
        shorter.key[:_READ], longer.key[:_READ], score_cutoff=_ALIKE
    )
    if ratio < _ALIKE:
        return Likeness.NONE
    swapped = 0 if longer.length >= _LONG else _longest_swap(shorter.key, longer.key)
    if swapped >= _SWAP:
        return Likeness.NONE
    if (
        ratio >= _ALIKE_BY_ANYBODY
        and shorter.length >= _ANYBODY_LENGTH
        and swapped < _SWAP_BY_ANYBODY
    ):
        return Likeness.ANYBODY
    return Likeness.AUTHOR


def _longest_swap(one: str, other: str) -> int:
    """How many letters, at most, give way to as many others in one place.

    An alignment keeps single letters that two words share by chance, so pieces
    of agreement under three letters count as part of the swap.
    """
    longest = removed = added = 0
    for code in Indel.opcodes(one, other):
        kept = code.src_end - code.src_start if code.tag == "equal" else 0
        if kept > 2:  # noqa: PLR2004 - explained in the docstring
            removed = added = 0
            continue
        removed += code.src_end - code.src_start
        added += code.dest_end - code.dest_start
        longest = max(longest, min(removed, added))
    return longest
