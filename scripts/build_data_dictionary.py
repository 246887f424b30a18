#!/usr/bin/env python3
"""What does every column mean? Writes README.md's data dictionary from sentiment/data/columns.tsv.

    python scripts/build_data_dictionary.py [--check]

With --check nothing is written; the exit code is 1 if README.md is not current.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sentiment.data.columns import TABLES, columns_of

if TYPE_CHECKING:
    from sentiment.data.columns import TableName

README: Final = Path(__file__).parent.parent / "README.md"
BEGIN: Final = "<!-- data dictionary: begin -->"
END: Final = "<!-- data dictionary: end -->"

_INTRODUCTION: Final = """\
Made by `scripts/build_data_dictionary.py`; a report's `datapackage.json` says
the same to programs ([Frictionless](https://specs.frictionlessdata.io)).

CSV files are UTF-8 after RFC 4180, lists are JSON, and an empty cell is unknown.
Text that a spreadsheet would run as a formula begins with an apostrophe there,
unless `--raw-csv` is given; Parquet and JSON lines are exact. *Reactions* count
every copy; *distinct* reactions count the copies of one once."""

_TITLES: Final[dict[TableName, str]] = {
    "reactions": "one row a reaction, and one JSON line",
    "articles": "one row an article, in the order in which they were read",
    "people": "one row a person, who said most first",
    "emoji": "one row an emoji, the most used first",
}


def dictionary() -> str:
    """The section between the markers."""
    parts = [_INTRODUCTION]
    for table in TABLES:
        rows = [f"### `{table}`: {_TITLES[table]}", "", "| column | type | meaning | empty if |"]
        rows.append("|---|---|---|---|")
        for column in columns_of(table):
            unit = f", {column.unit}" if column.unit else ""
            rows.append(
                f"| `{column.name}` | {column.type}{unit} | {column.meaning} | {column.missing} |"
            )
        parts.append("\n".join(rows))
    return "\n\n".join(parts)


def renew(readme: str) -> str:
    """The README with its data dictionary current. Raises SystemExit if it has no markers."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"README.md: put {BEGIN} and {END} where the data dictionary goes")
    return f"{before}{BEGIN}\n\n{dictionary()}\n\n{END}{after}"


def main() -> int:
    old = README.read_text(encoding="utf-8")
    new = renew(old)
    if "--check" in sys.argv[1:]:
        return int(new != old)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
