"""Is the page one whole file, that nothing in it can break out of or reach out from?"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from write.batches import (
    HOSTILE,
    MANIFEST,
    article,
    empty_batch,
    hostile_batch,
    large_batch,
    scored,
    seed_batch,
    single_batch,
    tables_of,
)

from sentiment.errors import ReportError, UsageError
from sentiment.model import Contribution, Explanation, Score
from sentiment.tally.compare import change_since
from sentiment.write import html_rows
from sentiment.write.charts import plan_charts
from sentiment.write.html_links import by_period
from sentiment.write.html_markup import Html, fragment, label, plain, script_json, tag
from sentiment.write.html_report import html_page, write_html
from sentiment.write.html_rows import carried_rows


class Read(HTMLParser):
    """What a parser makes of the page: its elements, and what stands in some of them."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.elements, self.inside, self.words = [], {}, []
        self._open = None
        self.feed(page)
        self.close()

    def handle_starttag(self, name, attributes):
        self.elements.append((name, dict(attributes)))
        if name in {"script", "style"}:
            self._open = (name, dict(attributes).get("type"), dict(attributes).get("id"))
            self.inside.setdefault(self._open, []).append("")

    def handle_endtag(self, name):
        if self._open and name == self._open[0]:
            self._open = None

    def handle_data(self, data):
        if self._open:
            self.inside[self._open][-1] += data
        else:
            self.words.append(data)

    @property
    def data(self):
        (text,) = self.inside["script", "application/json", "data"]
        return json.loads(text)


def page_of(made, language="en", **options):
    tables, batch = made
    charts = plan_charts(tables, language=language)
    options = {"title": None, "manifest": MANIFEST, "language": language} | options
    return html_page(tables, batch, charts, **options)


@pytest.fixture(scope="module")
def seeds():
    return page_of(seed_batch())


def test_the_policy_names_exactly_what_the_page_carries(seeds):
    read = Read(seeds)
    (policy,) = (a["content"] for _, a in read.elements
                 if a.get("http-equiv") == "Content-Security-Policy")  # fmt: skip
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    named = re.findall(r"'sha256-([^']+)'", policy)
    carried = read.inside["style", None, None] + read.inside["script", None, None]
    assert len(carried) == 3
    assert named == [b64encode(sha256(one.encode()).digest()).decode() for one in carried]


def test_nothing_is_styled_or_handled_in_place(seeds):
    for name, attributes in Read(seeds).elements:
        assert not any(key == "style" or key.startswith("on") for key in attributes), name
        assert not ({"src", "srcset", "action"} & set(attributes)), name
        if name != "a":
            assert "href" not in attributes


def test_the_same_batch_gives_the_same_bytes(tmp_path):
    tables, batch = large_batch(40, 400)
    charts = plan_charts(tables)
    for name in ("a.html", "b.html"):
        write_html(tables, batch, charts, tmp_path / name, manifest=MANIFEST)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_what_cannot_be_written_is_said(tmp_path):
    tables, batch = empty_batch()
    with pytest.raises(ReportError, match="choose another place"):
        write_html(tables, batch, (), tmp_path / "no" / "a.html", manifest=MANIFEST)
    with pytest.raises(UsageError):
        write_html(tables, batch, (), tmp_path / "a.html", manifest=MANIFEST, language="xx")


def test_hostile_words_come_through_whole_and_break_nothing():
    page = page_of(hostile_batch(), title="</title><script>alert(1)</script>")
    read = Read(page)
    names = [name for name, _ in read.elements]
    assert names.count("script") == 3
    assert names.count("style") == 1
    text = read.data["fields"].index("text")
    carried = [row[text] for row in read.data["rows"]]
    assert len(carried) == 4 * len(HOSTILE)
    for words in HOSTILE:
        assert any(shown.startswith(plain(words)) for shown in carried)
    for forbidden in ("\x00", "\x07", "\u202e", "\ud800"):
        assert forbidden not in "".join(read.words)
    page.encode("utf-8")


def test_links_lead_to_the_web_or_into_the_page_alone():
    read = Read(page_of(hostile_batch()))
    for name, attributes in read.elements:
        if name == "a":
            assert attributes["href"].startswith("#")
    url = read.data["fields"].index("url")
    assert {str(row[url])[:8] for row in read.data["rows"]} <= {"https://", "None"}
    assert {entry[2][:8] for entry in read.data["lists"]["article"]} <= {"https://", ""}


