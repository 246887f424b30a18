"""What can a notebook or another program call?

    import sentiment

    found = sentiment.analyse(["seeds"])
    found.reactions.query("sentiment == 'negative'")[["author", "text", "score"]]
    sentiment.write_report(found, "reports/mine")

Everything that the command line does is done through these and the stages.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sentiment.collect import list_files
from sentiment.collect import read_articles as _read
from sentiment.engine import analyse as _analyse
from sentiment.engine import explain_batch, loose_input
from sentiment.manifest import make_manifest
from sentiment.model import Article
from sentiment.score.scorers import get_scorer
from sentiment.tally.compare import change_since
from sentiment.tally.tables import tally_reactions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pandas as pd

    from sentiment.model import Score, Scorer
    from sentiment.results import Batch, Summary, Tables, Unreadable

# What a notebook shows of a reaction, and of how many.
_SHOWN: Final = ["author", "platform", "kind", "text", "sentiment", "score", "article"]
_ROWS: Final = 20


@dataclass(frozen=True, slots=True, repr=False)
class Analysis:
    """A batch's tables; in a notebook it shows its numbers and first reactions.

    tables    data frames and summary
    batch     the articles and scored reactions they were made of
    scorer    name and version of what scored
    judge     what scored; a report asks it what made the scores
    """

    tables: Tables
    batch: Batch
    scorer: str
    inputs: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    settings: dict[str, object] = field(default_factory=dict)
    seconds: float = 0.0
    judge: Scorer | None = None

    @property
    def reactions(self) -> pd.DataFrame:
        """One row a reaction, in the columns of the data dictionary."""
        return self.tables.reactions

    @property
    def articles(self) -> pd.DataFrame:
        """One row an article."""
        return self.tables.articles

    @property
    def people(self) -> pd.DataFrame:
        """One row an author."""
        return self.tables.people

    @property
    def emoji(self) -> pd.DataFrame:
        """One row an emoji."""
        return self.tables.emoji

    @property
    def summary(self) -> Summary:
        """Every number that a report prints."""
        return self.tables.summary

    @property
    def unreadable(self) -> tuple[Unreadable, ...]:
        """What could not be read, and why."""
        return self.batch.unreadable

    def __repr__(self) -> str:
        return f"<Analysis: {self._headline()}>"

    def _repr_html_(self) -> str:
        """The numbers, then the first reactions; article text is escaped."""
        table = self.reactions[_SHOWN].head(_ROWS).to_html(index=False, border=0, na_rep="")
        more = len(self.reactions) - _ROWS
        rest = f"<p>and {more} more in <code>.reactions</code></p>" if more > 0 else ""
        return f"<p><strong>{escape(self._headline())}</strong></p>{table}{rest}"

    def _headline(self) -> str:
        s = self.summary
        shares = ", ".join(f"{share.share:.0%} {share.sentiment}" for share in s.shares)
        unread = f"; {s.unreadable} unreadable" if s.unreadable else ""
        return (
            f"{s.reactions} reactions ({s.distinct} distinct) by {s.authors} authors in "
            f"{s.articles} articles; {shares}{unread}"
        )


def read_articles(
    inputs: str | Path | Sequence[str | Path], *, encoding: str | None = None
) -> Iterator[Article | Unreadable]:
    """The articles of files, folders, globs or ``-``, one at a time, in order.

    inputs    .txt, .html, .jsonl, .csv, .parquet, .warc and .zip or .gz of those
    encoding  of texts and records; None: byte-order mark, then UTF-8
    What cannot be read comes as an Unreadable, with its reason.
    """
    return _read(_listed(inputs), encoding=encoding)


def analyse(
    inputs: str | Path | Article | Iterable[str | Path | Article],
    *,
    scorer: str | Scorer = "default",
    mask: Sequence[str] = (),
    encoding: str | None = None,
    workers: int = 1,
) -> Analysis:
    """Find and score every reaction in files, folders, globs or ready Articles.

    scorer    a name (``scorer_names()`` lists them) or anything with the Scorer protocol
    mask      titles and names whose words must not count; only with a named scorer
    workers   processes that read articles
    Raises SentimentError; an input that cannot be read is in ``.unreadable``.
    """
    given = [inputs] if isinstance(inputs, str | Path | Article) else list(inputs)
    named = get_scorer(scorer, mask=mask) if isinstance(scorer, str) else scorer
    notes: list[tuple[str, str]] = []

    def articles() -> Iterator[Article | Unreadable]:
        paths: list[str] = []
        for item in given:
            if isinstance(item, Article):
                yield item
            else:
                paths.append(str(item))
        # All paths together, so that a file named twice is read once.
        yield from _read(paths, encoding=encoding, notice=lambda *note: notes.append(note))

    started = time.perf_counter()
    batch = _analyse(articles(), scorer=named, workers=workers)
    return Analysis(
        tables=tally_reactions(batch),
        batch=batch,
        scorer=named.name,
        inputs=tuple(str(item) for item in given if not isinstance(item, Article)),
        notes=tuple(notes),
        settings={"mask": list(mask), "encoding": encoding, "workers": workers},
        seconds=time.perf_counter() - started,
        judge=named,
    )


def score_text(text: str, *, scorer: str = "default", mask: Sequence[str] = ()) -> Score:
    """Label, score (-1 to 1) and confidence (0 to 1) of one loose text.

    Raises ScorerError if there is no such scorer.
    """
    return _kept_scorer(scorer, tuple(mask)).score([loose_input(text)])[0]


def write_report(
    analysis: Analysis,
    folder: str | Path,
    *,
    title: str | None = None,
    previous: str | Path | None = None,
) -> Path:
    """Write the report folder of an analysis; an earlier one there is replaced whole.

    previous  the folder of an earlier report: key numbers tell their change since
    Raises ReportError if it cannot be written, UsageError if previous is no report.
    """
    from sentiment.write.read_back import read_report  # noqa: PLC0415 only for those who compare
    from sentiment.write.report import write_report as write  # noqa: PLC0415 typesetting loads slowly

    change = None
    if previous is not None:
        earlier = read_report(Path(previous))
        change = change_since(
            tally_reactions(earlier.batch),
            analysis.tables,
            name=earlier.name,
            scorers=(earlier.scorer, analysis.scorer),
        )
    manifest = make_manifest(
        analysis.batch,
        scorer=analysis.scorer,
        settings={
            "inputs": list(analysis.inputs),
            "title": title,
            "previous": str(previous) if previous else None,
            **analysis.settings,
        },
        files=list_files(analysis.inputs),
        notes=analysis.notes,
        seconds=analysis.seconds,
    )
    write(
        analysis.tables,
        analysis.batch,
        Path(folder),
        manifest=manifest,
        title=title,
        explanations=explain_batch(analysis.batch, analysis.judge) if analysis.judge else None,
        change=change,
    )
    return Path(folder)


def _listed(inputs: str | Path | Sequence[str | Path]) -> list[str]:
    return [str(inputs)] if isinstance(inputs, str | Path) else [str(item) for item in inputs]


@cache
def _kept_scorer(name: str, mask: tuple[str, ...]) -> Scorer:
    return get_scorer(name, mask=mask)
