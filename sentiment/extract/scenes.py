"""What scene has the prose set: which platform, whose comments, what was shared?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from sentiment.extract.gatherings import find_gatherings
from sentiment.extract.name_words import is_name
from sentiment.extract.platform_names import platform_in, platform_of, platform_words
from sentiment.extract.scene_events import Event, without_remarks
from sentiment.extract.scene_phrases import (
    is_aired,
    is_answer,
    is_elsewhere,
    is_of_thing,
    is_remark,
    is_story,
    is_welcome,
    is_welcomed,
    is_within,
)
from sentiment.extract.words import STAND_IN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token
    from sentiment.model import Platform

_PLATFORM_NAMES: Final = frozenset({"instagram", "insta", "ig", "facebook", "fb", "snapchat"})
"""Where stories are."""
_POSTED: Final = frozenset({"post", "tweet", "thread", "caption"})
"""Behind "in a": what somebody has shared."""
_VAGUE: Final = frozenset({"statement", "speech", "camera", "stage", "phone", "mic", "tv", "press"})
"""Words of speaking that are often of something else."""
_REMARKS: Final = 4
"""Tokens from "shared" to the end of "some of their closing remarks"."""
_POSTING_REACH: Final = 10
"""Tokens before a platform that may tell of posting there."""
_OWN_PAGES: Final = frozenset({"page", "profile", "announcement"})
"""Under which people leave messages."""
_TITLE: Final = 18
"""Code points of a short title in its marks; longer quotations are somebody's words."""
_SITE: Final = frozenset({"site", "platform", "app", "website", "network", "giant", "service"})
"""Behind "social media": the one just named."""
_WENT: Final = 3
_GOING: Final = frozenset({"went", "going", "gone", "goes"})
_STAFF: Final = frozenset({"team", "admin", "admins", "manager", "managers", "editor", "intern"})
"""Behind "social media": who runs the accounts of others."""
_NO_SECTION: Final = frozenset({"for", "to", "no", "with"})
"""Before "comment": asked for comment, declined to comment, with comments like."""
_BACK: Final = frozenset({"post", "posted", "posting", "tweet", "tweeted", "wrote", "write"})
"""Before "back": the judge was soon to post back."""
_SOCIAL: Final = ("social", "sozial", "सोशल")
"""Beside a network: which one, the article has said before."""
_STOPS: Final = frozenset(".!?…।")
_NO_COMMENT: Final = frozenset({"to", "not", "never", "yet"})


@cache
def _scenic() -> frozenset[str]:
    """Words that may set a scene in every language: platforms' names."""
    return frozenset({*platform_words(), *_POSTED, "back", "media", "medien", "r"})


_FILMING: Final[dict[str, Platform]] = {"youtuber": "youtube", "tiktoker": "tiktok"}
"""Whose videos are where, whoever they are: YouTuber Moss Arden."""


def _at_large(at: int) -> Event:
    """What stands for no platform by name: "social media"."""
    return Event(at, "platform", None)


def _of_one_net(events: list[Event]) -> list[Event]:
    """Events where "the networks" are the one that an article has named, if it names no other."""
    named = [e for e in events if e.what in {"platform", "embed", "aired"} and e.platform]
    if len({e.platform for e in named}) != 1:
        return events
    return [e for e in events if e.at < named[0].at or e != _at_large(e.at)]


def _is_remarking(tokens: Sequence[Token], index: int) -> bool:
    """Whether somebody shared what they think, no picture: shared their closing remarks."""
    behind = tokens[index + 1 : index + 1 + _REMARKS]
    return any(t.low in {"remarks", "thoughts", "impressions", "feelings"} for t in behind)


