"""Of which pieces is a drawing made that a reader can choose from?

Every drawing is as wide as its place: lengths across are shares of the width,
lengths down are pixels, so that letters keep their size from phone to desktop.
Colours are classes of the style sheet and change with the theme. A drawing is
a group named by the chart's alternative text, not one opaque picture: what
leads to reactions is a link with a name of its own, laid over what it shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sentiment.write.html_links import link_to
from sentiment.write.html_markup import Html, join, percent, tag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sentiment.write.chart_model import Chart
    from sentiment.write.wording import Wording

ROW: Final = 50
TOP: Final = 24  # of a bar in its row, below the label
BAR: Final = 16
SIDES: Final = ("positive", "neutral", "negative")


def values(chart: Chart) -> dict[str, Any]:
    """What is drawn; each form of chart knows what it holds."""
    return dict(chart.drawing)


def drawing(chart: Chart, height: int, *children: str) -> Html:
    """The whole SVG of a chart."""
    return tag("svg", *children, role="group", aria_label=chart.alt, width="100%",
               height=height, class_="drawing")  # fmt: skip


def box(x: float, width: float, *children: str, y: float = 0, height: float = ROW) -> Html:
    """A part of a drawing with a scale of its own, 0 to 1 across."""
    return tag("svg", *children, x=percent(x), width=percent(width), y=y, height=height,
               overflow="visible")  # fmt: skip


def bar(x: float, width: float, tone: str, *, y: float = TOP, height: float = BAR) -> Html:
    """A rectangle from x, 0 to 1 across."""
    return tag("rect", x=percent(x), width=percent(max(0.0, width)), y=y, height=height,
               class_=f"fill-{tone}")  # fmt: skip


def words(
    x: float, y: float, said: str, tone: str = "", *, anchor: str = "start", dx: float = 0
) -> Html:
    """A line of text. anchor: "start", "middle" or "end"."""
    return tag("text", said, x=percent(x), y=y, dx=dx or None, class_=tone or None,
               text_anchor=None if anchor == "start" else anchor)  # fmt: skip


def line(width: float, said: str, *, sub: str = "", y: float = 0, height: float = 22) -> Html:
    """A label that is cut by the width of its place, where SVG's own text would run on."""
    text = (tag("span", said), tag("span", sub, class_="soft") if sub else None)
    inside = tag("div", *text, class_="line" if height < ROW else "line tall")
    return tag("foreignObject", inside, x=0, y=y, width=percent(width), height=height)


def interval(low: float, high: float, *, y: float = TOP + BAR / 2) -> Html:
    """A thin line with a cap at each end."""
    ends = (tag("line", x1=percent(x), x2=percent(x), y1=y - 4, y2=y + 4) for x in (low, high))
    x1, x2 = percent(low), percent(high)
    halo = tag("line", class_="halo", x1=x1, x2=x2, y1=y, y2=y)
    return tag("g", halo, tag("line", x1=x1, x2=x2, y1=y, y2=y), *ends,
               class_="interval")  # fmt: skip


def row(at: int, top: float, said: str, wanted: Mapping[str, str] | None, say: Wording,
        *children: str, height: float = ROW) -> Html:  # fmt: skip
    """One row, a link to its reactions where there are any to lead to."""
    y = top + at * height
    shown = tag("g", box(0, 1, *children, y=y, height=height), aria_hidden="true")
    if not wanted:
        return shown
    hit = tag("rect", class_="hit", y=y, width="100%", height=height - 2, rx=3)
    return join(shown, link_to(hit, wanted, said, say))


def tick_anchor(at: float) -> str:
    """Where a label at a place along an axis is held, so that it stays within."""
    return "start" if at <= 0 else "end" if at >= 1 else "middle"
