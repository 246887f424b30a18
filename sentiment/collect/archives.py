"""What is inside a zip or gzip file, and is it safe to unpack?

Nothing is written to disk: members are streams, their names are labels. Limits
stop an archive that unpacks to more than any batch of articles would.
"""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from sentiment.collect.inputs import has_known_ending
from sentiment.errors import ArticleError
from sentiment.results import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import WriteableBuffer

MEBIBYTE: Final = 2**20
# One page or text; the longest novels have 5 MiB.
DOCUMENT_LIMIT: Final = 64 * MEBIBYTE
# All that one member of an archive may unpack to.
MEMBER_LIMIT: Final = 4096 * MEBIBYTE
# Text packs to a tenth, repetitive pages to a fiftieth; bombs to a thousandth.
RATIO_LIMIT: Final = 200
_RATIO_GRACE: Final = 16 * MEBIBYTE
_MOST_MEMBERS: Final = 1_000_000

BROKEN: Final = (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError)


class Limited(io.RawIOBase):
    """A stream that refuses to give more than an honest archive would hold."""

    def __init__(self, inner: BinaryIO, name: str, packed: int) -> None:
        super().__init__()
        self._inner = inner
        self._name = name
        self._given = 0
        self._most = min(MEMBER_LIMIT, max(_RATIO_GRACE, packed * RATIO_LIMIT))

    def readable(self) -> bool:
        """True: it is read like any stream."""
        return True

    def close(self) -> None:
        """Close the archive's stream as well."""
        self._inner.close()
        super().close()

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill ``buffer``; ArticleError past the limit or where the archive is broken."""
        view = memoryview(buffer)
        try:
            data = self._inner.read(len(view))
        except BROKEN as error:
            raise ArticleError(
                f"{self._name} is a broken archive ({error}): fetch or pack it again"
            ) from error
        self._given += len(data)
        if self._given > self._most:
            raise ArticleError(
                f"{self._name} unpacks to over {self._most // MEBIBYTE} MiB, more than its packed "
                "size explains: if you trust it, unpack it yourself and pass the folder"
            )
        view[: len(data)] = data
        return len(data)


def open_gzip(stream: BinaryIO, name: str, packed: int) -> io.BufferedReader[Limited]:
    """The unpacked stream of a gzip file of ``packed`` bytes."""
    inner = cast("BinaryIO", gzip.GzipFile(fileobj=stream, mode="rb"))
    return io.BufferedReader(Limited(inner, name, packed))


def open_zip(stream: BinaryIO, name: str) -> Iterator[tuple[str, BinaryIO, int] | Unreadable]:
    """Each member to read, in the order of their names: source, stream and packed size."""
    try:
        archive = zipfile.ZipFile(stream)
    except (*BROKEN, ValueError) as error:
        raise ArticleError(
            f"{name} is a broken archive ({error}): fetch or pack it again"
        ) from error
    with archive:
        members = sorted(archive.infolist(), key=lambda info: info.filename)
        if len(members) > _MOST_MEMBERS:
            raise ArticleError(
                f"{name} holds {len(members)} members, more than {_MOST_MEMBERS}: split it"
            )
        for info in members:
            path = PurePosixPath(info.filename.replace("\\", "/"))
            hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts if part != "..")
            if info.is_dir() or hidden or not has_known_ending(path.name):
                continue
            source = f"{name}/{path}"
            refused = _refusal(info, path)
            if refused:
                yield Unreadable(source, refused)
                continue
            try:
                member = archive.open(info)
            except (*BROKEN, RuntimeError, OSError) as error:
                yield Unreadable(source, f"is broken in the archive ({error}): pack it again")
                continue
            raw = Limited(cast("BinaryIO", member), source, info.compress_size)
            with member, io.BufferedReader(raw) as limited:
                yield source, cast("BinaryIO", limited), info.compress_size


def read_document(stream: BinaryIO, name: str) -> bytes:
    """All bytes of one page or text. Raises ArticleError if they are over 64 MiB."""
    raw = stream.read(DOCUMENT_LIMIT + 1)
    if len(raw) > DOCUMENT_LIMIT:
        raise ArticleError(
            f"{name} is over {DOCUMENT_LIMIT // MEBIBYTE} MiB, too long for one article: split it"
        )
    return raw


def _refusal(info: zipfile.ZipInfo, path: PurePosixPath) -> str | None:
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return "has a path that leads out of the archive: pack it again with plain paths"
    if info.flag_bits & 1:
        return "is encrypted: unpack it yourself and pass the folder"
    if path.name.lower().endswith(".zip"):
        return "is an archive inside an archive: unpack it yourself and pass the folder"
    return None
