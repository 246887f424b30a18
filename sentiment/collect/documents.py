"""Which article does one document make, and what was wrong with it if none?

Whatever a single page or text does, it costs that one alone: every way to fail
ends in an Unreadable that says what and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from sentiment.collect.text import decode, make_article, mend
from sentiment.errors import ArticleError
from sentiment.results import Unreadable

if TYPE_CHECKING:
    from sentiment.model import Article

# Told which source was changed while it was read, and how; for the manifest.
Notice: TypeAlias = Callable[[str, str], None]

_MARKUP = re.compile(r"</(?:p|div|blockquote|article|section|body|html)\s?>", re.IGNORECASE)
# A page shows its nature early; a text that quotes a tag late is still a text.
_MARKUP_WITHIN: Final = 20_000


def text_article(
    raw: bytes | str,
    source: str,
    *,
    encoding: str | None = None,
    notice: Notice | None = None,
    **given: str | None,
) -> Article | Unreadable:
    """The article of a plain text. given: what a record says of title, outlet, day, URL."""
    try:
        text = raw if isinstance(raw, str) else decode(raw, source, encoding)
    except ArticleError as error:
        return _unreadable(source, error)
    mended = mend(text)
    if not mended.text.strip():
        return Unreadable(source, "is empty: leave it out, or fetch it again")
    if mended.paragraphs and notice is not None:
        notice(source, f"mended wrongly decoded characters in {mended.paragraphs} paragraph(s)")
    return make_article(mended.text, source, **given)


def page_article(
    markup: bytes | str,
    source: str,
    *,
    encoding: str | None = None,
    notice: Notice | None = None,
    **given: str | None,
) -> Article | Unreadable:
    """The article of an HTML page; what a record says of it goes before what the page says."""
    from sentiment.collect.html import read_html  # noqa: PLC0415 lxml and trafilatura load slowly

    try:
        if isinstance(markup, bytes) and (encoding is not None or _is_wide(markup)):
            markup = decode(markup, source, encoding)
        markup, mended = _mended(markup)
        if mended and notice is not None:
            notice(source, f"mended wrongly decoded characters in {mended} line(s)")
        if not markup.strip():
            return Unreadable(source, "is empty: leave it out, or fetch it again")
        article = read_html(markup, source)
    except ArticleError as error:
        return _unreadable(source, error)
    except Exception as error:  # noqa: BLE001 a page that breaks a parser costs that page, not the batch
        return Unreadable(
            source, f"cannot be parsed as a page ({type(error).__name__}: {error}): save its text"
        )
    if not article.text.strip() and not article.embeds:
        return Unreadable(source, "holds no article: leave it out, or save the article's text")
    known: dict[str, Any] = {name: value for name, value in given.items() if value}
    return replace(article, **known)


def _mended(markup: bytes | str) -> tuple[bytes | str, int]:
    """The markup with its mojibake mended, and in how many lines.

    Bytes stay bytes where nothing is wrong: the page itself may name their encoding.
    """
    if isinstance(markup, str):
        return mend(markup)
    try:
        mended = mend(markup.decode("utf-8"))
    except UnicodeDecodeError:
        return markup, 0
    return (mended.text, mended.paragraphs) if mended.paragraphs else (markup, 0)


def looks_like_page(text: str) -> bool:
    """Whether a record's text is a page's markup."""
    return _MARKUP.search(text, 0, _MARKUP_WITHIN) is not None


def _is_wide(markup: bytes) -> bool:
    """Whether a byte-order mark says UTF-16 or UTF-32, which parsers of pages misread."""
    return markup.startswith((b"\xff\xfe", b"\xfe\xff"))


def _unreadable(source: str, error: ArticleError) -> Unreadable:
    """The error as a result, without the name that the result has already."""
    return Unreadable(source, str(error).removeprefix(source).strip())
