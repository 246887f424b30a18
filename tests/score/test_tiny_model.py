"""Loading and running a model of the transformers library: a tiny one, made here.

Torch and transformers are an extra that the development environment leaves out for
their size; where they are missing, all of this is skipped.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from tokenizers import Tokenizer, normalizers, pre_tokenizers, processors
from tokenizers.models import WordLevel

from sentiment.errors import ScorerError
from sentiment.model import ScoringInput
from sentiment.score.any_model import UNREADABLE, AnyModelScorer
from sentiment.score.classifier import load_any_model
from sentiment.score.lexicon import LexiconEntry
from sentiment.score.scorers import get_scorer

_EXTRA = "needs the extra: pip install 'reaction-sentiment[transformers]'"
torch = pytest.importorskip("torch", reason=_EXTRA)
transformers = pytest.importorskip("transformers", reason=_EXTRA)

WORDS = [
    *("[PAD]", "[UNK]", "[CLS]", "[SEP]", "it", "the", "a", "and", "of", "so", "very", "not"),
    *("no", "i", "you", "he", "she", "was", "is", "are", "film", "song", "game", "team", "good"),
    *("great", "bad", "awful", "love", "hate", "best", "worst", "friday", "tickets", "sale"),
    *("ever", "never", "again", "much", "@user", "http", "!", "?", ".", ",", "#"),
    *("😍", "🔥", "😭", "❤", "क्या", "बात"),
]
SPECIAL = {
    "unk_token": "[UNK]",
    "pad_token": "[PAD]",
    "cls_token": "[CLS]",
    "sep_token": "[SEP]",
}
TEXTS = [
    "very good",
    "the worst film ever, never again",
    "😍",
    "tickets are on sale friday",
    "क्या बात है",
    "i hate it so so so so so so so so so so so so so so so so so so so so so so so so much",
    "@someone love https://t.co/x",
]


def tiny(folder, labels=("negative", "neutral", "positive"), **config):
    """A two-layer model with fixed random weights and a vocabulary of some 50 words."""
    tokenizer = Tokenizer(WordLevel({word: at for at, word in enumerate(WORDS)}, "[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    transformers.PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        **SPECIAL,
    ).save_pretrained(folder)
    torch.manual_seed(6)
    model = transformers.BertForSequenceClassification(
        transformers.BertConfig(
            vocab_size=len(WORDS),
            hidden_size=16,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=32,
            max_position_embeddings=24,
            # so large that a forgotten eval() would show
            hidden_dropout_prob=0.5,
            id2label=dict(enumerate(labels)),
            label2id={label: at for at, label in enumerate(labels)},
            **config,
        )
    )
    with torch.no_grad():  # fresh weights are too small for verdicts to differ
        for weights in model.parameters():
            if weights.dim() > 1:
                weights.mul_(12)
    model.save_pretrained(folder)
    return folder


@pytest.fixture(scope="session")
def model(tmp_path_factory):
    return str(tiny(tmp_path_factory.mktemp("tiny")))


@pytest.fixture(autouse=True)
def offline(monkeypatch):
    """No test fetches anything, whatever the machine could."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)


def inputs(*texts):
    return [ScoringInput(text) for text in texts]


def test_a_folder_is_loaded_and_run(model):
    scorer = load_any_model(model)
    found = scorer.score(inputs(*TEXTS))
    assert len({score.sentiment for score in found}) > 1
    assert all(-1 <= score.score <= 1 and 1 / 3 <= score.confidence <= 1 for score in found)
    assert scorer.name.startswith("transformers tiny")
    assert load_any_model(model).name == scorer.name


@pytest.mark.parametrize("batch", [1, 2, 32])
def test_company_and_batch_change_nothing(model, batch):
    scorer = load_any_model(model, batch=batch)
    one_by_one = [scorer.score([given])[0] for given in inputs(*TEXTS)]
    for order in (TEXTS, TEXTS[::-1], TEXTS * 3):
        found = dict(zip(order, scorer.score(inputs(*order)), strict=True))
        for text, alone in zip(TEXTS, one_by_one, strict=True):
            assert found[text].sentiment == alone.sentiment
            assert found[text].score == pytest.approx(alone.score, abs=2e-6)
            assert found[text].confidence == pytest.approx(alone.confidence, abs=2e-6)


def test_it_agrees_with_the_library_itself(model):
    tokenizer = transformers.AutoTokenizer.from_pretrained(model)
    network = transformers.AutoModelForSequenceClassification.from_pretrained(model).eval()
    with torch.no_grad():
        logits = network(**tokenizer("very good", return_tensors="pt")).logits[0]
    negative, neutral, positive = torch.softmax(logits, -1).tolist()
    found = load_any_model(model).score(inputs("very good"))[0]
    assert found.score == pytest.approx(positive - negative, abs=2e-6)
    assert found.confidence == pytest.approx(max(negative, neutral, positive), abs=2e-6)


def test_labels_in_another_order_give_the_same_verdicts_turned(model, tmp_path):
    turned = load_any_model(str(tiny(tmp_path, labels=("POS", "NEU", "NEG"))))
    for ours, theirs in zip(
        load_any_model(model).score(inputs(*TEXTS)), turned.score(inputs(*TEXTS)), strict=True
    ):
        assert theirs.score == pytest.approx(-ours.score, abs=2e-6)
        assert theirs.confidence == ours.confidence


