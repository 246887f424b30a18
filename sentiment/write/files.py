"""How does a file come to be whole, or not at all?"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from sentiment.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its name when all is written; whatever fails leaves the old one.

    A pipe or a device, such as ``/dev/stdout``, is written as it is.

    Raises ReportError if it cannot be written.
    """
    place = path.resolve() if path.is_symlink() else path
    partial = place.with_name(f".{place.name}.partial-{os.getpid()}")
    try:
        if place.exists() and not place.is_file():  # a pipe or device cannot be replaced
            with place.open("wb") as file:
                yield file
            return
        with partial.open("wb") as file:
            yield file
        partial.replace(place)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        with suppress(OSError):  # there is none once it has its name
            partial.unlink()


def unwritable(path: Path, error: OSError) -> ReportError:
    """What to say of a path that cannot be written."""
    cause = error.strerror or type(error).__name__
    return ReportError(f"{path} cannot be written ({cause}): choose another place with -o")
