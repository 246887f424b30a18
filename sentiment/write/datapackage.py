"""What must a program know to read the tables: every column's type, unit and meaning?

A Frictionless data package (specs.frictionlessdata.io, version 1): a resource
for each CSV file, with its size and hash, and the name of its Parquet twin.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from sentiment.data.columns import TABLES, columns_of

if TYPE_CHECKING:
    from pathlib import Path

    from sentiment.data.columns import Column, TableName

_ABOUT: Final[dict[TableName, str]] = {
    "reactions": "One row a reaction, copies included",
    "articles": "One row an article, in the order in which they were read",
    "people": "One row a person, who said most first",
    "emoji": "One row an emoji, the most used first; those told in prose have rows of their own",
}
_GUARDED: Final = (
    "Text that a spreadsheet would run as a formula begins with an apostrophe; "
    "the Parquet file is exact."
)
_TYPES: Final = {"string": "string", "integer": "integer", "number": "number", "list": "array"}


def data_package(folder: Path, *, title: str | None, raw_csv: bool) -> dict[str, object]:
    """The package that describes the CSV files in ``folder``."""
    return {
        "profile": "tabular-data-package",
        "name": "reactions",
        "title": title or "Reactions in news articles",
        "description": "Reactions that news articles carry, with their authors and sentiment. "
        "Shares and means are counted over distinct reactions: copies of one form a cluster.",
        "resources": [_resource(folder, name, raw_csv=raw_csv) for name in TABLES],
    }


def _resource(folder: Path, name: TableName, *, raw_csv: bool) -> dict[str, object]:
    content = (folder / f"{name}.csv").read_bytes()
    schema: dict[str, object] = {
        "fields": [_field(column) for column in columns_of(name)],
        "missingValues": [""],
    }
    if name == "reactions":
        schema["primaryKey"] = ["id"]
        schema["foreignKeys"] = [
            {"fields": ["article"], "reference": {"resource": "articles", "fields": ["article"]}}
        ]
    elif name == "articles":
        schema["primaryKey"] = ["article"]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "description": f"{_ABOUT[name]}." if raw_csv else f"{_ABOUT[name]}. {_GUARDED}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "parquet": f"{name}.parquet",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, object]:
    constraints: dict[str, object] = {}
    if column.required:
        constraints["required"] = True
    if column.bounds:
        constraints["minimum"], constraints["maximum"] = column.bounds
    if column.values:
        constraints["enum"] = list(column.values)
    field: dict[str, object] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": column.meaning,
        "missing": column.missing,
    }
    if column.unit:
        field["unit"] = column.unit
    if constraints:
        field["constraints"] = constraints
    return field
