"""Are records exact in every format, and harmless in a spreadsheet?"""

from __future__ import annotations

import csv
import io
import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st
from tally.sample import BATCH, HOSTILE

from sentiment.errors import ReportError
from sentiment.model import REACTION_COLUMNS, Polarity, Reaction, Score, ScoredReaction, record
from sentiment.tally.tables import tally_reactions
from sentiment.write.cells import cell, guard, unguard
from sentiment.write.csv_tables import plain_rows
from sentiment.write.parquet import schema_of
from sentiment.write.records import write_records


def said(text: str, **fields) -> ScoredReaction:
    reaction = Reaction("r1", "a.txt", "a1", text, "post", "case", **fields)
    return ScoredReaction(reaction, Score("negative", -0.5, 0.9), Polarity(0, 1, 0, -0.25), "r1")


def as_bytes(scored, format_, **options) -> bytes:
    stream = io.BytesIO()
    write_records(scored, stream, format_, **options)
    return stream.getvalue()


def read_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


GOLDEN = said(
    '=1+1, she said "no"\n🔥',
    author="@Asha",
    platform="twitter",
    start=3,
    end=9,
    emoji=("🔥",),
    described_emoji=("heart", "heart"),
    published="2024-01-31",
)  # fmt: skip


def test_csv_golden():
    assert as_bytes([GOLDEN], "csv").decode() == (
        "id,article,article_id,published,outlet,start,end,text,translation,kind,platform,author,"
        "author_mention,handle,posted_at,url,cue,rule,language,emoji,described_emoji,sentiment,"
        "score,confidence,vader_neg,vader_neu,vader_pos,vader_compound,cluster\r\n"
        'r1,a.txt,a1,2024-01-31,,3,9,"\'=1+1, she said ""no""\n🔥",,post,twitter,\'@Asha,,,,,,case,'
        'und,"[""🔥""]","[""heart"", ""heart""]",negative,-0.5,0.9,0,1,0,-0.25,r1\r\n'
    )


def test_jsonl_golden():
    line = as_bytes([GOLDEN, GOLDEN], "jsonl").decode().splitlines()[1]
    assert line.startswith('{"id": "r1", "article": "a.txt", "article_id": "a1", ')
    assert tuple(json.loads(line)) == REACTION_COLUMNS
    assert json.loads(line) == record(GOLDEN)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_begins_a_formula(text):
    (row,) = read_csv(as_bytes([said(text, author=text)], "csv"))
    for name in ("text", "author"):
        assert row[name][0] not in "=+-@\t\r\n＝＋－＠"
        assert unguard(row[name]) == text
    assert row["score"] == "-0.5"


@pytest.mark.parametrize("text", [*HOSTILE, "NUL\0 here"])
def test_raw_csv_is_exact(text):
    (row,) = read_csv(as_bytes([said(text)], "csv", raw_csv=True))
    assert row["text"] == text


def test_nul_and_lone_surrogates():
    odd = said("a\0b\ud800c")
    (row,) = read_csv(as_bytes([odd], "csv"))
    assert row["text"] == "a\ufffdb\ufffdc"
    assert json.loads(as_bytes([odd], "jsonl"))["text"] == "a\0b\ud800c"
    table = pq.read_table(io.BytesIO(as_bytes([odd], "parquet")))
    assert table["text"].to_pylist() == ["a\0b\ufffdc"]


@given(st.text())
def test_guarding_can_be_undone(text):
    assert unguard(guard(text)) == text


lists = st.lists(strategies.scored_reactions(), max_size=4)


@given(lists)
def test_csv_round_trip(scored):
    rows = read_csv(as_bytes(scored, "csv", raw_csv=True))
    assert len(rows) == len(scored)
    for row, reaction in zip(rows, scored, strict=True):
        assert row == {name: cell(value, raw=True) for name, value in record(reaction).items()}
        assert json.loads(row["emoji"]) == list(reaction.reaction.emoji)
        assert row["text"] == reaction.reaction.text


@given(lists)
def test_jsonl_round_trip(scored):
    lines = as_bytes(scored, "jsonl").decode().splitlines()
    assert [json.loads(line) for line in lines] == [record(reaction) for reaction in scored]


@given(lists)
def test_parquet_round_trip(scored):
    content = as_bytes(scored, "parquet")
    table = pq.read_table(io.BytesIO(content))
    assert table.to_pylist() == [record(reaction) for reaction in scored]
    assert table.schema.equals(schema_of("reactions"))
    assert as_bytes(scored, "parquet") == content


def test_a_text_stream_gets_utf_8_whatever_its_encoding():
    binary = io.BytesIO()
    stream = io.TextIOWrapper(binary, encoding="ascii")
    write_records([GOLDEN], stream, "jsonl")
    assert json.loads(binary.getvalue().decode("utf-8"))["emoji"] == ["🔥"]
    assert not stream.closed


def test_a_text_stream_without_bytes():
    stream = io.StringIO()
    write_records([GOLDEN], stream, "csv")
    assert stream.getvalue().encode() == as_bytes([GOLDEN], "csv")
    with pytest.raises(ReportError, match="Parquet is binary"):
        write_records([GOLDEN], stream, "parquet")


@pytest.mark.parametrize("format_", ["jsonl", "csv", "parquet"])
def test_a_path_is_whole_or_not_there(tmp_path, format_):
    path = tmp_path / "out"
    write_records([GOLDEN], path, format_)
    before = path.read_bytes()
    assert before == as_bytes([GOLDEN], format_)

    def breaking():
        yield GOLDEN
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_records(breaking(), path, format_)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


def test_an_unwritable_path_says_what_to_do(tmp_path):
    with pytest.raises(ReportError, match=r"cannot be written .*: choose another place with -o"):
        write_records([GOLDEN], tmp_path / "no" / "out.csv", "csv")


def test_a_link_stays_a_link_and_a_folder_a_folder(tmp_path):
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_records([GOLDEN], tmp_path / "link", "csv")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == as_bytes([GOLDEN], "csv")
    with pytest.raises(ReportError, match="cannot be written"):
        write_records([GOLDEN], tmp_path, "csv")


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no such device")
@pytest.mark.parametrize("format_", ["jsonl", "csv", "parquet"])
def test_a_pipe_is_written_as_it_is(tmp_path, format_):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        reading = pool.submit(pipe.read_bytes)
        write_records([GOLDEN], pipe, format_)
        assert reading.result(timeout=30) == as_bytes([GOLDEN], format_)
    assert pipe.is_fifo()


def test_records_stream():
    """A million reactions never stand in memory together: the first is out before the second."""
    stream = io.BytesIO()
    seen = []

    def watched():
        for number in range(3):
            seen.append(stream.tell())
            yield replace(GOLDEN, cluster=f"r{number}")

    write_records(watched(), stream, "jsonl")
    assert seen[0] == 0 < seen[1] < seen[2]


def test_tables_become_plain_values():
    tables = tally_reactions(BATCH)
    rows = plain_rows(tables.reactions, "reactions")
    assert rows["platform"] == [None, "instagram", None, "twitter", None]
    assert rows["start"] == [None] * 5
    assert rows["emoji"][3] == ["❤️", "❤️"]
