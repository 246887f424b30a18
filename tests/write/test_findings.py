"""Headlines claim no more than the counts allow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentiment.results import Group
from sentiment.write.findings import balance, warmest_and_coldest, wilson


def group(name, positive, neutral, negative):
    n = positive + neutral + negative
    return Group(name, n, n, positive, neutral, negative, 0.0)


@pytest.mark.parametrize(
    ("counts", "leaning"),
    [
        ((4, 0, 0), "few"),
        ((8, 2, 0), "only-praise"),
        ((18, 0, 2), "praise"),
        ((5, 0, 3), "divided"),
        ((2, 20, 1), "indifferent"),
        ((2, 0, 18), "criticism"),
        ((0, 1, 9), "only-criticism"),
        # three of three decided ones are no verdict on thirty
        ((3, 27, 0), "indifferent"),
    ],
)
def test_leanings(counts, leaning):
    assert balance(*counts).leaning == leaning


def test_the_ratio_is_of_the_larger_side_to_the_smaller():
    assert balance(18, 0, 2).ratio == 9
    assert balance(2, 0, 18).ratio == 9
    assert balance(18, 0, 0).ratio is None


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500))
def test_praise_and_criticism_mirror_each_other(positive, neutral, negative):
    mirror = {"praise": "criticism", "only-praise": "only-criticism"}
    mirror |= {value: key for key, value in mirror.items()}
    ahead = balance(positive, neutral, negative).leaning
    assert balance(negative, neutral, positive).leaning == mirror.get(ahead, ahead)


def test_wilson_bounds():
    low, high = wilson(17, 19)
    assert (round(low, 3), round(high, 3)) == (
        0.686,
        0.971,
    )  # R: prop.test(17, 19, correct = FALSE)
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(0, 5)[0] == 0.0
    assert wilson(5, 5)[1] == 1.0


def test_groups_differ_only_beyond_chance():
    warm, cold = group("A", 90, 5, 5), group("B", 40, 20, 40)
    assert warmest_and_coldest([cold, warm]) == (warm, cold)
    assert warmest_and_coldest([group("A", 8, 1, 1), group("B", 6, 2, 2)]) is None
    assert warmest_and_coldest([group("A", 9, 0, 0), group("B", 0, 0, 9)]) is None  # under ten
    assert warmest_and_coldest([warm]) is None
