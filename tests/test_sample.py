"""The sample report is made from the sample articles, and is current."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "build_sample", ROOT / "scripts" / "build_sample.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def made(script: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    script.build(folder)
    return folder


def test_sample_is_current(script: ModuleType, made: Path) -> None:
    assert script.differences(made, ROOT / "reports" / "sample") == []


def test_a_stale_sample_is_told(script: ModuleType, made: Path, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    assert len(script.differences(made, tmp_path)) >= 4


def test_readme_shows_pages_that_exist() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = [part.split(")")[0] for part in readme.split("](reports/sample/")[1:]]
    assert shown
    assert all((ROOT / "reports" / "sample" / path).exists() for path in shown)
