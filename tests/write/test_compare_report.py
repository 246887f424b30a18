"""Does a comparison read well, escape what it quotes, and stand in tables?"""

from __future__ import annotations

import csv
import json
import re

import pytest
from lxml import html
from tally.sample import ARTICLES, BATCH, HOSTILE, said

from sentiment.results import Batch
from sentiment.tally.compare import compare
from sentiment.tally.tables import tally_reactions
from sentiment.write.compare_page import comparison_page, headline
from sentiment.write.compare_report import write_comparison


def many(positive: int, negative: int, first: int, **fields) -> Batch:
    scores = [0.5] * positive + [-0.5] * negative
    return Batch(
        ARTICLES,
        tuple(said(first + n, f"words {n}", score, **fields) for n, score in enumerate(scores)),
    )


GLAD = compare(
    tally_reactions(many(10, 30, 0, platform="twitter")),
    tally_reactions(many(30, 10, 100, platform="twitter", author="Asha", emoji=("🔥",))),
    name_a="January",
    name_b="February",
)


def test_the_headline_is_the_finding():
    assert headline(GLAD) == (
        "The share of positive reactions is larger: 75 % (February) against 25 % (January), "
        "a difference of +50 points (95 % interval +29 to +65)."
    )
    same = tally_reactions(BATCH)
    assert "not clearly changed" in headline(compare(same, same))
    assert "nothing to compare" in headline(compare(same, tally_reactions(Batch((), ()))))


def test_the_page_says_what_was_found():
    page = comparison_page(GLAD)
    text = " ".join(html.fromstring(page).text_content().split())
    assert "February against January" in text
    assert "25 % of 40" in text
    assert "Only February (1)" in text
    assert "🔥 fire: in 40 distinct, mean score +0.25" in text
    assert "Mean score −0.25 (January) and +0.25 (February): a difference of +0.50" in text
    assert page.count("<tr class=clear>") == 3  # two labels, and an emoji that only one has


def test_the_page_asks_nothing_of_a_network():
    tree = html.fromstring(comparison_page(GLAD))
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")
    assert not tree.xpath("//script | //link | //img | //@src | //@href")
    assert tree.get("lang") == "en"
    assert all(table.find("caption") is not None for table in tree.iter("table"))


def hostile() -> tuple[Batch, Batch]:
    texts = [*HOSTILE, "</style><script>alert(1)</script>", "NUL\0 \x1b[31m"]
    batch = Batch(
        ARTICLES,
        tuple(
            said(n, text, 0.5, author=text, described_emoji=(text,), language=text)
            for n, text in enumerate(texts)
        ),
    )
    return batch, Batch(ARTICLES, ())


def test_hostile_text_stays_text():
    one, other = map(tally_reactions, hostile())
    for a, b in ((one, other), (other, one), (one, one)):
        page = comparison_page(
            compare(a, b, name_a="<b>A</b>", name_b="=B"), title="<script>alert(1)</script>"
        )
        tree = html.fromstring(page)
        assert not tree.xpath("//script | //b | //iframe")
        assert not re.search("[\0\x1b]", page)


def test_the_folder(tmp_path):
    write_comparison(GLAD, tmp_path / "c", manifest={"sentiment": "0.1.0"})
    assert sorted(path.name for path in (tmp_path / "c").iterdir()) == [
        "comparison.html", "comparison.json", "differences.csv", "emoji.csv", "manifest.json",
        "people.csv",
    ]  # fmt: skip
    with (tmp_path / "c" / "differences.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["table"] for row in rows][:3] == ["sentiment"] * 3
    assert rows[0]["difference"] == "0.5"
    assert (tmp_path / "c" / "emoji.csv").read_bytes().decode() == (
        "only_in,emoji,name,count,described,reactions,mean\r\nFebruary,🔥,fire,40,0,40,0.25\r\n"
    )
    content = json.loads((tmp_path / "c" / "comparison.json").read_text(encoding="utf-8"))
    assert content["labels"][0]["name"] == "positive"
    before = (tmp_path / "c" / "comparison.html").read_bytes()
    write_comparison(GLAD, tmp_path / "c", manifest={"sentiment": "0.1.0"})
    assert (tmp_path / "c" / "comparison.html").read_bytes() == before


@pytest.mark.parametrize("count", [1, 60])
def test_long_lists_are_cut_and_say_so(count):
    batch = Batch(ARTICLES, tuple(said(n, f"w {n}", 0.5, author=f"P {n} Q") for n in range(count)))
    page = comparison_page(compare(tally_reactions(Batch((), ())), tally_reactions(batch)))
    assert f"Only B ({count})" in page
    assert ("and 35 more" in page) is (count == 60)
