"""Paragraphs are trimmed lines, in order, and nothing else is lost."""

from __future__ import annotations

from hypothesis import given

from sentiment.extract.blocks import count_breaks, cut_paragraphs, trim
from tests.strategies import article_texts


def test_cut_paragraphs():
    text = " one \n\n\ttwo words\u2028\u00a0\r\nthree\x0b"
    assert [text[a:b] for a, b in cut_paragraphs(text)] == ["one", "two words", "three"]


def test_a_line_within_a_sentence_goes_on():
    text = "“We rowed,”\n\nshe wrote.\n“We sank,”\nShe wrote."
    cut = [text[a:b] for a, b in cut_paragraphs(text)]
    assert cut == ["“We rowed,”\n\nshe wrote.", "“We sank,”", "She wrote."]


def test_trim_of_blanks_is_empty():
    start, end = trim(" \u200b\n ", 0, 4)
    assert start == end


def test_count_breaks():
    assert count_breaks("a\r\n\r\nb\nc", 0, 9) == 3


@given(article_texts)
def test_what_is_outside_of_paragraphs_is_blank(text):
    at = 0
    for start, end in cut_paragraphs(text):
        assert at <= start < end
        assert (
            not text[at:start]
            .replace("\u200b", "")
            .replace("\u2060", "")
            .replace("\ufeff", "")
            .strip()
        )
        at = end
