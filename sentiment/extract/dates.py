"""Which day does a date in a post's signature name?

The reader stands beside its data, because pages need it before any extraction.
"""

from sentiment.data.dates import (
    FoundDate,
    match_date,
    match_yearless,
    month_number,
    parse_date,
)

__all__ = ["FoundDate", "match_date", "match_yearless", "month_number", "parse_date"]
