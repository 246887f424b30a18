"""How is one batch cut in two, by platform, outlet or period, to compare its halves?"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from sentiment.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sentiment.model import Reaction, ScoredReaction
    from sentiment.results import Batch

By: TypeAlias = Literal["outlet", "platform", "period"]
Half: TypeAlias = "tuple[str, Batch]"


def halve(batch: Batch, by: By, at: str | None = None) -> tuple[Half, Half]:
    """A batch as two, each with its name.

    by  outlet or platform: one of them, and all others; period: before a day,
        and from it on. Reactions that have no such value are in neither.
    at  the outlet, platform or ISO day; by default the one with most reactions,
        or the day that cuts the dated reactions most evenly
    Raises UsageError if a half would be empty.
    """
    value = _day if by == "period" else _outlet if by == "outlet" else _platform
    counts = Counter(key for scored in batch.scored if (key := value(scored.reaction)))
    if len(counts) < 2:  # noqa: PLR2004 - two halves
        raise UsageError(f"the reactions have fewer than two {by}s: compare by something else")
    if by == "period":
        cut = at or _middle(counts)
        sides = [f"before {cut}", f"from {cut} on"]
        parts = [
            _part(batch, value, lambda day: day < cut),
            _part(batch, value, lambda day: day >= cut),
        ]
    else:
        cut = at or min(counts, key=lambda key: (-counts[key], key))
        sides = [cut, f"other {by}s"]
        parts = [
            _part(batch, value, lambda key: key == cut),
            _part(batch, value, lambda key: key != cut),
        ]
    if not all(part.scored for part in parts):
        raise UsageError(f"all reactions are on one side of {by} {cut}: choose another")
    return (sides[0], parts[0]), (sides[1], parts[1])


def _outlet(reaction: Reaction) -> str | None:
    return reaction.outlet


def _platform(reaction: Reaction) -> str | None:
    return reaction.platform


def _day(reaction: Reaction) -> str | None:
    printed = reaction.posted_at or reaction.published
    return printed[:10] if printed else None


def _middle(counts: Counter[str]) -> str:
    """The day that cuts most evenly, the earliest of equals; never the first."""
    whole = sum(counts.values())
    before = 0
    best: tuple[int, str] | None = None
    for day, count in sorted(counts.items()):
        uneven = abs(whole - 2 * before)
        if before and (best is None or uneven < best[0]):
            best = uneven, day
        before += count
    return best[1] if best else max(counts)


def _part(
    batch: Batch, value: Callable[[Reaction], str | None], wanted: Callable[[str], bool]
) -> Batch:
    def inside(scored: ScoredReaction) -> bool:
        key = value(scored.reaction)
        return key is not None and wanted(key)

    scored = tuple(filter(inside, batch.scored))
    sources = {one.reaction.article for one in scored}
    articles = tuple(article for article in batch.articles if article.source in sources)
    return replace(batch, articles=articles, scored=scored, unreadable=())
