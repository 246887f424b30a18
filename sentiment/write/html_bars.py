"""How are charts made of rows drawn?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.write.html_drawing import (
    BAR,
    ROW,
    SIDES,
    TOP,
    bar,
    box,
    drawing,
    interval,
    line,
    row,
    tick_anchor,
    values,
    words,
)
from sentiment.write.html_links import wanted_by
from sentiment.write.html_markup import Html, join, percent, tag

if TYPE_CHECKING:
    from sentiment.write.chart_model import Chart
    from sentiment.write.wording import Wording

# Lines between more units than these would be all one sees.
_MOST_UNITS: Final = 30


def shares(chart: Chart, say: Wording) -> Html:
    """Each label's share of all, with its interval."""
    rows = []
    for at, drawn in enumerate(values(chart)["rows"]):
        tone = str(drawn["tone"])
        said = f"{drawn['label']}: {drawn['text']}, {drawn['count']}"
        scale = box(0, 1, bar(0, 1, "track"), bar(0, drawn["share"], tone),
                    interval(drawn["low"], drawn["high"]))  # fmt: skip
        rows.append(row(
            at, 0, said, wanted_by(chart, at), say, scale,
            words(0, 15, drawn["label"], f"strong ink-{tone}"),
            words(0.5, 15, drawn["text"], f"strong ink-{tone}", anchor="middle"),
            words(1, 15, drawn["count"], "soft", anchor="end"),
        ))  # fmt: skip
    bottom = len(rows) * ROW
    ticks = (
        words(tick["at"], bottom + 12, tick["label"], "tick", anchor=tick_anchor(tick["at"]))
        for tick in values(chart)["ticks"]
    )
    return drawing(chart, bottom + 18, *rows, *ticks)


def diverging(chart: Chart, say: Wording) -> Html:
    """Criticism to the left, praise to the right, neutral apart."""
    heads = values(chart)["heads"]
    most = values(chart)["most"]
    reach = (most["negative"] + most["positive"]) or 1.0
    zero = most["negative"] / reach
    rows = []
    for at, drawn in enumerate(values(chart)["rows"]):
        pale = "pale-" if drawn["few"] else ""
        down, up, flat = drawn["negative"], drawn["positive"], drawn["neutral"]
        left, right = down["share"] / reach, up["share"] / reach
        parts = [bar(zero - left, left, f"{pale}negative"), bar(zero, right, f"{pale}positive")]
        ends = []
        for side, sign in ((down, -1), (up, 1)):
            if "high" in side:
                bounds = sorted(
                    (zero + sign * side["low"] / reach, zero + sign * side["high"] / reach)
                )
                parts.append(interval(*bounds))
            ends.append(zero + sign * max(side["share"], side.get("high", 0.0)) / reach)
        scale = box(
            0.12,
            0.54,
            *parts,
            tag(
                "line",
                x1=percent(zero),
                x2=percent(zero),
                y1=TOP - 4,
                y2=TOP + BAR + 4,
                class_="axis",
            ),
            words(ends[0], TOP + 13, down["text"], "ink-negative", anchor="end", dx=-6),
            words(ends[1], TOP + 13, up["text"], "ink-positive", dx=6),
        )
        aside = box(0.8, 0.1, bar(0, flat["share"] / (most["neutral"] or 1.0), f"{pale}neutral"))
        shown = (words(1, TOP + 13, flat["text"], "soft", anchor="end"), aside)
        rows.append(row(
            at, 22, str(drawn["said"]), wanted_by(chart, at), say, scale, *shown,
            line(0.84, drawn["label"]),
            words(1, 15, f"{heads['n']} {drawn['n']}", "soft", anchor="end"),
        ))  # fmt: skip
    head = box(
        0.12, 0.54,
        words(zero, 13, heads["negative"], "head ink-negative", anchor="end", dx=-6),
        words(zero, 13, heads["positive"], "head ink-positive", dx=6),
    )  # fmt: skip
    neutral = words(1, 13, heads["neutral"], "head", anchor="end")
    return drawing(chart, 22 + len(rows) * ROW, head, neutral, *rows)


def units(chart: Chart, say: Wording) -> Html:
    """One unit a reaction, by label."""
    heads = values(chart)["heads"]
    most = values(chart)["most"]
    rows = []
    for at, drawn in enumerate(values(chart)["rows"]):
        parts, start = [], 0.0
        for tone, n in zip(SIDES, drawn["counts"], strict=True):
            parts.append(bar(start, n / most, tone))
            start += n / most
        gaps = range(1, sum(drawn["counts"])) if most <= _MOST_UNITS else ()
        marks = [
            tag("line", x1=percent(i / most), x2=percent(i / most), y1=TOP, y2=TOP + BAR,
                class_="gap")
            for i in gaps
        ]  # fmt: skip
        said = say.say("alt.group", name=drawn["label"], n=sum(drawn["counts"]),
                       **dict(zip(SIDES, drawn["counts"], strict=True)))  # fmt: skip
        rows.append(row(
            at, 22, said, wanted_by(chart, at), say,
            box(0, 0.76, *parts, *marks, words(start, TOP + 13, drawn["text"], "strong", dx=6)),
            line(1, drawn["label"], sub=drawn["sub"]),
            words(1, TOP + 13, drawn["score"], "strong", anchor="end"),
        ))  # fmt: skip
    mean = words(1, 13, heads["mean"], "head", anchor="end")
    return drawing(chart, 22 + len(rows) * ROW, mean, *rows)


