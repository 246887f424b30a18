"""Which text of a page is the article's own, and where did its embeds stand in it?

trafilatura finds the body. It flattens some embeds and drops others, so every
embed is replaced by a placeholder paragraph first, and quotations that markup
alone marks (``<q>``, ``<blockquote>``) get printed marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import lxml.html
from lxml import etree

from sentiment.collect.page_quotations import drop_repeats, mark_quotations
from sentiment.collect.page_titles import letters
from sentiment.collect.page_trimming import Trimmer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

_MARKER: Final = "Embedqzx{}xzq"
_PLACEHOLDER: Final = re.compile(r"[ ]?Embedqzx(\d+)xzq")
_BLANKS: Final = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u2060\ufeff]+")
_BLOCKS: Final = frozenset(
    {"p", "head", "item", "quote", "row", "cell", "list", "table", "main", "div"}
)
_OWN_BLOCKS: Final = frozenset({"p", "li", "h2", "h3", "h4", "h5", "dd", "pre"})
_WRAPPERS: Final = frozenset(
    {"div", "figure", "center", "noscript", "template", "p", "span", "section", "a", "article"}
)
_FRAME: Final = re.compile(
    r"(?:^|[\s_-])(?:social-|rich-|lazy-)?(?:embed|tweet|twitter|instagram|tiktok|oembed)(?:$|[\s_-])"
)
_NOTICE: Final = 420  # letters of "This article contains content provided by X. We ask for ..."
_MAX_ELEMENTS: Final = 40_000  # above, trafilatura's passes over the tree take too long
_MAX_CELLS: Final = 2_000  # nested tables cost their square
_MANY_ARTICLES: Final = 3
_BODY_SHARE: Final = 0.6  # of all articles' words: one with more is the page's own
_SHARE: Final = 0.5  # of our own reading that trafilatura's must reach
_PROSE: Final = 80  # letters; menus and labels have fewer
_GOES_ON: Final = 300  # letters of paragraphs beside a folded part that make it one article's
_LABEL: Final = 30  # characters beside an embed in its wrapper: "View this post on Instagram"
_TELLING: Final = 20  # a headline's letters from which its repetition is told by its beginning
_SITE_NAME: Final = 80  # letters that the site's name adds to it


def place_markers(elements: Sequence[HtmlElement]) -> list[bool]:
    """Puts a placeholder paragraph in each embed's place; says which stand in the article."""
    inside = []
    trimmer = Trimmer(elements[0].getroottree().getroot()) if elements else None
    for number, element in enumerate(elements):
        inside.append(trimmer is not None and not trimmer.is_outside(element))
        outer = _outermost_wrapper(element)
        if outer.getparent() is None or element.tag == "script":
            continue
        marker = lxml.html.Element("p")
        marker.text = _MARKER.format(number)
        marker.tail = outer.tail
        outer.getparent().replace(outer, marker)
    return inside


def read_body(root: HtmlElement, title: str | None) -> tuple[str, dict[int, int]]:
    """The article's text, and the offset in it of each embed that stood in the body."""
    Trimmer(root).trim()
    drop_repeats(root)
    mark_quotations(root)
    _merge_articles(root)
    own = _gather(root)
    found = _extract(root)
    paragraphs = found if _prose_length(found) > _SHARE * _prose_length(own) else own
    return _join([p for p in paragraphs if not _is_title(p, title)])


def _prose_length(paragraphs: Sequence[str]) -> int:
    """Letters in paragraphs long enough to be prose; in all if none is."""
    lengths = [len(paragraph) for paragraph in paragraphs]
    return sum(length for length in lengths if length >= _PROSE) or sum(lengths)


def _merge_articles(root: HtmlElement) -> None:
    """One body of a page's many articles: extractors take a live page's first post alone."""
    articles = [a for a in root.iter("article") if next(a.iterancestors("article"), None) is None]
    lengths = [sum(len(p.text_content()) for p in a.iter("p")) for a in articles]
    if sum(map(bool, lengths)) < _MANY_ARTICLES or max(lengths) > _BODY_SHARE * sum(lengths):
        return  # one article, and cards of others
    for article in articles:
        article.tag = "div"


def _outermost_wrapper(element: HtmlElement) -> HtmlElement:
    """The highest element around an embed that holds nothing else in words."""
    outer = element
    words = _length(element)
    parent = outer.getparent()
    while parent is not None and parent.tag in _WRAPPERS and parent.getparent() is not None:
        most = words + (_NOTICE if _is_frame(parent) else _LABEL)
        if _length(parent, most) > most:
            break
        if _PLACEHOLDER.search(parent.text_content()):
            break
        outer, parent = parent, parent.getparent()
    return outer


