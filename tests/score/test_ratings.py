"""Ratings: marks out of five, ten and a hundred, and stars."""

import pytest

from sentiment.score.ratings import find_ratings


@pytest.mark.parametrize(
    ("text", "ratings"),
    [
        ("10/10", [("10/10", 3.0)]),
        ("a solid 8 out of 10", [("8 out of 10", 1.5)]),
        ("2,5/5", [("2,5/5", -0.5)]),
        ("half of 3/5", [("3/5", 0.0)]),
        ("one star, then 5 stars", [("one star", -2.0), ("5 stars", 3.0)]),
        ("0/10", [("0/10", -3.0)]),
        ("born 12/10/1990", []),
        ("11/10", []),
        ("9 stars", []),
        ("1/2 of 9/11", []),
    ],
)
def test_ratings(text, ratings):
    found = [(text[r.start : r.end], round(r.valence, 3)) for r in find_ratings(text)]
    assert found == ratings


def test_a_text_of_ratings_is_cut_short():
    assert len(find_ratings("1/5 " * 1000)) == 20
