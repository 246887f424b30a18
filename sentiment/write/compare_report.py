"""How does a comparison become a folder: a page to read, tables to go on with?"""

from __future__ import annotations

from dataclasses import asdict
from itertools import chain
from typing import TYPE_CHECKING, Final

from sentiment.write.compare_page import comparison_page
from sentiment.write.files import whole_file
from sentiment.write.folders import whole_folder
from sentiment.write.manifest import write_json, write_manifest
from sentiment.write.records import csv_lines, rounded_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from sentiment.results import Comparison, Difference

_DIFFERENCES: Final = (
    "table", "name", "part_a", "of_a", "part_b", "of_b", "difference", "low", "high", "p",
    "adjusted",
)  # fmt: skip
_PEOPLE: Final = ("only_in", "author", "handle", "platform", "reactions", "distinct", "mean")
_EMOJI: Final = ("only_in", "emoji", "name", "count", "described", "reactions", "mean")


def write_comparison(
    found: Comparison,
    folder: Path,
    *,
    manifest: Mapping[str, object],
    title: str | None = None,
    raw_csv: bool = False,
) -> None:
    """``comparison.html`` and ``.json``, ``differences.csv``, ``people.csv``, ``emoji.csv``.

    Raises ReportError as ``write_report`` does.
    """
    with whole_folder(folder) as staged:
        with whole_file(staged / "comparison.html") as file:
            file.write(comparison_page(found, title=title).encode("utf-8"))
        write_json(staged / "comparison.json", rounded_parts(asdict(found)))
        tables = {
            "differences.csv": (_DIFFERENCES, _differences(found)),
            "people.csv": (_PEOPLE, _only(found, "people", _PEOPLE[1:])),
            "emoji.csv": (_EMOJI, _only(found, "emoji", _EMOJI[1:])),
        }
        for name, (columns, rows) in tables.items():
            with whole_file(staged / name) as file:
                lines = csv_lines(columns, rows, raw=raw_csv)
                file.writelines(line.encode("utf-8") for line in lines)
        write_manifest(staged, manifest)


def _differences(found: Comparison) -> Iterable[list[object]]:
    tables: dict[str, Sequence[Difference]] = {
        "sentiment": found.labels,
        **{f"positive by {name}": lines for name, lines in found.groups.items()},
        **{f"volume by {name}": lines for name, lines in found.volumes.items()},
        "emoji": found.emoji,
    }
    for table, lines in tables.items():
        for line in lines:
            yield [table, *(rounded_parts(getattr(line, name)) for name in _DIFFERENCES[1:])]


def _only(found: Comparison, what: str, columns: Sequence[str]) -> Iterable[list[object]]:
    sides = (
        [(found.name_b, line) for line in getattr(found, f"new_{what}")],
        [(found.name_a, line) for line in getattr(found, f"gone_{what}")],
    )
    for side, line in chain(*sides):
        yield [side, *(getattr(line, name) for name in columns)]
