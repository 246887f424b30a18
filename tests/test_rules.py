"""Every rule that finds something is described, and points to layouts that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sentiment.collect import read_articles
from sentiment.data.loader import read_table
from sentiment.extract.reactions import extract_reactions
from sentiment.model import Article

ROOT = Path(__file__).parent.parent
RULES = {row[0]: row for row in read_table("rules.tsv", ("rule", "layouts", "meaning"))}
LAYOUTS = set(re.findall(r"\b[LN]\d\d\b", (ROOT / "docs" / "layouts.md").read_text("utf-8")))


@pytest.mark.parametrize("rule", RULES, ids=list(RULES))
def test_rule_points_to_layouts_that_exist(rule: str) -> None:
    layouts = RULES[rule][1].split()
    assert layouts
    assert set(layouts) <= LAYOUTS


def test_rules_that_find_something_are_described() -> None:
    found = set()
    for half in ("dev", "held"):
        for article in read_articles([str(ROOT / "tests" / "articles" / half)]):
            if isinstance(article, Article):
                found |= {reaction.rule for reaction in extract_reactions(article)}
    assert len(found) > 15
    assert found <= set(RULES)


def test_rules_named_in_the_code_are_described() -> None:
    named = set()
    for path in (ROOT / "sentiment").rglob("*.py"):
        code = path.read_text("utf-8")
        named |= set(
            re.findall(
                r"\"((?:signature|card|caption|list|quote|embed|emoji|post)-[a-z-]+[a-z])\"", code
            )
        )
    named -= {"emoji-only", "quote-shape", "post-title", "post-date"}  # kinds, classes of markup
    assert {name for name in named if name not in RULES} <= {"embed-phrases"}
