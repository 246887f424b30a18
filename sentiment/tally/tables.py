"""What do a batch's reactions come to: tables, and every number a report prints?

Shares, means and emoji are counted over distinct reactions; ``reactions``
beside them counts every copy. What is grouped by author, platform, kind,
language or day counts a distinct reaction once; what is grouped by article or
outlet counts it in each that prints it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from sentiment.model import SENTIMENTS
from sentiment.results import Group, Share, Summary, Tables
from sentiment.tally.counts import Count, count_by
from sentiment.tally.emoji_lines import emoji_lines
from sentiment.tally.frames import distinct_frame, frame_of, reaction_frame
from sentiment.tally.people_lines import people_lines
from sentiment.tally.shares import rounded, wilson

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from sentiment.model import Article
    from sentiment.results import Batch

# How many of the strongest reactions a report may quote.
_STRONGEST: Final = 10

NO_PLATFORM: Final = "no platform named"
NO_OUTLET: Final = "no outlet named"
NO_DATE: Final = "no date"


def tally_reactions(batch: Batch) -> Tables:
    """The tables of a batch, and its summary."""
    reactions = reaction_frame(batch.scored)
    distinct = distinct_frame(reactions, batch.scored)
    by_article = _articles(batch.articles, _printed("article", reactions, distinct))
    people = people_lines(reactions, distinct)
    emoji = emoji_lines(distinct)
    days = sorted(article.published for article in batch.articles if article.published)
    summary = Summary(
        articles=len(batch.articles),
        articles_with_reactions=sum(group.reactions > 0 for group in by_article),
        unreadable=len(batch.unreadable),
        reactions=len(reactions),
        distinct=len(distinct),
        authors=len(people),
        anonymous=int(distinct["person"].isna().sum()),
        first_published=days[0] if days else None,
        last_published=days[-1] if days else None,
        mean=rounded(distinct["score"].mean()) if len(distinct) else None,
        shares=_shares(distinct),
        by_platform=_groups(distinct, "platform", NO_PLATFORM),
        by_kind=_groups(distinct, "kind", ""),
        by_language=_groups(distinct, "language", "und"),
        by_outlet=_groups(_printed("outlet", reactions, distinct), "outlet", NO_OUTLET),
        by_date=tuple(sorted(_groups(distinct, "day", NO_DATE), key=_by_day)),
        by_article=tuple(sorted(by_article, key=_by_size)),
        emoji=emoji,
        emoji_reactions=int(sum(map(bool, distinct["emoji"] + distinct["described_emoji"]))),
        people=tuple(line for line, _ in people),
        strongest_positive=_strongest(distinct, "positive"),
        strongest_negative=_strongest(distinct, "negative"),
    )
    return Tables(
        reactions=reactions,
        articles=_article_table(batch.articles, by_article),
        people=frame_of(
            "people",
            {
                "articles": [articles for _, articles in people],
                "mean_score": [line.mean for line, _ in people],
                **{
                    name: [getattr(line, name) for line, _ in people]
                    for name in (
                        "author",
                        "handle",
                        "platform",
                        "reactions",
                        "distinct",
                        *SENTIMENTS,
                    )
                },
            },
        ),
        emoji=frame_of(
            "emoji",
            {
                "distinct": [line.reactions for line in emoji],
                "mean_score": [line.mean for line in emoji],
                **{
                    name: [getattr(line, name) for line in emoji]
                    for name in ("emoji", "name", "count", "described")
                },
            },
        ),
        summary=summary,
    )


def _printed(name: str, reactions: pd.DataFrame, distinct: pd.DataFrame) -> pd.DataFrame:
    """One row each time an article, or outlet, prints a distinct reaction."""
    import pandas as pd  # noqa: PLC0415 - half a second, for those who need a table

    pairs = Counter(zip(reactions[name].tolist(), reactions["cluster"].tolist(), strict=True))
    whose = dict(zip(distinct["cluster"].tolist(), range(len(distinct)), strict=True))
    places = [whose[cluster] for _, cluster in pairs]
    return pd.DataFrame(
        {
            name: pd.Series([key for key, _ in pairs], dtype=object),
            "copies": list(pairs.values()),
            "sentiment": distinct["sentiment"].take(places).tolist(),
            "score": distinct["score"].take(places).tolist(),
        }
    )


def _shares(distinct: pd.DataFrame) -> tuple[Share, ...]:
    whole = len(distinct)
    counts = count_by(distinct["sentiment"].tolist(), distinct)
    shares: list[Share] = []
    for sentiment in SENTIMENTS:
        count = counts.get(sentiment)
        part = count.n if count else 0
        low, high = wilson(part, whole)
        shares.append(
            Share(
                sentiment=sentiment,
                reactions=count.reactions if count else 0,
                distinct=part,
                share=part / whole if whole else 0.0,
                low=low,
                high=high,
            )
        )
    return tuple(shares)


def _groups(rows: pd.DataFrame, column: str, unknown: str) -> tuple[Group, ...]:
    """The rows by their value in a column, the largest group first, the unknown last."""
    counts = count_by(rows[column].tolist(), rows)
    nobody = counts.pop(None, None)
    groups = sorted((_group(name or "", count) for name, count in counts.items()), key=_by_size)
    return (*groups, _group(unknown, nobody)) if nobody else tuple(groups)


def _group(name: str, count: Count) -> Group:
    return Group(
        name=name,
        n=count.n,
        reactions=count.reactions,
        positive=count.positive,
        neutral=count.neutral,
        negative=count.negative,
        mean=count.mean,
    )


def _by_size(group: Group) -> tuple[int, str]:
    return -group.n, group.name


def _by_day(group: Group) -> tuple[bool, str]:
    return group.name == NO_DATE, group.name


def _articles(articles: Sequence[Article], printed: pd.DataFrame) -> tuple[Group, ...]:
    """A group for each article, in input order; empty for one without reactions."""
    found = {group.name: group for group in _groups(printed, "article", "")}
    sources = dict.fromkeys(article.source for article in articles)
    nothing = (Group(source, 0, 0, 0, 0, 0, None) for source in sources)
    return tuple(found.get(group.name, group) for group in nothing)


def _article_table(articles: Sequence[Article], groups: Sequence[Group]) -> pd.DataFrame:
    first: dict[str, Article] = {}
    for article in articles:
        first.setdefault(article.source, article)
    known = [first[group.name] for group in groups]
    return frame_of(
        "articles",
        {
            "article": [group.name for group in groups],
            "article_id": [article.id for article in known],
            "distinct": [group.n for group in groups],
            "mean_score": [group.mean for group in groups],
            **{
                name: [getattr(article, name) for article in known]
                for name in ("title", "outlet", "published", "url")
            },
            **{
                name: [getattr(group, name) for group in groups]
                for name in ("reactions", *SENTIMENTS)
            },
        },
    )


def _strongest(distinct: pd.DataFrame, sentiment: str) -> tuple[str, ...]:
    labelled = distinct[distinct["sentiment"] == sentiment]
    order = labelled.assign(strength=labelled["score"].abs()).sort_values(
        ["strength", "confidence"], ascending=False, kind="stable"
    )
    return tuple(str(name) for name in order["id"].head(_STRONGEST))
