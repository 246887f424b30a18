"""How does a value stand in a CSV cell, so that no spreadsheet runs it?

Spreadsheets take a cell that begins with one of ``= + - @``, a tab or a line
break for a formula, and articles quote whoever likes to write one. Such text
gets an apostrophe before it, which a spreadsheet does not show. Text that has
apostrophes before such a sign gets one more, so that ``unguard`` is exact.
Source of the list: OWASP, "CSV Injection".
"""

from __future__ import annotations

import json
import re
from typing import Final

from sentiment.data.columns import storable

_BEGINNING: Final = "'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
_FORMULA: Final = re.compile(_BEGINNING)
_CARE: Final = re.compile(f"^{_BEGINNING}|[\0\ud800-\udfff]")


def cell(value: object, *, raw: bool) -> str:
    """A value as a CSV cell: nothing for unknown, JSON for a list, no lone surrogate.

    raw  leaves text as it is; otherwise formulas are guarded and NULs, at
         which many readers stop, become U+FFFD
    """
    if value is None:
        return ""
    if isinstance(value, str):
        if not _CARE.search(value):  # most text by far
            return value
        text = storable(value)
        return text if raw else guard(text.replace("\0", "\ufffd"))
    if isinstance(value, int | float):
        return repr(value)
    return storable(json.dumps(value, ensure_ascii=False))


def guard(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """The text that ``guard`` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
