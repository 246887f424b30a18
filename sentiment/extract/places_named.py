"""Does another language's sentence say where its words were made?

In an interview, in a statement, on one's own page, in a post; or on a network that
was told of right before.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sentiment.extract.scene_events import COMMENT_PLATFORMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Attribution
    from sentiment.extract.scene_events import Event
    from sentiment.extract.words import Token
    from sentiment.model import Kind

_BESIDE: Final = 200
"""Code points before a network's name in which comments may be told of."""
_LAST: Final = 2
"""Events that tell of a post: shared a picture, on Instagram."""
PLACES: Final = frozenset({"platform", "embed", "comments", "story"})
"""Events that tell where the prose is."""


def kind_by_place(
    attribution: Attribution, tokens: Sequence[Token], lexicon: ProseLexicon, *, social: bool
) -> Kind | None:
    """The kind that a place named beside the verb gives, where no platform is named.

    social  whether the article has spoken of a network
    """
    mention = attribution.mention
    if attribution.kind in {"reply", "comment", "crowd"}:
        return None
    if mention is not None and mention.kind == "nameless":
        return None
    read = tokens[attribution.first : attribution.last]
    words = {t.low for t in read}
    if words & (lexicon.press | lexicon.statements):
        return "quote"
    if words & lexicon.comments:
        return None  # "escreveu no comentário de uma publicação"
    pairs = list(pairwise(t.low for t in read))
    places = lexicon.accounts | (lexicon.posts if social else frozenset())
    own = any(a in lexicon.possessives and b in places for a, b in pairs)
    one = lexicon.indefinite & lexicon.determiners
    own = own or (social and any(a in one and b in lexicon.posted for a, b in pairs))
    wrote = attribution.kind == "write" and bool(words & lexicon.posts)
    return "post" if own or wrote else None


def commented_near(past: Sequence[Event], event: Event) -> bool:
    """Whether comments are told of right before an event: "nag-comment … sa social media"."""
    near = event.at - _BESIDE
    return any(e.what == "comments" and near < e.at < event.at for e in past)


def was_online(past: Sequence[Event], since: int) -> bool:
    """Whether the place last told of at or behind ``since`` is a network."""
    near = [e for e in past if e.at >= since and e.what in PLACES]
    return bool(near) and near[-1].what in {"platform", "embed"}


def is_below_post(past: Sequence[Event], here: int) -> bool:
    """Whether the paragraph before ``here`` tells last of something shared where one comments."""
    told = [e for e in past if e.at < here and e.what in {"shared", "aloud", *PLACES}][-_LAST:]
    shared = any(e.what == "shared" for e in told)
    last = told[-1] if told else None
    return shared and last is not None and last.platform in COMMENT_PLATFORMS


def was_shared(past: Sequence[Event]) -> bool:
    """Whether somebody shared a thing to react to, and not where to comment is to post."""
    shared = any(e.what == "shared" for e in past)
    return shared and not any(e.platform == "twitter" for e in past)
