"""Which files make up a report, and was it us who wrote them?

``manifest.json`` holds what the caller knows (versions, settings, inputs,
timings), what could not be read, and the name of every file of the report. By
that list an earlier report is told from a folder with other people's files.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from sentiment.write.files import whole_file
from sentiment.write.records import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from sentiment.results import Unreadable

NAME: Final = "manifest.json"


def write_manifest(
    folder: Path, manifest: Mapping[str, object], unreadable: Iterable[Unreadable] = ()
) -> None:
    """Write ``manifest.json``, last, when all other files of the report are there."""
    written = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
    bad = [{"source": one.source, "reason": one.reason} for one in unreadable]
    content = {**manifest, "unreadable": bad, "files": sorted({*written, NAME})}
    write_json(folder / NAME, content)


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """What the manifest in ``folder`` says; ``None`` if there is none, or none of ours."""
    try:
        content = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):  # no manifest, or anybody's
        return None
    ours = isinstance(content, dict) and isinstance(content.get("files"), list)
    return content if ours else None


def files_of_report(folder: Path) -> frozenset[str] | None:
    """The files that an earlier report consists of; ``None`` if there is no report."""
    manifest = read_manifest(folder)
    return None if manifest is None else frozenset(map(str, manifest["files"]))


def write_json(path: Path, content: object) -> None:
    """A value as JSON that people can read, whole or not at all."""
    with whole_file(path) as file:
        file.write(json_text(content, indent=2).encode("utf-8") + b"\n")
