"""Which words does the user bring along, and how is their file read?"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from sentiment.errors import DataFileError

_CELLS = 3
_STRONGEST = 4.0


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """One term and what it says of the writer's stance.

    term      a word, a phrase, or an emoji; case does not matter
    valence   -4 (most negative) to 4 (most positive); 0 silences the term
    language  BCP 47 tag of the texts it holds for; "" or "*" for every text
    """

    term: str
    valence: float
    language: str = ""


def read_user_lexicon(content: str, name: str) -> tuple[LexiconEntry, ...]:
    """Entries of a user's lexicon.

    content  rows of term, valence and language separated by tabs (the language
             may be left out); blank lines, lines that start with "# " and a
             header "term valence language" are passed over
    name     what errors call the file
    Raises DataFileError naming the line (from 1) and the mend.
    """
    entries: dict[tuple[str, str], LexiconEntry] = {}
    for number, line in enumerate(content.removeprefix("\ufeff").splitlines(), start=1):
        if not line.strip() or line.startswith("# ") or line == "#":
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if [cell.lower() for cell in cells[:2]] == ["term", "valence"]:
            continue
        entry = _entry(cells, f"{name}, line {number}")
        key = (entry.term.lower(), entry.language)
        if key in entries:
            raise DataFileError(f"{name}, line {number}: {entry.term!r} is listed twice; keep one")
        entries[key] = entry
    return tuple(entries.values())


def _entry(cells: list[str], place: str) -> LexiconEntry:
    if not 1 < len(cells) <= _CELLS or not cells[0]:
        raise DataFileError(
            f"{place}: expected term, valence and language separated by tabs, found {len(cells)} "
            f"cell{'' if len(cells) == 1 else 's'}"
        )
    try:
        valence = float(cells[1])
    except ValueError:
        valence = float("nan")
    if not isfinite(valence) or abs(valence) > _STRONGEST:
        raise DataFileError(
            f"{place}: valence {cells[1]!r} is not a number from -4 to 4; "
            "4 is the strongest praise, -4 the strongest blame"
        )
    language = cells[2] if len(cells) == _CELLS else ""
    return LexiconEntry(cells[0], valence, "" if language == "*" else language)
