"""Which words set praise apart from criticism, and how strong are the reactions?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from math import log
from statistics import median
from typing import TYPE_CHECKING, Final

from sentiment.data.loader import read_table
from sentiment.write.charting import Draft
from sentiment.write.findings import FEWEST_COMPARED
from sentiment.write.typst_text import elided

if TYPE_CHECKING:
    from sentiment.write.chart_model import Chart
    from sentiment.write.material import Material
    from sentiment.write.typst_text import Json
    from sentiment.write.wording import Wording

# Vowel signs and accents that stand beside their letter: "शानदार" is one word.
_MARKS: Final = "".join(
    chr(sign) for sign in range(0x300, 0xFE30) if unicodedata.category(chr(sign))[0] == "M"
)
_IN_WORD: Final = rf"[\w{_MARKS}]"
# app.js finds the words of the page's reactions by the same pattern.
_WORD: Final = re.compile(rf"https?://\S+|[@#]{_IN_WORD}+|[^\W\d_]{_IN_WORD}*(?:['’]{_IN_WORD}+)?")
_FEWEST_CARRIERS: Final = 3
_MOST_WORDS: Final = 8
_LONGEST_WORD: Final = 28
# The 99.9 % point of chi-squared with one degree of freedom: thousands of words
# are tried, so the usual 3.84 would let chance ones in.
_KEY: Final = 10.83
_BINS: Final = 20


def words_apart(material: Material, words: Wording) -> Chart:
    """Words that stand in many more positive than negative reactions, and the reverse.

    The statistic is Dunning's (1993) log-likelihood ratio over reactions that
    carry a word, so that one writer's repetition counts once.
    """
    draft = Draft("words", material, words)
    carriers: dict[str, Counter[str]] = {"positive": Counter(), "negative": Counter()}
    sizes = dict.fromkeys(carriers, 0)
    for voice in material.voices:
        if voice.sentiment in carriers:
            sizes[voice.sentiment] += 1
            carriers[voice.sentiment].update(words_of(voice.text))
    if min(sizes.values()) < FEWEST_COMPARED:
        return draft.left_out(
            "few-sides", positive=sizes["positive"], negative=sizes["negative"],
            needed=FEWEST_COMPARED,
        )  # fmt: skip
    key: dict[str, list[tuple[float, str, int, int]]] = {"positive": [], "negative": []}
    for word in sorted(carriers["positive"].keys() | carriers["negative"].keys()):
        up, down = carriers["positive"][word], carriers["negative"][word]
        if up + down < _FEWEST_CARRIERS:
            continue
        g2 = log_likelihood(up, sizes["positive"], down, sizes["negative"])
        if g2 >= _KEY:
            more = up * sizes["negative"] > down * sizes["positive"]
            key["positive" if more else "negative"].append((g2, word, up, down))
    if not (key["positive"] or key["negative"]):
        return draft.left_out(
            "no-key-words", positive=sizes["positive"], negative=sizes["negative"]
        )
    top = {side: sorted(found, key=lambda k: (-k[0], k[1]))[:_MOST_WORDS]
           for side, found in key.items()}  # fmt: skip
    return draft.chart(
        "keyness",
        _finding(top, words),
        [(word, side, up, down, round(g2, 2)) for side, found in top.items()
         for g2, word, up, down in found],
        {
            "sides": [
                {
                    "tone": side,
                    "head": words.say(f"head.words-{side}"),
                    "rows": [
                        {
                            "label": elided(word, _LONGEST_WORD), "value": g2,
                            "text": f"{g2:.0f}",
                            "sub": words.say("number.against", one=up, other=down),
                        }
                        for g2, word, up, down in found
                    ],
                }
                for side, found in top.items()
            ],
            "most": max(k[0] for found in top.values() for k in found),
        },
        columns=("word", "side", "positive", "negative", "G2"),
        n=sum(sizes.values()),
        details=[
            words.say("alt.word", word=elided(word, _LONGEST_WORD), positive=up, negative=down)
            for found in top.values()
            for _, word, up, down in found
        ],
        notes=[words.say("note.keyness")],
        positive=words.number(sizes["positive"]),
        negative=words.number(sizes["negative"]),
    )  # fmt: skip


def words_of(text: str) -> set[str]:
    """The words and hashtags of a text, each once, in lower case.

    Links and mentions are none; neither are the small words that every text of
    a language holds.
    """
    found = {
        word.replace("’", "'")
        for word in _WORD.findall(text.lower())
        if word[0] != "@" and "://" not in word
    }
    return found - _small_words()


@cache
def _small_words() -> frozenset[str]:
    rows = read_table("function_words.tsv", ("language", "words"))
    return frozenset(word for _, words in rows for word in words.split())


def log_likelihood(a: int, n_a: int, b: int, n_b: int) -> float:
    """Dunning's G² for a of n_a against b of n_b; 0.0 where both rates are equal."""
    rate = (a + b) / (n_a + n_b)
    total = 0.0
    for seen, n in ((a, n_a), (b, n_b)):
        for observed, expected in ((seen, n * rate), (n - seen, n * (1 - rate))):
            if observed:
                total += observed * log(observed / expected)
    return max(0.0, 2 * total)


def _finding(top: dict[str, list[tuple[float, str, int, int]]], words: Wording) -> str:
    def first(side: str) -> str:
        return elided(top[side][0][1], _LONGEST_WORD)

    if top["positive"] and top["negative"]:
        return words.say("finding.words", praise=first("positive"), blame=first("negative"))
    side = "positive" if top["positive"] else "negative"
    return words.say(f"finding.words-{side}", word=first(side))


def scores_spread(material: Material, words: Wording) -> Chart:
    """How many reactions have which score, by label."""
    draft = Draft("scores", material, words)
    n = len(material.voices)
    if n < FEWEST_COMPARED:
        return draft.left_out("few", n=n, needed=FEWEST_COMPARED)
    bins = [[0, 0, 0] for _ in range(_BINS)]
    for voice in material.voices:
        at = min(_BINS - 1, max(0, int((voice.score + 1) * _BINS / 2)))
        bins[at][("positive", "neutral", "negative").index(voice.sentiment)] += 1
    middle = median(voice.score for voice in material.voices)
    ticks: list[Json] = [
        {"at": (value + 1) / 2, "label": words.score(value) if value else "0"}
        for value in (-1.0, -0.5, 0.0, 0.5, 1.0)
    ]
    edges = [round(2 * at / _BINS - 1, 2) for at in range(_BINS + 1)]
    return draft.chart(
        "histogram",
        words.say("finding.scores", median=words.score(middle)),
        [(edges[at], edges[at + 1], *counts) for at, counts in enumerate(bins)],
        {
            "rows": [list(counts) for counts in bins],
            "most": max(map(sum, bins)),
            "most-text": words.say("head.scores-most", n=max(map(sum, bins))),
            "ticks": ticks,
            "median": {
                "at": (middle + 1) / 2,
                "label": words.say("head.median", value=words.score(middle)),
            },
            "ends": [words.say("head.scores-low"), words.say("head.scores-high")],
            "heads": {
                key: words.say(f"sentiment.{key}") for key in ("positive", "neutral", "negative")
            },
        },
        columns=("from", "to", "positive", "neutral", "negative"),
        n=n,
        details=[
            words.say("alt.bin", low=words.score(edges[at]), high=words.score(edges[at + 1]),
                      n=sum(counts))
            for at, counts in enumerate(bins)
            if sum(counts)
        ],
    )  # fmt: skip
