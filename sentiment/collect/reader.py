"""Which articles do the given files, folders, archives and records hold?

They come one at a time, in the order of the inputs, so that a batch of any size
can be read; what cannot be read comes as an Unreadable in its place.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import sys
import tempfile
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from sentiment.collect.archives import BROKEN, Limited, open_gzip, open_zip, read_document
from sentiment.collect.documents import Notice, page_article, text_article
from sentiment.collect.fields import TEXT
from sentiment.collect.inputs import Named, find_inputs
from sentiment.collect.records import read_csv, read_jsonl, read_parquet
from sentiment.collect.warc import read_warc
from sentiment.errors import ArticleError
from sentiment.results import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sentiment.model import Article

_SNIFFED: Final = 4096
# Standard input beyond this size waits on disk.
_SPOOLED: Final = 16 * 2**20


def read_articles(
    inputs: Sequence[str],
    *,
    encoding: str | None = None,
    notice: Notice | None = None,
    skip: Sequence[Path] = (),
) -> Iterator[Article | Unreadable]:
    """The articles of files, folders, globs or ``-``, in order, each file once.

    Reads .txt, .html, .jsonl, .csv, .parquet, .warc and .zip or .gz of those.
    encoding  of text files and records; None: byte-order mark, then UTF-8
    notice    told the source and the change wherever a text was mended
    skip      files to leave out
    """
    for named in find_inputs(inputs, skip):
        if isinstance(named, Unreadable):
            yield named
            continue
        try:
            with _opened(named) as stream:
                yield from _read(stream, named.name, _size(stream), encoding, notice)
        except ArticleError as error:
            yield Unreadable(named.name, str(error).removeprefix(named.name).strip())
        except OSError as error:
            yield Unreadable(
                named.name, f"cannot be read ({error.strerror or error}): check the file"
            )


def list_files(inputs: Sequence[str]) -> list[dict[str, object]]:
    """Name, size in bytes and SHA-256 of every file that ``inputs`` name, for a manifest.

    Standard input, which can be read only once, is named alone.
    """
    listed: list[dict[str, object]] = []
    for named in find_inputs(inputs):
        if isinstance(named, Unreadable):
            continue
        if named.path is None:
            listed.append({"name": named.name, "bytes": None, "sha256": None})
            continue
        try:
            with named.path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
                listed.append({"name": named.name, "bytes": stream.tell(), "sha256": digest})
        except OSError:
            # Reading it will fail as well, and say so among the unreadable.
            listed.append({"name": named.name, "bytes": None, "sha256": None})
    return listed


def _opened(named: Named) -> BinaryIO:
    if named.path is not None:
        return named.path.open("rb")
    spooled = tempfile.SpooledTemporaryFile(max_size=_SPOOLED)  # noqa: SIM115 the caller closes it
    shutil.copyfileobj(sys.stdin.buffer, spooled)
    spooled.seek(0)
    return cast("BinaryIO", spooled)


def _size(stream: BinaryIO) -> int:
    end = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    return end


def _read(
    stream: BinaryIO, name: str, packed: int, encoding: str | None, notice: Notice | None
) -> Iterator[Article | Unreadable]:
    kind = _kind(name, stream)
    if kind == "zip":
        for member in open_zip(stream, name):
            if isinstance(member, Unreadable):
                yield member
                continue
            source, content, size = member
            try:
                yield from _read(content, source, size, encoding, notice)
            except ArticleError as error:
                yield Unreadable(source, str(error).removeprefix(source).strip())
            except (*BROKEN, OSError, RuntimeError) as error:
                yield Unreadable(source, f"is broken in the archive ({error}): pack it again")
    elif kind == "gz":
        with open_gzip(stream, name, packed) as content:
            yield from _read_plain(
                cast("BinaryIO", content), name, _plain_kind(name, content), encoding, notice
            )
    else:
        yield from _read_plain(stream, name, kind, encoding, notice)


def _read_plain(
    stream: BinaryIO, name: str, kind: str, encoding: str | None, notice: Notice | None
) -> Iterator[Article | Unreadable]:
    if kind == "jsonl":
        yield from read_jsonl(stream, name, encoding=encoding, notice=notice)
    elif kind in ("csv", "tsv"):
        delimiter = "\t" if kind == "tsv" else None
        yield from read_csv(stream, name, encoding=encoding, delimiter=delimiter, notice=notice)
    elif kind == "parquet":
        whole = stream if stream.seekable() else io.BytesIO(stream.read())
        yield from read_parquet(whole, name, notice=notice)
    elif kind == "warc":
        yield from read_warc(stream, name, encoding=encoding, notice=notice)
    elif kind == "html":
        raw = read_document(stream, name)
        yield page_article(raw, name, encoding=encoding, notice=notice)
    else:
        raw = read_document(stream, name)
        make = page_article if _sniffed(raw[:_SNIFFED]) == "html" else text_article
        yield make(raw, name, encoding=encoding, notice=notice)


_BY_ENDING: Final = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
    ".warc": "warc",
    ".zip": "zip",
    ".gz": "gz",
}


def _kind(name: str, stream: BinaryIO) -> str:
    """What a file is: by its ending, or by its first bytes where that says nothing."""
    lowered = name.lower()
    if lowered.endswith(".warc.gz"):
        return "warc"  # packed record by record, which its own reader undoes
    for ending, kind in _BY_ENDING.items():
        if lowered.endswith(ending):
            return kind
    start = stream.read(_SNIFFED)
    stream.seek(0)
    return _sniffed(start)


def _plain_kind(name: str, content: io.BufferedReader[Limited]) -> str:
    inner = name[: -len(".gz")].lower() if name.lower().endswith(".gz") else name
    for ending, kind in _BY_ENDING.items():
        if inner.endswith(ending):
            if kind in ("zip", "gz"):
                raise ArticleError(
                    f"{name} is an archive inside an archive: unpack it and pass the folder"
                )
            return kind
    return _sniffed(content.peek(_SNIFFED)[:_SNIFFED])


def _sniffed(start: bytes) -> str:
    for magic, kind in ((b"PK\x03\x04", "zip"), (b"\x1f\x8b", "gz"), (b"PAR1", "parquet")):
        if start.startswith(magic):
            return kind
    if start.startswith(b"WARC/"):
        return "warc"
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"{"):
        return "jsonl"
    lowered = text[:512].lower()
    if lowered.startswith((b"<!doctype", b"<html")) or b"<body" in lowered:
        return "html"
    header = text.split(b"\n", 1)[0].decode("utf-8", errors="replace").lower()
    cells = [cell.strip(' "') for cell in header.replace(";", ",").replace("\t", ",").split(",")]
    if len(cells) > 1 and not set(cells).isdisjoint(TEXT):
        return "csv"
    return "text"
