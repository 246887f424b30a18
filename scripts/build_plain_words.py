#!/usr/bin/env python3
"""Which English words are no names? Writes sentiment/data/plain_words.tsv.

    python scripts/build_plain_words.py

Reads the English reactions of scripts/training/reactions.tsv: a word is plain that
several of them write in lower case and hardly any with a capital inside a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REACTIONS = ROOT / "scripts/training/reactions.tsv"
PLAIN = ROOT / "sentiment/data/plain_words.tsv"

FEWEST = 2
"""Reactions that write a plain word in lower case."""
SHORTEST = 3
"""Letters; shorter words that open sentences are in the language's own list."""
SELDOM = 0.1
"""Share of its uses inside sentences in which a plain word may have a capital."""
_WORD = re.compile(r"(?<![\w@#’'])[^\W\d_]{3,}(?![\w’'])")
_INSIDE = re.compile(r"[\w,;] \Z")

HEAD = f"""\
# plain_words.tsv    English words that are no names where a sentence begins with them
# source: the English reactions of scripts/training/reactions.tsv, written for this project
# made by: scripts/build_plain_words.py: in lower case in {FEWEST} reactions or more, seldom else
# columns: letter\twords
"""


def count_uses() -> tuple[Counter[str], Counter[str]]:
    """(reactions with the word in lower case, its uses with a capital inside a sentence)."""
    low: Counter[str] = Counter()
    high: Counter[str] = Counter()
    for line in REACTIONS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if cells[3] != "en":
            continue
        text = cells[-1].replace("\\n", "\n")
        shouted = text.isupper()
        seen = set()
        for match in _WORD.finditer(text):
            word = match[0]
            if word.islower():
                seen.add(word)
            elif word.istitle() and not shouted and _INSIDE.search(text[: match.start()]):
                high[word.lower()] += 1
        low.update(seen)
    return low, high


def main() -> None:
    low, high = count_uses()
    plain = sorted(
        word
        for word, uses in low.items()
        if uses >= FEWEST and high[word] <= SELDOM * (uses + high[word]) and word.isascii()
    )
    rows = (
        f"{letter}\t{' '.join(w for w in plain if w[0] == letter)}"
        for letter in sorted({w[0] for w in plain})
    )
    PLAIN.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(plain)} words")


if __name__ == "__main__":
    main()
