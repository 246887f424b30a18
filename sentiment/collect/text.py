r"""Which text do these bytes hold, and which Article does it make?

The text is kept as it stands, because offsets count in it: only line ends
become ``\n``, what no text may hold (NUL, half a surrogate pair) becomes U+FFFD,
and paragraphs that were decoded wrongly before ("donâ€™t") are mended by ftfy.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from typing import Final, NamedTuple

from sentiment.collect.bylines import read_head
from sentiment.errors import ArticleError
from sentiment.model import Article

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC: Final = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"PAR1", "a Parquet file"),
    (b"\x1f\x8b", "a gzip file"),
)
_SNIFFED: Final = 4096
# UTF-16 of western text has a NUL in nearly every second byte, UTF-8 text has none.
_UTF16_NULS: Final = 0.6
_NOT_TEXT = re.compile("[\x00\ud800-\udfff]+")
_CONTROLS: Final = bytes({*range(32)} - {9, 10, 12, 13, 27})
_MOST_CONTROLS: Final = 0.02


class Mended(NamedTuple):
    """A text and what was done to it. paragraphs: how many ftfy mended."""

    text: str
    paragraphs: int


def decode(raw: bytes, name: str, encoding: str | None = None) -> str:
    """The text in ``raw``; ``name`` is what errors call the file.

    encoding  what the user says it is; otherwise a byte-order mark decides, then UTF-8
    Raises ArticleError naming the byte, its position and the option to try.
    """
    if encoding is not None:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError as error:
            raise ArticleError(
                f"{name} is not {encoding} (byte 0x{raw[error.start]:02x} at {error.start}): "
                "leave --encoding out, or name another"
            ) from error
    for mark, codec in _BOMS:
        if raw.startswith(mark):
            try:
                return raw.decode(codec)
            except UnicodeDecodeError as error:
                raise ArticleError(
                    f"{name} begins with the mark of {codec.removesuffix('-sig').upper()} but is "
                    f"broken at byte {error.start}: save it again as UTF-8"
                ) from error
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise ArticleError(
                f"{name} is not text ({what}): save its text as .txt or its page as .html"
            )
    wide = _utf16_without_mark(raw)
    if wide is not None:
        return wide
    _refuse_binary(raw, name)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{name} is not UTF-8 (byte 0x{raw[error.start]:02x} at {error.start}): "
            f"re-save it, or pass --encoding {_likely(raw)}"
        ) from error


def mend(text: str) -> Mended:
    """The text with one kind of line end, nothing unprintable and mojibake mended.

    ftfy changes a paragraph only where its marks of wrong decoding are plain;
    clean text comes back as it was.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _NOT_TEXT.search(text):
        text = _NOT_TEXT.sub(lambda match: "\ufffd" * len(match[0]), text)
    if text.isascii():
        return Mended(text, 0)
    import ftfy  # noqa: PLC0415 only texts that are not ASCII need it
    from ftfy.badness import is_bad  # noqa: PLC0415 - as above

    mended = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.isascii() or not is_bad(line):
            continue
        fixed = ftfy.fix_encoding(line)
        if fixed != line and "\n" not in fixed:
            lines[number] = fixed
            mended += 1
    return Mended("\n".join(lines) if mended else text, mended)


def make_article(
    text: str,
    source: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
) -> Article:
    """An Article of a mended text; what is not given is read from its first lines."""
    head = read_head(text)
    return Article(
        id=hashlib.sha256(text.encode("utf-8")).hexdigest()[:16],
        source=source,
        text=text,
        title=title or head.title,
        outlet=outlet or head.outlet,
        published=published or head.published,
        url=url,
    )


def _utf16_without_mark(raw: bytes) -> str | None:
    sample = raw[:_SNIFFED]
    half = len(sample) // 2
    if not half or len(raw) % 2:
        return None
    for nuls, codec in ((sample[1::2].count(0), "utf-16-le"), (sample[::2].count(0), "utf-16-be")):
        if nuls >= _UTF16_NULS * half:
            try:
                text = raw.decode(codec)
            except UnicodeDecodeError:
                return None
            return None if "\x00" in text else text
    return None


def _refuse_binary(raw: bytes, name: str) -> None:
    sample = raw[:_SNIFFED]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\x00" in sample or controls > _MOST_CONTROLS * max(len(sample), 1):
        raise ArticleError(f"{name} is not text (a binary file): leave it out, or save its text")


def _likely(raw: bytes) -> str:
    """The encoding to propose: Windows' own where it fits, as it does most often."""
    try:
        raw.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"
    return "cp1252"
