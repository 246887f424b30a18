"""The commands as a user types them."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from sentiment.cli.app import app
from sentiment.errors import SentimentError
from sentiment.model import REACTION_COLUMNS

ROOT = Path(__file__).parent.parent.parent
COMMANDS = sorted(command.name for command in app.registered_commands)
QUICK = ("--scorer", "vader")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to work in, with one article."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(
        'Asha Rao praised it. "What a lovely, lovely film this is," Rao wrote on Instagram.\n',
        "utf-8",
    )
    return tmp_path


def call(*arguments, stdin=None):
    """Exit code, standard output and standard error; our errors end as main() ends them."""
    done = CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)
    if isinstance(done.exception, SentimentError):
        raise done.exception
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def test_there_are_the_commands_of_the_contract():
    assert {"report", "reactions", "score", "explain", "evaluate"} <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples_and_a_place_in_the_readme(name):
    code, out, _ = call(name, "--help")
    assert code == 0
    assert f"sentiment {name}" in out.split("Examples:")[1]
    assert f"sentiment {name}" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name):
    _, out, _ = call(name, "--help")
    options = out.split("Options:")[1].split("Examples:")[0]
    for option in re.findall(r"^  (?:-\w, )?(--[a-z-]+)", options, re.MULTILINE):
        after = options.split(option, 1)[1]
        assert re.search(r"[A-Za-z]{2,} [a-z]", after.split("\n  -")[0]), option


def test_version():
    code, out, _ = call("--version")
    assert code == 0
    assert re.fullmatch(r"sentiment \d+\.\d+\.\d+\n", out)


def test_records_go_to_standard_output_one_a_line(seeds):
    code, out, err = call("reactions", seeds, *QUICK)
    records = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert err == ""
    assert len(records) == 21
    for record in records:
        assert set(REACTION_COLUMNS) <= set(record)


def test_records_as_csv_by_the_ending_of_the_file(here, seeds):
    code, out, _ = call("reactions", seeds, "-o", "out.csv", *QUICK)
    assert (code, out) == (0, "")
    with Path("out.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert len(list(csv.DictReader(stream))) == 21


def test_records_as_parquet(here, seeds):
    assert call("reactions", seeds, "--format", "parquet", "-o", "out.bin", *QUICK)[0] == 0
    assert len(pd.read_parquet("out.bin")) == 21


def test_a_file_whose_ending_says_nothing_is_a_usage_error(here):
    with pytest.raises(SentimentError, match="add --format"):
        call("reactions", "a.txt", "-o", "out.xyz")


def test_unreadable_inputs_give_code_3_and_the_rest(here):
    Path("bad.txt").write_bytes(b"It\x92s")
    code, out, err = call("reactions", "bad.txt", "missing.txt", "a.txt", *QUICK)
    assert code == 3
    assert len(out.splitlines()) == 1
    assert err.splitlines() == [
        "sentiment: bad.txt is not UTF-8 (byte 0x92 at 2): re-save it, or pass --encoding cp1252",
        "sentiment: missing.txt does not exist: check the path",
    ]


def test_quiet_says_nothing_and_verbose_says_more(here):
    Path("bad.txt").write_bytes(b"")
    Path("mend.txt").write_text("I donâ€™t know.", "utf-8")
    assert call("reactions", ".", "-q", *QUICK)[2] == ""
    code, _, err = call("reactions", ".", "-v", *QUICK)
    assert code == 3
    assert "mend.txt: mended wrongly decoded characters" in err
    assert "scored by vader" in err


def test_many_unreadable_inputs_are_cut_short(here):
    for n in range(30):
        Path(f"empty{n:02}.txt").write_bytes(b"")
    _, _, err = call("reactions", ".", *QUICK)
    assert len(err.splitlines()) == 21
    assert "and 10 more" in err


def test_nothing_readable_is_a_failure(here):
    with pytest.raises(SentimentError, match="nothing could be read"):
        call("reactions", "missing.txt")


def test_no_input_is_a_usage_error(here):
    with pytest.raises(SentimentError, match="no input"):
        call("reactions")


def test_inputs_may_come_from_the_environment(here, monkeypatch):
    monkeypatch.setenv("SENTIMENT_INPUTS", "a.txt")
    assert len(call("reactions", *QUICK)[1].splitlines()) == 1


def test_flag_before_environment_before_file_before_default(here, monkeypatch):
    Path("a.txt").write_bytes(
        'Asha Rao wrote, "What a lovely café scene, and so well done."'.encode("latin-1")
    )

    def text(*flags):
        _, out, _ = call("reactions", "a.txt", *flags, *QUICK)
        return json.loads(out)["text"] if out.startswith("{") else out.partition("What")[2]

    with pytest.raises(SentimentError, match="nothing could be read"):
        text()
    Path("sentiment.toml").write_text(
        '[tool.sentiment]\nencoding = "cp437"\n[tool.sentiment.reactions]\nformat = "csv"\n',
        "utf-8",
    )
    assert "cafΘ" in text()
    monkeypatch.setenv("SENTIMENT_ENCODING", "latin-1")
    assert " a lovely café scene" in text()
    monkeypatch.setenv("SENTIMENT_FORMAT", "jsonl")
    assert text().startswith("What a lovely café scene")
    assert "cafΘ" in text("--encoding", "cp437")


def test_a_settings_file_with_an_unknown_option(here):
    Path("x.toml").write_text("[tool.sentiment]\nscorre = 1\n", "utf-8")
    with pytest.raises(SentimentError, match="did you mean score"):
        call("reactions", "a.txt", "--config", "x.toml")


@pytest.mark.parametrize(
    ("arguments", "cause"),
    [
        (("reactions", "a.txt", "--encoding", "klingon"), "there is no encoding"),
        (("reactions", "a.txt", "--format", "xml"), "xml"),
        (("reactions", "a.txt", "--workers", "-1"), "--workers"),
        (("evaluate",), "GOLD"),
        (("nonsense",), "nonsense"),
    ],
)
def test_wrong_usage_is_code_2(here, arguments, cause):
    code, _, err = call(*arguments)
    assert code == 2
    assert cause in err


def test_an_unknown_scorer_lists_those_there_are(here):
    with pytest.raises(SentimentError, match=r"there is no scorer 'x': use one of default"):
        call("reactions", "a.txt", "--scorer", "x")


@pytest.mark.parametrize("content", [None, b"\xff", b"good\tmuch\n"])
def test_a_lexicon_that_cannot_be_used(here, content):
    if content is not None:
        Path("own.tsv").write_bytes(content)
    with pytest.raises(SentimentError, match=r"own\.tsv"):
        call("score", "good", "--lexicon", "own.tsv")


def test_score_prints_label_score_confidence_and_text():
    code, out, _ = call("score", "What a lovely film", "dreadful,\njust dreadful", *QUICK)
    first, second = (line.split("\t") for line in out.splitlines())
    assert code == 0
    assert first[0] == "positive"
    assert float(first[1]) > 0
    assert 0 <= float(first[2]) <= 1
    assert second[0] == "negative"
    assert second[3] == "dreadful, just dreadful"


def test_score_reads_lines_and_gives_json_with_what_made_it():
    _, out, _ = call("score", "-", "--json", "--explain", *QUICK, stdin="lovely\n\nawful\n")
    first, second = map(json.loads, out.splitlines())
    assert (first["text"], second["text"]) == ("lovely", "awful")
    total = sum(share["value"] for share in first["contributions"])
    assert total == pytest.approx(first["score"], abs=1e-6)


@pytest.mark.parametrize("arguments", [("score",), ("score", "x", "--explain")])
def test_score_without_what_it_needs(arguments):
    with pytest.raises(SentimentError, match=r"--help|needs --json"):
        call(*arguments)


def test_explain_shows_shares_that_add_up():
    _, out, _ = call("explain", "Killed it! 🔥 best film")
    assert "Killed it! 🔥 best film" in out
    assert "total" in out
    assert "\x1b[" not in out
    _, out, _ = call("explain", "Killed it! 🔥 best film", "--json")
    found = json.loads(out)
    total = sum(share["value"] for share in found["contributions"])
    assert total == pytest.approx(found["score"], abs=0.02)


def test_explain_reads_standard_input():
    _, out, _ = call("explain", "-", "--json", *QUICK, stdin="awful\n")
    assert json.loads(out)["sentiment"] == "negative"


@pytest.fixture
def gold(here):
    line = {
        "article": "a.txt",
        "text": "What a lovely, lovely film this is,",
        "kind": "quote",
        "author": "Asha Rao",
        "platform": "instagram",
        "sentiment": ["negative"],
    }
    Path("gold.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    return Path("gold.jsonl")


def test_evaluate_runs_on_articles_and_leaves_the_gold_file_out(gold):
    code, out, err = call("evaluate", gold, "--inputs", ".", "--json", *QUICK)
    result = json.loads(out)
    assert (code, err) == (0, "")
    assert (result["gold"], result["found"], result["spurious"]) == (1, 1, 0)
    assert result["sentiment"] == 0


def test_evaluate_shows_errors_and_groups(gold):
    _, out, _ = call("evaluate", gold, "--inputs", "a.txt", "--errors", "--by", "kind", *QUICK)
    assert "a.txt\n  ~ wrong     What a lovely" in out
    assert "- negative\n" in out
    assert "+ positive\n" in out
    assert re.search(r"^f1 +1\.000$", out, re.MULTILINE)
    assert re.search(r"^kind +gold +found", out, re.MULTILINE)


def test_evaluate_reads_records_from_a_file_or_a_pipe(gold):
    _, records, _ = call("reactions", "a.txt", *QUICK)
    Path("found.jsonl").write_text(records, "utf-8")
    from_file = call("evaluate", gold, "found.jsonl", "--json", "--by", "rule")
    from_pipe = call("evaluate", gold, "-", "--json", "--by", "rule", stdin=records)
    assert from_file == from_pipe
    assert "rule" in json.loads(from_file[1])["by"]


def test_evaluate_lists_what_is_missing_and_what_is_made_up(gold):
    other = {"article": "b.txt", "text": "Something else " * 20, "rule": "r"}
    Path("found.jsonl").write_text(json.dumps(other) + "\n\n", "utf-8")
    _, out, err = call("evaluate", gold, "found.jsonl", "--errors")
    assert "  - missed    What a lovely, lovely film this is,   by Asha Rao" in out
    assert "  + spurious  Something else" in out
    assert "…   [r]" in out
    assert "gold has no line for 1 of the articles, such as b.txt" in err


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("{", "line 1 is not JSON"),
        ("\n[]", "line 2 is no reaction"),
        ('{"article": "a"}', "needs the fields article and text"),
        (None, "check the path"),
        (b"\xff\xfe\xff", "not UTF-8"),
    ],
)
def test_evaluate_names_a_broken_line(here, content, cause):
    if content is not None:
        raw = content if isinstance(content, bytes) else content.encode()
        Path("gold.jsonl").write_bytes(raw)
    with pytest.raises(SentimentError, match=cause):
        call("evaluate", "gold.jsonl", "-", stdin="")


def test_evaluate_needs_records_or_articles(gold):
    with pytest.raises(SentimentError, match="PREDICTED or --inputs"):
        call("evaluate", gold)
