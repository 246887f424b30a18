from __future__ import annotations

import gzip
import hashlib
import io
import json
import sys
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sentiment.collect import archives, list_files, read_articles
from sentiment.model import Article
from sentiment.results import Unreadable

TEXT = "Asha said the film was great.\n\nRavi disagreed.\n"


def read(*inputs, **options):
    return list(read_articles([str(item) for item in inputs], **options))


def zipped(path, **members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return path


def test_a_text_keeps_every_character(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (article,) = read(tmp_path / "a.txt")
    assert article.text == TEXT
    assert article.source == "a.txt"
    assert article.id == hashlib.sha256(TEXT.encode()).hexdigest()[:16]


def test_the_seeds(seeds):
    found = read(seeds)
    assert [a.source for a in found] == sorted(file.name for file in seeds.glob("*.txt"))
    assert [a.published for a in found] == ["2024-01-31", None, "2024-02-02", "2024-01-03"]


def test_a_page(tmp_path):
    (tmp_path / "a.html").write_text(
        "<html><head><title>T</title></head><body><article><h1>A headline</h1>"
        f"<p>{'Some words of the story. ' * 20}</p></article></body></html>",
        "utf-8",
    )
    (article,) = read(tmp_path / "a.html")
    assert "Some words of the story." in article.text
    assert "<p>" not in article.text


def test_a_text_that_is_a_page_is_read_as_one(tmp_path):
    (tmp_path / "a.txt").write_text(
        f"<!DOCTYPE html><html><body><p>{'Words. ' * 50}</p></body></html>", "utf-8"
    )
    (article,) = read(tmp_path / "a.txt")
    assert "<p>" not in article.text


def test_gzip_and_zip(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode(), mtime=0))
    zipped(tmp_path / "b.zip", **{"z.txt": TEXT, "in__c.txt": "More.", "read.me": "no", "d__": ""})
    found = read(tmp_path)
    assert [a.source for a in found] == ["a.txt.gz", "b.zip/in/c.txt", "b.zip/z.txt"]
    assert found[0].text == found[2].text == TEXT


def test_jsonl_counts_raw_lines_and_loses_only_bad_ones(tmp_path):
    lines = [
        json.dumps({"text": TEXT, "title": "T", "source": {"name": "The  Kite"}, "url": "u"}),
        "",
        "{broken",
        json.dumps({"body": "Words.", "published_at": "2024-01-31T10:00:00Z"}),
        json.dumps(["no object"]),
        json.dumps({"id": 3}),
        json.dumps({"text": "  "}),
        '{"text": "half a pair \\ud800 and NUL \\u0000"}',
        "[" * 100_000,
    ]
    (tmp_path / "c.jsonl").write_text("\n".join(lines), "utf-8")
    found = read(tmp_path / "c.jsonl")
    places = [item.source for item in found]
    assert places == [f"c.jsonl#{n}" for n in (1, 3, 4, 5, 6, 7, 8, 9)]
    first, broken, dated, listed, textless, empty, mended, deep = found
    assert (first.title, first.outlet, first.url) == ("T", "The Kite", "u")
    assert "is not JSON" in broken.reason
    assert dated.published == "2024-01-31"
    assert "no JSON object" in listed.reason
    assert "name the field" in textless.reason
    assert "empty text" in empty.reason
    assert mended.text == "half a pair \ufffd and NUL \ufffd"
    assert "JSON" in deep.reason


def test_a_bad_byte_costs_one_line(tmp_path):
    raw = b'{"text": "It\x92s"}\n{"text": "fine"}\n'
    (tmp_path / "c.jsonl").write_bytes(raw)
    bad, good = read(tmp_path / "c.jsonl")
    assert bad.source == "c.jsonl#1"
    assert "0x92" in bad.reason
    assert "--encoding cp1252" in bad.reason
    assert good.text == "fine"
    (first, _) = read(tmp_path / "c.jsonl", encoding="cp1252")
    assert first.text == "It’s"


def test_a_line_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("sentiment.collect.records.DOCUMENT_LIMIT", 1000)
    (tmp_path / "c.jsonl").write_text('{"text": "' + "x" * 5000 + '"}\n{"text": "ok"}\n', "utf-8")
    long, good = read(tmp_path / "c.jsonl")
    assert "split it" in long.reason
    assert good.source == "c.jsonl#2"


@pytest.mark.parametrize("mark", ["utf-16", "utf-8-sig", "utf-8"])
def test_jsonl_with_a_mark(tmp_path, mark):
    (tmp_path / "c.jsonl").write_bytes('{"text": "naïve"}\n'.encode(mark))
    assert [a.text for a in read(tmp_path / "c.jsonl")] == ["naïve"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_of_every_delimiter(tmp_path, delimiter):
    rows = [["Title", "Date", "Content"], ["T", "31 January 2024", '"two\nlines"'], ["U", "", "x"]]
    content = "\n".join(delimiter.join(row) for row in rows)
    (tmp_path / "c.csv").write_text(content, "utf-8")
    first, second = read(tmp_path / "c.csv")
    assert (first.source, first.title, first.published) == ("c.csv#2", "T", "2024-01-31")
    assert first.text == "two\nlines"
    assert second.source == "c.csv#4"


def test_csv_without_a_text_column_says_which_names_count(tmp_path):
    (tmp_path / "c.csv").write_text("id,name\n1,x\n", "utf-8")
    (found,) = read(tmp_path / "c.csv")
    assert found.source == "c.csv"
    assert "maintext" in found.reason


def test_csv_loses_only_its_bad_rows(tmp_path):
    (tmp_path / "c.csv").write_bytes(b"text\nfine\nIt\x92s\n\nalso fine\n")
    first, bad, last = read(tmp_path / "c.csv")
    assert (first.text, last.text) == ("fine", "also fine")
    assert "0x92" in bad.reason
    assert bad.source == "c.csv#3"
    assert last.source == "c.csv#5"


def test_tsv_keeps_commas(tmp_path):
    (tmp_path / "c.tsv").write_text("text\turl\na, b, c\thttps://x.org\n", "utf-8")
    (article,) = read(tmp_path / "c.tsv")
    assert article.text == "a, b, c"


def test_parquet_rows_are_counted_from_one(tmp_path):
    table = pa.table(
        {
            "maintext": ["One.", None, b"Three.".decode()],
            "date_publish": pa.array([1706695200000] * 3, pa.timestamp("ms")),
            "source_domain": ["kite.org"] * 3,
            "n": [1, 2, 3],
        }
    )
    pq.write_table(table, tmp_path / "c.parquet")
    first, empty, third = read(tmp_path / "c.parquet")
    assert (first.source, first.published, first.outlet) == (
        "c.parquet#1",
        "2024-01-31",
        "kite.org",
    )
    assert isinstance(empty, Unreadable)
    assert third.source == "c.parquet#3"


def test_parquet_in_an_archive_and_a_broken_one(tmp_path):
    buffer = io.BytesIO()
    pq.write_table(pa.table({"text": ["One."]}), buffer)
    (tmp_path / "a.parquet.gz").write_bytes(gzip.compress(buffer.getvalue(), mtime=0))
    (tmp_path / "b.parquet").write_bytes(b"PAR1 broken PAR1")
    good, bad = read(tmp_path)
    assert good.text == "One."
    assert "broken Parquet" in bad.reason


def test_a_page_in_a_record_goes_before_its_text(tmp_path):
    page = f"<html><body><article><p>{'From the page. ' * 30}</p></article></body></html>"
    record = {"text": "From the text.", "html": page, "title": "Given", "date": "2024-01-31"}
    (tmp_path / "c.jsonl").write_text(json.dumps(record), "utf-8")
    (article,) = read(tmp_path / "c.jsonl")
    assert "From the page." in article.text
    assert (article.title, article.published) == ("Given", "2024-01-31")


def test_mended_text_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("I donâ€™t know.\nFine.", "utf-8")
    told = []
    (article,) = read(tmp_path / "a.txt", notice=lambda source, note: told.append((source, note)))
    assert article.text == "I don’t know.\nFine."
    assert told == [("a.txt", "mended wrongly decoded characters in 1 paragraph(s)")]


@pytest.mark.parametrize(
    ("name", "raw", "cause"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\n", "is empty"),
        ("a.html", b"", "is empty"),
        ("a.txt", b"\x89PNG\r\n", "a picture"),
        ("a.txt", b"It\x92s", "--encoding cp1252"),
        ("a.txt.gz", b"not gzip", "broken archive"),
        ("a.txt.gz", gzip.compress(b"words " * 100, mtime=0)[:-9], "broken archive"),
        ("a.zip", b"PK\x03\x04 not zip", "broken archive"),
        ("a.zip.gz", gzip.compress(b"x", mtime=0), "archive inside an archive"),
    ],
)
def test_unreadable_files_say_why_and_the_rest_goes_on(tmp_path, name, raw, cause):
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "z.txt").write_text(TEXT, "utf-8")
    bad, good = read(tmp_path / name, tmp_path / "z.txt")
    assert bad.source == name
    assert cause in bad.reason
    assert not bad.reason.startswith(name)
    assert isinstance(good, Article)


def test_an_archive_that_unpacks_to_too_much(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "_RATIO_GRACE", 10_000)
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"x" * 10_000_000, mtime=0))
    zipped(tmp_path / "b.zip", **{"bomb.txt": "x" * 10_000_000, "ok.txt": "fine"})
    gz, bomb, fine = read(tmp_path)
    assert "unpacks to over" in gz.reason
    assert "unpacks to over" in bomb.reason
    assert bomb.source == "b.zip/bomb.txt"
    assert fine.text == "fine"


