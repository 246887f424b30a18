"""Reactions told in prose: cases, hostile text, and what must hold of any text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from growth import grows_with_length
from hypothesis import given
from hypothesis import strategies as st

from sentiment.extract.blocks import cut_paragraphs
from sentiment.extract.quotations import find_quotations
from sentiment.extract.reactions import extract_reactions
from sentiment.model import Article

CASES = [
    case
    for name in (
        "prose.toml",
        "prose_speakers.toml",
        "prose_scenes.toml",
        "prose_capitals.toml",
        "prose_look_alikes.toml",
        "prose_politics.toml",
        "prose_film.toml",
        "prose_stars.toml",
        "prose_fragments.toml",
        "prose_pages.toml",
        "prose_matches.toml",
    )
    for case in tomllib.loads(
        (Path(__file__).parent.parent / "cases" / name).read_text(encoding="utf-8")
    )["case"]
]


def read(text: str) -> list[dict[str, object]]:
    """The reactions of a text as records; null becomes "" and tuples become lists."""
    article = Article(id="0" * 16, source="case.txt", text=text)
    rows = []
    for reaction in extract_reactions(article):
        row = {name: getattr(reaction, name) for name in reaction.__slots__}
        rows.append(
            {
                key: "" if value is None else list(value) if isinstance(value, tuple) else value
                for key, value in row.items()
            }
        )
    return rows


@pytest.mark.parametrize("case", CASES, ids=[c["label"] for c in CASES])
def test_prose_case(case: dict[str, object]) -> None:
    found = read(str(case["text"]))
    expected = case["expected"]
    assert isinstance(expected, list)
    assert [r["text"] for r in found][: len(expected) + 3] == [
        e.get("text", found[i]["text"] if i < len(found) else None) for i, e in enumerate(expected)
    ]
    for row, wanted in zip(found, expected, strict=True):
        assert {key: row[key] for key in wanted} == wanted


MARKS = "\"'“”‘’«»„‚‹›「」`"


@given(st.text(alphabet=st.sampled_from(MARKS + "ab .,:—\n(A"), max_size=300))
def test_quotations_never_overlap_and_lie_in_the_text(text: str) -> None:
    last = 0
    for quotation in find_quotations(text, cut_paragraphs(text)):
        assert quotation.open >= last
        assert quotation.open <= quotation.start <= quotation.end <= quotation.close <= len(text)
        last = quotation.close


@given(st.text(alphabet=st.sampled_from(MARKS + "she said wrote,.: —\n(@Ana)"), max_size=400))
def test_spans_hold_their_words(text: str) -> None:
    article = Article(id="0" * 16, source="x.txt", text=text)
    for reaction in extract_reactions(article):
        assert reaction.start is not None
        assert reaction.end is not None
        held = text[reaction.start : reaction.end]
        assert 0 <= reaction.start <= reaction.end <= len(text)
        for piece in reaction.text.split():
            assert piece in held


@pytest.mark.parametrize(
    "unit",
    ['"', "“", "“”", "'", "''", "— ", "(", "[[", "<div>", '"a" ', "“a\n", 'He said: "a\n', "@a "],
)
def test_hostile_text_costs_no_more_than_its_length(unit: str) -> None:
    """A megabyte of any sign is read; a quadratic rule would take hours here."""
    article = Article(id="0" * 16, source="x.txt", text=unit * (1_000_000 // len(unit)))
    assert isinstance(extract_reactions(article), tuple)


@pytest.mark.parametrize(
    "unit",
    ["“It is so,” he said. ", "She said. ", "“It is so” and ", "word ”word word, ", "“a b c d e\n",
     "Ana Lim and Bo Rapp. ", "Ana Lim, the coach, and ", "Hours later. ", "New York "],
)  # fmt: skip
def test_time_grows_with_length_not_with_its_square(unit: str) -> None:
    def extract(text: str) -> object:
        return extract_reactions(Article(id="0" * 16, source="x.txt", text=text))

    assert grows_with_length(extract, unit, short=8_000)


def test_same_text_gives_same_reactions() -> None:
    text = "\n\n".join(str(case["text"]) for case in CASES)
    assert read(text) == read(text)
