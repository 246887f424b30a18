"""The full scorer: its files, its labels, explanations by leaving out."""

from __future__ import annotations

import builtins
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sentiment.errors import ScorerError
from sentiment.model import ScoringInput
from sentiment.score.full import Encoder, FullScorer, load_full
from sentiment.score.verdict import NOTHING, Decision, judge, probabilities, pull

if TYPE_CHECKING:
    from numpy.typing import NDArray

MB = 1 << 20


def test_the_model_files_are_small_enough_to_ship() -> None:
    folder = files("sentiment.data") / "models"
    assert len((folder / "encoder.onnx").read_bytes()) <= 25 * MB
    assert len((folder / "fast.npz").read_bytes()) < 6 * MB


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I love this film, what a beautiful song", "positive"),
        ("What a waste of money, worst film of the year", "negative"),
        ("Tickets go on sale on Friday at 10am", "neutral"),
        ("❤️", "positive"),
        ("🔥🔥", "positive"),
        ("🥹", "positive"),
        ("bakwas film, time waste", "negative"),
    ],
)
def test_plain_verdicts(text: str, expected: str) -> None:
    assert load_full().score([ScoringInput(text)])[0].sentiment == expected


def test_a_doubtful_verdict_on_what_a_link_shows_is_neutral() -> None:
    """Not so where the words say enough by themselves."""
    shown = "Boys only want one thing and it is this: https://th.example/a1b2"
    said = "Worst film of the year, what a waste of money https://th.example/a1b2"
    verdicts = load_full().score([ScoringInput(shown), ScoringInput(said)])
    assert [v.sentiment for v in verdicts] == ["neutral", "negative"]


@pytest.mark.parametrize("title", ["12th Fail", "War", "The Worst Day"])
def test_a_masked_title_alone_is_neutral_and_unsure(title: str) -> None:
    found = load_full().score([ScoringInput(title, mask=(title,))])[0]
    assert (found.sentiment, found.score) == ("neutral", 0.0)
    assert found.confidence < 0.5


@pytest.mark.parametrize("title", ["12th Fail", "War", "The Worst Day"])
def test_a_title_alone_is_neutral_without_its_article(title: str) -> None:
    assert load_full().score([ScoringInput(title)])[0] == NOTHING


@pytest.mark.parametrize("text", ["Awful", "Total Disaster", "Great Movie", "Loved It"])
def test_a_verdict_in_capitals_is_no_title(text: str) -> None:
    assert load_full().score([ScoringInput(text)])[0].sentiment != "neutral"


def test_no_inputs_give_no_scores() -> None:
    assert load_full().score([]) == []


def test_a_long_text_is_read_up_to_its_limit() -> None:
    found = load_full().score([ScoringInput("wonderful " * 4000)])[0]
    assert found.sentiment == "positive"


def test_order_and_company_do_not_change_a_verdict() -> None:
    texts = ["Loved it!", "so bad", "Out on Friday", "क्या शानदार फ़िल्म है"]
    there = [s.sentiment for s in load_full().score([ScoringInput(t) for t in texts])]
    back = [s.sentiment for s in load_full().score([ScoringInput(t) for t in texts[::-1]])]
    assert there == back[::-1]


@given(
    text=st.text(alphabet="lovehat grb!😭❤️.@#é", max_size=40),
    translation=st.sampled_from([None, "what a film", "so so bad"]),
    described=st.sampled_from([(), ("heart", "heart"), ("fire",)]),
)
@settings(max_examples=12, deadline=None)
def test_contributions_add_up_to_the_score(
    text: str, translation: str | None, described: tuple[str, ...]
) -> None:
    given_ = ScoringInput(text, translation=translation, described_emoji=described)
    explained = load_full().explain(given_)
    total = sum(c.value for c in explained.contributions)
    assert total == pytest.approx(explained.score.score, abs=1e-9)
    for share in explained.contributions:
        if share.start is not None:
            assert text[share.start : share.end] == share.token


def test_the_word_that_decides_has_the_largest_share() -> None:
    explained = load_full().explain(ScoringInput("the new song is horrible"))
    words = [c for c in explained.contributions if c.kind == "word"]
    assert min(words, key=lambda c: c.value).token == "horrible"  # noqa: S105 - a word of a text


def test_without_onnxruntime_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: object) -> object:
        if name == "onnxruntime":
            raise ImportError(name="onnxruntime")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(ScorerError, match="needs onnxruntime"):
        Encoder()


def test_a_share_of_the_margin_times_the_ratio_is_a_share_of_the_score() -> None:
    decision = Decision(np.array([0.1, 0.0, -0.2]), np.zeros(7))
    for row in ([1.0, 0.2, 0.4], [0.0, 3.0, 0.1], [0.3, 0.0, 0.6]):
        logits = np.array(row)
        margin, ratio = pull(logits, decision)
        _, score, _ = judge(logits[None, :], np.zeros(1), decision)
        assert margin * ratio == pytest.approx(score[0])
        assert ratio > 0


def test_probabilities_of_large_logits_add_up() -> None:
    shares = probabilities(np.array([[1000.0, -1000.0, 0.0]]))
    assert shares.sum() == pytest.approx(1.0)


def test_a_verdict_does_not_depend_on_the_texts_beside_it() -> None:
    texts = ["so good", "bakwas", "Tickets go on sale on Friday. " * 12, "😭 what a film 🔥🔥"]
    together = load_full().score([ScoringInput(t) for t in texts])
    alone = [load_full().score([ScoringInput(t)])[0] for t in texts]
    backwards = load_full().score([ScoringInput(t) for t in reversed(texts)])[::-1]
    for one, other, third in zip(together, alone, backwards, strict=True):
        assert one.sentiment == other.sentiment == third.sentiment
        # the last layer is one product of matrices: its last digit may differ, no more
        assert other.score == pytest.approx(one.score, abs=1e-12)
        assert third.confidence == pytest.approx(one.confidence, abs=1e-12)


def test_copies_are_read_once_and_wordless_texts_not_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[int] = []
    scorer = FullScorer()
    inputs = [ScoringInput(t) for t in ("lovely song", "…", "12th Fail", "lovely song", "dull")]
    wanted = scorer.score(inputs)
    plainly = Encoder._read

    def counted(self: Encoder, ids: list[int]) -> NDArray[np.float32]:
        read.append(len(ids))
        return plainly(self, ids)

    monkeypatch.setattr(Encoder, "_read", counted)
    assert scorer.score(inputs) == wanted
    assert len(read) == 2
    assert wanted[1] == wanted[2] == NOTHING
    assert wanted[0] == wanted[3]