def test_a_document_that_is_too_long(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "DOCUMENT_LIMIT", 100)
    (tmp_path / "a.txt").write_text("x" * 101, "utf-8")
    (found,) = read(tmp_path / "a.txt")
    assert "split it" in found.reason


def test_members_with_paths_that_lead_out_are_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("../out.txt", "/etc/x.txt", "C:/y.txt", "in.zip", "__MACOSX/a.txt", "ok.txt"):
            archive.writestr(name, "words")
    found = read(tmp_path / "a.zip")
    good = [item.source for item in found if isinstance(item, Article)]
    assert good == ["a.zip/ok.txt"]
    assert len(found) == 5
    assert not (tmp_path.parent / "out.txt").exists()


def test_a_damaged_member_costs_only_itself(tmp_path):
    path = zipped(tmp_path / "a.zip", **{"a.txt": "alpha " * 500, "b.txt": "beta"})
    raw = bytearray(path.read_bytes())
    raw[40:60] = b"\xff" * 20
    path.write_bytes(bytes(raw))
    bad, good = read(path)
    assert isinstance(bad, Unreadable)
    assert good.text == "beta"


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        (TEXT.encode(), [TEXT]),
        (b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        (gzip.compress(b'{"text": "One."}\n', mtime=0), ["One."]),
        (b"title,text\nT,One.\n", ["One."]),
    ],
)
def test_standard_input_is_told_by_its_first_bytes(monkeypatch, raw, texts):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert [article.text for article in read("-")] == texts


