"""Which distinct reactions do charts and pages speak of, as plain values?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    import pandas as pd

    from sentiment.results import Summary, Tables


@dataclass(frozen=True, slots=True)
class Voice:
    """One distinct reaction, as first seen. copies: how often it was printed, itself included."""

    id: str
    article: str
    outlet: str | None
    text: str
    translation: str | None
    kind: str
    platform: str | None
    author: str | None
    handle: str | None
    posted_at: str | None
    url: str | None
    language: str
    emoji: tuple[str, ...]
    sentiment: str
    score: float
    copies: int = 1

    @property
    def person(self) -> str | None:
        """The author's name, or the handle where there is no name."""
        return self.author or (f"@{self.handle}" if self.handle else None)


@dataclass(frozen=True, slots=True)
class Material:
    """What every chart draws on: the summary, and the distinct reactions in table order.

    carried  outlet and kind to how many distinct reactions of that kind the outlet printed
    titles   an article's source to its headline, where it has one
    """

    summary: Summary
    voices: tuple[Voice, ...]
    carried: Mapping[tuple[str | None, str], int]
    titles: Mapping[str, str]


_WORDS: Final = (
    "id", "article", "outlet", "text", "translation", "kind", "platform", "author", "handle",
    "posted_at", "url", "language",
)  # fmt: skip


def material_of(tables: Tables, *, only: Collection[str] | None = None) -> Material:
    """The tables' distinct reactions: of each cluster the one it is named for, or its first.

    only  the clusters whose reactions are wanted; all by default
    """
    frame = tables.reactions
    clusters = _column(frame, "cluster")
    copies = Counter(clusters)
    outlets, kinds = _known(_column(frame, "outlet")), _column(frame, "kind")
    printed = set(zip(outlets, map(str, kinds), clusters, strict=True))
    carried = Counter((outlet, kind) for outlet, kind, _ in printed)
    columns = [_known(_column(frame, name)) for name in _WORDS]
    emoji, labels, scores = (_column(frame, name) for name in ("emoji", "sentiment", "score"))
    place: dict[object, int] = {}
    for at, (cluster, id_) in enumerate(zip(clusters, columns[0], strict=True)):
        if cluster == id_ or cluster not in place:
            place[cluster] = at
    voices = []
    for cluster, at in place.items():
        if only is not None and cluster not in only:
            continue
        (
            id_, article, outlet, text, translation, kind, platform, author, handle, posted_at,
            url, language,
        ) = (column[at] for column in columns)  # fmt: skip
        voices.append(
            Voice(
                id=str(id_),
                article=str(article),
                outlet=outlet,
                text=text or "",
                translation=translation,
                kind=str(kind),
                platform=platform,
                author=author,
                handle=handle,
                posted_at=posted_at,
                url=url,
                language=language or "und",
                emoji=_listed(emoji[at]),
                sentiment=str(labels[at]),
                score=float(str(scores[at])),
                copies=copies[cluster],
            )
        )
    return Material(tables.summary, tuple(voices), carried, _titles(tables))


def _column(frame: pd.DataFrame, name: str) -> list[object]:
    """A column's cells, by way of one array: handed out one by one they take ten times as long."""
    return list(frame[name].to_numpy(dtype=object))


def _known(cells: Iterable[object]) -> list[str | None]:
    """The cells' texts; None for blanks, None, NaN, NaT and pandas' NA."""
    return [cell if isinstance(cell, str) and cell.strip() else None for cell in cells]


def _titles(tables: Tables) -> dict[str, str]:
    cells = (_column(tables.articles, "article"), _known(_column(tables.articles, "title")))
    return {str(source): title for source, title in zip(*cells, strict=True) if title}


def _listed(cell: object) -> tuple[str, ...]:
    """A list column's cell: a list, or an array where the table was read from Parquet."""
    if isinstance(cell, str) or not hasattr(cell, "__iter__"):
        return ()
    items: Iterable[object] = cell
    return tuple(str(item) for item in items)
