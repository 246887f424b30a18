"""The command that makes a report folder."""

import os
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from sentiment.cli import options
from sentiment.cli.running import files_of_earlier, load_scorer, read_earlier, run
from sentiment.cli.terminal import Terminal
from sentiment.errors import ReportError

_EXAMPLES = """Examples:
  sentiment report articles/ -o reports/march
  sentiment report "crawl/*.html" page.txt --title "Reactions to the finale"
  sentiment report crawl.jsonl.gz --workers 4
  sentiment report reports/march --lang hi -o reports/march-hi
  sentiment report articles/ -o reports/april --previous reports/march
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
    language: Annotated[
        str,
        typer.Option(
            "--lang", envvar="SENTIMENT_LANG", metavar="CODE", help="Of pages and charts: en, hi."
        ),
    ] = "en",
    one_page: Annotated[
        bool, typer.Option("--one-page", help="Add a summary on one page, one-page.pdf.")
    ] = False,
    previous: Annotated[
        Path | None,
        typer.Option(
            "--previous",
            envvar="SENTIMENT_PREVIOUS",
            metavar="FOLDER",
            help="An earlier report: tell what has changed since.",
        ),
    ] = None,
    excel: Annotated[bool, typer.Option("--excel", help="Add a workbook, tables.xlsx.")] = False,
    raw_csv: options.RawCsv = False,
    scorer: options.Scorer = "default",
    model: options.Model = None,
    device: options.Device = "cpu",
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
    An earlier report of the same name is replaced once the new one is whole. An
    earlier report as the only INPUT is made again, without reading its articles.
    """
    given = options.need_inputs(inputs or [])
    folder = output or default_folder(given)
    _check_first(folder, language, excel=excel)
    compared = None
    if previous is not None:
        from sentiment.write.read_back import read_report

        compared = read_report(previous)
    terminal = Terminal(quiet, verbose)
    earlier = read_earlier(given)
    ran = earlier or run(
        given,
        load_scorer(scorer, model, device, lexicon, mask),
        encoding=encoding,
        workers=workers,
        terminal=terminal,
    )

    from sentiment.collect import list_files
    from sentiment.engine import explain_batch
    from sentiment.manifest import make_manifest
    from sentiment.tally.compare import change_since
    from sentiment.tally.tables import tally_reactions
    from sentiment.write.report import write_report

    manifest = make_manifest(
        ran.batch,
        scorer=ran.scorer,
        settings={
            "inputs": given,
            "title": title,
            "lang": language,
            "one_page": one_page,
            "previous": str(previous) if previous else None,
            "excel": excel,
            "raw_csv": raw_csv,
            "scorer": scorer,
            "model": model,
            "device": device,
            "lexicon": str(lexicon) if lexicon else None,
            "mask": mask or [],
            "encoding": encoding,
            "workers": workers,
            "config": str(config) if config else None,
        },
        files=list_files(given) if earlier is None else list_files(files_of_earlier(given[0])),
        notes=ran.notes,
        seconds=ran.seconds,
    )
    tables = tally_reactions(ran.batch)
    change = None
    if compared is not None:
        change = change_since(
            tally_reactions(compared.batch),
            tables,
            name=compared.name,
            scorers=(compared.scorer, ran.scorer),
        )
    write_report(
        tables,
        ran.batch,
        folder,
        manifest=manifest,
        title=title,
        excel=excel,
        raw_csv=raw_csv,
        language=language,
        one_page=one_page,
        explanations=explain_batch(ran.batch, ran.judge) if ran.judge else None,
        change=change,
    )
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


def _check_first(folder: Path, language: str, *, excel: bool) -> None:
    """Refuse before the work is done what would fail after it."""
    from sentiment.write.folders import check_place
    from sentiment.write.wording import wording

    check_place(folder)
    parent = next(place for place in folder.absolute().parents if place.exists())
    if not parent.is_dir() or not os.access(parent, os.W_OK):
        raise ReportError(f"{folder} cannot be made in {parent}: name another place with -o")
    wording(language)
    if excel and find_spec("xlsxwriter") is None:
        raise ReportError(
            "--excel needs a package: pip install 'reaction-sentiment[excel]', or leave it out"
        )


def register(app: typer.Typer) -> None:
    """Add the command."""
    options.command(app, "report", report, _EXAMPLES)
