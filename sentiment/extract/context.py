"""In what way were the words made, and on which platform?

Read from the verb, the sentence around the quotation, and the scene that the
prose before it has set: a platform named, a comments section entered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sentiment.extract.mentions import AGENTS
from sentiment.extract.places_named import commented_near, kind_by_place, was_online
from sentiment.extract.scene_phrases import is_public
from sentiment.extract.scenes import COMMENT_PLATFORMS, VIDEO, in_comments, platform_of_scene
from sentiment.extract.venues import answers, platform_of_video, told_story, told_video
from sentiment.extract.written import POST_CARRIERS, is_aloud, is_of_post, is_printed, is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attribution import Attribution
    from sentiment.extract.scenes import Event, Scenes
    from sentiment.extract.words import Token
    from sentiment.model import Kind, Platform

SCENE: Final = 2500
"""Code points that a scene set in the prose lasts."""
LOOK_AHEAD: Final = 400
"""Code points behind a reaction where its platform may be told first."""
SENTENCE: Final = 30
"""Tokens behind a quotation that may still be of its sentence."""
LATELY: Final = 600
"""Code points before a paragraph in which a post was shared that it reacts to."""

_PLACES: Final = frozenset({"platform", "embed", "comments", "story"})
"""Events that tell where the prose is."""
_SPEECH_CARRIERS: Final = frozenset({"statement", "letter", "email", "e-mail", "release", "speech"})
_LAST: Final = frozenset({"aloud", "posting", "platform", "embed", "shared", "section", "comments"})
_TEXTS: Final = frozenset({"posting", "elsewhere", "shared", "aloud"})
_JUST: Final = 250
_ONLINE: Final = frozenset({"platform", "comments", "embed"})
_COMMENTED: Final = ("coment", "comment", "komment")
"""How verbs of commenting begin, though a language's papers use them of speech too."""
_COMMENTERS: Final = frozenset({"commenter", "commenters"})
_OFFLINE: Final = frozenset({"source", "sources", "insider", "resident", "witness", "bystander"})
"""Nameless people who speak to a reporter, not on the net."""


@dataclass(frozen=True, slots=True)
class _Case:
    """What is known of one quotation when its kind is judged."""

    attribution: Attribution
    tokens: Sequence[Token]
    start: int
    own: Sequence[Event]
    past: Sequence[Event]
    named: bool
    cue: str
    carrier: str

    @property
    def here(self) -> int:
        return self.tokens[0].start

    @property
    def crowd(self) -> bool:
        """Whether nobody by name speaks: "one user", "@moth"."""
        mention = self.attribution.mention
        return mention is not None and mention.kind in {"nameless", "handle"}

    @property
    def what(self) -> set[str]:
        return {e.what for e in self.own}

    @property
    def social(self) -> bool:
        return "platform" in self.what or any(e.what in _ONLINE for e in self.past)