def bars(chart: Chart, say: Wording) -> Html:
    """One bar a row."""
    heads = values(chart).get("heads") or {}
    most = values(chart)["most"]
    quoted = any(drawn.get("sub") for drawn in values(chart)["rows"])
    top, rows = (22 if heads else 0), []
    height = 90 if quoted else ROW  # two lines of a quotation, and whose it is
    for at, drawn in enumerate(values(chart)["rows"]):
        sign = f"{drawn['emoji']}  " if drawn.get("emoji") else ""
        y = height - ROW + TOP
        rows.append(row(
            at, top, say.say("alt.count", name=drawn["label"], n=drawn["value"]),
            wanted_by(chart, at), say,
            box(0, 0.78, bar(0, drawn["value"] / most, "plain", y=y),
                words(drawn["value"] / most, y + 13, drawn["text"], "strong", dx=6), height=height),
            line(1, sign + drawn["label"], sub=drawn.get("sub", ""), height=y - 2),
            words(1, y + 13, drawn.get("aside", ""), "soft", anchor="end"), height=height,
        ))  # fmt: skip
    head = words(1, 13, heads["aside"], "head", anchor="end") if heads else ""
    return drawing(chart, top + len(rows) * height, Html(head), *rows)


def emoji(chart: Chart, say: Wording) -> Html:
    """Times used, and the mean score of the reactions that carry it."""
    heads = values(chart)["heads"]
    most = values(chart)["most"]
    rows = []
    for at, drawn in enumerate(values(chart)["rows"]):
        typed, told = drawn["typed"] / most, drawn["told"] / most
        tone = "positive" if drawn["mean"] > 0 else "negative" if drawn["mean"] < 0 else "neutral"
        dot = tag("circle", cx=percent((drawn["mean"] + 1) / 2), cy=TOP + 8, r=5,
                  class_=f"dot-{tone} hollow" if drawn["few"] else f"dot-{tone}")  # fmt: skip
        mean = box(
            0.6,
            0.24,
            tag("line", x1="0%", x2="100%", y1=TOP + 8, y2=TOP + 8, class_="grid"),
            tag("line", x1="50%", x2="50%", y1=TOP - 1, y2=TOP + 17, class_="axis"),
            dot,
        )
        said = say.say("alt.emoji", name=drawn["name"], n=drawn["typed"] + drawn["told"],
                       mean=say.score(drawn["mean"]))  # fmt: skip
        rows.append(row(
            at, 22, said, wanted_by(chart, at), say,
            box(0, 0.44, bar(0, typed, "plain"), bar(typed, told, "told"),
                words(typed + told, TOP + 13, drawn["times"], "strong", dx=6)),
            words(0, 16, drawn["emoji"], "emoji"),
            words(0, 15, drawn["name"], dx=28 if drawn["emoji"] else 0), mean,
            words(1, TOP + 13, drawn["score"], "strong", anchor="end"),
        ))  # fmt: skip
    head = join(
        words(0, 13, heads["times"], "head"), words(1, 13, heads["mean"], "head", anchor="end")
    )
    return drawing(chart, 22 + len(rows) * ROW, _hatch(), head, *rows)


def _hatch() -> Html:
    """What fills the bars of emoji told in words."""
    stripe = tag("line", x1=1, x2=1, y1=0, y2=5, class_="stripe")
    pattern = tag("pattern", tag("rect", width=5, height=5, class_="fill-track"), stripe,
                  id="hatch", width=5, height=5, patternUnits="userSpaceOnUse",
                  patternTransform="rotate(45)")  # fmt: skip
    return tag("defs", pattern)


def keyness(chart: Chart, say: Wording) -> Html:
    """Words of praise, then words of criticism."""
    most = values(chart)["most"]
    parts: list[str] = []
    top, at = 0.0, 0
    for side in values(chart)["sides"]:
        if not side["rows"]:
            continue
        parts.append(words(0, top + 15, side["head"], f"head ink-{side['tone']}"))
        for place, drawn in enumerate(side["rows"]):
            wanted = wanted_by(chart, at)
            said = say.say("alt.word", word=drawn["label"], positive=chart.rows[at][2],
                           negative=chart.rows[at][3])  # fmt: skip
            parts.append(row(
                place, top + 22, said, wanted, say, words(0, 18, drawn["label"]),
                box(0.34, 0.36, bar(0, drawn["value"] / most, side["tone"], y=6),
                    words(drawn["value"] / most, 19, drawn["text"], "strong", dx=6), height=30),
                words(1, 18, drawn["sub"], "soft", anchor="end"), height=30,
            ))  # fmt: skip
            at += 1
        top += 34 + 30 * len(side["rows"])
    return drawing(chart, int(top), *parts)
