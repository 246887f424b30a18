"""How does a command get from its inputs to a scored batch?"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sentiment.errors import ArticleError, UsageError

if TYPE_CHECKING:
    from sentiment.cli.terminal import Terminal
    from sentiment.model import Scorer
    from sentiment.results import Batch
    from sentiment.score.lexicon import LexiconEntry


@dataclass(frozen=True, slots=True)
class Run:
    """A batch, what was mended while it was read, and how long it took in seconds.

    judge  what scored it; ``None`` if that was an earlier run
    """

    batch: Batch
    notes: tuple[tuple[str, str], ...]
    scorer: str
    seconds: float
    judge: Scorer | None = None


def load_scorer(
    name: str, model: str | None, device: str, lexicon: Path | None, mask: list[str] | None
) -> Scorer:
    """The scorer of that name, with the user's model, words and titles."""
    from sentiment.score.lexicon import read_user_lexicon
    from sentiment.score.scorers import get_scorer

    entries: tuple[LexiconEntry, ...] = ()
    if lexicon is not None:
        try:
            content = lexicon.read_text(encoding="utf-8-sig")
        except OSError as error:
            raise UsageError(
                f"{lexicon} cannot be read ({error.strerror}): check the path given to --lexicon"
            ) from error
        except UnicodeDecodeError as error:
            raise UsageError(f"{lexicon} is not UTF-8 ({error}): re-save it") from error
        entries = read_user_lexicon(content, str(lexicon))
    return get_scorer(name, lexicon=entries, mask=tuple(mask or ()), model=model, device=device)


def run(
    inputs: list[str],
    scorer: Scorer,
    *,
    encoding: str | None,
    workers: int,
    terminal: Terminal,
    skip: tuple[Path, ...] = (),
) -> Run:
    """Read and analyse the inputs; what was unreadable is told at the end.

    skip  files to leave out
    Raises ArticleError if nothing could be read.
    """
    from sentiment.collect import read_articles
    from sentiment.engine import analyse

    notes: list[tuple[str, str]] = []
    started = time.perf_counter()
    with terminal.progress("Reading articles") as progress:
        batch = analyse(
            read_articles(
                inputs,
                encoding=encoding,
                notice=lambda source, note: notes.append((source, note)),
                skip=skip,
            ),
            scorer=scorer,
            workers=workers or os.cpu_count() or 1,
            progress=progress,
        )
    seconds = time.perf_counter() - started
    terminal.list_unreadable(batch.unreadable)
    for source, note in notes:
        terminal.detail(f"sentiment: {source}: {note}")
    terminal.detail(
        f"sentiment: {len(batch.articles)} articles, {len(batch.scored)} reactions, "
        f"{seconds:.1f} s, scored by {scorer.name}"
    )
    if not batch.articles:
        why = " ".join(notes[0]) if notes else "see the lines above, or check the inputs"
        raise ArticleError(f"nothing could be read: {why}")
    return Run(batch, tuple(notes), scorer.name, seconds, scorer)


def read_earlier(inputs: list[str]) -> Run | None:
    """The batch of an earlier report, or of a Parquet file of reactions, if that is the input."""
    if len(inputs) != 1 or not _is_earlier(Path(inputs[0])):
        return None
    from sentiment.write.manifest import read_manifest
    from sentiment.write.read_back import read_batch

    started = time.perf_counter()
    path = Path(inputs[0])
    batch = read_batch(path)
    scorer = str((read_manifest(path) or {}).get("scorer", "an earlier run"))
    return Run(batch, (), scorer, time.perf_counter() - started)


def files_of_earlier(given: str) -> list[str]:
    """The files that an earlier report's batch was read from."""
    path = Path(given)
    names = ("reactions.parquet", "articles.parquet")
    return [str(path / name) for name in names] if path.is_dir() else [given]


def _is_earlier(path: Path) -> bool:
    if path.is_dir():
        from sentiment.write.manifest import read_manifest

        return (path / "reactions.parquet").is_file() and read_manifest(path) is not None
    if path.suffix.lower() != ".parquet" or not path.is_file():
        return False
    import pyarrow as pa  # only for Parquet files
    import pyarrow.parquet as pq

    from sentiment.model import REACTION_COLUMNS

    try:
        names = pq.read_schema(path).names
    except (pa.ArrowException, OSError):
        return False  # whoever reads it as articles says what is wrong with it
    return set(REACTION_COLUMNS) <= set(names)
