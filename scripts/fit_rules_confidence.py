"""How often is a label of the rule scorer right, by the strength behind it?

    python scripts/fit_rules_confidence.py FILE...

A file is a gzipped table with the columns label and text, or JSON lines with
text, described_emoji and the accepted labels in sentiment. Verdicts are grouped by label and, in
steps, by strength; a step's confidence is the share of right ones, every file
weighing the same, smoothed by ten verdicts of the label's own share, and made
to rise with strength. Writes ``sentiment/data/rules_confidence.tsv`` and prints
the expected calibration error on each second tweet, which the fit does not see.
"""

from __future__ import annotations

import argparse
import gzip
import json
from itertools import pairwise
from pathlib import Path

import numpy as np

from sentiment.model import SENTIMENTS, ScoringInput
from sentiment.score.rules import RulesScorer

TABLE = Path(__file__).resolve().parent.parent / "sentiment" / "data" / "rules_confidence.tsv"
STEPS = {
    "positive": (0.0, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85),
    "neutral": (0.0, 0.001, 0.1, 0.3, 0.6),
    "negative": (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75),
}
SMOOTH = 10.0
BINS = 10


def examples(path: Path) -> list[tuple[list[str], ScoringInput]]:
    """Accepted labels and input, of a table of tweets or of annotated reactions (.jsonl)."""
    if path.suffix == ".jsonl":
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return [
            (
                record["sentiment"],
                ScoringInput(record["text"], described_emoji=tuple(record["described_emoji"])),
            )
            for record in records
        ]
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        next(handle)
        rows = [line.rstrip("\n").split("\t") for line in handle]
    return [([label], ScoringInput(text)) for label, text in rows]


def verdicts(path: Path) -> list[tuple[str, float, float, bool]]:
    """Label, measure of strength, confidence, and whether the label is right."""
    scorer = RulesScorer()
    found = []
    for labels, given in examples(path):
        explained = scorer.explain(given)
        score = explained.score
        strength = sum(abs(share.value) for share in explained.contributions)
        measure = strength if score.sentiment == "neutral" else abs(score.score)
        found.append((score.sentiment, measure, score.confidence, score.sentiment in labels))
    return found


def fit(files: list[list[tuple[str, float, float, bool]]]) -> list[tuple[str, float, float]]:
    rows = []
    for label in SENTIMENTS:
        share = np.mean([np.mean([v[3] for v in found if v[0] == label]) for found in files])
        edges = (*STEPS[label], float("inf"))
        values = []
        for low, high in pairwise(edges):
            right, seen = SMOOTH * share, SMOOTH
            for found in files:
                inside = [v[3] for v in found if v[0] == label and low <= v[1] < high]
                right += sum(inside) / len(found) * 1000
                seen += len(inside) / len(found) * 1000
            values.append(right / seen)
        if label != "neutral":  # a stronger score is never less sure; strong but balanced ones are
            values = list(np.maximum.accumulate(values))
        rows += [(label, low, value) for low, value in zip(STEPS[label], values, strict=True)]
    return rows


def calibration_error(found: list[tuple[str, float, float, bool]]) -> float:
    """Expected calibration error over ten equal bins of confidence."""
    confidence = np.array([v[2] for v in found])
    right = np.array([v[3] for v in found], dtype=float)
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    return float(
        sum(
            abs(confidence[bins == b].mean() - right[bins == b].mean()) * np.mean(bins == b)
            for b in range(BINS)
            if (bins == b).any()
        )
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("tweets", nargs="+", type=Path)
    paths = parser.parse_args().tweets
    files = [verdicts(path) for path in paths]
    for path, found in zip(paths, files, strict=True):
        print(f"{path.name}: calibration error of the steps so far {calibration_error(found):.3f}")
    rows = fit([found[::2] for found in files])
    TABLE.write_text(
        "# rules_confidence.tsv\thow often a label of the rule scorer is right, by strength\n"
        "# source: shares on dev tweets of SemEval-2017 Task 4A and SentiMix 2020 and on the "
        "reactions of annotated articles, equal weight\n"
        "# made by: scripts/fit_rules_confidence.py\n"
        "# from: |score|; for neutral the sum of all absolute shares, 0 where nothing speaks\n"
        "# columns: label\tfrom\tconfidence\n"
        + "".join(f"{label}\t{low:g}\t{value:.3f}\n" for label, low, value in rows),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
