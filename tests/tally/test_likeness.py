"""When are two wordings the same words, reprinted?"""

from __future__ import annotations

import pytest
from hypothesis import given
from strategies import any_text

from sentiment.tally.likeness import Likeness, liken
from sentiment.tally.wording import squeeze, word_reaction

LONG = "Thank you all so much for the flowers and the lovely note and the cake, dear "


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Short words", "Short words!", Likeness.NONE),
        (LONG + "Meera Kapoor", LONG + "Juliantte Fox", Likeness.NONE),
        (LONG * 3 + "Meera Kapoor", LONG * 3 + "Juliantte Fox", Likeness.ANYBODY),
        (LONG, LONG.replace("lovely", "luvly").replace("cake", "bun"), Likeness.AUTHOR),
        ("I love this little film so much", "I luv this litle film so much!", Likeness.AUTHOR),
        ("Umpire needs glasses and a hug", "Umpire needs glasses and a hug. Now", Likeness.ARTICLE),
        ("glasses and a hug, really please", "no glasses, and a hug, really, pls", Likeness.NONE),
    ],
)
def test_likeness(one, other, likeness):
    first, second = word_reaction(one), word_reaction(other)
    assert liken(first, second) is likeness
    assert liken(second, first) is likeness


@given(any_text)
def test_case_punctuation_and_doubled_letters_are_forgotten(text):
    assert squeeze(squeeze(text)) == squeeze(text)
    assert word_reaction(f"  {text}!!").words == word_reaction(text).words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We’re home. FINALLY!!!", "were home finally"),
        ("Zee & Filmfare", "zee and filmfare"),
        ("Café, déjà vu", "cafe deja vu"),
        ("RT @fan: so good https://t.co/abc", "so good"),
        ("Sooooo good", "So good"),
        ("good\u200d soft\u00adhyphen", "good softhyphen"),
    ],
)
def test_print_changes_no_wording(one, other):
    assert word_reaction(one) == word_reaction(other)


@pytest.mark.parametrize(("one", "other"), [("क्या", "क्ये"), ("100", "10"), ("❤️🔥", "🔥")])
def test_what_differs_differs(one, other):
    assert word_reaction(one) != word_reaction(other)
