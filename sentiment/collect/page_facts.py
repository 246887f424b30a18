"""What does a page say of itself: title, outlet, date, address?"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sentiment.collect.page_dates import read_date
from sentiment.collect.page_titles import (
    find_heading,
    headings,
    headline_printed,
    is_slug,
    masthead,
    plain_title,
    site_name,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_TIMES: Final = 3  # how often an entity may be written as one
_ARTICLE_TYPES: Final = frozenset(
    {
        "newsarticle", "article", "blogposting", "reportagenewsarticle", "liveblogposting",
        "opinionnewsarticle", "reviewnewsarticle", "analysisnewsarticle", "socialmediaposting",
        "backgroundnewsarticle", "report", "techarticle",
    }
)  # fmt: skip
_OUTLET_FIELDS: Final = (
    "prism.publicationname", "citation_journal_title", "application-name", "dc.publisher",
)  # fmt: skip
_MAX_JSON: Final = 3_000_000


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself.

    published  ISO date
    language   BCP 47
    body       the article's text as its linked data repeats it
    """

    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None
    body: str | None = None


def read_facts(root: HtmlElement) -> Facts:
    """Strong evidence before weak: JSON-LD, then meta elements, then what is printed."""
    data = _linked_data(root)
    meta = _meta(root)
    full = text_of(next(root.iter("title"), None))
    site = site_name(_publisher(data)) or site_name(meta.get("og:site_name"))
    printed = headings(root)
    given = (
        _string(data.get("headline"))
        or _no_slug(meta.get("og:title"))
        or find_heading(root, full, site)
        or meta.get("twitter:title")
        or full
    )
    begun = headline_printed(given, printed) if given else None
    outlet = site or masthead(full, begun) or _first(meta, _OUTLET_FIELDS)
    title = plain_title(begun, outlet) if begun else None
    link = next((e.get("href") for e in root.iter("link") if e.get("rel") == "canonical"), None)
    url = link or meta.get("og:url")
    published = read_date(root, data, meta, (given or "", full or ""), url)
    return Facts(
        title=title,
        outlet=outlet,
        published=published,
        url=url if url and url.startswith("http") else None,
        language=(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")),
        body=_string(data.get("articleBody")),
    )


def _linked_data(root: HtmlElement) -> dict[str, Any]:
    """The article's JSON-LD object, its publisher resolved; empty if there is none."""
    objects: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        if len(script.text) > _MAX_JSON:
            continue
        try:
            objects.extend(_objects(json.loads(script.text, strict=False)))
        except (ValueError, RecursionError):
            continue  # broken data is no evidence
    named = {o["@id"]: o for o in objects if isinstance(o.get("@id"), str) and "name" in o}
    for candidate in objects:
        kinds = candidate.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and kind.lower() in _ARTICLE_TYPES for kind in kinds):
            publisher = candidate.get("publisher")
            if isinstance(publisher, dict) and publisher.get("@id") in named:
                return {**candidate, "publisher": named[publisher["@id"]]}
            return candidate
    return {}


def _objects(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON is anything
    waiting = [value]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, dict):
            yield item
            waiting.extend(v for v in item.values() if isinstance(v, dict | list))
        elif isinstance(item, list):
            waiting.extend(item)


def _publisher(data: dict[str, Any]) -> str | None:
    publisher = data.get("publisher")
    if isinstance(publisher, list) and publisher:
        publisher = publisher[0]
    return _string(publisher.get("name")) if isinstance(publisher, dict) else None


def _meta(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.lower(), _unescaped(content).strip())
    return found


def _unescaped(text: str) -> str:
    """Text whose entities some sites write twice or thrice: ``&amp;amp;#039;``."""
    for _ in range(_TIMES):
        text = html.unescape(text)
    return text


def _no_slug(title: str | None) -> str | None:
    return None if title is None or is_slug(title) else title


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _string(value: object) -> str | None:
    text = _unescaped(value).strip() if isinstance(value, str) else ""
    return text or None
