"""Which titles of works does a page set in italics?

Papers print the titles of films, songs, programmes and other papers slanted. In plain
text nothing tells "Blade Runner" from a person; on a page the markup does.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SLANTED: Final = ("em", "i", "cite")
_MOST_WORDS: Final = 7
_MOST_LETTERS: Final = 60
_MOST: Final = 100
"""Titles that are looked for; more are a list."""


def slanted_titles(root: HtmlElement) -> Counter[str]:
    """What a page sets in italics that may be a title, and how often."""
    titles: Counter[str] = Counter()
    for element in root.iter(*_SLANTED):
        title = " ".join(element.text_content().split()).strip(" ,.;:!?’'“”\"")
        if not 0 < len(title) <= _MOST_LETTERS or len(title.split()) > _MOST_WORDS:
            continue
        if not any(word[0].isupper() for word in title.split()) or _is_all(element, title):
            continue
        if title in titles or len(titles) < _MOST:
            titles[title] += 1
    return titles


def works_in(text: str, titles: Counter[str]) -> tuple[str, ...]:
    """Those titles that the text prints in italics only; a stressed name stands plain, too."""
    return tuple(
        title
        for title, slanted in titles.items()
        if 0 < len(re.findall(rf"(?<!\w){re.escape(title)}(?!\w)", text)) <= slanted
    )


def _is_all(element: HtmlElement, title: str) -> bool:
    """Whether an element is all that its paragraph says: a caption or a credit."""
    block = next((a for a in element.iterancestors("p", "li", "div", "td", "h2", "h3")), None)
    return block is not None and len(" ".join(block.text_content().split())) <= len(title) + 1
