"""Which columns has each table, and what may stand in their cells?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, TypeAlias, cast, get_args

from sentiment.data.loader import read_table
from sentiment.errors import DataFileError

TableName: TypeAlias = Literal["reactions", "articles", "people", "emoji"]
Type: TypeAlias = Literal["string", "integer", "number", "list"]

TABLES: Final[tuple[TableName, ...]] = get_args(TableName)

_FILE: Final = "columns.tsv"
_RANGE: Final = re.compile(r"(-?\d+) to (-?\d+)")
_ONE_OF: Final = "one of "
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    unit      what it is measured in, its range, or its closed list of values; "" if none
    missing   what an empty cell means; "" if there are none
    required  whether every row has a value
    """

    name: str
    type: Type
    unit: str
    missing: str
    meaning: str

    @property
    def required(self) -> bool:
        """Whether every row has a value."""
        return self.missing.startswith("never")

    @property
    def bounds(self) -> tuple[int, int] | None:
        """Least and greatest value of a number with a range."""
        found = _RANGE.fullmatch(self.unit)
        return (int(found[1]), int(found[2])) if found else None

    @property
    def values(self) -> tuple[str, ...]:
        """The closed list its values come from; empty if it is open."""
        if not self.unit.startswith(_ONE_OF):
            return ()
        return tuple(self.unit.removeprefix(_ONE_OF).split(", "))


@cache
def columns_of(table: TableName) -> tuple[Column, ...]:
    """The columns of a table, in order. Raises DataFileError for an unknown type."""
    header = ("table", "column", "type", "unit", "missing", "meaning")
    found: list[Column] = []
    for name, column, kind, unit, missing, meaning in read_table(_FILE, header, 2):
        if kind not in get_args(Type) or name not in TABLES:
            raise DataFileError(
                f"{_FILE}, {name} {column}: type {kind} or table {name} is unknown: "
                f"use {', '.join(get_args(Type))} and {', '.join(TABLES)}"
            )
        if name == table:
            found.append(Column(column, cast("Type", kind), unit, missing, meaning))
    return tuple(found)


def storable(text: str) -> str:
    """Text that UTF-8 can hold: each lone surrogate becomes U+FFFD."""
    return _SURROGATES.sub("\ufffd", text)
