"""Languages by script and by small words, with a hint for short texts."""

from __future__ import annotations

import pytest

from sentiment.data.loader import read_table
from sentiment.extract.language import identify


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        ("I cried at the end and so did my dad", None, "en"),
        ("Vaya mierda de final, seis años para esto", "es", "es"),
        ("No he llorado tanto con una serie en mi vida", "en", "es"),
        ("Bhai ye kya dekh liya maine?? Paise wapas karo 😭", "en", "hi-Latn"),
        ("क्या पारी थी भाई! रुला दिया", "en", "hi"),
        ("Je ne m'en remets toujours pas, merci pour tout", "en", "fr"),
        ("Ich habe den ganzen Film über geweint und das ist gut so", "en", "de"),
        ("Non ho mai pianto così tanto per una serie", "en", "it"),
        ("Eu não acredito que isso acabou assim, gente", "en", "pt"),
        ("Grabe, ang ganda ng pelikula na ito, sana may part two pa", "en", "tl"),
        ("여덟 개의 밤, 드디어!", "en", "ko"),
        ("free haejin from this schedule ㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋ", "en", "en"),
        ("ㅅㅇ ㅇㅈ", "en", "ko"),
        ("pic.x.com/aaaa epic.fail nunca más, qué pena", "en", "es"),
        ("“Nunca más”—qué pena, mi niña’s…", "en", "es"),
        ("今日の映画はとても良かった", None, "ja"),
        ("这部电影很好看", None, "zh"),
        ("कल मेरा छाता नदी में बह गया (The river took my umbrella away yesterday)", "en", "hi"),
        ("aap log kya karte ho yahan (what are you people doing in this place)", "en", "hi-Latn"),
        ("meri bhabhi ki bahan bhi aa gayi", "en", "hi-Latn"),
        ("ang kapal naman po ng kuwento mo (your story is a thick one),", "en", "tl"),
        ("Chai jaisi koi nah", "en", "hi-Latn"),
        ("(What a lovely evening that was)", "hi", "en"),
        ("Outstanding 🔥", "en-IN", "en"),
        ("Outstanding 🔥", "hi_latn_IN", "hi-Latn"),
        ("🔥🔥", None, "und"),
        ("https://t.co/aaaaaaaaaa @la_yuli #el", None, "und"),
        ("", "es", "es"),
    ],
)
def test_identify(text, hint, language):
    assert identify(text, hint) == language


def test_the_word_lists_repeat_no_word():
    for language, words in read_table("function_words.tsv", ("language", "words")):
        listed = words.split()
        assert listed, language
        assert listed == [word.casefold() for word in listed], language
