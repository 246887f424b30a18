"""Records as articles, and files of records that are none."""

from __future__ import annotations

import io

import pytest

from sentiment.collect.records import read_csv, read_jsonl

REACTION_LINE = b'{"article": "a.txt", "start": 0, "end": 5, "text": "Great", "kind": "post"}\n'
REACTION_ROWS = b"article,start,end,text,kind\na.txt,0,5,Great,post\n"


@pytest.mark.parametrize(
    ("read", "content"), [(read_jsonl, REACTION_LINE * 2), (read_csv, REACTION_ROWS)]
)
def test_a_file_of_reactions_is_left_out_and_named(read, content):
    notes = []
    found = list(read(io.BytesIO(content), "gold", notice=lambda *note: notes.append(note)))
    assert found == []
    assert notes == [("gold", "holds reactions, not articles: left out")]
