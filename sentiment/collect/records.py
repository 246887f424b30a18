"""Which articles does a table of them hold: JSON lines, CSV or Parquet?

A record needs a text or a page; its other fields are taken where their names
say what they are. A record is called by its file and its line (Parquet: row),
counted from 1 over every line of the file: ``crawl.jsonl#12``.
"""

from __future__ import annotations

import csv
import io
import json
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from sentiment.collect.archives import DOCUMENT_LIMIT, MEBIBYTE
from sentiment.collect.fields import KNOWN, fold_name, missing_text, read_fields
from sentiment.errors import ArticleError
from sentiment.results import Unreadable

if TYPE_CHECKING:
    from _csv import Reader as CsvReader
    from collections.abc import Iterator

    from sentiment.collect.documents import Notice
    from sentiment.model import Article

_DELIMITERS: Final = (",", ";", "\t", "|")
# Rows of a Parquet file held at a time.
_BATCH: Final = 64
_UNDECODED = re.compile("[\udc80-\udcff]")
# A record with these is a reaction, found by this program or marked by hand.
_REACTION: Final = frozenset({"text", "kind", "start", "end"})
_LEFT_OUT: Final = "holds reactions, not articles: left out"


def read_jsonl(
    stream: BinaryIO, name: str, *, encoding: str | None = None, notice: Notice | None = None
) -> Iterator[Article | Unreadable]:
    """The article of each line that is a JSON object; nothing of a file of reactions."""
    with _decoded(stream, encoding, newline="\n") as lines:
        for number, line in _numbered(lines, name):
            source = f"{name}#{number}"
            if isinstance(line, Unreadable):
                yield line
            elif number == 1 and _is_reaction(line):
                if notice is not None:
                    notice(name, _LEFT_OUT)
                return
            elif line.strip():
                bad = _bad_byte(line, source, encoding)
                yield bad or _from_json(line, source, notice)


def read_csv(
    stream: BinaryIO,
    name: str,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    notice: Notice | None = None,
) -> Iterator[Article | Unreadable]:
    """The article of each row; the first row names the columns.

    delimiter  None: the one of , ; tab | that the first row has most of
    """
    with _decoded(stream, encoding, newline="") as lines, _long_cells():
        try:
            first = lines.readline(MEBIBYTE)
        except UnicodeDecodeError as error:
            raise ArticleError(
                f"{name} cannot be decoded ({error}): re-save it as UTF-8"
            ) from error
        chosen = delimiter or max(_DELIMITERS, key=first.count)
        header = [fold_name(cell) for cell in next(csv.reader([first], delimiter=chosen), [])]
        if set(header) >= _REACTION:
            if notice is not None:
                notice(name, _LEFT_OUT)
            return
        refused = missing_text(header, name)
        if refused:
            raise ArticleError(refused)
        for source, row in _rows(csv.reader(lines, delimiter=chosen), name):
            if isinstance(row, Unreadable):
                yield row
            elif row:
                bad = _bad_byte("\n".join(row), source, encoding)
                fields = dict(zip(header, row, strict=False))
                yield bad or read_fields(fields, source, notice)


@contextmanager
def _long_cells() -> Iterator[None]:
    """The csv module's limit of 128 KiB a cell, which is the process's, lifted for pages."""
    before = csv.field_size_limit(DOCUMENT_LIMIT)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _rows(rows: CsvReader, name: str) -> Iterator[tuple[str, list[str] | Unreadable]]:
    """Each row by its file and first line; a broken one as Unreadable."""
    while True:
        number = rows.line_num + 2  # the header is line 1
        source = f"{name}#{number}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield source, Unreadable(source, f"is a broken row ({error}): mend or remove it")
            continue
        except UnicodeDecodeError as error:
            yield source, Unreadable(source, f"cannot be decoded ({error}): re-save it as UTF-8")
            return
        if row is None:
            return
        yield source, row


def read_parquet(
    stream: BinaryIO, name: str, *, notice: Notice | None = None
) -> Iterator[Article | Unreadable]:
    """The article of each row."""
    import pyarrow as pa  # noqa: PLC0415 loads slowly, and most batches have no Parquet file
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    try:
        table = pq.ParquetFile(stream)
        columns = {column: fold_name(column) for column in table.schema_arrow.names}
        refused = missing_text(columns.values(), name)
        if refused:
            raise ArticleError(refused)
        wanted = [c for c, folded in columns.items() if folded in KNOWN]
        number = 0
        for batch in table.iter_batches(batch_size=_BATCH, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                fields = {columns[column]: value for column, value in row.items()}
                yield read_fields(fields, f"{name}#{number}", notice)
    except (pa.ArrowException, OSError) as error:
        cause = str(error).splitlines()[0]
        raise ArticleError(f"{name} is a broken Parquet file ({cause}): write it again") from error


def _is_reaction(line: str) -> bool:
    try:
        record = json.loads(line)
    except (RecursionError, ValueError):
        return False  # told where the line is read as an article
    return isinstance(record, dict) and record.keys() >= _REACTION


def _from_json(line: str, source: str, notice: Notice | None) -> Article | Unreadable:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        return Unreadable(
            source, f"is not JSON ({error.msg} at column {error.colno}): mend or remove the line"
        )
    except (RecursionError, ValueError) as error:  # nested, or a number, beyond what Python reads
        return Unreadable(source, f"is not readable JSON ({error}): mend or remove the line")
    if not isinstance(record, dict):
        return Unreadable(source, "is no JSON object: each line must be {...} with a text field")
    fields = {fold_name(key): value for key, value in record.items()}
    refused = missing_text(fields, source)
    if refused:
        return Unreadable(source, refused.removeprefix(source).strip())
    return read_fields(fields, source, notice)


def _decoded(stream: BinaryIO, encoding: str | None, newline: str) -> io.TextIOWrapper:
    """The stream's text. A byte that does not fit stays marked, so that one record is lost."""
    buffered = cast("io.BufferedReader", stream)
    if not hasattr(stream, "peek"):  # a spooled file of standard input
        buffered = io.BufferedReader(cast("io.RawIOBase", stream))
    start = buffered.peek(2)[:2]
    wide = "utf-16" if start.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return io.TextIOWrapper(
        buffered, encoding=encoding or wide, errors="surrogateescape", newline=newline
    )


def _numbered(lines: io.TextIOWrapper, name: str) -> Iterator[tuple[int, str | Unreadable]]:
    number = 0
    while True:
        number += 1
        try:
            line = lines.readline(DOCUMENT_LIMIT)
        except UnicodeDecodeError as error:
            yield (
                number,
                Unreadable(f"{name}#{number}", f"cannot be decoded ({error}): re-save it as UTF-8"),
            )
            return
        if not line:
            return
        if len(line) < DOCUMENT_LIMIT or line.endswith("\n"):
            yield number, line
            continue
        while line and not line.endswith("\n"):
            line = lines.readline(MEBIBYTE)
        yield (
            number,
            Unreadable(
                f"{name}#{number}", f"is a line of over {DOCUMENT_LIMIT // MEBIBYTE} MiB: split it"
            ),
        )


def _bad_byte(line: str, source: str, encoding: str | None) -> Unreadable | None:
    if line.isascii():
        return None
    match = _UNDECODED.search(line)
    if match is None:
        return None
    byte = ord(match[0]) - 0xDC00
    return Unreadable(
        source,
        f"is not {encoding or 'UTF-8'} (byte 0x{byte:02x} at character {match.start()}): "
        "re-save it, or pass --encoding cp1252",
    )
