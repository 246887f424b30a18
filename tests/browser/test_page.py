"""Does the page do what a reader expects, in a browser, without asking the network for anything?"""

from __future__ import annotations

import csv
import json
from functools import cache

import pytest
from write.batches import (
    HOSTILE,
    MANIFEST,
    article,
    hostile_batch,
    large_batch,
    scored,
    seed_batch,
    single_batch,
    tables_of,
)

from sentiment.model import Contribution, Explanation, Score
from sentiment.tally.compare import change_since
from sentiment.write.charts import plan_charts
from sentiment.write.html_links import wanted_by
from sentiment.write.html_markup import fragment
from sentiment.write.html_report import write_html

made = {
    "seeds": cache(seed_batch), "hostile": cache(hostile_batch), "single": cache(single_batch),
    "large": cache(lambda: large_batch(120, 1500)),
}  # fmt: skip
EVERY_VIEW = [(width, scheme) for width in (390, 1280) for scheme in ("light", "dark")]


@pytest.fixture
def at(open_page, written):
    """A batch's page, opened."""

    def opened(name, language="en", **options):
        return open_page(written(name, made[name](), language), **options)

    return opened


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [*(("seeds", *view) for view in EVERY_VIEW), ("hostile", 390, "light"), ("large", 390, "dark"),
     ("large", 1280, "light")],
)  # fmt: skip
def test_axe_finds_nothing_and_nothing_hangs_out(at, name, width, scheme):
    page = at(name, width=width, scheme=scheme)
    assert json.loads(page.violations()) == []
    wider = page.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wider == 0
    assert page.complaints == []


@pytest.mark.parametrize("language", ["en", "hi"])
def test_axe_finds_nothing_with_filters_set_and_lists_open(at, language):
    page = at("seeds", language, width=390, fragment="#platform=twitter&label=positive&q=a")
    page.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert json.loads(page.violations()) == []
    assert page.page.locator("#chips li").count() == 4


@pytest.mark.parametrize("name", ["seeds", "hostile", "single"])
def test_no_request_leaves_the_file(at, name):
    page = at(name)
    page.page.locator("#filters").scroll_into_view_if_needed()
    assert [url for url in page.requests if not url.startswith("file:")] == []
    assert len(page.requests) == 1
    assert page.complaints == []


def test_the_policy_stops_what_should_ever_slip_in(at):
    page = at("seeds")
    page.page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
        " document.body.append(s); const i = new Image(); i.src = 'https://example.org/x.png';"
        " document.body.append(i); }"
    )
    page.page.wait_for_timeout(100)
    assert page.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in said for said in page.complaints)


def test_hostile_words_stand_there_as_text(at):
    page = at("hostile", fragment="#sort=order")
    seen = ""
    for number in range(1, 4):
        page.go(f"#page={number}")
        seen += page.page.evaluate("document.getElementById('rows').textContent")
    for words in HOSTILE:
        assert words.strip().replace("\x00", "\ufffd")[:40].rstrip() in seen or "\x07" in words
    assert page.page.locator("#rows script, #rows img, #rows svg").count() == 0
    links = page.page.eval_on_selector_all(
        "#rows a:not([data-filter])", "all => all.map(a => [a.protocol, a.rel])"
    )
    assert links
    assert {tuple(link) for link in links} == {("https:", "noopener noreferrer")}


def behind(chart, row):
    """How many reactions a row of a chart says it stands for."""
    if chart.key in {"overall", "platform", "kind", "language", "outlet", "article", "time"}:
        return row[1]
    return {
        "scores": lambda: sum(row[2:]),
        "emoji": lambda: row[4],
        "together": lambda: row[2],
        "people": lambda: sum(row[2:5]),
        "copied": lambda: row[2],
        "to-whom": lambda: row[2],
    }.get(chart.key, lambda: None)()


