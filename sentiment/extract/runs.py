"""Does a reaction share kind and platform with the one before it?

A speaker goes on in the same story or video; one more of a crowd speaks where the
last one did; "said" among comments means one more comment.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sentiment.extract.gatherings import is_on_air
from sentiment.extract.kind_case import responds_to, strikes_back
from sentiment.extract.venues import PASSED_ON
from sentiment.extract.written import chains, is_aloud

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Attribution
    from sentiment.extract.words import Token
    from sentiment.model import Kind, Platform

SOCIAL: Final = frozenset({"post", "comment"})
_ANSWERED: Final = frozenset({"post", "comment", "reply"})
_SHARED_AGAIN: Final = PASSED_ON | {"reposted", "reposting", "re-posted"}
_COUNTED: Final = frozenset({"another", "second", "third", "fourth", "fifth", "sixth", "one"})
_SAID: Final = frozenset({"said", "says", "added", "adds"})
_LISTED: Final = 3
"""Posts around words said, by which a list of posts is told."""
_LEADS: Final = 2
"""Paragraphs from words in a story or video to more of them."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Who has the word, and how.

    crowd   whether nobody by name speaks: "one user"
    listed  whether the paragraph is one line of a list
    """

    author: str | None
    mention: str | None
    handle: str | None
    kind: Kind
    platform: Platform | None
    cue: str | None
    rule: str
    paragraph: int
    crowd: bool = False
    listed: bool = False


def of_run(
    turn: Turn,
    before: Turn,
    attribution: Attribution,
    tokens: Sequence[Token],
    lexicon: ProseLexicon,
) -> Turn:
    """The turn, with kind and platform of the one before it where both are of one run.

    attribution, tokens  of the turn
    """
    turn = _of_same(turn, before, attribution, tokens, lexicon)
    if turn.kind == "comment" and before.platform is not None:
        told = [t.low for t in tokens[attribution.first : attribution.last]]
        if any(a in lexicon.below and b == "it" for a, b in pairwise(told)):
            turn = replace(turn, platform=before.platform)  # "The top comment under it reads"
    near = turn.paragraph - before.paragraph <= 1 + _LEADS * _strikes_back(attribution, tokens)
    if near and before.kind in _ANSWERED and _answers(turn, before, attribution, tokens, lexicon):
        platform = turn.platform if turn.platform is not None else before.platform
        return replace(turn, kind="reply", platform=platform)
    near = turn.paragraph - before.paragraph <= 1
    if near and before.crowd and turn.author is None and turn.handle is None:
        again = (turn.mention or "").casefold() == "they" and before.kind in SOCIAL
        if again and turn.kind == "quote" and not lexicon.own:  # "they quipped"
            return replace(turn, kind=before.kind, platform=before.platform, crowd=True)
    both = turn.crowd and before.crowd and near and turn.platform == before.platform
    if both and turn.kind == "reply" and _is_next(attribution, tokens):
        return replace(turn, kind=before.kind)
    if both and turn.kind == "post" and before.kind == "comment" and attribution.kind != "post":
        return replace(turn, kind="comment")
    if both and turn.kind == "comment" and before.kind == "post" and turn.platform == "twitter":
        return replace(turn, kind="post")  # the run's first decides
    if turn.kind != "quote" or turn.platform is not None:
        return turn
    aloud = is_aloud(attribution, tokens, lexicon)
    aloud = aloud or (bool(lexicon.own) and is_on_air(attribution, tokens, lexicon))
    own = turn.author is not None and turn.author == before.author
    if before.kind == "reply" and turn.paragraph == before.paragraph and not own and not aloud:
        if chains(attribution, tokens, "comment", lexicon, own=own):
            return replace(turn, kind="comment", platform=before.platform)
    elif before.kind in SOCIAL:
        other = turn.author is not None and before.author is not None and not own
        mention = attribution.mention
        role = mention is not None and mention.kind in {"role", "nameless"}
        other = other or (role and turn.author is None and before.author is not None)
        others = other and not (near and _is_named(attribution) and not lexicon.own)
        further = turn.cue is not None and turn.cue.casefold() in lexicon.further and not others
        here = tokens[attribution.first : attribution.last]
        asked = any(t.low == "asked" for t in here)  # "When asked how he felt, he said:"
        further = further and not any(t.low in lexicon.aloud for t in here)
        alike = turn.listed and before.listed and (turn.crowd or not before.crowd)
        goes_on = further or (alike and not (aloud or asked))
        apart = turn.paragraph != before.paragraph and is_led(attribution, tokens, lexicon)
        if goes_on or (
            near
            and not (aloud or apart)
            and chains(attribution, tokens, before.kind, lexicon, own=own)
        ):
            return replace(turn, kind=before.kind, platform=before.platform)
    return turn


def among_posts(turns: Sequence[Turn], bare: Sequence[bool]) -> list[Turn]:
    """The turns; who "said" something in a list of posts, one a paragraph, posted it.

    bare  whether a turn's paragraph is nothing but the words and who has them
    """
    found = list(turns)
    for index, turn in enumerate(turns):
        said = turn.cue is not None and turn.cue.casefold() in _SAID and turn.author is not None
        if not (said and bare[index]) or turn.kind != "quote" or turn.platform is not None:
            continue
        others = [
            turns[i]
            for i in range(max(0, index - _LEADS), min(len(turns), index + _LEADS + 1))
            if bare[i] and turns[i].kind == "post" and turns[i].author not in {None, turn.author}
        ]
        near = [t for t in others if abs(t.paragraph - turn.paragraph) <= _LEADS]
        platforms = {t.platform for t in near}
        if len({t.author for t in near}) >= _LISTED and len(platforms) == 1:
            found[index] = replace(turn, kind="post", platform=platforms.pop())
    return found


def is_led(attribution: Attribution, tokens: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether a sentence of the paper's leads up to what somebody said: Not all agree. “…”"""
    cue = tokens[attribution.cue].low if attribution.cue is not None else ""
    led = attribution.where == "after" and tokens[0].kind != "q"
    return led and cue in lexicon.told and not lexicon.own