def test_standard_input_may_be_a_page_or_an_archive(monkeypatch, tmp_path):
    raw = zipped(tmp_path / "a.zip", **{"a.txt": "One."}).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert [article.source for article in read("-")] == ["-/a.txt"]
    page = f"<html><body><p>{'Words. ' * 60}</p></body></html>".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page)))
    (article,) = read("-")
    assert article.text.startswith("Words.")


def test_a_file_without_ending_is_told_by_its_first_bytes(tmp_path):
    (tmp_path / "notes").write_text(TEXT, "utf-8")
    assert [article.text for article in read(tmp_path / "notes")] == [TEXT]


def test_the_manifest_lists_files_with_their_hash(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    listed = list_files([str(tmp_path), "missing", "-"])
    assert listed == [
        {
            "name": "a.txt",
            "bytes": len(TEXT),
            "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        },
        {"name": "-", "bytes": None, "sha256": None},
    ]


def test_a_page_that_breaks_the_parser_costs_that_page(tmp_path, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError("odd page")

    monkeypatch.setattr("sentiment.collect.html.read_html", broken)
    (tmp_path / "a.html").write_text("<p>x</p>", "utf-8")
    (found,) = read(tmp_path / "a.html")
    assert "cannot be parsed as a page (ZeroDivisionError: odd page)" in found.reason


def test_a_file_that_cannot_be_opened(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("x", "utf-8")

    def refused(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refused)
    (found,) = read(tmp_path / "a.txt")
    assert found.reason == "cannot be read (Permission denied): check the file"
    (listed,) = list_files([str(tmp_path / "a.txt")])
    assert listed["sha256"] is None


def test_encrypted_and_unknown_members_of_an_archive(tmp_path):
    path = zipped(tmp_path / "a.zip", **{"a.txt": "alpha", "b.txt": "beta"})
    raw = path.read_bytes()
    first = raw.index(b"PK\x01\x02")
    marked = bytearray(raw)
    marked[first + 8] |= 1  # the flag of encryption, in the directory
    path.write_bytes(bytes(marked))
    locked, good = read(path)
    assert "is encrypted" in locked.reason
    assert good.text == "beta"
    strange = bytearray(raw)
    strange[first + 10] = 99  # a way of packing that does not exist
    path.write_bytes(bytes(strange))
    unknown, good = read(path)
    assert "is broken in the archive" in unknown.reason
    assert good.text == "beta"


def test_an_archive_with_too_many_members(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "_MOST_MEMBERS", 1)
    (found,) = read(zipped(tmp_path / "a.zip", **{"a.txt": "alpha", "b.txt": "beta"}))
    assert "holds 2 members" in found.reason


def test_records_in_an_archive_that_breaks_half_way(tmp_path):
    lines = "".join(json.dumps({"text": f"Text {n}."}) + "\n" for n in range(20_000))
    packed = gzip.compress(lines.encode(), mtime=0)
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    *good, bad = read(tmp_path / "a.jsonl.gz")
    assert good[0].text == "Text 0."
    assert len(good) > 1000
    assert bad.source == "a.jsonl.gz"
    assert "broken archive" in bad.reason


@pytest.mark.parametrize(
    ("name", "rows"), [("a.jsonl", '{"text": "One."}\n'), ("a.csv", "text\nOne.\n")]
)
def test_records_that_break_off_in_utf16(tmp_path, name, rows):
    (tmp_path / name).write_bytes(rows.encode("utf-16") + b"\x00\xd8\n\x00x\x00")
    *_, last = read(tmp_path / name)
    assert isinstance(last, Unreadable)


def test_a_csv_row_that_no_reader_can_follow(tmp_path, monkeypatch):
    monkeypatch.setattr("sentiment.collect.records.DOCUMENT_LIMIT", 1000)
    (tmp_path / "a.csv").write_text("text\n" + "x" * 2000 + "\nfine\n", "utf-8")
    bad, good = read(tmp_path / "a.csv")
    assert "broken row" in bad.reason
    assert good.text == "fine"


def test_parquet_without_a_text_column_and_with_bytes(tmp_path):
    pq.write_table(pa.table({"n": [1]}), tmp_path / "a.parquet")
    pq.write_table(pa.table({"text": [b"One."]}), tmp_path / "b.parquet")
    bad, good = read(tmp_path)
    assert "name the field" in bad.reason
    assert good.text == "One."


def test_pages_in_odd_encodings_and_without_words(tmp_path):
    page = f"<html><body><article><p>{'Größe zählt. ' * 40}</p></article></body></html>"
    (tmp_path / "a.html").write_bytes(page.encode("utf-16"))
    (tmp_path / "b.html").write_bytes(b"<html><body></body></html>")
    (tmp_path / "c.html").write_bytes(page.encode("latin-1"))
    wide, empty, narrow = read(tmp_path)
    assert "Größe zählt." in wide.text
    assert "holds no article" in empty.reason
    assert isinstance(narrow, Article)
    (given,) = read(tmp_path / "c.html", encoding="latin-1")
    assert "Größe zählt." in given.text
    (wrong,) = read(tmp_path / "c.html", encoding="utf-8")
    assert "is not utf-8" in wrong.reason


def test_mended_pages_are_told(tmp_path):
    page = f"<article><p>{'I donâ€™t know what to say. ' * 20}</p></article>"
    (tmp_path / "a.jsonl").write_text(json.dumps({"html": page}), "utf-8")
    (tmp_path / "b.html").write_text(f"<html><body>{page}</body></html>", "utf-8")
    told = []
    for article in read(tmp_path, notice=lambda *note: told.append(note)):
        assert "I don’t know" in article.text
    assert [source for source, _ in told] == ["a.jsonl#1", "b.html"]


@pytest.mark.parametrize("magic", [b"PK\x03\x04", b"\x1f\x8b", b"PAR1", b"WARC/1.0\r\n"])
def test_files_without_ending_may_be_packed(tmp_path, magic):
    (tmp_path / "data").write_bytes(magic + b" and nothing that fits")
    (found,) = read(tmp_path / "data")
    assert isinstance(found, Unreadable)
