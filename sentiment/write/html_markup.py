"""How does text become markup that it cannot break out of?

Pages are built from elements, never from templates: a child or attribute that
is not markup already is escaped on its way in. What a script reads stands in
the page as JSON, in which no sequence ends a script element or opens a comment.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from sentiment.data.columns import storable

if TYPE_CHECKING:
    from collections.abc import Mapping

_VOID: Final = frozenset({"meta", "input"})
# Controls that HTML forbids or drops; tabs and newlines stay.
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
# Marks, overrides and isolates that would turn the direction of a label's surroundings.
_DIRECTION: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_IN_SCRIPTS: Final = {
    ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026",
    0x2028: "\\u2028", 0x2029: "\\u2029",
}  # fmt: skip


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


def tag(name: str, /, *children: str | None, **attributes: str | float | bool | None) -> Html:
    """An element; children that are no ``Html`` are escaped, ``None`` is left out.

    attributes  "_" stands for "-", a last one for nothing (``class_``); ``True``
                for an attribute without value; ``None`` and ``False`` for none

    >>> tag("a", "1 < 2", href="#n=1", aria_label='"one"')
    '<a href="#n=1" aria-label="&quot;one&quot;">1 &lt; 2</a>'
    """
    parts = [f"<{name}"]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        named = key.rstrip("_").replace("_", "-")
        if value is True:
            parts.append(f" {named}")
        else:
            text = figure(value) if isinstance(value, int | float) else label(value)
            parts.append(f' {named}="{escape(text)}"')
    parts.append(">")
    if name not in _VOID:
        parts += [markup(child) for child in children if child is not None]
        parts.append(f"</{name}>")
    return Html("".join(parts))


def join(*parts: str | None) -> Html:
    """Markup after markup."""
    return Html("".join(markup(part) for part in parts if part is not None))


def markup(value: str) -> str:
    """Text as markup; markup as it is."""
    return value if isinstance(value, Html) else escape(label(value), quote=False)


def label(value: str) -> str:
    """Text without controls, lone surrogates and marks of direction."""
    return _DIRECTION.sub("", plain(value))


def plain(value: str) -> str:
    """Text with U+FFFD for every control and lone surrogate; as long as before."""
    return _CONTROLS.sub("\ufffd", storable(value))


def figure(value: float) -> str:
    """A number as an attribute, to two places."""
    return f"{round(value, 2):g}"


def percent(share: float) -> str:
    """A share of 0 to 1 as a length."""
    return f"{figure(100 * share)}%"


def script_json(value: object) -> Html:
    """JSON that can stand in a script element, whatever its strings hold."""
    dumped = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Html(storable(dumped).translate(_IN_SCRIPTS))


def fragment(wanted: Mapping[str, str]) -> str:
    """The part of an address that asks the page for some of its reactions.

    >>> fragment({"platform": "twitter", "emoji": "🔥"})
    '#platform=twitter&emoji=%F0%9F%94%A5'
    """
    return "#" + "&".join(f"{key}={quote(plain(value), safe='')}" for key, value in wanted.items())
