"""Does a phrase place words in a story, in a video, or in an answer to somebody?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.name_words import is_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_BESIDE: Final = 3
"""Tokens between "story" and the platform that it is on: stories on his Instagram."""
_PREPOSED: Final = 5
"""Tokens between "in" and "video": in a since-deleted TikTok video."""
_CAME: Final = frozenset({"lined", "queued", "piled", "showed", "turned", "joined", "chimed"})
"""Before "up" or "in", where friends react to a post."""
_ANSWERED: Final = 9
"""Tokens from "replied" to what was replied to: responded to the singer’s cryptic post."""
_JOINED: Final = frozenset(
    {"on", "of", "de", "di", "do", "da", "auf", "bei", "sur", "su", "no", "sa"}
)
_POURED: Final = frozenset({"poured", "pouring", "flooded", "flooding", "showered", "showering"})
_LOVE: Final = frozenset({"love", "wishes", "hearts", "compliments", "congratulations", "praise"})
_MESSAGES: Final = frozenset({"messages", "comments", "reactions"})
_MANY: Final = 12
"""Tokens from those who react to what they did: pals and teammates alike were quick to send."""
_STOPS: Final = frozenset(".!?:")
_AT_LARGE: Final = frozenset({"media", "online"})
_DETERMINED: Final = 2
"""Tokens from "the" to the "media" of "the social media break"."""
_PAGES: Final = frozenset(
    {"handle", "handles", "account", "accounts", "page", "pages", "platform", "platforms", "site"}
)
_MADE: Final = frozenset({"made", "about", "regarding", "concerning"})
_SECTION: Final = frozenset(
    {"section", "sections", "box", "thread", "read", "reads", "under", "on"}
)
_OVER: Final = frozenset({"over", "after", "following", "amid", "despite"})
"""Before comments that had consequences: suspended over racist comments."""
_INTO: Final = frozenset(
    {"in", "into", "under", "through", "flooded", "filled", "flooding", "flood", "hit"}
)
_THEIR: Final = frozenset(
    {"nelle", "nas", "nos", "sus", "ses", "suas", "seus", "sue", "ihren", "seinen"}
)
"""Before stories that are nobody's tales."""
_LOANED: Final = frozenset(
    {"stories", "instastory", "instastories", "insta-story", "insta-stories"}
)
"""Words for no tale in other languages than English."""
_ENTRIES: Final = frozenset({"post", "entry"})
"""Behind "blog"."""
_LIVE: Final = frozenset({"live", "livestream", "live-stream", "broadcast", "stream"})
_WHERE: Final = frozenset({"which", "where"})


def is_story(
    tokens: Sequence[Token], at: int, platforms: frozenset[str], lexicon: ProseLexicon
) -> bool:
    """Whether "story" is a post that vanishes, no tale: by its capital, or a platform beside it.

    platforms  words that name one
    """
    before = tokens[at - 1] if at else None
    if before is not None and before.low in _THEIR:
        return True
    if lexicon.own and tokens[at].low in _LOANED:
        return True
    if before is not None and tokens[at].capital and not before.text[0].isupper():
        return True
    if before is not None and (before.low in platforms or before.low in _JOINED):
        near = tokens[max(0, at - _BESIDE) : at]
        if any(t.low in platforms for t in near):
            return True
    behind = tokens[at + 1 : at + 1 + _BESIDE]
    tale = before is not None and before.low == "the"  # "her side of the story on Instagram"
    return (
        not tale
        and bool(behind)
        and behind[0].low in _JOINED
        and any(t.low in platforms for t in behind)
    )


