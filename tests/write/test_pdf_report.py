"""The printed report, read by another program: words, tags, bookmarks, alternative texts."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from write.batches import (
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

from sentiment.errors import ReportError
from sentiment.tally.compare import change_since
from sentiment.write.charts import plan_charts
from sentiment.write.page_quotes import web_link
from sentiment.write.pdf_report import write_pages


def write(batch, folder, **options):
    tables, articles = batch
    charts = plan_charts(tables, language=options.get("language", "en"))
    write_pages(tables, articles, charts, folder, manifest=MANIFEST, **options)
    return PdfReader(folder / "report.pdf")


@pytest.fixture(scope="module")
def seeds(tmp_path_factory):
    folder = tmp_path_factory.mktemp("seeds")
    return write(seed_batch(), folder), folder


def mid_batch():
    return large_batch(articles=150, reactions=600)


def words_of(pdf):
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def tagged(pdf, kind):
    """Every structure element of a kind."""
    found, queue = [], [pdf.trailer["/Root"]["/StructTreeRoot"]]
    while queue:
        node = queue.pop().get_object()
        if not hasattr(node, "get"):
            continue
        if node.get("/S") == kind:
            found.append(node)
        kids = node.get("/K", [])
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        queue.extend(
            kid for kid in (kids if isinstance(kids, list) else [kids])
            if hasattr(kid, "get_object") and not isinstance(kid.get_object(), int)
        )  # fmt: skip
    return found


def outline(entries):
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(entry)
        else:
            yield entry.title


def test_title_language_and_tags(seeds):
    pdf, _ = seeds
    root = pdf.trailer["/Root"]
    assert pdf.metadata.title == "Reactions in 4 articles"
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


@pytest.mark.parametrize(
    ("language", "head", "verdict"),
    [("en", "What changed", "The verdict"), ("hi", "क्या बदला", "निष्कर्ष")],
)
def test_what_changed_is_a_part_of_its_own(tmp_path, language, head, verdict):
    made = seed_batch()
    change = change_since(single_batch()[0], made[0], name="March", scorers=("a", "b"))
    pdf = write(made, tmp_path, language=language, one_page=True, change=change)
    bookmarks = list(outline(pdf.outline))
    assert bookmarks[1:3] == [head, verdict]
    assert "+20 (" in words_of(pdf)
    short = PdfReader(tmp_path / "one-page.pdf")
    assert len(short.pages) == 1
    assert "“March”" in words_of(short)


def test_no_date_is_written(seeds):
    pdf, _ = seeds
    assert pdf.metadata.creation_date is None or pdf.metadata.creation_date.year == 1970


def test_every_figure_has_an_alternative_text(seeds):
    pdf, _ = seeds
    figures = tagged(pdf, "/Figure")
    charts = [c for c in plan_charts(seed_batch()[0]) if c.left_out is None]
    # long file names carry places to break
    alts = {str(figure["/Alt"]).replace("\u200b", "") for figure in figures}
    assert {chart.alt for chart in charts} <= alts


def test_bookmarks_name_sections_and_findings(seeds):
    pdf, _ = seeds
    titles = list(outline(pdf.outline))
    assert titles[0] == "17 of 19 reactions praise; none criticises"
    for title in ("Where and when", "Praise leads on X and on Instagram alike", "Every article",
                  "Method and limits", "Credits"):  # fmt: skip
        assert title in titles


def test_words_on_the_pages(seeds):
    pdf, _ = seeds
    said = words_of(pdf)
    for words in (
        "17 of 19 reactions praise; none criticises",
        "4 articles reproduce 21 reactions. Counting copies once leaves 19. They come from 16",
        "Raashii Khanna",
        "@haerindani",
        "deserves an Oscar Nomination",
        "printed 3 times",
        "003_0e52664d81734c0c.txt",
        "OpenMoji",
        "CC BY-SA 4.0",
        "VADER",
        "No reaction is negative.",
        "Page 1 of",
        "Left out:",
        "lexicon 1",
        "sentiment 0.1.0",
    ):
        assert words in said, words


def test_links_lead_to_the_posts(seeds):
    pdf, _ = seeds
    targets = {
        str(note.get_object()["/A"]["/URI"])
        for page in pdf.pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object()
    }
    assert "https://t.co/f9Ui9neJKH" in targets


def test_pages_are_pictures_of_the_pdf(seeds):
    pdf, folder = seeds
    pictures = sorted((folder / "pages").iterdir())
    assert [p.name for p in pictures] == [f"page-{n}.png" for n in range(1, len(pdf.pages) + 1)]
    for picture in pictures:
        assert struct.unpack(">II", picture.read_bytes()[16:24]) == (992, 1403)  # A4 at 120 ppi


def test_same_tables_same_bytes(seeds, tmp_path):
    _, folder = seeds
    write(seed_batch(), tmp_path)
    for path in ("report.pdf", "pages/page-1.png", "pages/page-2.png"):
        assert (folder / path).read_bytes() == (tmp_path / path).read_bytes()


def test_a_title_of_ones_own(tmp_path):
    pdf = write(seed_batch(), tmp_path, title="#import *12th Fail* <tag>")
    assert pdf.metadata.title == "#import *12th Fail* <tag>"
    assert "#import *12th Fail* <tag>" in words_of(pdf)


def test_no_reaction_at_all(tmp_path):
    said = words_of(write(empty_batch(), tmp_path))
    assert "2 articles were read; none of them reproduces a reaction." in said
    assert "a.txt" in said


def test_one_reaction(tmp_path):
    said = words_of(write(single_batch(), tmp_path))
    assert "Only 1 reaction" in said
    assert "“Lovely.”" in said


def test_hostile_text_is_printed_as_text(tmp_path):
    pdf = write(hostile_batch(), tmp_path)
    said = words_of(pdf)
    assert '#eval("1+1") $x^2$' in said
    assert "<script>alert(1)</script>" in said
    assert "{name.__class__}" in said
    assert "root:" not in said
    assert "What could not be read" in said


def test_many_articles_repeat_the_table_head(tmp_path):
    pdf = write(mid_batch(), tmp_path)
    heads = [page for page in pdf.pages if "All copies" in page.extract_text()]
    assert len(heads) > 2


def test_an_unwritable_folder_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ReportError, match="choose another folder"):
        write(single_batch(), tmp_path / "file")


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        (None, False),
        ("https://t.co/abc", True),
        ("HTTP://example.org/?a=b&c=%20", True),
        ("javascript:alert(1)", False),
        ("https://a b", False),
        ("https://a\nb", False),
        ("https://" + "a" * 2000, False),
    ],
)
def test_only_web_addresses_become_links(url, kept):
    assert bool(web_link(url)) is kept


@pytest.mark.parametrize("batch", [seed_batch, hostile_batch, empty_batch, mid_batch])
def test_one_page_is_one_page(batch, tmp_path):
    write(batch(), tmp_path, one_page=True)
    short = PdfReader(tmp_path / "one-page.pdf")
    assert len(short.pages) == 1
    assert short.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_the_labels_speak_hindi(tmp_path):
    pdf = write(seed_batch(), tmp_path, language="hi")
    assert pdf.trailer["/Root"]["/Lang"] == "hi"
    assert pdf.metadata.title == "4 लेखों में प्रतिक्रियाएँ"
    assert "विधि और सीमाएँ" in list(outline(pdf.outline))
    assert "Raashii Khanna" in words_of(pdf)


@settings(max_examples=5)
@given(st.data())
def test_any_text_at_all_can_be_printed(tmp_path_factory, data):
    """PDF/UA refuses a character without a glyph: every field holds what may lack one."""
    texts = st.text(min_size=1, max_size=60).map(lambda text: text.encode("utf-8", "replace"))

    def text():
        return data.draw(texts).decode("utf-8")

    of = article(text(), text(), title=text(), outlet=text(), published="2024-01-01")
    everything = [
        scored(of, text(), label, score, number=n, author=text(), handle=text(), url=text(),
               translation=text(), language=text(), described_emoji=(text(),), emoji=(text(),))
        for n, (label, score) in enumerate([("positive", 0.5), ("negative", -0.5)] * 3)
    ]  # fmt: skip
    write(tables_of([of], everything), tmp_path_factory.mktemp("any"), title=text())
