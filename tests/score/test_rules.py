"""The rule scorer: cases, properties of its shares, and speed on hostile text."""

import tomllib
from pathlib import Path

import pytest
from growth import grows_with_length
from hypothesis import given
from hypothesis import strategies as st

from sentiment.model import ScoringInput
from sentiment.score.lexicon import LexiconEntry
from sentiment.score.rules import RulesScorer

CASES = Path(__file__).parent.parent / "cases"
SCORER = RulesScorer()

WORDS = (
    "good bad not never so but however love hate cried f*cking sh!t wow!but #12thFail #SoGood",
    "@someone https://t.co/a ❤️ 😭 👏🏽 🤦🏾‍♂️ 🇮🇳 9️⃣ ! !!! ? … . , :) acha nahi bakwas बहुत अच्छा नहीं",
    "increíble no War how dare you nothing says good luck rip GREAT loooved 💀 🙃",
)
PIECES = st.sampled_from(" ".join(WORDS).split())


def cases(name: str) -> list[dict[str, object]]:
    return tomllib.loads((CASES / name).read_text(encoding="utf-8"))["case"]


def label_of(case: dict[str, object]) -> str:
    return str(case["label"])


def given_of(case: dict) -> ScoringInput:
    return ScoringInput(
        text=case["text"],
        translation=case.get("translation"),
        described_emoji=tuple(case.get("described", ())),
        mask=tuple(case.get("mask", ())),
    )


@pytest.mark.parametrize("case", cases("scoring.toml"), ids=label_of)
def test_label_of_cases(case):
    explained = SCORER.explain(given_of(case))
    assert explained.score.sentiment == case["sentiment"], explained


@pytest.mark.parametrize("case", cases("scoring_known_failures.toml"), ids=label_of)
@pytest.mark.xfail(strict=True, reason="needs knowledge that the words do not carry")
def test_label_of_known_failures(case):
    assert SCORER.score([given_of(case)])[0].sentiment == case["sentiment"]


@given(st.lists(PIECES, max_size=12), st.lists(PIECES, max_size=3), st.booleans())
def test_shares_add_up_to_the_score(pieces, translation, masked):
    scoring = ScoringInput(
        text=" ".join(pieces),
        translation=" ".join(translation) or None,
        described_emoji=("heart", "heart", "no such thing"),
        mask=("War", "12th Fail") if masked else (),
    )
    explained = SCORER.explain(scoring)
    assert sum(share.value for share in explained.contributions) == explained.score.score
    assert SCORER.score([scoring]) == [explained.score]
    assert -1 <= explained.score.score <= 1
    assert 0 <= explained.score.confidence <= 1
    for share in explained.contributions:
        assert share.why
        if share.start is not None:
            assert scoring.text[share.start : share.end] == share.token


@given(st.text(max_size=80))
def test_any_text_is_scored(text):
    score = SCORER.score([ScoringInput(text=text)])[0]
    assert -1 <= score.score <= 1


def test_wordless_link_is_neutral_and_unsure():
    nothing, plain = SCORER.score(
        [ScoringInput("https://t.co/x"), ScoringInput("The shop opens at nine on Monday")]
    )
    assert (nothing.sentiment, nothing.score) == ("neutral", 0)
    assert nothing.confidence < plain.confidence


def test_stronger_scores_are_surer():
    weak, strong = SCORER.score([ScoringInput("nice"), ScoringInput("absolutely loved it ❤️🔥!!!")])
    assert weak.confidence < strong.confidence


def test_own_lexicon_wins():
    own = (
        LexiconEntry("brat", 3.0),
        LexiconEntry("slow burn", 2.5, "en"),
        LexiconEntry("🫠", -3.0),
        LexiconEntry("masterpiece", -2.0, "es"),
    )
    mine = RulesScorer(lexicon=own)
    texts = ["so brat", "a slow burn", "🫠", "a masterpiece"]
    labels = [score.sentiment for score in mine.score([ScoringInput(text) for text in texts])]
    assert labels == ["positive", "positive", "negative", "positive"]
    contribution = mine.explain(ScoringInput("so brat")).contributions[0]
    assert contribution.why.startswith("your lexicon")


def test_own_mask_silences():
    assert RulesScorer(mask=("Savage",)).score([ScoringInput("Savage United won")]) == SCORER.score(
        [ScoringInput("Savage United won", mask=("Savage",))]
    )


def test_translation_is_not_counted_twice():
    words = "Bas (I hated it)"
    alone = SCORER.score([ScoringInput(words)])
    both = SCORER.score([ScoringInput(words, translation="I hated it")])
    assert alone == both


def test_repeated_emoji_add_little():
    one, three, ten = (SCORER.score([ScoringInput("🔥" * times)])[0].score for times in (1, 3, 10))
    assert one < three == ten < 2 * one


@pytest.mark.parametrize(
    "piece",
    [
        "good ",
        "a*",
        "<",
        ":-",
        "@",
        "#a",
        "!",
        "😀\u200d",
        "not ",
        "'a",
        "so ",
        "the best thing ever ",
        "1/5 good ",
        "GOOD bad ",
        "The A b ",
        "a but ",
    ],
)
def test_hostile_text_takes_linear_time(piece):
    assert grows_with_length(lambda text: SCORER.score([ScoringInput(text)]), piece, short=10_000)
