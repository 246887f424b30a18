"""Make sentiment/write/html/serif.woff: the Latin letters of Source Serif 4, for the page.

Run: python scripts/build_page_font.py

Cutting a font takes five seconds, too long for every report, so it is done
once, here. Letters outside Latin, and all emoji, are the reader's own fonts'.
The font's licence keeps the name "Source" for the original, so the cut one has
another.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).parent.parent
PLACE = ROOT / "sentiment" / "write" / "html" / "serif.woff"
# Latin with its accents; dashes, quotation marks, ellipsis, minus, times, euro, rupee.
POINTS = [
    *range(0x20, 0x7F), *range(0xA0, 0x180), 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D,
    0x2026, 0x20AC, 0x20B9, 0x2212, 0xD7,
]  # fmt: skip
WEIGHTS = (400, 600)
SIZE = 20
NAME = "Report Serif"
_FAMILY_NAMES = (1, 3, 4, 6, 16, 25)


def main() -> int:
    spec = importlib.util.find_spec("fontpkg_source_serif_4")
    if spec is None or spec.origin is None:
        print("pip install fontpkg-source-serif-4", file=sys.stderr)
        return 1
    whole = Path(spec.origin).parent / "files" / "SourceSerif4[opsz,wght].ttf"
    font = TTFont(whole, recalcTimestamp=False)
    options = subset.Options(
        layout_features=["kern", "liga", "lnum", "tnum"], hinting=False, recalc_timestamp=False,
        name_IDs=[0, 1, 2, 3, 4, 6, 13, 14],
    )  # fmt: skip
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=POINTS)
    subsetter.subset(font)
    cut = instancer.instantiateVariableFont(font, {"opsz": SIZE, "wght": WEIGHTS})
    for entry in cut["name"].names:
        if entry.nameID in _FAMILY_NAMES:
            entry.string = NAME.replace(" ", "") if entry.nameID == 6 else NAME  # noqa: PLR2004 - PostScript's, without spaces
    cut.flavor = "woff"
    cut.save(PLACE)
    print(f"{PLACE.relative_to(ROOT)}: {PLACE.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
