"""Messages: every language says the same things, and values are never read as templates."""

import string

import pytest

from sentiment.data.loader import read_table
from sentiment.errors import DataFileError, UsageError
from sentiment.extract.language import identify
from sentiment.write.wording import LANGUAGES, Wording, parse_messages, wording


def places(entry):
    templates = [entry] if isinstance(entry, str) else entry.values()
    return {name for t in templates for _, name, _, _ in string.Formatter().parse(t) if name}


def test_a_value_that_looks_like_a_template_stays_as_it_is():
    words = Wording("xx", {"a.b": "<{name}>"})
    assert words.say("a.b", name="{name.__class__} {0} {") == "<{name.__class__} {0} {>"


def test_number_chooses_the_form():
    words = wording("en")
    assert words.say("key.articles", n=1) == "article"
    assert words.say("note.undated", n=1_200).startswith("1,200 reactions")


def test_missing_messages_and_places_say_what_to_mend():
    words = Wording("xx", {"a.b": "{gap}"})
    with pytest.raises(DataFileError, match=r"messages_xx.toml has no 'c.d'"):
        words.say("c.d")
    with pytest.raises(DataFileError, match="no value for 'gap'"):
        words.say("a.b")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [("a = 1", "outside a section"), ("[a]\nb = 2", "neither"), ("[a", "t.toml"),
     ("[a]\nb = {one = 'x'}", "neither")],
)  # fmt: skip
def test_malformed_messages_are_refused(content, complaint):
    with pytest.raises(DataFileError, match=complaint):
        parse_messages(content, "t.toml")


def test_unknown_languages_are_refused():
    with pytest.raises(UsageError, match="choose one of en"):
        wording("tlh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_message_with_the_same_places(language):
    english, other = wording("en").messages, wording(language).messages
    assert set(english) == set(other)
    for key, entry in english.items():
        assert places(entry) == places(other[key]), key


@pytest.mark.parametrize(
    ("part", "said"),
    [(0.0, "0%"), (0.001, "<1%"), (0.005, "1%"), (0.5, "50%"), (0.994, "99%"), (0.999, ">99%"),
     (1.0, "100%")],
)  # fmt: skip
def test_shares_never_round_to_none_or_all(part, said):
    assert wording("en").share(part) == said


def test_scores_dates_and_ratios():
    words = wording("en")
    assert [words.score(v) for v in (0.4567, -0.3, 0.001, -0.001)] == [
        "+0.46", "−0.30", "0.00", "0.00",
    ]  # fmt: skip
    assert words.day("2024-02-03") == "3 February 2024"
    assert words.day("2024-02-03T10:00:00Z") == "3 February 2024"
    assert words.day("soon") == "soon"
    assert [words.ratio(v) for v in (1.52, 2.96, 8.7)] == ["1.5", "3.0", "9"]


def test_every_language_that_reactions_are_told_to_be_in_has_a_printed_name():
    samples = ["привет", "καλημέρα", "שלום", "مرحبا", "नमस्ते", "নমস্কার", "ਸਤ ਸ੍ਰੀ", "નમસ્તે",
               "வணக்கம்", "నమస్తే", "ನಮಸ್ಕಾರ", "നമസ്കാരം", "สวัสดี", "こんにちは", "안녕하세요",
               "你好"]  # fmt: skip
    told = {identify(text) for text in samples}
    told |= {row[0] for row in read_table("function_words.tsv", ("language", "words"))}
    assert len(told) > len(samples)
    for language in LANGUAGES:
        unnamed = {tag for tag in told if wording(language).named("language", tag) == tag}
        assert not unnamed, language
