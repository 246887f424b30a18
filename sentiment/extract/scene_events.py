"""What sets a scene in prose, and what do the scenes before some words say of them?"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sentiment.model import Kind, Platform

EventKind: TypeAlias = Literal[
    "platform",
    "comments",
    "story",
    "shared",
    "embed",
    "section",
    "posting",
    "video",
    "answer",
    "words",
    "aired",
    "elsewhere",
    "aloud",
    "commented",
    "gathering",
    "welcomed",
]

COMMENT_PLATFORMS: Final = frozenset({"instagram", "facebook", "youtube", "tiktok", "reddit"})
VIDEO: Final = frozenset({"youtube", "tiktok"})
_NETS: Final = frozenset({"platform", "embed", "shared", "aired"})
_SENTENCE: Final = 200
"""Code points of a sentence that names its platform last."""
_BESIDE: Final = 40
"""Code points from a verb of reacting to the network that it goes with."""
_WELCOMED: Final = 700
"""Code points from a post to where many react to it."""
_NO_SECTIONS: Final = frozenset({"twitter", "threads", "bluesky", "mastodon"})
"""Where to comment on something is to post."""


class Event(NamedTuple):
    """A word that sets the scene.

    what      "section" is a comments section for certain; "posting": somebody posts;
              "video": something goes on in one; "answer": somebody answers a post;
              "words": a quotation stands there; "aired": a platform that something is
              live on; "elsewhere": on the net, on none of the platforms;
              "aloud": somebody speaks; "commented": somebody does;
              "gathering": many react on the net; "welcomed": many react, if to a post
    platform  None for "social media", which names none and ends what was named
    behind    whether it stands right behind words, as their verb: “…,” posted Olu March
    """

    at: int
    what: EventKind
    platform: Platform | None = None
    behind: bool = False


def without_remarks(events: Sequence[Event]) -> Iterator[Event]:
    """Events in order: whoever "commented" on Twitter, or off the net, entered no section."""
    there = False
    without = [e.at for e in events if e.what == "platform" and e.platform in _NO_SECTIONS]
    online = next((e.at for e in events if e.what in _NETS), None)
    posted = -_WELCOMED
    for event in events:
        if event.what in {"platform", "embed"} and event.platform is not None:
            there = event.platform in _NO_SECTIONS
        elif event.what == "comments":
            there = False
        if event.what in {"shared", "posting", "embed"}:
            posted = event.at
        if event.what == "welcomed":
            if not there and event.at - posted < _WELCOMED:
                yield Event(event.at, "comments")
            continue
        if event.what != "commented":
            yield event
            continue
        behind = bisect_right(without, event.at)
        if behind < len(without) and without[behind] - event.at <= _BESIDE:
            continue  # "reaccionaron en Twitter"
        if not there and online is not None and online <= event.at + _SENTENCE:
            yield Event(event.at, "comments")


def in_comments(past: Sequence[Event]) -> bool:
    """Whether a comments section was entered and not left since."""
    for event in reversed(past):
        if event.behind:
            continue
        if event.what == "comments":
            return True
        if event.what == "elsewhere":
            return False
        if event.what == "embed":
            return event.platform in COMMENT_PLATFORMS
        if event.what in {"shared", "story", "posting"} or event.platform == "twitter":
            return False
        if event.what == "platform" and event.platform is None:
            return False  # "O diretor usou as redes sociais para homenageá-lo"
    return False


def platform_of_scene(
    kind: Kind, own: Sequence[Event], past: Sequence[Event], ahead: Sequence[Event]
) -> Platform | None:
    """The platform named in the sentence, else before it, else right behind it."""
    here = [e.platform for e in own if e.what == "platform"]
    if kind == "quote":
        video = [p for p in here if p in VIDEO]
        return video[-1] if video else None
    if kind == "story":
        return "instagram"
    if here:
        return here[-1]
    if kind != "reply" and any(e.what == "elsewhere" for e in own):
        return None
    last: Platform | None = None
    for event in (*reversed(past), *ahead):
        if event.what in {"platform", "embed"}:
            if kind == "comment" and event.platform is None:
                continue  # "shared it on social media": its comments are where it is
            if kind != "comment" or event.platform != "twitter":
                return event.platform or last
            last = last or event.platform
        if event.what == "story":
            return "instagram"
        if event.what == "elsewhere" and kind in {"post", "comment", "reply"}:
            return None
    return last or next((e.platform for e in reversed(past) if e.what == "aired"), None)
