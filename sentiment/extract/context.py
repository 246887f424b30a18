"""In what way were the words made, and on which platform?

The sentence around a quotation and the scene that the prose before it has set are
gathered for its kind, and searched for the platform: the one named last.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from sentiment.extract.crowd_runs import run_around
from sentiment.extract.kind_case import ONLINE, TWEETED, KindCase, commented_there
from sentiment.extract.kinds import KindReader
from sentiment.extract.platform_names import speaks_for_platform
from sentiment.extract.scene_events import in_comments, platform_of_scene
from sentiment.extract.venues import platform_of_video, told_video
from sentiment.extract.words import sentence_end
from sentiment.extract.written import POST_CARRIERS, is_of_post

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Attribution
    from sentiment.extract.scene_events import Event
    from sentiment.extract.scenes import Scenes
    from sentiment.extract.words import Token
    from sentiment.model import Kind, Platform

SCENE: Final = 2500
"""Code points that a scene set in the prose lasts."""
LOOK_AHEAD: Final = 400
"""Code points behind a reaction where its platform may be told first."""
_PLACED: Final = 4
"""Tokens of "on her Instagram page" behind a comma."""
_WATCHING: Final = frozenset({"camera", "viewers", "followers", "subscribers"})
"""Who is spoken to in a video."""
_TELLING: Final = frozenset({"tells", "told", "telling", "camera"})
_PLACES: Final = frozenset({"platform", "embed", "elsewhere"})
_CLAUSES: Final = frozenset({"where", "while", "whereas"})
"""Behind a comma: somebody else does something."""
SENTENCE: Final = 30
"""Tokens behind a quotation that may still be of its sentence."""


class Context:
    """Judges kinds and platforms in one article."""

    def __init__(self, scenes: Scenes, lexicon: ProseLexicon, usual: Platform | None) -> None:
        """``usual``: the platform of most posts that the article embeds, if any."""
        self._scenes = scenes
        self._lexicon = lexicon
        self._usual = usual
        self._kinds = KindReader(lexicon, usual)

    def judge(
        self,
        attribution: Attribution,
        tokens: Sequence[Token],
        span: tuple[int, int],
        *,
        named: bool,
    ) -> tuple[Kind, Platform | None]:
        """Kind and platform of a quotation.

        tokens  what the attribution's indexes count in
        span    the quotation's code points
        named   whether its author is known
        """
        case = self._case(attribution, tokens, span, named=named)
        video = self._video(case)
        if video is not None:
            around = self._scenes.within(max(0, video.at - SCENE), video.at + LOOK_AHEAD)
            return "quote", platform_of_video(around, video)
        kind = self._kinds.read(case)
        past = [e for e in case.past if e.what != "elsewhere"] if case.crowd else case.past
        pictures = self._lexicon.pictures
        if any(t.low in pictures for t in tokens[attribution.first : attribution.last]):
            here = case.here  # "Olt tweeted a picture. “…,” he captioned the photo": there
            shown = [e for e in past if e.platform != "twitter" or e.at >= here]
            told = any(e.platform for e in shown) or not self._lexicon.own
            past = shown if shown and told else past
        ahead = self._scenes.within(span[1], span[1] + LOOK_AHEAD)
        platform = platform_of_scene(kind, case.own, past, ahead)
        by = attribution.mention
        if by is not None and by.kind == "handle" and tokens[by.last].text.startswith("u/"):
            platform = "reddit"
        if case.cue.startswith(TWEETED) and platform is not None and attribution.kind == "post":
            platform = "twitter"
        if kind == "comment" and platform == "twitter":
            loose = self._kinds.is_loose(case) or commented_there(case)
            kind = "post" if loose else kind  # to comment there is to post
        placed = [e.what for e in (*past, *case.own) if e.what in _PLACES]
        if placed[-1:] == ["elsewhere"] and not case.crowd:
            return kind, platform  # "apologised on LinkedIn", between posts of another network
        if platform is None and kind in {"post", "comment", "reply"}:
            if self._usual is not None and not (kind == "comment" and self._usual == "twitter"):
                platform = self._usual
            elif self._scenes.captioned and not any(e.what == "platform" for e in past):
                platform = "instagram"
        return kind, platform

    def platform_before(self, kind: Kind, span: tuple[int, int]) -> Platform | None:
        """The platform that the scene before a quotation has set."""
        past = self._scenes.within(max(0, span[0] - SCENE), span[0])
        return platform_of_scene(kind, (), past, ()) or self._usual

    def written(self, span: tuple[int, int]) -> tuple[Kind, Platform | None] | None:
        """Kind and platform of words that were typed, though the prose says "said".

        None where the prose before them speaks of no platform.
        """
        past = self._scenes.within(max(0, span[0] - SCENE), span[0])
        if self._usual is None and not any(e.what in ONLINE for e in past):
            return None
        kind: Kind = "comment" if in_comments(past) else "post"
        return kind, self.platform_before(kind, span)

    def _case(
        self,
        attribution: Attribution,
        tokens: Sequence[Token],
        span: tuple[int, int],
        *,
        named: bool,
    ) -> KindCase:
        lexicon, within = self._lexicon, self._scenes.within
        start, end = span
        last = min(attribution.last, len(tokens)) - 1
        if attribution.where == "after":
            last = _before_clause(attribution, tokens, last)
            own = within(tokens[attribution.first].start, max(start, tokens[last].end))
        else:
            own = [
                *within(min(tokens[attribution.first].start, start), start),
                *self._behind(tokens, start, end),
            ]
        mention = attribution.mention
        if attribution.kind == "crowd" and mention is None and lexicon.own:
            own = [*own, *self._around_run(tokens, start)]
        if mention is not None and speaks_for_platform(mention, tokens):
            own = [e for e in own if e.what != "platform"]  # the firm speaks, nobody posts
        head = mention.head if mention is not None else ""
        cue = tokens[attribution.cue].low if attribution.cue is not None else ""
        carrier = head if head in lexicon.carrier or head in lexicon.comments else ""
        if (attribution.kind == "carrier" and cue) or _is_read(attribution, tokens):
            carrier = cue
        past = within(max(0, start - SCENE), start)
        what = frozenset([e.what for e in own])
        return KindCase(attribution, tokens, start, own, past, named, cue, carrier, what)

    def _video(self, case: KindCase) -> Event | None:
        """The video that words said aloud were said in."""
        attribution = case.attribution
        if attribution.kind not in {"speech", "reply", "phrase", "neighbour"}:
            return None
        here = [e for e in case.own if e.what == "video"]
        if here:
            return here[-1]
        written = case.carrier in POST_CARRIERS or is_of_post(
            attribution, case.tokens, self._lexicon
        )
        if written or {"comments", "platform", "story"} & case.what:
            return None
        told = case.tokens[attribution.first : attribution.last]
        aloud = self._lexicon.aloud.intersection([t.low for t in told])
        if any(t.low in _WATCHING for t in told) and not self._lexicon.own:
            aloud -= _TELLING  # "she tells the camera", "he told his followers"
        if not aloud <= self._lexicon.filmed:
            return None
        return None if case.crowd else told_video(case.past, case.start, new=self._is_new(case))

    def _is_new(self, case: KindCase) -> bool:
        """Whether somebody is named who need not be in the video that others spoke in."""
        mention = case.attribution.mention
        named = mention is not None and mention.kind == "name"
        return named or case.attribution.kind in {"phrase", "neighbour"}

    def _around_run(self, tokens: Sequence[Token], start: int) -> list[Event]:
        """Events of the prose right behind a row of quotations: "…, liest man auf X"."""
        at = bisect_left(tokens, start, key=lambda token: token.end)
        while at < len(tokens) and tokens[at].kind != "q":
            at += 1
        if at == len(tokens):
            return []
        _, last = run_around(tokens, at)
        end = sentence_end(tokens, last + 1, self._lexicon.honorifics)
        close = next((i for i in range(last + 1, end) if tokens[i].kind == "q"), end)
        return self._scenes.within(tokens[last].end, tokens[max(last, close - 1)].end)

    def _behind(self, tokens: Sequence[Token], start: int, end: int) -> list[Event]:
        """Events between a quotation and the end of its sentence: "… under her post"."""
        index = bisect_left(tokens, end, key=lambda token: token.end)
        while index < len(tokens) and tokens[index].kind != "q":
            index += 1
        if index == len(tokens) or tokens[index].start > start:
            return []
        last = index
        while last + 1 < len(tokens) and tokens[last + 1].kind != "q":
            if tokens[last + 1].low in _CLAUSES:  # “…” while his rival tweeted
                break
            last += 1
            if tokens[last].text in {".", "!", "?"} or last - index > SENTENCE:
                break
        placed = index + 2 < last and tokens[index + 2].low in {"on", "via"}
        apart = index + 1 < last and tokens[index + 1].text == ","
        # "…”, on Instagram"; "…”, escreveu no Instagram"
        behind = index + 1 + (apart and (placed or bool(self._lexicon.own)))
        if apart and placed:
            last = min(last, behind + _PLACED)
        if last == index or not tokens[behind].text[0].islower():
            return []
        return self._scenes.within(tokens[index].end, tokens[last].end)


def _before_clause(attribution: Attribution, tokens: Sequence[Token], last: int) -> int:
    """Index of the last token of what is told of the words: she wrote, where her son commented."""
    first = attribution.cue if attribution.cue is not None else attribution.first
    for at in range(first + 1, last):
        if tokens[at].text == "," and tokens[at + 1].low in _CLAUSES:
            return at
    return last


def _is_read(attribution: Attribution, tokens: Sequence[Token]) -> bool:
    """Whether a note, meant by "it", reads."""
    mention, cue = attribution.mention, attribution.cue
    if mention is None or cue is None or tokens[mention.first].low != "it":
        return False
    return tokens[cue].low in {"read", "reads"}
