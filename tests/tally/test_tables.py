"""Do the tables and the summary say what the reactions say?"""

from __future__ import annotations

from dataclasses import replace

import pytest
import strategies
from hypothesis import given, settings
from hypothesis import strategies as st
from tally.sample import ARTICLES, BATCH, said

from sentiment.data.columns import TABLES, columns_of
from sentiment.model import REACTION_COLUMNS, Article
from sentiment.results import Batch, Group, PersonLine
from sentiment.tally.dedupe import find_clusters
from sentiment.tally.shares import wilson
from sentiment.tally.tables import tally_reactions


def test_the_summary_counts_distinct_reactions():
    summary = tally_reactions(BATCH).summary
    assert (summary.articles, summary.articles_with_reactions, summary.unreadable) == (3, 2, 1)
    assert (summary.reactions, summary.distinct) == (5, 4)
    assert (summary.authors, summary.anonymous) == (3, 1)
    assert (summary.first_published, summary.last_published) == ("2024-01-30", "2024-01-31")
    assert summary.mean == 0.2
    assert [(s.sentiment, s.reactions, s.distinct, s.share) for s in summary.shares] == [
        ("positive", 3, 2, 0.5),
        ("neutral", 1, 1, 0.25),
        ("negative", 1, 1, 0.25),
    ]
    assert summary.strongest_positive == ("r0", "r2")
    assert summary.strongest_negative == ("r3",)


def test_a_distinct_reaction_takes_what_it_lacks_from_its_copies():
    summary = tally_reactions(BATCH).summary
    assert summary.by_platform == (
        Group("instagram", 1, 2, 1, 0, 0, 0.8),
        Group("twitter", 1, 1, 0, 0, 1, -0.5),
        Group("no platform named", 2, 2, 1, 1, 0, 0.25),
    )
    assert summary.people[2] == PersonLine("fan", "fan", "twitter", 1, 1, 0, 0, 1, -0.5)
    assert summary.people[0] == PersonLine(
        "Vikrant Massey", "vikrantmassey", "instagram", 2, 1, 1, 0, 0, 0.8
    )


def test_articles_and_outlets_count_what_each_prints():
    summary = tally_reactions(BATCH).summary
    assert summary.by_article == (
        Group("b.txt", 3, 3, 1, 1, 1, 0.1),
        Group("a.txt", 2, 2, 2, 0, 0, 0.65),
        Group("c.txt", 0, 0, 0, 0, 0, None),
    )
    assert [(g.name, g.n) for g in summary.by_outlet] == [
        ("The Daily Kite", 2),
        ("no outlet named", 3),
    ]


def test_dates_ascend_and_go_by_posting_before_publication():
    groups = tally_reactions(BATCH).summary.by_date
    assert [(g.name, g.n) for g in groups] == [
        ("2024-01-29", 1),
        ("2024-01-30", 1),
        ("2024-01-31", 2),
    ]


def test_emoji_merge_selectors_and_keep_told_ones_apart():
    tables = tally_reactions(BATCH)
    lines = [
        (e.emoji, e.name, e.count, e.described, e.reactions, e.mean) for e in tables.summary.emoji
    ]
    assert lines == [("❤️", "red heart", 3, 0, 2, 0.15), (None, "heart", 0, 2, 1, 0.5)]
    assert tables.summary.emoji_reactions == 3


def test_tables_have_their_columns():
    tables = tally_reactions(BATCH)
    for name in TABLES:
        assert list(getattr(tables, name).columns) == [column.name for column in columns_of(name)]
    assert tuple(tables.reactions.columns) == REACTION_COLUMNS
    assert list(tables.articles["article"]) == ["a.txt", "b.txt", "c.txt"]
    assert list(tables.people["articles"]) == [2, 1, 1]
    assert tables.reactions["emoji"][3] == ["❤️", "❤️"]


@pytest.mark.parametrize("batch", [Batch((), ()), Batch(ARTICLES, ())])
def test_nothing_has_tables_too(batch):
    tables = tally_reactions(batch)
    assert tables.summary.mean is None
    assert [(s.share, s.low, s.high) for s in tables.summary.shares] == [(0.0, 0.0, 1.0)] * 3
    assert len(tables.reactions) == len(tables.people) == len(tables.emoji) == 0
    assert len(tables.articles) == len(batch.articles)
    assert str(tables.reactions["start"].dtype) == "Int64"


def test_lone_surrogates_become_replacement_characters():
    batch = Batch(ARTICLES, (said(0, "a\ud800b", 0.5),))
    assert list(tally_reactions(batch).reactions["text"]) == ["a\ufffdb"]


# From Newcombe 1998, table I, method 3 (score without continuity correction).
@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_bounds(part, whole, low, high):
    assert wilson(part, whole) == pytest.approx((low, high), abs=5e-5)


@st.composite
def batches(draw: st.DrawFn) -> Batch:
    made = draw(st.lists(strategies.scored_reactions(), max_size=12))
    numbered = [replace(s, reaction=replace(s.reaction, id=f"r{n}")) for n, s in enumerate(made)]
    clusters = find_clusters([s.reaction for s in numbered])
    scored = tuple(replace(s, cluster=c) for s, c in zip(numbered, clusters, strict=True))
    sources = dict.fromkeys(s.reaction.article for s in scored)
    return Batch(tuple(Article("0", source, "") for source in sources), scored)


@settings(max_examples=25)  # a data frame costs more than a string
@given(batches())
def test_the_numbers_add_up(batch):
    tables = tally_reactions(batch)
    summary = tables.summary
    distinct = len({s.cluster for s in batch.scored})
    assert summary.distinct == distinct == sum(share.distinct for share in summary.shares)
    assert sum(share.reactions for share in summary.shares) == summary.reactions
    assert sum(share.share for share in summary.shares) == pytest.approx(1.0 if distinct else 0.0)
    assert all(0 <= s.low <= s.share <= s.high <= 1 for s in summary.shares) or not distinct
    for groups in (summary.by_platform, summary.by_kind, summary.by_language, summary.by_date):
        assert sum(group.n for group in groups) == distinct
        assert sum(group.reactions for group in groups) == summary.reactions
    for group in (*summary.by_article, *summary.by_outlet):
        assert group.positive + group.neutral + group.negative == group.n
    assert sum(group.reactions for group in summary.by_article) == summary.reactions
    assert sum(person.distinct for person in summary.people) + summary.anonymous == distinct


def test_the_same_batch_gives_the_same_tables():
    first, second = tally_reactions(BATCH), tally_reactions(BATCH)
    assert first.summary == second.summary
    assert first.reactions.equals(second.reactions)
