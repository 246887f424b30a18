"""The cascade: who settles what, and that it says what its members say."""

from __future__ import annotations

import math

import numpy as np
import pytest

from sentiment.model import ScoringInput
from sentiment.score.cascade import CascadeScorer, load_cascade
from sentiment.score.fast import load_fast
from sentiment.score.full import load_full, load_stack
from sentiment.score.gain import gain_per_token, reading_cost

TEXTS = ["I love this so much ❤️", "bakwas", "Out on Friday", "well that was something", ""]
INPUTS = [ScoringInput(t) for t in TEXTS]


def test_asked_whatever_it_gains_it_is_full() -> None:
    cascade = CascadeScorer(load_fast(), load_full(), least=-math.inf)
    for ours, full in zip(cascade.score(INPUTS), load_full().score(INPUTS), strict=True):
        assert ours.sentiment == full.sentiment
        assert ours.score == pytest.approx(full.score, abs=1e-4)


def test_never_asked_it_is_fast() -> None:
    cascade = CascadeScorer(load_fast(), load_full(), least=math.inf)
    assert cascade.score(INPUTS) == load_fast().score(INPUTS)


def test_plain_praise_is_settled_and_doubtful_words_are_asked_about() -> None:
    inputs = [ScoringInput(t) for t in ("I love this so much ❤️", "well that was something")]
    plain, doubtful = load_cascade().score(inputs)
    assert plain == load_fast().score(inputs)[0]
    assert doubtful.score == pytest.approx(load_full().score(inputs)[1].score, abs=1e-4)
    assert doubtful.score != load_fast().score(inputs)[1].score


def test_long_texts_must_gain_more() -> None:
    costs = reading_cost(["so so", "so so " * 40])
    stack, decision = load_stack(), load_fast().model.decision
    logits, mixed = np.zeros((2, 3)), np.zeros(2)
    short, long = gain_per_token(stack.gain, logits, mixed, costs, decision)
    assert costs[0] < costs[1]
    assert short > long


def test_the_explanation_is_of_the_verdict_given() -> None:
    for given, verdict in zip(INPUTS, load_cascade().score(INPUTS), strict=True):
        explained = load_cascade().explain(given)
        assert explained.score.sentiment == verdict.sentiment
        total = sum(c.value for c in explained.contributions)
        assert total == pytest.approx(explained.score.score, abs=1e-6)


def test_no_inputs_give_no_scores() -> None:
    assert load_cascade().score([]) == []
