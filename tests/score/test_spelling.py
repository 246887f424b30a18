"""Spellings: held letters, stars, and Hinglish as everybody spells it."""

import pytest

from sentiment.score.spelling import hinglish_key, known_spelling, stretched, uncensored


@pytest.mark.parametrize(
    ("form", "known"),
    [
        ("loooved", "loved"),
        ("goood", "good"),
        ("film's", "film"),
        ("lovee", "love"),
        ("all", None),
        ("xyz", None),
    ],
)
def test_known_spelling(form, known):
    assert known_spelling(form, {"loved", "good", "film", "love", "al"}) == known


def test_held_letters():
    assert stretched("sooo")
    assert not stretched("soo")


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("f*cking", "fucking"),
        ("f***ing", "fucking"),
        ("f***", "fuck"),
        ("sh!t", "shit"),
        ("b*tch", "bitch"),
        ("a$$", "ass"),
        ("wow!but", None),
        ("me@home", None),
    ],
)
def test_uncensored(form, word):
    assert uncensored(form) == word


@pytest.mark.parametrize(
    "spellings",
    [
        "achha accha acha",
        "zabardast zabardasth",
        "bahot bahott",
        "pyaar pyar",
        "khoob khub",
        "wah vah",
    ],
)
def test_hinglish_spellings_share_a_key(spellings):
    keys = {hinglish_key(spelling).removesuffix("h") for spelling in spellings.split()}
    assert len(keys) == 1