@pytest.mark.parametrize("name", ["seeds", "large"])
def test_every_number_drawn_leads_to_as_many_reactions(at, name):
    tables, _ = made[name]()
    page = at(name)
    checked = set()
    for chart in plan_charts(tables):
        for place, row in enumerate(chart.rows):
            wanted, n = wanted_by(chart, place), behind(chart, row)
            if wanted is not None and n:
                assert page.go(fragment(wanted)) == n, (chart.key, row)
                checked.add(chart.key)
    wanted_keys = {"overall", "platform", "kind", "article", "time", "emoji", "copied", "scores"}
    if name == "large":
        wanted_keys |= {"outlet", "language", "people", "together", "to-whom"}
    assert checked >= wanted_keys


MENTIONS = (
    ("Asha Rao", "asha", "@kiran_m you were superb"),
    ("Asha Rao", "asha", "Thank you @Kiran_M, and @kiranmfan too"),
    ("Asha Rao", "asha", "What a night with no one named"),
    ("Kiran Mehra", "kiran_m", "Thank you @asha"),
    (None, "fan", "@asha and @asha again, mail fan@kiran_m.example"),
    (None, "fan", "@kiran_m @asha!"),
    ("Asha Rao", "asha", "I, @asha, say so"),
)


def mentions_batch():
    of = article("a.txt", "A")
    everything = [
        scored(of, text, "neutral", 0.0, number=number, author=author, handle=handle,
               platform="twitter")
        for number, (author, handle, text) in enumerate(MENTIONS)
    ]  # fmt: skip
    return tables_of([of], everything)


def test_who_spoke_to_whom_leads_to_those_words_alone(open_page, written):
    batch = mentions_batch()
    (chart,) = (chart for chart in plan_charts(batch[0]) if chart.key == "to-whom")
    page = open_page(written("mentions", batch))
    found = {}
    for place, row in enumerate(chart.rows):
        found[row[0], row[1]] = row[2]
        assert page.go(fragment(wanted_by(chart, place))) == row[2], row
    assert found == {
        ("Asha Rao", "Kiran Mehra"): 2,
        ("Asha Rao", "@kiranmfan"): 1,
        ("Kiran Mehra", "Asha Rao"): 1,
        ("fan", "Asha Rao"): 2,
        ("fan", "Kiran Mehra"): 1,
    }
    page.page.locator("#chart-to-whom a").first.click()
    assert page.count() == 2
    assert "Addressed: @kiran_m" in page.page.inner_text("#chips")


def words_batch():
    of = article("a.txt", "A")
    praise = ("großartig, शानदार फ़िल्म", "GROSSARTIG! don’t miss it #Şahane")
    blame = ("बेकार फ़िल्म, größter Mist", "İğrenç! don't go")
    sides = ((praise, "positive", 0.9), (blame, "negative", -0.9), (("फ़िल्म",), "neutral", 0.0))
    everything = [
        scored(of, f"{text} n{100 * at + number}", label, score, number=100 * at + number)
        for at, (texts, label, score) in enumerate(sides)
        for number, text in enumerate(texts * 9)
    ]
    return tables_of([of], everything)


@pytest.mark.parametrize("name", ["words", "large"])
def test_words_that_set_praise_apart_lead_to_their_carriers(open_page, written, name):
    batch = words_batch() if name == "words" else made[name]()
    (chart,) = (chart for chart in plan_charts(batch[0]) if chart.key == "words")
    page = open_page(written(name, batch))
    for place, (word, _, up, down, _) in enumerate(chart.rows):
        wanted = wanted_by(chart, place)
        assert page.go(fragment({"label": "positive"} | wanted)) == up, word
        assert page.go(fragment({"label": "negative"} | wanted)) == down, word
    if name == "words":
        assert {"großartig", "शानदार", "बेकार", "größter", "#şahane"} <= {r[0] for r in chart.rows}


def test_outlets_by_kind_lead_to_as_many_reactions(at):
    tables, _ = made["large"]()
    page = at("large")
    (chart,) = (chart for chart in plan_charts(tables) if chart.key == "carried")
    for outlet, _, *counts in chart.rows[:3]:
        for kind, n in zip(chart.columns[2:], counts, strict=True):
            assert page.go(fragment({"outlet": outlet, "kind": kind})) == n


