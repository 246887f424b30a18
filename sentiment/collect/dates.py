"""Which day does a dateline, a byline or a record's date field name?

Dates that could be read two ways (03/04/2024) name none: no date is better than
a wrong one.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Final, NamedTuple

from sentiment.data.loader import read_table

# Articles are younger than the web; a year outside this range is a typing error.
_FIRST_YEAR: Final = 1990
_LAST_YEAR: Final = 2100
_MONTHS_IN_YEAR: Final = 12
# Epoch values of 2001 to 2286 in seconds have ten digits, in milliseconds thirteen.
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?(?:\.\d+)?")

_ISO = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{6}Z?)?(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_WORD = r"([^\W\d_]{3,12}|[\u0900-\u0dff]{2,12})\.?"
_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[ -](?:de |of |d['’])?{_WORD},?"
    r"(?:[ -]| del? )(\d{4})(?!\d)",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"(?<!\w){_WORD} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})(?!\d)", re.IGNORECASE
)
# Longest run of marks that a month's name keeps: none is longer than 12 letters.
_LONGEST_FIELD: Final = 200


class FoundDate(NamedTuple):
    """A date and where it stands. day: ISO. start, end: code points."""

    day: str
    start: int
    end: int


def find_date(text: str) -> FoundDate | None:
    """The first date named in a short text, or None.

    text  a line, not an article: only its first 200 characters are read
    """
    text = text[:_LONGEST_FIELD]
    found = [
        FoundDate(day, match.start(), match.end())
        for pattern, read in _READERS
        for match in pattern.finditer(text)
        if (day := read(match)) is not None
    ]
    return min(found, key=lambda f: (f.start, -f.end), default=None)


def parse_field(value: object) -> str | None:
    """ISO day of a record's date field: text, date, timestamp or epoch number."""
    if isinstance(value, dt.date):  # datetimes and pandas timestamps are dates too
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    if value is None or isinstance(value, bool):
        return None
    text = str(value).strip()
    if _EPOCH.fullmatch(text):
        seconds = float(text) / (1000 if len(text.split(".")[0]) > 10 else 1)  # noqa: PLR2004 digits, see _EPOCH
        return dt.datetime.fromtimestamp(seconds, tz=dt.UTC).date().isoformat()
    found = find_date(text)
    return found.day if found else None


def _iso(match: re.Match[str]) -> str | None:
    return _day(int(match[1]), int(match[3]), int(match[4]))


def _compact(match: re.Match[str]) -> str | None:
    return _day(int(match[1]), int(match[2]), int(match[3]))


def _numeric(match: re.Match[str]) -> str | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if first > _MONTHS_IN_YEAR or match[2] == ".":  # with full stops the day comes first
        return _day(year, second, first)
    if second > _MONTHS_IN_YEAR or first == second:
        return _day(year, first, second)
    return None


def _day_month(match: re.Match[str]) -> str | None:
    month = _months().get(match[2].casefold())
    return None if month is None else _day(int(match[3]), month, int(match[1]))


def _month_day(match: re.Match[str]) -> str | None:
    month = _months().get(match[1].casefold())
    return None if month is None else _day(int(match[3]), month, int(match[2]))


_READERS: Final = (
    (_ISO, _iso),
    (_COMPACT, _compact),
    (_NUMERIC, _numeric),
    (_DAY_MONTH, _day_month),
    (_MONTH_DAY, _month_day),
)


def _day(year: int, month: int, day: int) -> str | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:  # 31 February and the like
        return None


@cache
def _months() -> dict[str, int]:
    rows = read_table("months.tsv", ("word", "month", "languages"))
    return {word.casefold(): int(month) for word, month, _ in rows}
