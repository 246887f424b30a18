"""Which platform does a word name, if any?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, cast

from sentiment.data.loader import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.mentions import Mention
    from sentiment.extract.words import Token
    from sentiment.model import Platform

_ON: Final = frozenset(
    {"on", "to", "via", "from", "over", "en", "auf", "sur", "su", "no", "sa", "formerly"}
    | {"platform", "network", "site", "app"}  # "the social media platform X"
)
_AND: Final = frozenset({"and", "or", "&", ","})
_MARKS: Final = frozenset("\"“„«»'‘")
_X_NEXT: Final = frozenset(
    {"user", "users", "post", "posts", "account", "handle", "formerly", "thread", "("}
    | {"platform", "app", "page", "feed", "profile", "timeline"}
)
_SOMEBODY: Final = frozenset({"a", "one", "another", "fellow", "some", "many", "other"})
"""Before "TikToker": somebody there, no description of whom the article is about."""
_WHO: Final = frozenset(
    """star stars personality personalities creator creators sensation influencer influencers model
    owner boss ceo founder executive employee employees stock shares""".split()  # noqa: SIM905 - read aloud
)
"""Behind a platform: who somebody is, not where."""
_VOICES: Final = frozenset({"spokesperson", "spokesman", "spokeswoman", "representative"})
_FOR: Final = 4
"""Tokens behind "a spokesperson" in which it is told for whom."""
_COMPOUNDED: Final = ("twitter", "instagram", "facebook", "youtube", "tiktok", "reddit")
_FIRST_LETTERS: Final = frozenset(name[0] for name in _COMPOUNDED)
_SHORTEST_COMPOUND: Final = 8


@cache
def platform_words() -> dict[str, tuple[Platform, str]]:
    """The platform of each word, and how its case is taken."""
    rows = read_table("platform_words.tsv", ("word", "platform", "case"))
    return {word: (cast("Platform", platform), case) for word, platform, case in rows}


def platform_of(tokens: Sequence[Token], index: int, lexicon: ProseLexicon) -> Platform | None:
    """The platform that a word of the prose names as a place."""
    token = tokens[index]
    if token.text == "r" and index + 1 < len(tokens) and tokens[index + 1].text == "/":
        return "reddit"  # r/sysadmin
    row = platform_words().get(token.low)
    if row is None:
        return None
    platform, case = row
    if case == "capital" and not token.text[0].isupper():
        return None
    if case == "person" and (index == 0 or tokens[index - 1].low not in _SOMEBODY):
        return None
    if index + 1 < len(tokens) and tokens[index + 1].low in _WHO:
        return None
    if case == "sign":  # a bare X
        marked = index > 1 and tokens[index - 1].text in _MARKS  # Auf "X"
        before = tokens[index - 1 - marked].low if index else ""
        after = tokens[index + 1].low if index + 1 < len(tokens) else ""
        if before in lexicon.possessives and index > 1:  # "wrote on his X"
            before = tokens[index - 2 - marked].low
        placed = before in _ON or after in _X_NEXT or _is_account_on(tokens, index, lexicon)
        joined = index > 1 and before in _AND and tokens[index - 2].low in platform_words()
        placed = placed or joined  # "on Reddit and X"
        if token.text != "X" or not placed:
            return None
    return platform


def _is_account_on(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether an account or a post stands before a bare X: "su cuenta de X", "le compte X"."""
    if not lexicon.own:
        return False
    at -= tokens[at - 1].low in lexicon.genitives
    held = lexicon.accounts | lexicon.posts | lexicon.network | lexicon.social
    return at > 0 and tokens[at - 1].low in held


def platform_in(word: str) -> Platform | None:
    """The platform that a compound begins with: Instagram-Post, Twitteraccount, twitterte."""
    low = word.casefold()
    if len(low) < _SHORTEST_COMPOUND or low[:1] not in _FIRST_LETTERS:
        return None
    found = next((p for p in _COMPOUNDED if low.startswith(p)), None)
    return cast("Platform", found) if found is not None and found != low else None


def speaks_for_platform(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether the firm speaks that runs a platform: Facebook said; a spokesperson for TikTok."""
    words = tokens[mention.first : mention.last + 1]
    if mention.kind == "name" and len(words) == 1:
        return words[0].low in platform_words()
    if not any(t.low in _VOICES for t in words):
        return False
    around = (*words, *tokens[mention.last + 1 : mention.last + _FOR])
    return any(t.low in platform_words() for t in around)
