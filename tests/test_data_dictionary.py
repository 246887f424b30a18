"""Does README.md say what the columns mean, as they are now?"""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "build_data_dictionary.py"))


def test_the_data_dictionary_is_current():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert SCRIPT["renew"](readme) == readme, "run scripts/build_data_dictionary.py"


def test_every_column_stands_in_it():
    text = SCRIPT["dictionary"]()
    for name in ("vader_compound", "mean_score", "described_emoji", "published"):
        assert f"| `{name}` |" in text


def test_a_readme_without_markers_is_refused():
    with pytest.raises(SystemExit, match="put <!-- data dictionary: begin -->"):
        SCRIPT["renew"]("# sentiment\n")
