"""Masks: where titles and names stand in a text, and where they only seem to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentiment.score.mask import is_masked_hashtag, masked_places, title_alone, titles_inside
from sentiment.score.tokens import tokenise


def masked(text: str, *mask: str) -> list[str]:
    tokens = tokenise(text)
    return [tokens[at].text for at in sorted(masked_places(tokens, mask))]


def inside(text: str) -> list[str]:
    tokens = tokenise(text)
    return [tokens[at].text for at in sorted(titles_inside(text, tokens))]


@pytest.mark.parametrize(
    ("text", "mask", "words"),
    [
        ("War is here, war is not", ("War",), ["War"]),
        ("Love Again and love again", ("Love Again",), ["Love", "Again"]),
        ("LOVE AGAIN", ("Love Again",), ["LOVE", "AGAIN"]),
        ("saw the worst day", ("The Worst Day",), ["the", "worst", "day"]),
        ("saw 12th fail", ("12th Fail",), []),
        ("Joy's best", ("Joy",), ["Joy's"]),
        ("The Worst Day's end", ("The Worst Day",), ["The", "Worst", "Day's"]),
        ("Hank's Regret", ("Hank's Regret",), ["Hank's", "Regret"]),
        ("Love, Again", ("Love Again",), []),
        ("The Worst", ("The Worst Day", "The Worst"), ["The", "Worst"]),
        ("no title", ("…", ""), []),
    ],
)
def test_masked_places(text, mask, words):
    assert masked(text, *mask) == words


def test_masked_hashtag():
    assert is_masked_hashtag("#12thFail", ("12th Fail",))
    assert not is_masked_hashtag("#Fail", ("12th Fail",))


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("The Worst Day", True),
        ("12th Fail", True),
        ("Great Movie", False),
        ("The Best Film Ever", False),
        ("THE WORST DAY", False),
        ("The worst day", False),
        ("The Worst Day!", False),
        ("War", False),
        ("", False),
    ],
)
def test_title_alone(text, alone):
    tokens = tokenise(text)
    assert title_alone(tokens) == (frozenset(range(len(tokens))) if alone else frozenset())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Worst Day is great", ["The", "Worst", "Day"]),
        ("watching The Crown again", ["The", "Crown"]),
        ("The Best movie", []),
        ("The Best Film I saw", []),
        ("saw “Love Again” twice", ["Love", "Again"]),
        ("saw “Love again” twice", []),
        ("what a “Hero” he is", []),
        ("The Lord of the Flies bored me", ["The", "Lord", "of", "the", "Flies"]),
        ("it was THE BEST NIGHT ever", []),
        ("all small", []),
    ],
)
def test_titles_inside(text, words):
    assert inside(text) == words


@given(st.text(alphabet="The Worst a Day's\"“”., #1", max_size=60))
def test_places_are_places(text):
    tokens = tokenise(text)
    places = titles_inside(text, tokens) | title_alone(tokens) | masked_places(tokens, ("The Day",))
    assert all(0 <= at < len(tokens) for at in places)