def test_unnamed_labels_are_told_in_the_name(tmp_path):
    scorer = load_any_model(str(tiny(tmp_path, labels=("LABEL_0", "LABEL_1", "LABEL_2"))))
    assert scorer.name.endswith(
        "(labels LABEL_0, LABEL_1, LABEL_2 taken as negative, neutral, positive)"
    )


def test_a_text_is_cut_at_the_models_limit(model):
    scorer = load_any_model(model)
    start = "good film " * 11
    assert scorer.score(inputs(start + "awful " * 50_000)) == scorer.score(inputs(start + "hate"))


def test_contributions_add_up(model):
    scorer = load_any_model(model)
    given = ScoringInput("War is the best film ever 😍", mask=("War",))
    found = scorer.explain(given)
    assert found.score == scorer.score([given])[0]
    assert sum(share.value for share in found.contributions) == pytest.approx(
        found.score.score, abs=1e-8
    )
    assert "best" in {share.token for share in found.contributions}


def test_unknown_words_call_for_the_translation(model):
    classifier = load_any_model(model)._classifier
    original, translation = classifier.pieces(["यह गाना", "it is a song"])
    assert original > UNREADABLE * translation
    scorer = AnyModelScorer(classifier)
    given = ScoringInput("यह गाना 😍", translation="it is a song", language="hi")
    assert scorer.score([given]) == scorer.score(inputs("it is a song 😍"))


def test_by_name_with_the_users_words(model):
    scorer = get_scorer("transformers", model=model, lexicon=(LexiconEntry("brat", 4.0),))
    assert (
        scorer.score(inputs("so brat brat"))[0].score
        > get_scorer("transformers", model=model).score(inputs("so brat brat"))[0].score
    )


@pytest.mark.parametrize(
    ("labels", "config", "cause"),
    [
        ([f"{n} stars" for n in range(1, 6)], {}, "'1 stars', '2 stars'"),
        (("negative", "positive"), {}, "has the labels 'negative', 'positive'"),
        (
            ("negative", "neutral", "positive"),
            {"problem_type": "multi_label_classification"},
            "several labels at once",
        ),
    ],
)
def test_other_models_are_refused(tmp_path, labels, config, cause):
    with pytest.raises(ScorerError, match=cause):
        load_any_model(str(tiny(tmp_path, labels=labels, **config)))


def test_a_model_that_is_not_here_is_told_with_what_to_do(tmp_path):
    for name in ("nobody/nothing-here", str(tmp_path), "not a name at all/", "../x"):
        with pytest.raises(ScorerError, match="hf download") as caught:
            load_any_model(name)
        assert name in str(caught.value)
        assert "\n" not in str(caught.value)


def test_an_encoder_that_was_never_taught_labels_is_refused(tmp_path):
    tiny(tmp_path)
    transformers.BertForSequenceClassification.from_pretrained(tmp_path).bert.save_pretrained(
        tmp_path
    )
    config = json.loads((tmp_path / "config.json").read_text("utf-8"))
    config["id2label"] = {"0": "neg", "1": "neu", "2": "pos"}
    config["label2id"] = {"neg": 0, "neu": 1, "pos": 2}
    (tmp_path / "config.json").write_text(json.dumps(config), "utf-8")
    with pytest.raises(ScorerError, match="never taught labels"):
        load_any_model(str(tmp_path))


def test_damaged_weights_are_told(tmp_path):
    network = transformers.BertForSequenceClassification.from_pretrained(tiny(tmp_path))
    with torch.no_grad():
        network.classifier.bias.fill_(float("nan"))
    network.save_pretrained(tmp_path)
    with pytest.raises(ScorerError, match="no numbers"):
        load_any_model(str(tmp_path)).score(inputs("good"))


def test_a_model_that_fails_is_named(model, monkeypatch):
    scorer = load_any_model(model)

    def fail(*_args, **_more):
        raise RuntimeError("out of memory\nand a stack")

    monkeypatch.setattr(scorer._classifier._model, "forward", fail)
    with pytest.raises(
        ScorerError, match=r"failed \(RuntimeError: out of memory\): try another model"
    ):
        scorer.score(inputs("good"))


def test_other_devices_must_be_there(model):
    for device, there in (
        ("cuda", torch.cuda.is_available()),
        ("mps", torch.backends.mps.is_available()),
    ):
        if there:
            found = load_any_model(model, device=device).score(inputs(*TEXTS))
            here = load_any_model(model).score(inputs(*TEXTS))
            assert [a.score for a in found] == pytest.approx([b.score for b in here], abs=1e-4)
        else:
            with pytest.raises(ScorerError, match=f"no {device} device here"):
                load_any_model(model, device=device)


def test_nothing_is_written_to_standard_error(model, capfd):
    load_any_model(model).score(inputs(*TEXTS))
    assert capfd.readouterr() == ("", "")


def test_the_command_scores_by_a_folder_offline(model):
    options = ("--scorer", "transformers", "--model", model)
    done = subprocess.run(  # noqa: S603 - our own interpreter and package
        [sys.executable, "-m", "sentiment", "score", "very good", "--json", *options],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"HF_HUB_OFFLINE": "1"},
    )
    found = json.loads(done.stdout)
    assert found["score"] == load_any_model(model).score(inputs("very good"))[0].score
    assert done.stderr == ""
