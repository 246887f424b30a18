"""Does an article translate somebody's words in brackets?"""

from __future__ import annotations

import re
from typing import Final

from sentiment.extract.language import identify

_BRACKET: Final = re.compile(r"[(\[]([^()\[\]\n]{3,600})[)\]]")
_BRACKET_BEHIND: Final = re.compile(r"\W{0,3}" + _BRACKET.pattern)
_EMOJI: Final = re.compile(r"\bemoji|emoticon|इमोजी", re.IGNORECASE)
_FEWEST_WORDS: Final = 2


def find_translation(text: str, behind: str, hint: str | None = None) -> str | None:
    """The article's own translation of ``text``, or None.

    text    somebody's words; a bracket in them may translate what precedes it
    behind  the prose that follows the closing mark
    """
    for found in _BRACKET.finditer(text):
        inside = found.group(1).strip()
        rest = text[: found.start()]
        if _translates(rest, inside, hint):
            return inside
    after = _BRACKET_BEHIND.match(behind[:620])
    if after is not None and _translates(text, after.group(1), hint):
        return after.group(1).strip("\"“”'‘’ ")
    return None


def _translates(original: str, inside: str, hint: str | None) -> bool:
    words = inside.split()
    if len(words) < _FEWEST_WORDS or _EMOJI.search(inside) or not original.strip():
        return False
    source, target = identify(original), identify(inside, hint or "en")
    if source in {"und", target}:
        return False
    return target != "und"
