"""Does the gold of tests/articles agree with its articles and its sources?"""

import html
import importlib.util
import itertools
import json
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "tests" / "articles"
KINDS = {"post", "comment", "reply", "story", "quote"}


def load_builder():
    path = ROOT / "scripts" / "build_article_gold.py"
    spec = importlib.util.spec_from_file_location("build_article_gold", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


BUILDER = load_builder()


def read_gold(half):
    lines = (ARTICLES / half / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def read_article(half, name):
    return (ARTICLES / half / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("half", BUILDER.HALVES)
def test_articles_and_gold_are_what_the_sources_build(half):
    present = {p.name: p.read_text(encoding="utf-8") for p in (ARTICLES / half).iterdir()}
    assert present == BUILDER.build(half)


@pytest.mark.parametrize("half", BUILDER.HALVES)
def test_offsets_reproduce_the_words(half):
    for line in read_gold(half):
        if line["article"].endswith(".html"):
            assert line["start"] is None
            continue
        text = read_article(half, line["article"])
        parts = line.get("parts", [[line["start"], line["end"]]])
        assert [line["start"], line["end"]] == [parts[0][0], parts[-1][1]]
        words = " ".join(text[start:end] for start, end in parts)
        assert words.split() == line["text"].split()
        assert line["text"] == line["text"].strip()
        if len(parts) == 1:
            assert words == line["text"]


@pytest.mark.parametrize("half", BUILDER.HALVES)
def test_pages_hold_the_words_of_their_gold(half):
    for line in read_gold(half):
        if line["article"].endswith(".html"):
            page = read_article(half, line["article"])
            for _ in range(3):  # embeds may be escaped inside an attribute inside a script
                page = html.unescape(page.replace("\\u003c", "<").replace("\\u003e", ">"))
            words = set(re.findall(r"\w+", page.replace("\\n", " ")))
            assert set(re.findall(r"\w+", line["text"])) <= words, line["text"]


@pytest.mark.parametrize("half", BUILDER.HALVES)
def test_fields_hold_what_the_readme_says(half):
    layouts = set(re.findall(r"L\d\d", (ROOT / "docs" / "layouts.md").read_text(encoding="utf-8")))
    for line in read_gold(half):
        assert line["kind"] in KINDS
        assert line["layout"] in layouts
        assert line["sentiment"]
        assert line["sentiment"] == list(dict.fromkeys(line["sentiment"]))
        assert line["date"] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", line["date"])
        assert not (line["handle"] or "").startswith("@")
        assert line["author"] is None or line["author"].strip() == line["author"]
        if line["author_mention"] and not line["article"].endswith(".html"):
            text = read_article(half, line["article"])
            assert " ".join(line["author_mention"].split()) in " ".join(text.split())


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(BUILDER.HALVES, 2)))
def test_the_halves_share_no_article_and_no_reaction(one, other):
    first, second = read_gold(one), read_gold(other)
    assert not {line["article"] for line in first} & {line["article"] for line in second}
    assert not {line["text"] for line in first} & {line["text"] for line in second}


def test_a_mark_is_cut_out_and_counted():
    source = "A ⟦08 C ig; a=B; s=+; n=1¦one,⟧ B said. ⟦=1/¦two⟧ end ⟦31 P tw; s=0; t=x\\ny⟧"
    text, marks = BUILDER.strip_marks(source, "case")
    first, second = (BUILDER.gold_line(mark, "a.txt", "en") for mark in marks)
    assert text == "A one, B said. two end "
    assert first["text"] == "one,\n\ntwo"
    assert first["parts"] == [[2, 6], [15, 18]]
    assert second["text"] == "x\ny"


@pytest.mark.parametrize("header", ["08 C ig", "08 X ig; s=+", "8 C; s=+", "08 C ig; s=+; q=1"])
def test_a_malformed_mark_is_refused(header):
    with pytest.raises(ValueError, match="case"):
        BUILDER.strip_marks(f"⟦{header}¦x⟧", "case")
