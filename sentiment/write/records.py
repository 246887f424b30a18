"""How do scored reactions become records in a file or a pipe?

JSON Lines and Parquet are exact. In CSV lists stand as JSON, and text that a
spreadsheet would run is guarded (see ``cells``) unless asked for raw.
"""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

from sentiment.errors import ReportError
from sentiment.model import REACTION_COLUMNS, record
from sentiment.write.cells import cell
from sentiment.write.files import whole_file
from sentiment.write.parquet import GROUP, write_parquet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO, TextIO

    from sentiment.model import ScoredReaction

Format: TypeAlias = Literal["jsonl", "csv", "parquet"]

# What some readers take for the end of a line, and what UTF-8 cannot hold.
_ESCAPED: Final = re.compile("[\x85\u2028\u2029\ud800-\udfff]")

# Digits of shares and p values: what floating point makes of the rest differs by machine.
_DIGITS: Final = 6


def write_records(
    scored: Iterable[ScoredReaction],
    destination: Path | TextIO | BinaryIO,
    format: Literal["jsonl", "csv", "parquet"],  # noqa: A002 - named as the option --format is
    *,
    raw_csv: bool = False,
) -> None:
    """Write one record a reaction, as they come.

    destination  a path, whose file is whole or not there; or an open file or
                 pipe, which is flushed and stays open
    raw_csv      CSV cells exactly as they are, even where a spreadsheet would
                 run them
    Raises ReportError if the path cannot be written, or if Parquet, which is
    binary, is to go to a text stream.
    """
    if isinstance(destination, Path):
        with whole_file(destination) as file:
            _write(scored, file, format, raw_csv=raw_csv)
    elif isinstance(destination, io.TextIOBase):
        _write_text(scored, destination, format, raw_csv=raw_csv)
    else:
        binary = cast("BinaryIO", destination)
        _write(scored, binary, format, raw_csv=raw_csv)
        binary.flush()


def _write_text(
    scored: Iterable[ScoredReaction], stream: io.TextIOBase, format_: Format, *, raw_csv: bool
) -> None:
    """Write to a text stream: to the bytes behind it, which are UTF-8 whatever the terminal's."""
    stream.flush()
    binary: BinaryIO | None = getattr(stream, "buffer", None)
    if binary is not None:
        _write(scored, binary, format_, raw_csv=raw_csv)
        binary.flush()
    elif format_ == "parquet":
        raise ReportError("Parquet is binary: give it a file with -o, or a binary stream")
    else:
        stream.writelines(_lines(scored, format_, raw_csv=raw_csv))


def _write(
    scored: Iterable[ScoredReaction], file: BinaryIO, format_: Format, *, raw_csv: bool
) -> None:
    if format_ == "parquet":
        write_parquet("reactions", _columns(scored), file)
        return
    file.writelines(line.encode("utf-8") for line in _lines(scored, format_, raw_csv=raw_csv))


def _columns(scored: Iterable[ScoredReaction]) -> Iterator[dict[str, list[object]]]:
    """Records turned into columns, as many at a time as go into one group of rows."""
    rows = iter(scored)
    while group := [record(reaction) for reaction in islice(rows, GROUP)]:
        yield {name: [row[name] for row in group] for name in REACTION_COLUMNS}


def _lines(scored: Iterable[ScoredReaction], format_: Format, *, raw_csv: bool) -> Iterator[str]:
    if format_ == "jsonl":
        return (f"{json_text(record(reaction))}\n" for reaction in scored)
    rows = (list(record(reaction).values()) for reaction in scored)
    return csv_lines(REACTION_COLUMNS, rows, raw=raw_csv)


def json_text(value: object, *, indent: int | None = None) -> str:
    """A value as JSON, exact: what UTF-8 or a reader of lines cannot hold is escaped."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def rounded_parts(value: object) -> object:
    """A value with all of its shares and p values to as many digits as any machine makes."""
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, dict):
        return {key: rounded_parts(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [rounded_parts(part) for part in value]
    return value


def csv_lines(
    names: Iterable[str], rows: Iterable[Iterable[object]], *, raw: bool
) -> Iterator[str]:
    """A table as CSV after RFC 4180, the header first."""
    line = io.StringIO(newline="")
    writer = csv.writer(line, lineterminator="\r\n")
    for row in chain([list(names)], rows):
        writer.writerow([cell(value, raw=raw) for value in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()
