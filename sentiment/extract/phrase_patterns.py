"""Which pattern finds any of many phrases in one pass?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(phrases: Iterable[str], *, fold: bool = False) -> str:
    """A pattern for phrases that no letter stands before, of two the longer one.

    Each branch begins with one sign as printed, by which the engine passes over all
    other places at once.

    fold  whether what follows a phrase's first sign may be printed in capitals
    """
    tails: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        tails.setdefault(re.escape(phrase[0]), []).append(re.escape(phrase[1:]))
    flag = "i" if fold else ""
    branches = (
        rf"{first}(?<!\w{first})(?{flag}:{'|'.join(rests)})" for first, rests in tails.items()
    )
    return f"(?:{'|'.join(branches)})"
