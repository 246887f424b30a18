"""How right and how quick is every scorer, plain VADER beside them?

    python scripts/benchmarks/polarity.py [--tweets FOLDER] [--gold FILE [--articles FOLDER]]...
        [--scorer NAME]...

Sets: the test part of our own reactions; with --tweets, the dev tweets of SemEval
(macro-averaged recall) and SentiMix (macro-averaged F1); with --gold, reactions of
articles with their accepted labels, the titles of each article masked as in a
report where its folder is given. Texts per second are of one process, the
model loaded and warm, over all the texts of a set at once.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from itertools import zip_longest
from pathlib import Path
from typing import Any

from sentiment.errors import ScorerError
from sentiment.extract.titles import find_titles
from sentiment.model import Article, Score, Scorer, ScoringInput
from sentiment.score.scorers import get_scorer, scorer_names

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "training"))

from examples import (
    LABELS,
    Example,
    in_test_part,
    read_reactions,
    read_tweets,
)

Set = tuple[str, list[ScoringInput], list[set[str]]]


def of_examples(name: str, examples: list[Example]) -> Set:
    inputs = [ScoringInput(e.text, language=e.language) for e in examples]
    return name, inputs, [{LABELS[e.label]} for e in examples]


def masks(folder: Path | None, row: dict[str, Any]) -> tuple[str, ...]:
    """The titles that the reaction's article names, as a report would mask them."""
    file = folder / row["article"] if folder else None
    if file is None or not file.exists():
        return ()
    text = file.read_text(encoding="utf-8")
    return find_titles(Article(id=file.stem, source=file.name, text=text))


def of_gold(name: str, path: Path, folder: Path | None) -> Set:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    rows = [r for r in rows if r.get("sentiment")]
    inputs = [
        ScoringInput(
            r["text"],
            emoji=tuple(r.get("emoji") or ()),
            described_emoji=tuple(r.get("described_emoji") or ()),
            translation=r.get("translation"),
            kind=r.get("kind"),
            platform=r.get("platform"),
            mask=masks(folder, r),
        )
        for r in rows
    ]
    return name, inputs, [{s} if isinstance(s := r["sentiment"], str) else set(s) for r in rows]


def measure(accepted: list[set[str]], scores: list[Score], kind: str) -> float:
    """Accuracy, or for tweets the measure that their shared task used."""
    said = [s.sentiment for s in scores]
    if kind not in ("semeval", "sentimix"):
        return sum(s in a for s, a in zip(said, accepted, strict=True)) / len(said)
    total = 0.0
    for label in LABELS:
        right = sum(s == label and label in a for s, a in zip(said, accepted, strict=True))
        there = sum(label in a for a in accepted)
        named = said.count(label)
        total += right / there if kind == "semeval" else 2 * right / max(1, there + named)
    return total / len(LABELS)


def calibration(accepted: list[set[str]], scores: list[Score], bins: int = 10) -> float:
    """Expected calibration error over equally filled bins."""
    pairs = sorted((s.confidence, s.sentiment in a) for s, a in zip(scores, accepted, strict=True))
    total = 0.0
    for at in range(bins):
        part = pairs[at * len(pairs) // bins : (at + 1) * len(pairs) // bins]
        if part:
            total += abs(sum(c for c, _ in part) - sum(r for _, r in part))
    return total / len(pairs)


def timed(scorer: Scorer, inputs: list[ScoringInput]) -> tuple[list[Score], float]:
    scorer.score(inputs[:50])
    begun = time.perf_counter()
    scores = scorer.score(inputs)
    return scores, len(inputs) / (time.perf_counter() - begun)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tweets", type=Path)
    parser.add_argument("--gold", type=Path, action="append", default=[])
    parser.add_argument("--articles", type=Path, action="append", default=[])
    parser.add_argument("--scorer", action="append", help="names (all built in)")
    given = parser.parse_args()
    own = [e for e in read_reactions() if in_test_part(e)]
    sets = [of_examples("reactions", own)]
    if given.tweets:
        for name, file in (("semeval", "semeval2017_dev"), ("sentimix", "sentimix_dev")):
            tweets = read_tweets(given.tweets / f"{file}.tsv.gz", name)
            sets.append(of_examples(name, tweets))
    for path, folder in zip_longest(given.gold, given.articles[: len(given.gold)]):
        sets.append(of_gold(f"{path.parent.name}/{path.stem}", path, folder))
    print(
        f"{'scorer':<10}{'set':<22}{'texts':>7}{'measure':>9}{'accepted':>10}{'ECE':>7}{'texts/s':>10}"
    )
    for wanted in given.scorer or [n for n in scorer_names() if n != "default"]:
        try:
            scorer = get_scorer(wanted)
        except ScorerError as gone:
            print(f"{wanted:<10}left out: {gone}")
            continue
        for name, inputs, accepted in sets:
            scores, speed = timed(scorer, inputs)
            print(
                f"{wanted:<10}{name:<20}{len(inputs):>10}{measure(accepted, scores, name):>10.4f}"
                f"{measure(accepted, scores, ''):>10.4f}{calibration(accepted, scores):>10.3f}"
                f"{speed:>10.0f}"
            )


if __name__ == "__main__":
    main()
