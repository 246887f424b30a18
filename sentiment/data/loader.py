"""How is a data file read, and how is a malformed one refused?

Data files are UTF-8 TSV. Leading lines that start with ``#`` say what the file
is, where it comes from and which script made it; the last of them names the
columns, e.g. ``# columns: verb	kind``. Every row has exactly those columns, and
no two rows share the first one unless the caller names a longer key.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from sentiment.errors import DataFileError

_COLUMNS = "# columns: "


def parse_table(
    content: str, name: str, columns: tuple[str, ...], key: int = 1
) -> tuple[tuple[str, ...], ...]:
    """Rows of a data file.

    name     what errors call the file
    columns  the header it must declare
    key      how many leading columns must be unique together; 0 allows repeats
    Raises DataFileError naming the line (from 1) and the mend.
    """
    declared: tuple[str, ...] | None = None
    rows: list[tuple[str, ...]] = []
    seen: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(content.split("\n"), start=1):
        if line.startswith("#") and declared is None:
            if line.startswith(_COLUMNS):
                declared = tuple(line.removeprefix(_COLUMNS).split("\t"))
                if declared != columns:
                    raise DataFileError(
                        f"{name}, line {number}: columns are {declared}, expected {columns}"
                    )
            continue
        if not line.strip():
            continue
        if declared is None:
            raise DataFileError(f"{name}, line {number}: put '{_COLUMNS}...' above the first row")
        row = tuple(cell.strip() for cell in line.split("\t"))
        if len(row) != len(columns):
            raise DataFileError(
                f"{name}, line {number}: {len(row)} cells, expected {len(columns)} "
                f"separated by tabs ({', '.join(columns)})"
            )
        if key:
            head = row[:key]
            if head in seen:
                raise DataFileError(
                    f"{name}, line {number}: {head} stands on line {seen[head]} already; keep one"
                )
            seen[head] = number
        rows.append(row)
    if declared is None:
        raise DataFileError(f"{name}: no '{_COLUMNS}...' line")
    return tuple(rows)


@cache
def read_table(name: str, columns: tuple[str, ...], key: int = 1) -> tuple[tuple[str, ...], ...]:
    """Rows of ``sentiment/data/<name>``, checked once and kept."""
    content = (files("sentiment.data") / name).read_text(encoding="utf-8")
    return parse_table(content, name, columns, key)
