"""Which emoji does a text hold, as typed?"""

from __future__ import annotations

import re
from typing import Final

# signs that only a variation selector turns into pictures; bare, they are typography
_TYPOGRAPHY: Final = frozenset("©®™‼⁉ℹ↔↕↖↗↘↙↩↪Ⓜ▪▫▶◀◻◼◽◾〰〽㊗㊙⤴⤵")
_PICTURE: Final = "\ufe0f"
_SIGNS: Final = (
    "\u00a9\u00ae\u203c\u2049\u20e3\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U000e007f"
)
# every emoji holds one of these; quotation marks, dashes and letters are none of them
_TELLING: Final = re.compile(f"[{_SIGNS}]")
# what emoji are made of, so that none reaches over a run's end; no real run is so long
_RUN: Final = re.compile(f"[#*0-9\u200d\ufe0e\ufe0f{_SIGNS}]{{1,1000}}")


def find_emoji(text: str) -> tuple[str, ...]:
    """Whole emoji in order: joined ones, skin tones, flags and keycaps count as one."""
    if text.isascii() or not _TELLING.search(text):
        return ()
    import emoji  # noqa: PLC0415 - its table takes 60 ms to load, most texts need none

    found = []
    for run in _RUN.findall(text):
        if not _TELLING.search(run):
            continue
        for token in emoji.analyze(run, non_emoji=False, join_emoji=True):
            if token.chars in _TYPOGRAPHY or isinstance(token.value, str):
                continue
            # the library drops a redundant selector: "⚽️" is typed as two code points
            typed = run.startswith(_PICTURE, token.value.end)
            whole = typed and not token.chars.endswith(_PICTURE)
            found.append(token.chars + _PICTURE if whole else token.chars)
    return tuple(found)
