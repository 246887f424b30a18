from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sentiment.cli.app import app
from sentiment.errors import SentimentError


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    """A Parquet file of the seeds' reactions."""
    file = tmp_path_factory.mktemp("records") / "march.parquet"
    seeds = Path(__file__).parent.parent.parent / "seeds"
    done = CliRunner().invoke(app, ["reactions", str(seeds), "-o", str(file), "--scorer", "vader"])
    assert done.exit_code == 0
    return file


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def call(*arguments):
    done = CliRunner().invoke(app, ["compare", *map(str, arguments)])
    if isinstance(done.exception, SentimentError):
        raise done.exception
    return done


def test_two_parts_of_one(records):
    done = call(records, "--by", "platform", "--at", "twitter")
    assert done.exit_code == 0
    assert done.stderr == (
        "reports/march-by-platform: twitter (10 distinct reactions) against other platforms (8)\n"
    )
    found = json.loads(Path("reports/march-by-platform/comparison.json").read_text("utf-8"))
    assert (found["name_a"], found["name_b"]) == ("twitter", "other platforms")
    manifest = json.loads(Path("reports/march-by-platform/manifest.json").read_text("utf-8"))
    assert manifest["settings"]["by"] == "platform"
    assert [file["name"] for file in manifest["inputs"]] == ["march.parquet"]


def test_two_of_them(records):
    Path("april.parquet").write_bytes(records.read_bytes())
    done = call(records, "april.parquet", "-o", "out", "--title", "Two months", "-q")
    assert (done.exit_code, done.stderr) == (0, "")
    found = json.loads(Path("out/comparison.json").read_text("utf-8"))
    assert (found["name_a"], found["name_b"]) == ("march", "april")
    assert found["shared"] == 21
    assert "Two months" in Path("out/comparison.html").read_text("utf-8")


def test_two_of_one_name_are_told_apart_by_their_paths(records):
    Path("march.parquet").write_bytes(records.read_bytes())
    call(records, "march.parquet", "-o", "out")
    found = json.loads(Path("out/comparison.json").read_text("utf-8"))
    assert found["name_b"] == "march.parquet"
    assert found["name_a"] == str(records)


@pytest.mark.parametrize(
    ("arguments", "cause"),
    [
        ((), "either B or --by"),
        (("x.parquet", "--by", "period"), "either B or --by"),
        (("x.parquet", "--at", "twitter"), "--at says where"),
        (("missing",), "neither a report folder nor"),
        (("--by", "platform", "--at", "nowhere"), "all reactions are on one side"),
    ],
)
def test_wrong_usage_says_what_to_give(records, arguments, cause):
    given = (records, *arguments) if arguments[:1] != ("missing",) else (records, "missing")
    with pytest.raises(SentimentError, match=cause):
        call(*given)
