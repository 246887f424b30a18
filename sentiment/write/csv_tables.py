"""How do the tables of a batch become files, as CSV and as Parquet?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sentiment.data.columns import TABLES, columns_of
from sentiment.write.files import whole_file
from sentiment.write.parquet import write_parquet
from sentiment.write.records import csv_lines

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from sentiment.data.columns import TableName
    from sentiment.results import Tables


def write_tables(tables: Tables, folder: Path, *, raw_csv: bool = False) -> None:
    """``reactions.csv`` and its like in ``folder``, each with its Parquet twin."""
    for name in TABLES:
        rows = plain_rows(getattr(tables, name), name)
        with whole_file(folder / f"{name}.csv") as file:
            for line in csv_lines(rows, zip(*rows.values(), strict=True), raw=raw_csv):
                file.write(line.encode("utf-8"))
        with whole_file(folder / f"{name}.parquet") as file:
            write_parquet(name, [rows], file)


def plain_rows(frame: pd.DataFrame, table: TableName) -> dict[str, list[object]]:
    """The columns of a table as Python values, ``None`` for unknown."""
    columns: dict[str, list[object]] = {}
    for column in columns_of(table):
        cells = frame[column.name]
        if column.type == "list":
            columns[column.name] = [list(value) for value in cells]
        else:
            columns[column.name] = cells.astype(object).where(cells.notna(), None).tolist()
    return columns
