"""What ``import sentiment`` offers is exactly what it says, and it loads quickly."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import sentiment

SLOW = ("pandas", "numpy", "matplotlib", "lxml", "trafilatura", "typst", "pyarrow", "ftfy", "emoji")


def test_all_is_what_there_is():
    assert sorted(sentiment.__all__) == list(sentiment.__all__)
    assert dir(sentiment) == sorted(sentiment.__all__)
    assert set(sentiment._HOMES) == set(sentiment.__all__)


@pytest.mark.parametrize("name", sentiment.__all__)
def test_every_name_is_there_and_documented(name):
    value = getattr(sentiment, name)
    assert inspect.getdoc(value)


def test_type_checkers_see_the_same_names():
    tree = ast.parse(Path(sentiment.__file__).read_text("utf-8"))
    seen = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sentiment.")
        for alias in node.names
    }
    assert seen == set(sentiment.__all__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = sentiment.nonsense


@pytest.mark.parametrize(
    "code",
    [
        "import sentiment; sentiment.Article; sentiment.Reaction",
        """
import runpy, sys
sys.argv = ["sentiment", "--help"]
try:
    runpy.run_module("sentiment", run_name="__main__")
except SystemExit:
    pass
""",
    ],
)
def test_nothing_slow_is_loaded_for_an_import_or_for_help(code):
    probe = f"{code}\nimport sys; print(*(m for m in {(*SLOW, 'rich')!r} if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)  # noqa: S603 our own code
    assert done.stdout.splitlines()[-1] == ""
