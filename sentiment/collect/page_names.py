"""What do the names of an element, and its place below the headline, say that it is?"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from sentiment.data.loader import read_table

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PARTS: Final = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+")
ARTICLE: Final = 400  # letters in paragraphs behind a headline that are an article already
_SECTIONS: Final = frozenset({"div", "section", "ol", "ul", "dl", "table", "aside"})


def name_parts(element: HtmlElement) -> set[str]:
    """Words of class and id, parted at hyphens, underscores and inner capitals."""
    if not element.keys():
        return set()
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return {word.lower() for word in _PARTS.findall(names)}


def whole_names(element: HtmlElement) -> list[str]:
    """Class and id as they stand, in lower case."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()


def names_comments(element: HtmlElement) -> bool:
    """Whether an element is called a section of readers' comments."""
    return element.tag in _SECTIONS and not name_parts(element).isdisjoint(listed("comments"))


def is_within(element: HtmlElement, root: HtmlElement) -> bool:
    """Whether an element still hangs below a root, after others were taken out."""
    return any(above is root for above in element.iterancestors())


def letters_headed(root: HtmlElement) -> dict[HtmlElement, int]:
    """Letters of paragraphs between the headline and each element behind it."""
    tag = next((t for t in ("h1", "h2") if next(root.iter(t), None) is not None), None)
    behind: dict[HtmlElement, int] = {}
    length = -1
    for element in root.iter():
        if element.tag == tag and length < 0 and element.text_content().strip():
            length = 0
        if length < 0:
            continue
        behind[element] = length
        if element.tag == "p":
            length += len(element.text_content().strip())
    return behind


@cache
def listed(where: str) -> frozenset[str]:
    """The words of ``page_classes.tsv`` that mark one kind of element."""
    rows = read_table("page_classes.tsv", ("word", "where"), key=2)
    return frozenset(word for word, use in rows if use == where)
