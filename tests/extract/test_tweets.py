"""Flattened posts: the layouts one by one, the seeds, and what must hold of any text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from growth import grows_with_length
from hypothesis import given

from sentiment.extract.emoji_text import find_emoji
from sentiment.extract.posts import has_words, last_link
from sentiment.extract.tweets import find_posts
from tests.strategies import article_texts

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "posts.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=[c["label"] for c in CASES])
def test_layout(case):
    posts = find_posts(case["text"])
    assert [p.text for p in posts] == [e["text"] for e in case["expected"]]
    for post, expected in zip(posts, case["expected"], strict=True):
        for field, value in expected.items():
            found = list(find_emoji(post.text)) if field == "emoji" else getattr(post, field)
            assert ("" if found is None else found) == value, field


@given(article_texts)
def test_spans_are_sorted_disjoint_and_hold_their_words(text):
    posts = find_posts(text)
    end = 0
    for post in posts:
        assert end <= post.span[0] <= post.start <= post.end <= post.span[1] <= len(text)
        end = post.span[1]
        pieces = post.text.split("\n\n") if "\n\n" in post.text else [post.text]
        inside = text[post.start : post.end]
        assert not post.text or post.text == inside or all(p.strip() in inside for p in pieces)


@given(article_texts)
def test_the_same_text_gives_the_same_posts(text):
    assert find_posts(text) == find_posts(text)


@pytest.mark.parametrize(
    "unit",
    ["—", "(@", "(@a)", "— A (@a) ", "“", "- ", "@a\n", "A post shared by ", "1. [+1 ", "🔥",
     "— January 1, 2024 ", "Name\n@handle\n", "https://t.co/aaaaaaaaaa ", "u/abc: ", "\n", "2h "],
)  # fmt: skip
def test_time_grows_with_length_not_with_its_square(unit):
    assert grows_with_length(find_posts, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("so good https://t.co/Ym01edfDrz", "https://t.co/Ym01edfDrz"),
        ("https://t.co/aaaaaaaaaa first, words after", None),
        ("pic.twitter.com/Zr4Lk0pQwX", None),
        ("see https://x.com/lena/status/123?s=20 now", "https://x.com/lena/status/123"),
    ],
)
def test_last_link(text, expected):
    assert last_link(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://t.co/aaaaaaaaaa", False),
        ("@a @b", False),
        ("😭", True),
        ("ok", True),
        ("...", False),
    ],
)
def test_has_words(text, expected):
    assert has_words(text) is expected
