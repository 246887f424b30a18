"""The user's words on top of a scorer that does not know them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentiment.model import ScoringInput
from sentiment.score.lexicon import LexiconEntry
from sentiment.score.own_words import OwnWordsScorer
from sentiment.score.vader import VaderScorer

OWN = (LexiconEntry("brat", 3.0), LexiconEntry("slow burn", -2.5), LexiconEntry("🫠", 2.0))
SCORER = OwnWordsScorer(VaderScorer(), OWN)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("so brat", "positive"),
        ("not brat", "negative"),
        ("a slow burn", "negative"),
        ("🫠", "positive"),
        ("the shop is open", "neutral"),
        ("wonderful", "positive"),
    ],
)
def test_labels(text, label):
    assert SCORER.score([ScoringInput(text)])[0].sentiment == label


def test_other_texts_keep_their_verdict():
    given = [ScoringInput("great film"), ScoringInput("awful film")]
    assert SCORER.score(given) == VaderScorer().score(given)
    assert SCORER.explain(given[0]) == VaderScorer().explain(given[0])


def test_name_is_that_of_the_scorer():
    assert SCORER.name == VaderScorer().name


def test_mask_reaches_the_scorer():
    seen = []

    class Recorder(VaderScorer):
        def score(self, inputs):
            seen.extend(inputs)
            return super().score(inputs)

    silenced = (LexiconEntry("viral", 0.0),)
    scorer = OwnWordsScorer(Recorder(), silenced, mask=("War",))
    scorer.score([ScoringInput("War", mask=("Joy",))])
    assert seen[0].mask == ("Joy", "War", "viral")


@given(
    st.lists(
        st.sampled_from(
            ["brat", "not", "so", "good", "awful", "slow", "burn", "🫠", "!", ",", "film"]
        ),
        max_size=9,
    )
)
def test_shares_add_up(pieces):
    given = ScoringInput(" ".join(pieces))
    explained = SCORER.explain(given)
    assert explained.score == SCORER.score([given])[0]
    assert sum(c.value for c in explained.contributions) == pytest.approx(explained.score.score)
    assert -1 <= explained.score.score <= 1
