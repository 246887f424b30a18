from __future__ import annotations

import pytest

from sentiment.errors import UsageError
from sentiment.settings import read_settings

KNOWN = {
    "report": frozenset({"scorer", "title", "workers"}),
    "score": frozenset({"scorer", "json"}),
}


def read(command, file=None):
    return read_settings(command, KNOWN[command], KNOWN, file)


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path, *lines):
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_nothing_without_a_file(here):
    assert read("report") == {}


def test_a_commands_own_table_goes_before_the_common_one(here):
    write(
        here / "sentiment.toml",
        "[tool.sentiment]",
        'scorer = "vader"',
        "workers = 2",
        "[tool.sentiment.report]",
        "workers = 4",
        "[tool.sentiment.score]",
        "json = true",
    )
    assert read("report") == {"scorer": "vader", "workers": 4}
    assert read("score") == {"scorer": "vader", "json": True}


def test_sentiment_toml_goes_before_pyproject_and_only_a_table_counts(here):
    write(here / "pyproject.toml", "[tool.sentiment]", 'title = "from pyproject"')
    write(here / "sentiment.toml", "[other]", "x = 1")
    assert read("report") == {"title": "from pyproject"}
    write(here / "sentiment.toml", "[tool.sentiment]", 'title = "own"')
    assert read("report") == {"title": "own"}


def test_a_named_file_goes_before_both(here):
    write(here / "sentiment.toml", "[tool.sentiment]", 'title = "own"')
    named = write(here / "other.toml", "[tool.sentiment]", 'title = "named"')
    assert read("report", named) == {"title": "named"}


@pytest.mark.parametrize(
    ("lines", "cause"),
    [
        (["[tool.sentiment]", "scorrer = 1"], "scorrer is no option: did you mean scorer?"),
        (["[tool.sentiment]", "zzz = 1"], "zzz is no option: use one of"),
        (["[tool.sentiment.report]", "json = true"], "report.json is no option"),
        (["[tool.sentiment]", "report = 1"], "report must be a table"),
        (["[tool.other]"], "has no table [tool.sentiment]"),
        (["tool = 1"], "has no table [tool.sentiment]"),
        (["not toml"], "is not TOML"),
    ],
)
def test_a_wrong_file_names_the_key_and_the_mend(here, lines, cause):
    file = write(here / "x.toml", *lines)
    with pytest.raises(UsageError) as caught:
        read("report", file)
    assert cause in str(caught.value)
    assert "x.toml" in str(caught.value)


def test_a_missing_named_file(here):
    with pytest.raises(UsageError, match="check the path given to --config"):
        read("report", here / "none.toml")
