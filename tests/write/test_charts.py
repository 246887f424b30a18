"""Charts: the numbers drawn, the headlines over them, and the files."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from write.batches import (
    article,
    empty_batch,
    hostile_batch,
    large_batch,
    scored,
    seed_batch,
    single_batch,
    tables_of,
)

from sentiment.errors import ReportError
from sentiment.results import Group
from sentiment.write.charting_emoji import told_picture
from sentiment.write.charting_words import words_of
from sentiment.write.charts import QUESTIONS, accessible_svg, plan_charts, write_charts
from sentiment.write.html_links import wanted_by

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def seeds():
    return {chart.key: chart for chart in plan_charts(seed_batch()[0])}


@pytest.fixture(scope="module")
def large():
    return {chart.key: chart for chart in plan_charts(large_batch()[0])}


def drawn(chart):
    return [dict(zip(chart.columns, row, strict=True)) for row in chart.rows]


def test_overall_shares_are_of_distinct_reactions(seeds):
    chart = seeds["overall"]
    assert chart.title == "89% are positive; chance allows 69% to 97%"
    assert [(row["sentiment"], row["n"]) for row in drawn(chart)] == [
        ("positive", 17), ("neutral", 2), ("negative", 0),
    ]  # fmt: skip
    assert chart.drawing["rows"][0]["share"] == pytest.approx(17 / 19)
    assert chart.n == 19


def test_platforms_of_the_seeds(seeds):
    chart = seeds["platform"]
    assert chart.title == "Praise leads on X and on Instagram alike"
    rows = {row["group"]: row for row in drawn(chart)}
    assert (rows["twitter"]["n"], rows["twitter"]["positive"]) == (10, 8)
    first = chart.drawing["rows"][0]
    assert first["label"] == "X"
    assert (first["positive"]["share"], first["positive"]["text"]) == (0.8, "80%")
    assert first["positive"]["low"] == pytest.approx(0.49, abs=0.01)
    assert chart.drawing["most"]["positive"] == 1.0
    assert first["negative"]["text"] == "0%"


def test_small_groups_are_pale_and_show_counts(seeds):
    comments = next(r for r in seeds["kind"].drawing["rows"] if r["label"] == "Comments")
    assert comments["few"]
    assert comments["positive"]["text"] == "3"
    assert "fewer than 5" in seeds["kind"].note


def test_emoji_counts_typed_and_told(seeds):
    rows = {row["name"]: row for row in drawn(seeds["emoji"])}
    assert (rows["heart"]["typed"], rows["heart"]["told"], rows["heart"]["reactions"]) == (0, 3, 2)
    assert (rows["hundred points"]["typed"], rows["hundred points"]["mean"]) == (1, 0.83)
    assert seeds["emoji"].drawing["rows"][0]["emoji"] == "❤️"  # the picture of a told heart
    assert seeds["emoji"].title.startswith("“heart” leads, used 3 times")


def test_time_has_a_column_a_day_and_empty_days_between(seeds):
    rows = drawn(seeds["time"])
    assert (rows[0]["day"], rows[-1]["day"], len(rows)) == ("2024-01-01", "2024-02-02", 33)
    assert [row["n"] for row in rows if row["n"]] == [7, 3, 4, 5]
    assert seeds["time"].title == "Reactions peaked on 1 January 2024, at 7 of 19"


def test_people_by_distinct_reactions(seeds):
    rows = drawn(seeds["people"])
    assert [(r["author"], r["positive"]) for r in rows] == [
        ("Vikrant Massey", 3), ("Kareena Kapoor", 2),
    ]  # fmt: skip
    assert "14 more people speak once" in seeds["people"].note


def test_copies(seeds):
    (row,) = drawn(seeds["copied"])
    assert (row["author"], row["printed"]) == ("Vikrant Massey", 3)


def test_left_out_charts_say_why(seeds):
    assert seeds["words"].left_out == (
        "Which words set praise apart from criticism? Left out: 17 positive and 0 negative "
        "reactions are too few (at least 10 each)."
    )
    assert seeds["words"].rows == ()


def test_every_chart_drawn_from_many_reactions_adds_up(large):
    for key in ("platform", "kind", "language"):
        assert sum(row["n"] for row in drawn(large[key])) == large["overall"].n
    for key in ("outlet", "article"):  # which count a reaction wherever it is printed
        assert sum(row["n"] for row in drawn(large[key])) == large[key].n > large["overall"].n
        assert "counts in each" in large[key].note
    assert sum(sum(row[2:]) for row in large["scores"].rows) == large["scores"].n


def test_many_groups_are_added_up_in_a_last_row(large):
    rows = large["article"].drawing["rows"]
    assert len(rows) == 13
    assert rows[-1]["rest"]
    assert rows[-1]["label"].endswith(" others")


def test_warmer_platform_is_named_when_it_is_beyond_chance(large):
    assert large["platform"].title.startswith("Praise is commoner on Instagram than on X")
    assert large["platform"].note is None


def test_months_of_dates_become_weeks(large):
    assert large["time"].columns[0] == "week"
    assert 26 <= len(large["time"].rows) <= 27


@pytest.mark.parametrize(
    ("dates", "step", "columns"),
    [
        (["2024-01-01", "2024-02-14"], "day", 45),
        (["2024-01-01", "2024-02-15"], "week", 7),
        (["2023-11-05", "2024-12-24"], "month", 14),
        (["2010-01-01", "2024-06-01"], "year", 15),
    ],
)
def test_time_steps(dates, step, columns):
    tables, _ = single_batch()
    groups = tuple(Group(date, 5, 5, 3, 1, 1, 0.2) for date in dates)
    summary = replace(tables.summary, by_date=groups, distinct=10)
    charts = {c.key: c for c in plan_charts(replace(tables, summary=summary))}
    assert (charts["time"].columns[0], len(charts["time"].rows)) == (step, columns)


def test_change_over_time_is_claimed_only_beyond_chance():
    tables, _ = single_batch()

    def title(before, after):
        groups = (
            Group("2024-01-01", 50, 50, before, 50 - before, 0, 0.0),
            Group("2024-01-09", 50, 50, after, 50 - after, 0, 0.0),
        )
        summary = replace(tables.summary, by_date=groups, distinct=100)
        return next(
            c.title for c in plan_charts(replace(tables, summary=summary)) if c.key == "time"
        )

    assert title(10, 40).startswith("Praise has risen, from 20% of reactions")
    assert title(40, 10).startswith("Praise has fallen, from 80% of reactions")
    assert title(25, 27) == "No day stands out: at most 50 of 100 reactions"


def test_key_words_carry_their_statistic(large):
    rows = {row["word"]: row for row in drawn(large["words"])}
    assert rows["brilliant"]["side"] == "positive"
    assert rows["brilliant"]["negative"] == 0
    assert rows["terrible"]["side"] == "negative"
    assert all(row["G2"] >= 10.83 for row in rows.values())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("शानदार फ़िल्म!", {"शानदार", "फ़िल्म"}),
        ("Großartig, GROSSARTIG", {"großartig", "grossartig"}),
        ("O’Malley, o'malley!", {"o'malley"}),
        ("#MustWatch at https://t.co/AbC @star1", {"#mustwatch"}),
    ],
)
def test_words_are_whole_in_every_script(text, words):
    assert words_of(text) == words


def test_handles_of_one_person_are_one_to_whom_others_speak():
    of = article("a.txt", "A")
    said = [("Mira Sen", "mira", "yes"), ("Mira Sen", "mira_official", "no"),
            ("Jon Ek", "jon", "@Mira @mira_official @MIRA well done, says @jon"),
            ("Jon Ek", "jon", "again @mira"), (None, None, "@jon who is this"),
            ("Mira Sen", "mira", "@mira_official is me, too"), ("Jon Ek", "jon", "@Nobody"),
            ("Jon Ek", "jon", "@nobody"), ("Jon Ek", "jon", "@nobody, again")]  # fmt: skip
    everything = [
        scored(of, text, "neutral", 0.0, number=number, author=author, handle=handle)
        for number, (author, handle, text) in enumerate(said)
    ]
    (chart,) = (c for c in plan_charts(tables_of([of], everything)[0]) if c.key == "to-whom")
    assert chart.rows == (("Jon Ek", "@Nobody", 3), ("Jon Ek", "Mira Sen", 2))
    assert wanted_by(chart, 0) == {"person": "Jon Ek", "named": "nobody"}
    assert wanted_by(chart, 1) == {"person": "Jon Ek", "named": "mira mira_official"}


def test_who_addresses_whom(large):
    rows = drawn(large["to-whom"])
    assert all(row["named"].startswith("@star") for row in rows)
    assert large["to-whom"].title.startswith("@star")


def test_a_list_of_single_mentions_is_no_chart():
    page = article("a.txt", "what they wrote")
    posts = [
        scored(page, f"@star{n} hello", "neutral", 0.0, number=n, author=f"Fan {n}")
        for n in range(20)
    ]
    again = scored(page, "@star3 hello again", "neutral", 0.0, number=99, author="Fan 99")
    once, twice = (
        next(c for c in plan_charts(tables_of([page], them)[0]) if c.key == "to-whom")
        for them in (posts, [*posts, again])
    )
    assert once.left_out is not None
    assert "nobody is mentioned by others in 2 reactions or more" in once.left_out
    assert twice.title == "@star3 is addressed most, in 2 reactions"


def test_outlets_carry_what_they_print(large):
    rows = drawn(large["carried"])
    assert all(row["n"] == sum(row[k] for k in ("post", "comment", "reply", "quote"))
               for row in rows)  # fmt: skip


def test_emoji_that_go_together(large):
    rows = drawn(large["together"])
    assert [row["n"] for row in rows] == sorted((row["n"] for row in rows), reverse=True)


@pytest.mark.parametrize("batch", [empty_batch, single_batch])
def test_batches_too_small_leave_every_chart_but_few_out(batch, tmp_path):
    charts = write_charts(batch()[0], tmp_path / "charts")
    assert len(charts) == len(QUESTIONS)
    assert all(chart.left_out and chart.svg is None for chart in charts)


@pytest.mark.parametrize("batch", [seed_batch, hostile_batch])
def test_every_chart_is_written_twice_under_its_question(batch, tmp_path):
    charts = [c for c in write_charts(batch()[0], tmp_path / "charts") if c.left_out is None]
    assert charts
    for chart in charts:
        assert chart.png.read_bytes().startswith(PNG)
        root = ET.parse(chart.svg).getroot()  # noqa: S314  # our own file
        assert root.find("{http://www.w3.org/2000/svg}title").text
        assert root.attrib["role"] == "img"
        assert chart.svg.stem == chart.name
        assert chart.alt
    names = {path.name for path in (tmp_path / "charts").iterdir()}
    assert names == {f"{c.name}.{end}" for c in charts for end in ("svg", "png")}
    assert "how-did-people-react.svg" in names


def test_same_tables_same_bytes(tmp_path):
    tables, _ = seed_batch()
    for folder in ("a", "b"):
        write_charts(tables, tmp_path / folder)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_an_unwritable_folder_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ReportError, match="choose another folder"):
        write_charts(seed_batch()[0], tmp_path / "file" / "charts")


def test_svg_titles_hold_no_markup(seeds):
    chart = replace(seeds["overall"], title="<script>\x00&", alt="]]> \ufffe")
    made = accessible_svg(b'<svg viewBox="0"><path/></svg>', chart)
    assert b"<title>&lt;script&gt;&amp;</title>" in made
    ET.fromstring(made)  # noqa: S314  # our own words


def outlets(*sizes):
    """A batch in which each outlet prints so many reactions."""
    articles, everything = [], []
    for i, size in enumerate(sizes):
        of = article(f"{i}.txt", f"text {i}", outlet=f"Outlet {i:02}", published="2024-01-01")
        articles.append(of)
        everything += [
            scored(of, f"words {i} {n} lovely", "positive", 0.5, number=n) for n in range(size)
        ]
    return {chart.key: chart for chart in plan_charts(tables_of(articles, everything)[0])}


def test_outlets_are_compared_from_two_and_five_reactions_on():
    assert "it takes two to compare" in outlets(9)["carried"].left_out
    assert "too few (at least 5)" in outlets(2, 2)["carried"].left_out
    assert outlets(4, 2)["carried"].title == "Outlet 00 carries most: 4 reactions among 2 outlets’"
    many = outlets(*[2] * 15)["carried"]
    assert many.title == "Outlet 00 and others carry most, 2 reactions each"
    assert "3 more outlets are not drawn." in many.note


def mixed(praise, blame):
    of = article("a.txt", "text")
    return plan_charts(
        tables_of(
            [of],
            [scored(of, f"{text} {n}", label, score, number=n)
             for n, (text, label, score) in enumerate(
                 [*((f"{w} one", "positive", 0.5) for w in praise),
                  *((f"{w} one", "negative", -0.5) for w in blame)])],
        )[0]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("praise", "blame", "title"),
    [
        (["superb"] * 40, [f"w{i}" for i in range(40)],
         "“superb” marks praise; no word marks criticism"),
        ([f"w{i}" for i in range(40)], ["dull"] * 40,
         "“dull” marks criticism; no word marks praise"),
        (["superb"] * 40, ["dull"] * 40, "“superb” marks praise, “dull” criticism"),
        ([f"v{i}" for i in range(12)], [f"w{i}" for i in range(12)], None),
    ],
)  # fmt: skip
def test_words_are_named_only_where_they_differ_beyond_chance(praise, blame, title):
    chart = next(c for c in mixed(praise, blame) if c.key == "words")
    if title is None:
        assert "no word differs beyond chance" in chart.left_out
    else:
        assert chart.title == title


def test_groups_too_thin_to_compare_are_left_out():
    assert "no outlet has as many as 5" in outlets(4, 4, 4)["outlet"].left_out


def test_one_date_is_no_course_of_time():
    of = article("a.txt", "text", published="2024-01-01")
    some = [scored(of, f"words {n}", "positive", 0.5, number=n) for n in range(6)]
    chart = next(c for c in plan_charts(tables_of([of], some)[0]) if c.key == "time")
    assert "all are dated 1 January 2024" in chart.left_out


@pytest.mark.parametrize(("told", "picture"), [("heart", "❤️"), ("Fire ", "🔥"), ("a stare", "")])
def test_pictures_of_emoji_told_in_words(told, picture):
    assert told_picture(told) == picture
