"""Which spans of an article are furniture, never anybody's reaction?

Adverts, links to other stories, captions, credits, cookie and newsletter
notices, counters, bylines and tag lines. The phrases are in
``data/furniture.tsv``; what no phrase can tell (a byline's shape, a bare
counter) is below.

Layouts in docs/layouts.md: L32 and N06.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from sentiment.data.loader import read_table
from sentiment.extract.blocks import cut_paragraphs
from sentiment.extract.dates import match_date
from sentiment.extract.phrase_patterns import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_RESPONSES: Final = re.compile(
    r"\d{1,5} (?:responses?|comments?|thoughts?) (?:to|on)\b", re.IGNORECASE
)
# "Get Static in your inbox. “The only letter I open,” says a reader. Sign up."
_INBOX: Final = re.compile(
    r"\b(?:in|to) your inbox\b.{0,200}\b(?:sign up|subscribe)\b|\bsign up (?:now|here|today)\W*\Z",
    re.IGNORECASE,
)
_EDGES: Final = " \t:.-–—|•·*>»▶→[]()"
_LONG_LINE: Final = 400  # longer lines are prose even if they begin like furniture
_LONG_PHRASE: Final = 60  # no listed whole line is longer
_MARKS: Final = frozenset('"“‘«„')
_KEY: Final = 3  # letters by which openings are looked up
_LONG_CAPTION: Final = 300
_LONG_BYLINE: Final = 160
_CREDIT_REACH: Final = 160
_STAMP: Final = re.compile(
    r"date \d{4}-\d{2}-\d{2}(?:\s+|\Z)"
)  # some extractors put it before a body
_COUNTER: Final = re.compile(
    r"(?:[\d.,]+\s?[KkMm]?(?:\s?(?:likes?|replies|repl(?:y|ies)|comments?|shares?|views?|retweets?"
    r"|reposts?|quotes?|bookmarks?|upvotes?|points?|claps?|min(?:utes?)? read))?"
    r"|(?:read|view|show|see) (?:all )?[\d.,]+[KkMm]? (?:replies|comments|more replies)"
    r"|\d+ min(?:ute)?s? read)\Z",
    re.IGNORECASE,
)
# at the end of a line, a caption: "Photo: Lena Brandt"
_CREDIT: Final = re.compile(
    any_of(
        """Photo Image Picture Pic Screengrab Screenshot Credit Courtesy Source PHOTO
        Foto""".split()  # noqa: SIM905 - as it is read aloud
    )
    + r"s?(?:\s(?:credit|courtesy|by|via|source))?\s?[:/©]\s?[^.!?\n]{2,80}\Z"
)
# the same, though it ends as prose does: "A ferry at dawn. Photo: Vale Pictures."
_CREDIT_STOPPED: Final = re.compile(
    r"\b(?:Photo|Image|Picture|Pic|Credit|Photograph)s?\s?:\s?[A-Z][^.!?\n]{1,40}\.\Z"
)
# in brackets: "(Image via Twitter)"
_CREDIT_IN_BRACKETS: Final = re.compile(
    r"\((?:Photo|Image|Picture|Pic|Screengrab|Screenshot|Credit|Courtesy|courtesy|Source|File|Foto)"
    r"[^()\n]{0,120}\)\Z"
)
# to an agency: "Lena Brandt/Shutterstock"
_CREDIT_TO_AGENCY: Final = re.compile(
    r"(?:/|v(?<!\wv)ia )(?:Getty Images|Getty|Shutterstock|AFP|Reuters|AP|PA|PTI|ANI|EFE|WireImage|"
    r"FilmMagic|Alamy|Instagram|Twitter|X|Facebook|YouTube|TikTok)(?: Images)?\)?\Z"
)
# accounts whose pictures stand above: "@moth, @lamp.ode / TikTok"
_CREDIT_TO_ACCOUNTS: Final = re.compile(
    r"@[\w.]{1,40}(?:,? (?:& |and )?@[\w.]{1,40}){0,9}\s?/\s?"
    r"(?:Instagram|Twitter|X|Facebook|YouTube|TikTok|Threads|Reddit)\Z"
)
# behind "By": "Ana Lobo and Bo van Dael"
_BYLINED: Final = (
    r"\s(?:[A-ZÀ-Þ][\w.'’-]*|de|del|di|van|von|and|&)"
    r"(?:[ ,]{1,2}(?:[A-ZÀ-Þ][\w.'’-]*|de|del|di|da|van|von|and|&)){0,8}\Z"
)
# what may follow a date in a line of its own: "09:14h", "1:18 a.m. ET", "(IST)"
_DATED_TAIL: Final = re.compile(r"\d{1,2}[:.]\d{2}\s?(?:h|[ap]\.?m\.?)?|\b[A-Z]{2,4}\b|[\W\d_]+")
_LONG_LABEL: Final = 22  # letters of "Published January" or "Last Updated: September"
_WORD: Final = re.compile(r"(?<!\S)\w")
_LABEL_REACH: Final = 30
_DIGIT: Final = re.compile(r"\d")
_PIPED: Final = re.compile(r"\s[|•·]\s")
_DASHES: Final = frozenset("—–-")
_FEWEST_WORDS: Final = 6
_MOST_WORDS: Final = 25
_POSTED: Final = re.compile(r"[@#]\w|https?:|pic\.|[\U0001f300-\U0001faff]")
_CLOCK: Final = re.compile(r"\b\d{1,2}[:.]\d{2}\b")


def find_furniture(
    text: str, paragraphs: Sequence[tuple[int, int]] | None = None
) -> tuple[tuple[int, int], ...]:
    """Sorted, disjoint spans of what is on the page but not of the article.

    paragraphs  those of the text, where they are cut already
    """
    spans: list[tuple[int, int]] = []
    inline = _inline_pattern()
    at_all = inline.search(text)  # most texts hold no such phrase
    first = len(text) if at_all is None else at_all.start()
    cut = cut_paragraphs(text) if paragraphs is None else paragraphs
    labelled = False
    for number, (start, end) in enumerate(cut):
        below = text[cut[number + 1][0]] if number + 1 < len(cut) else ""
        teaser = (
            labelled
            and below not in _DASHES
            and _is_teaser(text[start : min(end, start + _LONG_LINE)])
        )
        labelled = (
            end - start <= _LONG_PHRASE and text[start:end].strip(_EDGES).casefold() in _links()
        )
        if teaser:
            spans.append((start, end))
            continue
        stamp = _STAMP.match(text, start, end)
        if stamp:
            spans.append((start, stamp.end()))
            start = stamp.end()  # noqa: PLW2901 - the rest is judged by itself
        if is_furniture(text[start:end]):
            spans.append((start, end))
            continue
        found = inline.search(text, start, end) if first < end else None
        if found:
            spans.append((found.start(), end))
    return join_spans(spans)


def _is_teaser(line: str) -> bool:
    """Whether a line right below "Read More" is another story's headline."""
    long = _FEWEST_WORDS <= line.count(" ") + 1 <= _MOST_WORDS
    headline = line[0].isupper() and line[-1] not in ".!?:…"
    return long and headline and not _POSTED.search(line)


