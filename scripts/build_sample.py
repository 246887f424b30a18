#!/usr/bin/env python3
"""Make reports/sample from the articles in seeds/, or check that it is current.

    scripts/build_sample.py            make it
    scripts/build_sample.py --check    exit 1 and say what differs

The sample holds the printed report, its pages as pictures and the CSV tables.
Two machines may draw a picture or round a score a little differently, so the
check compares pictures within a tolerance and numbers to two decimals.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "reports" / "sample"
TITLE = "Reactions to 12th Fail"
KEPT = ("report.pdf", "reactions.csv", "articles.csv", "people.csv", "emoji.csv")
CLOSE = 12.0
"""Mean difference of two pages' grey values, 0 to 255, up to which they are alike."""
_NUMBERS = ("score", "confidence", "mean")


def build(folder: Path) -> None:
    """Write the sample's files into ``folder``."""
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "report"
        # the rules' scores are the same on every processor
        command = [sys.executable, "-m", "sentiment", "report", "seeds", "--scorer", "rules"]
        subprocess.run(  # noqa: S603 - our own command, fixed arguments
            [*command, "--quiet", "--title", TITLE, "-o", str(made)], cwd=ROOT, check=True
        )
        folder.mkdir(parents=True, exist_ok=True)
        for name in KEPT:
            shutil.copy(made / name, folder / name)
        pages = folder / "pages"
        if pages.exists():
            shutil.rmtree(pages)
        shutil.copytree(made / "pages", pages)


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table, numbers that a scorer gives rounded to one decimal."""
    with path.open(encoding="utf-8", newline="") as lines:
        found = list(csv.DictReader(lines))
    for row in found:
        for name, value in row.items():
            if name.startswith(_NUMBERS) and value:
                row[name] = f"{float(value.lstrip(chr(39))):.1f}"
    return found


def differences(made: Path, kept: Path) -> list[str]:
    """What is not current in ``kept``, in sentences; empty if all is."""
    found = [
        f"{name} has other rows"
        for name in KEPT
        if name.endswith(".csv")
        and not ((kept / name).exists() and rows(made / name) == rows(kept / name))
    ]
    pages = sorted(p.name for p in (made / "pages").iterdir())
    if pages != sorted(p.name for p in (kept / "pages").glob("*")):
        return [*found, f"pages/ should hold {', '.join(pages)}"]
    for page in pages:
        new, old = (Image.open(folder / "pages" / page).convert("L") for folder in (made, kept))
        if new.size != old.size:
            found.append(f"{page} has another size")
        elif ImageStat.Stat(ImageChops.difference(new, old)).mean[0] > CLOSE:
            found.append(f"{page} looks otherwise")
    return found


def main() -> int:
    if sys.argv[1:] not in ([], ["--check"]):
        print(__doc__)
        return 2
    if not sys.argv[1:]:
        build(SAMPLE)
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        build(Path(scratch))
        found = differences(Path(scratch), SAMPLE)
    for line in found:
        print(f"reports/sample: {line}; run scripts/build_sample.py and look at the pages")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
