"""How do figures and errors of an evaluation look on standard output?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sentiment.evaluation import Comparison

_SHOWN: Final = 110


def print_figures(figures: Mapping[str, float]) -> None:
    """One figure a line, shares with three decimals."""
    for name, value in figures.items():
        print(f"{name:20s} {_number(value)}")


def print_groups(group: str, groups: Mapping[str, Mapping[str, float]]) -> None:
    """One line for each group: counts, precision, recall, F1, then the attributes it has."""
    width = max((len(name) for name in (*groups, group)), default=0)
    print(f"\n{group:{width}s}   gold  found  spurious  precision  recall     f1")
    for name, f in groups.items():
        counts = f"{f['gold']:6.0f} {f['found']:6.0f} {f['spurious']:9.0f}"
        shares = f"{f['precision']:10.3f} {f['recall']:7.3f} {f['f1']:6.3f}"
        rest = "  ".join(
            f"{key} {value:.3f}"
            for key, value in f.items()
            if f"{key}_n" in f and not key.endswith("_n")
        )
        print(f"{name:{width}s} {counts} {shares}   {rest}".rstrip())


def print_errors(comparison: Comparison) -> None:
    """A diff, article by article: - is what gold has, + what was found instead."""
    blocks: dict[str, list[str]] = {}
    for line in comparison.missed:
        author = line.get("author") or line.get("author_mention")
        blocks.setdefault(line["article"], []).append(
            f"  - missed    {_short(line['text'])}" + (f"   by {author}" if author else "")
        )
    for line in comparison.spurious:
        rule = line.get("rule")
        blocks.setdefault(line["article"], []).append(
            f"  + spurious  {_short(line['text'])}" + (f"   [{rule}]" if rule else "")
        )
    for pair in comparison.pairs:
        wrong = [check for check in pair.checks if not check.right]
        if not wrong:
            continue
        rule = pair.predicted.get("rule")
        lines = [f"  ~ wrong     {_short(pair.gold['text'])}" + (f"   [{rule}]" if rule else "")]
        for check in wrong:
            lines.append(f"      {check.name:16s} - {_value(check.expected)}")
            lines.append(f"      {'':16s} + {_value(check.got)}")
        blocks.setdefault(pair.gold["article"], []).extend(lines)
    for article in sorted(blocks):
        print(article)
        print("\n".join(blocks[article]), end="\n\n")


def _number(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def _value(value: Any) -> str:  # noqa: ANN401 whatever the file holds
    if value is None or value == []:
        return "(nothing)"
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
