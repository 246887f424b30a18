"""Which batch was a report made from?

A report's own ``reactions.parquet`` and ``articles.parquet`` hold all that its
tables, charts and pages are made from, so it can be made again, or compared,
without reading an article. The articles come back without their text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sentiment.data.columns import columns_of
from sentiment.errors import ReportError, UsageError
from sentiment.model import Article, Polarity, Reaction, Score, ScoredReaction
from sentiment.results import Batch, Unreadable
from sentiment.write.manifest import read_manifest

if TYPE_CHECKING:
    from pathlib import Path

    from sentiment.data.columns import TableName

_INSTEAD: Final = (
    "name a report folder, or a file that 'sentiment reactions --format parquet' wrote"
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier report was made from. name: its title, or its folder's name."""

    batch: Batch
    name: str
    scorer: str


def read_report(folder: Path) -> Earlier:
    """An earlier report, to compare a new one with.

    Raises UsageError if there is none, ReportError if its tables are malformed.
    """
    manifest = read_manifest(folder)
    if manifest is None or not (folder / "reactions.parquet").is_file():
        found = "holds no report" if folder.is_dir() else "is no folder"
        raise UsageError(
            f"{folder} {found}: name one that 'sentiment report' made, with its manifest.json "
            "and reactions.parquet, or leave --previous out"
        )
    settings = manifest.get("settings")
    title = settings.get("title") if isinstance(settings, dict) else None
    return Earlier(
        read_batch(folder),
        str(title or folder.resolve().name),
        str(manifest.get("scorer") or "an earlier run"),
    )


def read_batch(path: Path) -> Batch:
    """The batch of a report folder, or of a Parquet file of reactions alone.

    Raises ReportError naming what is missing or malformed.
    """
    folder = path if path.is_dir() else None
    rows = _read(path / "reactions.parquet" if folder else path, "reactions")
    scored = tuple(_scored(row) for row in rows)
    if folder is None:
        return Batch(_articles_of(scored), scored)
    articles = tuple(
        Article(
            id=row["article_id"],
            source=row["article"],
            text="",
            title=row["title"],
            outlet=row["outlet"],
            published=row["published"],
            url=row["url"],
        )
        for row in _read(path / "articles.parquet", "articles")
    )
    manifest = read_manifest(path) or {}
    unreadable = tuple(
        Unreadable(str(bad["source"]), str(bad["reason"])) for bad in manifest.get("unreadable", ())
    )
    return Batch(articles, scored, unreadable)


def _read(path: Path, table: TableName) -> list[dict[str, Any]]:
    import pyarrow as pa  # noqa: PLC0415 - a tenth of a second, for those who need it
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    names = [column.name for column in columns_of(table)]
    try:
        with pq.ParquetFile(path) as file:
            missing = [name for name in names if name not in file.schema_arrow.names]
            if missing:
                raise ReportError(f"{path} has no column {missing[0]}: {_INSTEAD}")
            rows: list[dict[str, Any]] = file.read(columns=names).to_pylist()
    except OSError as error:
        raise ReportError(f"{path} cannot be read ({error.strerror or error})") from error
    except pa.ArrowException as error:
        cause = str(error).splitlines()[0]
        raise ReportError(f"{path} is no Parquet file ({cause}): {_INSTEAD}") from error
    return rows


def _scored(row: dict[str, Any]) -> ScoredReaction:
    reaction = Reaction(
        id=row["id"],
        article=row["article"],
        article_id=row["article_id"],
        text=row["text"],
        kind=row["kind"],
        rule=row["rule"],
        published=row["published"],
        outlet=row["outlet"],
        start=row["start"],
        end=row["end"],
        translation=row["translation"],
        platform=row["platform"],
        author=row["author"],
        author_mention=row["author_mention"],
        handle=row["handle"],
        posted_at=row["posted_at"],
        url=row["url"],
        cue=row["cue"],
        language=row["language"],
        emoji=tuple(row["emoji"]),
        described_emoji=tuple(row["described_emoji"]),
    )
    return ScoredReaction(
        reaction=reaction,
        score=Score(row["sentiment"], row["score"], row["confidence"]),
        vader=Polarity(row["vader_neg"], row["vader_neu"], row["vader_pos"], row["vader_compound"]),
        cluster=row["cluster"],
    )


def _articles_of(scored: tuple[ScoredReaction, ...]) -> tuple[Article, ...]:
    """The articles that the reactions name; those without reactions are not known."""
    articles: dict[str, Article] = {}
    for reaction in (one.reaction for one in scored):
        if reaction.article not in articles:
            articles[reaction.article] = Article(
                id=reaction.article_id,
                source=reaction.article,
                text="",
                outlet=reaction.outlet,
                published=reaction.published,
            )
    return tuple(articles.values())
