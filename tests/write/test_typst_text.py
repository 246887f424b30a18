"""Text that reaches Typst holds nothing that it or PDF/UA refuses, and breaks everywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentiment.write.fonts import draws
from sentiment.write.typst_text import LONGEST_WORD, breakable, drawable, elided, plain_text


def everything(_: str) -> bool:
    return True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("a\tb\x00c\x07\ufeff", "a bc"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("\u202eevil\u202c", "evil"),
        ("private \ue000 lone \ud800 none \uffff", "private \ufffd lone \ufffd none \ufffd"),
        ("\ue000\ue001\ue002", "\ufffd"),
        ("e" + "\u0301" * 50, "e\u0301\u0301"),
        ("#eval $x$ *b*", "#eval $x$ *b*"),
        ("رائع", "\u2068رائع\u2069"),
    ],
)
def test_what_cannot_be_set_is_mended(text, expected):
    assert plain_text(text, everything) == expected


def test_characters_without_a_font_are_replaced_by_one_mark_a_run():
    assert plain_text("ab 中文 cd", draws) == "ab \ufffd cd"
    assert plain_text("फ़िल्म ❤️ 👨‍👩‍👧 👍🏽 é", draws) == "फ़िल्म ❤️ 👨‍👩‍👧 👍🏽 é"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ж\u0bbfb", "Жb"), ("\ufffd\u0bcd", "\ufffd"), ("x\U0001f3fd", "x"), ("☃\u0301", "☃"),
     ("👍\u200d中", "👍\ufffd"), ("\u094d", "\u094d")],
)  # fmt: skip
def test_marks_that_share_no_font_with_their_letter_go(text, expected):
    assert plain_text(text, draws) == expected


def test_long_words_get_places_to_break_and_lose_nothing():
    broken = breakable("W" * 10_000)
    assert max(map(len, broken.split("\u200b"))) <= LONGEST_WORD
    assert broken.replace("\u200b", "") == "W" * 10_000
    assert breakable("W" * LONGEST_WORD) == "W" * LONGEST_WORD


def test_no_break_falls_within_an_emoji_or_a_conjunct():
    for text in ("👨‍👩‍👧" * 30, "🇮🇳" * 30, "क्ष" * 40, "e\u0301" * 40):
        for piece in breakable(text).split("\u200b"):
            assert not piece.startswith(("\u200d", "\u0301", "\u094d", "\ufe0f", "ष"))


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("short", 10, "short"),
        ("  many \n spaces  ", 20, "many spaces"),
        ("", 5, ""),
        ("a sentence that is longer, much", 26, "a sentence that is longer…"),
        ("W" * 50, 10, "W" * 9 + "…"),
        ("a" + " " * 100_000 + "b", 10, "a…"),
    ],
)
def test_elided(text, longest, expected):
    assert elided(text, longest) == expected


@given(st.text(), st.integers(2, 50))
def test_elided_text_is_never_longer_than_asked(text, longest):
    assert len(elided(text, longest)) <= longest


@given(st.text())
def test_plain_text_is_stable_and_printable(text):
    once = plain_text(text, everything)
    assert "\x00" not in once
    assert "\ufeff" not in once
    assert all(char == "\n" or ord(char) >= 0x20 for char in once)


def test_megabytes_of_anything_take_no_time():
    for piece in ("W", "\u0301", "\ue000", "क्", "a ", "👨‍👩‍👧", "@"):
        plain_text(piece * (500_000 // len(piece)), everything)


def test_every_string_of_a_value_is_made_drawable():
    value = {"a": ["x\x00", {"b": "y\x07"}], "n": 1, "t": None, "f": 0.5}
    assert drawable(value, everything) == {
        "a": ["x", {"b": "y"}],
        "n": 1,
        "t": None,
        "f": 0.5,
    }
