"""What is in the written reactions, as the README's tables tell it?

    python scripts/training/describe_reactions.py

writes the tables between the README's marks anew, from reactions.tsv,
corrections.tsv and second_labels.tsv.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
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
from second_labelling import Pair, measure, read_rows, read_second

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

README = HERE / "README.md"
FEW = 10  # a measure on fewer texts than this says little; they are pooled

COUNTED: tuple[tuple[str, Callable[[Row], str]], ...] = (
    ("language", lambda row: row.language),
    ("domain", lambda row: row.domain),
    ("kind", lambda row: row.kind),
    ("phenomenon", lambda row: row.phenomenon.partition(":")[0]),
)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def describe_contents(rows: Sequence[Row], corrections: int) -> str:
    """Counts by label, language, domain, kind and phenomenon, as Markdown."""
    held = sum(row.part == "test" for row in rows)
    blocks = [
        (
            f"{len(rows)} texts: {len(rows) - held} to train on, {held} held out; "
            f"labels mended since they were written: {corrections}."
        )
    ]
    everything: tuple[str, Callable[[Row], str]] = ("label", lambda _: "all")
    for name, key in (everything, *COUNTED):
        cells = Counter((key(row), row.label) for row in rows)
        tests = Counter(key(row) for row in rows if row.part == "test")
        sizes = Counter(key(row) for row in rows)
        blocks.append(
            _table(
                [name, *LABELS, "texts", "held out"],
                (
                    [value, *(cells[value, label] for label in LABELS), size, tests[value]]
                    for value, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0]))
                ),
            )
        )
    return "\n\n".join(blocks)


def _measured(name: str, pairs: Sequence[Pair]) -> list[object]:
    found = measure(pairs)
    kappa, alpha = (
        "-" if value is None else f"{value:.3f}" for value in (found.kappa, found.alpha)
    )
    return [name, found.texts, found.equal, f"{100 * found.share:.1f} %", kappa, alpha]


def describe_agreement(rows: Sequence[Row], second: dict[str, str]) -> str:
    """The two labellings side by side, as Markdown; rows carry their first labels."""
    sample = [row for row in rows if row.id in second]
    pairs = [(row.label, second[row.id]) for row in sample]
    whole = measure(pairs)
    held = sum(row.part == "test" for row in sample)
    cells = Counter(pairs)
    blocks = [
        (
            f"{whole.texts} texts ({held} of the held-out part): "
            f"agreement {100 * whole.share:.1f} % (95 % interval {100 * whole.low:.1f} "
            f"to {100 * whole.high:.1f}), "
            f"Cohen's kappa {whole.kappa:.3f}, Krippendorff's alpha {whole.alpha:.3f}."
        ),
        _table(
            ["first label / second", *LABELS],
            ([first, *(cells[first, other] for other in LABELS)] for first in LABELS),
        ),
    ]
    for name, key in COUNTED:
        groups: dict[str, list[Pair]] = defaultdict(list)
        for row, pair in zip(sample, pairs, strict=True):
            groups[key(row)].append(pair)
        small = [value for value, found in groups.items() if len(found) < FEW]
        pooled = [pair for value in sorted(small) for pair in groups.pop(value)]
        order = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
        if pooled:
            order.append((f"others, fewer than {FEW} texts each", pooled))
        blocks.append(
            _table(
                [name, "texts", "equal", "agreement", "kappa", "alpha"],
                (_measured(value, found) for value, found in order),
            )
        )
    return "\n\n".join(blocks)


def between_marks(name: str, text: str) -> tuple[str, str, str]:
    """What stands before, between and after the marks of a README's block."""
    start, end = f"<!-- {name} -->\n", f"\n<!-- end of {name} -->"
    before, _, rest = text.partition(start)
    middle, found, after = rest.partition(end)
    if not found:
        raise ValueError(f"README.md: put the marks {start.strip()} and {end.strip()} in")
    return before + start, middle, end + after


def describe() -> dict[str, str]:
    """The README's blocks by name."""
    rows = parse_reactions(REACTIONS.read_text(encoding="utf-8"))
    corrections = parse_corrections(CORRECTIONS.read_text(encoding="utf-8"))
    return {
        "contents": describe_contents(rows, len(corrections)),
        "agreement": describe_agreement(read_rows(), read_second()),
    }


def main() -> None:
    text = README.read_text(encoding="utf-8")
    for name, block in describe().items():
        before, _, after = between_marks(name, text)
        text = before + block + after
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
