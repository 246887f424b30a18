"""Which words name a user of whom a noun phrase speaks?

X user Moth Lane shared …; TikTok user mothlane wrote: “…”; Viewer Harvey was less kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.clauses import is_finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.mentions import Mention
    from sentiment.extract.words import Token

USERS: Final = frozenset(
    {"user", "viewer", "commenter", "poster", "follower", "tiktoker", "redditor", "instagrammer"}
)
"""Before the name of one who is known by it alone."""
_FEWEST: Final = 4
"""Letters of a user's name in small ones."""
_PLAIN: Final = ("ed", "ing", "ly", "s")
"""Ends of plain words that may follow "user"."""


def user_named(
    subject: Mention, tokens: Sequence[Token], lexicon: ProseLexicon
) -> tuple[int, int] | None:
    """The span of the name in "User Moth Lane" or behind "TikTok user"; None for the nameless."""
    if lexicon.own or subject.kind not in {"name", "nameless"}:
        return None
    user = next(
        (i for i in range(subject.last, subject.first - 1, -1) if tokens[i].low in USERS), None
    )
    if user is None:
        return None
    first = user + 1
    if subject.kind == "name":
        end = subject.name[1] if subject.name is not None else first
        return (first, end) if first < end else None
    if subject.last not in {first, user} or first + 1 >= len(tokens):
        return None
    told = subject.last == first or is_finite(tokens, first + 1, len(tokens), lexicon)
    return (first, first + 1) if told and _is_user_word(tokens[first], lexicon) else None


def _is_user_word(token: Token, lexicon: ProseLexicon) -> bool:
    """Whether a small word may be a user's name: no "pointed", no "online"."""
    low = token.low
    made_up = len(low) >= _FEWEST and token.text.islower() and low.isalnum()
    if not made_up or low.endswith(_PLAIN):
        return False
    closed = (
        lexicon.skip, lexicon.prepositions, lexicon.determiners, lexicon.relative, lexicon.finite,
        lexicon.cues, lexicon.persons, lexicon.accounts, lexicon.times, lexicon.openers,
    )  # fmt: skip
    return not any(low in words for words in closed)
