"""Who reacted, how often, and how?"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sentiment.results import PersonLine
from sentiment.tally.counts import count_by

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd


def people_lines(
    reactions: pd.DataFrame, distinct: pd.DataFrame
) -> tuple[tuple[PersonLine, int], ...]:
    """One line a person, who said most first, with the number of articles that print them.

    Names, handles and platforms are those most often given with a distinct reaction.
    """
    people = distinct["person"].tolist()
    counts = count_by(people, distinct)
    counts.pop(None, None)
    given = {name: _most_given(people, distinct[name]) for name in ("author", "handle", "platform")}
    articles = _articles(reactions, dict(zip(distinct["cluster"].tolist(), people, strict=True)))
    lines: list[tuple[PersonLine, int]] = []
    for person, count in counts.items():
        name, handle = given["author"].get(person), given["handle"].get(person)
        line = PersonLine(
            author=name or handle or "",
            handle=handle,
            platform=given["platform"].get(person),
            reactions=count.reactions,
            distinct=count.n,
            positive=count.positive,
            neutral=count.neutral,
            negative=count.negative,
            mean=count.mean,
        )
        lines.append((line, len(articles[person])))
    return tuple(sorted(lines, key=_order))


def _order(line: tuple[PersonLine, int]) -> tuple[int, int, str, str]:
    person, _ = line
    return -person.distinct, -person.reactions, person.author, person.handle or ""


def _most_given(people: Sequence[object], cells: pd.Series) -> dict[object, str]:
    """For each person the value most often given, the first in the alphabet of equals."""
    times = Counter(
        (person, cell)
        for person, cell in zip(people, cells.tolist(), strict=True)
        if isinstance(person, str) and isinstance(cell, str)
    )
    given: dict[object, str] = {}
    for (person, cell), _ in sorted(times.items(), key=lambda item: (-item[1], item[0][1])):
        given.setdefault(person, cell)
    return given


def _articles(reactions: pd.DataFrame, whose: Mapping[str, object]) -> dict[object, set[str]]:
    """The articles that print each person."""
    printing: dict[object, set[str]] = defaultdict(set)
    columns = (reactions[name].tolist() for name in ("cluster", "article"))
    for cluster, article in zip(*columns, strict=True):
        printing[whose[cluster]].add(article)
    return printing
