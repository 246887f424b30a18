"""The report command, as a function and as a process of its own."""

from __future__ import annotations

import io
import json
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sentiment.cli import main
from sentiment.cli.app import app
from sentiment.cli.report import default_folder
from sentiment.cli.terminal import Terminal
from sentiment.errors import SentimentError


def process(*arguments, cwd, **options):
    command = [sys.executable, "-m", "sentiment", *map(str, arguments)]
    return subprocess.run(  # noqa: S603 our own program
        command, cwd=cwd, capture_output=True, text=True, check=False, **options
    )


@pytest.mark.parametrize(
    ("first", "folder"),
    [
        ("seeds", "reports/seeds"),
        ("crawl.jsonl.gz", "reports/crawl"),
        ("a/b c.txt", "reports/b-c"),
        ("-", "reports/stdin"),
        ("*.txt", "reports/report"),
        ("/", "reports/report"),
    ],
)
def test_a_report_is_named_after_its_first_input(first, folder):
    assert default_folder([first, "other"]) == Path(folder)


@pytest.mark.parametrize(
    ("options", "cause"),
    [
        (("-o", "mine"), "mine holds files but no report"),
        (("-o", "a.txt"), "a.txt is a file"),
        (("-o", "a.txt/in/it"), "a.txt: name another place"),
        (("--lang", "xx"), "no messages in 'xx'"),
        (("--previous", "nowhere"), "nowhere is no folder: name one that 'sentiment report' made"),
        (("--previous", "mine"), "mine holds no report"),
    ],
)
def test_what_would_fail_at_the_end_fails_before_the_work(tmp_path, monkeypatch, options, cause):
    monkeypatch.chdir(tmp_path)
    Path("mine").mkdir()
    Path("mine", "thesis.doc").write_text("x", "utf-8")
    Path("a.txt").write_text("words", "utf-8")
    monkeypatch.setattr("sentiment.cli.report.run", lambda *_, **__: pytest.fail("worked first"))
    done = CliRunner().invoke(app, ["report", "a.txt", *options])
    assert isinstance(done.exception, SentimentError)
    assert cause in str(done.exception)


