"""What is a page's headline, told from the site's name and the date around it?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.data.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

_SEPARATOR: Final = re.compile(r"\s+[|–—»«›‹·•]+\s+|\s+-\s+")
_HEADLINE_CLASSES: Final = frozenset(
    {"entry-title", "post-title", "article-title", "headline", "article-headline", "story-title"}
)
# headings for screen readers name the parts of a page, not its article
_UNSEEN: Final = re.compile(
    r"(?:^|[\s_-])(?:sr-only|screen-reader-text|visually-?hidden|hidden|aural|unsichtbar|invisible"
    r"|offscreen|off-screen|a11y|site-title|site-name|logo)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SLUG: Final = re.compile(r"[^\W_]+(?:-[^\W_]+){2,}")
_MASTHEAD: Final = 5  # words; a masthead is short
_LONGEST_DATE: Final = 30
_SHORTEST_NAME: Final = 2  # letters of a site's name that another form of it begins with
_NAME_FIRST: Final = 3  # words at most that stand for the site before a longer headline


def find_heading(root: HtmlElement, full: str | None, site: str | None) -> str | None:
    """The printed headline: the one marked so, or the first that is not the site's own name.

    full  the text of ``<title>``: of several headings the page's own is repeated there
    """
    for element in (e for tag in ("h1", "h2", "h3") for e in root.iter(tag)):
        classes = set((element.get("class") or "").split())
        if (element.get("itemprop") == "headline" or classes & _HEADLINE_CLASSES) and (
            marked := text_of(element)
        ):
            return marked
    around = {site, *_SEPARATOR.split(full or "")[1:], (full or "").partition(": ")[0]}
    names = [n for n in headings(root) if n not in around or n == full]
    if not names:
        return None
    own = [n for n in names if letters(n) and letters(n) in letters(full or "")]
    if "»" in (full or "") and _is_name_first(full, names[0]):
        return None
    told = len(names) > 1 and len((full or "").split()) > _NAME_FIRST
    return own[0] if own else None if told else names[0]


def headings(root: HtmlElement) -> list[str]:
    """What the page's first-level headings print, unseen ones left out."""
    seen = (e for e in root.iter("h1") if not _UNSEEN.search(e.get("class") or ""))
    return [text for e in seen if (text := text_of(e))]


def headline_printed(title: str, printed: Sequence[str]) -> str:
    """The part of a title that the page prints as a heading; all of it if there is none."""
    heads = {letters(text) for text in printed}
    for match in _SEPARATOR.finditer(title):
        head = title[: match.start()].strip()
        if letters(head) in heads and not ("»" in match[0] and _is_name_first(title, head)):
            return head
    return title


def plain_title(title: str, outlet: str | None) -> str:
    """The headline in "Headline | Outlet | 19.01.2025" or "Outlet » Headline"."""
    while parts := list(_SEPARATOR.finditer(title)):
        last = title[parts[-1].end() :].strip()
        first = title[: parts[0].start()].strip()
        if _is_date(last) or _is_name(last, outlet):
            title = title[: parts[-1].start()].strip()
        elif _is_name(first, outlet):
            title = title[parts[0].end() :].strip()
        else:
            break
    return title


def date_beside(title: str) -> str | None:
    """The day that stands as a part of its own in a title; None if there is none."""
    parts = _SEPARATOR.split(title)[1:]
    return next((parse_date(part) for part in parts if _is_date(part)), None)


def masthead(full: str | None, title: str | None) -> str | None:
    """The outlet in "Headline | Outlet" or "Outlet: Headline", where the headline is known."""
    if not full or not title:
        return None
    first, *others = (part.strip() for part in _SEPARATOR.split(full))
    others = [part for part in others if not _is_date(part)]
    last = others[-1] if others else ""
    if not last and full.endswith(title) and full != title:
        last = full.removesuffix(title).strip(" :|–—-")
    if others and (last == title or (full == title and _is_name_first(full, first))):
        last = first if first != title else ""
    if not last or last == title or len(last.split()) > _MASTHEAD:
        return None
    return last if last.count("(") == last.count(")") else None


def site_name(name: str | None) -> str | None:
    """A site's name as pages give it; of an address its host."""
    if name is None:
        return None
    host = re.fullmatch(r"(?:https?:)?//(?:www\.)?([^/\s]{3,80})/?", name.strip())
    return host[1] if host else name


def is_slug(title: str) -> bool:
    """Whether a title is a file's name: "child-seats-autumn"."""
    return _SLUG.fullmatch(title) is not None


def text_of(element: HtmlElement | None) -> str | None:
    """An element's text on one line; None if it has none."""
    text = " ".join(element.text_content().split()) if element is not None else ""
    return text or None


def letters(text: str) -> str:
    """A text's letters and digits, in one case."""
    return "".join(c for c in text.casefold() if c.isalnum())


def _is_date(part: str) -> bool:
    return len(part.strip()) <= _LONGEST_DATE and parse_date(part) is not None


def _is_name(part: str, outlet: str | None) -> bool:
    """Whether a part of a title is the outlet's name, or begins it: DW of DW.COM."""
    name = letters(part)
    return len(name) >= _SHORTEST_NAME and letters(outlet or "").startswith(name)


def _is_name_first(full: str | None, name: str) -> bool:
    """Whether a title is the site's name and then a longer headline: "Law Log » Who may sign?"."""
    first, *others = (part.strip() for part in _SEPARATOR.split(full or ""))
    if len(others) != 1 or first != name or len(first) >= len(others[0]):
        return False
    if len(first.split()) > _MASTHEAD:
        return False
    words = len(others[0].split())
    return words > _NAME_FIRST or (words == _NAME_FIRST and len(first.split()) == 1)
