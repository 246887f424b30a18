"""Which words does VADER's lexicon hold that a tokeniser can find?

    python scripts/build_valence.py [--check]

Reads the lexicon inside the vaderSentiment package and writes its plain words,
values unchanged, to ``sentiment/data/valence.tsv``. Its emoticons, acronyms with
digits and expressions of several words are left out: the first are read by
pattern, the last stand among our idioms. Our corrections live in
``sentiment/data/valence_reviewed.tsv``, which wins.
"""

from __future__ import annotations

import argparse
import re
import sys
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "sentiment" / "data" / "valence.tsv"
PLAIN = re.compile(r"[a-z]{3,}")


def rendered() -> str:
    content = (files("vaderSentiment") / "vader_lexicon.txt").read_text(encoding="utf-8")
    words = {}
    for line in content.splitlines():
        word, valence = line.split("\t")[:2]
        if PLAIN.fullmatch(word):
            words[word] = float(valence)
    head = (
        "# valence.tsv\tVADER's plain words and their mean valence, -4 to 4, unchanged\n"
        f"# source: vaderSentiment {version('vaderSentiment')}, (c) 2016 C.J. Hutto, MIT licence; "
        "Hutto and Gilbert 2014\n"
        "# made by: scripts/build_valence.py; corrections are in valence_reviewed.tsv\n"
        "# columns: word\tvalence\n"
    )
    return head + "".join(f"{word}\t{words[word]:.1f}\n" for word in sorted(words))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="fail if the table is out of date")
    if parser.parse_args().check:
        if TABLE.read_text(encoding="utf-8") != rendered():
            sys.exit(f"{TABLE} is out of date: run scripts/build_valence.py")
    else:
        TABLE.write_text(rendered(), encoding="utf-8")


if __name__ == "__main__":
    main()