def _is_frame(element: HtmlElement) -> bool:
    """Whether an element is only the frame of an embed, with a request for consent in it."""
    named = _FRAME.search(element.get("class") or "") is not None
    return named and all(len(p.text_content()) <= _NOTICE for p in element.iter("p"))


def _length(element: HtmlElement, most: int | None = None) -> int:
    """Letters and signs of an element, counted no further than a little above ``most``."""
    length = 0
    for node in element.iter():
        if isinstance(node.tag, str) and node.tag not in {"script", "style"}:
            length += len("".join((node.text or "").split()))
        if node is not element:
            length += len("".join((node.tail or "").split()))
        if most is not None and length > most:
            break
    return length


def _extract(root: HtmlElement) -> list[str]:
    import trafilatura  # noqa: PLC0415 - half a second to load

    if sum(1 for _ in root.iter()) > _MAX_ELEMENTS:
        return []
    tables = sum(1 for _ in root.iter("td", "th")) <= _MAX_CELLS
    document = trafilatura.bare_extraction(
        root, fast=True, favor_recall=True, include_comments=False, include_tables=tables
    )
    body = getattr(document, "body", None)
    return _render(body, _BLOCKS) if body is not None else []


def _gather(root: HtmlElement) -> list[str]:
    """Our own reading: every paragraph of the element that holds most of them."""
    below: dict[HtmlElement, int] = {}
    weights: dict[HtmlElement, int] = {}
    total = 0
    for paragraph in root.iter("p"):
        parent = paragraph.getparent()
        length = len(paragraph.text_content().strip())
        if parent is None or not length:
            continue
        total += length
        weights[parent] = weights.get(parent, 0) + length
        for above in paragraph.iterancestors():
            below[above] = below.get(above, 0) + length
    if not weights:
        body = next(root.iter("body"), root)
        return _render(body, _OWN_BLOCKS | {"div", "br"})
    best = max(weights, key=lambda element: weights[element])
    while best.getparent() is not None and best.tag not in {"body", "html", "article", "main"}:
        if below[best] * 10 >= total * 7:
            break
        best = best.getparent()
    above = best.getparent()
    if above is not None and above.tag not in {"body", "html"} and weights.get(above, 0) > _GOES_ON:
        best = above  # the rest of an article that unfolds on demand
    return _render(best, _OWN_BLOCKS | {"div"})


def _render(body: HtmlElement, blocks: frozenset[str]) -> list[str]:
    """Paragraphs of a tree; line breaks inside them stay."""
    paragraphs: list[str] = []
    line: list[str] = []

    def close() -> None:
        text = "\n".join(filter(None, (part.strip() for part in "".join(line).split("\n"))))
        if text:
            paragraphs.append(text)
        line.clear()

    walker = etree.iterwalk(body, events=("start", "end", "comment", "pi"))
    for event, node in walker:
        if event == "start":
            if node.tag in {"script", "style", "noscript", "svg"}:
                walker.skip_subtree()
                continue
            if node.tag in blocks:
                close()
            elif node.tag in {"lb", "br"}:
                line.append("\n")
            line.append(_plain(node.text))
        else:
            if event == "end" and node.tag in blocks:
                close()
            if node is not body:
                line.append(_plain(node.tail))
    close()
    return paragraphs


def _plain(text: str | None) -> str:
    """Markup's text with single blanks, and without signs that only say where a word may break."""
    return _BLANKS.sub(" ", _INVISIBLE.sub("", text or ""))


def _is_title(paragraph: str, title: str | None) -> bool:
    """Whether a paragraph only repeats the headline."""
    if not title:
        return False
    a, b = letters(paragraph), letters(title)
    continued = len(b) > _TELLING and a.startswith(b) and len(a) - len(b) < _SITE_NAME
    return bool(a) and (a == b or continued)


def _join(paragraphs: Sequence[str]) -> tuple[str, dict[int, int]]:
    """Paragraphs as one text, placeholders taken out and their places kept."""
    text = ""
    pieces: list[str] = []
    length = 0
    places: dict[int, int] = {}
    for paragraph in paragraphs:
        at = 0
        line: list[str] = []
        separator = 2 if pieces else 0
        for match in _PLACEHOLDER.finditer(paragraph):
            line.append(paragraph[at : match.start()])
            within = sum(map(len, line))
            places.setdefault(int(match[1]), length + (separator + within if within else 0))
            at = match.end()
        line.append(paragraph[at:])
        kept = "".join(line).strip()
        if kept:
            pieces.append(kept)
            length += separator + len(kept)
    text = "\n\n".join(pieces)
    return text, {number: min(place, len(text)) for number, place in places.items()}
