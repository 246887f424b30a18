"""Which reactions does a part of a chart lead to?

What a reader chooses stands in the page's address, as ``#platform=twitter``.
An empty value asks for what is unknown: ``#outlet=`` for reactions whose
article names no outlet.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from sentiment.write.html_markup import Html, fragment, tag
from sentiment.write.html_rows import emoji_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sentiment.write.chart_model import Cell, Chart
    from sentiment.write.wording import Wording

UNKNOWN: Final = frozenset({"no platform named", "no outlet named", "no date"})


def link_to(inside: str, wanted: Mapping[str, str], said: str, words: Wording) -> Html:
    """A link that chooses reactions. said: what it stands for, for those who do not see it."""
    return tag("a", inside, tag("title", said), href=fragment(wanted), data_filter=True,
               aria_label=words.say("html.show", what=said))  # fmt: skip


def wanted_by(chart: Chart, at: int) -> dict[str, str] | None:
    """The reactions behind a row of a chart; ``None`` if it stands for several groups."""
    row = chart.rows[at]
    if chart.key in {"platform", "kind", "language", "outlet", "article"}:
        drawn: Any = chart.drawing["rows"]
        return None if drawn[at]["rest"] else by_group(chart.key, str(row[0]))
    if chart.key == "time":
        return by_period(str(row[0]), chart.columns[0])
    if chart.key == "to-whom":
        shown: Any = chart.drawing["rows"]
        return {"person": str(row[0]), "named": " ".join(shown[at]["handles"])}
    if chart.key == "scores":
        return {"score": f"{row[0]}..{row[1]}"}
    return _by_cells(chart.key, row)


def _by_cells(key: str, row: tuple[Cell, ...]) -> dict[str, str] | None:
    first, second = str(row[0]), str(row[1])
    if key == "overall":
        return {"label": first}
    if key == "emoji":
        return {"emoji": emoji_key(first)} if row[0] else {"told": second}
    if key == "together":
        return {"emoji": f"{emoji_key(first)} {emoji_key(second)}"}
    if key == "words":
        return {"word": first}
    if key == "people":
        return {"person": first}
    return {"cluster": first} if key == "copied" else None


def by_group(key: str, name: str) -> dict[str, str]:
    """The reactions of one platform, kind, language, outlet or article."""
    return {key: "" if name in UNKNOWN else name}


def by_period(start: str, step: str) -> dict[str, str]:
    """The reactions of the day, week, month or year that begins on a date."""
    first = date.fromisoformat(start)
    if step == "day":
        return {"date": start}
    if step == "week":
        last = first + timedelta(days=6)
    elif step == "month":
        last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    else:
        last = first.replace(month=12, day=31)
    return {"date": f"{start}..{last.isoformat()}"}
