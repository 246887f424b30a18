"""Which embed code do a page's attributes and scripts keep as strings?

As it stands, with entities, percent-escaped, in base64, in JSON (in JSON), and in the
strings of programs, where every level of quoting doubles the backslashes.
"""

from __future__ import annotations

import base64
import binascii
import html
import json
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_ESCAPED: Final = re.compile(
    "twitter-tweet|instagram-media|tiktok-embed|text-post-media|bluesky-embed|mastodon-embed"
    "|reddit-embed-bq|reddit-card|fb-post"
)
# base64 begins with "<"; consent managers keep it in attributes, addresses and scripts
_BASE64: Final = re.compile(
    r"\s*(?:data:text/html[\w;=-]{0,40},)?(?P<code>P[E-H][A-Za-z0-9+/\s]{60,}(?:=\s{0,9}){0,2})"
)
_BASE64_START: Final = re.compile(r"\s{0,20}(?:P[E-H]|data:text/html)")
_BACKSLASHED: Final = re.compile(
    r"(?<!\\)\\+(?:u003c|u003e|u0026|u0022|u0027|[nrt\"'/])", re.IGNORECASE
)
_PLAIN: Final = {
    "u003c": "<", "u003e": ">", "u0026": "&", "u0022": '"', "u0027": "'",
    "n": "\n", "r": "\n", "t": " ",
}  # fmt: skip
_MAX: Final = 2_000_000  # characters of one attribute or script that are looked into
_PRINTED: Final = frozenset({"p", "div", "span", "td"})
_HOLDERS: Final = frozenset({"script", "textarea", "template", "noscript"})


def escaped_markup(element: HtmlElement) -> Iterator[str]:
    """Embed code kept as a string in an attribute, a script or a text area."""
    for value in element.attrib.values():
        if len(value) > _MAX:
            continue
        if value[:1] in "Pd" and _BASE64_START.match(value) and (code := _BASE64.fullmatch(value)):
            yield _decode(code["code"])
        elif value[:1] in "{[" and _ESCAPED.search(value):
            yield from _unescape(value)
        elif "<" in value and _ESCAPED.search(value):
            yield value
        elif "%3C" in value and _ESCAPED.search(value):
            yield _unquote(value)
        elif "&lt;" in value and _ESCAPED.search(value):
            yield html.unescape(value)
    text = element.text
    if not text or len(text) > _MAX:
        return
    if element.tag in _PRINTED and "<blockquote" in text and _ESCAPED.search(text):
        yield html.unescape(text)  # code that a feed printed instead of running it
    elif element.tag in _HOLDERS and _ESCAPED.search(text):
        yield from _unescape(text)
    elif element.tag in _HOLDERS and _BASE64_START.match(text):
        code = _BASE64.fullmatch(text)
        if code is not None:
            yield _decode(code["code"])


def _unescape(text: str) -> Iterator[str]:
    """The markup in a script's strings, or in a text area."""
    stripped = text.strip()
    if stripped.startswith(("{", "[")):
        try:
            yield from _strings(json.loads(stripped))
        except (ValueError, RecursionError):
            pass  # a script that is not quite JSON is read as text below
        else:
            return
    plain = _BACKSLASHED.sub(_unbackslashed, text)
    yield html.unescape(plain) if "<" not in plain else plain


def _unbackslashed(match: re.Match[str]) -> str:
    sign = match[0].lstrip("\\")
    return _PLAIN.get(sign.lower(), sign)


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON is anything
    """Strings that hold embed code, anywhere in parsed JSON; never recursive."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            if not _ESCAPED.search(item):
                continue
            inner = _parsed(item)
            if inner is not None:
                waiting.append(inner)
            else:
                yield item if "<" in item else html.unescape(item)
        elif isinstance(item, dict):
            waiting.extend(reversed(item.values()))
        elif isinstance(item, list):
            waiting.extend(reversed(item))


def _parsed(text: str) -> Any:  # noqa: ANN401 - JSON is anything
    """The data of JSON that JSON keeps as a string, or None."""
    if text[:1] not in "{[":
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None  # words that begin with a bracket


def _decode(code: str) -> str:
    """Markup kept in base64, or nothing."""
    try:
        markup = base64.b64decode("".join(code.split()), validate=True)
    except (binascii.Error, ValueError):
        return ""  # it only looked so
    return markup.decode("utf-8", errors="replace")


def _unquote(value: str) -> str:
    from urllib.parse import unquote  # noqa: PLC0415 - rarely met

    return unquote(value)
