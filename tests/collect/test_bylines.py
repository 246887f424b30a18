from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sentiment.collect.bylines import Head, read_head

CASES = tomllib.loads((Path(__file__).parent.parent / "cases/bylines.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["label"])
def test_heads(case):
    expected = Head(case.get("title"), case.get("outlet"), case.get("published"))
    assert read_head(case["text"]) == expected


def test_only_the_head_is_read():
    text = "A paragraph.\n" * 20 + "Published: March 3, 2024"
    assert read_head(text).published is None


def test_a_long_line_costs_no_time():
    assert read_head("“" * 5_000_000) == Head()
    assert read_head("3 May " * 1_000_000) == Head()
    assert read_head("\n" * 50_000_000) == Head()
