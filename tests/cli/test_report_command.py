"""The report command, as a function and as a process of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sentiment.cli import main
from sentiment.cli.report import check_folder, default_folder
from sentiment.cli.terminal import Terminal
from sentiment.errors import ReportError


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


def test_a_folder_of_other_files_is_never_replaced(tmp_path):
    (tmp_path / "thesis.doc").write_text("x", "utf-8")
    with pytest.raises(ReportError, match="holds other files"):
        check_folder(tmp_path)
    with pytest.raises(ReportError, match="is a file"):
        check_folder(tmp_path / "thesis.doc")
    (tmp_path / "manifest.json").write_text("{}", "utf-8")
    check_folder(tmp_path)
    check_folder(tmp_path / "new")


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
