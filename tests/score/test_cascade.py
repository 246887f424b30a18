"""The cascade: who settles what, and that it says what its members say."""

from __future__ import annotations

import pytest

from sentiment.model import ScoringInput
from sentiment.score.cascade import CascadeScorer, load_cascade
from sentiment.score.fast import load_fast
from sentiment.score.full import load_full

TEXTS = ["I love this so much ❤️", "bakwas", "Out on Friday", "well that was something", ""]
INPUTS = [ScoringInput(t) for t in TEXTS]


def test_never_sure_is_full() -> None:
    cascade = CascadeScorer(load_fast(), load_full(), sure=2.0)
    for ours, full in zip(cascade.score(INPUTS), load_full().score(INPUTS), strict=True):
        assert ours.sentiment == full.sentiment
        assert ours.score == pytest.approx(full.score, abs=1e-4)


def test_always_sure_is_fast() -> None:
    assert CascadeScorer(load_fast(), load_full(), sure=0.0).score(INPUTS) == load_fast().score(
        INPUTS
    )


def test_what_fast_is_sure_of_stands() -> None:
    cascade = load_cascade()
    for text, ours, fast in zip(
        TEXTS, cascade.score(INPUTS), load_fast().score(INPUTS), strict=True
    ):
        if fast.confidence >= cascade.sure:
            assert ours == fast, text


def test_the_explanation_is_of_the_verdict_given() -> None:
    for given, verdict in zip(INPUTS, load_cascade().score(INPUTS), strict=True):
        explained = load_cascade().explain(given)
        assert explained.score.sentiment == verdict.sentiment
        total = sum(c.value for c in explained.contributions)
        assert total == pytest.approx(explained.score.score, abs=1e-6)


def test_no_inputs_give_no_scores() -> None:
    assert load_cascade().score([]) == []
