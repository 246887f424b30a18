"""Emoji are found whole and as typed."""

from __future__ import annotations

import pytest
from hypothesis import given

from sentiment.extract.emoji_text import find_emoji
from tests.strategies import article_texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain words", ()),
        ("naïve café — “quoted”", ()),
        ("❤️❤️‍🔥🎉", ("❤️", "❤️‍🔥", "🎉")),
        ("a bare ❤", ("❤",)),
        ("⚽️🚀", ("⚽️", "🚀")),
        ("👏🏽👏🏽 👩🏻‍❤️‍👩🏽", ("👏🏽", "👏🏽", "👩🏻‍❤️‍👩🏽")),
        ("1️⃣8️⃣9️⃣* of pure class", ("1️⃣", "8️⃣", "9️⃣")),
        ("🇮🇳 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿", ("🇮🇳", "🏴󠁧󠁢󠁥󠁮󠁧󠁿")),
        ("© 2025 Outlet™ ▶ next", ()),
    ],
)
def test_find_emoji(text, found):
    assert find_emoji(text) == found


@given(article_texts)
def test_every_emoji_stands_in_its_text_in_order(text):
    at = 0
    for emoji in find_emoji(text):
        at = text.index(emoji, at) + len(emoji)
