"""Which elements of a page are what its readers wrote under the article?

A thread may hold more words than the article, so that its size tells nothing:
publishing systems number each comment and name the list that holds them. Other sites
only name comments somewhere in it: these stand below the article's headline and text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.collect.page_names import ARTICLE, is_within, letters_headed, names_comments

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_COMMENT_TAGS: Final = frozenset({"li", "div", "article", "section", "dt", "dd", "p", "tr"})
# as publishing systems number them: "comment-91", "li-comment-91", "div-comment-91"
_NUMBERED: Final = re.compile(r"(?:[a-z]{1,12}[-_]){0,2}comment[-_]?\d{1,12}", re.IGNORECASE)
_IN_THREAD: Final = re.compile(r"even|odd|byuser|bypostauthor|thread-even|thread-odd|depth-\d+")
_COMMENT_CLASSES: Final = frozenset({"forum-fil", "forum-message", "pingback", "trackback"})
_THREAD_TAGS: Final = frozenset({"div", "section", "ol", "ul", "dl", "aside"})
_THREADS: Final = frozenset(
    {"commentlist", "comment-list", "comments-list", "comments-area", "comment-thread",
     "comments-thread", "comments-page", "divforum"}
)  # fmt: skip
_BOXES: Final = frozenset({"comments", "disqus_thread"})

_BETWEEN: Final = 200  # letters of paragraphs right beside comments that an article reproduces


def drop_comments(root: HtmlElement) -> None:
    """Takes out the readers' comments, with the lists and boxes that hold them."""
    headed = letters_headed(root)
    beside: dict[HtmlElement, int] = {}
    for paragraph in root.iter("p"):
        above = paragraph.getparent()
        length = len(paragraph.text_content().strip())
        beside[above] = beside.get(above, 0) + length
    for element in list(root.iter(*_COMMENT_TAGS, *_THREAD_TAGS)):
        if not element.keys():
            continue  # most elements of a page have no name to look up
        below = headed.get(element, 0) > ARTICLE and names_comments(element)
        # comments that the article itself reproduces stand among its paragraphs
        below = below and beside.get(element.getparent(), 0) < _BETWEEN
        if (below or _is_comment(element) or _is_thread(element)) and is_within(element, root):
            element.drop_tree()


def _is_comment(element: HtmlElement) -> bool:
    if element.tag not in _COMMENT_TAGS:
        return False
    if _NUMBERED.fullmatch(element.get("id") or ""):
        return True
    classes = set((element.get("class") or "").lower().split())
    if classes & _COMMENT_CLASSES:
        return True
    return "comment" in classes and any(_IN_THREAD.fullmatch(name) for name in classes)


def _is_thread(element: HtmlElement) -> bool:
    """Whether it is named as what holds all comments, and holds no article."""
    if element.tag not in _THREAD_TAGS:
        return False
    name = (element.get("id") or "").lower()
    classes = set((element.get("class") or "").lower().split())
    box = element.tag in {"div", "section"} and name in _BOXES
    if not box and name not in _THREADS and classes.isdisjoint(_THREADS):
        return False
    return next(element.iter("h1", "main"), None) is None and not element.xpath(
        "boolean(.//*[@itemprop='articleBody'])"
    )
