"""Which distinct reactions do charts and pages speak of, as plain values?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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


def material_of(tables: Tables) -> Material:
    """The tables' distinct reactions: of each cluster the one it is named for, or its first."""
    frame = tables.reactions

    def column(name: str) -> list[object]:
        return list(frame[name]) if name in frame.columns else [None] * len(frame)

    clusters = [str(cluster) for cluster in column("cluster")]
    copies: dict[str, int] = {}
    for cluster in clusters:
        copies[cluster] = copies.get(cluster, 0) + 1
    printed = {
        (_known(outlet), str(kind), cluster)
        for outlet, kind, cluster in zip(column("outlet"), column("kind"), clusters, strict=True)
    }
    carried = Counter((outlet, kind) for outlet, kind, _ in printed)
    chosen: dict[str, Voice] = {}
    names = (
        "id", "article", "outlet", "text", "translation", "kind", "platform", "author", "handle",
        "posted_at", "url", "language", "emoji", "sentiment", "score",
    )  # fmt: skip
    for cluster, *cells in zip(clusters, *map(column, names), strict=True):
        if cluster in chosen and cells[0] != cluster:
            continue
        voice = _voice(cells, copies[cluster])
        if cluster not in chosen or voice.id == cluster:
            chosen[cluster] = voice
    return Material(tables.summary, tuple(chosen.values()), carried, _titles(tables))


def _titles(tables: Tables) -> dict[str, str]:
    sources, titles = tables.articles["article"], tables.articles["title"]
    return {
        str(source): known
        for source, title in zip(sources, titles, strict=True)
        if (known := _known(title))
    }


def _voice(cells: list[object], copies: int) -> Voice:
    (id_, article, outlet, text, translation, kind, platform, author, handle, posted_at, url,
     language, emoji, sentiment, score) = cells  # fmt: skip
    return Voice(
        id=str(id_),
        article=str(article),
        outlet=_known(outlet),
        text=_known(text) or "",
        translation=_known(translation),
        kind=str(kind),
        platform=_known(platform),
        author=_known(author),
        handle=_known(handle),
        posted_at=_known(posted_at),
        url=_known(url),
        language=_known(language) or "und",
        emoji=_listed(emoji),
        sentiment=str(sentiment),
        score=float(str(score)),
        copies=copies,
    )


def _known(cell: object) -> str | None:
    """The cell's text; None for blanks, None, NaN, NaT and pandas' NA."""
    return cell if isinstance(cell, str) and cell.strip() else None


def _listed(cell: object) -> tuple[str, ...]:
    """A list column's cell: a list, or an array where the table was read from Parquet."""
    if isinstance(cell, str) or not hasattr(cell, "__iter__"):
        return ()
    items: Iterable[object] = cell
    return tuple(str(item) for item in items)
