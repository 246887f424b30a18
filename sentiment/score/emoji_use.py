"""How does a reaction use emoji: how many, how densely, where, how often repeated?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from sentiment.score.tokens import tokenise


@dataclass(frozen=True, slots=True)
class EmojiUse:
    """Emoji use of one text; a joined emoji, a flag or a keycap counts once.

    count       emoji in the text
    distinct    different ones, skin tone aside
    density     share of emoji among words and emoji, 0 to 1
    position    mean place among words and emoji, 0 first to 1 last; ``None`` without emoji
    repetition  longest row of the same emoji, skin tone aside; 0 without emoji
    """

    count: int
    distinct: int
    density: float
    position: float | None
    repetition: int


def measure_emoji_use(text: str) -> EmojiUse:
    """Emoji use of a text; links, handles, marks and blanks are passed over."""
    pieces = [
        token for token in tokenise(text) if token.kind in ("word", "emoji", "censored", "hashtag")
    ]
    places = [at for at, token in enumerate(pieces) if token.kind == "emoji"]
    if not places:
        return EmojiUse(0, 0, 0.0, None, 0)
    longest = run = 1
    for before, at in pairwise(places):
        same = at == before + 1 and pieces[at].form == pieces[before].form
        run = run + 1 if same else 1
        longest = max(longest, run)
    last = len(pieces) - 1
    return EmojiUse(
        count=len(places),
        distinct=len({pieces[at].form for at in places}),
        density=len(places) / len(pieces),
        position=sum(places) / len(places) / last if last else 1.0,
        repetition=longest,
    )
