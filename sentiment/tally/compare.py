"""What changed between two batches, or differs between two halves of one?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.model import SENTIMENTS
from sentiment.results import Change, Comparison
from sentiment.tally.differences import differences, mean_difference, same_mix
from sentiment.tally.people import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sentiment.results import Difference, EmojiLine, Group, PersonLine, Summary, Tables
    from sentiment.tally.differences import Counted

_SIZES: Final = ("articles", "reactions", "distinct", "authors")
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
    return Comparison(
        name_a=name_a,
        name_b=name_b,
        sizes=_sizes(a, b),
        shared=_shared(tables_a, tables_b),
        labels=_labels(a, b),
        labels_p=same_mix(_counts(a), _counts(b)),
        mean=mean_difference(_scores(tables_a), _scores(tables_b)),
        groups={name: differences(_positive(*_groups(a, b, name))) for name in _GROUPED},
        volumes={name: differences(_volume(*_groups(a, b, name))) for name in _GROUPED},
        emoji=differences(_carriers(a, b)),
        new_people=_people_not_in(a.people, b.people),
        gone_people=_people_not_in(b.people, a.people),
        new_emoji=_emoji_not_in(a.emoji, b.emoji),
        gone_emoji=_emoji_not_in(b.emoji, a.emoji),
    )


def change_since(earlier: Tables, now: Tables, *, name: str, scorers: tuple[str, str]) -> Change:
    """How the key numbers differ from an earlier report's, tested as ``compare`` does.

    name  of the earlier report; scorers: what scored it, and what scored this one
    """
    a, b = earlier.summary, now.summary
    emoji = differences([("emoji", a.emoji_reactions, a.distinct, b.emoji_reactions, b.distinct)])
    return Change(
        name=name,
        period=(a.first_published, a.last_published),
        scorers=scorers,
        sizes=_sizes(a, b),
        shared=_shared(earlier, now),
        labels=_labels(a, b),
        emoji=emoji[0] if emoji else None,
        mean=mean_difference(_scores(earlier), _scores(now)),
    )


def _sizes(a: Summary, b: Summary) -> tuple[tuple[str, int, int], ...]:
    return tuple((name, getattr(a, name), getattr(b, name)) for name in _SIZES)


def _shared(a: Tables, b: Tables) -> int:
    """Reactions that stand in both, by id."""
    return len(set(a.reactions["id"]) & set(b.reactions["id"]))


def _counts(side: Summary) -> list[int]:
    return [share.distinct for share in side.shares]


def _labels(a: Summary, b: Summary) -> tuple[Difference, ...]:
    return differences(
        (sentiment, part_a, a.distinct, part_b, b.distinct)
        for sentiment, part_a, part_b in zip(SENTIMENTS, _counts(a), _counts(b), strict=True)
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
