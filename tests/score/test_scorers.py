"""Scorers by name, plain VADER, and what loading them costs."""

import subprocess
import sys
from types import SimpleNamespace

import pytest

from sentiment.errors import ScorerError
from sentiment.model import ScoringInput
from sentiment.score.lexicon import LexiconEntry
from sentiment.score.scorers import get_scorer, scorer_names
from sentiment.score.vader import plain_polarity


def test_plain_vader_is_untouched():
    # the example and its numbers stand in VADER's own README
    found = plain_polarity("VADER is smart, handsome, and funny.")
    assert (found.neg, found.neu, found.pos, found.compound) == (0.0, 0.254, 0.746, 0.8316)


def test_plain_vader_reads_emoji_its_own_way():
    assert plain_polarity("❤️").compound == 0.0


def test_vader_scorer_is_its_compound():
    scorer = get_scorer("vader")
    texts = ["great", "awful", "the"]
    scores = scorer.score([ScoringInput(text) for text in texts])
    assert [score.sentiment for score in scores] == ["positive", "negative", "neutral"]
    for text, score in zip(texts, scores, strict=True):
        explained = scorer.explain(ScoringInput(text))
        assert explained.score == score
        assert sum(share.value for share in explained.contributions) == score.score
    assert scorer.name.startswith("vader")


@pytest.mark.parametrize("own", [{"lexicon": (LexiconEntry("brat", 2.0),)}, {"mask": ("War",)}])
def test_plain_vader_takes_no_words_of_the_users(own):
    with pytest.raises(ScorerError, match="rules"):
        get_scorer("vader", **own)


def test_unknown_scorer_names_the_known():
    with pytest.raises(ScorerError) as raised:
        get_scorer("vadre")
    assert all(name in str(raised.value) for name in scorer_names())


def test_rules_are_had_by_name():
    assert get_scorer("rules").name.startswith("rules")


def test_asking_for_a_scorer_loads_no_other():
    code = (
        "import sys; from sentiment.score.scorers import get_scorer; get_scorer('rules');"
        "print([m for m in ('vaderSentiment', 'requests', 'emoji', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["fast", "full", "cascade"])
def test_learned_scorers_take_words_of_the_users(name, monkeypatch):
    model = get_scorer("vader")
    module = SimpleNamespace(**{f"load_{name}": lambda: model})
    monkeypatch.setitem(sys.modules, f"sentiment.score.{name}", module)
    assert get_scorer(name) is model
    given = [ScoringInput("so brat")]
    assert get_scorer(name, lexicon=(LexiconEntry("brat", 3.0),)).score(given)[0].score > 0.5
