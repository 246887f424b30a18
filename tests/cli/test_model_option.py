"""--model and --device: by flag, environment and settings file, and where they do not belong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sentiment.cli.app import app
from sentiment.errors import ScorerError
from sentiment.score import classifier
from sentiment.score.vader import VaderScorer

CALLS = {
    "score": ("score", "good"),
    "explain": ("explain", "good"),
    "reactions": ("reactions", "a.txt"),
    "report": ("report", "a.txt", "-o", "out"),
    "evaluate": ("evaluate", "gold.jsonl", "--inputs", "a.txt"),
}
WANTED = ("--scorer", "transformers", "--model", "some/model", "--device", "cuda")


@pytest.fixture
def asked(tmp_path, monkeypatch):
    """What was asked of the loader, which gives another scorer in the model's place."""
    monkeypatch.chdir(tmp_path)
    words = '"What a lovely film this is," Asha Rao wrote on Instagram.\n'
    Path("a.txt").write_text(words, "utf-8")
    Path("gold.jsonl").write_text('{"article": "a.txt", "text": "What a lovely film"}\n', "utf-8")
    calls = []

    def load(model, *, device):
        calls.append((model, device))
        return VaderScorer()

    monkeypatch.setattr(classifier, "load_any_model", load)
    return calls


def call(*arguments, **more):
    done = CliRunner().invoke(app, list(arguments), **more)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


@pytest.mark.parametrize("command", CALLS)
def test_every_command_that_scores_takes_a_model(asked, command):
    assert call(*CALLS[command], *WANTED).exit_code == 0
    assert asked == [("some/model", "cuda")]


def test_the_environment_and_a_settings_file_name_a_model(asked):
    Path("sentiment.toml").write_text(
        '[tool.sentiment]\nscorer = "transformers"\nmodel = "of/file"\n', "utf-8"
    )
    call("score", "good")
    call("score", "good", env={"SENTIMENT_MODEL": "of/environment", "SENTIMENT_DEVICE": "mps"})
    assert asked == [("of/file", "cpu"), ("of/environment", "mps")]


def test_a_report_says_which_model_made_it(asked):
    call(*CALLS["report"], *WANTED)
    settings = json.loads(Path("out/manifest.json").read_text("utf-8"))["settings"]
    assert (settings["model"], settings["device"]) == ("some/model", "cuda")


def test_a_model_without_its_scorer_is_refused(asked):
    with pytest.raises(ScorerError, match="add --scorer transformers"):
        call("score", "good", "--model", "some/model")
    assert asked == []
