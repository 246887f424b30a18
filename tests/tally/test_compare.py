"""Are differences told from chance, and batches cut where they should be?"""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tally.sample import ARTICLES, BATCH, said

from sentiment.errors import UsageError
from sentiment.results import Batch
from sentiment.tally.compare import change_since, compare
from sentiment.tally.differences import (
    differences,
    fisher,
    holm,
    mean_difference,
    newcombe,
    same_mix,
)
from sentiment.tally.halves import halve
from sentiment.tally.tables import tally_reactions


# Newcombe 1998, "Interval estimation for the difference between independent
# proportions", table II, method 10; there the first share less the second.
@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
    ],
)
def test_newcombe_bounds(first, second, low, high):
    assert newcombe(*second, *first) == pytest.approx((low, high), abs=5e-5)


# Fisher's tea; R's fisher.test for the others.
@pytest.mark.parametrize(
    ("table", "p"),
    [((3, 4, 1, 4), 0.4857143), ((1, 10, 11, 14), 0.002759456), ((0, 5, 0, 5), 1.0)],
)
def test_fisher(table, p):
    assert fisher(*table) == pytest.approx(p, rel=1e-6)


counts = st.integers(0, 60)


@given(counts, counts, counts, counts)
def test_fisher_and_newcombe_are_fair_to_both_sides(part_a, rest_a, part_b, rest_b):
    a, b = (part_a, part_a + rest_a + 1), (part_b, part_b + rest_b + 1)
    assert 0 <= fisher(*a, *b) <= 1
    assert fisher(*a, *b) == pytest.approx(fisher(*b, *a))
    low, high = newcombe(*a, *b)
    assert -1 <= low <= b[0] / b[1] - a[0] / a[1] <= high <= 1
    assert newcombe(*b, *a) == pytest.approx((-high, -low))


def test_holm():
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([]) == []


def test_large_counts_take_no_overflow():
    assert fisher(60_000, 100_000, 50_000, 100_000) == 0.0
    assert fisher(50_000, 100_000, 50_000, 100_000) == pytest.approx(1.0)


def test_one_mix_or_two():
    # chi-square 3.0 with two degrees of freedom by hand: expected 15, 10, 5 a side
    assert same_mix([18, 9, 3], [12, 11, 7]) == pytest.approx(0.223, abs=5e-3)
    assert same_mix([5, 0, 0], [0, 0, 5]) < 0.01
    assert same_mix([2, 1, 0], [2, 1, 0]) == 1.0
    assert same_mix([3, 0, 0], [4, 0, 0]) == 1.0
    assert same_mix([0, 0, 0], [4, 0, 0]) is None


def test_means():
    rng = random.Random(5)  # noqa: S311 - test data, no secret
    few = [rng.uniform(-1, 1) for _ in range(30)]
    shifted = [score / 2 + 0.6 for score in few]
    found = mean_difference(few, shifted)
    assert found.p < 0.01
    assert 0 < found.low < found.difference < found.high
    assert mean_difference(few, shifted) == found
    assert mean_difference(few, few[::-1]).p == 1.0
    many = mean_difference(few * 10, shifted * 10)
    assert many.p < 1e-6
    assert many.low == pytest.approx(found.difference, abs=0.1)
    assert mean_difference([0.5] * 300, [0.5] * 300).p == 1.0
    assert mean_difference([0.1], [0.5]).p is None
    assert mean_difference([], [0.5]).difference is None


def test_differences_leave_out_what_a_side_lacks():
    (only,) = differences([("x", 0, 0, 1, 2), ("y", 1, 40, 30, 40)])
    assert (only.name, only.difference) == ("y", 0.725)
    assert only.clear


OTHER = replace(
    BATCH,
    scored=(
        BATCH.scored[3],
        said(10, "Awful", -0.9, author="KAREENA KAPOOR", platform="twitter", emoji=("😡",)),
        said(11, "Hm", -0.2, author="Asha", platform="twitter"),
    ),
)


