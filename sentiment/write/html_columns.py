"""How are charts along an axis, and tables of shades, drawn as SVG to choose from?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.model import KINDS
from sentiment.write.html_drawing import (
    SIDES,
    bar,
    box,
    drawing,
    line,
    tick_anchor,
    values,
    words,
)
from sentiment.write.html_links import link_to, wanted_by
from sentiment.write.html_markup import Html, join, percent, tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sentiment.write.chart_model import Chart
    from sentiment.write.wording import Wording

_HIGH: Final = 170.0  # of the tallest column
_EDGE: Final = 0.25  # so near to an end, a label is held at its own end


def histogram(chart: Chart, say: Wording) -> Html:
    """Scores from the most hostile to the most glowing, stacked by label."""
    rows = values(chart)["rows"]
    median = values(chart)["median"]
    ticks = values(chart)["ticks"]
    ends = values(chart)["ends"]
    most = max(1, *(sum(counts) for counts in rows))
    top, width = 46.0, 1 / len(rows)
    parts: list[str] = [
        words(0, 40, values(chart)["most-text"], "soft"),
        tag("line", x1="0%", x2="100%", y1=top, y2=top, class_="grid"),
    ]
    for at, counts in enumerate(rows):
        if not sum(counts):
            continue
        stack, y = [], top + _HIGH
        for tone, n in zip(SIDES, counts, strict=True):
            height = _HIGH * n / most
            y -= height
            stack.append(bar(0.04, 0.92, tone, y=y, height=height))
        low, high = (say.score(float(str(edge))) for edge in chart.rows[at][:2])
        said = say.say("alt.bin", low=low, high=high, n=sum(counts))
        place = (at * width, width, top, _HIGH)
        parts.append(_column(wanted_by(chart, at), say, said, stack, place))
    bottom = top + _HIGH
    parts.append(tag("line", x1="0%", x2="100%", y1=bottom, y2=bottom, class_="axis"))
    parts += [
        words(tick["at"], bottom + 16, tick["label"], "tick", anchor=tick_anchor(tick["at"]))
        for tick in ticks
    ]
    parts += [
        words(0, bottom + 31, ends[0], "tick"),
        words(1, bottom + 31, ends[1], "tick", anchor="end"),
    ]
    x = percent(median["at"])
    anchor = "end" if median["at"] > 1 - _EDGE else "start" if median["at"] < _EDGE else "middle"
    parts += [tag("line", x1=x, x2=x, y1=22, y2=bottom, class_="median"),
              words(median["at"], 15, median["label"], "strong accent", anchor=anchor)]  # fmt: skip
    return drawing(chart, int(bottom + 36), *parts)


def columns(chart: Chart, say: Wording) -> Html:
    """Periods in order: praise and neutral above the axis, criticism below."""
    rows = values(chart)["rows"]
    up, down = values(chart)["up"], values(chart)["down"]
    scale = _HIGH / max(1.0, up + down)
    top, width = 22.0, 1 / len(rows)
    axis = top + up * scale
    bottom = axis + down * scale
    parts: list[str] = []
    for at, (praise, neutral, blame) in enumerate(rows):
        if not praise + neutral + blame:
            continue
        stack = [
            bar(0.08, 0.84, "positive", y=axis - praise * scale, height=praise * scale),
            bar(0.08, 0.84, "neutral", y=axis - (praise + neutral) * scale, height=neutral * scale),
            bar(0.08, 0.84, "negative", y=axis, height=blame * scale),
        ]
        said = say.say("alt.group", name=_when(str(chart.rows[at][0]), chart.columns[0], say),
                       n=praise + neutral + blame, positive=praise, neutral=neutral,
                       negative=blame)  # fmt: skip
        place = (at * width, width, top, bottom - top)
        parts.append(_column(wanted_by(chart, at), say, said, stack, place))
    counts = values(chart)["counts"]
    for count in counts:
        praise, neutral, _ = rows[count["at"]]
        y = axis - (praise + neutral) * scale - 6
        parts.append(words((count["at"] + 0.5) * width, y, count["label"], "strong",
                           anchor="middle"))  # fmt: skip
    parts.append(tag("line", x1="0%", x2="100%", y1=axis, y2=axis, class_="axis"))
    ticks = values(chart)["ticks"]
    for tick in ticks:
        middle = (tick["at"] + 0.5) * width
        held, anchor = middle, "middle"
        if middle < _EDGE / 4 or middle > 1 - _EDGE / 4:
            held = float(middle > _EDGE)
            anchor = tick_anchor(held)
        parts.append(words(held, bottom + 18, tick["label"], "tick", anchor=anchor))
        parts.append(words(held, bottom + 32, tick["year"], "tick", anchor=anchor))
    return drawing(chart, int(bottom + 38), *parts)


def matrix(chart: Chart, say: Wording) -> Html:
    """Outlets down, kinds across, shaded by how many."""
    heads = values(chart)["heads"]
    rows = values(chart)["rows"]
    kinds = chart.columns[2:]
    width = 1 / len(heads)
    parts: list[str] = [words(at * width, 13, head, "head", dx=6) for at, head in enumerate(heads)]
    for at, drawn in enumerate(rows):
        top = 22 + at * 54
        parts += [line(0.84, drawn["label"], y=top),
                  words(1, top + 16, f"{values(chart)['n']} {drawn['n']}", "soft",
                        anchor="end")]  # fmt: skip
        for place, cell in enumerate(drawn["cells"]):
            parts.append(box(
                place * width, width,
                tag("rect", class_="shade", width="98%", height=24,
                    fill_opacity=0.05 + 0.35 * cell["shade"]),
                words(0, 17, cell["text"], dx=6), y=top + 23, height=24,
            ))  # fmt: skip
            if not cell["shade"] or kinds[place] not in KINDS:
                continue
            hit = tag("rect", class_="hit", x=percent(place * width), width=percent(0.98 * width),
                      y=top + 23, height=24)  # fmt: skip
            said = say.say("alt.count", name=f"{drawn['label']}, {heads[place]}",
                           n=chart.rows[at][2 + place])  # fmt: skip
            wanted = {"outlet": str(chart.rows[at][0]), "kind": kinds[place]}
            parts.append(link_to(hit, wanted, said, say))
    return drawing(chart, 22 + len(rows) * 54, *parts)


def _column(
    wanted: dict[str, str] | None,
    say: Wording,
    said: str,
    stack: Iterable[str],
    place: tuple[float, float, float, float],
) -> Html:
    """A column of a chart, as high as the chart where it is to be chosen.

    place  x and width, 0 to 1; y and height in pixels
    """
    x, width, y, height = place
    hit = tag("rect", class_="hit", x=percent(x), width=percent(width), y=y, height=height)
    shown = tag("svg", *stack, x=percent(x), width=percent(width), overflow="visible",
                aria_hidden="true")  # fmt: skip
    return join(shown, link_to(hit, wanted, said, say) if wanted else None)


def _when(start: str, step: str, say: Wording) -> str:
    if step in {"month", "year"}:
        month = say.say(f"month.{int(start[5:7])}")
        return say.say(f"date.{step}", month=month, year=int(start[:4]))
    return say.day(start)
