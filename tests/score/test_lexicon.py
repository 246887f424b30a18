"""The user's own lexicon: what is read, what is refused, and where."""

import pytest

from sentiment.errors import DataFileError
from sentiment.score.lexicon import LexiconEntry, read_user_lexicon


def test_reads_terms_phrases_and_emoji():
    content = "\ufeffterm\tvalence\tlanguage\n# mine\n\nbrat\t2.5\nslow burn\t-1\ten\n🫠\t3\t*\n"
    assert read_user_lexicon(content, "mine.tsv") == (
        LexiconEntry("brat", 2.5),
        LexiconEntry("slow burn", -1.0, "en"),
        LexiconEntry("🫠", 3.0),
    )


def test_empty_file_has_no_entries():
    assert read_user_lexicon("", "mine.tsv") == ()


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("brat", "tabs"),
        ("\t2", "tabs"),
        ("a\t1\ten\tmore", "tabs"),
        ("brat\thigh", "-4 to 4"),
        ("brat\t9", "-4 to 4"),
        ("brat\tnan", "-4 to 4"),
        ("ok\t1\nBrat\t1\nbrat\t2", "twice"),
    ],
)
def test_bad_lines_are_named(content, cause):
    with pytest.raises(DataFileError, match=cause) as raised:
        read_user_lexicon(content, "mine.tsv")
    assert f"mine.tsv, line {content.count(chr(10)) + 1}" in str(raised.value)
