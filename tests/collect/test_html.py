"""Pages: embeds by platform and wrapping, the body, what is around it, hostile markup."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from growth import grows_with_length
from hypothesis import given
from hypothesis import strategies as st

from sentiment.collect.html import read_html
from sentiment.collect.page_markup import MAX_DEPTH, decode_markup, limit_depth

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "embeds.toml").read_text(encoding="utf-8")
)["case"]

TWEET = (
    '<blockquote class="twitter-tweet"><p lang="en">{words}</p>&mdash; Ada (@ada) '
    '<a href="https://x.com/ada/status/{number}">May 1, 2025</a></blockquote>'
)
LONG = "The council met for three hours on Monday and voted twice, the clerk told the paper. " * 3

OTHER = "Nobody in the room had read the annex, as a second member said on Tuesday morning. " * 3


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize("case", CASES, ids=[c["label"] for c in CASES])
def test_embed_code(case):
    article = read_html(page(f"<article><p>{LONG}</p>{case['markup']}<p>{LONG}</p></article>"), "p")
    assert [e.text for e in article.embeds] == [e["text"] for e in case["expected"]]
    for embed, expected in zip(article.embeds, case["expected"], strict=True):
        for field, value in expected.items():
            found = getattr(embed, field)
            assert ("" if found is None else found) == value, field


@pytest.mark.parametrize("case", CASES, ids=[c["label"] for c in CASES])
def test_embed_code_leaves_no_words_in_the_body(case):
    article = read_html(page(f"<article><p>{LONG}</p>{case['markup']}<p>{LONG}</p></article>"), "p")
    body = " ".join(LONG.split())
    assert article.text == f"{body}\n\n{body}" or case.get("kept")


def test_an_embed_keeps_its_place():
    tweet = TWEET.format(words="Well well.", number=1789720333444455566)
    article = read_html(
        page(f"<article><p>{LONG}</p><p>She wrote:</p><div>{tweet}</div><p>{LONG}</p></article>"),
        "p",
    )
    (embed,) = article.embeds
    assert embed.place is not None
    assert article.text[: embed.place].endswith("She wrote:")


@pytest.mark.parametrize(
    "around",
    [
        "<aside>{}</aside>",
        "<div class='sidebar'>{}</div>",
        "<section class='related'><h2>Related</h2>{}</section>",
        "<footer>{}</footer>",
        "<nav>{}</nav>",
        "<div id='comments'>{}</div>",
    ],
)
def test_an_embed_around_the_article_is_left_out(around):
    tweet = TWEET.format(words="Not of this story.", number=1789720333444455566)
    article = read_html(
        page(f"<article><p>{LONG}</p><p>{LONG}</p></article>{around.format(tweet)}"), "p"
    )
    assert article.embeds == ()
    assert "Not of this story" not in article.text


@pytest.mark.parametrize(
    "around",
    [
        "<ol id='commentsList'><li>{}</li></ol>",
        "<div class='visitors_comment_block'><h3>3 readers</h3>{}</div>",
        "<section class='fig-comments'>{}</section>",
        "<div id='comentarios_lectores'><ol><li>{}</li></ol></div>",
        "<div class='ArticleKommentare'>{}</div>",
        "<div id='comments'>{}</div>",
        "<aside class='mod'>{}</aside>",
        "<div id='sidebar'>{}</div>",
    ],
)
def test_long_comments_and_sidebars_behind_a_short_article_are_left_out(around):
    tweet = TWEET.format(words="Not of this story.", number=1789720333444455566)
    talk = around.format(f"{'<p>“I never liked them,” wrote Bo.</p>' * 90}{tweet}")
    body = f"<div><h1>Gulls win</h1><div><p>{LONG}</p><p>{OTHER}</p></div></div>{talk}"
    article = read_html(page(body), "p")
    assert article.text == f"{LONG.strip()}\n\n{OTHER.strip()}"
    assert article.embeds == ()


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Gulls win</h1><div class='post comments-open'>{}</div>",
        "<div class='sidebar'><h1>Gulls win</h1>{}</div>",
        "<h1>Gulls win</h1>{}<ul class='user-comments'><li>“I never liked them,” wrote Bo.</ul>",
    ],
)
def test_an_article_that_is_called_comments_or_reproduces_some_stays(body):
    article = read_html(page(body.format(f"<p>{LONG}</p><p>{OTHER}</p>")), "p")
    assert article.text.startswith(f"{LONG.strip()}\n\n{OTHER.strip()}")
    assert ("never liked" in article.text) == ("never liked" in body)


def test_a_misleading_class_around_the_whole_article_counts_for_nothing():
    tweet = TWEET.format(words="Still here.", number=1789720333444455566)
    body = f"<p>{LONG}</p>{tweet}<p>{LONG}</p>"
    article = read_html(page(f"<div class='related'>{body}</div>"), "p")
    assert [e.text for e in article.embeds] == ["Still here."]
    assert "council met" in article.text


def test_quotations_that_markup_alone_shows_get_marks():
    article = read_html(
        page(
            f"<article><p>{LONG}</p><p>She told us: <q>I am <em>done</em></q>, and left.</p>"
            "<blockquote><p>If all stand up, you made an advertisement.</p><footer>— <cite>Ilse M"
            "</cite>, in Bergen</footer></blockquote><p>He wrote:</p><blockquote><p>One.</p>"
            f"<p>Two.</p></blockquote><blockquote>“Marked already”</blockquote><p>{LONG}</p>"
            "</article>"
        ),
        "p",
    )
    assert "She told us: “I am done”, and left." in article.text
    assert "“If all stand up, you made an advertisement.” — Ilse M, in Bergen" in article.text
    assert "“One.\n\n“Two.”" in article.text
    assert "“Marked already”" in article.text
    assert "““" not in article.text


def test_what_is_around_the_article_is_not_in_its_text():
    article = read_html(
        page(
            "<nav><a href='/'>Home page</a></nav><article><h1>The headline of the day</h1>"
            "<p class='byline'>By Ada Pell</p><figure><img src='a'><figcaption>Caption words"
            f"</figcaption></figure><p>{LONG}</p><blockquote class='pullquote'><p>“Pulled words”"
            f"</p></blockquote><ul class='comments'><li>“Listed words”</li></ul><p>{LONG}</p>"
            "<h3>Related</h3><ul><li><a href='/1'>“I hated it”: a star</a></li></ul></article>"
            "<div class='newsletter'><p>Sign up words</p></div><footer>Footer words</footer>"
        ),
        "p",
    )
    for words in (
        "Home page", "headline", "Ada Pell", "Caption words", "Pulled words", "I hated it",
        "Sign up words", "Footer words",
    ):  # fmt: skip
        assert words not in article.text
    assert "“Listed words”" in article.text


def test_facts_from_linked_data_go_first():
    data = (
        '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","name":"x"},'
        '{"@type":["NewsArticle"],"headline":"Scooters &amp; gulls","datePublished":'
        '"2025-05-15T06:30:00+00:00","publisher":{"@id":"#org"}},'
        '{"@id":"#org","name":"Harbour Post"}]}</script>'
        '<link rel="canonical" href="https://harbour.example/a"><title>Other - Site</title>'
    )
    article = read_html(page(f"<h1>Other</h1><p>{LONG}</p>", data), "p")
    assert (article.title, article.outlet, article.published, article.url) == (
        "Scooters & gulls",
        "Harbour Post",
        "2025-05-15",
        "https://harbour.example/a",
    )


def test_a_page_that_scripts_fill_in_gives_the_text_of_its_linked_data():
    fields = f'{{"@type":"NewsArticle","articleBody":"{LONG}"}}'
    data = f'<script type="application/ld+json">{fields}</script>'
    article = read_html(page("<div id='app'>Please wait.</div>", data), "p")
    assert article.text == LONG.strip()


def test_paragraphs_that_begin_like_headings_stay():
    article = read_html(
        page(
            f"<article><p>{LONG}</p><p>Latest figures show a rise.</p><p>Related</p>"
            f"<p>{OTHER}</p></article>"
        ),
        "p",
    )
    assert "Latest figures" in article.text
    assert "Related" not in article.text


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            '<meta property="article:published_time" content="2025-08-12T15:20:44-04:00">',
            "2025-08-12",
        ),
        ('<meta itemprop="datePublished" content="12 August 2025">', "2025-08-12"),
        ('<meta name="publish_date" content="Thu, 14 Aug 2025 08:10:27 EST">', "2025-08-14"),
        ('<meta name="pub_date" content="20250814">', "2025-08-14"),
        ('<meta name="last-modified" content="2025-08-14">', None),
        ('<meta property="article:published_time" content="14-08-25">', None),
        (
            """<meta property="article:published_time" content="25-08-14">
            <meta name="parsely-page" content='{"post_id": 3, "pub_date": "2025-08-14T22:15"}'>""",
            "2025-08-14",
        ),
        ('<link rel="canonical" href="https://harbour.example/2025/08/14/gulls/">', "2025-08-14"),
        ('<meta property="og:url" content="https://h.example/2025/aug/4/gulls">', "2025-08-04"),
        ('<meta property="og:url" content="https://h.example/2025/SPORT/08/14">', "2025-08-14"),
        ('<meta property="og:url" content="https://harbour.example/2025/99/14/gulls">', None),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<script type="application/ld+json">{"@type":"Article","datePublished":3}</script>', None),
    ],
)
def test_dates_of_pages(head, published):
    assert read_html(page(f"<p>{LONG}</p>", head), "p").published == published


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("<span itemprop='datePublished' content='2025-05-15T03:42-500'>May 15</span>", True),
        ("<span property='dc:date' content='2025-05-15T00:00:00-05:00'>05/15/25</span>", True),
        ("<abbr class='published updated' title='2025-05-15T16:39:00-04:00'>Thu</abbr>", True),
        ("<div class='timestamp' title='2025-05-15T1603Z'>May 15, 4:03 PM EDT</div>", True),
        ("<li class='date-and-time last' title='2025-05-15T21:00:00+11:00'>May 15</li>", True),
        ("<span class='buzzDatetime'>posted on May 15, 2025, at 11:29 a.m.</span>", True),
        ("<h6 class='post_time'>May 15th 2025 7:30PM</h6>", True),
        ("<span class='date'>15.05.2025</span>", True),
        ("<span class='date'>15/05/2025</span>", True),
        ("<span class='date'>5/15/25 12:21pm</span>", True),
        ("<span class='date'>15.05.25</span>", True),
        ("<span class='date'>5/6/25</span>", False),
        ("<div class='author-box'><p>By Jo Vine - 15 May 2025</p><p>Editor</p></div>", True),
        ("<div class='author-box'><p>By Jo Vine, who joined us in May</p></div>", False),
        ("<span class='comment-timestamp' title='2025-05-15T17:52:00Z'>2h</span>", False),
        ("<ul class='comments'><li class='date'>May 15, 2025</li></ul>", False),
        ("<span class='related-date'>May 15, 2025</span>", False),
    ],
)
def test_dates_marked_in_the_text_of_a_page(printed, published):
    body = f"<h1>Gulls win</h1><div>{printed}</div><p>{LONG}</p>"
    assert read_html(page(body), "p").published == ("2025-05-15" if published else None)


def test_the_date_behind_the_headline_goes_before_the_masthead_s():
    today = "<div class='date'>Friday, June 20, 2025</div>"
    own = "<div class='date'>May 15, 2025</div>"
    body = f"{today}<h1>Gulls win</h1>{own}<p>{LONG}</p>"
    assert read_html(page(body), "p").published == "2025-05-15"
    assert read_html(page(f"{own}<h1>Gulls win</h1><p>{LONG}</p>"), "p").published == "2025-05-15"


def test_facts_from_what_is_printed():
    article = read_html(
        page(
            f"<h1>Gulls win</h1><time datetime='2025-05-15'>15 May</time><p>{LONG}</p>",
            "<title>Gulls win | Harbour Post</title>",
        ),
        "p",
    )
    assert (article.title, article.outlet, article.published) == (
        "Gulls win",
        "Harbour Post",
        "2025-05-15",
    )


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Harbour Post: Gulls win", "<h1>Harbour Post</h1><h3 class='entry-title'>Gulls win</h3>"),
        ("Gulls win - Harbour Post", "<h1>Harbour Post</h1><h1>Gulls win</h1>"),
        ("Gulls win | Harbour Post", "<h1></h1><h2 itemprop='headline'>Gulls win</h2>"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "date",
    [
        "<h2 class='date-header'><span>Thursday, May 15, 2025</span></h2>",
        "<span class='posted-on'>Posted on 15 May 2025, 10:20 IST</span>",
    ],
)
def test_the_name_of_the_site_is_no_headline_and_dates_are_read_where_marked(head, body, date):
    article = read_html(page(f"{body}{date}<p>{LONG}</p>", f"<title>{head}</title>"), "p")
    assert (article.title, article.outlet, article.published) == (
        "Gulls win", "Harbour Post", "2025-05-15",
    )  # fmt: skip


def test_entities_written_twice_in_a_title():
    head = "<meta property='og:title' content='Gulls &amp;amp;#039;win&amp;amp;#039;'>"
    assert read_html(page(f"<p>{LONG}</p>", head), "p").title == "Gulls 'win'"


def test_a_printed_date_that_can_be_read_two_ways_is_none():
    body = f"<h1>Gulls win</h1><span class='date'>03/05/2025</span><p>{LONG}</p>"
    assert read_html(page(body), "p").published is None


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<p>é</p>".encode(), "<p>é</p>"),
        ("<p>é</p>".encode("utf-8-sig"), "<p>é</p>"),
        ("<p>é</p>".encode("utf-16"), "<p>é</p>"),
        (b'<meta charset="iso-8859-2"><p>\xb1</p>', '<meta charset="iso-8859-2"><p>ą</p>'),
        (b'<meta charset="none-such"><p>\xe9</p>', '<meta charset="none-such"><p>é</p>'),
        (b"<p>\xe9</p>", "<p>é</p>"),
    ],
)
def test_encodings(raw, text):
    assert decode_markup(raw) == text


@pytest.mark.parametrize(
    "markup", ["", " \n", "<", "<!-- -->", "<html></html>", "\x00", b"", b"\xff"]
)
def test_a_page_without_an_article_is_an_empty_one(markup):
    article = read_html(markup, "p")
    assert article.text.strip() in {"", "<", "ÿ"}
    assert article.embeds == ()


def test_a_page_without_paragraphs_still_gives_its_text():
    article = read_html(page("<div>One line of it.<br>Another line.</div>"), "p")
    assert "One line of it." in article.text


def test_depth_is_limited_and_text_is_kept():
    deep = "<div>" * 5000 + "the words" + "</div>" * 5000
    limited = limit_depth(deep)
    assert limited.count("<div>") == limited.count("</div>") == MAX_DEPTH
    assert "the words" in read_html(page(deep), "p").text


def test_embeds_without_a_place_are_kept_when_only_a_script_holds_them():
    quote = TWEET.format(words="Only in the state.", number=1789720333444455566)
    escaped = quote.replace("<", "\\u003c").replace('"', '\\"')
    markup = page(f'<p>{LONG}</p><p>{LONG}</p><script>var a = "{escaped}";</script>')
    (embed,) = read_html(markup, "p").embeds
    assert (embed.text, embed.place) == ("Only in the state.", None)


def test_tables_and_nested_wrappers_are_read():
    article = read_html(
        page(
            f"<div class='entry'><div class='inner'><p>{LONG}</p></div><div class='inner'>"
            f"<p>{OTHER}</p></div><table><tr><td>Cell words</td></tr></table></div>"
        ),
        "p",
    )
    for words in ("council met", "read the annex", "Cell words"):
        assert words in article.text


def test_a_page_of_very_many_elements_is_read_without_the_extractor():
    article = read_html(page("<article>" + "<p>Short and sweet words.</p>" * 41_000), "p")
    assert article.text.count("Short and sweet words.") == 41_000


def test_a_source_without_words_and_a_block_quotation_of_placeholders():
    tweet = TWEET.format(words="Inside a quotation.", number=1789720333444455566)
    article = read_html(
        page(f"<p>{LONG}</p><blockquote><p>{tweet}</p></blockquote><p>{LONG}</p>"), "p"
    )
    assert "“”" not in article.text
    assert [e.text for e in article.embeds] == ["Inside a quotation."]


@pytest.mark.parametrize(
    "unit",
    ["<div>", "<div><p>a", "<b>", '<blockquote class="twitter-tweet">', "<q>a</q>", "<p>", "<",
     "<a ", "<ul><li>", "<table><tr><td>", "<aside><p>x</p></aside>", '<div class="tweet">',
     '<blockquote class="twitter-tweet"><p>x</p></blockquote>',
     "<!-- ", "&", "<h2>related</h2><ul><li><a href=x>y</a></li></ul>"],
)  # fmt: skip
def test_time_grows_with_length_not_with_its_square(unit):
    assert grows_with_length(lambda text: read_html(page("<article>" + text), "p"), unit, 10_000)


@given(
    st.lists(st.sampled_from([*(c["markup"] for c in CASES), "<p>", "</div>", "<q>", "x “y", "<"]))
)
def test_any_mixture_of_embeds_can_be_read(pieces):
    article = read_html(page("".join(pieces)), "p")
    for embed in article.embeds:
        assert embed.text.strip()
        assert embed.place is None or 0 <= embed.place <= len(article.text)
    assert read_html(page("".join(pieces)), "p") == article


@pytest.mark.parametrize(
    ("markup", "printed"),
    [
        (
            "<blockquote><p>We will not move an inch,</p></blockquote><p>said the mayor.</p>",
            "“We will not move an inch,” said the mayor.",
        ),
        (
            '<blockquote class="q"><p>"Long enough words."</p><cite>— Ada Lund</cite></blockquote>',
            '"Long enough words." — Ada Lund',
        ),
        (
            '<blockquote><p>It was loud.</p><p class="quote__author">Anselm Roy</p></blockquote>',
            "“It was loud.” — Anselm Roy",
        ),
        (
            "<figure><blockquote>We counted.</blockquote><figcaption>Mo Holt</figcaption></figure>",
            "“We counted.” — Mo Holt",
        ),
    ],
)
def test_a_quotation_is_printed_with_its_source(markup, printed):
    article = read_html(page(f"<article><p>{LONG}</p>{markup}<p>{OTHER}</p></article>"), "p")
    assert article.text.split("\n\n")[1] == printed


def test_a_heading_that_quotes_the_text_below_is_left_out():
    heading = '<h2>Bakers: "We were promised flour"</h2>'
    words = "<p>“We were promised flour and got a speech about flour,” said Odile Ferme.</p>"
    article = read_html(
        page(f"<article><p>{LONG}</p>{heading}{words}<p>{OTHER}</p></article>"), "p"
    )
    assert "Bakers" not in article.text


@pytest.mark.parametrize(
    "pulled",
    [
        '<p><q>"We were promised flour for the winter"</q></p>',
        "<p>“We were promised flour for the winter.”</p>",
        "<blockquote>We were promised flour for the winter</blockquote>",
    ],
)
def test_a_pull_quote_that_the_text_quotes_in_full_is_left_out(pulled):
    words = "<p>“We were promised flour for the winter and got a speech,” said Odile Ferme.</p>"
    body = f"<article><p>{LONG}</p>{pulled}{words}<p>{OTHER}</p></article>"
    assert read_html(page(body), "p").text.count("promised") == 1
    alone = f"<article><p>{LONG}</p>{pulled}<p>{OTHER}</p></article>"
    assert read_html(page(alone), "p").text.count("promised") == 1


def test_marks_that_stand_inside_a_quotation_element_are_not_doubled():
    words = "<p>She told us: <q>“I am done”</q>, and left.</p>"
    text = read_html(page(f"<article><p>{LONG}</p>{words}<p>{OTHER}</p></article>"), "p").text
    assert "She told us: “I am done”, and left." in text


def test_the_part_of_an_article_that_unfolds_on_demand_belongs_to_it():
    above, folded = (
        "".join(f"<p>{number}. {LONG}</p>" for number in numbers)
        for numbers in (range(3), range(3, 20))
    )
    rest = f"<div class='toggle-group target hideOnInit'>{folded}</div>"
    article = read_html(page(f"<h1>Gulls</h1><div class='articleContent'>{above}{rest}</div>"), "p")
    assert [int(p.partition(".")[0]) for p in article.text.split("\n\n")] == [*range(20)]


def test_menus_do_not_outweigh_a_short_article():
    labels = "".join(f"<div><a href='/{n}'>Section {n}</a></div>" for n in range(90))
    lead = (
        f"<div><div class='post'><h1>Gulls</h1><div><p>{LONG}</p><p>{OTHER}</p></div></div></div>"
    )
    about = f"<div><div><p>{OTHER[:120]}</p></div></div><div><p>{LONG[:160]}</p></div>"
    article = read_html(page(f"{labels}{lead}{labels}{about}"), "p")
    assert article.text.startswith(f"{LONG.strip()}\n\n{OTHER.strip()}")
    assert "Section" not in article.text


def test_paragraphs_kept_in_a_script_are_read():
    blocks = ",".join(
        f'{{"type":"paragraph","content":"{t.strip()}"}}' for t in (LONG, OTHER, LONG)
    )
    state = f'<script>window.__STATE__ = {{"a":{{"blocks":[{blocks}]}}}};</script>'
    article = read_html(page(f"<div id='app'></div>{state}"), "p")
    assert article.text.count("The council met") == 6


COMMENT = (
    '<li class="comment {row} depth-1" id="li-comment-{n}"><article id="comment-{n}"><p>Jo Marl '
    "wrote: “Nothing of this is true, and the clerk knows it.”</p><p>{more}</p></article></li>"
)


@pytest.mark.parametrize(
    "thread",
    [
        "<div id='comments'><ol class='commentlist'>{}</ol></div>",
        "<ol class='commentlist'>{}</ol>",
        "<ul class='forum'>{}</ul>",
        "<div class='talk'>{}</div>",
    ],
)
def test_comments_that_outweigh_the_article_are_left_out(thread):
    items = "".join(
        COMMENT.format(row="odd" if n % 2 else "even", n=n, more=OTHER) for n in range(3, 30)
    )
    article = read_html(page(f"<article><p>{LONG}</p></article>{thread.format(items)}"), "p")
    assert article.text == " ".join(LONG.split())


def test_comments_that_only_their_list_names_are_left_out():
    items = f"<li><p>{OTHER}</p></li>" * 30
    thread = f"<section id='comments'><ul class='comment-list'>{items}</ul></section>"
    article = read_html(page(f"<article><p>{LONG}</p></article>{thread}"), "p")
    assert article.text == " ".join(LONG.split())


def test_an_article_inside_a_box_named_for_comments_stays():
    body = f"<h1>Gulls win</h1><p>{LONG}</p><p>{OTHER}</p>"
    assert "council met" in read_html(page(f"<div id='comments'>{body}</div>"), "p").text


META = "<meta property='og:title' content='{}'><meta property='og:site_name' content='{}'>"


@pytest.mark.parametrize(
    ("head", "body", "facts"),
    [
        (
            META.format("Gulls win at last | HP | 19.01.2025", "HP.COM"),
            "",
            ("Gulls win at last", "HP.COM", "2025-01-19"),
        ),
        (
            META.format("Gulls win - a report - Harbour Post", "Harbour Post"),
            "<h1>Gulls win - a report</h1>",
            ("Gulls win - a report", "Harbour Post", None),
        ),
        (
            META.format("gulls-win-at-last", "https://www.harbour.example"),
            "<h1>Gulls win at last</h1>",
            ("Gulls win at last", "harbour.example", None),
        ),
        (
            "<title>Gulls win at last › Harbour Post</title>",
            "",
            ("Gulls win at last", "Harbour Post", None),
        ),
        (
            "<title>Gulls win at last • Harbour Post</title>",
            "",
            ("Gulls win at last", "Harbour Post", None),
        ),
        (
            "<title>Law Log » Who may sign for a gull?</title>",
            "<h1>Law Log</h1>",
            ("Who may sign for a gull?", "Law Log", None),
        ),
        (
            "<title>Gulls win at last</title>",
            "<h1 class='visually-hidden'>Main menu</h1><h1>Service</h1><h1>Gulls win at last</h1>",
            ("Gulls win at last", None, None),
        ),
        (
            "<title>Gulls win (old town - port)</title>",
            "<h1>Gulls win (old town - port)</h1>",
            ("Gulls win (old town - port)", None, None),
        ),
        (
            "<meta name='dc.date' content='2025-05-15'>{}".format(
                "<meta name='prism.publicationName' content='Gull Letters'>"
            ),
            "<h1>Gulls win</h1>",
            ("Gulls win", "Gull Letters", "2025-05-15"),
        ),
        (
            "<title>HPB | A gull wins at last</title>",
            "",
            ("A gull wins at last", "HPB", None),
        ),
        (
            "<title>Gulls - The Harbour Book of Birds</title>",
            "<h1>Gulls</h1>",
            ("Gulls", "The Harbour Book of Birds", None),
        ),
    ],
)
def test_headlines_are_told_from_the_names_and_dates_around_them(head, body, facts):
    article = read_html(page(f"{body}<p>{LONG}</p>", head), "p")
    assert (article.title, article.outlet, article.published) == facts


def test_the_date_of_a_post_is_not_the_articles():
    post = (
        "<blockquote class='instagram-media'><p><a href='https://www.instagram.com/p/Bx1/'>A gull"
        "</a></p><p>A post shared by Ada (@ada) on <time datetime='2024-03-12T19:30:12+00:00'>Mar "
        "12, 2024</time></p></blockquote>"
    )
    body = f"{post}<p>{LONG}</p><span class='date'>14.05.2025, 16:20</span>"
    assert read_html(page(body), "p").published == "2025-05-14"


def test_program_text_is_no_quotation():
    block = "<pre class='brush: py'>print('nobody said this, and nobody will')</pre>"
    other = '<pre><code>say("nobody said this either, not once")</code></pre>'
    line = f"<p>{OTHER}The property <code>'gull'</code> is read first.</p>"
    poem = "<pre>“A poem in old markup,” she said.</pre>"
    article = read_html(page(f"<article><p>{LONG}</p>{block}{line}{other}{poem}</article>"), "p")
    assert "nobody" not in article.text
    assert "The property gull is read first." in article.text
    assert "A poem in old markup" in article.text


def test_signs_that_only_part_words_are_no_part_of_the_text():
    words = "The gov\u00adern\u00adment of gulls&shy; met &#8203;on the pier."
    article = read_html(page(f"<article><p>{LONG}</p><p>{words}</p></article>"), "p")
    assert article.text.endswith("The government of gulls met on the pier.")


def test_titles_in_italics_are_works_if_they_stand_in_italics_only():
    article = read_html(
        page(
            f"<article><p>{LONG}</p><p>After <em>The Long Lamp</em> came <i>Salt Runner 2049</i>, "
            "which <cite>The Post</cite> loved. It was <em>very</em> long, said <em>Ada Roe</em>. "
            f"Ada Roe laughed.</p><p><em>Photo by Jan Falk</em></p><p>{LONG}</p></article>"
        ),
        "p",
    )
    assert article.works == ("The Long Lamp", "Salt Runner 2049", "The Post")
