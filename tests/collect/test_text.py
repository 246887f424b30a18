from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import any_text

from sentiment.collect.text import decode, make_article, mend
from sentiment.errors import ArticleError

WORDS = "Sie schrieb: „Großartig!“ ❤️ — naïve"


@pytest.mark.parametrize(
    ("codec", "mark"),
    [("utf-8", b""), ("utf-8-sig", b""), ("utf-16", b""), ("utf-32", b"")],
)
def test_a_byte_order_mark_decides(codec, mark):
    assert decode(mark + WORDS.encode(codec), "a.txt") == WORDS


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_nuls(codec):
    assert decode(("Plain words, long enough. " * 4).encode(codec), "a.txt").startswith("Plain")


def test_a_wrong_byte_is_named_with_its_place_and_the_option_to_try():
    with pytest.raises(ArticleError) as caught:
        decode(b"It\x92s here", "seeds/a.txt")
    assert str(caught.value) == (
        "seeds/a.txt is not UTF-8 (byte 0x92 at 2): re-save it, or pass --encoding cp1252"
    )


def test_bytes_that_windows_has_no_letter_for_suggest_latin_1():
    with pytest.raises(ArticleError, match="--encoding latin-1"):
        decode(b"caf\xe9 \x81", "a.txt")


def test_the_users_encoding_goes_first_and_is_named_when_wrong():
    assert decode(b"It\x92s here", "a.txt", "cp1252") == "It’s here"
    with pytest.raises(ArticleError, match=r"a\.txt is not cp1252 \(byte 0x81 at 0\)"):
        decode(b"\x81", "a.txt", "cp1252")


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"PK\x03\x04....", "a zip archive"),
        (b"PAR1....", "a Parquet file"),
        (bytes(range(32)) * 20, "a binary file"),
        (b"text\x00text" * 3, "a binary file"),
    ],
)
def test_binary_files_are_told_apart(raw, what):
    with pytest.raises(ArticleError, match=what):
        decode(raw, "a.txt")


def test_a_broken_marked_file_says_so():
    with pytest.raises(ArticleError, match="mark of UTF-8 but is broken at byte"):
        decode(b"\xef\xbb\xbfok \xff", "a.txt")


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("I donâ€™t know", "I don’t know"),
        ("OlÃ© â¤ï¸\x8f".encode("latin-1", "ignore").decode("latin-1"), None),
        ("He said â€œyesâ€\x9d", "He said “yes”"),
    ],
)
def test_mojibake_is_mended_by_paragraph(broken, whole):
    clean = "Clean line – with “quotes” and 😭."
    mended = mend(f"{clean}\n{broken}\n{clean}")
    first, middle, last = mended.text.split("\n")
    assert first == last == clean
    if whole is not None:
        assert middle == whole
        assert mended.paragraphs == 1


def test_line_ends_and_what_no_text_may_hold():
    assert mend("a\r\nb\rc\x00\ud800").text == "a\nb\nc\ufffd\ufffd"


def test_the_seeds_come_through_byte_for_byte(seeds):
    files = sorted(seeds.glob("*.txt"))
    assert len(files) == 4
    for file in files:
        raw = file.read_bytes()
        assert mend(decode(raw, file.name)) == (raw.decode("utf-8"), 0)


@given(any_text)
def test_utf8_survives_and_the_id_is_the_texts_hash(text):
    text = text.replace("\r", "").replace("\x00", "")
    mended = mend(text).text
    article = make_article(mended, "a.txt")
    assert article.text == mended
    assert article.id == hashlib.sha256(mended.encode()).hexdigest()[:16]


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_an_article_error(raw):
    try:
        text = decode(raw, "x")
    except ArticleError as error:
        assert str(error).startswith("x ")  # noqa: PT017 either way is right
    else:
        assert isinstance(mend(text).text, str)
