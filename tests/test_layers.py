"""Imports go one way: a stage imports what all share, and never another stage."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "sentiment"
STAGES = ("collect", "extract", "score", "tally", "write")
SHARED = frozenset({"model", "errors", "data", "results"})

# What each part of the package may import from the package.
ALLOWED = {
    "errors": frozenset[str](),
    "model": frozenset[str](),
    "data": frozenset({"errors"}),
    "results": frozenset({"model"}),
    "settings": frozenset({"errors"}),
    "attributes": frozenset[str](),
    "evaluation": frozenset({"attributes"}),
    "manifest": frozenset({"model", "results"}),
    **dict.fromkeys(STAGES, SHARED),
    "engine": SHARED | {"extract", "score", "tally"},
    "interface": SHARED | {"collect", "engine", "manifest", "score", "tally", "write"},
    "cli": SHARED | {*STAGES, "engine", "manifest", "settings", "evaluation"},
    "__init__": SHARED | {"interface", "extract", "score"},
    "__main__": frozenset({"cli"}),
}
# Slow or optional packages, and the parts that may import them at all.
ONLY_IN = {
    "dask": {"engine"},
    "distributed": {"engine"},
    "matplotlib": set[str](),  # charts are laid out by Typst
    "typst": {"write"},
    "typer": {"cli"},
    "rich": {"cli"},
    "lxml": {"collect"},
    "trafilatura": {"collect"},
    "warcio": {"collect"},
    "ftfy": {"collect"},
    "vaderSentiment": {"score"},
}
FILES = sorted(PACKAGE.rglob("*.py"))


def part_of(file: Path) -> str:
    first = file.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported(file: Path) -> set[str]:
    """Every module that a file imports, those inside functions included."""
    tree = ast.parse(file.read_text("utf-8"), filename=str(file))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: write imports in full"
            module = node.module or ""
            if module == "sentiment":
                names.update(f"sentiment.{alias.name}" for alias in node.names)
            else:
                names.add(module)
    return names


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.relative_to(PACKAGE).as_posix())
def test_imports_stay_in_their_layer(file):
    part = part_of(file)
    assert part in ALLOWED, f"say in {Path(__file__).name} what {part} may import"
    for module in imported(file):
        top, _, rest = module.partition(".")
        if top == "sentiment":
            target = rest.split(".")[0]
            assert target in ALLOWED[part] | {part}, f"{part} must not import {module}"
        elif top in ONLY_IN:
            assert part in ONLY_IN[top], f"{part} must not import {top}"


def test_every_module_begins_with_what_it_answers():
    for file in FILES:
        tree = ast.parse(file.read_text("utf-8"))
        assert ast.get_docstring(tree), f"{file} has no docstring"


def test_only_collect_data_and_write_touch_the_disk():
    """The stages between them are pure; engine and interface read nothing themselves."""
    for file in FILES:
        if part_of(file) not in {"extract", "score", "tally", "engine", "evaluation", "model"}:
            continue
        calls = {
            node.func.id
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert "open" not in calls, f"{file} opens a file"
        assert "print" not in calls, f"{file} prints"
