"""Which elements of a page are what its readers wrote under the article?

A thread may hold more words than the article, so that its size tells nothing:
publishing systems number each comment and name the list that holds them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

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


def drop_comments(root: HtmlElement) -> None:
    """Takes out the readers' comments, with the lists and boxes that hold them."""
    for element in list(root.iter(*_COMMENT_TAGS, *_THREAD_TAGS)):
        if (_is_comment(element) or _is_thread(element)) and _can_go(element, root):
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


def _can_go(element: HtmlElement, root: HtmlElement) -> bool:
    return element.getparent() is not None and any(a is root for a in element.iterancestors())
