"""Which elements hold one post of X although no class name says so?

Sites that print posts themselves still end them as the embed code does: a name,
the handle in brackets, and a link to the post whose words are its date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.collect.embeds.markup import read_date, read_words, split_signature
from sentiment.collect.embeds.twitter import STATUS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HOLDERS: Final = frozenset({"div", "section", "article", "figure", "li", "aside"})
_TOO_HIGH: Final = frozenset({"body", "main", "blockquote", "html"})
_MOST: Final = 500
"""Links that are looked at."""
_CLIMB: Final = 4
"""Elements between the link and what holds the post."""
_LONGEST: Final = 900
"""Characters of a post with its signature; more is an article that cites one."""


def plain_cards(root: HtmlElement) -> frozenset[HtmlElement]:
    """Such elements; each holds one signature and words before it."""
    found = []
    for number, link in enumerate(a for a in root.iter("a") if _is_status(a)):
        if number >= _MOST:
            break
        words = " ".join(link.text_content().split())
        if words and read_date(words) is not None:
            found.append(_holder(link, words))
    return frozenset(holder for holder in found if holder is not None)


def _is_status(link: HtmlElement) -> bool:
    return STATUS.search(link.get("href") or "") is not None


def _holder(link: HtmlElement, date: str) -> HtmlElement | None:
    """The nearest element that holds words, a signature and nothing behind it."""
    for number, above in enumerate(link.iterancestors()):
        if number >= _CLIMB or above.tag in _TOO_HIGH or _is_long(above):
            return None
        text = read_words(above)
        if len(text) > _LONGEST or not text.endswith(date):
            return None
        if above.tag not in _HOLDERS:
            continue
        signed = split_signature(text[: -len(date)].rstrip(" \n·|•-"))
        if signed.handle is not None and signed.words:
            return above
    return None


def _is_long(element: HtmlElement) -> bool:
    """Whether an element holds more than a post, read no further than it takes to tell."""
    length = 0
    for piece in element.itertext():
        length += len(piece.strip())
        if length > _LONGEST:
            return True
    return False
