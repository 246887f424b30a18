"""Tokens: whole emoji, smileys, censored words, and spans that reproduce the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentiment.score.tokens import split_censored, tokenise


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.form) for token in tokenise(text)]


@pytest.mark.parametrize("sign", ["❤️‍🩹", "👩🏽‍❤️‍💋‍👨🏿", "🇮🇳", "9️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🤦🏾‍♂️", "🔥", "☺"])
def test_emoji_is_one_token(sign):
    assert [token.text for token in tokenise(f"so {sign}{sign}")][1:] == [sign, sign]


def test_skin_tone_and_variation_do_not_tell_emoji_apart():
    assert {token.form for token in tokenise("👏 👏🏽 👏🏿")} == {"👏"}
    assert len({token.form for token in tokenise("❤ ❤️")}) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("f*cking sh!t", [("censored", "f*cking"), ("censored", "sh!t")]),
        ("It’s ok", [("word", "it's"), ("word", "ok")]),
        ("see https://t.co/a!b", [("word", "see"), ("link", "https://t.co/a!b")]),
        ("www.a.in/x pic.twitter.com/y", [("link", "www.a.in/x"), ("link", "pic.twitter.com/y")]),
        ("emotions@Vik", [("word", "emotions"), ("handle", "@vik")]),
        ("शब्द नहीं हैं।", [("word", "शब्द"), ("word", "नहीं"), ("word", "हैं"), ("mark", "।")]),
        ("ok :) :-( <3", [("word", "ok"), ("smiley", ":)"), ("smiley", ":-("), ("smiley", "<3")]),
        ("10:30", [("word", "10"), ("comma", ":"), ("word", "30")]),
    ],
)
def test_tokens(text, expected):
    assert kinds(text) == expected


def test_wow_is_not_censored():
    (token,) = tokenise("wow!but")
    assert [(t.kind, t.text, t.start, t.end) for t in split_censored(token)] == [
        ("word", "wow", 0, 3),
        ("mark", "!", 3, 4),
        ("word", "but", 4, 7),
    ]


@given(st.text(max_size=120))
def test_spans_reproduce_their_text(text):
    tokens = tokenise(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    ends = [0, *(token.end for token in tokens)]
    assert all(end <= token.start for end, token in zip(ends, tokens, strict=False))
