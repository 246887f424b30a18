"""Which quotations does a page mark by its markup alone, and who is printed as their source?

``<q>`` and ``<blockquote>`` get printed marks; a source in ``<cite>``, ``<footer>`` or
an element named for it goes behind a dash, as the flattened text of other pages has it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import lxml.html

from sentiment.collect.page_titles import letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_EMBED: Final = re.compile(r"Embedqzx\d+xzq")
_SOURCE: Final = re.compile(
    r"(?:^|[-_\s])(?:author|source|cite|citation|attribution|speaker|person|name)(?:$|[-_\s])",
    re.IGNORECASE,
)
_IN_MARKS: Final = re.compile(r"[“\"‘«„']([^“”\"«»\n]{12,200})[”\"’»']")
_PRINTED: Final = frozenset("“\"«„‘'")
_MOST_HEADINGS: Final = 200
_SHORTEST_PULLED: Final = 30  # letters; a shorter sentence may well be said twice
_LONGEST_PULLED: Final = 220
_LONGEST_SOURCE: Final = 120
_SOURCE_TAGS: Final = frozenset({"p", "span", "div", "small", "strong", "em", "b", "i", "a"})


def holds_embed(text: str) -> bool:
    """Whether a text holds the placeholder of an embed."""
    return _EMBED.search(text) is not None


def mark_quotations(root: HtmlElement) -> None:
    """Prints the marks of quotations that only markup shows."""
    for quote in list(root.iter("q")):
        quote.tag = "span"
        if quote.text_content().lstrip()[:1] in _PRINTED:
            continue
        quote.text = f"“{quote.text or ''}"
        if len(quote):
            quote[-1].tail = f"{quote[-1].tail or ''}”"
        else:
            quote.text += "”"
    for quote in list(root.iter("blockquote")):
        _mark_block(quote)


def drop_repeats(root: HtmlElement) -> None:
    """Takes out headings and pull quotes that quote what the text quotes in full."""
    headings = [h for h in root.iter("h2", "h3", "h4") if _IN_MARKS.search(h.text_content())]
    pulled = [e for e in root.iter("p", "blockquote") if _is_pulled(e)]
    if not headings and not pulled:
        return
    words = "\n\n".join(letters(p.text_content()) for p in root.iter("p", "li"))
    for heading in headings[:_MOST_HEADINGS]:
        quoted = [letters(m[1]) for m in _IN_MARKS.finditer(heading.text_content())]
        if heading.getparent() is not None and all(q in words for q in quoted):
            heading.drop_tree()
    for element in pulled[:_MOST_HEADINGS]:
        quote = letters(element.text_content())
        alone = f"\n\n{words}\n\n".count(f"\n{quote}\n")
        if element.getparent() is not None and words.count(quote) > alone:
            element.drop_tree()


def _is_pulled(element: HtmlElement) -> bool:
    """Whether an element may be a pull quote: nothing but words in one pair of marks."""
    text = " ".join(element.text_content().split())
    if len(text) > _LONGEST_PULLED or len(text) < _SHORTEST_PULLED:
        return False
    if element.tag == "blockquote":
        return not holds_embed(text)
    return _IN_MARKS.fullmatch(text) is not None


def _mark_block(quote: HtmlElement) -> None:
    """A block quotation as paragraphs: each opened, the last closed, its source after a dash."""
    sources = _sources(quote)
    source = " ".join(sources[0].text_content().split()) if sources else ""
    for element in sources:
        if element.getparent() is not None:
            element.drop_tree()
    paragraphs = [p for p in quote.iter("p", "li") if p.text_content().strip()]
    if not paragraphs:
        paragraph = lxml.html.Element("p")
        paragraph.text = " ".join(quote.text_content().split())
        for child in list(quote):
            quote.remove(child)
        quote.text = None
        quote.append(paragraph)
        paragraphs = [paragraph]
    texts = [p.text_content().strip() for p in paragraphs]
    printed = texts[0][:1] in _PRINTED or any(holds_embed(text) for text in texts)
    if not printed and any(texts):
        for paragraph in paragraphs:
            paragraph.text = f"“{(paragraph.text or '').lstrip()}"
        _append(paragraphs[-1], "”")
    if source:
        _append(paragraphs[-1], f" — {source.lstrip('—–- ')}")
    behind = quote.getnext()
    if behind is not None and behind.tag == "p" and not (quote.tail or "").strip():
        rest = " ".join(behind.text_content().split())
        if rest[:1].islower() and not holds_embed(rest):  # “…,” / said the mayor on Tuesday.
            _append(paragraphs[-1], f" {rest}")
            behind.drop_tree()
    quote.tag = "div"
    frame = quote.getparent()
    if frame is not None and frame.tag == "figure":
        frame.tag = "div"  # extractors drop figures as pictures


def _append(element: HtmlElement, text: str) -> None:
    if len(element):
        element[-1].tail = f"{(element[-1].tail or '').rstrip()}{text}"
    else:
        element.text = f"{(element.text or '').rstrip()}{text}"


def _sources(quote: HtmlElement) -> list[HtmlElement]:
    """The elements that print a quotation's source, inside it or right beside it."""
    inside = [*quote.iter("footer"), *quote.iter("cite"), *quote.iter("figcaption")]
    if not inside:
        inside = [e for e in quote.iterdescendants() if _is_source(e)]
    if inside:
        return inside
    beside = quote.getnext()
    parent = quote.getparent()
    if beside is None or parent is None or not isinstance(beside.tag, str):
        return []
    framed = parent.tag == "figure" or "quote" in (parent.get("class") or "").casefold()
    named = beside.tag in {"figcaption", "cite", "footer"} or _is_source(beside)
    short = len(beside.text_content().strip()) <= _LONGEST_SOURCE
    return [beside] if framed and named and short else []


def _is_source(element: HtmlElement) -> bool:
    if element.tag not in _SOURCE_TAGS or not _SOURCE.search(element.get("class") or ""):
        return False
    return 0 < len(element.text_content().strip()) <= _LONGEST_SOURCE
