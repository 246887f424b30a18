"""Loading a model of the transformers library, as far as that needs no torch."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from sentiment.errors import ScorerError
from sentiment.model import ScoringInput
from sentiment.score.any_model import read, words_of
from sentiment.score.classifier import SequenceClassifier, load_any_model, longest
from sentiment.score.scorers import get_scorer


@pytest.mark.parametrize("package", ["torch", "transformers"])
def test_a_missing_extra_is_told_with_the_command_that_installs_it(package, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", SimpleNamespace())
    monkeypatch.setitem(sys.modules, "transformers", SimpleNamespace())
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ScorerError, match=rf"needs {package}.*reaction-sentiment\[transformers\]"):
        get_scorer("transformers", model="x")


@pytest.mark.parametrize(
    ("options", "cause"),
    [({"device": "tpu"}, "use one of cpu, cuda, mps"), ({"batch": 0}, "use 1 or more")],
)
def test_options_that_cannot_be(options, cause):
    with pytest.raises(ScorerError, match=cause):
        load_any_model("x", **options)


def test_a_model_goes_with_this_scorer_only():
    with pytest.raises(ScorerError, match="needs a --model"):
        get_scorer("transformers")
    with pytest.raises(ScorerError, match="rules takes no --model: add --scorer transformers"):
        get_scorer("rules", model="x")


@pytest.mark.parametrize(
    ("limit", "places", "expected"),
    [
        (512, 512, 510),
        (int(1e30), 514, 512),  # RoBERTa's kin, whose tokenizer names no limit
        (128, 130, 128),
        (int(1e30), None, 512),
        (int(1e30), -1, 512),  # relative positions
        (8192, 8192, 512),
    ],
)
def test_the_longest_text_fits_model_and_memory(limit, places, expected):
    assert longest(limit, SimpleNamespace(max_position_embeddings=places)) == expected


class Cutter:
    """A tokenizer that knows "good" only, and has no padding token."""

    model_max_length = 4
    pad_token_id = None
    unk_token_id = 1

    def __call__(self, texts, *, truncation, max_length, **_more):
        assert truncation
        known = [[0 if word == "good" else 1 for word in text.split()] for text in texts]
        return {"input_ids": [ids[:max_length] for ids in known]}


def test_unknown_pieces_count_several_times_and_without_padding_texts_run_alone():
    network = SimpleNamespace(config=SimpleNamespace(max_position_embeddings=10))
    classifier = SequenceClassifier(
        network, Cutter(), name="x 1", labels=("positive", "negative", "neutral"), batch=8
    )
    assert classifier.pieces(["good good", "good what", "what " * 9]) == [2, 6, 20]
    runs = []
    classifier._run = lambda texts: runs.append(texts) or [[0.7, 0.2, 0.1]]
    assert classifier.shares(["good good good", "good"]) == [(0.2, 0.1, 0.7)] * 2
    assert runs == [["good"], ["good good good"]]
    assert classifier.shares([]) == []
    assert classifier.name == "x 1"


def test_reading_is_cut_before_the_tokenizer():
    assert len(words_of(read(ScoringInput("x" * 1_000_000)))) < 10_000
