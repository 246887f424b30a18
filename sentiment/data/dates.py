"""Which day does a printed date name?

Reads day-first, month-first, numeric, ISO and East Asian dates with the month
names of every language in ``months.tsv``, in any digits, with a time before or
after; and "2h ago" where the article's own date is known.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import cache
from typing import Final, NamedTuple

from sentiment.data.loader import read_table

_WORD = r"[^\W\d_][^\s\d,.()·|/\-–—॰]{0,14}"
_CLOCK = r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?"
_ZONE = r"(?:\s?(?:[A-Z]{2,4}|Z|[+-]\d{2}:?\d{2})\b)?"
_TIME_AFTER = rf"(?:,?\s{{1,2}}(?:at|um|a las|às|à|alle|kl\.?|@|-|–|·)?\s?{_CLOCK}{_ZONE})?"
_TIME_BEFORE = rf"(?:{_CLOCK}{_ZONE}\s?[·,\-–—•|]\s?)?"
_YEAR = r"(?:1[89]|2[01])\d\d|[०-९]{4}|[٠-٩]{4}|[۰-۹]{4}|[০-৯]{4}"
_DAY = r"\d{1,2}"

_ISO: Final = re.compile(
    _TIME_BEFORE + r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)",
    re.IGNORECASE,
)
_MONTH_DAY: Final = re.compile(
    rf"{_TIME_BEFORE}(?P<w>{_WORD})[.॰]?\s{{1,2}}(?P<d>{_DAY})(?:st|nd|rd|th)?(?:,|\s),?\s?"
    r"(?:\d\d:\d\d:\d\d [+-]\d{4} )?"  # Thu Feb 08 12:00:45 +0000 2018
    rf"(?P<y>{_YEAR})(?!\d){_TIME_AFTER}",
    re.IGNORECASE,
)
_DAY_MONTH: Final = re.compile(
    rf"{_TIME_BEFORE}(?P<d>{_DAY})(?:st|nd|rd|th|er|º|ª|\.|\.º)?\s{{0,2}}"
    rf"(?:(?:de|di|of)\s|(?:d[’']|-)\s?)?(?P<w>{_WORD})[.,॰]{{0,2}}[\s-]{{1,2}}"
    rf"(?:del?\s|of\s)?(?P<y>{_YEAR})(?!\d)(?:\sг\.)?{_TIME_AFTER}",
    re.IGNORECASE,
)
_YEAR_FIRST: Final = re.compile(
    _TIME_BEFORE + r"(?P<y>\d{4})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]"
)
_YEAR_NUMBERS: Final = re.compile(
    r"(?P<y>(?:19|20)\d{2})(?P<s>[./]) ?(?P<m>\d{1,2})(?P=s) ?(?P<d>\d{1,2})(?!\d)"
)
_NUMERIC: Final = re.compile(
    _TIME_BEFORE
    + r"(?P<d>\d{1,2})(?P<s>[/.\-])(?P<m>\d{1,2})(?P=s)(?P<y>(?:20)?\d{2})(?!\d)"
    + _TIME_AFTER,
    re.IGNORECASE,
)
_SHAPES: Final = (_ISO, _MONTH_DAY, _DAY_MONTH, _YEAR_FIRST, _NUMERIC, _YEAR_NUMBERS)
_YEARLESS: Final = re.compile(
    rf"(?:(?P<w>{_WORD})\.?\s(?P<d>\d{{1,2}})|(?P<d2>\d{{1,2}})\.?\s(?:de\s)?(?P<w2>{_WORD}))"
    rf"(?![\w,]){_TIME_AFTER}",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(
    r"(?:(?:hace|vor|il y a|há|fa|updated|edited)\s)?"
    r"(?P<n>\d{1,3}|an?|one|una?|eine?[mnr]?|une?)\s?"
    r"(?P<u>[^\W\d_]{1,8})\.?(?:\s(?P<ago>ago|fa|atrás|पहले|geleden|önce))?"
    r"(?:\s\((?:edited|editado|modifié|bearbeitet|modificato|संपादित)\))?",
    re.IGNORECASE,
)
_RELATIVE_FIRST: Final = frozenset("aefhiouv")
"""Letters with which one begins if no digit does."""
_UNITS: Final = {
    # days per unit, by the words and letters that sites print
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "segundos", "sekunden"), 0),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "minutos", "minuten", "minuti"), 0),
    **dict.fromkeys(
        ("h", "hr", "hrs", "hour", "hours", "hora", "horas", "stunde", "stunden", "std"), 0
    ),
    **dict.fromkeys(("heure", "heures", "ora", "ore", "घंटे", "घंटा"), 0),
    **dict.fromkeys(("d", "day", "days", "día", "días", "dia", "dias", "tag", "tage", "tagen"), 1),
    **dict.fromkeys(("jour", "jours", "giorno", "giorni", "दिन"), 1),
    **dict.fromkeys(("w", "wk", "week", "weeks", "semana", "semanas", "woche", "wochen"), 7),
    **dict.fromkeys(("semaine", "semaines", "settimana", "settimane", "हफ्ते"), 7),
    **dict.fromkeys(("mo", "month", "months", "mes", "meses", "mês", "monat", "monate"), 30),
    **dict.fromkeys(("monaten", "mois", "mese", "mesi"), 30),
    **dict.fromkeys(("y", "yr", "year", "years", "año", "años", "ano", "anos", "jahr"), 365),
    **dict.fromkeys(("jahre", "jahren", "an", "ans", "anno", "anni"), 365),
}
_LAST_MONTH: Final = 12


class FoundDate(NamedTuple):
    """A date that stands in a text. day: ISO, or None where it cannot be known."""

    end: int
    day: str | None


def parse_date(text: str, published: str | None = None) -> str | None:
    """ISO date of the first date in a short text such as "12 de mayo de 2024, 21:04".

    published  the article's own ISO date; what "2h ago" counts from, and what
               decides between 03/04 as day-first and month-first
    """
    text = text.strip()
    for start in [0, *(m.end() for m in re.finditer(r"[\s(,·|]", text[:200]))]:
        found = match_date(text, start, published)
        if found:
            return found.day
    return None


def match_date(text: str, start: int, published: str | None = None) -> FoundDate | None:
    """The date that begins exactly at ``start``, relative ones included."""
    first = text[start : start + 1]
    if not first.isalnum():
        return None
    # all but one begin with a digit, be it a clock's
    for shape in _SHAPES if first.isdecimal() else (_MONTH_DAY,):
        match = shape.match(text, start)
        if match is None:
            continue
        day = _numeric(match, published) if shape is _NUMERIC else _named(match)
        if day is not None:
            return FoundDate(match.end(), day)
    return _relative(text, start, published)


def match_yearless(text: str, start: int, published: str | None = None) -> FoundDate | None:
    """A date without a year ("Aug 12"), as sites print recent ones: the last by ``published``."""
    match = _YEARLESS.match(text, start)
    if match is None:
        return None
    month = month_number(match["w"] or match["w2"])
    if month is None:
        return None
    if published is None:
        return FoundDate(match.end(), None)
    year = int(published[:4])
    number = int(match["d"] or match["d2"])
    days = [day for y in (year, year - 1) if (day := _iso(y, month, number))]
    return FoundDate(match.end(), next((day for day in days if day <= published[:10]), None))


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name or abbreviation in any listed language."""
    folded = unicodedata.normalize("NFC", word).casefold().replace("\u093c", "").strip(".॰ ")
    return _months().get(folded)


