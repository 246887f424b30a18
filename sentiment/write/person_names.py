"""By which name does the table of people know an author?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sentiment.results import Summary


def person_names(summary: Summary) -> dict[str, str]:
    """Names, and handles that one person alone bears, to the name the tables print."""
    bearers = Counter(line.handle.casefold() for line in summary.people if line.handle)
    found = {
        f"@{line.handle.casefold()}": line.author
        for line in summary.people
        if line.handle and bearers[line.handle.casefold()] == 1
    }
    return found | {line.author: line.author for line in summary.people}


def person_of(author: str | None, handle: str | None, names: Mapping[str, str]) -> str | None:
    """The name of whoever has this author's name or handle; None if both are unknown.

    names  from ``person_names``
    """
    by_handle = names.get(f"@{handle.casefold()}") if handle else None
    if author:
        return names.get(author) or by_handle or author
    return by_handle or (names.get(handle, f"@{handle}") if handle else None)
