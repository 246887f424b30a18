"""Whole pages: every reaction that their markup and prose carry, and nothing around them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sentiment.collect.html import read_html
from sentiment.extract.reactions import extract_reactions

CASES = Path(__file__).parent / "cases"
PAGES = tomllib.loads((CASES / "pages.toml").read_text("utf-8"))["page"]


@pytest.mark.parametrize("page", PAGES, ids=[p["file"] for p in PAGES])
def test_page(page):
    article = read_html((CASES / "pages" / page["file"]).read_bytes(), page["file"])
    assert (article.published, article.outlet) == (page["published"], page["outlet"])
    found = extract_reactions(article)
    assert [r.text for r in found] == [e["text"] for e in page["expected"]]
    for reaction, expected in zip(found, page["expected"], strict=True):
        for field, value in expected.items():
            assert (getattr(reaction, field) or "") == value, (field, reaction.text)


def test_every_page_is_listed():
    assert {p.name for p in (CASES / "pages").glob("*.html")} == {p["file"] for p in PAGES}
