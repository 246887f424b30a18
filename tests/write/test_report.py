"""Is a report folder whole, exact, described, and careful with what it replaces?"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
import warnings
from dataclasses import replace
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tally.sample import ARTICLES, BATCH, HOSTILE, said

import sentiment.write.charts
import sentiment.write.pdf_report
import sentiment.write.workbook
from sentiment.errors import ReportError, UsageError
from sentiment.results import Batch
from sentiment.tally.compare import change_since
from sentiment.tally.tables import tally_reactions
from sentiment.write.folders import whole_folder
from sentiment.write.manifest import read_manifest
from sentiment.write.read_back import read_batch, read_report
from sentiment.write.records import write_records
from sentiment.write.report import write_report

MANIFEST = {"sentiment": "0.1.0", "scorer": "case 1", "timings": {"analyse_seconds": 0.5}}

HOSTILE_BATCH = Batch(
    ARTICLES,
    tuple(
        said(number, text, 0.5, author=text, described_emoji=(text,), language="en")
        for number, text in enumerate([*HOSTILE, "NUL\0 and \ud800"])
    ),
)


@pytest.fixture
def plain(monkeypatch):
    """Charts and pages have tests of their own; here they are a file each."""

    def write_charts(_tables, folder, *, language):
        folder.mkdir()
        (folder / f"chart-{language}.svg").write_text("<svg/>")
        return ()

    def write_pages(
        _tables, _batch, _charts, folder, *, title, manifest, language, one_page, change
    ):
        assert change is None or change.name
        (folder / "report.pdf").write_text(f"{title} {manifest['scorer']} {language} {one_page}")

    monkeypatch.setattr(sentiment.write.charts, "write_charts", write_charts)
    monkeypatch.setattr(sentiment.write.pdf_report, "write_pages", write_pages)


def write(batch: Batch, folder: Path, **options) -> None:
    write_report(tally_reactions(batch), batch, folder, manifest=MANIFEST, **options)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.usefixtures("plain")
def test_a_report_has_its_files_and_names_them(tmp_path):
    folder = tmp_path / "reports" / "one"
    write(BATCH, folder, excel=True, title="Kites", language="hi", one_page=True)
    found = contents(folder)
    assert set(found) == {
        "articles.csv", "articles.parquet", "charts/chart-hi.svg", "datapackage.json", "emoji.csv",
        "emoji.parquet", "manifest.json", "people.csv", "people.parquet", "reactions.csv",
        "reactions.parquet", "report.html", "report.pdf", "summary.json", "tables.xlsx",
    }  # fmt: skip
    manifest = json.loads(found["manifest.json"])
    assert manifest["files"] == sorted(found)
    assert manifest["unreadable"] == [{"source": "d.txt", "reason": "is empty"}]
    assert manifest["timings"] == {"analyse_seconds": 0.5}
    assert found["report.pdf"] == b"Kites case 1 hi True"
    assert [path.name for path in folder.parent.iterdir()] == ["one"]


@pytest.mark.usefixtures("plain")
def test_the_numbers_of_a_change_are_in_the_summary(tmp_path):
    earlier = tally_reactions(replace(BATCH, scored=BATCH.scored[:3]))
    change = change_since(earlier, tally_reactions(BATCH), name="x", scorers=("a", "a"))
    write(BATCH, tmp_path / "r", change=change)
    found = json.loads((tmp_path / "r" / "summary.json").read_text("utf-8"))
    assert found["reactions"] == 5
    assert found["change"]["sizes"][1] == ["reactions", 3, 5]
    assert found["change"]["labels"][0]["difference"] == -0.5
    write(BATCH, tmp_path / "r")
    assert "change" not in json.loads((tmp_path / "r" / "summary.json").read_text("utf-8"))


@pytest.mark.usefixtures("plain")
def test_a_report_is_read_as_an_earlier_one(tmp_path):
    write(BATCH, tmp_path / "march")
    earlier = read_report(tmp_path / "march")
    assert (earlier.name, earlier.scorer) == ("march", "case 1")
    assert earlier.batch.scored == BATCH.scored
    titled = MANIFEST | {"settings": {"title": "Kites in March"}}
    write_report(tally_reactions(BATCH), BATCH, tmp_path / "march", manifest=titled)
    assert read_report(tmp_path / "march").name == "Kites in March"


def test_what_is_no_earlier_report_says_what_to_name(tmp_path):
    (tmp_path / "holiday").mkdir()
    (tmp_path / "holiday" / "manifest.json").write_text("{}")
    with pytest.raises(UsageError, match=r"holiday holds no report: name one that 'sentiment rep"):
        read_report(tmp_path / "holiday")
    with pytest.raises(UsageError, match=r"nowhere is no folder.*leave --previous out"):
        read_report(tmp_path / "nowhere")


@pytest.mark.usefixtures("plain")
def test_tables_golden(tmp_path):
    write(BATCH, tmp_path / "r")
    assert (tmp_path / "r" / "people.csv").read_bytes().decode() == (
        "author,handle,platform,articles,reactions,distinct,positive,neutral,negative,mean_score\r\n"
        "Vikrant Massey,vikrantmassey,instagram,2,2,1,1,0,0,0.8\r\n"
        "Kareena Kapoor,,,1,1,1,1,0,0,0.5\r\n"
        "fan,fan,twitter,1,1,1,0,0,1,-0.5\r\n"
    )
    assert (tmp_path / "r" / "emoji.csv").read_bytes().decode() == (
        "emoji,name,count,described,distinct,mean_score\r\n"
        "❤️,red heart,3,0,2,0.15\r\n"
        ",heart,0,2,1,0.5\r\n"
    )
    assert (tmp_path / "r" / "articles.csv").read_bytes().decode() == (
        "article,article_id,title,outlet,published,url,reactions,distinct,positive,neutral,"
        "negative,mean_score\r\n"
        "a.txt,a1,A,The Daily Kite,2024-01-31,,2,2,2,0,0,0.65\r\n"
        "b.txt,b1,B,,2024-01-30,,3,3,1,1,1,0.1\r\n"
        "c.txt,c1,,,,,0,0,0,0,0,\r\n"
    )


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize("batch", [BATCH, HOSTILE_BATCH, Batch((), ())])
def test_the_same_batch_gives_the_same_bytes(tmp_path, batch):
    write(batch, tmp_path / "one", excel=True)
    time.sleep(1.1)  # a file that bore the time would bear another
    write(batch, tmp_path / "two", excel=True)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize("raw_csv", [False, True])
@pytest.mark.parametrize("batch", [BATCH, HOSTILE_BATCH, Batch(ARTICLES, ())])
def test_the_data_package_is_valid(tmp_path, batch, raw_csv):
    if raw_csv and batch is HOSTILE_BATCH:
        scored = [s for s in batch.scored if "\0" not in s.reaction.text]
        batch = replace(batch, scored=tuple(scored))  # NUL, exact, is more than the checker takes
    write(batch, tmp_path / "r", raw_csv=raw_csv)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the checker's own dependencies age
        from frictionless import validate  # noqa: PLC0415 - where its warnings are caught

        report = validate(str(tmp_path / "r" / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["tasks"] == 4


@pytest.mark.usefixtures("plain")
def test_a_workbook_holds_no_formula(tmp_path):
    write(HOSTILE_BATCH, tmp_path / "r", excel=True)
    book = openpyxl.load_workbook(tmp_path / "r" / "tables.xlsx")
    assert book.sheetnames == ["summary", "reactions", "articles", "people", "emoji"]
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds == {"n", "s"}
    sheet = book["reactions"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:AC16")
    texts = [row[7].value for row in sheet.iter_rows(min_row=2)]
    assert texts[:3] == list(HOSTILE[:3])


@pytest.mark.usefixtures("plain")
def test_a_workbook_without_its_package(tmp_path, monkeypatch):
    monkeypatch.setattr(sentiment.write.workbook, "find_spec", lambda _name: None)
    with pytest.raises(ReportError, match=r"pip install 'reaction-sentiment\[excel\]'"):
        write(BATCH, tmp_path / "r", excel=True)
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("plain")
def test_a_cell_too_long_for_a_workbook_says_so(tmp_path):
    long = Batch(ARTICLES, (said(0, "🔥" * 40_000, 0.5),))
    write(long, tmp_path / "r", excel=True)
    sheet = openpyxl.load_workbook(tmp_path / "r" / "tables.xlsx")["reactions"]
    assert sheet["H2"].value.endswith("[cut: whole in the CSV file]")


@pytest.mark.usefixtures("plain")
def test_a_report_can_be_made_from_its_own_tables(tmp_path):
    write(BATCH, tmp_path / "one")
    again = read_batch(tmp_path / "one")
    assert again == replace(BATCH, articles=tuple(replace(a, text="") for a in BATCH.articles))
    write(again, tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    alone = read_batch(tmp_path / "one" / "reactions.parquet")
    assert alone.scored == BATCH.scored
    assert [article.source for article in alone.articles] == ["a.txt", "b.txt"]


def test_records_can_be_read_back(tmp_path):
    write_records(BATCH.scored, tmp_path / "r.parquet", "parquet")
    assert read_batch(tmp_path / "r.parquet").scored == BATCH.scored


@pytest.mark.parametrize("content", [None, b"not Parquet"])
def test_what_cannot_be_read_back_says_why(tmp_path, content):
    path = tmp_path / "r.parquet"
    if content:
        path.write_bytes(content)
    with pytest.raises(ReportError, match=r"r\.parquet"):
        read_batch(path)


def test_other_parquet_files_are_refused(tmp_path):
    pq.write_table(pa.table({"id": ["r1"]}), tmp_path / "r.parquet")
    with pytest.raises(ReportError, match=r"has no column article"):
        read_batch(tmp_path / "r.parquet")


@pytest.mark.usefixtures("plain")
def test_an_earlier_report_is_replaced(tmp_path):
    write(BATCH, tmp_path / "r", excel=True)
    (tmp_path / "r" / ".DS_Store").write_bytes(b"litter")
    write(Batch((), ()), tmp_path / "r")
    assert not (tmp_path / "r" / "tables.xlsx").exists()
    assert json.loads((tmp_path / "r" / "summary.json").read_text())["articles"] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["r"]


@pytest.mark.usefixtures("plain")
def test_a_linked_folder_stays_linked(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write(BATCH, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "report.pdf").is_file()


@pytest.mark.usefixtures("plain")
def test_what_is_no_report_is_not_replaced(tmp_path):
    (tmp_path / "r").mkdir()
    write(BATCH, tmp_path / "r")  # an empty folder is nobody's
    (tmp_path / "r" / "notes.txt").write_text("mine")
    with pytest.raises(ReportError, match=r"holds notes\.txt beside an earlier report"):
        write(BATCH, tmp_path / "r")
    for anybodys in ('{"name": "web app"}', "not JSON"):
        (tmp_path / "r" / "manifest.json").write_text(anybodys)
        assert read_manifest(tmp_path / "r") is None
    with pytest.raises(ReportError, match="holds files but no report"):
        write(BATCH, tmp_path / "r")
    assert (tmp_path / "r" / "notes.txt").read_text() == "mine"
    with pytest.raises(ReportError, match="is a file: name a folder"):
        write(BATCH, tmp_path / "r" / "notes.txt")
    with pytest.raises(ReportError, match="cannot be written"):
        write(BATCH, tmp_path / "r" / "notes.txt" / "deeper")
    assert [path.name for path in tmp_path.iterdir()] == ["r"]


@pytest.mark.usefixtures("plain")
def test_a_failure_leaves_the_old_report(tmp_path, monkeypatch):
    write(BATCH, tmp_path / "r")
    before = contents(tmp_path / "r")

    def fails(*_args, **_options):
        raise ReportError("no typeface")

    monkeypatch.setattr(sentiment.write.pdf_report, "write_pages", fails)
    with pytest.raises(ReportError, match="no typeface"):
        write(Batch((), ()), tmp_path / "r")
    assert contents(tmp_path / "r") == before
    assert [path.name for path in tmp_path.iterdir()] == ["r"]


def test_a_failed_exchange_puts_the_old_report_back(tmp_path, monkeypatch):
    (tmp_path / "r").mkdir()
    rename = Path.rename

    def stubborn(self, target):
        if ".partial-" in self.name:
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stubborn)
    with pytest.raises(ReportError, match="Permission denied"), whole_folder(tmp_path / "r"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["r"]


KILLED = """
    import sys, time
    from pathlib import Path
    from sentiment.write.folders import whole_folder
    with whole_folder(Path(sys.argv[1])) as staged:
        (staged / "half").write_text("half")
        print("half-way", flush=True)
        time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.usefixtures("plain")