def _story_at(tokens: Sequence[Token], index: int, lexicon: ProseLexicon) -> list[Event]:
    """A story, behind words that it tells of if any: "«…», publicó en sus historias"."""
    story = Event(tokens[index].start, "story")
    if not lexicon.own:
        return [story]
    for token in reversed(tokens[max(0, index - _POSTING_REACH) : index]):
        if token.kind == "q":
            return [Event(story.at - 1, "words"), story]
        if token.text in _STOPS or token.text == ":":
            break
    return [story]


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
        self._aloud = lexicon.aloud - _VAGUE
        self._last: Platform | None = None
        self._marked = lexicon.scenic | _scenic() | _STOPS | {STAND_IN}
        events = [Event(place, "embed", platform) for place, platform in embeds]
        for tokens in paragraphs:
            events.extend(self._gather(tokens))
        for tokens in aside:
            events.extend(e for e in self._gather(tokens) if e.what != "story")
        if lexicon.gathered:
            events.sort(key=lambda event: event.at)
            events.extend(list(find_gatherings(paragraphs, events, lexicon)))
        events.sort(key=lambda event: event.at)
        self._events = list(without_remarks(_of_one_net(events) if lexicon.own else events))
        self._places = [event.at for event in self._events]
        self._all = (*paragraphs, *aside)

    @cached_property
    def captioned(self) -> bool:
        """Whether the article speaks of captions anywhere."""
        words = (t.low for tokens in self._all for t in tokens if t.kind == "w")
        return any(word.startswith("caption") for word in words)

    def _gather(self, tokens: Sequence[Token]) -> list[Event]:
        """The events of one paragraph."""
        marked, compounds = self._marked, self._lexicon.noun_articles
        found: list[Event] = []
        named = False
        for index in [
            i
            for i, t in enumerate(tokens)
            if t.low in marked or (compounds and platform_in(t.text))
        ]:
            token = tokens[index]
            if token.kind == "w":  # few words of an article
                events = self._read(tokens, index)
                # "No Twitter, abriu um debate sobre o luto nas redes sociais"
                found.extend(e for e in events if not (named and e == _at_large(e.at)))
                named = named or any(e.what == "platform" and e.platform for e in events)
                continue
            named = named and token.text not in _STOPS
            if token.kind == "q" and token.end - token.start > _TITLE:
                found.append(Event(token.start, "words"))
        return found

    def _read(self, tokens: Sequence[Token], index: int) -> list[Event]:
        token, lexicon = tokens[index], self._lexicon
        before = tokens[index - 1].low if index else ""
        after = tokens[index + 1].low if index + 1 < len(tokens) else ""
        platform = platform_of(tokens, index, lexicon)
        if platform is None and lexicon.noun_articles:
            platform = platform_in(token.text)
        if platform is None and token.low in lexicon.network:
            beside = before.startswith(_SOCIAL) or after.startswith(_SOCIAL)
            platform = self._last if beside else None  # "sur le même réseau social"
        self._last = platform or self._last
        found = list(self._on_platform(tokens, index, platform))
        section = token.low in lexicon.comments and token.low != "thread"
        section = section and not after[:1].isdigit()  # "from Section 114"
        declined = before in _NO_SECTION and not lexicon.own  # Portuguese "no comentário"
        listed = declined or after in {"like", "such"} or (index == 1 and before.isdigit())
        listed = listed or is_remark(tokens, index, lexicon)
        beneath = token.low in lexicon.below and self._is_beneath(tokens, index)
        below = tokens[index + 2].low if index + 2 < len(tokens) else ""
        leads = token.capital or below == "to"  # "popped up beneath it to reply"
        beneath = beneath or (token.low in lexicon.below and leads and after == "it")
        commented = lexicon.cues.get(token.low) == "comment" and before not in _NO_COMMENT
        if (commented and not (section or beneath)) or (
            token.low in lexicon.welcomed and is_welcome(tokens, index, lexicon)
        ):
            found.append(Event(token.start, "commented"))
            if lexicon.own and any(t.low in lexicon.posted for t in tokens[index + 1 : index + 4]):
                found.append(Event(token.start, "section"))  # "famosos reagiram ao vídeo"
        elif is_welcomed(tokens, index, lexicon):
            found.append(Event(token.start, "welcomed"))
        elif (section and not listed) or beneath:
            found.append(Event(token.start, "comments"))
            near = tokens[max(0, index - 2) : index]
            page = beneath and any(t.low in _OWN_PAGES for t in tokens[index + 1 : index + 5])
            of_post = bool(lexicon.own) and any(
                t.low in lexicon.posted for t in tokens[index + 1 : index + 4]
            )
            page = page or (section and of_post)  # "nos comentários dessa publicação"
            if after == "section" or page or any(t.low in lexicon.section for t in near):
                found.append(Event(token.start, "section"))
        elif token.low in lexicon.story and is_story(tokens, index, _PLATFORM_NAMES, lexicon):
            found.extend(_story_at(tokens, index, lexicon))
        elif token.low in lexicon.social or (
            token.low in {"media", "medien"}
            and before.startswith(("social", "sozial"))
            and not (after in lexicon.nameless or after in _SITE | _STAFF)
            and not is_of_thing(tokens, index, lexicon)
        ):
            found.append(Event(token.start, "platform", None))
        elif token.low in lexicon.elsewhere and is_elsewhere(tokens, index, lexicon):
            found.append(Event(token.start, "elsewhere"))
        elif (token.low in lexicon.shared and not _is_remarking(tokens, index)) or (
            token.low in _POSTED and is_within(tokens, index, lexicon)
        ):
            behind = index > 0 and tokens[index - 1].kind == "q" and not lexicon.own
            found.append(Event(token.start, "shared", behind=behind))
        if token.low in lexicon.filmed and is_within(tokens, index, lexicon):
            found.append(Event(token.start, "video"))
        elif (token.low == "back" and before in _BACK) or (
            token.low in lexicon.replied and is_answer(tokens, index, lexicon)
        ):
            found.append(Event(token.start, "answer"))
        elif token.low in self._aloud:
            found.append(Event(token.start, "aloud"))
        return found

    def _on_platform(
        self, tokens: Sequence[Token], index: int, platform: Platform | None
    ) -> Iterator[Event]:
        """The events of a word that names a platform, or what somebody does on one."""
        token = tokens[index]
        near = [t.low for t in tokens[max(0, index - _POSTING_REACH) : index]]
        if platform is None:
            if token.low in _FILMING:
                yield Event(token.start, "aired", _FILMING[token.low])
        elif is_aired(tokens, index, self._lexicon):
            yield Event(token.start, "aired", platform)
            if "live" in near[-_WENT:] and not _GOING.isdisjoint(near):
                yield Event(token.start, "video", platform)  # "went live on YouTube"
        else:
            yield Event(token.start, "platform", platform)
            after = tokens[index + 1].low if index + 1 < len(tokens) else ""
            posted = after in _POSTED and not self._lexicon.indefinite.isdisjoint(near[-1:])
            posted = posted or self._opens(tokens, index)
            if posted or not self._lexicon.posting.isdisjoint(near):  # "said in a Facebook post"
                yield Event(token.start, "posting", platform)

    def _opens(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether a sentence begins with where somebody by name is: On Threads, Olt was kinder."""
        lexicon, on = self._lexicon, tokens[index - 1]
        if lexicon.own or index == 0 or on.low != "on" or index + 2 >= len(tokens):
            return False
        opens = on.capital or (index > 1 and tokens[index - 2].text in {"And", "But", "Over"})
        who = tokens[index + 2]
        somebody = (who.capital and is_name(who, lexicon)) or who.low in lexicon.possessives
        return opens and tokens[index + 1].text == "," and somebody

    def _is_beneath(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether "under" leads to somebody's post; "unter dem Bild" may be one's own."""
        lexicon = self._lexicon
        behind = tokens[index + 1 : index + 5]
        page = not lexicon.own and any(t.low in _OWN_PAGES for t in behind)
        if not (page or any(t.low in lexicon.posted for t in behind)):
            return False
        article = behind[0].low in lexicon.determiners - lexicon.possessives - lexicon.indefinite
        owned = any(t.low in lexicon.genitives for t in tokens[index + 2 : index + 6])
        leads = tokens[index].text[0].isupper()  # "Sous la vidéo, son frère"
        return owned or leads or not (lexicon.own and article)

    def within(self, start: int, end: int) -> list[Event]:
        """Events between two code points, in order."""
        lo, hi = bisect_left(self._places, start), bisect_right(self._places, end)
        return self._events[lo:hi]
