"""Which scores are explained where there are many, and by leaving out which words?"""

from __future__ import annotations

import pytest

from sentiment.model import Contribution, Explanation, Score, ScoringInput
from sentiment.score.explained import BriefScorer, explainer, shown_first
from sentiment.score.full import load_full
from sentiment.score.left_out import explain_losses, weightiest, without_each
from sentiment.score.own_words import OwnWordsScorer
from sentiment.score.pieces import pieces
from sentiment.score.scorers import get_scorer
from sentiment.score.vader import VaderScorer


def verdict(value: float) -> Score:
    side = "positive" if value > 0.1 else "negative" if value < -0.1 else "neutral"
    return Score(side, value, 0.8)


def test_the_first_are_explained_then_the_strongest_of_either_side() -> None:
    scores = [verdict(0.0)] * 25 + [verdict(v) for v in (0.3, 0.9, -0.2, -0.7, 0.05, 0.5)]
    assert shown_first(scores, 100)[25:31] == [26, 28, 27, 30, 25, 29]
    assert shown_first(scores, 27) == [*range(25), 26, 28]
    assert sorted(shown_first(scores, 100)) == list(range(31))
    assert shown_first([], 9) == []


@pytest.mark.parametrize(
    ("scorer", "texts", "closely", "most"),
    [("rules", 5000, True, 2000), ("fast", 10, True, 2000), ("full", 60, True, 60),
     ("full", 61, False, 200), ("vader", 5000, True, 60)],
)  # fmt: skip
def test_what_takes_long_is_asked_of_fewer(scorer, texts, closely, most) -> None:
    judge = get_scorer(scorer)
    explain, at_most = explainer(judge, texts)
    assert explain == (judge.explain if closely else judge.explain_briefly)
    assert at_most == most


def test_with_words_of_ones_own_the_full_scorer_is_brief_too() -> None:
    own = get_scorer("full", mask=("War",))
    assert isinstance(own, OwnWordsScorer)
    assert isinstance(own, BriefScorer)
    assert explainer(own, 100) == (own.explain_briefly, 200)
    found = own.explain_briefly(ScoringInput("War is a wonderful film, the songs are lovely too"))
    assert sum(c.value for c in found.contributions) == pytest.approx(found.score.score)
    # where the scorer beneath is not, it explains as it does
    vader = OwnWordsScorer(VaderScorer(), mask=("War",))
    given = ScoringInput("War is a wonderful film")
    assert vader.explain_briefly(given) == vader.explain(given)


LONG = (
    "We went there on a Friday with the whole family and I have to say that the second half was "
    "horrible, really horrible 😡, though the popcorn at the counter was as good as it ever is"
)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (ScoringInput(LONG), 6),
        (ScoringInput("horrible film"), 2),
        (ScoringInput(""), 0),
        (ScoringInput("12th Fail", mask=("12th Fail",)), 1),
        (ScoringInput("War and Peace and War and Peace", mask=("War", "Peace")), 6),
        (ScoringInput(LONG, translation="so bad", described_emoji=("heart", "heart")), 6),
    ],
)
def test_a_brief_explanation_adds_up_and_names_few_words(given, kept) -> None:
    found = load_full().explain_briefly(given)
    assert sum(c.value for c in found.contributions) == pytest.approx(found.score.score, abs=1e-9)
    assert len([c for c in found.contributions if c.kind != "base"]) == kept
    for share in found.contributions:
        if share.start is not None:
            assert given.text[share.start : share.end] == share.token


def test_a_brief_explanation_keeps_the_words_that_matter() -> None:
    brief = load_full().explain_briefly(ScoringInput(LONG))
    tokens = [c.token for c in brief.contributions]
    assert tokens.count("horrible") == 2
    assert "😡" in tokens
    assert tokens.index("horrible") < tokens.index("😡")


def test_pieces_are_chosen_by_what_adds_up() -> None:
    found, _ = pieces(ScoringInput("a b c d"))
    added = Explanation(verdict(0.0), tuple(
        Contribution("word", p.shown, value, "", p.start, p.end)
        for p, value in zip(found, (0.1, -0.3, 0.0, 0.2), strict=True)
    ))  # fmt: skip
    ruled = Explanation(verdict(0.0), (
        Contribution("word", "b c", -0.9, "a phrase", 2, 5),
        Contribution("rule", "!", 0.9, "no place"),
    ))  # fmt: skip
    assert [p.shown for p in weightiest(found, added, ruled, 2)] == ["b", "c"]
    assert [p.shown for p in weightiest(found, added, Explanation(verdict(0), ()), 2)] == ["b", "d"]
    assert weightiest(found, added, ruled, 4) == found


def test_losses_are_stretched_towards_the_score_and_no_further() -> None:
    given = ScoringInput("good", described_emoji=("heart", "fire"))
    found, _ = pieces(given)
    left = without_each(given, found)
    assert [(g.text.strip(), g.described_emoji) for g in left] == [
        ("", ("heart", "fire")), ("good", ("fire",)), ("good", ("heart",)),
    ]  # fmt: skip
    told = explain_losses(found, verdict(0.8), [verdict(0.7), verdict(0.8), verdict(0.8)])
    assert [round(c.value, 6) for c in told.contributions] == [0.2, 0.0, 0.0, 0.6]