def test_a_bar_is_chosen_by_click_and_by_key_and_chosen_again_let_go(at):
    page = at("seeds")
    assert page.count() == 19
    bar = page.page.locator("#chart-platform a").first
    bar.click()
    assert page.page.evaluate("location.hash") == "#platform=twitter"
    assert page.count() == 10
    assert page.page.evaluate("document.activeElement.id") == "reactions-head"
    assert bar.get_attribute("aria-current") == "true"
    bar.focus()
    page.page.keyboard.press("Enter")
    assert page.count() == 19


def test_names_dates_and_emoji_in_the_table_choose_too(at):
    page = at("seeds")
    page.page.locator("#rows a", has_text="Kareena Kapoor").first.click()
    assert page.count() == 2
    page.page.locator("#chips button").first.click()
    assert page.count() == 19
    page.page.locator("#rows a", has_text="clapping hands").first.click()
    assert page.count() == 1
    page.go("")
    page.page.locator("#rows a", has_text="2 February 2024").first.click()
    assert page.count() == 5


def test_back_forward_and_an_address_sent_on(at):
    page = at("seeds", fragment="#label=neutral")
    assert page.page.locator("#chips button").count() == 1
    neutral = page.count()
    assert 0 < neutral < 19
    page.page.locator("#chart-kind a").first.click()
    both = page.count()
    page.page.go_back()
    page.page.wait_for_timeout(100)
    assert page.count() == neutral
    page.page.go_forward()
    page.page.wait_for_timeout(100)
    assert page.count() == both
    assert page.page.evaluate("location.hash") == "#label=neutral&kind=post"


@pytest.mark.parametrize("bad", ["#q=%E0%A4%A", "#nothing=1", "#page=-9&sort=toString", "#=&&="])
def test_a_broken_address_breaks_nothing(at, bad):
    page = at("seeds", fragment=bad)
    assert page.count() == 19
    assert page.complaints == []


def test_search_lists_order_and_pages(at):
    page = at("large")
    page.page.fill("#f-q", "MASTERPIECE superb")
    page.page.wait_for_function("() => location.hash.includes('q=')")
    texts = page.page.locator("#rows .said").all_inner_texts()
    assert texts
    assert all("masterpiece" in text and "superb" in text for text in texts)
    page.go("#sort=blame")
    scores = [float(text.split()[-1].replace("−", "-"))
              for text in page.page.locator("#rows .badge").all_inner_texts()]  # fmt: skip
    assert len(scores) == 25
    assert scores == sorted(scores)
    page.page.locator("#table thead button", has_text="Person").click()
    assert page.page.locator("#table th[aria-sort=ascending]").inner_text().startswith("Person")
    page.page.select_option("#f-platform", "=youtube")
    page.page.locator("#pager button", has_text="Next").click()
    assert page.page.evaluate("location.hash") == "#platform=youtube&sort=person&page=2"
    assert page.page.locator("#pager [aria-current]").inner_text() == "2"
    page.go("#q=nothing-like-it")
    assert "No reaction fits" in page.page.inner_text("#rows")


@pytest.mark.parametrize(("width", "scheme"), EVERY_VIEW)
def test_what_changed_fits_the_screen_and_leads_to_reactions(open_page, tmp_path, width, scheme):
    tables, batch = made["seeds"]()
    change = change_since(made["large"]()[0], tables, name="x" * 300, scorers=("a", "b"))
    path = tmp_path / "changed.html"
    write_html(tables, batch, plan_charts(tables), path, manifest=MANIFEST, change=change)
    page = open_page(path, width=width, scheme=scheme)
    assert json.loads(page.violations()) == []
    assert page.page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    page.page.locator("#change a", has_text="of 19").nth(2).click()
    assert page.page.evaluate("location.hash") == "#label=negative"
    assert page.count() == tables.summary.shares[2].distinct
    assert page.complaints == []


