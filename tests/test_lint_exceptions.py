"""Does every exception from a rule of ruff or mypy give its reason beside it?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODES = r"[A-Z]+\d+(?:, ?[A-Z]+\d+)*"
BARE = re.compile(rf"# noqa(?!: {CODES}\s+\S)|# type: ignore(?!\[[\w, -]+\]\s+\S)")


@pytest.mark.parametrize(
    ("comment", "bare"),
    [
        ("# noqa", True), ("# noqa: E501", True), ("# noqa: E501, F401", True),
        ("# noqa: E501 - the address is long", False), ("# type: ignore", True),
        ("# type: ignore[index]", True), ("# type: ignore[index]  # names are kinds", False),
    ],
)  # fmt: skip
def test_a_reason_is_told_from_a_code(comment, bare):
    assert bool(BARE.search(comment)) == bare


def test_no_exception_is_without_its_reason():
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for folder in ("sentiment", "scripts", "tests")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if BARE.search(line) and path != Path(__file__)
    ]
    assert not found, f"say why beside it: {', '.join(found)}"
