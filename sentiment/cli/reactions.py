"""The command that gives reactions as records."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from sentiment.cli import options
from sentiment.cli.running import load_scorer, run
from sentiment.cli.terminal import Terminal, output_pipe
from sentiment.errors import UsageError

_EXAMPLES = """Examples:
  sentiment reactions articles/ | jq -r .author
  sentiment reactions page.html --format csv -o reactions.csv
  cat article.txt | sentiment reactions -
"""


class Format(StrEnum):
    """What records can be written as."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


def reactions(
    *,
    inputs: options.Inputs = None,
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format",
            envvar="SENTIMENT_FORMAT",
            help="How to write them. Default: by the ending of -o, else jsonl.",
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FILE", help="Where they go; - is standard output."),
    ] = "-",
    raw_csv: options.RawCsv = False,
    scorer: options.Scorer = "default",
    model: options.Model = None,
    device: options.Device = "cpu",
    lexicon: options.Lexicon = None,
    mask: options.Mask = None,
    encoding: options.Encoding = None,
    workers: options.Workers = 1,
    config: options.Config = None,  # noqa: ARG001 read before the others
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Print every reaction as a record.

    Words, author, place, score and more: README explains the fields.
    """
    given = options.need_inputs(inputs or [])
    chosen: Literal["jsonl", "csv", "parquet"] = (format_ or _by_ending(output)).value
    ran = run(
        given,
        load_scorer(scorer, model, device, lexicon, mask),
        encoding=encoding,
        workers=workers,
        terminal=Terminal(quiet, verbose),
    )
    from sentiment.write.records import write_records

    if output == "-":
        with output_pipe():
            write_records(ran.batch.scored, sys.stdout.buffer, chosen, raw_csv=raw_csv)
    else:
        write_records(ran.batch.scored, Path(output), chosen, raw_csv=raw_csv)
    if ran.batch.unreadable:
        raise typer.Exit(options.PARTLY)


def _by_ending(output: str) -> Format:
    ending = Path(output).suffix.lower().removeprefix(".")
    if output == "-" or ending in ("jsonl", "ndjson"):
        return Format.JSONL
    try:
        return Format(ending)
    except ValueError:
        raise UsageError(
            f"{output} has no ending that says what to write: add --format jsonl, csv or parquet"
        ) from None


def register(app: typer.Typer) -> None:
    """Add the command."""
    options.command(app, "reactions", reactions, _EXAMPLES)