def test_a_change_is_tested_as_a_comparison_is():
    earlier, now = tally_reactions(BATCH), tally_reactions(OTHER)
    found = change_since(earlier, now, name="last week", scorers=("case 1", "case 2"))
    whole = compare(earlier, now)
    assert (found.sizes, found.shared) == (whole.sizes, whole.shared)
    assert (found.labels, found.mean) == (whole.labels, whole.mean)
    assert (found.name, found.period) == ("last week", ("2024-01-30", "2024-01-31"))
    assert (found.emoji.part_a, found.emoji.of_a) == (3, 4)
    assert (found.emoji.part_b, found.emoji.of_b) == (2, 3)


def test_a_change_since_nothing_has_counts_alone():
    nothing = tally_reactions(Batch(ARTICLES, ()))
    found = change_since(nothing, tally_reactions(BATCH), name="x", scorers=("a", "a"))
    assert found.sizes[1] == ("reactions", 0, 5)
    assert (found.labels, found.emoji, found.mean.difference) == ((), None, None)


def test_comparison():
    found = compare(tally_reactions(BATCH), tally_reactions(OTHER), name_b="next week")
    assert (found.name_a, found.name_b, found.shared) == ("A", "next week", 1)
    assert found.sizes == (
        ("articles", 3, 3),
        ("reactions", 5, 3),
        ("distinct", 4, 3),
        ("authors", 3, 3),
    )
    positive = found.labels[0]
    assert (positive.name, positive.difference) == ("positive", -0.5)
    assert positive.low < -0.5 < positive.high
    assert found.mean.difference == pytest.approx(-0.7333)
    assert [d.name for d in found.groups["platform"]] == ["twitter"]
    assert [(d.name, d.part_a, d.part_b) for d in found.volumes["platform"]] == [
        ("instagram", 1, 0),
        ("twitter", 1, 3),
        ("no platform named", 2, 0),
    ]
    assert [p.author for p in found.new_people] == ["Asha"]
    assert [p.author for p in found.gone_people] == ["Vikrant Massey"]
    assert [e.emoji for e in found.new_emoji] == ["😡"]
    assert [(e.emoji, e.name) for e in found.gone_emoji] == [(None, "heart")]
    assert [(d.name, d.part_a, d.part_b) for d in found.emoji] == [("❤️", 2, 1)]


def test_a_batch_does_not_differ_from_itself():
    tables = tally_reactions(BATCH)
    found = compare(tables, tables)
    assert not found.new_people
    assert not found.gone_emoji
    assert found.labels_p == 1.0
    assert all(d.difference == 0 and not d.clear for d in (*found.labels, *found.emoji))


def test_nothing_can_be_compared():
    empty = tally_reactions(Batch((), ()))
    found = compare(empty, tally_reactions(BATCH))
    assert found.labels == ()
    assert found.mean.difference is None


MIDDLE = ("before 2024-01-31", "from 2024-01-31 on"), (["r1", "r3", "r4"], ["r0", "r2"])
EARLY = ("before 2024-01-30", "from 2024-01-30 on"), (["r3"], ["r0", "r1", "r2", "r4"])


@pytest.mark.parametrize(
    ("by", "at", "names", "ids"),
    [
        ("period", None, *MIDDLE),
        ("period", "2024-01-30", *EARLY),
        ("platform", None, ("instagram", "other platforms"), (["r1"], ["r3"])),
        ("platform", "twitter", ("twitter", "other platforms"), (["r3"], ["r1"])),
    ],
)
def test_halves(by, at, names, ids):
    halves = halve(BATCH, by, at)
    assert tuple(name for name, _ in halves) == names
    assert tuple([s.reaction.id for s in half.scored] for _, half in halves) == ids
    for _, half in halves:
        assert {a.source for a in half.articles} == {s.reaction.article for s in half.scored}
        tally_reactions(half)


def test_what_cannot_be_halved_says_so():
    with pytest.raises(UsageError, match="fewer than two outlets"):
        halve(BATCH, "outlet")
    with pytest.raises(UsageError, match="one side of period 2030-01-01"):
        halve(BATCH, "period", "2030-01-01")
    with pytest.raises(UsageError, match="one side of platform reddit"):
        halve(BATCH, "platform", "reddit")
    with pytest.raises(UsageError, match="fewer than two periods"):
        halve(Batch(ARTICLES, ()), "period")
