"""What does a page say of itself: title, outlet, date, address?"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sentiment.data.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_ARTICLE_TYPES: Final = frozenset(
    {
        "newsarticle", "article", "blogposting", "reportagenewsarticle", "liveblogposting",
        "opinionnewsarticle", "reviewnewsarticle", "analysisnewsarticle", "socialmediaposting",
        "backgroundnewsarticle", "report", "techarticle",
    }
)  # fmt: skip
_SEPARATOR: Final = re.compile(r"\s+[|–—»·]\s+|\s+-\s+")
_HEADLINE_CLASSES: Final = frozenset(
    {"entry-title", "post-title", "article-title", "headline", "article-headline", "story-title"}
)
_DATE_CLASSES: Final = frozenset(
    {
        "date-header", "entry-date", "post-date", "article-date", "published", "publish-date",
        "byline-date", "dateline", "timestamp", "date", "posted-on",
    }
)  # fmt: skip
_LONGEST_DATE: Final = 80  # characters; a longer text says more than a date
_MASTHEAD: Final = 5  # words; a masthead is short
_MAX_JSON: Final = 3_000_000
_LETTERS: Final = re.compile(r"[^\W\d_]{3}")
_ISO: Final = re.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}")


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
    full_title = _text(next(root.iter("title"), None))
    heading = _heading(root, full_title, meta.get("og:site_name"))
    title = (
        _string(data.get("headline"))
        or meta.get("og:title")
        or heading
        or meta.get("twitter:title")
        or full_title
    )
    outlet = _publisher(data) or meta.get("og:site_name") or _masthead(full_title, title)
    published = (
        _day(_string(data.get("datePublished")))
        or _day(meta.get("article:published_time"))
        or _day(meta.get("datepublished"))
        or _day(meta.get("date"))
        or _day(meta.get("pubdate"))
        or _day(meta.get("dc.date.issued"))
        or _printed(root)
    )
    link = next((e.get("href") for e in root.iter("link") if e.get("rel") == "canonical"), None)
    url = link or meta.get("og:url")
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
            found.setdefault(name.lower(), html.unescape(content).strip())
    return found


def _heading(root: HtmlElement, full: str | None, site: str | None) -> str | None:
    """The printed headline: the one marked so, or the first that is not the site's own name."""
    printed = [e for tag in ("h1", "h2", "h3") for e in root.iter(tag)]
    for element in printed:
        classes = set((element.get("class") or "").split())
        if (element.get("itemprop") == "headline" or classes & _HEADLINE_CLASSES) and (
            marked := _text(element)
        ):
            return marked
    around = {site, *_SEPARATOR.split(full or "")[1:], (full or "").partition(": ")[0]}
    names = [text for e in root.iter("h1") if (text := _text(e))]
    return next((n for n in names if n not in around or n == full), None)


def _masthead(full: str | None, title: str | None) -> str | None:
    """The outlet in "Headline | Outlet" or "Outlet: Headline", where the headline is known."""
    if not full or not title:
        return None
    _, *others = _SEPARATOR.split(full)
    last = others[-1].strip() if others else ""
    if not last and full.endswith(title) and full != title:
        last = full.removesuffix(title).strip(" :|–—-")
    return last if last and last != title and len(last.split()) <= _MASTHEAD else None


def _printed(root: HtmlElement) -> str | None:
    for time in root.iter("time"):
        if not _in_embed(time) and (day := _day(time.get("datetime")) or _day(_text(time))):
            return day
    for element in root.iter("span", "div", "p", "h2", "a", "li"):
        if _DATE_CLASSES.isdisjoint((element.get("class") or "").split()) or _in_embed(element):
            continue
        text = _text(element) or ""
        # "03/05/2024" may be read two ways: a month's name leaves no doubt
        if len(text) <= _LONGEST_DATE and _LETTERS.search(text) and (day := _day(text)):
            return day
    return None


def _in_embed(element: HtmlElement) -> bool:
    return any("embed" in (a.get("class") or "") for a in element.iterancestors())


def _day(value: str | None) -> str | None:
    if not value:
        return None
    match = _ISO.match(value.strip())
    return parse_date(match[0]) if match else parse_date(value[:60])


def _string(value: object) -> str | None:
    text = html.unescape(value).strip() if isinstance(value, str) else ""
    return text or None


def _text(element: HtmlElement | None) -> str | None:
    text = " ".join(element.text_content().split()) if element is not None else ""
    return text or None
