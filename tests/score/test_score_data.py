"""The scorer's own tables: bounds, agreement of sources, and what scripts made them."""

import subprocess
import sys
from pathlib import Path

import emoji
import pytest

from sentiment.errors import DataFileError
from sentiment.score import confidence, described
from sentiment.score import vocabulary as module
from sentiment.score.described import described_entry
from sentiment.score.spoken import spoken_language
from sentiment.score.tokens import emoji_key, tokenise
from sentiment.score.vocabulary import (
    LEXICONS,
    emoji_entries,
    modifiers,
    own_terms,
    vocabulary,
)

ROOT = Path(__file__).parent.parent.parent
LANGUAGES = ("en", *LEXICONS)


@pytest.mark.parametrize("script", ["build_emoji_valence.py", "build_valence.py"])
def test_generated_tables_are_up_to_date(script):
    path = ROOT / "scripts" / script
    subprocess.run([sys.executable, str(path), "--check"], check=True)  # noqa: S603 - our own script


@pytest.mark.parametrize("language", LANGUAGES)
def test_valences_stay_in_bounds(language):
    known = vocabulary(language)
    assert all(-4 <= entry.valence <= 4 for entry in known.words.values())
    assert modifiers(language).boosters


@pytest.mark.parametrize("language", [*LEXICONS, "everywhere"])
def test_words_of_a_lexicon_can_be_found(language):
    """A term in one word must come out of the tokeniser whole, or it can never match."""
    terms = module._base_terms() if language == "everywhere" else own_terms(language)
    lost = [
        term for term, _ in terms if " " not in term and [t.form for t in tokenise(term)] != [term]
    ]
    assert lost == []


def test_every_emoji_has_a_valence():
    known = emoji_entries()
    missing = [
        sign
        for sign, entry in emoji.EMOJI_DATA.items()
        if entry["status"] == emoji.STATUS["fully_qualified"] and emoji_key(sign) not in known
    ]
    # couples of two skin tones are joined from other pieces than the couple without
    assert [sign for sign in missing if "\u200d" not in sign] == []


def test_emoji_of_the_table_are_found_whole():
    broken = [
        sign for sign in emoji_entries() if [token.form for token in tokenise(sign)] != [sign]
    ]
    assert [sign for sign in broken if sign not in "©®™"] == []


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("heart", "red heart"),
        ("two heart emojis", "red heart"),
        ("heart-eye", "smiling face with heart-eyes"),
        ("broken heart", "broken heart"),
        ("a row of clapping hands", "clapping hands"),
        ("folded hands", "folded hands"),
        ("black bird", "black bird"),
        ("no such thing", None),
    ],
)
def test_described_emoji(description, name):
    entry = described_entry(description)
    assert (entry.source if entry else None) == name


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        ("what a film this is", "und", "en"),
        ("kya mast film hai yaar", "und", "hi"),
        ("la película es una maravilla", "und", "es"),
        ("obrigado, craque", "und", "pt"),
        ("c'est un film magnifique", "und", "fr"),
        ("das war ein Meisterwerk", "und", "de"),
        ("che bella serata con gli amici", "und", "it"),
        ("ang ganda ng pelikula", "und", "tl"),
        ("wow", "es-MX", "es"),
        ("the same old story", "xx", "en"),
        ("", "und", "en"),
    ],
)
def test_spoken_language(text, hint, language):
    assert spoken_language([token.form for token in tokenise(text)], hint) == language


def test_data_errors_name_their_file(monkeypatch):
    monkeypatch.setattr(module, "read_table", lambda *_: (("good", "high", "-"),))
    with pytest.raises(DataFileError, match="own"):
        module._terms("own.tsv", "mine")
    monkeypatch.setattr(module, "read_table", lambda *_: (("good", "1.0", "loud"),))
    with pytest.raises(DataFileError, match="loud"):
        module._terms("own.tsv", "mine")


def test_malformed_tables_are_refused(monkeypatch):
    monkeypatch.setattr(module, "read_table", lambda *_: (("very", "loud", "1", "en"),))
    with pytest.raises(DataFileError, match="modifiers"):
        module.modifiers.__wrapped__("en")
    monkeypatch.setattr(confidence, "read_table", lambda *_: (("positive", "0.5", "0.9"),))
    with pytest.raises(DataFileError, match="fit_rules_confidence"):
        confidence._steps.__wrapped__()
    monkeypatch.setattr(described, "read_table", lambda *_: (("heart", "no such emoji"),))
    with pytest.raises(DataFileError, match="no such emoji"):
        described._by_key_word.__wrapped__()
