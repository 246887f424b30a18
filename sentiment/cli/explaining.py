"""How does an explanation look in a terminal?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sentiment.model import Explanation

_KINDS: Final = {
    "word": "word",
    "emoji": "emoji",
    "described": "told emoji",
    "rule": "rule",
    "base": "base",
}
# Cells of the longest bar.
_BAR: Final = 16
# Shares smaller than this are nothing to a reader.
_SEEN: Final = 0.0005


def print_explanation(text: str, explanation: Explanation, scorer: str) -> None:
    """A table of every share with a bar, and the total, on standard output.

    Colours are rich's business: none off a terminal or under NO_COLOR.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    console.print(_coloured(text, explanation))
    console.print()
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("what")
    table.add_column("kind", style="dim")
    table.add_column("share", justify="right")
    table.add_column("", width=_BAR, no_wrap=True)
    table.add_column("why", style="dim", overflow="fold")
    shares = [c for c in explanation.contributions if abs(c.value) >= _SEEN]
    longest = max((abs(share.value) for share in shares), default=1.0)
    for share in shares:
        style = _style(share.value)
        bar = "█" * max(1, round(_BAR * abs(share.value) / longest))
        table.add_row(
            Text(share.token or "—"),
            _KINDS[share.kind],
            Text(f"{share.value:+.3f}", style),
            Text(bar, style),
            Text(share.why),
        )
    verdict = explanation.score
    table.add_section()
    table.add_row(
        Text("total", "bold"),
        "",
        Text(f"{verdict.score:+.3f}", f"bold {_style(verdict.score)}"),
        "",
        Text(f"{verdict.sentiment}, confidence {verdict.confidence:.2f}, by {scorer}"),
    )
    console.print(table)


def _coloured(text: str, explanation: Explanation) -> object:
    from rich.text import Text

    shown = Text(text)
    for share in explanation.contributions:
        if share.start is not None and abs(share.value) >= _SEEN:
            shown.stylize(_style(share.value), share.start, share.end)
    return shown


def _style(value: float) -> str:
    # Blue and orange stay apart for colour-blind readers; red and green do not.
    if abs(value) < _SEEN:
        return ""
    return "blue" if value > 0 else "dark_orange"
