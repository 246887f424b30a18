from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import article_texts

from sentiment.attributes import same_name, words
from sentiment.evaluation import compare, figures, figures_by, overlap

CASES = Path(__file__).parent / "cases"


def lines(name):
    return [json.loads(line) for line in (CASES / name).read_text("utf-8").splitlines()]


@pytest.fixture
def golden():
    return compare(lines("evaluation_gold.jsonl"), lines("evaluation_predicted.jsonl"))


def test_the_figures_of_a_file_that_holds_every_kind_of_error(golden):
    """The expected figures were worked out by an independent program on the same files."""
    expected = json.loads((CASES / "evaluation_figures.json").read_text("utf-8"))
    assert figures(golden) == pytest.approx(expected)
    assert list(figures(golden)) == list(expected)


def test_what_was_missed_made_up_and_wrong(golden):
    assert [line["text"] for line in golden.missed] == ["Nobody found this one at all."]
    assert [line["text"] for line in golden.spurious] == [
        "Read more about the premiere here",
        "Loved it from start to end, every minute.",
    ]
    wrong = [(c.name, c.expected, c.got) for p in golden.pairs for c in p.checks if not c.right]
    assert wrong == [
        ("author", "Manoj Sharma", "Vikrant Massey"),
        ("kind", "comment", "post"),
        ("emoji", ["🔥"], []),
        ("sentiment", ["negative", "neutral"], "positive"),
        ("date", "2024-01-03", None),
    ]


def test_groups_follow_gold_and_where_it_is_silent_the_prediction(golden):
    kinds = figures_by(golden, "kind")
    assert {name: f["gold"] for name, f in kinds.items()} == {"comment": 3, "post": 3, "quote": 0}
    assert kinds["comment"]["recall"] == pytest.approx(2 / 3)
    rules = figures_by(golden, "rule")
    assert rules["(missed)"]["recall"] == 0
    assert rules["tweet"]["found"] == 2
    platforms = figures_by(golden, "platform")
    assert platforms["(none)"]["spurious"] == 1


def test_nothing_against_nothing():
    assert figures(compare([], [])) == {
        "gold": 0,
        "found": 0,
        "spurious": 0,
        "precision": 0.0,
        "recall": 0.0,
        "f1": 0.0,
        "exact": 0.0,
    }


@pytest.mark.parametrize(
    ("gold", "candidates", "same"),
    [
        ("Vikrant Massey", ["Massey"], True),
        ("Vikrant Massey", ["Vikrant"], True),
        ("Massey", ["Vikrant Massey"], True),
        ("one user", ["one user", None], True),
        ("Vikrant Massey", ["Manoj Sharma"], False),
        ("Vikrant Massey", [None], False),
        ("Vikrant Massey", ["—"], False),
        ("—", ["Vikrant"], False),
    ],
)
def test_names(gold, candidates, same):
    assert same_name(gold, *candidates) is same


def test_words_leave_out_links_and_punctuation_and_keep_pictographs():
    assert words("WOW — great… 🔥 https://t.co/x1 pic.twitter.com/y #12thFail") == [
        "wow",
        "great",
        "🔥",
        "12thfail",
    ]
    assert words(None) == []


@given(article_texts, article_texts)
def test_overlap_is_a_share_and_the_same_both_ways(first, second):
    a, b = words(first), words(second)
    assert 0 <= overlap(a, b) <= 1
    assert overlap(a, b) == overlap(b, a)
    assert overlap(a, a) == (1 if a else 0)


@given(st.lists(article_texts, max_size=6), st.randoms())
def test_a_file_against_itself_is_perfect_in_any_order(texts, random):
    gold = [{"article": "a", "text": text, "kind": "post"} for text in texts if words(text)]
    shuffled = random.sample(gold, len(gold))
    result = figures(compare(gold, shuffled))
    assert result["found"] == len(gold)
    assert result["spurious"] == 0