@cache
def _links() -> tuple[str, ...]:
    """Whole lines that lead to other stories: "Read More", "Also Read"."""
    rows = read_table("furniture.tsv", ("phrase", "where", "what", "language"), 2)
    return tuple(r[0].casefold() for r in rows if r[2] == "link" and r[1] != "inline")


def leads_elsewhere(line: str) -> bool:
    """Whether a line of furniture leads to another story, of which it tells: Read more: …"""
    return line[:_LONG_LINE].casefold().lstrip(_EDGES).startswith(_links())


def is_furniture(line: str) -> bool:
    """Whether a whole line is furniture."""
    line = line.strip()
    if not 0 < len(line) <= _LONG_LINE:
        return False
    lines, starts = _phrases()
    folded = line.casefold()
    if len(line) <= _LONG_PHRASE and (folded.strip(_EDGES) in lines or _COUNTER.match(line)):
        return True
    if _RESPONSES.match(line):
        return True
    # the letters that every match holds, however they are printed
    inbox = "nbox" in folded or "gn up " in folded
    if inbox and len(line) <= _LONG_CAPTION and _INBOX.search(line):
        return True
    opening = folded.lstrip("•*>»▶→[ -–—|")
    for phrase in starts.get(opening[:_KEY], ()):
        if opening.startswith(phrase) and not opening[len(phrase) : len(phrase) + 1].isalnum():
            return True
    if line[0] == "@" and _CREDIT_TO_ACCOUNTS.match(line):
        return True
    if len(line) <= _LONG_CAPTION and line[0] not in _MARKS and _is_credited(line):
        return True  # “We are back online,” said Zellberg via Facebook: no caption
    return len(line) <= _LONG_BYLINE and _is_byline(line)


