"""How does a report folder come to be whole, or not at all?

It is written beside its place, under a name that begins with a dot, and takes
the place at the end by being renamed. A run killed before that leaves the old
report as it was; one killed between the two renames leaves the old report
under a name that the next run puts back.
"""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sentiment.errors import ReportError
from sentiment.write.files import unwritable
from sentiment.write.manifest import files_of_report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What systems and programs drop into any folder they show.
_LITTER: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".directory"})
_LOCKS: Final = ("~$", ".~lock.")


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """A folder to write into, which becomes ``folder`` when all is written.

    Raises ReportError if the place is taken by anything but a report of ours,
    or cannot be written.
    """
    place = folder.resolve() if folder.is_symlink() else folder
    staged = _beside(place, "partial", os.getpid())
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _clear_up(place)
        check_place(place)
        staged.mkdir()
        yield staged
        _swap(staged, place)
    except OSError as error:
        raise unwritable(folder, error) from error
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def check_place(folder: Path) -> None:
    """Refuse to replace what is no report, or a report to which somebody added files."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise ReportError(f"{folder} is a file: name a folder with -o")
    found = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if not path.is_dir() and path.name not in _LITTER and not path.name.startswith(_LOCKS)
    )
    if not found:
        return
    written = files_of_report(folder)
    if written is None:
        raise ReportError(
            f"{folder} holds files but no report, and a report replaces its folder: "
            "name another with -o"
        )
    foreign = [name for name in found if name not in written]
    if foreign:
        more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
        raise ReportError(
            f"{folder} holds {foreign[0]}{more} beside an earlier report, which would be lost: "
            "move it elsewhere, or name another folder with -o"
        )


def _beside(place: Path, state: str, pid: int | str) -> Path:
    return place.with_name(f".{place.name}.{state}-{pid}")


def _swap(staged: Path, place: Path) -> None:
    if not place.exists():
        staged.rename(place)
        return
    # No system exchanges two folders portably, and Windows renames none over another.
    old = _beside(place, "old", os.getpid())
    place.rename(old)
    try:
        staged.rename(place)
    except OSError:
        old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _clear_up(place: Path) -> None:
    """Put back, or away, what killed runs left."""
    for state in ("old", "partial"):
        prefix = _beside(place, state, "").name
        for left in sorted(place.parent.iterdir()):
            pid = left.name.removeprefix(prefix)
            if not left.name.startswith(prefix) or not pid.isdecimal() or _running(int(pid)):
                continue
            if state == "old" and not place.exists():
                left.rename(place)
            else:
                shutil.rmtree(left, ignore_errors=True)


def _running(pid: int) -> bool:
    """Whether a process of that number may be at work; always, where asking could stop it."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:  # somebody else's
        return True
    return pid != os.getpid()
