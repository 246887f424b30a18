#!/usr/bin/env python3
"""How long does a whole batch take, from files to scored records, and in how much memory?

    scripts/benchmarks/batch.py [ARTICLES] [--workers N] [--scorer NAME]

The articles are those of seeds/ in one file of JSON lines. Each copy has a paragraph
of its own and a number behind each reaction, so that none is read or scored as the
printing of another. Peak memory is the largest process's.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from sentiment.collect import read_articles
from sentiment.engine import analyse
from sentiment.extract.reactions import extract_reactions
from sentiment.model import Article
from sentiment.score.scorers import get_scorer

SEEDS = Path(__file__).parents[2] / "seeds"


def around_endings(path: Path) -> list[str]:
    """The article in pieces that meet where a reaction ends."""
    text = path.read_text("utf-8")
    found = extract_reactions(Article(id="0" * 16, source=path.name, text=text))
    ends = sorted({r.end for r in found if r.end is not None})
    return [text[a:b] for a, b in pairwise([0, *ends, len(text)])]


def make_batch(file: Path, articles: int) -> None:
    parted = [around_endings(path) for path in sorted(SEEDS.glob("*.txt"))]
    with file.open("w", encoding="utf-8") as out:
        for number in range(articles):
            copy = f" {number}".join(parted[number % len(parted)])
            text = f"{copy}\n\nStory number {number} of the batch.\n"
            out.write(json.dumps({"text": text, "outlet": f"Outlet {number % 40}"}) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=int, nargs="?", default=10_000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--scorer", default="default")
    given = parser.parse_args()
    scorer = get_scorer(given.scorer)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "batch.jsonl")
        make_batch(file, given.articles)
        started = time.perf_counter()
        batch = analyse(read_articles([str(file)]), scorer=scorer, workers=given.workers)
        seconds = time.perf_counter() - started
    largest = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(
        f"{len(batch.articles)} articles, {len(batch.scored)} reactions, {scorer.name}, "
        f"{given.workers} process(es): {seconds:.1f} s, "
        f"{len(batch.articles) / seconds:.0f} articles/s, {largest / 1024:.0f} MiB"
    )


if __name__ == "__main__":  # worker processes import this file
    main()
