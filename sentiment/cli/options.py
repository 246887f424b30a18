"""Which options do commands share, and where do their values come from?

A flag goes before the environment (``SENTIMENT_SCORER``), which goes before
``[tool.sentiment]`` of a settings file, which goes before the default.
"""

import codecs
import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Final, TypeAlias, TypeVar

import typer

from sentiment.errors import UsageError
from sentiment.settings import read_settings

DONE: Final = 0
FAILED: Final = 1
MISUSED: Final = 2
PARTLY: Final = 3

# Arguments and switches that belong to a call, not to a file of settings.
_NOT_SETTINGS: Final = frozenset(
    {"config", "help", "texts", "gold", "predicted", "text", "first", "second"}
)
# Each command's settings: the name in a file and the function's parameter.
_PARAMETERS: Final[dict[str, dict[str, str]]] = {}

_C = TypeVar("_C", bound=Callable[..., Any])


def command(app: typer.Typer, name: str, function: _C, epilog: str) -> _C:
    """Add a command, and remember its options as those that settings files may set."""
    taken = function.__annotations__.keys() - {"return"} - _NOT_SETTINGS
    _PARAMETERS[name] = {
        parameter.removeprefix("as_").removesuffix("_"): parameter for parameter in taken
    }
    app.command(name, epilog="\b\n" + epilog, no_args_is_help=False)(function)
    return function


def _load_settings(ctx: typer.Context, file: Path | None) -> Path | None:
    """Put the file's values below the environment's; before any other option is read."""
    if not ctx.resilient_parsing:  # completion must not fail on a broken file
        name = ctx.info_name or ""
        own = _PARAMETERS.get(name, {})
        known = {command: frozenset(names) for command, names in _PARAMETERS.items()}
        found = read_settings(name, frozenset(own), known, file)
        ctx.default_map = {own[key]: value for key, value in found.items()}
    return file


def _check_encoding(name: str | None) -> str | None:
    if name is not None:
        try:
            codecs.lookup(name)
        except (LookupError, ValueError):
            raise typer.BadParameter(
                f"there is no encoding {name!r}: try utf-8, cp1252, latin-1 or utf-16"
            ) from None
    return name


def _split_inputs(given: list[str] | None) -> list[str]:
    """The arguments, or what SENTIMENT_INPUTS lists, separated as PATH is."""
    if given:
        return given
    listed = os.environ.get("SENTIMENT_INPUTS", "")
    return [part for part in listed.split(os.pathsep) if part]


def need_inputs(inputs: list[str]) -> list[str]:
    """The inputs, or a UsageError if there is none."""
    if not inputs:
        raise UsageError(
            "no input: name files, folders or globs, or - for standard input; see --help"
        )
    return inputs


Inputs: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT...",
        callback=_split_inputs,
        show_default=False,
        help="Files, folders, globs or - for standard input: .txt .html .jsonl .csv .parquet "
        ".warc, and .zip or .gz of those.",
    ),
]
Scorer: TypeAlias = Annotated[
    str,
    typer.Option(
        "--scorer",
        envvar="SENTIMENT_SCORER",
        metavar="NAME",
        help="What scores: full (the default), cascade, fast, rules, vader, transformers.",
    ),
]
Model: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--model",
        envvar="SENTIMENT_MODEL",
        metavar="NAME",
        help="With --scorer transformers: a model on huggingface.co, or its folder.",
    ),
]
Device: TypeAlias = Annotated[
    str,
    typer.Option(
        "--device",
        envvar="SENTIMENT_DEVICE",
        metavar="NAME",
        help="What the --model runs on: cpu, cuda or mps.",
    ),
]
Lexicon: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--lexicon",
        envvar="SENTIMENT_LEXICON",
        metavar="FILE",
        help="Your own words: a TSV of term, valence from -4 to 4, language.",
    ),
]
Mask: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--mask",
        metavar="TERM",
        help="A title or name whose words must not count; may be repeated.",
    ),
]
Encoding: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        envvar="SENTIMENT_ENCODING",
        metavar="NAME",
        callback=_check_encoding,
        help="Encoding of the inputs, where it is not UTF-8 and no mark says so.",
    ),
]
Workers: TypeAlias = Annotated[
    int,
    typer.Option(
        "--workers",
        envvar="SENTIMENT_WORKERS",
        min=0,
        metavar="N",
        help="Processes that read articles; 0: one for each core.",
    ),
]
Config: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--config",
        envvar="SENTIMENT_CONFIG",
        metavar="FILE",
        is_eager=True,
        callback=_load_settings,
        help="Settings: [tool.sentiment] of a TOML file. Default: sentiment.toml or "
        "pyproject.toml here.",
    ),
]
Quiet: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", envvar="SENTIMENT_QUIET", help="Say nothing but errors.")
]
Verbose: TypeAlias = Annotated[
    bool,
    typer.Option("--verbose", "-v", envvar="SENTIMENT_VERBOSE", help="Say what is done, and when."),
]
RawCsv: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--raw-csv", help="Leave CSV cells exact that a spreadsheet would run as formulas."
    ),
]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
