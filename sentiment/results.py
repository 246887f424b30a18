"""What does a batch come to: the tables, and every number a report prints?

Made by ``tally``, read by ``write``. Counts say whether they count reactions
(every copy) or distinct reactions (each cluster once).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from sentiment.model import Article, ScoredReaction, Sentiment


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that could not be read, and why, in a sentence."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Batch:
    """One run's articles, in input order, with what was found in them."""

    articles: tuple[Article, ...]
    scored: tuple[ScoredReaction, ...]
    unreadable: tuple[Unreadable, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """One label's part of the distinct reactions.

    share, low, high   0 to 1; low and high bound a 95 % Wilson interval
    """

    sentiment: Sentiment
    reactions: int
    distinct: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Group:
    """The distinct reactions of one platform, kind, language, outlet, article or date.

    name   the group as printed; "no platform named" and the like for null
    n      distinct reactions in it
    mean   mean score, -1 to 1; None if n is 0
    """

    name: str
    n: int
    reactions: int
    positive: int
    neutral: int
    negative: int
    mean: float | None


@dataclass(frozen=True, slots=True)
class EmojiLine:
    """One emoji over the distinct reactions.

    emoji      as typed; None for one that is only told in prose
    name       CLDR short name, or the article's words for a described one
    count      times typed; described: times told in prose
    reactions  distinct reactions that carry it
    mean       mean score of those, -1 to 1
    """

    emoji: str | None
    name: str
    count: int
    described: int
    reactions: int
    mean: float


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One author over the batch; handle and platform where known."""

    author: str
    handle: str | None
    platform: str | None
    reactions: int
    distinct: int
    positive: int
    neutral: int
    negative: int
    mean: float


@dataclass(frozen=True, slots=True)
class Summary:
    """Every number the report prints.

    anonymous        distinct reactions whose author is unknown
    authors          different people (name, or handle where there is no name)
    mean             mean score of the distinct reactions, -1 to 1
    by_date          by the day of posting, else of publication; "no date" last
    by_article       every article, those without reactions too
    emoji_reactions  distinct reactions that carry an emoji, typed or told
    strongest_*      ids of distinct reactions, strongest first
    """

    articles: int
    articles_with_reactions: int
    unreadable: int
    reactions: int
    distinct: int
    authors: int
    anonymous: int
    first_published: str | None
    last_published: str | None
    mean: float | None
    shares: tuple[Share, ...]
    by_platform: tuple[Group, ...]
    by_kind: tuple[Group, ...]
    by_language: tuple[Group, ...]
    by_outlet: tuple[Group, ...]
    by_date: tuple[Group, ...]
    by_article: tuple[Group, ...]
    emoji: tuple[EmojiLine, ...]
    emoji_reactions: int
    people: tuple[PersonLine, ...]
    strongest_positive: tuple[str, ...]
    strongest_negative: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """A batch as tables, ready to be written.

    reactions  one row a reaction, ``model.REACTION_COLUMNS`` in order, emoji
               columns as lists; strings are pandas' ``string``, whole numbers
               ``Int64``, others ``Float64``, all with ``NA`` for unknown
    articles, people, emoji  one row each; columns in ``data/columns.tsv``
    """

    reactions: pd.DataFrame
    articles: pd.DataFrame
    people: pd.DataFrame
    emoji: pd.DataFrame
    summary: Summary


@dataclass(frozen=True, slots=True)
class Difference:
    """How a share of distinct reactions differs between two batches, A and B.

    name        what has the share: a label, a platform's positive reactions, an emoji
    part, of    reactions with it, and all, in A and in B
    difference  share in B less share in A, -1 to 1
    low, high   bounds of its 95 % interval (Newcombe)
    p           of Fisher's exact test, two-sided
    adjusted    p after Holm, over all differences listed together
    """

    name: str
    part_a: int
    of_a: int
    part_b: int
    of_b: int
    difference: float
    low: float
    high: float
    p: float
    adjusted: float

    @property
    def clear(self) -> bool:
        """Whether it is more than chance would easily give, at 5 %."""
        return self.adjusted < 0.05  # noqa: PLR2004 - the level the docstring names


@dataclass(frozen=True, slots=True)
class MeanDifference:
    """How the mean score differs; bounds and p are ``None`` with fewer than two scores a side."""

    mean_a: float | None
    mean_b: float | None
    difference: float | None
    low: float | None
    high: float | None
    p: float | None

    @property
    def clear(self) -> bool:
        """Whether it is more than chance would easily give, at 5 %."""
        return self.p is not None and self.p < 0.05  # noqa: PLR2004 - the level the docstring names


@dataclass(frozen=True, slots=True)
class Change:
    """How a report's key numbers differ from an earlier one's, which is A.

    name     the earlier report's title, or its folder's name
    period   first and last day on which its articles were published
    scorers  what scored the earlier report, and this one
    sizes    articles, reactions, distinct reactions, authors: a name, then, now
    shared   reactions that stand in both, by id
    labels   shares of the three labels, tested together
    emoji    share that carries an emoji; None if a side has no reaction
    """

    name: str
    period: tuple[str | None, str | None]
    scorers: tuple[str, str]
    sizes: tuple[tuple[str, int, int], ...]
    shared: int
    labels: tuple[Difference, ...]
    emoji: Difference | None
    mean: MeanDifference


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two batches, or two halves of one.

    sizes     articles, reactions, distinct reactions, authors: a name, then A's and B's
    shared    reactions that stand in both, by id
    labels_p  of the test that A and B have the same mix of labels
    groups    for platform, kind, language and outlet the share of positive
              reactions in each group that both have
    volumes   for the same, each group's share of all distinct reactions
    emoji     share of distinct reactions that carry each emoji
    new_*     in B but not in A; gone_* the reverse
    """

    name_a: str
    name_b: str
    sizes: tuple[tuple[str, int, int], ...]
    shared: int
    labels: tuple[Difference, ...]
    labels_p: float | None
    mean: MeanDifference
    groups: dict[str, tuple[Difference, ...]]
    volumes: dict[str, tuple[Difference, ...]]
    emoji: tuple[Difference, ...]
    new_people: tuple[PersonLine, ...]
    gone_people: tuple[PersonLine, ...]
    new_emoji: tuple[EmojiLine, ...]
    gone_emoji: tuple[EmojiLine, ...]
