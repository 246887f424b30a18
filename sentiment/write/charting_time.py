"""How does sentiment change over time, and with how many reactions?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal

from sentiment.write.charting import Draft
from sentiment.write.findings import FEWEST, FEWEST_COMPARED, wilson

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.results import Group
    from sentiment.write.chart_model import Chart
    from sentiment.write.material import Material
    from sentiment.write.typst_text import Json
    from sentiment.write.wording import Wording

Step = Literal["day", "week", "month", "year"]

# The most columns that stay apart on a page, in days, weeks and months.
_MOST_DAYS: Final = 45
_MOST_WEEKS: Final = 40 * 7
_MOST_MONTHS: Final = 48 * 31
_MOST_TICKS: Final = 7


@dataclass(frozen=True, slots=True)
class Period:
    """A day, week, month or year, by its first day, and what was said in it."""

    start: date
    positive: int = 0
    neutral: int = 0
    negative: int = 0

    @property
    def n(self) -> int:
        """Distinct reactions in it."""
        return self.positive + self.neutral + self.negative


def over_time(material: Material, words: Wording) -> Chart:
    """Sentiment and volume over time."""
    draft = Draft("time", material, words)
    dated = [(day, group) for group in material.summary.by_date if (day := _day(group.name))]
    n = sum(group.n for _, group in dated)
    undated = material.summary.distinct - n
    if n < FEWEST:
        return draft.left_out("few-dated", n=n, needed=FEWEST)
    step = step_for([day for day, group in dated if group.n])
    periods = periods_of(dated, step)
    if len(periods) < 2:  # noqa: PLR2004  # no course of time
        return draft.left_out("one-date", date=words.day(periods[0].start.isoformat()))
    notes = [words.say("note.undated", n=undated)] if undated > 0 else []
    return draft.chart(
        "columns",
        _finding(periods, step, words),
        [(p.start.isoformat(), p.n, p.positive, p.neutral, p.negative) for p in periods],
        {
            "rows": [[p.positive, p.neutral, p.negative] for p in periods],
            "up": max(p.positive + p.neutral for p in periods),
            "down": max(p.negative for p in periods),
            "ticks": _ticks(periods, step, words),
            "counts": _counts(periods, words),
            "heads": {
                key: words.say(f"sentiment.{key}") for key in ("positive", "neutral", "negative")
            },
        },
        columns=(step, "n", "positive", "neutral", "negative"),
        n=n,
        details=_details(periods, step, words),
        notes=notes,
        step=words.say(f"step.{step}"),
    )


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(name[:10])
    except ValueError:  # "no date", a year alone
        return None


def step_for(days: Sequence[date]) -> Step:
    """The finest step at which the columns from the first to the last day stay apart."""
    span = (max(days) - min(days)).days + 1
    if span <= _MOST_DAYS:
        return "day"
    if span <= _MOST_WEEKS:
        return "week"
    return "month" if span <= _MOST_MONTHS else "year"


def _first_day(day: date, step: Step) -> date:
    if step == "week":
        return day - timedelta(days=day.weekday())
    if step == "month":
        return day.replace(day=1)
    return day if step == "day" else day.replace(month=1, day=1)


def _next(day: date, step: Step) -> date:
    if step == "month":
        return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    if step == "year":
        return day.replace(year=day.year + 1)
    return day + timedelta(days=7 if step == "week" else 1)


def periods_of(dated: Sequence[tuple[date, Group]], step: Step) -> list[Period]:
    """Every period from the first to the last with a reaction, empty ones included."""
    counts: dict[date, list[int]] = defaultdict(lambda: [0, 0, 0])
    for day, group in dated:
        if group.n:
            at = counts[_first_day(day, step)]
            at[0] += group.positive
            at[1] += group.neutral
            at[2] += group.negative
    periods, day, last = [], min(counts), max(counts)
    while True:
        periods.append(Period(day, *counts.get(day, (0, 0, 0))))
        if day >= last:
            return periods
        day = _next(day, step)


def _name(period: Period, step: Step, words: Wording) -> str:
    if step in ("month", "year"):
        key = f"date.{step}"
        month = words.say(f"month.{period.start.month}")
        return words.say(key, month=month, year=period.start.year)
    return words.day(period.start.isoformat())


def _finding(periods: Sequence[Period], step: Step, words: Wording) -> str:
    """A change between the halves of the time where it is beyond chance, otherwise the peak."""
    half = len(periods) // 2
    parts = [(sum(p.positive for p in some), sum(p.n for p in some))
             for some in (periods[:half], periods[-half:])]  # fmt: skip
    if min(n for _, n in parts) >= FEWEST_COMPARED:
        (before, n_before), (after, n_after) = parts
        for key, rises in (("finding.rises", True), ("finding.falls", False)):
            old, new = wilson(before, n_before), wilson(after, n_after)
            if (new[0] > old[1]) if rises else (new[1] < old[0]):
                return words.say(
                    key,
                    before=words.share(before / n_before),
                    after=words.share(after / n_after),
                )
    peak = max(periods, key=lambda p: p.n)
    if sum(period.n == peak.n for period in periods) > 1:
        return words.say(
            "finding.peak-shared",
            step=words.say(f"step.{step}"),
            n=peak.n,
            all=words.number(sum(p.n for p in periods)),
        )
    return words.say(
        "finding.peak",
        when=words.say(f"on.{step}", date=_name(peak, step, words)),
        n=peak.n,
        all=words.number(sum(p.n for p in periods)),
    )


def _ticks(periods: Sequence[Period], step: Step, words: Wording) -> list[Json]:
    """At most ``_MOST_TICKS`` labelled columns, evenly spaced, the first always."""
    every = max(1, -(-len(periods) // _MOST_TICKS))
    ticks: list[Json] = []
    year: int | None = None
    for at in range(0, len(periods), every):
        start = periods[at].start
        month = words.say(f"month-short.{start.month}")
        label = (
            str(start.year)
            if step == "year"
            else words.say(
                "date.tick-month" if step == "month" else "date.tick-day",
                day=start.day,
                month=month,
            )
        )
        ticks.append(
            {"at": at, "label": label,
             "year": str(start.year) if start.year != year and step != "year" else ""}
        )  # fmt: skip
        year = start.year
    return ticks


def _counts(periods: Sequence[Period], words: Wording) -> list[Json]:
    """Totals over the columns, or over the highest where there are too many to stand apart."""
    filled = [at for at, period in enumerate(periods) if period.n]
    if len(filled) > 2 * _MOST_TICKS:
        filled = [max(filled, key=lambda at: periods[at].n)]
    return [{"at": at, "label": words.number(periods[at].n)} for at in filled]


def _details(periods: Sequence[Period], step: Step, words: Wording) -> list[str]:
    loudest = sorted((p for p in periods if p.n), key=lambda p: (-p.n, p.start))[:_MOST_TICKS]
    return [
        words.say(
            "alt.group", name=_name(p, step, words), n=p.n, positive=p.positive,
            neutral=p.neutral, negative=p.negative,
        )
        for p in sorted(loudest, key=lambda p: p.start)
    ]  # fmt: skip
