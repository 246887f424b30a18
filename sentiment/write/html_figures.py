"""What stands around a chart on the page: its finding, unit, n, notes and numbers?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.write import html_bars, html_columns
from sentiment.write.html_drawing import SIDES
from sentiment.write.html_markup import Html, join, tag

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sentiment.write.chart_model import Cell, Chart, Form
    from sentiment.write.wording import Wording

_FORMS: Final[Mapping[Form, Callable[[Chart, Wording], Html]]] = {
    "shares": html_bars.shares,
    "diverging": html_bars.diverging,
    "units": html_bars.units,
    "bars": html_bars.bars,
    "emoji": html_bars.emoji,
    "keyness": html_bars.keyness,
    "histogram": html_columns.histogram,
    "columns": html_columns.columns,
    "matrix": html_columns.matrix,
}
# Whose colours are told by a legend; the others say it in heads or labels.
_LEGEND: Final = frozenset({"units", "histogram", "columns"})
# That need the whole width to be read.
_WIDE: Final = frozenset({"columns", "matrix"})


def figures(charts: Sequence[Chart], words: Wording) -> Html:
    """The charts that are drawn, two beside one another where there is room, then what is not."""
    drawn = [chart for chart in charts if chart.left_out is None]
    wide = [chart.form in _WIDE for chart in drawn]
    half_open = False
    for at in range(len(drawn)):
        if wide[at]:
            if half_open:  # what stands before it would leave half a row empty
                wide[at - 1] = True
            half_open = False
        else:
            half_open = not half_open
    if half_open:
        wide[-1] = True
    shown = (figure(chart, words, wide=w) for chart, w in zip(drawn, wide, strict=True))
    left = (
        tag("p", chart.left_out, class_="left-out")
        for chart in charts
        if chart.left_out is not None
    )
    return join(tag("div", *shown, class_="charts") if drawn else None, *left)


def figure(chart: Chart, words: Wording, *, wide: bool) -> Html:
    """A chart with all that is said about it. wide: whether it has a row of its own."""
    name = f"chart-{chart.key}"
    return tag(
        "figure",
        tag(
            "figcaption",
            tag("h3", chart.title, id=f"{name}-title"),
            tag("p", f"{chart.unit} · {words.say('html.n', n=chart.n)}", class_="unit"),
        ),
        legend(words) if chart.form in _LEGEND else None,
        _FORMS[chart.form](chart, words),
        tag("p", chart.note, class_="note") if chart.note else None,
        tag(
            "details",
            tag("summary", words.say("html.table-behind"),
                tag("span", f": {chart.question}", class_="unseen")),
            tag("div", numbers(chart), class_="scroll", tabindex=0, role="group",
                aria_label=chart.question),
        ),
        id=name,
        class_="chart wide" if wide else "chart",
        aria_labelledby=f"{name}-title",
    )  # fmt: skip


def legend(words: Wording) -> Html:
    """The three colours, named."""
    return tag(
        "p",
        *(tag("span", tag("i", class_=f"swatch back-{side}"), words.say(f"sentiment.{side}"),
              class_=f"ink-{side}") for side in SIDES),
        class_="legend", aria_hidden="true",
    )  # fmt: skip


def numbers(chart: Chart) -> Html:
    """The numbers drawn, as a table."""
    head = tag("tr", *(tag("th", name, scope="col") for name in chart.columns))
    body = [
        tag("tr", tag("th", _shown(row[0]), scope="row"), *map(_cell, row[1:]))
        for row in chart.rows
    ]
    return tag(
        "table", tag("caption", chart.question), tag("thead", head), tag("tbody", join(*body))
    )


def _cell(cell: Cell) -> Html:
    return tag("td", _shown(cell), class_="number" if isinstance(cell, int | float) else None)


def _shown(cell: Cell) -> str:
    if cell is None:
        return "–"
    if isinstance(cell, float):
        return f"{round(cell, 4):g}".replace("-", "−")
    return f"{cell:,}" if isinstance(cell, int) else str(cell)
