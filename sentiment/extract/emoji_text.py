"""Which emoji does a text hold, as typed?"""

from __future__ import annotations

from typing import Final

# signs that only a variation selector turns into pictures; bare, they are typography
_TYPOGRAPHY: Final = frozenset("©®™‼⁉ℹ↔↕↖↗↘↙↩↪Ⓜ▪▫▶◀◻◼◽◾〰〽㊗㊙⤴⤵")
_FIRST: Final = 0xA9  # nothing below it is an emoji by itself, keycaps end above it
_PICTURE: Final = "\ufe0f"


def find_emoji(text: str) -> tuple[str, ...]:
    """Whole emoji in order: joined ones, skin tones, flags and keycaps count as one."""
    if text.isascii() or not any(ord(c) >= _FIRST for c in text):
        return ()
    import emoji  # noqa: PLC0415 - its table takes 60 ms to load, most texts need none

    found = []
    for token in emoji.analyze(text, non_emoji=False, join_emoji=True):
        if token.chars in _TYPOGRAPHY or isinstance(token.value, str):
            continue
        # the library drops a redundant selector: "⚽️" is typed as two code points
        typed = text.startswith(_PICTURE, token.value.end) and not token.chars.endswith(_PICTURE)
        found.append(token.chars + _PICTURE if typed else token.chars)
    return tuple(found)