def test_a_workbook_without_its_package_fails_before_the_work(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sentiment.cli.report.find_spec", lambda _: None)
    done = CliRunner().invoke(app, ["report", "a.txt", "--excel"])
    assert "reaction-sentiment[excel]" in str(done.exception)


def test_a_report_tells_what_changed_since_an_earlier_one(tmp_path, monkeypatch, seeds):
    monkeypatch.chdir(tmp_path)
    one = min(seeds.glob("*.txt"))
    common = ("--scorer", "rules", "-q")
    first = CliRunner().invoke(app, ["report", str(one), "-o", "weekly", *common])
    assert first.exit_code == 0, first.exception
    again = ["report", str(seeds), "-o", "weekly", "--previous", "weekly", *common]
    done = CliRunner().invoke(app, again)  # it takes the place of the one it is compared with
    assert done.exit_code == 0, done.exception
    change = json.loads(Path("weekly", "summary.json").read_text("utf-8"))["change"]
    assert (change["name"], change["sizes"][0]) == ("weekly", ["articles", 1, 4])
    assert change["shared"] == change["sizes"][1][1]
    page = Path("weekly", "report.html").read_text("utf-8")
    assert "+3 (was 1)" in page
    assert "stand in both reports" in page
    manifest = json.loads(Path("weekly", "manifest.json").read_text("utf-8"))
    assert manifest["settings"]["previous"] == "weekly"


def test_a_report_is_made_again_from_itself(tmp_path, monkeypatch, seeds):
    monkeypatch.chdir(tmp_path)

    def report(*arguments):
        done = CliRunner().invoke(app, ["report", *map(str, arguments)])
        assert done.exit_code == 0, done.exception

    report(seeds, "-o", "first", "--scorer", "vader")
    report("first", "-o", "second")
    report(Path("first", "reactions.parquet"), "-o", "third")
    for name in ("reactions.csv", "emoji.csv", "people.csv"):
        first = Path("first", name).read_bytes()
        assert Path("second", name).read_bytes() == first
        assert Path("third", name).read_bytes() == first
    assert Path("second", "articles.csv").read_bytes() == Path("first", "articles.csv").read_bytes()
    manifest = json.loads(Path("second", "manifest.json").read_text("utf-8"))
    assert [file["name"] for file in manifest["inputs"]] == [
        "reactions.parquet",
        "articles.parquet",
    ]
    assert manifest["scorer"].startswith("vader")


def test_the_whole_command_in_a_process_of_its_own(tmp_path, seeds):
    done = process("report", seeds, "nothing.txt", "-o", "out", cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    assert done.stdout == ""
    assert "nothing.txt does not exist" in done.stderr
    assert "out: 21 reactions (19 distinct) in 4 articles" in done.stderr
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {
        "report.pdf",
        "pages",
        "charts",
        "reactions.csv",
        "articles.csv",
        "people.csv",
        "emoji.csv",
        "reactions.parquet",
        "summary.json",
        "manifest.json",
    } <= names
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert manifest["reactions"] == 21
    assert len(manifest["inputs"]) == 4
    assert manifest["unreadable"] == [
        {"source": "nothing.txt", "reason": "does not exist: check the path"}
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_nothing_readable_writes_nothing(tmp_path):
    done = process("report", "nothing.txt", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "sentiment: nothing.txt does not exist: check the path",
        "sentiment: nothing could be read: see the lines above, or check the inputs",
    ]
    assert list(tmp_path.iterdir()) == []


def test_wrong_usage_ends_with_2(tmp_path):
    done = process("report", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("sentiment: no input")


def test_a_reader_that_goes_away_is_no_failure(tmp_path, seeds):
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "sentiment", "reactions", str(seeds)]
    with os.fdopen(write, "w") as pipe:
        done = subprocess.run(  # noqa: S603 our own program
            command, cwd=tmp_path, stdout=pipe, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 0
    assert done.stderr == ""


def test_an_interrupt_ends_with_1_and_a_word(monkeypatch, capsys):
    def interrupted(**_):
        raise KeyboardInterrupt

    monkeypatch.setattr("sentiment.cli.app.app", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert "nothing was written" in capsys.readouterr().err


class Screen(io.StringIO):
    """Standard error as a person sees it."""

    def isatty(self):
        return True


def test_a_terminal_sees_a_counter(monkeypatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with Terminal().progress("Reading articles") as progress:
        progress(1234)
    assert "Reading articles: 1,234" in screen.getvalue()


@pytest.mark.parametrize(("quiet", "stream"), [(True, Screen()), (False, io.StringIO())])
def test_nobody_else_does(monkeypatch, quiet, stream):
    monkeypatch.setattr(sys, "stderr", stream)
    with Terminal(quiet=quiet).progress("Reading articles") as progress:
        assert progress is None
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("arguments", "ending"),
    [
        (("--version",), (0, "sentiment 0")),
        (("report",), (2, "sentiment: no input")),
        (("reactions", "nothing.txt"), (1, "sentiment: nothing could be read")),
        (("score", "good", "--scorer", "nobody"), (1, "sentiment: there is no scorer")),
        (("report", "--workers", "many"), (2, "--workers")),
    ],
)
def test_the_program_ends_with_the_code_of_what_happened(
    tmp_path, monkeypatch, capsys, arguments, ending
):
    code, word = ending
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["sentiment", *arguments])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("sentiment", run_name="__main__")
    assert (ended.value.code or 0) == code
    shown = capsys.readouterr()
    assert word in shown.out + shown.err
    assert "Traceback" not in shown.err


def test_a_broken_parquet_file_is_no_earlier_report(tmp_path, monkeypatch, seeds):
    monkeypatch.chdir(tmp_path)
    Path("a.parquet").write_bytes(b"PAR1 broken")
    done = CliRunner().invoke(app, ["report", "a.parquet"])
    assert isinstance(done.exception, SentimentError)
    assert "a.parquet is a broken Parquet file" in done.stderr
