"""Where were words made, as the prose nearest before them tells?

In a story, if that was named last; in a video, whose platform they share though
they were spoken; in answer to a post.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.extract.scene_events import Event
    from sentiment.model import Platform

PASSED_ON: Final = frozenset({"reshared", "resharing", "re-shared", "re-sharing"})
"""What is done with others' stories and notes, in a story of one's own."""
_STORY: Final = 500
"""Code points that a story lasts, up to the first words."""
_ANSWER: Final = 250
"""Code points from "replied to the tweet" to the words."""
_OPENING: Final = 3
"""Code points of an opening mark and what stands beside it."""
_SAME: Final = 160
"""Code points behind "story" in which "shared" still speaks of it."""
_VIDEO: Final = 450
"""Code points that a video lasts."""
_TOLD: Final = 240
"""Code points around "in the video" in which its platform stands."""
_BESIDE: Final = 40
"""Code points from a video to the network that it is on."""
_TO_STORY: Final = frozenset({"words", "shared", "posting", "story"})
"""What stands between words and the story that they are in, or that holds the next."""
_ENDS_STORY: Final = frozenset({"comments", "section", "video"})
_ENDS_VIDEO: Final = frozenset({"comments", "section", "story", "embed"})


def told_story(past: Sequence[Event], start: int, *, said: bool = False) -> bool:
    """Whether the words at ``start`` stand in a story that was named last.

    said  whether their verb tells of speech: the story may be that of others' words
    """
    shared: int | None = None
    for event in reversed(past):
        if start - event.at > _STORY or event.what in _ENDS_STORY or _is_other(event, start):
            return False
        if event.what == "story":
            if said and _is_closed(past, event):
                return False
            return shared is None or shared - event.at <= _SAME
        if event.what == "posting" and event.platform not in {None, "instagram"}:
            return False
        if event.what == "shared":
            shared = event.at
    return False


def _is_closed(past: Sequence[Event], story: Event) -> bool:
    """Whether a story is that of the words before it: “…,” she wrote on her Stories."""
    before = [e.what for e in past if e.at < story.at and e.what in _TO_STORY]
    return before[-1:] == ["words"]


def told_video(past: Sequence[Event], start: int, *, new: bool) -> Event | None:
    """The video that the words at ``start`` are spoken in, if it was named last.

    new  whether their speaker is named, so that the words of others end the video
    """
    posted: int | None = None
    for event in reversed(past):
        if _is_other(event, start) and (new or posted is not None):
            return None  # others' words, or words between the video and a post
        if start - event.at > _VIDEO or event.what in _ENDS_VIDEO:
            return None
        if event.what == "video":
            return event if posted is None or posted - event.at <= _SAME else None
        if event.what == "posting":
            posted = event.at
    return None


def platform_of_video(events: Sequence[Event], video: Event) -> Platform | None:
    """The platform named nearest to a video, else the last one before it."""
    named = [e for e in events if e.what in {"platform", "aired"} and e.platform]
    if any(e.what == "elsewhere" and 0 < e.at - video.at <= _BESIDE for e in events):
        return None  # "during a livestream on Weverse"
    near = [e for e in named if abs(e.at - video.at) <= _TOLD]
    if near:
        return min(near, key=lambda e: abs(e.at - video.at)).platform
    before = [e for e in named if e.at < video.at]
    return before[-1].platform if before else None


def answers(past: Sequence[Event], start: int) -> bool:
    """Whether the sentences since the last quotation say that a post is answered."""
    for event in reversed(past):
        if event.what in {"story", "section", "posting", "aloud"} or _is_other(event, start):
            return False
        if event.what == "answer":
            return start - event.at <= _ANSWER
    return False


def _is_other(event: Event, start: int) -> bool:
    """Whether an event is a quotation before the one that starts at ``start``."""
    return event.what == "words" and start - event.at > _OPENING
