"""The command that tells what differs between two reports, or two halves of one."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sentiment.cli import options
from sentiment.cli.report import default_folder
from sentiment.cli.running import read_earlier
from sentiment.cli.terminal import Terminal
from sentiment.errors import UsageError

if TYPE_CHECKING:
    from sentiment.cli.running import Run
    from sentiment.results import Batch

_EXAMPLES = """Examples:
  sentiment compare reports/march reports/april
  sentiment compare reports/march --by platform --at twitter
  sentiment compare reports/march --by period -o reports/march-halves
"""


class By(StrEnum):
    """What one report can be cut by."""

    OUTLET = "outlet"
    PLATFORM = "platform"
    PERIOD = "period"


def compare(
    *,
    first: Annotated[
        str,
        typer.Argument(
            metavar="A", help="A report folder, or a Parquet file of reactions made before."
        ),
    ],
    second: Annotated[
        str | None,
        typer.Argument(
            metavar="B", show_default=False, help="Another; or leave it out, with --by."
        ),
    ] = None,
    by: Annotated[By | None, typer.Option("--by", help="Compare two parts of A.")] = None,
    at: Annotated[
        str | None,
        typer.Option(
            "--at",
            metavar="VALUE",
            help="The outlet, platform or day that parts A. Default: the most frequent, or the "
            "day that cuts it most evenly.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            help="Where it goes. Default: reports/ and the names of what is compared.",
        ),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="The page's headline.")] = None,
    raw_csv: options.RawCsv = False,
    config: options.Config = None,  # noqa: ARG001 read before the others
    quiet: options.Quiet = False,
) -> None:
    """Tell what differs between two reports.

    Shares, means, groups, emoji and people of A and B, with tests and intervals, as
    a page and tables.
    """
    if (second is None) == (by is None):
        raise UsageError("give either B or --by: another report, or how to part this one")
    if at is not None and by is None:
        raise UsageError("--at says where --by parts a report: give both")
    folder = output or _folder(first, second, by.value if by else "")
    from sentiment.write.folders import check_place

    check_place(folder)
    given = [first] if second is None else [first, second]
    runs = [_run(path) for path in given]
    names, batches = _sides(runs, given, by.value if by else None, at)
    from sentiment.collect import list_files
    from sentiment.manifest import make_manifest
    from sentiment.results import Batch
    from sentiment.tally.compare import compare as differences
    from sentiment.tally.tables import tally_reactions
    from sentiment.write.compare_report import write_comparison

    both = Batch(
        articles=tuple(article for batch in batches for article in batch.articles),
        scored=tuple(scored for batch in batches for scored in batch.scored),
    )
    manifest = make_manifest(
        both,
        scorer=" and ".join(dict.fromkeys(run.scorer for run in runs)),
        settings={"inputs": given, "by": by.value if by else None, "at": at, "title": title},
        files=list_files([str(path) for path in map(_reactions_of, given)]),
        notes=(),
        seconds=0.0,
    )
    a, b = (tally_reactions(batch) for batch in batches)
    found = differences(a, b, name_a=names[0], name_b=names[1])
    write_comparison(found, folder, manifest=manifest, title=title, raw_csv=raw_csv)
    Terminal(quiet=quiet).say(
        f"{folder}: {names[0]} ({a.summary.distinct} distinct reactions) against "
        f"{names[1]} ({b.summary.distinct})"
    )


def _sides(
    runs: "list[Run]",
    given: list[str],
    by: Literal["outlet", "platform", "period"] | None,
    at: str | None,
) -> tuple[tuple[str, str], tuple["Batch", "Batch"]]:
    """The names and batches of what is compared."""
    if by is not None:
        from sentiment.tally.halves import halve

        (name_a, part_a), (name_b, part_b) = halve(runs[0].batch, by, at)
        return (name_a, name_b), (part_a, part_b)
    name_a, name_b = map(_name, given)
    if name_a == name_b:  # march/report and april/report
        name_a, name_b = given
    return (name_a, name_b), (runs[0].batch, runs[1].batch)


def _run(given: str) -> "Run":
    earlier = read_earlier([given])
    if earlier is None:
        raise UsageError(
            f"{given} is neither a report folder nor a Parquet file of reactions: "
            "make one with sentiment report"
        )
    return earlier


def _reactions_of(given: str) -> Path:
    path = Path(given)
    return path / "reactions.parquet" if path.is_dir() else path


def _name(given: str) -> str:
    return default_folder([given]).name


def _folder(first: str, second: str | None, by: str) -> Path:
    rest = f"by-{by}" if second is None else f"and-{_name(second)}"
    return Path("reports", f"{_name(first)}-{rest}")


def register(app: typer.Typer) -> None:
    """Add the command."""
    options.command(app, "compare", compare, _EXAMPLES)
