from __future__ import annotations

import datetime as dt

import pytest

from sentiment.collect.dates import find_date, parse_field


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-01-31T10:00:00Z", "2024-01-31"),
        ("2024/1/3", "2024-01-03"),
        ("20240131T101112Z", "2024-01-31"),
        ("Wed, 31 Jan 2024 10:00:00 GMT", "2024-01-31"),
        ("31.01.2024", "2024-01-31"),
        ("01/31/2024", "2024-01-31"),
        ("03/04/2024", None),
        ("04/04/2024", "2024-04-04"),
        ("1706695200", "2024-01-31"),
        (1706695200000, "2024-01-31"),
        (dt.datetime(2024, 1, 31, tzinfo=dt.UTC), "2024-01-31"),
        (dt.date(2024, 1, 31), "2024-01-31"),
        (None, None),
        (True, None),
        ("last week", None),
        ("2024-13-45", None),
        ("0001-01-01", None),
        ("Febuary 3, 2024", None),
        ("3 Smarch 2024", None),
    ],
)
def test_date_fields(value, day):
    assert parse_field(value) == day


def test_the_first_date_of_a_line_and_its_place():
    found = find_date("Posted 3 May 2024, updated 5 May 2024")
    assert found == ("2024-05-03", 7, 17)
