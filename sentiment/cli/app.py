"""Which commands are there, and with which exit code does each way to end?

0 done; 1 failed; 2 wrong usage; 3 done, but some inputs were unreadable.
"""

import sys
from typing import Annotated

import typer

from sentiment.cli import compare, evaluate, reactions, report, score
from sentiment.cli.options import FAILED, MISUSED
from sentiment.errors import SentimentError, UsageError

app = typer.Typer(
    name="sentiment",
    no_args_is_help=True,
    # Plain help takes a third of the time that help set by rich does, and reads
    # the same in every terminal.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Find every reaction in news articles, say whose it is, score it, and report it.",
    epilog="""\b
Examples:
  sentiment report articles/              a report of every article in a folder
  sentiment reactions page.html           its reactions, one JSON record a line
  sentiment explain "Killed it! 🔥"       what made the score
  sentiment COMMAND --help                options and examples of a command
""",
)


def _version(asked: bool) -> None:  # noqa: FBT001 typer's callbacks take the option's value
    if asked:
        from importlib.metadata import version  # asked for seldom

        typer.echo(f"sentiment {version('reaction-sentiment')}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    _version_asked: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print the version and end."
        ),
    ] = False,
) -> None:
    """Carry the options that stand before a command."""


report.register(app)
reactions.register(app)
score.register(app)
evaluate.register(app)
compare.register(app)


def main() -> None:
    """Run the command line; the process ends with one of the codes above."""
    for stream in (sys.stdout, sys.stderr):
        # Records are UTF-8 whatever the terminal's locale is.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(prog_name="sentiment")
    except SentimentError as error:
        print(f"sentiment: {error}", file=sys.stderr)
        sys.exit(MISUSED if isinstance(error, UsageError) else FAILED)
    except KeyboardInterrupt:
        print("sentiment: stopped; nothing was written", file=sys.stderr)
        sys.exit(FAILED)