def test_a_killed_run_leaves_the_old_report_and_the_next_clears_up(tmp_path):
    write(BATCH, tmp_path / "r")
    before = contents(tmp_path / "r")
    command = [sys.executable, "-c", textwrap.dedent(KILLED), str(tmp_path / "r")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as run:  # noqa: S603 - our own words
        assert run.stdout is not None
        run.stdout.readline()
        run.send_signal(signal.SIGKILL)
    assert contents(tmp_path / "r") == before
    assert len(list(tmp_path.iterdir())) == 2
    write(BATCH, tmp_path / "r")
    assert [path.name for path in tmp_path.iterdir()] == ["r"]


@pytest.mark.skipif(sys.platform == "win32", reason="processes are not asked there")
def test_a_report_left_aside_is_put_back(tmp_path):
    """Killed between the two renames: the old report is there, under another name."""
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    old = tmp_path / f".r.old-{gone.pid}"
    old.mkdir()
    (old / "manifest.json").write_text('{"files": ["manifest.json"]}')
    mine = tmp_path / f".r.partial-{os.getppid()}"
    mine.mkdir()  # a run at work beside this one
    (tmp_path / f".r.partial-{10**30}").mkdir()  # no such process can be
    with whole_folder(tmp_path / "r") as staged:
        assert (tmp_path / "r" / "manifest.json").is_file()
        (staged / "new").write_text("new")
    assert sorted(path.name for path in tmp_path.rglob("*")) == [mine.name, "new", "r"]
