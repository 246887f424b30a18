"""Which article does a page keep in its scripts, for the browser to print?

Pages that scripts fill in carry their article as data: linked data's articleBody,
or the state of the program that prints it (``__NEXT_DATA__``, ``__NUXT__``,
``window.__INITIAL_STATE__``), as markup, as plain text, or as a list of paragraphs.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STATE: Final = re.compile(
    r"\s*(?:window\.|var |self\.|const )?[\w.$\[\]'\"]{1,60}\s*=\s*(?=[{\[])"
)
_MAX: Final = 3_000_000
"""Characters of a script that are parsed."""
_MAX_SCRIPTS: Final = 20
_MAX_VALUES: Final = 200_000
_PARAGRAPH_MARKUP: Final = re.compile(r"<(?:p|br|h2|blockquote|div)[\s>/]", re.IGNORECASE)
_WORDS: Final = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]")
_STOP: Final = re.compile(r"[.!?”\"]")
_SHORTEST: Final = 40
"""Characters of a string that may be a paragraph."""
_FEWEST: Final = 3
"""Paragraphs of an article kept as a list."""
_TEXT_KEYS: Final = ("html", "text", "content", "value", "body", "children", "paragraph")


def read_state(root: HtmlElement) -> str:
    """The markup of the longest article kept in the page's scripts, "" if there is none."""
    best, length = "", 0
    scripts = [s for s in root.iter("script") if s.text and len(s.text) <= _MAX]
    for script in scripts[: _MAX_SCRIPTS * 10]:
        for markup in _articles(_parse(script)):
            if len(markup) > length:
                best, length = markup, len(markup)
    return best


def _parse(script: HtmlElement) -> Any:  # noqa: ANN401 - JSON is anything
    """The data of a script, or None."""
    text = script.text or ""
    kind = script.get("type") or ""
    if "ld+json" in kind:
        return None  # read with the page's other linked data
    if "json" not in kind:
        state = _STATE.match(text)
        if state is None:
            return None
        text = text[state.end() :].rstrip().rstrip(";")
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(text.strip())
    except (ValueError, RecursionError):
        return None  # a program and no data
    return value


def _articles(value: Any) -> list[str]:  # noqa: ANN401 - JSON is anything
    """Markup of every string or list of paragraphs that could be an article; never recursive."""
    found: list[str] = []
    waiting = [value]
    for _ in range(_MAX_VALUES):
        if not waiting:
            break
        item = waiting.pop()
        if isinstance(item, str):
            if len(item) >= _SHORTEST * _FEWEST and _PARAGRAPH_MARKUP.search(item):
                found.append(item)
        elif isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, list):
            paragraphs = [p for p in map(_paragraph, item) if p]
            if len(paragraphs) >= _FEWEST:
                found.append("".join(paragraphs))
            waiting.extend(item)
    return found


def _paragraph(item: Any) -> str:  # noqa: ANN401 - JSON is anything
    """One block of a list as markup, or nothing."""
    text: Any = item
    for _ in range(_FEWEST):  # {"type": "text", "props": {"content": "..."}} and the like
        if not isinstance(text, dict):
            break
        inner = next((text[k] for k in _TEXT_KEYS if isinstance(text.get(k), str | dict)), None)
        text = (
            inner
            if inner is not None
            else next((v for v in text.values() if isinstance(v, dict)), None)
        )
    if not isinstance(text, str) or len(text) < _SHORTEST:
        return ""
    if _PARAGRAPH_MARKUP.search(text):
        return text
    return f"<p>{text}</p>" if _WORDS.search(text) and _STOP.search(text) else ""
