"""Printed dates: every shape, every language, and what is none."""

from __future__ import annotations

import pytest

from sentiment.extract.dates import match_date, match_yearless, month_number, parse_date

PUBLISHED = "2025-08-20"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("January 1, 2024", "2024-01-01"),
        ("Jan 1, 2024", "2024-01-01"),
        ("sept. 4, 2019", "2019-09-04"),
        ("1 January 2024", "2024-01-01"),
        ("1st September 2025", "2025-09-01"),
        ("Wednesday 20 March 2024", "2024-03-20"),
        ("29 December 2014", "2014-12-29"),
        ("Sunday 28 Dec 2014", "2014-12-28"),
        ("5. Dezember 2024", "2024-12-05"),
        ("5 dicembre 2024", "2024-12-05"),
        ("5 de diciembre de 2024", "2024-12-05"),
        ("12 de mayo de 2024", "2024-05-12"),
        ("12 de maio de 2024", "2024-05-12"),
        ("12. Mai 2024", "2024-05-12"),
        ("1er mars 2024", "2024-03-01"),
        ("4 août 2023", "2023-08-04"),
        ("3 maggio 2024", "2024-05-03"),
        ("3 мая 2024 г.", "2024-05-03"),
        ("१२ मई २०२४", "2024-05-12"),
        ("१२ फरवरी 2024", "2024-02-12"),
        ("मई 12, 2024", "2024-05-12"),
        ("2024年1月1日", "2024-01-01"),
        ("2024년 3월 4일", "2024-03-04"),
        ("2024/03/04", "2024-03-04"),
        ("2024. 3. 4.", "2024-03-04"),
        ("2024.03.04 10:12", "2024-03-04"),
        ("Thu Feb 08 12:00:45 +0000 2018", "2018-02-08"),
        ("2024-01-01T10:00:00Z", "2024-01-01"),
        ("2025-05-15T05:44:10.000Z", "2025-05-15"),
        ("31/08/2025", "2025-08-31"),
        ("8/31/25", "2025-08-31"),
        ("11:02 PM · Aug 31, 2025", "2025-08-31"),
        ("9:14 PM - Feb 4, 2018", "2018-02-04"),
        ("May 14, 2025 at 8:02 PM", "2025-05-14"),
        ("Aug 11, 2025 at 11:02am PDT", "2025-08-11"),
        ("2h ago", "2025-08-20"),
        ("5h", "2025-08-20"),
        ("2 days ago", "2025-08-18"),
        ("1 day ago (edited)", "2025-08-19"),
        ("3 weeks ago", "2025-07-30"),
        ("hace 2 días", "2025-08-18"),
        ("vor 3 Tagen", "2025-08-17"),
        ("a year ago", "2024-08-20"),
        ("February 30, 2024", None),
        ("5 mins of fame", None),
        ("3 goals", None),
        ("Chapter 12, 2024", None),
        ("", None),
    ],
)
def test_parse_date(text, day):
    assert parse_date(text, PUBLISHED) == day


def test_numeric_dates_lean_to_the_articles_own_day():
    assert parse_date("03/04/2024") == "2024-04-03"
    assert parse_date("03/04/2024", "2024-03-05") == "2024-03-04"
    assert parse_date("03/04/2024", "no date") == "2024-04-03"


def test_a_relative_date_needs_a_day_to_count_from():
    found = match_date("2h ago", 0)
    assert found is not None
    assert found.day is None
    assert match_date("3 days ago", 0, "nonsense") is not None


@pytest.mark.parametrize(
    ("text", "day"),
    [("Aug 12", "2025-08-12"), ("30 Dec", "2024-12-30"), ("12 de mayo", "2025-05-12")],
)
def test_a_date_without_a_year_is_the_last_one(text, day):
    found = match_yearless(text, 0, PUBLISHED)
    assert found is not None
    assert found.day == day


def test_a_date_without_a_year_is_unknown_without_the_articles_day():
    found = match_yearless("Aug 12", 0)
    assert found is not None
    assert found.day is None
    assert match_yearless("Song 12", 0, PUBLISHED) is None


@pytest.mark.parametrize(
    ("word", "number"), [("MÄRZ", 3), ("déc.", 12), ("Enero", 1), ("song", None)]
)
def test_month_number(word, number):
    assert month_number(word) == number
