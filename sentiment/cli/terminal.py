"""What does the user see while a command works, and where?

Records go to standard output, everything else to standard error; nothing moves
or is coloured unless a person looks at a terminal.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sentiment.results import Unreadable

# Unreadable inputs that are listed one by one without --verbose.
_LISTED: Final = 20


@dataclass(frozen=True, slots=True)
class Terminal:
    """How much to say."""

    quiet: bool = False
    verbose: bool = False

    def say(self, message: str) -> None:
        """A result or warning."""
        if not self.quiet:
            print(message, file=sys.stderr)

    def detail(self, message: str) -> None:
        """What only --verbose tells."""
        if self.verbose and not self.quiet:
            print(message, file=sys.stderr)

    def list_unreadable(self, unreadable: Sequence[Unreadable]) -> None:
        """One line for each input that could not be read."""
        shown = unreadable if self.verbose else unreadable[:_LISTED]
        for item in shown:
            self.say(f"sentiment: {item.source} {item.reason}")
        if len(shown) < len(unreadable):
            self.say(
                f"sentiment: and {len(unreadable) - len(shown)} more inputs that could not be "
                "read; --verbose lists them"
            )

    @contextmanager
    def progress(self, what: str) -> Iterator[Callable[[int], None] | None]:
        """A counter on standard error, if that is a terminal; else nothing."""
        if self.quiet or not sys.stderr.isatty():
            yield None
            return
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}: {task.completed:,.0f}"),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(what, total=None)
            yield lambda done: bar.update(task, completed=done)


@contextmanager
def output_pipe() -> Iterator[None]:
    """Standard output whose reader may go away, as ``head`` does: that ends the command well."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more as it ends; that must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
