"""Which reactions does the page carry, and what does it know of each?

A page of a hundred thousand reactions would not open: beyond ``MOST_ROWS``, or
beyond ``MOST_BYTES`` of text, it carries the strongest of each label and a
sample of the others that is spread evenly over platforms, outlets and labels,
one printing of each. The sample is drawn by the reactions' ids, so that the
same batch gives the same page.

Copies share what any of them tells: a filter for a platform finds the distinct
reactions that the chart of platforms counts. Words, article, outlet and place
are each printing's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from sentiment.model import SENTIMENTS
from sentiment.write.html_markup import plain
from sentiment.write.person_names import person_names, person_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sentiment.model import ScoredReaction
    from sentiment.results import Summary

MOST_ROWS: Final = 10_000
STRONGEST: Final = 500  # of each label, where not all are carried
# Of text in UTF-8; what stands around it takes about as much again, and 8 MB is what a mail bears.
MOST_BYTES: Final = 3_000_000
# Code points of one text; those of a sample are cut shorter, so that the strongest always fit.
LONGEST_TEXT: Final = 12_000
LONGEST_IN_SAMPLE: Final = 1_000
_SELECTOR: Final = "\ufe0f"


@dataclass(frozen=True, slots=True)
class Row:
    """One printing of a reaction, and what it and its copies tell of it.

    scored  the printing
    first   the printing that the distinct reaction is named for
    person  the author's line among the people; None if unknown
    day     posted, else published
    copies  how often it was printed, itself included
    """

    scored: ScoredReaction
    first: ScoredReaction
    platform: str | None
    kind: str
    language: str
    author: str | None
    handle: str | None
    person: str | None
    day: str | None
    emoji: tuple[str, ...]
    told: tuple[str, ...]
    copies: int


@dataclass(frozen=True, slots=True)
class Carried:
    """The reactions a page carries. whole: whether they are all, with every copy."""

    rows: tuple[Row, ...]
    distinct: int
    whole: bool


def carried_rows(
    scored: Sequence[ScoredReaction], summary: Summary, *, most: int = MOST_ROWS
) -> Carried:
    """All reactions in order if the page can hold them, otherwise a sample of the distinct ones."""
    clusters: dict[str, list[ScoredReaction]] = {}
    for one in scored:
        clusters.setdefault(one.cluster, []).append(one)
    person = person_names(summary)
    if len(scored) <= most and sum(map(_size, scored)) <= MOST_BYTES:
        known = {name: _merged(copies, person) for name, copies in clusters.items()}
        rows = tuple(_printing(one, known[one.cluster]) for one in scored)
        return Carried(rows, len(clusters), whole=True)
    firsts = [_named_first(copies)[0] for copies in clusters.values()]
    chosen = [one.cluster for one in _sample(firsts, most)]
    rows = tuple(_merged(clusters[name], person) for name in chosen)
    return Carried(rows, len(rows), whole=False)


def _named_first(copies: Sequence[ScoredReaction]) -> list[ScoredReaction]:
    """The one the cluster is named for, then the others in order."""
    return sorted(copies, key=lambda one: one.reaction.id != one.cluster)


def _merged(copies: Sequence[ScoredReaction], person: Mapping[str, str]) -> Row:
    """What a distinct reaction's printings tell together, the first's word before the others'."""
    ordered = _named_first(copies)
    first, told_of = ordered[0], [one.reaction for one in ordered]

    def known(values: Iterable[str | None]) -> str | None:
        return next((value for value in values if value), None)

    author, handle = known(r.author for r in told_of), known(r.handle for r in told_of)
    typed = next((r.emoji for r in told_of if r.emoji), ())
    told = next((r.described_emoji for r in told_of if r.described_emoji), ())
    day = known(r.posted_at or r.published for r in told_of)
    return Row(
        scored=first,
        first=first,
        platform=known(r.platform for r in told_of),
        kind=first.reaction.kind,
        language=known(r.language if r.language != "und" else None for r in told_of) or "und",
        author=author,
        handle=handle,
        person=person_of(author, handle, person),
        day=day[:10] if day else None,
        emoji=typed,
        # an emoji typed in one printing is not told once more in another
        told=told if not typed or first.reaction.emoji else (),
        copies=len(copies),
    )


def _printing(one: ScoredReaction, known: Row) -> Row:
    """One printing of a distinct reaction."""
    return Row(
        one, known.first, known.platform, known.kind, known.language, known.author, known.handle,
        known.person, known.day, known.emoji, known.told, known.copies,
    )  # fmt: skip


def _sample(firsts: Sequence[ScoredReaction], most: int) -> list[ScoredReaction]:
    """The strongest of each label, then an even sample; as many as the page can hold, in order."""
    order = {one.reaction.id: at for at, one in enumerate(firsts)}
    chosen: dict[str, ScoredReaction] = {}
    for sentiment in SENTIMENTS:
        of_it = [one for one in firsts if one.score.sentiment == sentiment]
        of_it.sort(key=lambda s: (-abs(s.score.score), -s.score.confidence, s.reaction.id))
        chosen |= {one.reaction.id: one for one in of_it[:STRONGEST]}
    # Laid out stratum by stratum and shuffled within each, every k-th is an even sample.
    rest = sorted(
        (one for one in firsts if one.reaction.id not in chosen),
        key=lambda s: (
            s.reaction.platform or "", s.reaction.outlet or "", s.score.sentiment,
            sha256(plain(s.reaction.id).encode()).digest(),
        ),
    )  # fmt: skip
    wanted = min(len(rest), max(0, most - len(chosen)))
    even = [rest[at * len(rest) // wanted] for at in range(wanted)]
    # Should the texts be long, fewer of the sample are carried, evenly too.
    left = MOST_BYTES - sum(_size(one, LONGEST_IN_SAMPLE) for one in chosen.values())
    size = sum(_size(one, LONGEST_IN_SAMPLE) for one in even)
    if size > left:
        fewer = max(0, int(len(even) * left / size))
        even = [even[at * len(even) // fewer] for at in range(fewer)]
    chosen |= {one.reaction.id: one for one in even}
    return sorted(chosen.values(), key=lambda one: order[one.reaction.id])


def _size(one: ScoredReaction, longest: int = LONGEST_TEXT) -> int:
    texts = (one.reaction.text, one.reaction.translation or "")
    return sum(len(text[:longest].encode("utf-8", "replace")) for text in texts)


def emoji_key(sign: str) -> str:
    """An emoji without the selector that some type and some do not."""
    return sign.replace(_SELECTOR, "")