def test_words_that_moved_a_score_are_coloured_by_code_points(open_page, tmp_path):
    of = article("a.txt", "A")
    one = scored(of, "👏🏽 superb, if dull 🔥", "positive", 0.4)
    moved = (
        Contribution("word", "superb", 0.5, "lexicon", 3, 9),
        Contribution("word", "dull", -0.2, "lexicon", 14, 18),
        Contribution("emoji", "🔥", 0.1, "lexicon", 19, 20),
    )
    tables, batch = tables_of([of], [one])
    explanations = {one.reaction.id: Explanation(one.score, moved)}
    path = tmp_path / "a.html"
    write_html(tables, batch, (), path, manifest=MANIFEST, explanations=explanations)
    page = open_page(path)
    marks = page.page.eval_on_selector_all(
        "mark", "all => all.map(m => [m.className, m.textContent])"
    )
    assert marks == [["up", "superb"], ["down", "dull"], ["up", "🔥"]]
    assert page.page.inner_text(".said") == one.reaction.text
    assert page.page.locator("#marks").is_visible()
    assert json.loads(page.violations()) == []


def test_where_words_are_looked_for_in_some_alone_the_page_says_so(open_page, tmp_path):
    tables, batch = made["seeds"]()
    told = Explanation(Score("positive", 0.4, 0.8), (Contribution("word", "x", 0.5, "", 0, 1),))
    few = {one.reaction.id: told for one in batch.scored[:7]}
    path = tmp_path / "few.html"
    write_html(tables, batch, (), path, manifest=MANIFEST, explanations=few)
    said = open_page(path).page.inner_text("#marks")
    assert "looked for in 7 of the 21 reactions on this page: the first, and the stro" in said
    every = {one.reaction.id: told for one in batch.scored}
    write_html(tables, batch, (), path, manifest=MANIFEST, explanations=every)
    assert "looked for" not in open_page(path).page.inner_text("#marks")


def test_copies_are_shown_when_asked_for(at):
    page = at("seeds")
    page.page.check("#f-copies")
    assert page.count() == 21
    page.page.uncheck("#f-copies")
    page.page.locator("#rows a", has_text="printed 3 times").click()
    assert page.count() == 3


def test_chosen_rows_come_down_as_csv_that_no_spreadsheet_runs(at, tmp_path):
    page = at("hostile", fragment="#label=positive")
    with page.page.expect_download() as waiting:
        page.page.click("#export")
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == page.count() == len(HOSTILE)
    assert {row["sentiment"] for row in rows} == {"positive"}
    assert all(row["text"][:1] not in tuple("=+-@\t\r") for row in rows)
    assert any(row["text"].startswith("'=cmd") for row in rows)
    assert any(len(row["text"]) > 10_000 for row in rows)


def test_dark_follows_the_system_and_the_button(at):
    page = at("seeds", scheme="dark")
    background = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.page.evaluate(background)
    page.page.click("#theme")
    light = page.page.evaluate(background)
    assert dark != light == "rgb(255, 255, 255)"
    page.page.reload()
    assert page.page.evaluate(background) == light
    assert at("seeds", scheme="light").page.evaluate(background) == light


def test_every_choice_is_within_reach_of_the_keyboard(at):
    page = at("seeds")
    page.page.keyboard.press("Tab")
    assert page.page.evaluate("document.activeElement.className") == "skip"
    page.page.keyboard.press("Enter")
    reached = set()
    for _ in range(40):
        page.page.keyboard.press("Tab")
        reached.add(page.page.evaluate("document.activeElement.id"))
    assert {"f-q", "f-sort", "f-platform", "f-copies", "export"} <= reached


def test_without_scripts_the_numbers_still_stand_there(at):
    page = at("seeds", java_script_enabled=False)
    assert "reactions.csv holds every reaction" in page.page.inner_text("noscript")
    assert page.page.locator("#chart-platform .drawing").is_visible()
    assert not page.page.locator("#filters").is_visible()


def test_printing_leaves_out_what_only_a_screen_needs(at):
    page = at("seeds", scheme="dark")
    page.page.emulate_media(media="print")
    assert not page.page.locator("#filters").is_visible()
    assert page.page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_ten_thousand_reactions_are_there_within_three_seconds(open_page, written):
    path = written("full", large_batch(600, 12_000))
    page = open_page(path)
    timing = page.page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    assert page.count() == 10_000
    assert timing < 3000
    started = page.page.evaluate("performance.now()")
    page.page.fill("#f-q", "boring")
    page.page.wait_for_function("() => location.hash.includes('q=boring')")
    assert page.page.evaluate("performance.now()") - started < 3000