def _is_named(attribution: Attribution) -> bool:
    """Whether a name has the verb: Ana Lim tweeted: “…” / Bo Rapp added, “…”"""
    return attribution.mention is not None and attribution.mention.kind == "name"


def _is_next(attribution: Attribution, tokens: Sequence[Token]) -> bool:
    """Whether one more of a crowd "responded", to nobody told of: A third responded: “…”"""
    mention, cue = attribution.mention, attribution.cue
    if mention is None or cue is None or not tokens[cue].low.startswith("respond"):
        return False
    return mention.head in _COUNTED and tokens[cue + 1].low != "to"


def _strikes_back(attribution: Attribution, tokens: Sequence[Token]) -> bool:
    """Whether somebody fires or hits back."""
    return strikes_back([t.low for t in tokens[attribution.first : attribution.last]])


def _answers(
    turn: Turn,
    before: Turn,
    attribution: Attribution,
    tokens: Sequence[Token],
    lexicon: ProseLexicon,
) -> bool:
    """Whether somebody strikes back at what was just written: "fired back", "In response"."""
    told = [t.low for t in tokens[attribution.first : attribution.last]]
    if attribution.kind == "reply" and turn.kind == "quote" and not lexicon.own:
        here = turn.paragraph == before.paragraph and told[:1] != ["asked"]
        return here and lexicon.aloud.isdisjoint(told)
    if turn.kind not in {"post", "comment", "quote"} or turn.crowd:
        return False
    here = turn.paragraph == before.paragraph and not lexicon.own
    back = _strikes_back(attribution, tokens) or (here and responds_to(told, lexicon))
    beside = attribution.kind == "neighbour" and not lexicon.replied.isdisjoint(told)
    if lexicon.own and before.crowd and before.kind == "comment" and before.platform is not None:
        beside = beside or not lexicon.replies.isdisjoint(told)  # "La risposta di Clara: «"
    return back or beside or (before.crowd and told[:2] == ["in", "response"])


def _of_same(
    turn: Turn,
    before: Turn,
    attribution: Attribution,
    tokens: Sequence[Token],
    lexicon: ProseLexicon,
) -> Turn:
    """Words whose speaker has just spoken in a story or a video."""
    same = turn.author is not None and turn.author == before.author
    again = tokens[attribution.first : attribution.last]
    if before.kind == "story" and any(t.low in _SHARED_AGAIN for t in again):
        return replace(turn, kind="story", platform="instagram")
    if not same or turn.paragraph - before.paragraph > _LEADS:
        return turn
    if before.kind == "story" and turn.kind in {"post", "quote"} and turn.platform != "twitter":
        if is_aloud(attribution, tokens, lexicon):
            return turn
        return replace(turn, kind="story", platform="instagram")
    filmed = before.kind == "quote" and before.platform is not None
    if filmed and attribution.kind == "speech":
        return replace(turn, kind="quote", platform=before.platform)
    return turn
