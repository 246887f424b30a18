"""The cascade: who settles what, and that it says what its members say."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from sentiment.model import Score, ScoringInput
from sentiment.score.cascade import CascadeScorer, load_cascade
from sentiment.score.fast import Reading, load_fast
from sentiment.score.full import load_full, load_stack
from sentiment.score.gain import gain_per_token, reading_cost

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sentiment.model import Sentiment

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


def _reading(*logits: tuple[float, float, float], compound: float = 0.0) -> Reading:
    rows = len(logits)
    return Reading(np.asarray(logits), np.zeros(rows), np.full(rows, compound))


def _gains(reading: Reading, ruled: list[Score], costs: NDArray[np.float64]) -> list[float]:
    decision = load_fast().model.decision
    found = gain_per_token(load_stack().gain, reading, ruled, costs, decision)
    return [float(gain) for gain in found]


def test_long_texts_must_gain_more() -> None:
    costs = reading_cost(["so so", "so so " * 40])
    unsure = _reading((0.0, 0.0, 0.0), (0.0, 0.0, 0.0))
    short, long = _gains(unsure, [Score("neutral", 0.0, 0.5)] * 2, costs)
    assert costs[0] < costs[1]
    assert short > long


def test_what_fast_is_sure_of_and_the_rules_share_gains_less() -> None:
    costs = reading_cost(["rather fine"] * 2)
    sure_then_not = _reading((-3.0, -2.0, 3.0), (0.1, 0.1, 0.2), compound=0.6)
    shared, doubtful = _gains(sure_then_not, [Score("positive", 0.6, 0.8)] * 2, costs)
    assert shared < doubtful
    (contested,) = _gains(
        _reading((-3.0, -2.0, 3.0), compound=0.6), [Score("neutral", 0.0, 0.5)], costs[:1]
    )
    assert shared < contested


@pytest.mark.parametrize(
    ("logits", "rules", "asked"),
    [
        ((6.0, 0.0, -6.0), "positive", True),
        ((-6.0, 0.0, 6.0), "negative", True),
        ((6.0, 0.0, -6.0), "neutral", False),
        ((6.0, 0.0, -6.0), "negative", False),
    ],
)
def test_praise_against_blame_is_asked_about_whatever_it_costs(
    logits: tuple[float, float, float], rules: Sentiment, *, asked: bool
) -> None:
    costs = reading_cost(["word " * 400])
    (gain,) = _gains(_reading(logits), [Score(rules, 0.7, 0.8)], costs)
    assert (gain == math.inf) is asked


def test_a_verdict_does_not_depend_on_its_neighbours() -> None:
    together = load_cascade().score([*INPUTS, *INPUTS])
    alone = [load_cascade().score([given])[0] for given in INPUTS]
    for ours, theirs in zip(together, [*alone, *alone], strict=True):
        assert ours.sentiment == theirs.sentiment
        assert ours.score == pytest.approx(theirs.score, abs=1e-9)


def test_the_explanation_is_of_the_verdict_given() -> None:
    for given, verdict in zip(INPUTS, load_cascade().score(INPUTS), strict=True):
        explained = load_cascade().explain(given)
        assert explained.score.sentiment == verdict.sentiment
        total = sum(c.value for c in explained.contributions)
        assert total == pytest.approx(explained.score.score, abs=1e-6)


def test_no_inputs_give_no_scores() -> None:
    assert load_cascade().score([]) == []
