"""Were words posted, commented or spoken, where their own sentence does not tell?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.runs import SOCIAL, Turn, is_led
from sentiment.extract.scene_events import VIDEO
from sentiment.extract.written import is_aloud, is_typed, posted_before

if TYPE_CHECKING:
    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.context import Context
    from sentiment.extract.heroes import Hero
    from sentiment.extract.people import People
    from sentiment.extract.quote_case import Quote
    from sentiment.extract.scenes import Scenes
    from sentiment.model import Kind, Platform

_ELSEWHERE: Final = frozenset(
    {"platform", "section", "embed", "shared", "posting", "story", "aired", "elsewhere"}
)
"""Events that may lead a crowd to another place."""
_FORUMS: Final = frozenset({"reddit", "facebook", "twitter", "threads"})
"""Where somebody nameless tells a story in writing."""
_LEADS: Final = 2
"""Paragraphs from words in a story or video to more of them."""
_AROUND: Final = 160
"""Code points around "took to Instagram" in which its subject stands."""


class TurnPlaces:
    """Where words were made, by what was told and posted before them.

    owner    the last post with comments below it, and where its words end
    read_to  where the words before end
    """

    def __init__(
        self,
        *,
        text: str,
        lexicon: ProseLexicon,
        scenes: Scenes,
        people: People,
        hero: Hero,
        context: Context,
    ) -> None:
        self._text = text
        self._lexicon = lexicon
        self._scenes = scenes
        self._people = people
        self._hero = hero
        self._context = context
        self.owner: tuple[Turn, int] | None = None
        self.read_to = 0

    def is_below_post(self, turn: Turn, quote: Quote, start: int) -> bool:
        """Whether others answer a post just told of, and no other place is told of since.

        Costa captioned it, “…” Her judges took it badly. “…,” wrote Bo Finch.
        """
        owner, attribution = self.owner, quote.attribution
        if owner is None or attribution is None or self._lexicon.own or turn.kind != "post":
            return False
        other = turn.author is not None and turn.author != owner[0].author
        near = 0 < turn.paragraph - owner[0].paragraph <= _LEADS
        same = turn.platform == owner[0].platform and attribution.kind in {"write", "speech"}
        if not (other and near and same):
            return False
        return all(e.what == "words" for e in self._scenes.within(owner[1] + 1, start))

    def is_same_crowd(self, turn: Turn, before: Turn, quote: Quote, start: int) -> bool:
        """Whether one more of a crowd speaks, and no other place was told of since the last one."""
        by = quote.attribution.mention if quote.attribution is not None else None
        if by is not None and any(
            t.capital and t.low in self._lexicon.places for t in quote.tokens[by.first : by.last]
        ):
            return False  # "“…,” an X user wrote"
        both = turn.crowd and before.crowd and {turn.kind, before.kind} <= SOCIAL
        near = turn.paragraph - before.paragraph <= _LEADS
        if not (both and near) or self._lexicon.own or turn.platform == before.platform:
            return False
        told = self._scenes.within(self.read_to, start)
        return before.platform is not None and _ELSEWHERE.isdisjoint(e.what for e in told)

    def if_heros(
        self, turn: Turn, quote: Quote, span: tuple[int, int]
    ) -> tuple[Kind, Platform | None] | None:
        """Where the nameless person an article tells of wrote or spoke, if it is told once."""
        attribution, lexicon = quote.attribution, self._lexicon
        mention = attribution.mention if attribution is not None else None
        if attribution is None or mention is None or turn.author or turn.handle or lexicon.own:
            return None
        if mention.kind not in {"pronoun", "role"} or turn.kind in {"reply", "story"}:
            return None
        token = quote.tokens[mention.first]
        word = mention.head or token.low
        here = self._scenes.within(quote.tokens[attribution.first].start, span[0])
        placed = any(e.what in _ELSEWHERE for e in here)
        aloud = is_aloud(attribution, quote.tokens, lexicon)
        if placed or aloud or not self._hero.is_meant(word, token.start):
            return None
        told = self._scenes.within(self._hero.at, span[0])
        if any(e.what == "aloud" for e in told):
            return None
        named = [e for e in told if e.platform and e.what in {"posting", "platform"}]
        named.sort(key=lambda e: (e.platform != "reddit", e.what != "posting"))
        platform = named[0].platform if named else None
        if platform in VIDEO and turn.kind == "quote":
            return "quote", platform
        return ("post", platform) if platform in _FORUMS else None

    def if_written(
        self, turn: Turn, quote: Quote, span: tuple[int, int]
    ) -> tuple[Kind, Platform | None]:
        """Kind and platform of words that are called said, though they were written."""
        kind, platform, author, attribution = (
            turn.kind,
            turn.platform,
            turn.author,
            quote.attribution,
        )
        if kind != "quote" or platform is not None or attribution is None:
            return kind, platform
        mention = attribution.mention
        told_of = mention is not None and mention.kind in {"pronoun", "role"}
        if author is not None or (told_of and not self._lexicon.own):
            posted = posted_before(attribution, quote.tokens, span[0], self._scenes, self._lexicon)
            led = is_led(attribution, quote.tokens, self._lexicon)
            if posted is not None and posted.what == "section" and not led:
                kind = "comment"
                platform = self._context.platform_before(kind, span)
            elif (
                posted is not None
                and posted.what != "section"
                and self._stands_by(author, posted.at)
            ):
                filmed = posted.platform in VIDEO  # "shared a video on TikTok ... she said"
                kind, platform = "quote" if filmed else "post", posted.platform
        repeated = turn.handle is not None and mention is not None and mention.kind == "pronoun"
        typed = repeated or is_typed(
            self._text[slice(*span)]
        )  # "@moth told users off. …, she said"
        if kind == "quote" and platform is None and typed:
            addressed = self._text[span[0] : span[0] + 1] == "@"  # "@olt you were warned"
            unplaced = ("post" if addressed else kind, platform)
            kind, platform = self._context.written(span) or unplaced
        return kind, platform

    def _stands_by(self, author: str | None, at: int) -> bool:
        """Whether what stands at ``at`` may be told of somebody: of whom its sentence speaks."""
        return author is None or self._people.is_told_of(author, at, at - _AROUND)

    def owner_below(self, before: Turn, pronoun: str) -> str | None:
        """Whose post was commented on, if "she replied" may mean them: one answers one's own."""
        owner = self.owner[0].author if self.owner is not None else None
        if owner is None or before.kind != "comment" or self._lexicon.own or pronoun == "it":
            return None
        other = owner != before.author and self._people.may_be(owner, pronoun)
        return owner if other and before.paragraph - self._owner_at() <= _LEADS else None

    def _owner_at(self) -> int:
        """The paragraph of the last post with comments below it."""
        return self.owner[0].paragraph if self.owner is not None else 0
