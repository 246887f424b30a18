"""Which words told in prose are printed again as the post that they come from?

Olt described it as, "Just one word. WOW."          told, with a verb of speech

Just one word. WOW. #NineDoors — Olt (@olt)         the post itself, right below
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sentiment.extract.posts import Post
    from sentiment.extract.prose import Told

_REACH: Final = 900
"""Code points from the words to the post that repeats them."""
_NEXT: Final = 2
"""Posts behind the words that may repeat them."""
_FEWEST: Final = 12
"""Letters that two writers hardly share."""
_LONGEST: Final = 600


def as_posted(told: Sequence[Told], posts: Sequence[Post]) -> Iterator[Told]:
    """The same words; those that a post right behind them repeats were posted there."""
    starts = [post.start for post in posts]
    for words in told:
        if words.kind != "quote" or words.end - words.start > _LONGEST:
            yield words
            continue
        at = bisect_left(starts, words.end)
        near = [p for p in posts[at : at + _NEXT] if p.start - words.end <= _REACH]
        source = next((p for p in near if _repeats(p, words.text)), None)
        if source is None:
            yield words
        else:
            yield replace(words, kind=source.kind, platform=source.platform)


def _repeats(post: Post, words: str) -> bool:
    letters = _letters(words)
    return len(letters) >= _FEWEST and letters in _letters(post.text[:_LONGEST])


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
