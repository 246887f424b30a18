"""Phrases: slots, gaps, anchors, and what may not stand between their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentiment.score.phrases import Phrasebook


def found(written: str, text: str) -> list[str]:
    words = text.split()
    return [" ".join(words[f.start : f.end]) for f in Phrasebook([(written, 1)]).find(words)]


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        ("waste|wasted of time", "a waste of time", ["waste of time"]),
        (
            "waste of my|your? time",
            "waste of time waste of my time",
            ["waste of time", "waste of my time"],
        ),
        ("embarrass us", "embarrass us", ["embarrass us"]),
        ("so embarrass*", "so embarrassing", ["so embarrassing"]),
        ("not my _", "not my Cleopatra", ["not my Cleopatra"]),
        ("not my _", "not my .", []),
        (
            "recommend ... enough",
            "recommend this film highly enough",
            ["recommend this film highly enough"],
        ),
        ("recommend ... enough", "recommend one two three four enough", []),
        ("recommend ... enough", "recommend . enough", []),
        ("is it ?", "is it ?", ["is it ?"]),
        ("^ oh great", "oh great oh great", ["oh great"]),
        ("dead $", "dead or dead", ["dead"]),
        ("never again day|", "never again", ["never again"]),
        ("never again day|", "never again day", ["never again day"]),
    ],
)
def test_slots(written, text, expected):
    assert found(written, text) == expected


def test_longest_phrase_wins_and_none_overlap():
    book = Phrasebook([("the best", 1), ("the best thing ever", 2), ("ever seen", 3)])
    assert [
        (f.start, f.end, f.meaning) for f in book.find(["the", "best", "thing", "ever", "seen"])
    ] == [(0, 4, 2)]


def test_further_phrases_win_over_equal_ones():
    book = Phrasebook([("slow burn", 1)]).with_more([("slow burn", 2), ("no notes", 3)])
    assert [f.meaning for f in book.find(["slow", "burn", "no", "notes"])] == [2, 3]


@given(st.lists(st.sampled_from(["a", "b", "c", ".", "?"]), max_size=30))
def test_finds_are_in_order_and_apart(words):
    finds = Phrasebook([("a ... c", 1), ("b a|c?", 2), ("a b", 3), ("^ c _", 4), ("c $", 5)]).find(
        words
    )
    ends = [0, *(f.end for f in finds)]
    assert all(end <= f.start < f.end <= len(words) for end, f in zip(ends, finds, strict=False))