@cache
def _months() -> dict[str, int]:
    rows = read_table("months.tsv", ("word", "month", "languages"))
    return {word: int(month) for word, month, _ in rows}


def _named(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    word = groups.get("w")
    month = month_number(word) if word else int(groups["m"])
    return None if month is None else _iso(int(groups["y"]), month, int(groups["d"]))


def _numeric(match: re.Match[str], published: str | None) -> str | None:
    year = int(match["y"])
    year += 2000 if year < 100 else 0  # noqa: PLR2004 - two-digit years
    first, second = int(match["d"]), int(match["m"])
    day_first = _iso(year, second, first)
    month_first = _iso(year, first, second) if match["s"] == "/" else None
    if day_first and month_first and published:
        # of two readings the likelier is the one nearer to the article's own date
        return min((day_first, month_first), key=lambda day: _distance(day, published))
    return day_first or month_first


def _relative(text: str, start: int, published: str | None) -> FoundDate | None:
    first = text[start]
    if not first.isdecimal() and first.casefold() not in _RELATIVE_FIRST:
        return None
    match = _RELATIVE.match(text, start)
    if match is None or match["u"].casefold() not in _UNITS:
        return None
    glued = match["n"].isdigit() and len(match["u"]) == 1
    spoken = match["ago"] is not None or not match.group(0)[0].isdigit()
    if not (glued or spoken):
        return None
    if len(match["u"]) == 1 and not match["n"].isdigit():
        return None
    if published is None:
        return FoundDate(match.end(), None)
    days = _UNITS[match["u"].casefold()] * (int(match["n"]) if match["n"].isdigit() else 1)
    try:
        day = dt.date.fromisoformat(published[:10]) - dt.timedelta(days=days)
    except (ValueError, OverflowError):
        return FoundDate(match.end(), None)
    return FoundDate(match.end(), day.isoformat())


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _distance(day: str, published: str) -> int:
    try:
        return abs((dt.date.fromisoformat(day) - dt.date.fromisoformat(published[:10])).days)
    except ValueError:
        return 0
