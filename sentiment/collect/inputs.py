"""Which files do the given inputs name, in which order, and what are they called?

An input is a file, a folder, a glob or ``-`` for standard input. A folder gives
the files below it whose ending is known, in the order of their paths; hidden
ones and those of earlier reports are left out. A file that several inputs name is read once.
"""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sentiment.results import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STDIN: Final = "-"
ENDINGS: Final = (".txt", ".html", ".htm", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".warc")
ARCHIVES: Final = (".zip", ".gz")
# Files that tell a report folder.
_REPORT: Final = frozenset({"manifest.json", "reactions.parquet"})


@dataclass(frozen=True, slots=True)
class Named:
    """A file to read. path: None for standard input. name: what its articles are called."""

    path: Path | None
    name: str


def find_inputs(inputs: Sequence[str], skip: Sequence[Path] = ()) -> Iterator[Named | Unreadable]:
    """Every file that ``inputs`` name, once, in their order; what is missing as Unreadable.

    skip  files to leave out, such as a gold file beside the articles
    A file is called by its name, one below a folder by its path from there; a
    second file of the same name by its whole path as given.
    """
    seen = {path.resolve() for path in skip}
    names: set[str] = set()
    for given in inputs:
        if given == STDIN:
            if STDIN not in names:
                names.add(STDIN)
                yield Named(None, STDIN)
            continue
        for found in _expand(given):
            if isinstance(found, Unreadable):
                yield found
                continue
            path, name = found
            resolved = path.resolve()
            if resolved in seen:
                continue
            seen.add(resolved)
            unique = path.as_posix() if name in names else name
            names.add(unique)
            yield Named(path, unique)


def has_known_ending(name: str) -> bool:
    """Whether a folder's or an archive's file is one to read."""
    lowered = name.lower()
    return lowered.removesuffix(".gz").endswith(ENDINGS) or lowered.endswith(ARCHIVES)


def _expand(given: str) -> Iterator[tuple[Path, str] | Unreadable]:
    path = Path(given)
    try:
        if path.is_dir():
            yield from _folder(path, given)
        elif path.exists():
            yield path, path.name
        elif glob.has_magic(given):
            yield from _glob(given)
        else:
            yield Unreadable(given, "does not exist: check the path")
    except (OSError, ValueError) as error:  # a name too long, with a NUL, on a dead mount
        yield Unreadable(given, f"cannot be looked up ({error}): check the path")


def _glob(pattern: str) -> Iterator[tuple[Path, str] | Unreadable]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 pathlib's takes no absolute pattern
    if not matches:
        yield Unreadable(pattern, "matches no file: check the pattern")
    for match in matches:
        path = Path(match)
        if path.is_dir():
            yield from _folder(path, match)
        else:
            yield path, path.name


def _folder(folder: Path, given: str) -> Iterator[tuple[Path, str] | Unreadable]:
    found: list[tuple[str, Path]] = []
    broken: list[Unreadable] = []

    def note(error: OSError) -> None:
        broken.append(
            Unreadable(
                str(error.filename), f"cannot be opened ({error.strerror}): check its permissions"
            )
        )

    for root, folders, files in os.walk(folder, onerror=note):
        if set(files) >= _REPORT:  # what we wrote earlier is no article
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            if not name.startswith(".") and has_known_ending(name):
                path = Path(root, name)
                found.append((path.relative_to(folder).as_posix(), path))
    if not found and not broken:
        yield Unreadable(
            given,
            f"holds no file to read: expected {', '.join(ENDINGS)}, or those in .zip or .gz",
        )
    for name, path in sorted(found):
        yield path, name
    yield from broken
