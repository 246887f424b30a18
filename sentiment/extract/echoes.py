"""Which words told in prose are printed again as the post that they come from?

Olt described it as, "Just one word. WOW."          told, with a verb of speech

Just one word. WOW. #NineDoors — Olt (@olt)         the post itself, right below
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sentiment.extract.posts import Post
    from sentiment.extract.prose import Told
    from sentiment.model import Embed

_REACH: Final = 900
"""Code points from the words to the post that repeats them."""
_NEXT: Final = 2
"""Posts behind the words that may repeat them."""
_FEWEST: Final = 12
"""Letters that two writers hardly share."""
_LONGEST: Final = 600
_EMBEDDED: Final = 20
"""Letters from which a comment is told to repeat an embed's words."""
_SIGNS: Final = re.compile(r"[\W_]+")


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
    repeated = _letters(words)
    return len(repeated) >= _FEWEST and repeated in _letters(post.text[:_LONGEST])


def as_embedded(told: Iterable[Told], embeds: Sequence[Embed]) -> Iterator[Told]:
    """The same words; comments that repeat an embed's are the embedded post itself."""
    posted = [(_letters(embed.text), embed) for embed in embeds]
    for words in told:
        repeated = _letters(words.text) if posted and words.kind == "comment" else ""
        known = len(repeated) >= _EMBEDDED
        embed = next((e for text, e in posted if known and repeated in text), None)
        yield words if embed is None else replace(words, kind=embed.kind, platform=embed.platform)


def _letters(text: str) -> str:
    """Letters and digits alone, in lower case."""
    return _SIGNS.sub("", text.casefold())