class Context:
    """Judges kinds and platforms in one article."""

    def __init__(self, scenes: Scenes, lexicon: ProseLexicon, usual: Platform | None) -> None:
        """``usual``: the platform of most posts that the article embeds, if any."""
        self._scenes = scenes
        self._lexicon = lexicon
        self._usual = usual

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
        kind = self._kind(case)
        past = [e for e in case.past if not (case.crowd and e.what == "elsewhere")]
        pictures = self._lexicon.pictures
        if any(t.low in pictures for t in tokens[attribution.first : attribution.last]):
            past = [e for e in past if e.platform != "twitter"] or past
        ahead = self._scenes.within(span[1], span[1] + LOOK_AHEAD)
        platform = platform_of_scene(kind, case.own, past, ahead)
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
        if self._usual is None and not any(e.what in _ONLINE for e in past):
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
    ) -> _Case:
        lexicon, within = self._lexicon, self._scenes.within
        start, end = span
        last = min(attribution.last, len(tokens)) - 1
        if attribution.where == "after":
            own = within(tokens[attribution.first].start, max(start, tokens[last].end))
        else:
            own = [
                *within(min(tokens[attribution.first].start, start), start),
                *self._behind(tokens, start, end),
            ]
        mention = attribution.mention
        head = mention.head if mention is not None else ""
        cue = tokens[attribution.cue].low if attribution.cue is not None else ""
        carrier = head if head in lexicon.carrier | lexicon.comments else ""
        if (attribution.kind == "carrier" and cue) or _is_read(attribution, tokens):
            carrier = cue
        past = within(max(0, start - SCENE), start)
        return _Case(attribution, tokens, start, own, past, named, cue, carrier)

    def _video(self, case: _Case) -> Event | None:
        """The video that words said aloud were said in."""
        attribution = case.attribution
        if attribution.kind not in {"speech", "reply", "phrase", "neighbour"}:
            return None
        here = [e for e in case.own if e.what == "video"]
        if here:
            return here[-1]
        if {"comments", "platform", "story"} & case.what:
            return None
        told = case.tokens[attribution.first : attribution.last]
        if any(t.low in self._lexicon.aloud - self._lexicon.filmed for t in told):
            return None
        return None if case.crowd else told_video(case.past, case.start, new=self._is_new(case))

    def _is_new(self, case: _Case) -> bool:
        """Whether somebody is named who need not be in the video that others spoke in."""
        mention = case.attribution.mention
        named = mention is not None and mention.kind == "name"
        return named or case.attribution.kind in {"phrase", "neighbour"}

    def _behind(self, tokens: Sequence[Token], start: int, end: int) -> list[Event]:
        """Events between a quotation and the end of its sentence: "… under her post"."""
        index = next((i for i, t in enumerate(tokens) if t.kind == "q" and t.end >= end), None)
        if index is None or tokens[index].start > start:
            return []
        last = index
        while last + 1 < len(tokens) and tokens[last + 1].kind != "q":
            last += 1
            if tokens[last].text in {".", "!", "?"} or last - index > SENTENCE:
                break
        if last == index or not tokens[index + 1].text[0].islower():
            return []
        return self._scenes.within(tokens[index].end, tokens[last].end)

    def _kind(self, case: _Case) -> Kind:
        """The first of these readings that has an answer: strong evidence before weak."""
        return (
            self._by_story(case)
            or self._by_carrier(case)
            or self._by_crowd(case)
            or self._by_speech(case)
            or self._by_writing(case)
            or "quote"
        )

    def _by_story(self, case: _Case) -> Kind | None:
        """Words in a story, unless they answer something or stand under a post."""
        kind, what = case.attribution.kind, case.what
        if kind in {"reply", "comment", "label", "phrase", "call"}:
            return None
        if "story" in what:
            return "story"
        if "comments" in what:
            return None
        spoken = kind == "speech" and is_aloud(case.attribution, case.tokens, self._lexicon)
        if spoken or case.crowd or "platform" in what:
            return None
        return "story" if told_story(case.past, case.start) else None

    def _by_carrier(self, case: _Case) -> Kind | None:
        """A verb of replying or commenting, "a comment read", "a statement said"."""
        first = case.attribution.first
        opening = {t.low for t in case.tokens[first : first + 2]}
        lexicon = self._lexicon
        stated = _by_place(case, lexicon)
        if stated is not None:
            return stated
        if self._is_on_paper(case):
            return "quote"
        if case.carrier in {"reply", "replies"} | lexicon.replies:
            return "reply"
        # "To which Whitfeld shot back", "In reply, u/moth wrote"
        joined = {"to", "which"} <= opening or {"in", "reply"} <= opening
        if (opening & self._lexicon.following or joined) and case.social:
            return "reply"
        if case.attribution.kind in {"speech", "write"} and self._is_answer(case):
            return "reply"
        remark = lexicon.own and case.carrier in lexicon.comments
        if remark or case.carrier in {"comment", "comments"} or case.attribution.kind == "comment":
            return "comment"
        if case.attribution.kind == "reply":
            if self._is_public(case):
                return None
            spoken = is_aloud(case.attribution, case.tokens[: case.attribution.last], lexicon)
            return "reply" if case.social and not spoken else "quote"
        if case.carrier in POST_CARRIERS and case.attribution.kind == "speech":
            return "post"  # "The caption said"
        return "quote" if case.carrier in _SPEECH_CARRIERS | lexicon.statements else None

    def _is_on_paper(self, case: _Case) -> bool:
        """Whether the words were written in print or in a statement, on no network."""
        attribution, lexicon = case.attribution, self._lexicon
        if attribution.kind not in {"write", "speech"} or {"platform", "story"} & case.what:
            return False
        if is_printed(attribution, case.tokens, lexicon):
            return True
        told = {t.low for t in case.tokens[attribution.first : attribution.last]}
        lately = any(e.what == "posting" and e.at >= case.start - LATELY for e in case.past)
        quiet = not lately and "shared" not in case.what
        return "statement" in told and (quiet or "press" in told)

    def _is_public(self, case: _Case) -> bool:
        """Whether an answer goes to rumours or critics, to no one post."""
        tokens, attribution = case.tokens, case.attribution
        for at in range(attribution.first, min(attribution.last, len(tokens)) - 1):
            if tokens[at].low in self._lexicon.replied and tokens[at + 1].low == "to":
                return is_public(tokens, at + 2, self._lexicon)
        return False

    def _is_answer(self, case: _Case) -> bool:
        """Whether the words answer a post: "replied to the tweet and said"."""
        told = case.tokens[case.attribution.first : case.attribution.last]
        if case.crowd or not case.social or any(t.low in self._lexicon.aloud for t in told):
            return False
        return "answer" in case.what or answers(case.past, case.start)

    def _by_crowd(self, case: _Case) -> Kind | None:
        """A nameless person or a handle: a comment or a post, as the scene has it."""
        mention = case.attribution.mention
        crowd = case.attribution.kind == "crowd"
        if mention is not None and mention.kind == "nameless":
            words = {t.low for t in case.tokens[mention.first : mention.last + 1]}
            named_role = any(w in self._lexicon.roles - self._lexicon.nameless for w in words)
            # "a former Pling engineer", "one backbencher"
            agent = mention.head.endswith(AGENTS) and mention.head not in self._lexicon.nameless
            agent = agent or is_role(mention, case.tokens, self._lexicon)
            named_role = named_role or (agent and case.cue in self._lexicon.told)
            crowd = crowd or not (named_role or words & (_OFFLINE | self._lexicon.offline))
        elif mention is not None:
            crowd = crowd or mention.kind == "handle"
        if not crowd:
            return None
        commented = case.cue.startswith(_COMMENTED)
        if commented or (mention is not None and mention.head in _COMMENTERS):
            return "comment"
        for event in (*reversed(case.own), *reversed(case.past)):
            if event.what == "comments":
                return "comment"
            at_large = event.what == "platform" and event.platform is None
            if at_large and self._lexicon.own and commented_near(case.past, event):
                return "comment"  # "nag-comment … sa social media"
            if event.what in {"platform", "embed"}:
                return "comment" if event.platform in COMMENT_PLATFORMS else "post"
        usual = self._usual not in {None, *COMMENT_PLATFORMS}
        return "post" if case.attribution.kind == "post" or usual else "comment"

    def _by_speech(self, case: _Case) -> Kind | None:
        """Words said, unless they were said online."""
        kind = case.attribution.kind
        signed = case.tokens[case.attribution.first : case.attribution.last]
        if kind == "label" and any(t.kind == "@" for t in signed):
            return "post"  # "— Former captain Pieter Aldous @pieteraldous"
        if kind == "label" and in_comments(case.past):
            return "comment"
        aloud = is_aloud(case.attribution, case.tokens, self._lexicon) or _was_aloud(case.past)
        spoken = kind in {"phrase", "label", "call"} or (
            kind in {"speech", "reply"} and (aloud or case.cue not in self._lexicon.shared)
        )
        if not spoken:
            return "post" if kind in {"speech", "reply"} else None
        offline = VIDEO if self._lexicon.own else VIDEO | {None}
        online = any(
            e.what == "elsewhere" or (e.what == "platform" and e.platform not in offline)
            for e in case.own
        )
        if online and kind in {"speech", "reply", "call"}:
            forum = not case.named and any(e.platform in COMMENT_PLATFORMS for e in case.own)
            return "comment" if forum else "post"
        if kind == "speech" and "comments" in case.what and not aloud:
            return "comment"  # "Beneath it, X added", "took to the comments to ask"
        # a language's own list holds what is said of written words: "desabafou"
        gushed = self._lexicon.own and kind == "speech" and case.cue in self._lexicon.gushed
        if gushed and was_online(case.past, case.here - LATELY):
            return "post"
        if kind == "speech" and _is_it(case) and _was_posted(case):
            return "post"  # "A second one on LinkedIn was longer. “…,” it began."
        if kind == "speech" and is_of_post(case.attribution, case.tokens, self._lexicon):
            return "post"
        return "comment" if case.named and self._chimes_in(case) else "quote"

    def _by_writing(self, case: _Case) -> Kind | None:
        kind, what, carrier = case.attribution.kind, case.what, case.carrier
        captioned = self._lexicon.own and carrier in self._lexicon.posts
        if "comments" in what and "shared" not in what and not captioned:
            return "comment"
        placed = what & {"platform", "shared", "elsewhere"}
        if kind == "write" and case.named and in_comments(case.past) and not placed:
            return "comment"
        if carrier in POST_CARRIERS | self._lexicon.posts or kind == "post":
            set_ = [e for e in case.past if e.what in _PLACES]
            last = set_[-1] if set_ else None
            inside = last is not None and last.what == "comments" and "platform" not in what
            near = last is not None and (last.at >= case.here or case.attribution.where == "after")
            below = inside and near and not carrier and case.cue in {"posted", "penned"}
            return "comment" if below else "post"
        if carrier == "words" and is_aloud(case.attribution, case.tokens, self._lexicon):
            return "quote"  # "in a chat with our reporter ... In her words: “…”"
        online = placed or case.social or any(e.what == "elsewhere" for e in case.past)
        if (carrier or kind == "write") and online:
            return "post"
        told = [e for e in case.past if e.what != "words"]
        lately = any(e.what == "shared" for e in told[-6:]) or self._usual is not None
        wrote = case.cue.startswith("wr") or case.cue in self._lexicon.own
        written = kind == "write" and wrote and lately
        beside = kind in {"colon", "neighbour"} and placed
        return "post" if written or beside else None

    def _chimes_in(self, case: _Case) -> bool:
        """A named person joining in where the comments were just entered: “…,” joked X."""
        attribution = case.attribution
        if attribution.kind != "speech" or attribution.where != "after":
            return False
        set_ = [e for e in case.past if e.what in _LAST]
        entered = bool(set_) and set_[-1].what == "comments"
        away = case.start - set_[-1].at if entered else LATELY
        if case.cue in self._lexicon.told:
            return False
        if any(e.what == "comments" and e.at >= case.here for e in case.past):
            return True
        if case.cue in self._lexicon.gushed and away < LATELY:
            return True
        if _was_aloud(case.past):
            return False
        recent = any(e.what == "shared" and e.at >= case.here - LATELY for e in case.past)
        return recent and case.cue in self._lexicon.gushed


def _is_it(case: _Case) -> bool:
    """Whether "it" speaks: a text."""
    mention = case.attribution.mention
    return mention is not None and case.tokens[mention.first].low == "it"


def _was_posted(case: _Case) -> bool:
    """Whether something was posted just before."""
    near = [e for e in case.past if e.at >= case.start - _JUST and e.what in _TEXTS]
    return bool(near) and near[-1].what != "aloud"


def _was_aloud(past: Sequence[Event]) -> bool:
    """Whether an interview or the like was spoken of last, and no post since."""
    last = next((e for e in reversed(past) if e.what in _LAST), None)
    return last is not None and last.what == "aloud"


def _is_read(attribution: Attribution, tokens: Sequence[Token]) -> bool:
    """Whether a note, meant by "it", reads."""
    mention, cue = attribution.mention, attribution.cue
    if mention is None or cue is None or tokens[mention.first].low != "it":
        return False
    return tokens[cue].low in {"read", "reads"}


def _by_place(case: _Case, lexicon: ProseLexicon) -> Kind | None:
    """An interview, a statement or one's own page named beside the verb."""
    if not lexicon.own or "platform" in case.what:
        return None
    return kind_by_place(case.attribution, case.tokens, lexicon)
