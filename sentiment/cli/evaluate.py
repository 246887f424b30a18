"""The command that measures extraction against a gold file."""

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from sentiment.cli import options
from sentiment.cli.evaluating import print_errors, print_figures, print_groups
from sentiment.cli.running import load_scorer, run
from sentiment.cli.terminal import Terminal, output_pipe
from sentiment.errors import UsageError

_EXAMPLES = """Examples:
  sentiment reactions articles/ | sentiment evaluate gold.jsonl -
  sentiment evaluate gold.jsonl --inputs articles/ --errors
  sentiment evaluate gold.jsonl found.jsonl --by rule --json
"""


class Group(StrEnum):
    """What figures can be told apart by."""

    PLATFORM = "platform"
    KIND = "kind"
    RULE = "rule"
    LANGUAGE = "language"


def evaluate(
    *,
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="JSON lines of the reactions that are there.")
    ],
    predicted: Annotated[
        str | None,
        typer.Argument(
            metavar="PREDICTED",
            show_default=False,
            help="JSON lines of the reactions found, or -; or leave it out and give --inputs.",
        ),
    ] = None,
    inputs: Annotated[
        list[str] | None,
        typer.Option("--inputs", metavar="INPUT", help="Articles to find reactions in first."),
    ] = None,
    by: Annotated[
        Group | None, typer.Option("--by", help="The same figures for each group.")
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed, made up, or wrong.")
    ] = False,
    as_json: options.AsJson = False,
    scorer: options.Scorer = "default",
    model: options.Model = None,
    device: options.Device = "cpu",
    encoding: options.Encoding = None,
    workers: options.Workers = 1,
    config: options.Config = None,  # noqa: ARG001 read before the others
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Measure found reactions against gold.

    Prints precision, recall, F1, exact matches and every attribute's accuracy.
    """
    if (predicted is None) == (not inputs):
        raise UsageError("give either PREDICTED or --inputs: the records, or the articles")
    terminal = Terminal(quiet, verbose)
    wanted = _read_lines(gold)
    if predicted is not None:
        found = _read_lines(None if predicted == "-" else Path(predicted))
    else:
        from sentiment.model import record

        chosen = load_scorer(scorer, model, device, None, None)
        ran = run(
            inputs or [],
            chosen,
            encoding=encoding,
            workers=workers,
            terminal=terminal,
            skip=(gold,),  # it may lie beside the articles, and is none
        )
        found = [record(scored) for scored in ran.batch.scored]
    _warn_of_strangers(wanted, found, terminal)

    from sentiment.evaluation import compare, figures, figures_by

    comparison = compare(wanted, found)
    overall = figures(comparison)
    groups = figures_by(comparison, by.value) if by else None
    with output_pipe():
        if as_json:
            print(json.dumps(overall | ({"by": {by: groups}} if by else {})))
            return
        if errors:
            print_errors(comparison)
        print_figures(overall)
        if by and groups is not None:
            print_groups(by.value, groups)


def _read_lines(path: Path | None) -> list[dict[str, Any]]:
    """A file's JSON objects, or those of standard input, each with an article and a text."""
    name = "standard input" if path is None else str(path)
    try:
        content = sys.stdin.read() if path is None else path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"{name} cannot be read ({error.strerror}): check the path") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{name} is not UTF-8 ({error}): re-save it") from error
    lines: list[dict[str, Any]] = []
    for number, line in enumerate(content.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UsageError(f"{name}, line {number} is not JSON ({error}): mend it") from error
        if not isinstance(value, dict) or not {"article", "text"} <= value.keys():
            raise UsageError(
                f"{name}, line {number} is no reaction: it needs the fields article and text"
            )
        lines.append(value)
    return lines


def _warn_of_strangers(
    wanted: Sequence[dict[str, Any]], found: Sequence[dict[str, Any]], terminal: Terminal
) -> None:
    strangers = {line["article"] for line in found} - {line["article"] for line in wanted}
    if strangers:
        terminal.say(
            f"sentiment: gold has no line for {len(strangers)} of the articles, such as "
            f"{min(strangers)}: all that was found there counts as spurious"
        )


def register(app: typer.Typer) -> None:
    """Add the command."""
    options.command(app, "evaluate", evaluate, _EXAMPLES)
