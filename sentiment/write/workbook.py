"""How do the tables become a workbook that opens ready to read?

Every text cell is written as text: a spreadsheet runs none of them.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from sentiment.data.columns import TABLES, columns_of, storable
from sentiment.errors import ReportError
from sentiment.write.csv_tables import plain_rows
from sentiment.write.files import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from sentiment.data.columns import Column, TableName
    from sentiment.results import Summary, Tables

# The most that a cell and a sheet hold.
_CELL: Final = 32_767
_ROWS: Final = 1_048_576 - 1
_CUT: Final = " [cut: whole in the CSV file]"
# Spreadsheets date their files; ours bear none of their own, so that equal reports are equal.
_DATED: Final = datetime(1980, 1, 1, tzinfo=UTC)
_WIDTHS: Final = {"string": 18, "integer": 10, "number": 12, "list": 16}
_WIDE: Final = {"text": 80, "translation": 40, "article": 32, "title": 60, "url": 32}
_LISTED: Final = (list, tuple, dict)


def check_workbooks() -> None:
    """Raise ReportError, before any work is done, if no workbook can be written."""
    if find_spec("xlsxwriter") is None:
        raise ReportError(
            "a workbook needs XlsxWriter: pip install 'reaction-sentiment[excel]', "
            "or leave --excel out"
        )


def write_workbook(tables: Tables, path: Path) -> None:
    """A sheet for the key numbers and one for each table, heads frozen and filters set."""
    import xlsxwriter  # noqa: PLC0415 - only for those who ask for a workbook

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with whole_file(path) as file, _refusals(path), xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"created": _DATED})
        head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        _key_numbers(book.add_worksheet("summary"), tables.summary, head)
        for name in TABLES:
            rows = plain_rows(getattr(tables, name), name)
            _table(book, name, rows, head)


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Its own errors are no OSErrors."""
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415 - see write_workbook

    try:
        yield
    except FileCreateError as error:
        raise ReportError(f"{path} cannot be written ({error}): leave --excel out") from error


def _key_numbers(sheet: Worksheet, summary: Summary, head: Format) -> None:
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 18)
    rows: list[tuple[str, object]] = [
        (name.replace("_", " "), value)
        for name, value in asdict(summary).items()
        if not isinstance(value, _LISTED)
    ]
    for share in summary.shares:
        rows += [
            (f"{share.sentiment}, distinct", share.distinct),
            (f"{share.sentiment}, share", share.share),
            (f"{share.sentiment}, share at least (95 %)", share.low),
            (f"{share.sentiment}, share at most (95 %)", share.high),
        ]
    for place, (label, value) in enumerate([("measure", "value"), *rows]):
        form = head if place == 0 else None
        sheet.write_string(place, 0, label, form)
        _put(sheet, place, 1, value, form)
    sheet.freeze_panes(1, 0)


def _table(
    book: xlsxwriter.Workbook, name: TableName, rows: dict[str, list[object]], head: Format
) -> None:
    sheet = book.add_worksheet(name)
    columns = columns_of(name)
    count = min(len(rows[columns[0].name]), _ROWS)
    top = book.add_format({"valign": "top"})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _width(column), top)
        sheet.write_string(0, place, column.name, head)
    for number, row in enumerate(zip(*rows.values(), strict=True), start=1):
        if number > count:
            break
        for place, value in enumerate(row):
            _put(sheet, number, place, value, top)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, count, len(columns) - 1)


def _width(column: Column) -> int:
    return _WIDE.get(column.name, _WIDTHS[column.type])


def _put(sheet: Worksheet, row: int, place: int, value: object, form: Format | None) -> None:
    if value is None:
        return
    if isinstance(value, int | float):
        sheet.write_number(row, place, value, form)
        return
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    whole = storable(text)
    short = whole if _length(whole) <= _CELL else whole[: _CELL // 2 - len(_CUT)] + _CUT
    sheet.write_string(row, place, short, form)


def _length(text: str) -> int:
    """Length as spreadsheets count it: in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
