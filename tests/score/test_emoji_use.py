"""Emoji use: counts, density, place, repetition."""

from hypothesis import given
from hypothesis import strategies as st

from sentiment.score.emoji_use import EmojiUse, measure_emoji_use


def test_text_without_emoji():
    assert measure_emoji_use("no picture: 1 of 2 @a https://t.co/b") == EmojiUse(0, 0, 0.0, None, 0)


def test_whole_emoji_are_counted_once():
    use = measure_emoji_use("so good 👏👏🏽👏 ❤️‍🩹")
    assert use == EmojiUse(count=4, distinct=2, density=4 / 6, position=0.7, repetition=3)


def test_place_runs_from_first_to_last():
    assert measure_emoji_use("🔥 what a day").position == 0
    assert measure_emoji_use("what a day 🔥").position == 1
    assert measure_emoji_use("🔥").position == 1


def test_a_word_between_breaks_the_row():
    assert measure_emoji_use("👏 good 👏 job 👏").repetition == 1


@given(st.lists(st.sampled_from(["🔥", "❤️", "👍🏽", "word", "!", "🇮🇳"]), max_size=12))
def test_measures_stay_in_their_bounds(pieces):
    use = measure_emoji_use(" ".join(pieces))
    assert 0 <= use.repetition <= use.count
    assert use.distinct <= use.count
    assert 0 <= use.density <= 1
    assert (use.position is None) == (use.count == 0)
