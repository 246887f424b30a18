"""What do a record's fields say: which is the text, the page, the title, the day?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.collect.dates import parse_field
from sentiment.collect.documents import Notice, looks_like_page, page_article, text_article
from sentiment.collect.text import mend
from sentiment.results import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sentiment.model import Article

# The names that crawlers, archives and news interfaces give these fields, best first.
TEXT: Final = (
    "text",
    "body",
    "content",
    "article",
    "maintext",
    "article_text",
    "article_body",
    "articlebody",
    "full_text",
    "fulltext",
    "plain_text",
)
PAGE: Final = ("html", "raw_html", "page_html", "content_html", "markup")
TITLE: Final = ("title", "headline")
DAY: Final = (
    "published",
    "date",
    "date_published",
    "datepublished",
    "published_at",
    "publishedat",
    "date_publish",
    "publish_date",
    "publication_date",
    "pub_date",
    "pubdate",
    "timestamp",
)
OUTLET: Final = (
    "outlet",
    "publication",
    "publisher",
    "source_name",
    "source",
    "sitename",
    "site",
    "source_domain",
    "domain",
)
ADDRESS: Final = ("url", "link", "permalink", "canonical_url")
KNOWN: Final = frozenset((*TEXT, *PAGE, *TITLE, *DAY, *OUTLET, *ADDRESS))


def read_fields(
    fields: Mapping[str, object], source: str, notice: Notice | None
) -> Article | Unreadable:
    """The article of a record. fields: by their names as ``fold_name`` gives them."""
    given = {
        "title": _words(fields, TITLE),
        "outlet": _words(fields, OUTLET),
        "published": next((day for key in DAY if (day := parse_field(fields.get(key)))), None),
        "url": _words(fields, ADDRESS),
    }
    # A page goes first: only its markup tells an embed's author and address surely.
    page = _string(fields, PAGE)
    text = _string(fields, TEXT)
    if page is None and text is not None and looks_like_page(text):
        page = text
    if page is not None:
        return page_article(page, source, notice=notice, **given)
    if text is None:
        return Unreadable(source, "has an empty text: remove the record, or fetch it again")
    return text_article(text, source, notice=notice, **given)


def _string(fields: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = fields.get(name)
        if isinstance(value, bytes):
            value = value.decode("utf-8", errors="replace")
        if isinstance(value, str) and value.strip():
            return value
    return None


def _words(fields: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """A short field on one line; ``{"name": ...}`` stands for its name."""
    named = {
        name: value.get("name") if isinstance(value, dict) else value
        for name in names
        if (value := fields.get(name)) is not None
    }
    value = _string(named, names)
    return None if value is None else " ".join(mend(value).text.split())


def fold_name(name: str) -> str:
    """A field's name as the lists above have it: ``Article-Text`` is ``article_text``."""
    return re.sub(r"[\s.-]+", "_", name.strip().lower())


def missing_text(columns: Iterable[str], name: str) -> str | None:
    """What is wrong if no column holds a text or a page; None if one does."""
    if any(column in TEXT or column in PAGE for column in columns):
        return None
    return (
        f"{name} has no text: name the field that holds it one of {', '.join(TEXT)}, "
        f"or {', '.join(PAGE)} for pages"
    )
