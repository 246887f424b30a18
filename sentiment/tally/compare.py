"""What changed between two batches, or differs between two halves of one?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.model import SENTIMENTS
from sentiment.results import Comparison
from sentiment.tally.differences import differences, mean_difference, same_mix
from sentiment.tally.people import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sentiment.results import EmojiLine, Group, PersonLine, Summary, Tables
    from sentiment.tally.differences import Counted

_GROUPED: Final = ("platform", "kind", "language", "outlet")
# Emoji that fewer distinct reactions of both batches carry are not tested: nothing could be seen.
_FEWEST: Final = 3


def compare(
    tables_a: Tables, tables_b: Tables, *, name_a: str = "A", name_b: str = "B"
) -> Comparison:
    """How B differs from A: shares, means, groups, emoji and people, with tests and intervals.

    The tests take the batches for independent samples; ``shared`` says how far
    they are not.
    """
    a, b = tables_a.summary, tables_b.summary
    counts_a, counts_b = ([share.distinct for share in side.shares] for side in (a, b))
    ids_a, ids_b = (set(tables.reactions["id"]) for tables in (tables_a, tables_b))
    return Comparison(
        name_a=name_a,
        name_b=name_b,
        sizes=tuple(
            (name, getattr(a, name), getattr(b, name))
            for name in ("articles", "reactions", "distinct", "authors")
        ),
        shared=len(ids_a & ids_b),
        labels=differences(
            (sentiment, part_a, a.distinct, part_b, b.distinct)
            for sentiment, part_a, part_b in zip(SENTIMENTS, counts_a, counts_b, strict=True)
        ),
        labels_p=same_mix(counts_a, counts_b),
        mean=mean_difference(_scores(tables_a), _scores(tables_b)),
        groups={name: differences(_positive(*_groups(a, b, name))) for name in _GROUPED},
        volumes={name: differences(_volume(*_groups(a, b, name))) for name in _GROUPED},
        emoji=differences(_carriers(a, b)),
        new_people=_people_not_in(a.people, b.people),
        gone_people=_people_not_in(b.people, a.people),
        new_emoji=_emoji_not_in(a.emoji, b.emoji),
        gone_emoji=_emoji_not_in(b.emoji, a.emoji),
    )


def _scores(tables: Tables) -> list[float]:
    """Scores of the distinct reactions."""
    first = tables.reactions.drop_duplicates("cluster")
    return [float(score) for score in first["score"]]


def _groups(a: Summary, b: Summary, name: str) -> tuple[dict[str, Group], dict[str, Group]]:
    one, other = ({g.name: g for g in getattr(side, f"by_{name}")} for side in (a, b))
    return one, other


def _positive(a: dict[str, Group], b: dict[str, Group]) -> Iterable[Counted]:
    for name, group in a.items():
        if name in b:
            yield name, group.positive, group.n, b[name].positive, b[name].n


def _volume(a: dict[str, Group], b: dict[str, Group]) -> Iterable[Counted]:
    of_a, of_b = (sum(group.n for group in side.values()) for side in (a, b))
    for name in dict.fromkeys((*a, *b)):
        part_a, part_b = (side[name].n if name in side else 0 for side in (a, b))
        yield name, part_a, of_a, part_b, of_b


def _emoji_name(line: EmojiLine) -> str:
    return line.emoji or f"told: {line.name}"


def _carriers(a: Summary, b: Summary) -> Iterable[Counted]:
    in_a, in_b = ({_emoji_name(e): e.reactions for e in side.emoji} for side in (a, b))
    for name in dict.fromkeys((*in_a, *in_b)):
        part_a, part_b = in_a.get(name, 0), in_b.get(name, 0)
        if part_a + part_b >= _FEWEST:
            yield name, part_a, a.distinct, part_b, b.distinct


def _emoji_not_in(known: Sequence[EmojiLine], lines: Sequence[EmojiLine]) -> tuple[EmojiLine, ...]:
    names = {_emoji_name(line) for line in known}
    return tuple(line for line in lines if _emoji_name(line) not in names)


def _people_not_in(
    known: Sequence[PersonLine], lines: Sequence[PersonLine]
) -> tuple[PersonLine, ...]:
    """People of ``lines`` of whom ``known`` has neither name nor handle."""
    names = {name_key(person.author) for person in known}
    handles = {person.handle.casefold() for person in known if person.handle}
    return tuple(
        person
        for person in lines
        if name_key(person.author) not in names
        and (not person.handle or person.handle.casefold() not in handles)
    )
