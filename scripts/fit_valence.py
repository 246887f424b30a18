"""How far are our words' valences from what labelled tweets say of them?

    python scripts/fit_valence.py TSV_GZ...

Each file has the columns label and text. The valence of every word of the rule
scorer's lexicons is a prior; tweets move it as far as they are many and agree: the
labels are regressed on the evidence the scorer finds in each tweet, with every
rule applied, and a penalty for leaving the prior. Only words that are seen at
least LEAST times are moved, by at most MOST. Writes
``sentiment/data/valence_fitted.tsv``: words, numbers and counts, no text.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from pathlib import Path

import numpy as np

from sentiment.score.evidence import read
from sentiment.score.sway import swayed
from sentiment.score.vocabulary import modifiers, vocabulary

TABLE = Path(__file__).resolve().parent.parent / "sentiment" / "data" / "valence_fitted.tsv"
LEAST = 25
MOST = 1.5
PENALTY = 12.0  # a word seen that often is moved half-way
ROUNDS = 300
RATE = 0.5
WEAK = 0.15  # valences nearer to 0 are no prior to scale
CHANGED = 0.1
EMPTY = 4


def labelled(paths: list[Path]) -> list[tuple[int, str]]:
    sides = {"positive": 1, "neutral": 0, "negative": -1}
    rows = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as handle:
            next(handle)
            for line in handle:
                label, text = line.rstrip("\n").split("\t")
                rows.append((sides[label], text))
    return rows


Shares = list[tuple[str, str, float, float]]  # language, word, its valence, share of the total


def evidence_of(rows: list[tuple[int, str]]) -> tuple[list[Shares], list[float]]:
    """For each tweet: by how much each word's valence counts, and what else there is."""
    found: list[Shares] = []
    rest: list[float] = []
    for _, text in rows:
        reading = read(text, (), "und", vocabulary)
        known = vocabulary(reading.language).words
        before = {piece.at: piece for piece in reading.evidence}
        shares: Shares = []
        other = 0.0
        for piece in swayed(reading, modifiers(reading.language)):
            word = piece.token.lower()
            plain = before.get(piece.at)
            fixed = plain is None or abs(plain.value) < WEAK or plain.role or word not in known
            if fixed or reading.language not in ("en", "hi"):
                other += piece.value
            else:
                shares.append((reading.language, word, plain.value, piece.value / plain.value))
        found.append(shares)
        rest.append(other)
    return found, rest


def fit(
    sides: np.ndarray, found: list[Shares], rest: list[float]
) -> dict[tuple[str, str], tuple[float, float, int]]:
    """Word -> prior, fitted valence, count. Ordered logistic regression by gradient descent."""
    counts = Counter((language, word) for shares in found for language, word, _, _ in shares)
    priors = {(lang, word): v for shares in found for lang, word, v, _ in shares}
    keys = sorted(key for key, seen in counts.items() if seen >= LEAST)
    places = {key: at for at, key in enumerate(keys)}
    base = np.array(rest)
    row, column, share = [], [], []
    for at, shares in enumerate(found):
        for language, word, valence, times in shares:
            place = places.get((language, word))
            if place is None:
                base[at] += valence * times
            else:
                row.append(at)
                column.append(place)
                share.append(times)
    rows, columns, shares_ = np.array(row), np.array(column), np.array(share)
    prior = np.array([priors[key] for key in keys])
    valence = prior.copy()
    weight = np.array([counts[key] for key in keys], dtype=float)
    slope, low, high = 0.5, -1.0, 1.0
    for _ in range(ROUNDS):
        total = base + np.bincount(rows, shares_ * valence[columns], minlength=len(base))
        above = 1 / (1 + np.exp(-slope * (total - high)))  # positive
        below = 1 / (1 + np.exp(-slope * (total - low)))  # not negative
        # gradient of the log-likelihood of each side with regard to the total
        pull = np.where(
            sides > 0,
            1 - above,
            np.where(sides < 0, -below, 1 - above - below),
        )
        gap = np.clip(below - above, 1e-6, None)
        high -= RATE * np.mean(
            np.where(sides > 0, 1 - above, np.where(sides < 0, 0, -above * (1 - above) / gap))
        )
        low -= RATE * np.mean(
            np.where(sides < 0, -below, np.where(sides > 0, 0, below * (1 - below) / gap))
        )
        slope += RATE * 0.05 * np.mean(pull * total)
        step = np.bincount(columns, pull[rows] * shares_, minlength=len(keys))
        penalty = PENALTY * (valence - prior)
        valence += RATE * (slope * step * 4 - penalty) / (weight + PENALTY)
        valence = np.clip(np.clip(valence, prior - MOST, prior + MOST), -4.0, 4.0)
    print(f"{len(keys)} words; slope {slope:.3f}, neutral between {low:.2f} and {high:.2f}")
    return {key: (float(prior[at]), float(valence[at]), counts[key]) for at, key in enumerate(keys)}


def rendered(fitted: dict[tuple[str, str], tuple[float, float, int]]) -> str:
    head = (
        "# valence_fitted.tsv\tour words' valences after labelled tweets have moved them\n"
        "# source: counts over the training tweets of SemEval-2017 Task 4A and SentiMix 2020; "
        "no text of theirs\n"
        "# made by: scripts/fit_valence.py; prior: valence in our lexicons; seen: tweets\n"
        "# columns: language\tword\tvalence\tprior\tseen\n"
    )
    return head + "".join(
        f"{language}\t{word}\t{valence:.2f}\t{prior:.2f}\t{seen}\n"
        for (language, word), (prior, valence, seen) in sorted(fitted.items())
        if abs(valence - prior) >= CHANGED
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("tweets", nargs="+", type=Path)
    options = parser.parse_args()
    if TABLE.exists() and TABLE.read_text(encoding="utf-8").count("\n") > EMPTY:
        TABLE.write_text(rendered({}), encoding="utf-8")  # the priors are to be the unmoved ones
    rows = labelled(options.tweets)
    found, rest = evidence_of(rows)
    fitted = fit(np.array([side for side, _ in rows]), found, rest)
    TABLE.write_text(rendered(fitted), encoding="utf-8")


if __name__ == "__main__":
    main()