def _is_credited(line: str) -> bool:
    """Whether a line ends by telling whose picture stands above it."""
    tail = line[-_CREDIT_REACH:]
    if line[-1] in ".!?":  # as most prose does
        return ":" in tail and _CREDIT_STOPPED.search(tail) is not None
    slashed = "/" in tail
    return (
        ((slashed or ":" in tail or "©" in tail) and _CREDIT.search(tail) is not None)
        or (line[-1] == ")" and _CREDIT_IN_BRACKETS.search(tail) is not None)
        or ((slashed or "via " in tail) and _CREDIT_TO_AGENCY.search(tail) is not None)
    )


def _is_byline(line: str) -> bool:
    """By-lines, datelines and rows of facts about the article itself."""
    if _byline_pattern().match(line):
        return True
    if "(@" in line or not _DIGIT.search(line):
        return False  # a post's signature is dated, too
    if _begins_dated(line) and len(_DATED_TAIL.sub("", line)) <= _LONG_LABEL:
        return True
    pieces = _PIPED.split(line)
    if len(pieces) == 1 or line[-1] in ".!?”’\"'":
        return False
    dated = any(_begins_dated(piece) for piece in (*pieces, *line.split(" - ")))
    if len(pieces) > 2 and _CLOCK.search(line):  # noqa: PLR2004 - "Ann Lee | Chennai | 9:30 PM"
        return True
    return dated or "min read" in line


def _begins_dated(piece: str) -> bool:
    """Whether a piece is a date, or "Updated: March 14, 2025 11:52 IST"."""
    piece = piece.strip()
    for word in _WORD.finditer(piece[:_LABEL_REACH]):
        found = match_date(piece, word.start())
        if found is not None and found.day:
            return True
    return False


@cache
def _phrases() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """Whole lines, and line openings by their first letters."""
    rows = read_table("furniture.tsv", ("phrase", "where", "what", "language"), 2)
    lines = frozenset(row[0].casefold() for row in rows if row[1] == "line")
    starts: dict[str, tuple[str, ...]] = {}
    for row in rows:
        if row[1] == "start":
            phrase = row[0].casefold()
            starts[phrase[:_KEY]] = (*starts.get(phrase[:_KEY], ()), phrase)
    return lines, starts


@cache
def _byline_pattern() -> re.Pattern[str]:
    """A line that is "By" or the like, and names."""
    rows = read_table("furniture.tsv", ("phrase", "where", "what", "language"), 2)
    openings = any_of((r[0] for r in rows if r[1] == "names"), fold=True)
    return re.compile(f"(?i:{openings}){_BYLINED}")


@cache
def _inline_pattern() -> re.Pattern[str]:
    """What ends a paragraph's words: furniture that runs on behind them."""
    rows = read_table("furniture.tsv", ("phrase", "where", "what", "language"), 2)
    # a capital shows that it begins something: "he also read: ..." does not
    phrases = (r[0][0].upper() + r[0][1:] for r in rows if r[1] == "inline")
    return re.compile(any_of(phrases, fold=True))


def join_spans(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans sorted, those that touch or overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
