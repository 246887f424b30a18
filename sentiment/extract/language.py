"""Which language is a reaction in?

The script decides first, then counts of function words. A short text tells
little, so it keeps the article's language unless its words speak against it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache, lru_cache
from typing import Final

from sentiment.data.loader import read_table

_NOISE: Final = re.compile(r"https?://\S+|pic\.(?<!\wpic\.)\S+|@[\w.]+|#[\w.]+")
_NOISE_SIGNS: Final = ("http", "pic.", "@", "#")
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+|)")
_PLAIN_TOKEN: Final = re.compile(r"[a-z]+(?:'[a-z]+|)")  # the same, of ASCII's letters
# signs that are neither ASCII nor typography, and the first of those that are mostly pictures
_ODD: Final = re.compile(r"[^\x00-\u00a9\u2000-\u206f]")
_SYMBOLS: Final = "\u2070"
# what no such word reaches over; the code points left out hold no letters
_CHUNK: Final = re.compile(r"[a-z'\u00aa-\u1fff\u2070-\U0010ffff]+")
_TRANSLATED: Final = re.compile(r"\([^()]{12,}\)[\s.,!?…।]*\Z")
_ENDING: Final = " .,!?…।\n"
_WHOLE: Final = 3  # words before a translation
_SCRIPTS: Final = (
    # first and last code point, language most often written so; in order
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x052F, "ru"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "ar"),
    (0x0900, 0x097F, "hi"),
    (0x0980, 0x09FF, "bn"),
    (0x0A00, 0x0A7F, "pa"),
    (0x0A80, 0x0AFF, "gu"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0C00, 0x0C7F, "te"),
    (0x0C80, 0x0CFF, "kn"),
    (0x0D00, 0x0D7F, "ml"),
    (0x0E00, 0x0E7F, "th"),
    (0x1100, 0x11FF, "ko"),
    (0x3040, 0x30FF, "ja"),
    (0x3130, 0x318F, "ko"),
    (0x4E00, 0x9FFF, "zh"),
    (0xAC00, 0xD7AF, "ko"),
)
_FIRSTS: Final = tuple(first for first, _, _ in _SCRIPTS)
_BEYOND_LATIN: Final = re.compile(r"[\u0370-\u1fff\u3040-\ud7ff]+")
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_MARGIN: Final = 1.0  # how many words' weight another language needs above the hint
_SHARE: Final = 0.12  # of a text's words that must be function words of the winner
_KOREAN_LAUGHTER: Final = re.compile("[ㅋㅎㅠㅜ]+")  # typed in any language
_LONG: Final = 8_000  # characters looked at; more cannot change the answer


def identify(text: str, hint: str | None = None) -> str:
    """BCP 47 tag of a text; ``hint`` (the article's language) where it cannot tell.

    Without words and without a hint: "und".
    """
    written, total, counts = _weigh(_untranslated(text[:_LONG]))
    if written is not None:
        return written
    fallback = _primary(hint) if hint else "und"
    if not counts or not total:
        return fallback
    best = max(sorted(counts), key=counts.__getitem__)
    if best == fallback:
        return best
    lead = counts[best] - counts.get(fallback, 0.0)
    enough = _MARGIN if hint else 0.0
    if counts[best] / total >= _SHARE and lead > enough:
        return best
    return fallback


def _untranslated(text: str) -> str:
    """A text without the longer bracket that ends it: what a paper translates there."""
    if not text.rstrip(_ENDING).endswith(")"):
        return text
    match = _TRANSLATED.search(text)
    before = text[: match.start()] if match is not None else ""
    return before if len(before.split()) >= _WHOLE else text


@lru_cache(maxsize=16)  # an article's beginning and a post's words are asked for again
def _weigh(text: str) -> tuple[str | None, int, dict[str, float]]:
    """The language that the script tells, else words and the weight of each language."""
    plain = text
    if any(map(plain.__contains__, _NOISE_SIGNS)):
        plain = _NOISE.sub(" ", plain)
    odd = "" if plain.isascii() else "".join(_ODD.findall(plain))
    if odd and _BEYOND_LATIN.search(odd):
        plain = _KOREAN_LAUGHTER.sub("", plain)
        written = _by_script(plain)
        if written is not None:
            return written, 0, {}
    lettered = any(sign < _SYMBOLS or sign.isalnum() for sign in odd)
    return None, *_count_words(plain, lettered=lettered)


def _primary(tag: str) -> str:
    """Language with its script, if any, but without region: en-IN gives en."""
    parts = tag.replace("_", "-").split("-")
    if len(parts) > 1 and len(parts[1]) == 4:  # noqa: PLR2004 - scripts have four letters
        return f"{parts[0].lower()}-{parts[1].title()}"
    return parts[0].lower() or "und"


def _by_script(text: str) -> str | None:
    """The language of a script other than Latin that holds half of the letters."""
    found: dict[str, int] = {}
    for sign, times in Counter("".join(_BEYOND_LATIN.findall(text))).items():
        _, last, language = _SCRIPTS[bisect_right(_FIRSTS, ord(sign)) - 1]
        if ord(sign) <= last:
            found[language] = found.get(language, 0) + times
    if not found:
        return None
    if "ja" in found and "zh" in found:
        found["ja"] += found.pop("zh")  # kanji among kana
    best = max(sorted(found), key=lambda language: found[language])
    latin = sum(len(run) for run in _LATIN.findall(text))
    return best if found[best] * 2 >= latin + sum(found.values()) else None


def _count_words(text: str, *, lettered: bool) -> tuple[int, dict[str, float]]:
    """The number of words, and the weight of each language's function words.

    lettered  whether there may be other letters than ASCII's
    """
    owners = _owners()
    folded = text.casefold().replace("’", "'")
    if not lettered:
        found = _PLAIN_TOKEN.findall(folded)
    else:  # most chunks are a word each
        found = []
        for chunk in _CHUNK.findall(folded):
            found += (chunk,) if chunk.isalpha() else _TOKEN.findall(chunk)
    words: dict[str, int] = {}
    for word in found:
        if word in owners:
            words[word] = words.get(word, 0) + 1
    counts: dict[str, float] = {}
    for word, times in words.items():
        languages = owners[word]
        shared = len(languages)
        for language in languages:
            # a word of one language alone says more than one that five share
            counts[language] = counts.get(language, 0.0) + times / shared
    return len(found), counts


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    owners: dict[str, tuple[str, ...]] = {}
    for language, words in read_table("function_words.tsv", ("language", "words")):
        for word in words.split():
            if language not in owners.get(word, ()):
                owners[word] = (*owners.get(word, ()), language)
    return owners
