"""Which texts does a second labeller read, and how far do the two labellings agree?

    python scripts/training/second_labelling.py draw FOLDER
    python scripts/training/second_labelling.py compare

``draw`` writes the sample without labels and phenomena, in sheets of a hundred
shuffled texts. ``compare`` lists the disagreements of second_labels.tsv with the
first labels, as they stood before corrections.tsv.
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE)]

from merge_reactions import (
    CORRECTIONS,
    LABELS,
    REACTIONS,
    Row,
    parse_corrections,
    parse_reactions,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SECOND = HERE / "second_labels.tsv"
SEED = 20161
SHEET = 100

Pair = tuple[str, str]  # the first label of a text and its second


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two labellings of the same texts agree.

    share        of texts with equal labels, 0 to 1
    low, high    its 95 % interval (Wilson)
    kappa        Cohen's; alpha: Krippendorff's, nominal; 1 is perfect, 0 is chance.
                 None where both used one label only, so that chance agrees as well.
    """

    texts: int
    equal: int
    share: float
    low: float
    high: float
    kappa: float | None
    alpha: float | None


def draw(rows: Iterable[Row], seed: int = SEED) -> list[Row]:
    """The test part, and as many training rows as bring each stratum to its tenth.

    A stratum is a language with a label. The order is shuffled, so that the
    members of a minimal pair do not meet.
    """
    strata: dict[Pair, list[Row]] = defaultdict(list)
    for row in rows:
        strata[row.language, row.label].append(row)
    chooser = random.Random(seed)  # noqa: S311 - a sample, not a secret
    sample: list[Row] = []
    for _, members in sorted(strata.items()):
        held = [row for row in members if row.part == "test"]
        rest = sorted((row for row in members if row.part != "test"), key=lambda row: row.id)
        missing = round(len(members) / 10) - len(held)
        sample += held + chooser.sample(rest, max(0, missing))
    chooser.shuffle(sample)
    return sample


def measure(pairs: Sequence[Pair]) -> Agreement:
    """Share, kappa and alpha of at least one pair of labels.

    Source: Cohen 1960; Krippendorff 2011, for two labellers and no gaps.
    """
    n = len(pairs)
    equal = sum(a == b for a, b in pairs)
    share = equal / n
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    by_chance = sum(first[label] * second[label] for label in LABELS) / n**2
    both = first + second
    differ_by_chance = 1 - sum(m * (m - 1) for m in both.values()) / (2 * n * (2 * n - 1))
    low, high = _wilson(share, n)
    return Agreement(
        texts=n,
        equal=equal,
        share=share,
        low=low,
        high=high,
        kappa=None if by_chance == 1 else (share - by_chance) / (1 - by_chance),
        alpha=None if differ_by_chance == 0 else 1 - (1 - share) / differ_by_chance,
    )


def _wilson(share: float, n: int) -> tuple[float, float]:
    z = 1.96
    middle = share + z * z / (2 * n)
    reach = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (middle - reach) / (1 + z * z / n), (middle + reach) / (1 + z * z / n)


def read_rows() -> list[Row]:
    """Rows of reactions.tsv with the labels they were written with."""
    rows = parse_reactions(REACTIONS.read_text(encoding="utf-8"))
    old = {
        key: label
        for key, (label, _) in parse_corrections(CORRECTIONS.read_text(encoding="utf-8")).items()
    }
    return [replace(row, label=old.get(row.id, row.label)) for row in rows]


def read_second() -> dict[str, str]:
    """Second label by id."""
    lines = SECOND.read_text(encoding="utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {key: label for key, label in rows}  # noqa: C416 - checks that a row has two cells


def _write_sheets(folder: Path) -> None:
    sample = draw(read_rows())
    for start in range(0, len(sample), SHEET):
        lines = (
            f"{row.id}\t{row.language}\t{row.domain}\t{row.kind}\t{row.text}"
            for row in sample[start : start + SHEET]
        )
        sheet = folder / f"sheet{start // SHEET + 1:02d}.tsv"
        sheet.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(sample)} texts")


def _print_disagreements() -> None:
    second = read_second()
    sample = [row for row in read_rows() if row.id in second]
    print(measure([(row.label, second[row.id]) for row in sample]))
    for row in sample:
        if row.label != second[row.id]:
            print(row.id, row.label, second[row.id], row.language, row.phenomenon, row.text)


def main(arguments: list[str]) -> None:
    match arguments:
        case ["draw", folder]:
            _write_sheets(Path(folder))
        case ["compare"]:
            _print_disagreements()
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
