"""Which charts answer which questions, and how do they get onto disk?

Charts are laid out by Typst from the numbers in ``Chart.drawing``, in the
typefaces of the report, and stand in its pages as live text. Matplotlib was
measured first (3.11): it takes a second to import and 0.15 s a chart, draws
colour emoji as blanks and variable fonts without their bold; Typst sets all
charts in a tenth of a second with emoji and every script shaped.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Final

from sentiment.errors import ReportError
from sentiment.write.charting_emoji import emoji_carried, emoji_together
from sentiment.write.charting_groups import (
    by_article,
    by_kind,
    by_language,
    by_outlet,
    by_platform,
)
from sentiment.write.charting_outlets import what_outlets_carry
from sentiment.write.charting_overall import reactions_overall
from sentiment.write.charting_people import most_copied, who_reacted, who_to_whom
from sentiment.write.charting_time import over_time
from sentiment.write.charting_words import scores_spread, words_apart
from sentiment.write.material import material_of
from sentiment.write.typesetting import typesetter
from sentiment.write.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sentiment.results import Tables
    from sentiment.write.chart_model import Chart
    from sentiment.write.material import Material
    from sentiment.write.typst_text import Json
    from sentiment.write.wording import Wording

_PPI: Final = 200.0

# In the order in which the report asks them.
QUESTIONS: Final[tuple[Callable[[Material, Wording], Chart], ...]] = (
    reactions_overall,
    scores_spread,
    by_platform,
    by_kind,
    by_article,
    by_outlet,
    what_outlets_carry,
    over_time,
    by_language,
    emoji_carried,
    emoji_together,
    words_apart,
    who_reacted,
    who_to_whom,
    most_copied,
)


def plan_charts(tables: Tables, *, language: str = "en") -> tuple[Chart, ...]:
    """Every chart the tables allow, and why the others are left out; nothing is drawn yet."""
    material, words = material_of(tables), wording(language)
    return tuple(ask(material, words) for ask in QUESTIONS)


def write_charts(tables: Tables, folder: Path, *, language: str = "en") -> tuple[Chart, ...]:
    """Every chart as SVG and PNG in ``folder``, which is made; named by its question.

    Returns them in the order of ``QUESTIONS``, those left out among them.
    Raises ReportError if the folder cannot be written.
    """
    planned = plan_charts(tables, language=language)
    drawn = [chart for chart in planned if chart.left_out is None]
    if not drawn:
        return planned
    value: dict[str, Json] = {"charts": [chart_value(chart) for chart in drawn],
                              "lang": language}  # fmt: skip
    with typesetter("charts.typ", value) as typeset:
        vectors, pictures = typeset("svg", 144.0), typeset("png", _PPI)
    written: dict[str, Chart] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for chart, vector, picture in zip(drawn, vectors, pictures, strict=True):
            svg, png = folder / f"{chart.name}.svg", folder / f"{chart.name}.png"
            svg.write_bytes(accessible_svg(vector, chart))
            png.write_bytes(picture)
            written[chart.name] = replace(chart, svg=svg, png=png)
    except OSError as error:
        raise ReportError(
            f"{folder} cannot be written ({error.strerror}): choose another folder with -o"
        ) from error
    return tuple(written.get(chart.name, chart) for chart in planned)


def chart_value(chart: Chart) -> dict[str, Json]:
    """What the template needs to know of a chart."""
    return {
        "title": chart.title,
        "unit": chart.unit,
        "alt": chart.alt,
        "note": chart.note or "",
        "form": chart.form,
        "drawing": chart.drawing,
    }


def accessible_svg(svg: bytes, chart: Chart) -> bytes:
    """The SVG with its finding as title and its alternative text as description."""
    start, space, rest = svg.partition(b" ")
    head, close, body = rest.partition(b">")
    title = escape(_xml_text(chart.title)).encode()
    alt = escape(_xml_text(chart.alt)).encode()
    return b"".join((
        start, space, b'role="img" ', head, close,
        b"<title>", title, b"</title><desc>", alt, b"</desc>", body,
    ))  # fmt: skip


def _xml_text(text: str) -> str:
    """Text without the characters that XML 1.0 forbids, even escaped."""
    return "".join(
        char for char in text
        if char in "\t\n\r" or "\x20" <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd"
        or char >= "\U00010000"
    )  # fmt: skip