def is_within(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether something goes on in a video: "in the clip", "an old video in which"."""
    if tokens[at].low == "darin":
        return True
    behind = tokens[at + 1 : at + 3]
    if len(behind) > 1 and behind[0].low in lexicon.within and behind[1].low in _WHERE:
        return True
    for index in range(at - 1, max(-1, at - 1 - _PREPOSED), -1):
        token = tokens[index]
        if token.low in lexicon.within:
            return True
        if token.kind != "w" or token.low in lexicon.prepositions or token.low in lexicon.cues:
            return False
    return False


def is_remark(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether "comments" are what somebody said elsewhere: told of her comments."""
    if tokens[at].low not in {"comment", "comments"} or not at:
        return False
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if behind in _MADE:
        return True
    if behind not in _SECTION and any(t.low in _OVER for t in tokens[max(0, at - _BESIDE) : at]):
        return True  # "cleared over Brand comments"
    owned = tokens[at - 1].low in lexicon.possessives or tokens[at - 1].owns
    into = {t.low for t in tokens[max(0, at - _BESIDE - 1) : at - 1]}
    return owned and behind not in _SECTION and not into & _INTO


def is_welcome(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether friends and fans reacted to a post: showered love, poured in their wishes."""
    if tokens[at].low not in _POURED:
        return True
    behind = [t.low for t in tokens[at + 1 : at + 1 + _ANSWERED]]
    return not (_LOVE.isdisjoint(behind) and lexicon.comments.isdisjoint(behind))


def is_welcomed(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether many had a word for what was posted, if something was.

    Messages poured in; pals were quick to send their love.
    """
    if tokens[at].low not in lexicon.welcomed and tokens[at].low not in lexicon.welcoming:
        return False
    near = tokens[max(0, at - _MANY) : at]
    if tokens[at].low in _POURED:
        in_ = at + 1 < len(tokens) and tokens[at + 1].low == "in"
        return in_ and any(t.low in _LOVE | _MESSAGES for t in near)
    behind = [t.low for t in tokens[at + 1 : at + 1 + _ANSWERED]]
    came = tokens[at].low in _CAME
    if came and (behind[:1] not in (["up"], ["in"]) or "on" in behind):
        return False
    if tokens[at].low not in lexicon.welcoming or not near or not (came or near[-1].low == "to"):
        return False
    for token in reversed(near):
        if token.low in lexicon.welcomers:
            return True
        if token.kind == "q" or token.text in _STOPS:
            return False
        if token.low in _AT_LARGE or token.low in lexicon.places:
            return False  # "flocked to social media to share their joy"
    return False


def is_of_thing(tokens: Sequence[Token], index: int, lexicon: ProseLexicon) -> bool:
    """Whether "social media" only tells of what kind a thing is: the social media break."""
    if index < _DETERMINED or index + 1 >= len(tokens):
        return False
    after = tokens[index + 1]
    held = tokens[index - _DETERMINED].low in lexicon.determiners and after.kind == "w"
    closed = (lexicon.prepositions, lexicon.cues, _PAGES, lexicon.skip, lexicon.relative)
    return held and after.text[0].islower() and not any(after.low in words for words in closed)


def is_aired(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a platform is one that something is live on: no post stands there."""
    if at + 1 < len(tokens) and tokens[at + 1].low in _LIVE:
        return True
    for index in range(at - 1, max(-1, at - 1 - _BESIDE), -1):
        if tokens[index].low in _LIVE:
            return True
        low = tokens[index].low
        if low not in lexicon.prepositions and low not in lexicon.determiners:
            return False
    return False


def is_elsewhere(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether words stand on the net, on none of the platforms: on LinkedIn, on his blog."""
    near = tokens[max(0, at - _BESIDE) : at]
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if after in {"comments", "readers"} or (tokens[at].low == "blog" and after in _ENTRIES):
        return True  # "WEBSITE COMMENTS", "in a blog post"
    if tokens[at].low == "platform":  # "on the fan platform Berry"
        named = at + 1 < len(tokens) and is_name(tokens[at + 1], lexicon)
        return named and after not in lexicon.places and any(t.low == "on" for t in near)
    owned = any(t.low in lexicon.possessives or t.owns for t in near[-1:])
    if tokens[at].text[0].islower() and not owned:
        return False
    return any(t.low in {"on", "to", "in", "via"} for t in near)


def is_answer(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a word of replying says to whom: replied to the tweet, in a reply to a fan.

    An answer to rumours, critics or a question from the press is none on the net.
    """
    behind = tokens[at + 1 : at + 1 + _ANSWERED]
    if len(behind) > 1 and behind[0].low == "by" and behind[1].low in lexicon.cues:
        return True  # "replied by saying"
    if not behind or behind[0].low != "to":
        return at > 0 and tokens[at].low in lexicon.replied and _is_quip(tokens, at)
    if len(behind) > 1 and is_name(behind[1], lexicon) and not behind[1].owns:
        return True
    for token in behind[1:]:
        if token.kind == "@" or token.low in lexicon.answered:
            return True
        if token.kind != "w" or token.low in lexicon.cues:
            return False
    return False


def is_public(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether what is replied to begins at ``at`` and is no post: the backlash, rumours."""
    for token in tokens[at : at + _ANSWERED]:
        if token.low in lexicon.public:
            return True
        if token.kind != "w" or token.low in lexicon.answered or token.low in lexicon.cues:
            return False
    return False


def _is_quip(tokens: Sequence[Token], at: int) -> bool:
    """In a quirky reply, the police wrote: “…”."""
    near = [t.low for t in tokens[max(0, at - 3) : at]]
    return "in" in near and tokens[at].low in {"reply", "comeback", "retort", "response"}
