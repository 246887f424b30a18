"""Which articles does a web archive (WARC) hold?

Each page that was answered with success gives one; so does each plain text of a
WET file. A record is called by its file and its place in it, from 1.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, BinaryIO, Final

from sentiment.collect.archives import DOCUMENT_LIMIT, MEBIBYTE
from sentiment.collect.documents import Notice, page_article, text_article
from sentiment.errors import ArticleError
from sentiment.results import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warcio.recordloader import ArcWarcRecord

    from sentiment.model import Article

_PAGES: Final = ("text/html", "application/xhtml+xml")
_SUCCESS: Final = "2"


def read_warc(
    stream: BinaryIO, name: str, *, encoding: str | None = None, notice: Notice | None = None
) -> Iterator[Article | Unreadable]:
    """The article of each page or text in the archive, packed or not."""
    held = 0
    for number, record in _records(stream, name):
        read = _page_or_text(record)
        if read is None:
            continue
        held += 1
        as_page, charset, address = read
        source = f"{name}#{number}"
        try:
            raw = record.content_stream().read(DOCUMENT_LIMIT + 1)
        except Exception as error:  # noqa: BLE001 a body packed in a broken way costs that page
            yield Unreadable(source, f"cannot be unpacked ({type(error).__name__}): fetch it again")
            continue
        if len(raw) > DOCUMENT_LIMIT:
            yield Unreadable(source, f"is over {DOCUMENT_LIMIT // MEBIBYTE} MiB: leave it out")
        elif as_page:
            known = encoding or _python_codec(charset)
            yield page_article(raw, source, encoding=known, notice=notice, url=address)
        else:
            yield text_article(raw, source, encoding=encoding, notice=notice, url=address)
    if not held:
        raise ArticleError(f"{name} holds no page and no text: leave it out, or fetch it again")


def _records(stream: BinaryIO, name: str) -> Iterator[tuple[int, ArcWarcRecord]]:
    """Each record with its place, from 1."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 an optional extra
    except ImportError as error:
        raise ArticleError(
            f"{name} is a web archive: install its reader, pip install 'reaction-sentiment[warc]'"
        ) from error
    records = ArchiveIterator(stream)
    number = 0
    while True:
        try:
            record = next(records, None)
        except Exception as error:
            # warcio fails on damaged headers with errors of many kinds, AttributeError included.
            raise ArticleError(
                f"{name} is broken after record {number} ({type(error).__name__}): fetch it again"
            ) from error
        if record is None:
            break
        number += 1
        if record.format != "warc":  # warcio takes any text for an old ARC file
            raise ArticleError(f"{name} is no web archive: fetch it again")
        yield number, record


def _page_or_text(record: ArcWarcRecord) -> tuple[bool, str | None, str | None] | None:
    """Whether it is a page (else a text), its charset and its address; None for all else."""
    address = record.rec_headers.get_header("WARC-Target-URI")
    if record.rec_type == "conversion":
        return False, None, address
    headers = record.http_headers
    if record.rec_type != "response" or headers is None:
        return None
    if not (headers.get_statuscode() or "").startswith(_SUCCESS):
        return None
    kind, _, parameters = (headers.get_header("Content-Type") or "").partition(";")
    if kind.strip().lower() not in _PAGES:
        return None
    _, _, charset = parameters.lower().partition("charset=")
    return True, charset.split(";")[0].strip(" \"'") or None, address


def _python_codec(charset: str | None) -> str | None:
    """The charset if Python knows it; None for UTF-8, which pages are taken for anyway."""
    if charset is None:
        return None
    try:
        found = codecs.lookup(charset)
    except (LookupError, ValueError):
        return None
    return None if found.name in ("utf-8", "ascii") else found.name
