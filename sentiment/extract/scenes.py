"""What scene has the prose set: which platform, whose comments, what was shared?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

from sentiment.data.loader import read_table
from sentiment.extract.scene_phrases import (
    is_aired,
    is_answer,
    is_elsewhere,
    is_remark,
    is_story,
    is_welcome,
    is_within,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token
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
]

COMMENT_PLATFORMS: Final = frozenset({"instagram", "facebook", "youtube", "tiktok", "reddit"})
VIDEO: Final = frozenset({"youtube", "tiktok"})
_ON: Final = frozenset(
    {"on", "to", "via", "from", "over", "en", "auf", "sur", "su", "no", "sa", "formerly"}
)
_X_NEXT: Final = frozenset(
    {"user", "users", "post", "posts", "account", "handle", "formerly", "thread", "("}
)
_PLATFORM_NAMES: Final = frozenset({"instagram", "insta", "ig", "facebook", "fb", "snapchat"})
"""Where stories are."""
_POSTED: Final = frozenset({"post", "tweet", "thread", "caption"})
"""Behind "in a": what somebody has shared."""
_VAGUE: Final = frozenset({"statement", "speech", "camera", "stage", "phone", "mic", "tv", "press"})
"""Words of speaking that are often of something else."""
_NETS: Final = frozenset({"platform", "embed", "shared", "aired"})
_SENTENCE: Final = 200
"""Code points of a sentence that names its platform last."""
_NO_SECTIONS: Final = frozenset({"twitter", "threads", "bluesky", "mastodon"})
"""Where to comment on something is to post."""
_POSTING_REACH: Final = 7
"""Tokens before a platform that may tell of posting there."""
_TITLE: Final = 18
"""Code points of a short title in its marks; longer quotations are somebody's words."""
_SOMEBODY: Final = frozenset({"a", "one", "another", "fellow", "some", "many", "other"})
"""Before "TikToker": somebody there, no description of whom the article is about."""
_WHO: Final = frozenset(
    """star stars personality personalities creator creators sensation influencer influencers model
    owner boss ceo founder executive employee employees stock shares""".split()  # noqa: SIM905
)
"""Behind a platform: who somebody is, not where."""
_SITE: Final = frozenset({"site", "platform", "app", "website", "network", "giant", "service"})
"""Behind "social media": the one just named."""
_NO_SECTION: Final = frozenset({"for", "to", "no", "with"})
"""Before "comment": asked for comment, declined to comment, with comments like."""
_COMPOUNDED: Final = ("twitter", "instagram", "facebook", "youtube", "tiktok", "reddit")
_FIRST_LETTERS: Final = frozenset(name[0] for name in _COMPOUNDED)
_SHORTEST_COMPOUND: Final = 8
_NO_COMMENT: Final = frozenset({"to", "not", "never", "yet"})


@dataclass(frozen=True, slots=True)
class Event:
    """A word that sets the scene.

    what      "section" is a comments section for certain; "posting": somebody posts;
              "video": something goes on in one; "answer": somebody answers a post;
              "words": a quotation stands there; "aired": a platform that something is
              live on; "elsewhere": on the net, on none of the platforms;
              "aloud": somebody speaks; "commented": somebody does
    platform  None for "social media", which names none and ends what was named
    """

    at: int
    what: EventKind
    platform: Platform | None = None


@cache
def _platform_words() -> dict[str, tuple[Platform, str]]:
    rows = read_table("platform_words.tsv", ("word", "platform", "case"))
    return {word: (cast("Platform", platform), case) for word, platform, case in rows}


def _platform_of(tokens: Sequence[Token], index: int) -> Platform | None:
    token = tokens[index]
    if token.text == "r" and index + 1 < len(tokens) and tokens[index + 1].text == "/":
        return "reddit"  # r/sysadmin
    row = _platform_words().get(token.low)
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
        before = tokens[index - 1].low if index else ""
        after = tokens[index + 1].low if index + 1 < len(tokens) else ""
        if token.text != "X" or not (before in _ON or after in _X_NEXT):
            return None
    return platform


def _platform_in(word: str) -> Platform | None:
    """The platform that a compound begins with: Instagram-Post, Twitteraccount, twitterte."""
    low = word.casefold()
    if len(low) < _SHORTEST_COMPOUND or low[:1] not in _FIRST_LETTERS:
        return None
    found = next((p for p in _COMPOUNDED if low.startswith(p)), None)
    return cast("Platform", found) if found is not None and found != low else None


