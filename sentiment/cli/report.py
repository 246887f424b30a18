"""The command that makes a report folder."""

import re
from pathlib import Path
from typing import Annotated

import typer

from sentiment.cli import options
from sentiment.cli.running import load_scorer, run
from sentiment.cli.terminal import Terminal
from sentiment.errors import ReportError

_EXAMPLES = """Examples:
  sentiment report articles/ -o reports/march
  sentiment report "crawl/*.html" page.txt --title "Reactions to the finale"
  sentiment report crawl.jsonl.gz --workers 4
  unzip -p pages.zip one.html | sentiment report - -o reports/one
"""


def report(
    *,
    inputs: options.Inputs = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            envvar="SENTIMENT_OUTPUT",
            metavar="FOLDER",
            help="Where it goes. Default: reports/ and the first input's name.",
        ),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option("--title", envvar="SENTIMENT_TITLE", help="The report's headline."),
    ] = None,
    scorer: options.Scorer = "default",
    lexicon: options.Lexicon = None,
    mask: options.Mask = None,
    encoding: options.Encoding = None,
    workers: options.Workers = 1,
    config: options.Config = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Make a report folder from articles.

    Every reaction is found and scored; the folder holds pages, charts and tables.
    An earlier report of the same name is replaced once the new one is whole.
    """
    given = options.need_inputs(inputs or [])
    folder = output or default_folder(given)
    check_folder(folder)
    terminal = Terminal(quiet, verbose)
    ran = run(
        given,
        load_scorer(scorer, lexicon, mask),
        encoding=encoding,
        workers=workers,
        terminal=terminal,
    )

    from sentiment.collect import list_files  # noqa: PLC0415 see --help's start-up
    from sentiment.manifest import make_manifest  # noqa: PLC0415
    from sentiment.tally.tables import tally_reactions  # noqa: PLC0415
    from sentiment.write.report import write_report  # noqa: PLC0415

    manifest = make_manifest(
        ran.batch,
        scorer=ran.scorer,
        settings={
            "inputs": given,
            "title": title,
            "scorer": scorer,
            "lexicon": str(lexicon) if lexicon else None,
            "mask": mask or [],
            "encoding": encoding,
            "workers": workers,
            "config": str(config) if config else None,
        },
        files=list_files(given),
        notes=ran.notes,
        seconds=ran.seconds,
    )
    tables = tally_reactions(ran.batch)
    write_report(tables, ran.batch, folder, manifest=manifest, title=title)
    summary = tables.summary
    terminal.say(
        f"{folder}: {summary.reactions} reactions ({summary.distinct} distinct) in "
        f"{summary.articles} articles"
    )
    if ran.batch.unreadable:
        raise typer.Exit(options.PARTLY)


def default_folder(inputs: list[str]) -> Path:
    """``reports/`` and a name made of the first input's: ``crawl.jsonl.gz`` gives ``crawl``."""
    first = inputs[0]
    name = "stdin" if first == "-" else Path(first).resolve().name.split(".")[0]
    safe = re.sub(r"[^\w-]+", "-", name).strip("-")
    return Path("reports", safe or "report")


def check_folder(folder: Path) -> None:
    """Refuse, before the work is done, a place where no report can or should go."""
    if folder.exists() and not folder.is_dir():
        raise ReportError(f"{folder} is a file: name a folder with -o")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "manifest.json").is_file():
        raise ReportError(
            f"{folder} holds other files, and a report replaces its folder: name another with -o"
        )


def register(app: typer.Typer) -> None:
    """Add the command."""
    options.command(app, "report", report, _EXAMPLES)
