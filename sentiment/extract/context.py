"""In what way were the words made, and on which platform?

Read from the verb, the sentence around the quotation, and the scene that the
prose before it has set: a platform named, a comments section entered.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, cast

from sentiment.data.loader import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attribution import Attribution
    from sentiment.extract.words import Token
    from sentiment.model import Kind, Platform

SCENE: Final = 2500
"""Code points that a scene set in the prose lasts."""
LOOK_AHEAD: Final = 400
"""Code points behind a reaction where its platform may be told first."""
SENTENCE: Final = 30
"""Tokens behind a quotation that may still be of its sentence."""

_ON: Final = frozenset(
    {"on", "to", "via", "from", "over", "en", "auf", "sur", "su", "no", "sa", "formerly"}
)
_X_NEXT: Final = frozenset(
    {"user", "users", "post", "posts", "account", "handle", "formerly", "thread"}
)
_COMMENT_PLATFORMS: Final = frozenset({"instagram", "facebook", "youtube", "tiktok", "reddit"})
_POST_CARRIERS: Final = frozenset(
    {"post", "tweet", "caption", "captions", "update", "status", "thread", "captioned"}
)
_SPEECH_CARRIERS: Final = frozenset({"statement", "letter", "email", "e-mail", "release", "speech"})
_SHARED: Final = frozenset(
    """shared shares sharing posted posts posting uploaded uploading captioned caption captioning tweeted penned reposted
    compartió publicó partagé publié geteilt veröffentlicht condiviso pubblicato compartilhou publicou""".split()
)
_TOLD: Final = frozenset(
    """said says say told tells explained explains added adds continued recalled revealed stated noted admitted insisted
    confirmed announced declared claimed argued warned""".split()
)
_GUSHED: Final = frozenset(
    """gushed gushes chimed chimes joked jokes quipped quips teased raved swooned cheered cooed enthused exclaimed
    marveled marvelled crowed rejoiced beamed""".split()
)
_FOLLOW_UP: Final = frozenset({"replying", "responding", "respondiendo", "respondendo"})

EventKind = Literal["platform", "comments", "online", "story", "shared"]


@dataclass(frozen=True, slots=True)
class Event:
    """A word that sets the scene: where, and what."""

    at: int
    what: EventKind
    platform: str | None = None


def _platform_of(tokens: Sequence[Token], index: int) -> str | None:
    table = _platforms()
    token = tokens[index]
    row = table.get(token.low)
    if row is None:
        return None
    platform, case = row
    if case == "capital" and not token.text[0].isupper():
        return None
    if case == "sign":
        before = tokens[index - 1].low if index else ""
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.text != "X" or not (
            before in _ON or (after is not None and (after.low in _X_NEXT or after.text == "("))
        ):
            return None
    return platform


def _platforms() -> dict[str, tuple[str, str]]:
    rows = read_table("platform_words.tsv", ("word", "platform", "case"))
    return {word: (platform, case) for word, platform, case in rows}


_ONLINE: Final = frozenset(
    "netizens netizen internet online internauts internautas internautes redes".split()
)
_BELOW: Final = frozenset("under beneath below underneath debajo bajo sob sous unter sotto".split())
_POSTED: Final = frozenset(
    "post picture pictures photo photos video clip reel caption snap tweet publicación foto".split()
)
_PICTURES: Final = frozenset(
    "picture pictures photo photos selfie selfies video boomerang carousel reel snap snaps".split()
)


def _has_post(tokens: Sequence[Token]) -> bool:
    return any(token.low in _POSTED for token in tokens)


class Scenes:
    """The scene-setting words of one article, by place."""

    def __init__(
        self,
        paragraphs: Sequence[Sequence[Token]],
        lexicon: ProseLexicon,
        usual: Platform | None = None,
    ) -> None:
        """``paragraphs``: the tokens of each prose paragraph.

        usual  the platform of most posts the article embeds
        """
        self._usual = usual
        self._captioned = any(
            t.low.startswith("caption") for tokens in paragraphs for t in tokens if t.kind == "w"
        )
        self._lexicon = lexicon
        self._events: list[Event] = []
        for tokens in paragraphs:
            for index, token in enumerate(tokens):
                if token.kind == "w":
                    self._note(tokens, index)
        self._events.sort(key=lambda event: event.at)
        self._places = [event.at for event in self._events]

    def _note(self, tokens: Sequence[Token], index: int) -> None:
        token = tokens[index]
        platform = _platform_of(tokens, index)
        if platform is not None:
            self._events.append(Event(token.start, "platform", platform))
        before = tokens[index - 1].low if index else ""
        if (
            token.low in self._lexicon.comments
            and token.low != "thread"
            and before not in {"for", "to", "no", "with"}
            and not (index + 1 < len(tokens) and tokens[index + 1].low in {"like", "such"})
        ):
            self._events.append(Event(token.start, "comments"))
        elif self._lexicon.cues.get(token.low) == "comment" and before != "to":
            self._events.append(Event(token.start, "comments"))
        elif token.low in self._lexicon.story and token.capital:
            self._events.append(Event(token.start, "story"))
        elif token.low in _BELOW and _has_post(tokens[index + 1 : index + 5]):
            self._events.append(Event(token.start, "comments"))
        elif token.low == "media" and before == "social":
            self._events.append(Event(token.start, "platform", None))
        elif token.low in _ONLINE:
            self._events.append(Event(token.start, "online"))
        elif token.low in _SHARED:
            self._events.append(Event(token.start, "shared"))

    def within(self, start: int, end: int) -> list[Event]:
        """Events between two code points."""
        lo, hi = bisect_left(self._places, start), bisect_right(self._places, end)
        return self._events[lo:hi]

    def judge(
        self,
        attribution: Attribution,
        tokens: Sequence[Token],
        start: int,
        end: int,
        *,
        named: bool,
    ) -> tuple[Kind, Platform | None]:
        """Kind and platform of a quotation at ``start``..``end``.

        named  whether its author has a name or is a definite person
        """
        lo = tokens[attribution.first].start if attribution.first < len(tokens) else start
        last = min(attribution.last, len(tokens)) - 1
        own_end = max(start, tokens[last].end) if last >= 0 else end
        if attribution.where == "after":
            own = self.within(tokens[attribution.first].start, own_end)
        else:
            own = [*self.within(min(lo, start), start), *self._behind(tokens, start, end)]
        past = self.within(max(0, start - SCENE), start)
        kind = self._kind(attribution, tokens, own, past, named=named)
        pictures = any(
            t.low in _PICTURES for t in tokens[attribution.first : attribution.last]
        )
        if pictures and not any(e.what == "platform" for e in own):
            past = [e for e in past if e.platform != "twitter"] or past
        ahead = self.within(end, end + LOOK_AHEAD)
        platform = self._platform(kind, own, past, ahead)
        if platform is None and kind in {"post", "comment", "reply"}:
            if self._usual is not None:
                platform = self._usual
            elif self._captioned and not any(e.what == "platform" for e in past):
                platform = "instagram"
        return kind, platform

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
        return self.within(tokens[index].end, tokens[last].end)

    def _kind(
        self,
        attribution: Attribution,
        tokens: Sequence[Token],
        own: Sequence[Event],
        past: Sequence[Event],
        *,
        named: bool,
    ) -> Kind:
        lexicon = self._lexicon
        mention = attribution.mention
        head = mention.head if mention is not None else ""
        cue = tokens[attribution.cue].low if attribution.cue is not None else ""
        what = {e.what for e in own}
        social = any(e.what in {"platform", "comments"} for e in past) or "platform" in what
        opening = {t.low for t in tokens[attribution.first : attribution.first + 2]}
        carrier = head if head in lexicon.carrier | lexicon.comments else ""
        if attribution.kind == "carrier" and cue:
            carrier = cue
        if opening & _FOLLOW_UP and social:
            return "reply"
        if carrier in {"reply", "replies"}:
            return "reply"
        if carrier in {"comment", "comments"} or attribution.kind == "comment":
            return "comment"
        if attribution.kind == "reply":
            return "reply" if social else "quote"
        if carrier in _SPEECH_CARRIERS:
            return "quote"
        crowd = attribution.kind == "crowd" or mention is not None and (
            mention.kind == "handle"
            or (mention.kind == "nameless" and self._is_crowd(mention, tokens))
        )
        if crowd:
            return self._crowd_kind(attribution, own, past)
        if "story" in what and attribution.kind != "speech":
            return "story"
        if attribution.kind == "label" and attribution.where == "after" and self._in_comments(past):
            return "comment"
        if attribution.kind in {"speech", "phrase", "label", "call"}:
            spoken = attribution.kind != "speech" or cue not in _SHARED
            video = {None, "youtube", "tiktok"}
            online = any(e.what == "platform" and e.platform not in video for e in own)
            if not (online and attribution.kind in {"speech", "call"}) and spoken:
                return "comment" if named and self._chimes_in(attribution, past, tokens[0].start, cue) else "quote"
            return "post"
        if "comments" in what and "shared" not in what:
            return "comment"
        if (
            attribution.kind == "write"
            and named
            and self._in_comments(past)
            and not ({"platform", "shared"} & what)
        ):
            return "comment"
        if carrier in _POST_CARRIERS or attribution.kind == "post":
            here = [e for e in past if e.at >= tokens[0].start and e.what != "shared"]
            inside = here[-1:] and here[-1].what == "comments" and "platform" not in what
            return "comment" if inside and not carrier and cue in {"posted", "penned"} else "post"
        if carrier and self._told_story(past):
            return "story"
        if "platform" in what or "shared" in what or social:
            told = carrier or attribution.kind in {"write", "post"}
            if told or (attribution.kind == "colon" and {"platform", "shared"} & what):
                return "post"
        if attribution.kind == "write" and cue.startswith("wr"):
            if self._shared_lately(past) or self._usual is not None:
                return "post"
        return "post" if carrier in {"note", "text", "message"} and social else "quote"

    def _is_crowd(self, mention: object, tokens: Sequence[Token]) -> bool:
        """A nameless person of the net, not "a source" or "a spokesman"."""
        from sentiment.extract.mentions import Mention

        found = cast(Mention, mention)
        lexicon = self._lexicon
        words = [t.low for t in tokens[found.first : found.last + 1]]
        if any(w in lexicon.roles and w not in lexicon.nameless for w in words):
            return False
        return not (
            {"source", "sources", "insider", "resident", "witness", "bystander"} & set(words)
        )

    def _crowd_kind(
        self, attribution: Attribution, own: Sequence[Event], past: Sequence[Event]
    ) -> Kind:
        for events in (own, past):
            for event in reversed(events):
                if event.what == "comments":
                    return "comment"
                if event.what == "platform":
                    return "comment" if event.platform in _COMMENT_PLATFORMS else "post"
                if event.what == "online" and events is past and attribution.kind != "post":
                    continue
        if attribution.kind == "post" or self._usual not in {None, *_COMMENT_PLATFORMS}:
            return "post"
        return "comment"

    @staticmethod
    def _in_comments(past: Sequence[Event]) -> bool:
        """Whether a comments section was entered and not left since."""
        for event in reversed(past):
            if event.what == "comments":
                return True
            if event.what in {"shared", "story"}:
                return False
            if event.what == "platform" and event.platform == "twitter":
                return False
        return False

    @staticmethod
    def _chimes_in(attribution: Attribution, past: Sequence[Event], here: int, cue: str) -> bool:
        """"joked comedian Wanda Iyer-Holt", right after the comments were entered."""
        if attribution.kind != "speech" or attribution.where != "after" or cue in _TOLD:
            return False
        if any(e.what == "comments" and e.at >= here for e in past):
            return True
        recent = [e for e in past if e.at >= here - 600]
        return cue in _GUSHED and any(e.what == "shared" for e in recent)

    @staticmethod
    def _told_story(past: Sequence[Event]) -> bool:
        for event in reversed(past):
            if event.what == "story":
                return True
            if event.what == "platform" and event.platform != "instagram":
                return False
        return False

    @staticmethod
    def _shared_lately(past: Sequence[Event]) -> bool:
        return any(e.what == "shared" for e in past[-6:])

    @staticmethod
    def _platform(
        kind: Kind, own: Sequence[Event], past: Sequence[Event], ahead: Sequence[Event]
    ) -> Platform | None:
        here = [e.platform for e in own if e.what == "platform"]
        if kind == "quote":
            video = [p for p in here if p in {"youtube", "tiktok"}]
            return cast("Platform", video[-1]) if video else None
        if kind == "story":
            return "instagram"
        if here:
            return cast("Platform", here[-1])
        for event in reversed(past):
            if event.what == "platform" and not (kind == "comment" and event.platform == "twitter"):
                return cast("Platform", event.platform)
            if event.what == "story":
                return "instagram"
        for event in ahead:
            if event.what == "platform" and not (kind == "comment" and event.platform == "twitter"):
                return cast("Platform", event.platform)
        return None
