"""Articles of other languages than English give up their reactions by word lists alone."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentiment.data.prose_files import languages, prose_lexicon
from sentiment.extract.blocks import cut_paragraphs
from sentiment.extract.quotations import find_quotations
from sentiment.extract.reactions import extract_reactions
from sentiment.extract.unmarked import find_unmarked, with_unmarked
from sentiment.extract.words import Joints, cut_tokens
from sentiment.model import Article

CASES = Path(__file__).parents[1] / "cases"
PARTS = ("", "_authors", "_crowds", "_marked", "_persons", "_phrases", "_roles", "_speakers")
FILES = tuple(f"prose_languages{part}.toml" for part in PARTS)
FIELDS = (
    "text", "kind", "platform", "author", "author_mention", "handle", "cue", "translation",
)  # fmt: skip
FEWEST = 15


def _read() -> list[dict[str, Any]]:
    texts = [(CASES / name).read_text(encoding="utf-8") for name in FILES]
    return [case for text in texts for case in tomllib.loads(text)["case"]]


def _params() -> list[Any]:
    return [
        pytest.param(
            case,
            id=f"{case['language']}: {case['label']}",
            marks=[pytest.mark.xfail(reason=case["known_failure"], strict=True)]
            if "known_failure" in case
            else [],
        )
        for case in _read()
    ]


@pytest.mark.parametrize("case", _params())
def test_case(case):
    """Every reaction of the text, with every field it has, and no other."""
    article = Article(id="0" * 16, source="case.txt", text=case["text"].strip())
    found = [
        {f: getattr(r, f) for f in FIELDS if getattr(r, f) is not None}
        for r in extract_reactions(article)
    ]
    assert found == case["reactions"]


@pytest.mark.parametrize("language", [name for name in languages() if name != "en"])
def test_every_language_has_cases(language):
    assert sum(case["language"] == language for case in _read()) >= FEWEST


@pytest.mark.parametrize("language", languages())
def test_lists_are_case_folded(language):
    lexicon = prose_lexicon(language)
    for words in (lexicon.cues, lexicon.not_names, lexicon.nameless, lexicon.roles):
        assert all(word == word.casefold() for word in words)


@pytest.mark.parametrize("language", languages())
def test_weak_forms_are_cues(language):
    """A weak form that no list of cues holds would have no effect."""
    lexicon = prose_lexicon(language)
    assert sorted(lexicon.weak - set(lexicon.cues)) == []


def test_words_of_one_language_lose_their_english_meaning():
    """Spanish "son" is a verb, French "on" a pronoun; English keeps both lists whole."""
    assert "son" in prose_lexicon("en").relations
    assert "son" not in prose_lexicon("es").relations
    assert "on" not in prose_lexicon("fr").prepositions


def test_possessives_are_no_pronouns():
    assert "su" in prose_lexicon("es").possessives
    assert "su" not in prose_lexicon("es").pronouns


def test_unknown_languages_read_english():
    assert prose_lexicon("xx").cues == prose_lexicon("en").cues


HOSTILE = (
    "— ",
    "— disse ele — ",
    "लिखा- ",
    'लिखा- "',
    "l'",
    "-t-il ",
    "de la ",
    "se le ha ",
    "ang ng ",
)


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("language", ["es", "fr", "hi", "pt", "tl"])
def test_repeated_signs_are_read_once(language, piece):
    """Spans of unmarked words are disjoint and in order, however many signs there are."""
    text = piece * (20_000 // len(piece))
    spans = [(0, len(text.rstrip()))]
    lexicon = prose_lexicon(language)
    merged = with_unmarked(find_quotations(text, spans), find_unmarked(text, spans, lexicon))
    edges = [edge for q in merged for edge in (q.open, q.close)]
    assert edges == sorted(edges)
    assert all(q.open <= q.start <= q.end <= q.close for q in merged)


@given(st.text(alphabet="— ल।-'“”«»aé.\n", max_size=80), st.sampled_from(["pt", "hi", "fr"]))
def test_any_text_keeps_its_spans(text, language):
    tokens = list(cut_tokens(text, 0, len(text), Joints(prose_lexicon(language).elided)))
    assert all(text[t.start : t.end] == t.text for t in tokens)
    spans = cut_paragraphs(text)
    for quotation in find_unmarked(text, spans, prose_lexicon(language)):
        assert text[quotation.start : quotation.end].strip()
