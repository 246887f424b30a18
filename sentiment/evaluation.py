"""How well do extracted reactions agree with a gold file?

A predicted reaction matches a gold one of the same article when the token F1 of
their words (links left out, case folded) is at least 0.8; matching is one to
one, best pairs first. Gold lines marked optional are neither rewarded nor
punished. Attributes are judged on matched, non-optional pairs whose gold value
is known (see ``attributes``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sentiment.attributes import Check, Line, judge_attributes, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


GROUPS: Final = ("platform", "kind", "rule", "language")
# Token F1 from which two texts are the same reaction, one cut more tightly than the other.
_SAME: Final = 0.8


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold line and the prediction that matches it. exact: word for word."""

    gold: Line
    predicted: Line
    exact: bool
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that was matched, missed and made up; optional gold lines left out."""

    pairs: tuple[Pair, ...]
    missed: tuple[Line, ...]
    spurious: tuple[Line, ...]


def compare(gold: Iterable[Line], predicted: Iterable[Line]) -> Comparison:
    """Match two files' lines, article by article.

    gold lines need article and text; of kind, platform, author, author_mention,
    handle, date, url, emoji, described_emoji, sentiment (a list of accepted
    labels), those they have are judged. Predicted lines are records of reactions.
    """
    articles: dict[str, tuple[list[Line], list[Line]]] = defaultdict(lambda: ([], []))
    for line in gold:
        articles[line["article"]][0].append(line)
    for line in predicted:
        articles[line["article"]][1].append(line)
    parts = [_compare_article(*lines) for lines in articles.values()]
    return Comparison(
        pairs=tuple(pair for part in parts for pair in part.pairs),
        missed=tuple(line for part in parts for line in part.missed),
        spurious=tuple(line for part in parts for line in part.spurious),
    )


def figures(comparison: Comparison) -> dict[str, float]:
    """Counts, precision, recall, F1, exact matches, and each attribute's accuracy with its n.

    All from 0 to 1 but ``gold``, ``found``, ``spurious`` and the ``*_n``, which count.
    """
    found, spurious = len(comparison.pairs), len(comparison.spurious)
    wanted = found + len(comparison.missed)
    precision = found / (found + spurious) if found + spurious else 0.0
    recall = found / wanted if wanted else 0.0
    both = precision + recall
    result: dict[str, float] = {
        "gold": wanted,
        "found": found,
        "spurious": spurious,
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / both if both else 0.0,
        "exact": sum(pair.exact for pair in comparison.pairs) / found if found else 0.0,
    }
    checks = [check for pair in comparison.pairs for check in pair.checks]
    tries = Counter(check.name for check in checks)
    hits = Counter(check.name for check in checks if check.right)
    for name in sorted(tries):
        result[name] = hits[name] / tries[name]
        result[f"{name}_n"] = tries[name]
    return result


def figures_by(comparison: Comparison, group: str) -> dict[str, dict[str, float]]:
    """The figures of each platform, kind, rule or language, by name.

    A pair belongs where its gold line says, or, where that says nothing (no gold
    file knows our rules), where the prediction does; a missed line without the
    field is under ``"(missed)"``.
    """
    pairs: dict[str, list[Pair]] = defaultdict(list)
    missed: dict[str, list[Line]] = defaultdict(list)
    spurious: dict[str, list[Line]] = defaultdict(list)
    for pair in comparison.pairs:
        owner = pair.gold if group in pair.gold else pair.predicted
        pairs[str(owner.get(group) or "(none)")].append(pair)
    for line in comparison.missed:
        missed[str(line[group] or "(none)") if group in line else "(missed)"].append(line)
    for line in comparison.spurious:
        spurious[str(line.get(group) or "(none)")].append(line)
    return {
        name: figures(Comparison(tuple(pairs[name]), tuple(missed[name]), tuple(spurious[name])))
        for name in sorted(pairs.keys() | missed.keys() | spurious.keys())
    }


def overlap(first: Sequence[str], second: Sequence[str]) -> float:
    """Token F1 of two texts' words, 0 to 1; 0 if either has none."""
    if not first or not second:
        return 0.0
    return 2 * _shared(first, second) / (len(first) + len(second))


def _compare_article(golds: Sequence[Line], preds: Sequence[Line]) -> Comparison:
    gold_words = [words(line["text"]) for line in golds]
    pred_words = [words(line["text"]) for line in preds]
    matched = _match(golds, gold_words, pred_words)
    taken = set(matched.values())
    pairs: list[Pair] = []
    missed: list[Line] = []
    for i, gold in enumerate(golds):
        if gold.get("optional"):
            continue
        if i not in matched:
            missed.append(gold)
            continue
        j = matched[i]
        exact = gold_words[i] == pred_words[j]
        pairs.append(Pair(gold, preds[j], exact, tuple(judge_attributes(gold, preds[j]))))
    optional = [w for line, w in zip(golds, gold_words, strict=True) if line.get("optional")]
    spurious = [
        line
        for j, line in enumerate(preds)
        if j not in taken and not _inside_any(pred_words[j], optional)
    ]
    return Comparison(tuple(pairs), tuple(missed), tuple(spurious))


def _match(
    golds: Sequence[Line], gold_words: list[list[str]], pred_words: list[list[str]]
) -> dict[int, int]:
    """Gold index to predicted index, best pairs first, a required line before an optional one."""
    candidates = [
        (likeness, not golds[i].get("optional"), i, j)
        for i, first in enumerate(gold_words)
        for j, second in enumerate(pred_words)
        if (likeness := overlap(first, second)) >= _SAME
    ]
    candidates.sort(key=lambda c: (-c[0], not c[1]))
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in candidates:
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def _shared(first: Sequence[str], second: Sequence[str]) -> int:
    return (Counter(first) & Counter(second)).total()


def _inside_any(inner: list[str], outers: list[list[str]]) -> bool:
    """Whether four fifths of the words lie in one of the others; no words lie nowhere."""
    return bool(inner) and any(_shared(inner, outer) >= _SAME * len(inner) for outer in outers)
