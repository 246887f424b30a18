"""What does a plain text say of itself: its title, outlet and day?

Crawlers keep a page's head as the text's first lines: a headline, a byline such
as "The Westmorland Courier | Politics | 6 March 2025, 07:10", or a mark of
their own, " date 2024-01-31 Follow us on ...". Only what is clear is taken;
the text itself is left as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from sentiment.collect.dates import FoundDate, find_date
from sentiment.data.loader import read_table

_HEAD_LINES: Final = 8
# Blank lines and one long paragraph included, a head is no longer than this.
_HEAD: Final = 20_000
# A longer line is a paragraph of the body, and its dates are those of the story.
_LONGEST_BYLINE: Final = 160
_LONGEST_TITLE: Final = 160
_FEWEST_TITLE_WORDS: Final = 4
_MOST_OUTLET_WORDS: Final = 5
# A date that fills this much of a line is what the line is for.
_MOSTLY_DATE: Final = 0.4

_CRAWLER_DATE = re.compile(r"[ \t]?date[ :]+(\d{4}-\d{2}-\d{2})\b")
_BYLINE_CUE = re.compile(
    r"\b(?:published|updated|posted|written|first published|last (?:updated|modified)|by|desk"
    r"|min(?:ute)?s? read|comments|publicado|actualizado|redacción|publié|mis à jour"
    r"|veröffentlicht|aktualisiert|stand|pubblicato|aggiornato|atualizado|प्रकाशित)\b"
    r"|\b(?:IST|GMT|BST|UTC|E[SD]?T|P[SD]?T|CES?T)\b"
    r"|\b\d{1,2}[:.]\d{2}\s?(?:h\b|[ap]\.?m\b)?",
    re.IGNORECASE,
)
_PUBLISHED_CUE = re.compile(
    r"\b(?:published|posted|publicado|publié|veröffentlicht|pubblicato)\b", re.IGNORECASE
)
_UPDATED_CUE = re.compile(
    r"\b(?:updated|modified|actualizado|mis à jour|aktualisiert|atualizado)\b", re.IGNORECASE
)
# What a post or a quotation has and no byline or headline of ours may have.
_NOT_A_BYLINE = re.compile(r"@\w|https?:|[“”\"«»]|[—–-] .{1,60}\(")
_NOT_A_TITLE = re.compile(
    r"@\w|https?:|^\s*[\[\d#•*-]|^\s*(?:by|image source|photo|view this)\b", re.IGNORECASE
)
_SENTENCE_END: Final = (".", "!", "…", ":", ",", ";", ".”", '."', ".'", ".’")


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines say. published: ISO date."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None


def read_head(text: str) -> Head:
    """Title, outlet and day from a text's first lines; None wherever it is unsure."""
    lines = _first_lines(text[:_HEAD])
    dated = [(line, found) for line in lines if (found := _dateline(line)) is not None]
    return Head(
        title=_title(lines),
        outlet=next((name for line, _ in dated if (name := _outlet(line))), None),
        published=_crawler_date(lines) or _published(dated),
    )


def _first_lines(text: str) -> list[str]:
    lines: list[str] = []
    start = 0
    while start < len(text) and len(lines) < _HEAD_LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start : min(end, start + 2 * _LONGEST_TITLE)]
        if line.strip():
            lines.append(line)
        start = end + 1
    return lines


def _crawler_date(lines: list[str]) -> str | None:
    for line in lines:
        match = _CRAWLER_DATE.match(line)
        if match:
            found = find_date(match[1])
            return found.day if found else None
    return None


def _dateline(line: str) -> FoundDate | None:
    if len(line) > _LONGEST_BYLINE or _NOT_A_BYLINE.search(line):
        return None
    found = find_date(line)
    if found is None:
        return None
    mostly = found.end - found.start >= _MOSTLY_DATE * len(line.strip())
    # "He retired on 3 May 2019." is a sentence; "Published Jan. 27, 2025, 1:18 a.m. ET" is not.
    rest = line[: found.start] + " " + line[found.end :]
    return found if mostly or "|" in line or _BYLINE_CUE.search(rest) else None


def _published(dated: list[tuple[str, FoundDate]]) -> str | None:
    """The day of first publication before that of an update, the first line before the next."""
    ranked = sorted(
        dated,
        key=lambda pair: (
            not _PUBLISHED_CUE.search(pair[0]),
            bool(_UPDATED_CUE.search(pair[0])),
        ),
    )
    return ranked[0][1].day if ranked else None


def _title(lines: list[str]) -> str | None:
    """The first line, if it is short, no sentence, and more text follows it."""
    if len(lines) < 2:  # noqa: PLR2004 a headline needs a body
        return None
    line = lines[0].strip()
    if (
        len(line) > _LONGEST_TITLE
        or len(line.split()) < _FEWEST_TITLE_WORDS
        or line.endswith(_SENTENCE_END)
        or _CRAWLER_DATE.match(lines[0])
        or _NOT_A_TITLE.search(line)
        or _dateline(line) is not None
    ):
        return None
    return line


def _outlet(line: str) -> str | None:
    names, sections = _outlet_words()
    for segment in re.split(r"\s*[|•·]\s*", line.strip()):
        words = segment.split()
        if not 1 < len(words) <= _MOST_OUTLET_WORDS or any(c.isdigit() for c in segment):
            continue
        folded = [word.casefold() for word in words]
        capitals = all(word[0].isupper() for word in words if word not in ("of", "and", "the"))
        if capitals and not names.isdisjoint(folded) and sections.isdisjoint(folded):
            return segment
    return None


@cache
def _outlet_words() -> tuple[frozenset[str], frozenset[str]]:
    rows = read_table("outlet_words.tsv", ("word", "role"))
    return (
        frozenset(word for word, role in rows if role == "name"),
        frozenset(word for word, role in rows if role == "section"),
    )
