"""On which day was the article of a page published?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from sentiment.collect.page_names import ARTICLE, letters_headed, name_parts, names_comments
from sentiment.collect.page_titles import date_beside, text_of
from sentiment.data.dates import month_number, parse_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.html import HtmlElement

_NAMES: Final = (
    "article:published_time", "datepublished", "date", "pubdate", "dc.date.issued",
    "og:published_time", "article:published", "publish_date", "publish-date", "publishdate",
    "published_time", "publication_date", "publicationdate", "pub_date", "parsely-pub-date",
    "sailthru.date", "dcterms.created", "dcterms.date", "dc.date", "dc.date.issue",
    "dc.date.created", "article:publicationdate", "cxenseparse:recs:publishtime",
    "citation_publication_date", "prism.publicationdate",
)  # fmt: skip
"""Of meta elements, the surest first; dates of changes are left out."""
_PROPERTIES: Final = frozenset({"datepublished", "dc:date", "dc:issued", "schema:datepublished"})
_DATE_WORDS: Final = frozenset(
    {
        "date", "datetime", "datestamp", "timestamp", "dateline", "published", "publish",
        "posted", "pubdate", "time",
    }
)  # fmt: skip
_OTHERS: Final = frozenset(
    {"comment", "comments", "event", "related", "gallery", "update", "start", "end", "member"}
)
_DATED: Final = ("span", "div", "p", "h2", "h3", "h4", "h5", "h6", "a", "li", "abbr", "small")
_VALUES: Final = ("datetime", "content", "title")
_EMBED: Final = re.compile(
    r"embed|tweet|(?:instagram|tiktok|bluesky|mastodon|reddit|threads|text-post)-|fb-post",
    re.IGNORECASE,
)
_LONGEST_DATE: Final = 80  # characters; a longer text says more than a date
_LETTERS: Final = re.compile(r"[^\W\d_]{3}")
_PLAIN: Final = re.compile(
    r"\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}|(?:1[3-9]|2\d|3[01])/\d{1,2}/(?:19|20)\d{2}"
    r"|\d{1,2}/(?:1[3-9]|2\d|3[01])/(?:19|20)\d{2}"
)
_SHORT: Final = re.compile(
    r"(?:(?P<m>\d{1,2})/(?P<d>1[3-9]|2\d|3[01])/|(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.)(?P<y>\d\d)(?![\d.])"
)
"""12/16/16, which can only be read with the month first, or 16.12.16"""
_ISO: Final = re.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}")
_DOUBTFUL: Final = re.compile(r"\d\d-\d\d-\d\d(?!\d)")
"""14-12-29, which may begin with the day or the year"""
_PARSELY: Final = re.compile(r'"pub_date"\s*:\s*"([^"]+)"')
_BYLINES: Final = frozenset({"byline", "bylines", "author", "contributor", "credit", "credits"})
_BARE: Final = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_IN_PATH: Final = re.compile(
    r"/((?:19|20)\d{2})(?:/[A-Za-z]{5,15})?[/-](\d{1,2}|[a-z]{3,9})[/-](\d{1,2})(?![\w.])"
)


def read_date(
    root: HtmlElement,
    data: Mapping[str, Any],
    meta: Mapping[str, str],
    titles: Sequence[str],
    url: str | None,
) -> str | None:
    """Strong evidence before weak: linked data, meta elements, titles, address, what is printed.

    data  the article's JSON-LD object; meta  what meta elements say, by lower-case name
    """
    published = data.get("datePublished")
    told = [published if isinstance(published, str) else None, *(meta.get(n) for n in _NAMES)]
    parsely = _PARSELY.search(meta.get("parsely-page", ""))
    told += [parsely[1]] if parsely else []
    beside = (date_beside(title) for title in titles)
    days = (*(_day(value) for value in told), *beside, _in_path(url))
    return next(filter(None, days), None) or _printed(root) or _in_byline(root)


def _in_path(url: str | None) -> str | None:
    """The day in an address such as ``/2015/02/26/`` or ``/2010/aug/13/``."""
    for match in _IN_PATH.finditer(url or ""):
        month = int(match[2]) if match[2].isdigit() else month_number(match[2])
        if month and (day := parse_date(f"{match[1]}-{month:02}-{int(match[3]):02}")):
            return day
    return None


def _printed(root: HtmlElement) -> str | None:
    """The first date behind the headline, else the first of the page."""
    for time in root.iter("time"):
        if not _in_other(time) and (day := _day(time.get("datetime")) or _day(text_of(time))):
            return day
    early = None
    after = False
    for element in root.iter("h1", *_DATED):
        if element.tag == "h1":
            after = True
            continue
        if not _is_dated(element) or not (day := _value(element)) or _in_other(element):
            continue
        if after:
            return day
        early = early or day
    return early


def _in_byline(root: HtmlElement) -> str | None:
    """The date beside the author's name, right below the headline: By Jo Vine - 29 May 2014."""
    headed = letters_headed(root)
    for element in root.iter("div", "p", "span"):
        near = headed.get(element, ARTICLE) < ARTICLE
        if near and not name_parts(element).isdisjoint(_BYLINES):
            day = _value(element)
            if day and not _in_other(element):
                return day
    return None


def _is_dated(element: HtmlElement) -> bool:
    """Whether an element is marked as a date by its properties or its class."""
    if not element.keys():
        return False
    names = {(element.get(name) or "").lower() for name in ("itemprop", "property")}
    if names & _PROPERTIES:
        return True
    words = name_parts(element)
    return not words.isdisjoint(_DATE_WORDS) and words.isdisjoint(_OTHERS)


def _value(element: HtmlElement) -> str | None:
    for name in _VALUES:
        value = element.get(name) or ""
        if _ISO.match(value.strip()) and (day := _day(value)):
            return day
    text = text_of(element) or ""
    # "03/05/2024" may be read two ways: a month's name, points or "26/05" leave no doubt
    if len(text) <= _LONGEST_DATE and (_LETTERS.search(text) or _PLAIN.match(text)):
        return _day(text)
    if len(text) <= _LONGEST_DATE and (short := _SHORT.match(text)):
        month, day = short["m"] or short["m2"], short["d"] or short["d2"]
        return _day(f"20{short['y']}-{int(month):02}-{int(day):02}")
    return None


def _in_other(element: HtmlElement) -> bool:
    """Whether a date belongs to an embed or a comment."""
    return any(
        _EMBED.search(above.get("class") or "") or names_comments(above)
        for above in element.iterancestors()
    )


def _day(value: str | None) -> str | None:
    if not value:
        return None
    stripped = value.strip()
    if _DOUBTFUL.match(stripped):
        return None
    match = _ISO.match(stripped)
    if match:
        return parse_date(match[0])
    bare = _BARE.fullmatch(stripped)
    return parse_date("-".join(bare.groups())) if bare else parse_date(stripped[:_LONGEST_DATE])
