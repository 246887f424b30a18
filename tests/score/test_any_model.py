"""A model of the user's choice as a scorer: what it reads, what it says, what made it say so.

A small stand-in takes the model's place, so that nothing here needs torch;
``test_classifier.py`` runs a real one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from sentiment.model import ScoringInput
from sentiment.score.any_model import (
    AnyModelScorer,
    parts_of,
    read,
    verdict,
    words_of,
)
from sentiment.score.lexicon import LexiconEntry
from sentiment.score.own_words import OwnWordsScorer
from sentiment.score.verdict import NOTHING

KNOWN = {"good": 1.0, "bad": -1.0, "😍": 2.0, "not": -0.5, "heart": 1.0, "http": 0.0}


@dataclass
class WordModel:
    """Adds up known words; cuts what has letters beyond ASCII into single letters."""

    seen: list[str] = field(default_factory=list)
    name: str = "words 1"

    def pieces(self, texts):
        return [sum(1 if word.isascii() else len(word) for word in t.split()) for t in texts]

    def shares(self, texts):
        self.seen += texts
        return [self._share(text) for text in texts]

    def _share(self, text):
        total = sum(KNOWN.get(word.strip("!.,").lower(), 0.0) for word in text.split())
        total = max(-20.0, min(20.0, total))
        raised = (exp(-total), 1.0, exp(total))
        return tuple(value / sum(raised) for value in raised)


def words(text, **more):
    return words_of(read(ScoringInput(text, **more)))


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("Loved  it!\n\n 🔥🔥", "Loved it! 🔥🔥"),
        ("@some_one see https://t.co/aB1?x=2 now", "@user see http now"),
        ("HTTPS://X.example/Y and www.x.example/y", "http and http"),
        ("pic.twitter.com/aB1c", "http"),
        ("write to me@mail.example", "write to me@mail.example"),
        ("क्या बात है ❤️", "क्या बात है ❤️"),
    ],
)
def test_words_are_read_as_printed_but_for_links_and_handles(text, read_as):
    assert words(text) == read_as


def test_masked_titles_say_nothing_in_text_and_hashtag():
    assert words("12th Fail made me cry #12thFail", mask=("12th Fail",)) == "it made me cry it"


def test_described_emoji_stand_behind_the_words():
    assert words("so good", described_emoji=("red heart",)) == "so good red heart"


def test_a_translation_keeps_the_emoji_of_the_original():
    given = ScoringInput("बहुत अच्छा 😍👏", translation="very good", language="hi")
    assert words_of(read(given, translated=True)) == "very good 😍 👏"
    given = ScoringInput("बहुत अच्छा 😍", translation="very good 😍", language="hi")
    assert words_of(read(given, translated=True)) == "very good 😍"


@pytest.mark.parametrize(
    ("given", "read_as"),
    [
        # the stand-in cuts Devanagari to letters: it cannot make much of it
        (ScoringInput("बहुत बढ़िया", translation="very good", language="hi"), "very good"),
        (ScoringInput("so good", translation="mucho bueno", language="es"), "so good"),
        (ScoringInput("बहुत बढ़िया", translation="very good", language="en"), "बहुत बढ़िया"),
        (ScoringInput("बहुत बढ़िया", translation="very good", language="en-IN"), "बहुत बढ़िया"),
        (ScoringInput("बहुत बढ़िया", language="hi"), "बहुत बढ़िया"),
        # emoji say nothing of the language, though the stand-in knows no emoji
        (
            ScoringInput("yaar 😍😍😍😍😍", translation="friend", language="hi-Latn"),
            "yaar 😍😍😍😍😍",
        ),
        # a translation without words is none
        (ScoringInput("बढ़िया", translation="", language="hi"), "बढ़िया"),
    ],
)
def test_a_translation_is_read_where_the_tokenizer_cannot_read_the_original(given, read_as):
    model = WordModel()
    AnyModelScorer(model).score([given])
    assert model.seen == [read_as]


def test_verdicts_come_in_order_and_only_inputs_that_say_something_are_run():
    model = WordModel()
    inputs = [
        ScoringInput("good"),
        ScoringInput("War", mask=("War",)),
        ScoringInput("bad bad"),
        ScoringInput("..."),
        ScoringInput("Friday"),
    ]
    found = AnyModelScorer(model).score(inputs)
    assert [score.sentiment for score in found] == [
        "positive",
        "neutral",
        "negative",
        "neutral",
        "neutral",
    ]
    assert found[1] == found[3] == NOTHING
    assert model.seen == ["good", "bad bad", "Friday"]
    assert AnyModelScorer(model).score([]) == []
    assert AnyModelScorer(model).name == "transformers words 1"


@pytest.mark.parametrize(
    ("shares", "label", "score", "confidence"),
    [
        ((0.1, 0.2, 0.7), "positive", 0.6, 0.7),
        ((0.7, 0.2, 0.1), "negative", -0.6, 0.7),
        ((0.3, 0.4, 0.3), "neutral", 0.0, 0.4),
        ((0.4, 0.4, 0.2), "neutral", -0.2, 0.4),
        ((0.0, 0.0, 1.0), "positive", 1.0, 1.0),
    ],
)
def test_score_is_positive_less_negative_and_confidence_the_labels_share(
    shares, label, score, confidence
):
    found = verdict(shares)
    assert found.sentiment == label
    assert found.score == pytest.approx(score)
    assert found.confidence == confidence


def test_an_explanation_names_words_and_emoji_by_their_places():
    text = "War was good 😍 but bad! @him https://x.example #not"
    found = AnyModelScorer(WordModel()).explain(ScoringInput(text, mask=("War",)))
    shares = {share.token: share for share in found.contributions}
    assert set(shares) - {""} == {"was", "good", "😍", "but", "bad", "#not"}
    assert shares["good"].value > 0 > shares["bad"].value
    assert shares["😍"].kind == "emoji"
    assert shares["😍"].value > shares["good"].value
    for share in found.contributions:
        if share.kind != "base":
            assert text[share.start : share.end] == share.token
    assert sum(share.value for share in found.contributions) == pytest.approx(found.score.score)


def test_an_explanation_of_a_translation_has_no_places_but_for_the_originals_emoji():
    given = ScoringInput(
        "बहुत बढ़िया 😍", translation="very good", language="hi", described_emoji=("heart",)
    )
    found = AnyModelScorer(WordModel()).explain(given)
    shares = {share.token: share for share in found.contributions}
    assert (shares["good"].start, shares["good"].end) == (None, None)
    assert given.text[shares["😍"].start : shares["😍"].end] == "😍"
    assert shares["heart"].kind == "described"
    assert shares["heart"].value > 0
    assert sum(share.value for share in found.contributions) == pytest.approx(found.score.score)


def test_an_explanation_of_nothing():
    found = AnyModelScorer(WordModel()).explain(ScoringInput("..."))
    assert found.score == NOTHING
    assert [share.kind for share in found.contributions] == ["base"]


@for_all(st.lists(st.sampled_from(["good", "bad", "not", "😍", "Friday", "!"]), max_size=12))
def test_contributions_always_add_up(chosen):
    scorer = AnyModelScorer(WordModel())
    given = ScoringInput(" ".join(chosen))
    found = scorer.explain(given)
    assert found.score == scorer.score([given])[0]
    assert sum(share.value for share in found.contributions) == pytest.approx(
        found.score.score, abs=1e-8
    )


def test_parts_of_a_masked_text_skip_every_masked_term():
    given = ScoringInput("Fail War, so War-like: Fail", mask=("Fail", "War"))
    assert [part.token for part in parts_of(read(given))] == ["so", "like"]


def test_the_users_words_go_on_top():
    scorer = OwnWordsScorer(AnyModelScorer(WordModel()), (LexiconEntry("brat", 3.0),))
    assert scorer.score([ScoringInput("so brat")])[0].sentiment == "positive"


def test_an_explanation_of_a_hostile_text_leaves_out_no_more_than_its_limit():
    model = WordModel()
    given = ScoringInput("good " * 200_000, described_emoji=("heart",) * 300)
    found = AnyModelScorer(model).explain(given)
    assert len(model.seen) == 161
    assert sum(share.value for share in found.contributions) == pytest.approx(found.score.score)


@pytest.mark.parametrize(
    "text", ["@" * 2_000_000, "https://" * 250_000, "t.co/" * 400_000, "😍" * 500_000]
)
def test_megabytes_are_read_in_time_proportional_to_their_length(text):
    assert words(text, mask=("War", "12th Fail"))
