"""What are the nouns: article, embed, reaction, polarity, score?

Every stage speaks in these frozen records and in nothing else. Offsets are
half-open code-point positions in ``Article.text``; unknown is ``None``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, Protocol, TypeAlias

Kind: TypeAlias = Literal["post", "comment", "reply", "story", "quote"]
Platform: TypeAlias = Literal[
    "twitter",
    "instagram",
    "facebook",
    "youtube",
    "reddit",
    "tiktok",
    "threads",
    "bluesky",
    "mastodon",
]
Sentiment: TypeAlias = Literal["positive", "neutral", "negative"]

KINDS: Final[tuple[Kind, ...]] = ("post", "comment", "reply", "story", "quote")
PLATFORMS: Final[tuple[Platform, ...]] = (
    "twitter",
    "instagram",
    "facebook",
    "youtube",
    "reddit",
    "tiktok",
    "threads",
    "bluesky",
    "mastodon",
)
SENTIMENTS: Final[tuple[Sentiment, ...]] = ("positive", "neutral", "negative")


LONGEST_READ: Final = 1_000_000
"""Code points of an article that are read at all: ten times the longest real ones."""
LONGEST_PROSE: Final = 300_000
"""Code points of an article whose prose is read: the longest real ones have a third."""


@dataclass(frozen=True, slots=True)
class Embed:
    """A post that a page carries as markup, read before the page was flattened.

    place    code point in ``Article.text`` where it stood; ``None`` if its
             surroundings are not part of the body
    author   the display name as printed; handle without @
    rule     which reader found it, e.g. ``"embed-twitter"``
    """

    platform: Platform
    text: str
    kind: Kind = "post"
    author: str | None = None
    handle: str | None = None
    posted_at: str | None = None
    url: str | None = None
    language: str | None = None
    place: int | None = None
    rule: str = "embed"


@dataclass(frozen=True, slots=True)
class Article:
    """One document.

    id         first 16 hex digits of the SHA-256 of its text
    source     file name, or file name + record number, or URL
    text       what every offset counts in
    published  ISO date, where the document gives one
    works      titles of films, songs and papers that markup sets apart, so that
               nobody takes them for persons
    """

    id: str
    source: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    embeds: tuple[Embed, ...] = ()
    works: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reaction:
    """One person's words, as an article reproduces them.

    start, end   code points in ``Article.text``; ``None`` for an embed read
                 from markup. For words cut in two by their attribution they
                 reach from the first piece to the last, and ``text`` joins the
                 pieces with a space.
    rule         which rule found it, e.g. ``"tweet-signature"``
    """

    id: str
    article: str
    article_id: str
    text: str
    kind: Kind
    rule: str
    published: str | None = None
    outlet: str | None = None
    start: int | None = None
    end: int | None = None
    translation: str | None = None
    platform: Platform | None = None
    author: str | None = None
    author_mention: str | None = None
    handle: str | None = None
    posted_at: str | None = None
    url: str | None = None
    cue: str | None = None
    language: str = "und"
    emoji: tuple[str, ...] = ()
    described_emoji: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Polarity:
    """Plain VADER. neg, neu, pos: shares, 0 to 1. compound: -1 to 1."""

    neg: float
    neu: float
    pos: float
    compound: float


@dataclass(frozen=True, slots=True)
class ScoringInput:
    """What a scorer may look at: the words and their surroundings.

    mask   titles and names found in the article ("12th Fail"), whose words
           say nothing about the writer's stance
    """

    text: str
    emoji: tuple[str, ...] = ()
    described_emoji: tuple[str, ...] = ()
    translation: str | None = None
    language: str = "und"
    kind: Kind | None = None
    platform: Platform | None = None
    mask: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contribution:
    """One share of a score.

    kind        "word", "emoji", "described", "rule" or "base"
    start, end  code points in ``ScoringInput.text``; ``None`` for what is not
                in the text (a described emoji, the base rate)
    value       signed; all contributions of an explanation add up to its score
    why         the lexicon entry, rule or feature behind it, in words
    """

    kind: Literal["word", "emoji", "described", "rule", "base"]
    token: str
    value: float
    why: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A scorer's verdict. score: -1 to 1. confidence: probability of the label, 0 to 1."""

    sentiment: Sentiment
    score: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """A verdict with the shares that add up to ``score.score``."""

    score: Score
    contributions: tuple[Contribution, ...]


class Scorer(Protocol):
    """Anything that labels reactions; put another in its place with ``--scorer``."""

    @property
    def name(self) -> str:
        """Short name and version, printed in the manifest."""

    def score(self, inputs: list[ScoringInput]) -> list[Score]:
        """One verdict for each input, in order."""

    def explain(self, given: ScoringInput) -> Explanation:
        """The verdict on one input and what made it."""


@dataclass(frozen=True, slots=True)
class ScoredReaction:
    """A reaction with its verdict, plain VADER for comparison, and its cluster.

    cluster  id of the distinct reaction it is a copy of; its own when first seen
    """

    reaction: Reaction
    score: Score
    vader: Polarity
    cluster: str


REACTION_COLUMNS: Final[tuple[str, ...]] = (
    "id",
    "article",
    "article_id",
    "published",
    "outlet",
    "start",
    "end",
    "text",
    "translation",
    "kind",
    "platform",
    "author",
    "author_mention",
    "handle",
    "posted_at",
    "url",
    "cue",
    "rule",
    "language",
    "emoji",
    "described_emoji",
    "sentiment",
    "score",
    "confidence",
    "vader_neg",
    "vader_neu",
    "vader_pos",
    "vader_compound",
    "cluster",
)


def record(scored: ScoredReaction) -> dict[str, object]:
    """The flat record of a scored reaction, its keys in ``REACTION_COLUMNS``' order."""
    r = scored.reaction
    return {
        "id": r.id,
        "article": r.article,
        "article_id": r.article_id,
        "published": r.published,
        "outlet": r.outlet,
        "start": r.start,
        "end": r.end,
        "text": r.text,
        "translation": r.translation,
        "kind": r.kind,
        "platform": r.platform,
        "author": r.author,
        "author_mention": r.author_mention,
        "handle": r.handle,
        "posted_at": r.posted_at,
        "url": r.url,
        "cue": r.cue,
        "rule": r.rule,
        "language": r.language,
        "emoji": list(r.emoji),
        "described_emoji": list(r.described_emoji),
        "sentiment": scored.score.sentiment,
        "score": round(scored.score.score, 4),
        "confidence": round(scored.score.confidence, 4),
        "vader_neg": scored.vader.neg,
        "vader_neu": scored.vader.neu,
        "vader_pos": scored.vader.pos,
        "vader_compound": scored.vader.compound,
        "cluster": scored.cluster,
    }