class Scenes:
    """The scene-setting words of one article, by place."""

    def __init__(
        self,
        paragraphs: Sequence[Sequence[Token]],
        lexicon: ProseLexicon,
        embeds: Sequence[tuple[int, Platform]] = (),
        aside: Sequence[Sequence[Token]] = (),
    ) -> None:
        """``paragraphs``: the tokens of each prose paragraph.

        embeds  place and platform of each embedded post
        aside   the tokens of captions and the like, which tell platforms alone
        """
        self._lexicon = lexicon
        telling = {*_platform_words(), *lexicon.comments, *lexicon.below, *lexicon.story}
        telling |= {*lexicon.shared, *lexicon.filmed, *lexicon.replied, *lexicon.social}
        telling |= {
            *lexicon.elsewhere,
            *lexicon.aloud,
            *lexicon.welcomed,
            *_POSTED,
            "media",
            "medien",
            "r",
        }
        telling.update(word for word, kind in lexicon.cues.items() if kind == "comment")
        events = [Event(place, "embed", platform) for place, platform in embeds]
        for tokens in paragraphs:
            events.extend(self._gather(tokens, telling))
        for tokens in aside:
            events.extend(e for e in self._gather(tokens, telling) if e.what != "story")
        self._events = list(_without_remarks(sorted(events, key=lambda event: event.at)))
        self._places = [event.at for event in self._events]
        spoken = {t.low for tokens in (*paragraphs, *aside) for t in tokens if t.kind == "w"}
        self.captioned = any(word.startswith("caption") for word in spoken)
        """Whether the article speaks of captions anywhere."""

    def _gather(self, tokens: Sequence[Token], telling: set[str]) -> Iterator[Event]:
        """The events of one paragraph; ``telling``: the words that may set a scene."""
        for index, token in enumerate(tokens):
            if token.kind == "q" and token.end - token.start > _TITLE:
                yield Event(token.start, "words")
            compound = self._lexicon.noun_articles and _platform_in(token.text) is not None
            if (compound or token.low in telling) and token.kind == "w":  # few of an article
                yield from self._read(tokens, index)

    def _read(self, tokens: Sequence[Token], index: int) -> list[Event]:
        token, lexicon = tokens[index], self._lexicon
        before = tokens[index - 1].low if index else ""
        after = tokens[index + 1].low if index + 1 < len(tokens) else ""
        found: list[Event] = []
        platform = _platform_of(tokens, index)
        if platform is None and lexicon.noun_articles:
            platform = _platform_in(token.text)
        if platform is not None and is_aired(tokens, index, lexicon):
            found.append(Event(token.start, "aired", platform))
        elif platform is not None:
            found.append(Event(token.start, "platform", platform))
            near = tokens[max(0, index - _POSTING_REACH) : index]
            if any(t.low in lexicon.posting for t in near):
                found.append(Event(token.start, "posting", platform))
        section = token.low in lexicon.comments and token.low != "thread"
        listed = before in _NO_SECTION or after in {"like", "such"}
        listed = listed or is_remark(tokens, index, lexicon)
        beneath = token.low in lexicon.below and self._is_beneath(tokens, index)
        beneath = beneath or (token.low in lexicon.below and token.capital and after == "it")
        commented = lexicon.cues.get(token.low) == "comment" and before not in _NO_COMMENT
        if (commented and not (section or beneath)) or (
            token.low in lexicon.welcomed and is_welcome(tokens, index, lexicon)
        ):
            found.append(Event(token.start, "commented"))
            if lexicon.own and any(t.low in lexicon.posted for t in tokens[index + 1 : index + 4]):
                found.append(Event(token.start, "section"))  # "famosos reagiram ao vídeo"
        elif (section and not listed) or beneath:
            found.append(Event(token.start, "comments"))
            near = tokens[max(0, index - 2) : index]
            if after == "section" or any(t.low in lexicon.section for t in near):
                found.append(Event(token.start, "section"))
        elif token.low in lexicon.story and is_story(tokens, index, _PLATFORM_NAMES):
            found.append(Event(token.start, "story"))
        elif token.low in lexicon.social or (
            token.low in {"media", "medien"}
            and before.startswith(("social", "sozial"))
            and after not in lexicon.nameless | _SITE
        ):
            found.append(Event(token.start, "platform", None))
        elif token.low in lexicon.elsewhere and is_elsewhere(tokens, index, lexicon):
            found.append(Event(token.start, "elsewhere"))
        elif token.low in lexicon.shared or (
            token.low in _POSTED and is_within(tokens, index, lexicon)
        ):
            found.append(Event(token.start, "shared"))
        if token.low in lexicon.filmed and is_within(tokens, index, lexicon):
            found.append(Event(token.start, "video"))
        elif token.low in lexicon.replied and is_answer(tokens, index, lexicon):
            found.append(Event(token.start, "answer"))
        elif token.low in lexicon.aloud - _VAGUE:
            found.append(Event(token.start, "aloud"))
        return found

    def _is_beneath(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether "under" leads to somebody's post; "unter dem Bild" may be one's own."""
        lexicon = self._lexicon
        behind = tokens[index + 1 : index + 5]
        if not any(t.low in lexicon.posted for t in behind):
            return False
        article = behind[0].low in lexicon.determiners - lexicon.possessives - lexicon.indefinite
        owned = any(t.low in lexicon.genitives for t in tokens[index + 2 : index + 6])
        leads = tokens[index].text[0].isupper()  # "Sous la vidéo, son frère"
        return owned or leads or not (lexicon.own and article)

    def within(self, start: int, end: int) -> list[Event]:
        """Events between two code points, in order."""
        lo, hi = bisect_left(self._places, start), bisect_right(self._places, end)
        return self._events[lo:hi]


def _without_remarks(events: Sequence[Event]) -> Iterator[Event]:
    """Events in order: whoever "commented" on Twitter, or off the net, entered no section."""
    there = False
    online = next((e.at for e in events if e.what in _NETS), None)
    for event in events:
        if event.what in {"platform", "embed"} and event.platform is not None:
            there = event.platform in _NO_SECTIONS
        elif event.what == "comments":
            there = False
        if event.what != "commented":
            yield event
        elif not there and online is not None and online <= event.at + _SENTENCE:
            yield Event(event.at, "comments")


def in_comments(past: Sequence[Event]) -> bool:
    """Whether a comments section was entered and not left since."""
    for event in reversed(past):
        if event.what == "comments":
            return True
        if event.what == "embed":
            return event.platform in COMMENT_PLATFORMS
        if event.what in {"shared", "story"} or event.platform == "twitter":
            return False
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
    last: Platform | None = None
    for event in (*reversed(past), *ahead):
        if event.what in {"platform", "embed"}:
            if kind != "comment" or event.platform != "twitter":
                return event.platform
            last = last or event.platform
        if event.what == "story":
            return "instagram"
        if event.what == "elsewhere" and kind in {"post", "comment"}:
            return None
    return last or next((e.platform for e in reversed(past) if e.what == "aired"), None)
