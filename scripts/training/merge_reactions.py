"""Which reactions were written for this project, and on which side does each stand?

    python scripts/training/merge_reactions.py [PART.tsv ...]

adds the rows of the parts (label, language, domain, kind, phenomenon, text, under a
header of three lines) to reactions.tsv, mends the labels that corrections.tsv names,
and writes the table anew. Without parts it writes what is there, so a run after a
change of corrections.tsv is enough. An id is a hash of the text: rows keep theirs
whatever is added, and a text written twice is kept once.
"""

from __future__ import annotations

import hashlib
import re
import sys
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).resolve().parent
REACTIONS = HERE / "reactions.tsv"
CORRECTIONS = HERE / "corrections.tsv"
LABELS = ("negative", "neutral", "positive")
PART_HEADER = 3  # lines; dropped by position, because a text may begin with "#"
TENTH = 6554  # of the 65,536 values of two bytes

# Invented codes behind a real shortener might lead somewhere one day: they move to a
# reserved domain, whose two letters are chosen so that no text changes sides by it.
SHORTENERS = re.compile(r"(?:https?://t\.co|pic\.twitter\.com)/")
RESERVED = "https://th.example/"

HEADER = """\
# reactions: short reactions written for this project, labelled as they were written
# licence: CC BY 4.0, the sentiment project (the code beside it has its own licence)
# source: composed for this set; nobody posted them, and names, titles and handles are invented
# made by: scripts/training/merge_reactions.py; labels mended by corrections.tsv
# id: hash of the text; part: test is never trained on; text: \\n stands for a line break
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled reaction, as reactions.tsv holds it."""

    id: str
    part: str
    label: str
    language: str
    domain: str
    kind: str
    phenomenon: str
    text: str


COLUMNS = tuple(field.name for field in fields(Row))


def make_id(text: str) -> str:
    """Ten hexadecimal digits: that any two of 7,000 texts share one has odds of 1 to 45,000."""
    return "r" + hashlib.sha256(_plain(text).encode()).hexdigest()[:10]


def choose_part(phenomenon: str, text: str) -> str:
    """``test`` for a tenth of the texts, else ``train``.

    The members of a minimal pair ("minimal-pair:a-f105") share their key and so
    their side: one in training would give the other away, or mislead about it.
    """
    key = phenomenon if ":" in phenomenon else _plain(text)
    digest = hashlib.sha256(key.encode()).digest()
    return "test" if digest[0] * 256 + digest[1] < TENTH else "train"


def _plain(text: str) -> str:
    return text.replace("\\n", "\n").strip().casefold()


def parse_part(content: str, name: str) -> list[Row]:
    """Rows of one part. Raises ValueError naming the line and the mend."""
    rows = []
    for number, line in enumerate(content.split("\n"), start=1):
        if number <= PART_HEADER or not line.strip():
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != len(COLUMNS) - 2 or cells[0] not in LABELS:
            raise ValueError(f"{name}, line {number}: expected {', '.join(COLUMNS[2:])}")
        cells[-1] = SHORTENERS.sub(RESERVED, cells[-1])
        phenomenon, text = cells[-2:]
        rows.append(Row(make_id(text), choose_part(phenomenon, text), *cells))
    return rows


def parse_reactions(content: str, name: str = "reactions.tsv") -> list[Row]:
    """Rows of the merged table. Raises ValueError naming the line."""
    rows = []
    lines = content.split("\n")
    first = lines.index("# columns: " + "\t".join(COLUMNS)) + 1
    for number, line in enumerate(lines[first:], start=first + 1):
        if not line:
            continue
        cells = line.split("\t")
        if len(cells) != len(COLUMNS):
            raise ValueError(f"{name}, line {number}: {len(cells)} cells, not {len(COLUMNS)}")
        rows.append(Row(*cells))
    return rows


def parse_corrections(content: str) -> dict[str, tuple[str, str]]:
    """Old and new label by id."""
    rows = (line.split("\t") for line in content.split("\n") if line and not line.startswith("#"))
    return {key: (old, new) for key, old, new, _ in rows}


def merge(rows: Iterable[Row], corrections: dict[str, tuple[str, str]]) -> list[Row]:
    """The first row of each text, with its label mended. Raises ValueError on a stray correction.

    A correction names the label that it replaces or that it has replaced already;
    anything else means that the text was labelled anew since.
    """
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(row.id, row)
    for key, (old, new) in corrections.items():
        if key not in found or found[key].label not in {old, new}:
            raise ValueError(f"corrections.tsv: no {old} row {key}; drop the line or mend it")
        found[key] = replace(found[key], label=new)
    return list(found.values())


def format_reactions(rows: Iterable[Row]) -> str:
    lines = ("\t".join(getattr(row, name) for name in COLUMNS) for row in rows)
    return HEADER + "# columns: " + "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n"


def main(parts: list[str]) -> None:
    rows = []
    if REACTIONS.exists():
        rows += parse_reactions(REACTIONS.read_text(encoding="utf-8"))
    for part in parts:
        rows += parse_part(Path(part).read_text(encoding="utf-8"), part)
    corrections = {}
    if CORRECTIONS.exists():
        corrections = parse_corrections(CORRECTIONS.read_text(encoding="utf-8"))
    merged = merge(rows, corrections)
    REACTIONS.write_text(format_reactions(merged), encoding="utf-8")
    held = sum(row.part == "test" for row in merged)
    print(f"{len(merged)} texts, {held} of them held out; {len(corrections)} labels mended")


if __name__ == "__main__":
    main(sys.argv[1:])