@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_chart_stands_there_with_its_words_and_its_numbers(language):
    made = large_batch(60, 900)
    charts = plan_charts(made[0], language=language)
    read = Read(page_of(made, language))
    words = "".join(read.words)
    ids = {attributes.get("id") for _, attributes in read.elements}
    labels = {attributes.get("aria-label") for _, attributes in read.elements}
    for chart in charts:
        if chart.left_out:
            assert chart.left_out in words
            continue
        assert f"chart-{chart.key}" in ids
        assert label(chart.title) in words
        assert label(chart.alt) in labels
        for row in chart.rows:
            for cell in row:
                if isinstance(cell, str):
                    assert label(cell) in words
    (root,) = (attributes for name, attributes in read.elements if name == "html")
    assert root["lang"] == language


@pytest.mark.parametrize("made", [empty_batch, single_batch])
def test_little_or_nothing_makes_a_page_too(made):
    read = Read(page_of(made()))
    assert len(read.data["rows"]) == made()[0].summary.reactions
    headings = [name for name, _ in read.elements if re.fullmatch("h[1-6]", name)]
    assert headings[0] == "h1"
    assert headings.count("h1") == 1


def test_headings_skip_no_level(seeds):
    levels = [int(name[1]) for name, _ in Read(seeds).elements if re.fullmatch("h[1-6]", name)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_more_reactions_than_a_page_bears_are_sampled_and_it_says_so(monkeypatch):
    monkeypatch.setattr(html_rows, "STRONGEST", 30)
    tables, batch = large_batch(100, 4000)
    carried = carried_rows(batch.scored, tables.summary, most=600)
    assert not carried.whole
    assert carried.distinct == len(carried.rows) == 600
    assert len({row.first.cluster for row in carried.rows}) == 600
    ids = {row.scored.reaction.id for row in carried.rows}
    assert set(tables.summary.strongest_positive) <= ids
    assert set(tables.summary.strongest_negative) <= ids
    # what is drawn evenly keeps the platforms' proportions
    for group in tables.summary.by_platform:
        name = None if group.name.startswith("no ") else group.name
        part = sum(row.platform == name for row in carried.rows) / 600
        assert abs(part - group.n / tables.summary.distinct) < 0.05
    again = carried_rows(batch.scored, tables.summary, most=600)
    assert [row.scored.reaction.id for row in again.rows] == [
        row.scored.reaction.id for row in carried.rows
    ]


def test_a_sampled_page_names_its_numbers(monkeypatch):
    monkeypatch.setattr(html_rows, "MOST_ROWS", 50)
    monkeypatch.setattr(html_rows, "STRONGEST", 5)
    monkeypatch.setattr(html_rows.carried_rows, "__kwdefaults__", {"most": 50})
    tables, batch = large_batch(30, 300)
    words = "".join(Read(page_of((tables, batch))).words)
    assert f"carries 50 of {tables.summary.distinct} distinct reactions" in words


def test_a_page_without_its_copies_says_so(monkeypatch):
    monkeypatch.setattr(html_rows.carried_rows, "__kwdefaults__", {"most": 5})
    of = article("a.txt", "A")
    first = scored(of, "Lovely", "positive", 0.5)
    copies = [scored(of, "Lovely", "positive", 0.5, number=n, cluster=first.cluster)
              for n in range(1, 9)]  # fmt: skip
    words = "".join(Read(page_of(tables_of([of], [first, *copies]))).words)
    assert "carries each of the 1 distinct reactions once" in words


def test_long_texts_are_cut_where_there_are_many_and_the_file_stays_small():
    of = article("a.txt", "body")
    long = [
        scored(of, f"{number} " + "🔥 word <" * 1000, "neutral", 0.0, number=number)
        for number in range(3000)
    ]
    page = page_of(tables_of([of], long))
    assert len(page.encode()) < 8_000_000
    data = Read(page).data
    cut = data["fields"].index("cut")
    assert all(row[cut] > 5000 for row in data["rows"])


def test_copies_share_what_one_of_them_tells():
    one, other = article("a.txt", "A", outlet="North"), article("b.txt", "B", outlet="South")
    first = scored(one, "Lovely", "positive", 0.5, kind="quote")
    copy = scored(other, "Lovely", "positive", 0.5, platform="twitter", author="Ann",
                  emoji=("❤️",), cluster=first.cluster)  # fmt: skip
    tables, batch = tables_of([one, other], [first, copy])
    carried = carried_rows(batch.scored, tables.summary)
    assert {(r.platform, r.author, r.person, r.kind, r.copies) for r in carried.rows} == {
        ("twitter", "Ann", "Ann", "quote", 2)
    }
    assert [row.scored.reaction.outlet for row in carried.rows] == ["North", "South"]


def test_a_misspelt_name_is_found_under_the_name_the_tables_print():
    of = article("a.txt", "A")
    rows = [
        scored(of, "One", "positive", 0.5, number=0, author="Vikrant Massey",
               handle="VikrantMassey", platform="twitter"),
        scored(of, "Two", "positive", 0.5, number=1, author="Vikrant Massey"),
        scored(of, "Three", "positive", 0.5, number=2, author="Vikarnat Massey",
               handle="vikrantmassey", platform="twitter"),
    ]  # fmt: skip
    tables, batch = tables_of([of], rows)
    carried = carried_rows(batch.scored, tables.summary)
    assert {row.person for row in carried.rows} == {"Vikrant Massey"}


def test_explained_words_are_marked_where_they_stand():
    of = article("a.txt", "A")
    one = scored(of, "👏🏽 superb film", "positive", 0.6)
    explanation = Explanation(
        Score("positive", 0.6, 0.9),
        (
            Contribution("word", "superb", 0.5, "lexicon", 3, 9),
            Contribution("word", "perb film", 0.4, "overlaps", 5, 14),
            Contribution("word", "film", 0.001, "too little to see", 10, 14),
            Contribution("base", "", 0.1, "base rate"),
        ),
    )
    page = page_of(tables_of([of], [one]), explanations={one.reaction.id: explanation})
    data = Read(page).data
    assert data["rows"][0][data["fields"].index("marks")] == [[3, 9, 0.5]]


def test_unreadable_inputs_and_their_reasons_are_listed():
    tables, batch = hostile_batch()
    words = "".join(Read(page_of((tables, batch))).words)
    assert "What could not be read" in words
    assert "b\ufffd" in words
    whole = replace(batch, unreadable=())
    assert "What could not be read" not in "".join(Read(page_of((tables, whole))).words)


@given(st.text())
def test_no_text_ends_a_script_or_loses_a_character(text):
    written = script_json({"t": text})
    assert not re.search(r"[<>&\u2028\u2029]", written)
    assert json.loads(written) == {"t": re.sub("[\ud800-\udfff]", "\ufffd", text)}


@pytest.mark.parametrize("language", ["en", "hi"])
def test_what_changed_stands_before_the_verdict(language):
    tables, batch = seed_batch()
    change = change_since(single_batch()[0], tables, name="</h2><b>March", scorers=("a", "b"))
    read = Read(page_of((tables, batch), language, change=change))
    ids = [attributes.get("id") for name, attributes in read.elements if name == "section"]
    assert ids[:2] == ["change", "overall"]
    chosen = [attributes["href"] for name, attributes in read.elements
              if name == "a" and "data-filter" in attributes][:3]  # fmt: skip
    assert chosen == ["#label=positive", "#label=neutral", "#label=negative"]
    assert "b" not in {name for name, _ in read.elements}
    said = " ".join(read.words)
    assert "</h2><b>March" in said
    for word in {"en": ("What changed", "+20 (was 1)", "no more than chance", "percentage points"),
                 "hi": ("क्या बदला", "+20 (पहले 1)", "प्रतिशत अंक")}[language]:  # fmt: skip
        assert word in said


def test_without_an_earlier_report_nothing_is_said_to_have_changed(seeds):
    read = Read(seeds)
    assert "change" not in {attributes.get("id") for _, attributes in read.elements}
    assert "percentage point" not in " ".join(read.words)


@given(st.text(), st.text())
def test_no_text_leaves_its_element_or_attribute(inside, value):
    read = Read(tag("p", inside, title=value))
    assert read.elements == [("p", {"title": label(value)})]
    assert "".join(read.words) == label(inside)


def test_markup_is_taken_as_it_is():
    assert tag("p", Html("<b>x</b>"), None, "<", class_="a", hidden=True, id=None) == (
        '<p class="a" hidden><b>x</b>&lt;</p>'
    )


@pytest.mark.parametrize(
    ("start", "step", "wanted"),
    [("2024-02-29", "day", "2024-02-29"), ("2024-02-26", "week", "2024-02-26..2024-03-03"),
     ("2024-02-01", "month", "2024-02-01..2024-02-29"),
     ("2023-01-01", "year", "2023-01-01..2023-12-31")],
)  # fmt: skip
def test_a_period_is_asked_for_by_its_days(start, step, wanted):
    assert by_period(start, step) == {"date": wanted}


def test_addresses_hold_any_value():
    assert fragment({"q": "a&b=c #d"}) == "#q=a%26b%3Dc%20%23d"
    assert fragment({"q": "\ud800"}) == "#q=%EF%BF%BD"


def test_dark_is_the_same_whether_chosen_here_or_by_the_system():
    style = (Path(html_rows.__file__).parent / "html" / "app.css").read_text("utf-8")
    chosen, system = (
        set(
            re.findall(
                r"(--[\w-]+): (#\w+);", re.split(selector, style, maxsplit=1)[1].split("}")[0]
            )
        )
        for selector in (
            r':root\[data-theme="dark"\] {',
            r'\n  :root:not\(\[data-theme="light"\]\) {',
        )
    )
    assert chosen == system
    assert len(chosen) > 20
