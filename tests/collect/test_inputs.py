from __future__ import annotations

import os

import pytest

from sentiment.collect.inputs import Named, find_inputs, has_known_ending
from sentiment.results import Unreadable


def names(*inputs):
    return [item.name for item in find_inputs(list(map(str, inputs))) if isinstance(item, Named)]


def reasons(*inputs):
    return [item for item in find_inputs(list(map(str, inputs))) if isinstance(item, Unreadable)]


@pytest.fixture
def tree(tmp_path):
    for name in ("b.txt", "a.html", "notes.md", ".hidden.txt", "sub/c.jsonl", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    return tmp_path


def test_a_folder_gives_what_it_can_read_in_order(tree):
    assert names(tree) == ["a.html", "b.txt", "sub/c.jsonl"]


def test_a_file_named_twice_is_read_once(tree):
    assert names(tree / "b.txt", tree, tree / "." / "b.txt") == ["b.txt", "a.html", "sub/c.jsonl"]


def test_two_files_of_one_name_keep_apart(tree):
    (tree / "sub" / "b.txt").write_text("y", "utf-8")
    found = names(tree / "b.txt", tree / "sub" / "b.txt")
    assert found == ["b.txt", (tree / "sub" / "b.txt").as_posix()]


def test_a_glob_is_sorted_and_goes_into_folders(tree):
    assert names(tree / "*.txt") == ["b.txt"]
    assert names(tree / "s*") == ["c.jsonl"]


def test_files_to_skip_are_left_out(tree):
    found = find_inputs([str(tree), str(tree / "b.txt")], skip=[tree / "sub" / ".." / "b.txt"])
    assert [item.name for item in found] == ["a.html", "sub/c.jsonl"]


def test_earlier_reports_are_no_articles(tree):
    for name in ("manifest.json", "reactions.parquet", "reactions.csv", "pages/x.html"):
        path = tree / "reports" / "mine" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
    assert names(tree) == ["a.html", "b.txt", "sub/c.jsonl"]


def test_standard_input_once():
    assert names("-", "-") == ["-"]


@pytest.mark.parametrize(
    ("given", "cause"),
    [
        ("missing.txt", "does not exist"),
        ("*.nothing", "matches no file"),
        ("a\x00b", "check the path"),
    ],
)
def test_what_is_missing_says_so(tree, monkeypatch, given, cause):
    monkeypatch.chdir(tree)
    (found,) = reasons(given)
    assert found.source == given
    assert cause in found.reason


def test_a_folder_with_nothing_to_read_says_what_it_looked_for(tmp_path):
    (found,) = reasons(tmp_path)
    assert ".txt" in found.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every folder")
def test_a_closed_folder_says_so(tree):
    (tree / "sub").chmod(0)
    try:
        assert any("cannot be opened" in item.reason for item in reasons(tree))
    finally:
        (tree / "sub").chmod(0o755)


@pytest.mark.parametrize("name", ["a.TXT", "a.jsonl.gz", "a.warc.gz", "a.zip", "a.parquet", "a.gz"])
def test_endings_that_are_read(name):
    assert has_known_ending(name)


@pytest.mark.parametrize("name", ["a.md", "a", "a.pdf", "txt"])
def test_endings_that_are_not(name):
    assert not has_known_ending(name)
