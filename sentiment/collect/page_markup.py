"""How is a page's markup parsed, however broken, deep or large it is?"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

import lxml.html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARED: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_HEAD: Final = 8192  # bytes in which a page declares its encoding
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,40})([^<>]*)>")
# elements that hold nothing, or that a parser closes when the next one opens
_UNCOUNTED: Final = frozenset(
    (
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "p", "li", "dt", "dd", "td", "th", "tr", "option", "html",
        "body", "head", "tbody", "thead", "script", "style",
    )
)  # fmt: skip
# Real pages nest some forty deep. Parsers and extractors recurse, so that deeper
# markup could exhaust their stack; tags beyond this are dropped, their text stays.
MAX_DEPTH: Final = 180
MAX_TAGS: Final = 120_000  # the longest live pages have a third of that


def decode_markup(markup: bytes) -> str:
    """Text of a page: by byte-order mark, as UTF-8, as declared, else as Windows-1252."""
    for mark, encoding in _MARKS:
        if markup.startswith(mark):
            return markup.decode(encoding, errors="replace")
    try:
        return markup.decode("utf-8")
    except UnicodeDecodeError:
        pass  # not UTF-8: what the page says of itself counts
    declared = _DECLARED.search(markup[:_HEAD])
    if declared:
        try:
            return markup.decode(declared[1].decode("ascii"), errors="replace")
        except LookupError:
            pass  # an encoding nobody knows
    return markup.decode("cp1252", errors="replace")


def parse_markup(markup: str) -> HtmlElement | None:
    """The page's tree, no deeper than ``MAX_DEPTH``; None if there is no markup at all."""
    text = limit_depth(markup.replace("\x00", ""))
    text = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text)
    if not text.strip():
        return None
    parser = lxml.html.HTMLParser(huge_tree=True, recover=True, encoding="utf-8")
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError):
        return None
    return root


def limit_depth(markup: str) -> str:
    """The markup without tags that nest deeper than ``MAX_DEPTH``, or come after ``MAX_TAGS``."""
    kept: list[bool] = []
    dropped: list[tuple[int, int]] = []
    depth = 0
    rest = len(markup)
    for number, match in enumerate(_TAG.finditer(markup)):
        if number >= MAX_TAGS:
            rest = match.start()
            break
        name = match[2].lower()
        if name in _UNCOUNTED or match[3].endswith("/"):
            continue
        if not match[1]:
            keep = depth < MAX_DEPTH
            kept.append(keep)
            if keep:
                depth += 1
            else:
                dropped.append(match.span())
        elif kept:
            if kept.pop():
                depth -= 1
            else:
                dropped.append(match.span())
    if not dropped and rest == len(markup):
        return markup
    pieces = []
    at = 0
    for start, end in dropped:
        pieces.append(markup[at:start])
        at = end
    pieces.append(markup[at:rest])
    pieces.append(_TAG.sub(" ", markup[rest:]))
    return "".join(pieces)
