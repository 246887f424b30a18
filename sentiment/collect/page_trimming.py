"""Which elements of a page are not the article's text?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.collect.page_names import (
    ARTICLE,
    is_within,
    letters_headed,
    listed,
    name_parts,
    whole_names,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OUTSIDE_TAGS: Final = frozenset({"aside", "footer", "nav", "form", "amp-sidebar", "amp-consent"})
_NEVER: Final = frozenset({"html", "body", "main", "article"})
_RELATED_HEADING: Final = re.compile(
    r"(?P<phrase>related(?: (?:articles|stories|news|posts))?|also read|read also|read more"
    r"|read next|more from|more on this|you (?:may|might)(?: also)? like|recommended(?: for you)?"
    r"|trending(?: now)?|elsewhere|don.t miss|most read|must read|latest(?: news)?|up next"
    r"|te puede interesar|leia também|à lire aussi|lesen sie auch|leggi anche|यह भी पढ़ें)"
    r"(?!\w).{0,40}\Z",
    re.IGNORECASE,
)
_EMBED_FRAME: Final = re.compile(r"embed|tweet|twitter|instagram|social|tiktok", re.IGNORECASE)
_CODE: Final = re.compile(r"code|highlight|brush|prettyprint|syntax|(?:^|\s)lang-", re.IGNORECASE)
_MARKS: Final = re.compile("[\"“”„'‘’`]")
_LABEL_LENGTH: Final = 220
_LINK_SHARE: Final = 0.85
_BODY_SHARE: Final = 0.4  # an element with this much of the page's paragraphs is its article


class Trimmer:
    """Judges the elements of one page; measures the page's paragraphs once."""

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self._total = _paragraph_length(root)
        self._headed = letters_headed(root)

    def is_outside(self, element: HtmlElement) -> bool:
        """Whether an embed's place belongs to the page around the article."""
        for above in element.iterancestors():
            if _marked(above, "outside") and not self._holds_article(above):
                return True
        return False

    def trim(self) -> None:
        """Takes out captions, labels, repeats, link blocks and what is around the article."""
        _drop_code(self.root)
        for element in list(self.root.iter()):
            if not isinstance(element.tag, str) or element.getparent() is None:
                continue
            if self._is_trimmed(element) and _attached(element, self.root):
                element.drop_tree()
        for heading in list(self.root.iter("h2", "h3", "h4", "h5", "strong", "p")):
            _drop_related(heading)
        for block in list(self.root.iter("ul", "ol")):
            if block.getparent() is not None and _is_links(block):
                block.drop_tree()
            else:
                # extractors judge lists by such names as "comments", which we have done already
                for name in ("class", "id"):
                    block.attrib.pop(name, None)

    def _is_trimmed(self, element: HtmlElement) -> bool:
        if element.tag == "figcaption":
            return not _is_of_quotation(element)
        if element.tag == "h1" or _is_teaser(element):
            return True
        if not element.keys() and element.tag not in _OUTSIDE_TAGS:
            return False  # most elements of a page have no name to look up
        if _marked(element, "caption") or _marked(element, "repeat"):
            return len(element.text_content()) <= 2 * _LABEL_LENGTH
        if _marked(element, "label"):
            return len(element.text_content().strip()) <= _LABEL_LENGTH
        return _marked(element, "outside") and not self._holds_article(element)

    def _holds_article(self, element: HtmlElement) -> bool:
        """Whether most of the page's paragraphs are inside: then its class name misleads.

        A long sidebar behind a short article is none.
        """
        if element.tag in _NEVER:
            return True
        if _paragraph_length(element) <= _BODY_SHARE * self._total:
            return False
        aside = element.tag == "aside" or "sidebar" in whole_names(element)
        return not aside or self._headed.get(element, 0) <= ARTICLE


def _drop_code(root: HtmlElement) -> None:
    """Takes out blocks of program text; in a sentence, its marks are no quotation's."""
    for block in list(root.iter("pre")):
        marked = _CODE.search(block.get("class") or "") is not None
        if block.getparent() is not None and (marked or next(block.iter("code"), None) is not None):
            block.drop_tree()
    for code in root.iter("code", "kbd", "samp"):
        for node in code.iter():
            node.text = _MARKS.sub("", node.text or "") or None
            if node is not code:
                node.tail = _MARKS.sub("", node.tail or "") or None


def _paragraph_length(element: HtmlElement) -> int:
    return sum(len(p.text_content()) for p in element.iter("p"))


def _attached(element: HtmlElement, root: HtmlElement) -> bool:
    return element is root or is_within(element, root)


def _drop_related(heading: HtmlElement) -> None:
    """A heading that promises other stories, with the links under it."""
    if heading.getparent() is None:
        return
    text = heading.text_content()[:_LABEL_LENGTH].strip(" :\n\t")
    match = _RELATED_HEADING.match(text)
    if match is None:
        return
    # a paragraph may begin with such words and go on; a heading that does is no sentence
    if heading.tag in {"p", "strong"} and (len(heading) or match["phrase"] != text):
        return
    following = heading.getnext()
    while (
        following is not None and following.tag in {"ul", "ol", "a", "div"} and _is_links(following)
    ):
        after = following.getnext()
        following.drop_tree()
        following = after
    heading.drop_tree()


def _is_links(block: HtmlElement) -> bool:
    links = [block] if block.tag == "a" else list(block.iter("a"))
    text = len("".join(block.text_content().split()))
    linked = sum(len("".join(a.text_content().split())) for a in links)
    return bool(links) and linked >= _LINK_SHARE * text


def _is_teaser(element: HtmlElement) -> bool:
    """Whether a link to another story is a paragraph of its own: class="ra-related"."""
    if element.tag != "a" or "related" not in name_parts(element):
        return False
    above = element.getparent()
    alone = above is not None and above.tag in {"p", "div", "strong"} and len(above) == 1
    return above is not None and alone and _is_links(above)


def _marked(element: HtmlElement, where: str) -> bool:
    if not isinstance(element.tag, str) or element.tag in _NEVER:
        return False
    if where == "outside" and element.tag in _OUTSIDE_TAGS:
        return not (element.tag == "footer" and _in_quote(element)) and not _wraps_embed(element)
    known = listed(where)
    if where == "outside" and element.tag in {"div", "section"}:
        known |= listed("box")
    return any(word in known for word in whole_names(element))


def _wraps_embed(element: HtmlElement) -> bool:
    """Whether an aside is only the frame that a site puts around an embed."""
    return element.tag == "aside" and bool(_EMBED_FRAME.search(element.get("class") or ""))


def _is_of_quotation(caption: HtmlElement) -> bool:
    """Whether a caption tells the source of a quotation that its figure frames."""
    figure = caption.getparent()
    return figure is not None and any(True for _ in figure.iterchildren("blockquote"))


def _in_quote(element: HtmlElement) -> bool:
    return next(element.iterancestors("blockquote"), None) is not None
