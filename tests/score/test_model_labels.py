"""A model's label names: many languages and spellings, and refusals that list them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sentiment.errors import DataFileError, ScorerError
from sentiment.score import model_labels
from sentiment.score.model_labels import are_assumed, label_names, map_labels

CASES = tomllib.loads((Path(__file__).parent.parent / "cases/model_labels.toml").read_text("utf-8"))
MAPPED = [case for case in CASES["case"] if "expected" in case]
REFUSED = [case for case in CASES["case"] if "expected" not in case]


@pytest.mark.parametrize("case", MAPPED, ids=lambda case: case["label"])
def test_labels_are_read_by_their_names(case):
    assert list(map_labels(case["names"], "m")) == case["expected"]


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["label"])
def test_what_is_not_three_sentiments_is_refused_with_the_list(case):
    with pytest.raises(ScorerError, match="model some/model has the labels") as caught:
        map_labels(case["names"], "some/model")
    assert all(repr(name) in str(caught.value) for name in case["names"])
    assert "id2label" in str(caught.value)


def test_a_refusal_lists_only_the_first_of_a_thousand():
    with pytest.raises(ScorerError, match="and 992 more"):
        map_labels([f"LABEL_{n}" for n in range(1000)], "m")


def test_only_unnamed_labels_are_assumed():
    assert are_assumed(["LABEL_0", "LABEL_1", "LABEL_2"])
    assert not are_assumed(["-1", "0", "1"])
    assert not are_assumed(["neg", "neu", "pos"])


def test_labels_come_in_the_order_of_their_numbers_though_keys_are_text():
    assert label_names({"10": "k", "2": "c", "0": "a"}) == ("a", "c", "k")
    assert label_names({1: "b", 0: "a"}) == ("a", "b")


def test_every_language_of_the_table_has_all_three():
    rows = model_labels.read_table("model_labels.tsv", ("name", "sentiment", "languages"))
    found: dict[str, set[str]] = {}
    for _, sentiment, languages in rows:
        for language in languages.split(", "):
            found.setdefault(language, set()).add(sentiment)
    every = {"negative", "neutral", "positive"}
    assert {
        language: sorted(every - known) for language, known in found.items() if known != every
    } == {}


def test_a_row_with_another_sentiment_is_refused(monkeypatch):
    monkeypatch.setattr(model_labels, "read_table", lambda *_: (("mixed", "mixed", "en"),))
    model_labels._names.cache_clear()
    try:
        with pytest.raises(DataFileError, match="use one of positive, neutral, negative"):
            map_labels(["a", "b", "c"], "m")
    finally:
        model_labels._names.cache_clear()
