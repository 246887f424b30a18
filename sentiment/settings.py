"""Which options does a settings file set, and are they options at all?

A file is TOML with a table ``[tool.sentiment]``: options by their long names,
for all commands, and in ``[tool.sentiment.report]`` and the like for one::

    [tool.sentiment]
    scorer = "vader"
    mask = ["12th Fail"]

    [tool.sentiment.report]
    title = "This week"

Flags go before the environment (``SENTIMENT_SCORER``), which goes before the
file. Without ``--config``, sentiment.toml or else pyproject.toml of the current
folder is read, if either has such a table.
"""

from __future__ import annotations

import difflib
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sentiment.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

FILES: Final = ("sentiment.toml", "pyproject.toml")


def read_settings(
    command: str, options: frozenset[str], known: Mapping[str, frozenset[str]], file: Path | None
) -> dict[str, object]:
    """What a file sets for ``command``, by its options' names in Python.

    options  those of the command
    known    those of every command; what another command takes is passed over
    file     named by --config, and must exist; None: FILES of the current folder
    Raises UsageError naming file, key and what to do.
    """
    found = _named(file) if file is not None else _present()
    if found is None:
        return {}
    path, table = found
    everywhere = frozenset().union(*known.values())
    chosen: dict[str, object] = {}
    for key, value in table.items():
        if key in known:  # a command's own table, below
            continue
        name = key.replace("-", "_")
        if name not in everywhere:
            raise UsageError(_unknown(path, key, everywhere | known.keys()))
        if name in options:
            chosen[name] = value
    for section, names in known.items():
        own = table.get(section, {})
        if not isinstance(own, dict):
            raise UsageError(f"{path}: tool.sentiment.{section} must be a table of options")
        for key, value in own.items():
            name = key.replace("-", "_")
            if name not in names:
                raise UsageError(_unknown(path, f"{section}.{key}", names))
            if section == command:
                chosen[name] = value
    return chosen


def _named(file: Path) -> tuple[Path, Mapping[str, object]]:
    table = _table(file)
    if table is None:
        raise UsageError(f"{file} has no table [tool.sentiment]: add one, or leave --config out")
    return file, table


def _present() -> tuple[Path, Mapping[str, object]] | None:
    for name in FILES:
        path = Path(name)
        if path.is_file() and (table := _table(path)) is not None:
            return path, table
    return None


def _table(file: Path) -> Mapping[str, object] | None:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(
            f"{file} cannot be read ({error.strerror}): check the path given to --config"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} is not TOML ({error}): mend it") from error
    tool = content.get("tool", {})
    table = tool.get("sentiment") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _unknown(path: Path, key: str, names: frozenset[str]) -> str:
    spelled = {name.replace("_", "-") for name in names}
    last = key.rsplit(".", maxsplit=1)[-1].replace("_", "-")
    near = difflib.get_close_matches(last, sorted(spelled), n=1)
    hint = f"did you mean {near[0]}?" if near else f"use one of {', '.join(sorted(spelled))}"
    return f"{path}: tool.sentiment.{key} is no option: {hint}"
