"""Furniture is found; what only resembles it is left."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from sentiment.extract.furniture import find_furniture, is_furniture, join_spans
from tests.strategies import article_texts


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Continue reading below",
        "Also Read - After a hit, the actor takes a break due to THIS reason",
        "READ MORE: Every deadline day deal in one place",
        "RELATED: A timeline",
        "Te puede interesar: Los diez finales",
        "Lesen Sie auch: Zehn Lieder",
        "यह भी पढ़ें: दस गाने",
        "Image Source : INSTAGRAM The cast on the last day.",
        "Photo: Screengrab/Instagram",
        "@moth, @lamp.ode / TikTok",
        "The couple at the party in Santa Barbara. Photo: Lena Brandt/Shutterfold",
        "Fans outside the hall (Image via @hall/Instagram)",
        "We use cookies to personalise content. OK",
        "Sign up for our newsletter",
        "Follow us on",
        "Get updates! Follow us on",
        "1.2K",
        "84 replies",
        "Read 84 replies",
        "Copy link",
        "By DANA WESTERFELD",
        "Por Marta Lil",
        "Écrit par Amandine Joly",
        "A cura di Rino Salaris",
        "Published Jan. 27, 2025",
        "12/05/2024 - 09:14h | Redacción Televisión",
        "Entertainment Desk | Updated: March 14, 2025 11:52 IST | 3 min read",
        "Posted by seolhwa | November 4, 2024 | 412 comments",
        "May 14, 2025",
        "Filed under award shows, horses, 1/27/25",
    ],
)
def test_is_found(line):
    text = f"The film is out.\n\n{line}\n\nIt runs for two hours."
    start = text.index(line)
    assert any(a <= start + 14 and start + len(line) <= b for a, b in find_furniture(text))


@pytest.mark.parametrize(
    "line",
    [
        "By the time he left, all was lost",
        "Écrit par un enfant, le mot fait rire",
        "March 3, 2024 was a day nobody in that town will ever forget.",
        "Readers wrote in to say that the related story was better.",
        "Photographers waited outside for an hour.",
        "Nobody can share a stage with her | that is all I know",
        "I like it.",
        "so good — Sumeet | सुमीत (@sumeet) March 14, 2025",
        "",
    ],
)
def test_is_left(line):
    assert not is_furniture(line)


def test_an_inline_link_ends_its_paragraph():
    text = "She won again. Also Read - Old interview goes viral\n\nThe end."
    ((start, end),) = find_furniture(text)
    assert text[start:end] == "Also Read - Old interview goes viral"
    assert find_furniture("She also read - twice - the letter.") == ()


def test_a_date_stamp_is_cut_off_what_follows():
    text = " date 2024-01-03 Spoiler: this article contains one."
    ((start, end),) = find_furniture(text)
    assert text[start:end] == "date 2024-01-03 "


@given(article_texts)
def test_spans_are_sorted_and_disjoint(text):
    spans = find_furniture(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] < b[0] for a, b in pairwise(spans))
    assert join_spans(spans) == spans
