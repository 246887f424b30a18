#!/usr/bin/env python3
"""Which English words are no names? Writes sentiment/data/plain_words.tsv.

    python scripts/build_plain_words.py DICTIONARY NAMES...

Reads the English reactions of scripts/training/reactions.tsv: a word is plain that
several of them write in lower case and hardly any with a capital inside a sentence.
Further words come from a speller's list, DICTIONARY (a word a line: SCOWL of size 35,
as Debian's wamerican-small installs it in /usr/share/dict), but for those that are
somebody's name, too: of NAMES (the U.S. Census Bureau's dist.all.last,
dist.female.first and dist.male.first of 1990) the commonest.
"""

from __future__ import annotations

import argparse
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
COMMONEST = 10_000
"""Names of each list that no word of the dictionary may be."""
SELDOM = 0.1
"""Share of its uses inside sentences in which a plain word may have a capital."""
_WORD = re.compile(r"(?<![\w@#’'])[^\W\d_]{3,}(?![\w’'])")
_INSIDE = re.compile(r"[\w,;] \Z")

HEAD = f"""\
# plain_words.tsv    English words that are no names where a sentence begins with them
# source: the English reactions of scripts/training/reactions.tsv, written for this project
#     (in lower case in {FEWEST} of them or more, seldom else); the other words are those of SCOWL
#     2020.12.07, size 35 (Kevin Atkinson and others; free to use and distribute with its notice,
#     plain_words.LICENSE), but for the commonest names of the U.S. census of 1990
# made by: scripts/build_plain_words.py
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


def read_dictionary(dictionary: Path, names: list[Path]) -> set[str]:
    """The small ASCII words of a speller's list that are no common names."""
    known = {
        line.split()[0].lower()
        for path in names
        for line in path.read_text(encoding="ascii").splitlines()[:COMMONEST]
    }
    words = dictionary.read_text(encoding="utf-8").split()
    plain = (w for w in words if w.isascii() and w.isalpha() and w.islower())
    return {w for w in plain if len(w) >= SHORTEST} - known


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("names", type=Path, nargs="+")
    given = parser.parse_args()
    low, high = count_uses()
    plain = {
        word
        for word, uses in low.items()
        if uses >= FEWEST and high[word] <= SELDOM * (uses + high[word]) and word.isascii()
    }
    named = {word for word in high if high[word] > SELDOM * (low[word] + high[word])}
    plain |= read_dictionary(given.dictionary, given.names) - named
    rows = (
        f"{letter}\t{' '.join(sorted(w for w in plain if w[0] == letter))}"
        for letter in sorted({w[0] for w in plain})
    )
    PLAIN.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(plain)} words")


if __name__ == "__main__":
    main()
