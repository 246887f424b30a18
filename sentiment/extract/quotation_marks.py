"""What can a quotation mark do where it stands: open, close, or neither?"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from sentiment.data.loader import read_table

# one set of signs to begin with, as that is searched for fastest; a lone "`" is no mark
_MARK = re.compile(r"[\"“”„‟«»‘’‚‛‹›「」『』＂″'`](?:(?<=')'|(?<=`)`|)")
_TYPED = frozenset('“”"')
DOUBLE = frozenset({'"', "''", "``", "＂"})
CLOSERS: Final[dict[str, tuple[str, ...]]] = {
    "“": ("”", '"', "“", "''", "″"),
    "”": ("”",),
    "„": ("“", "”", '"'),
    "‟": ("”", "“"),
    '"': ('"', "”", "＂", "“", "″", "''"),
    "＂": ("＂", '"'),
    "''": ("''", '"', "”"),
    "``": ("''", "``"),
    "«": ("»", "«", "″"),  # «Bravo !« and «vu sur TF1″, as some systems set them
    "»": ("«",),
    "‹": ("›",),
    "›": ("‹",),
    "‘": ("’", "'"),
    "‚": ("‘", "’"),
    "‛": ("’",),
    "'": ("'", "’"),
    "「": ("」",),
    "『": ("』",),
}
_LOOSE = frozenset(",:.!?…")
_STOPPED = frozenset(".!?…")
"""Signs before a mark that stands between blanks."""
NESTING = frozenset({"“", '"', "''", "«", "„", "‹", "「", "『"})
"""Signs that enclose something within a quotation; singles are too like apostrophes."""
SINGLE = frozenset("‘'‚‛")
_UNSEEN: Final = frozenset("\u200b\u200e\u200f\u202a\u202b\ufeff")
"""Signs without a width that copied words begin with."""
_WORD: Final = re.compile(r"[a-z]{1,8}(?![\w’'])")


class Mark(NamedTuple):
    """One mark, ``sign`` at ``at``; a strong one closes beyond doubt (no apostrophe, no inch)."""

    at: int
    end: int
    sign: str
    opens: bool
    closes: bool
    strong: bool


def read_mark(text: str, found: re.Match[str], left: int, right: int) -> Mark:
    """What a mark can do, from the code points beside it."""
    at, end, sign = found.start(), found.end(), found.group()
    before = text[at - 1] if at > left else " "
    after = text[end] if end < right else " "
    blank_before, blank_after = before.isspace() or before in _UNSEEN, after.isspace()
    spaced = sign == "“" and blank_before and blank_after
    if spaced and text[max(left, at - 3) : at].rstrip()[-1:] in _STOPPED:
        return Mark(at, end, sign, opens=True, closes=True, strong=True)  # `! “ , wrote Olt`
    if sign in "“„«‟‹「『‚":
        # German: „…“ and »…«
        turned = sign in "“«‹" and not blank_before
        closing_use = turned and (blank_after or after in ".,;:!?)-–—")
        return Mark(at, end, sign, not blank_after or sign in "“«‹", closing_use, closing_use)
    if sign in "”»›」』":
        # a mark at the paragraph's start can only open, turned the wrong way or not
        bracketed = sign in "»›" and before in "(["
        opening_use = (sign in "”»›" and (blank_before or bracketed) and not blank_after) or (
            sign == "”" and ((at == left and end < right) or (before == ":" and after.isalpha()))
        )  # `He tweeted:”Speechless`
        return Mark(at, end, sign, opening_use, closes=True, strong=True)
    if sign == "″":
        closes = not blank_before and not after.isalnum()
        return Mark(at, end, sign, opens=False, closes=closes, strong=False)
    if sign == "’" and after.isalpha() and text[max(left, at - 2) : at] == ": ":
        sign = "‘"  # `she wrote: ’Last year`
    if sign == "‘":
        opens = not blank_after and not before.isalnum() and not _is_elision(text, end)
        return Mark(at, end, sign, opens, closes=False, strong=False)
    if sign == "’":
        closes = not blank_before and not (before.isalnum() and after.isalnum())
        strong = closes and (not before.isalnum() or after in ",.;:!?)”")
        return Mark(at, end, sign, opens=False, closes=closes, strong=strong)
    loose = blank_before and blank_after and text[max(left, at - 3) : at].rstrip()[-1:] in _LOOSE
    if loose and sign in {"'", '"', "''"}:
        # `wrote, " What a beauty!` and `Happy birthday ❤️, ' while`: by what is open
        return Mark(at, end, sign, opens=True, closes=True, strong=True)
    if sign == '"' and blank_after and before in {",", ":"} and after != "\n" and end < right:
        return Mark(at, end, sign, opens=True, closes=True, strong=True)
    if sign == "'":
        fresh = blank_before or before in '([{—–-:;/.!?,…”"'
        opens = fresh and not blank_after and after not in ".,;:!?)"
        opens = opens and not _is_elision(text, end)
        closes = not blank_before and not (before.isalnum() and after.isalnum())
        strong = closes and (not before.isalnum() or after in ",.;:!?)")
        return Mark(at, end, sign, opens, closes, strong)
    # straight doubles: by the blanks around them, either where there are none
    inch = sign == '"' and before.isdigit() and not after.isalnum() and not blank_before
    opens = not blank_after and not (after in ".,;:!?)" and not blank_before)
    closes = not blank_before or blank_after  # "…the 'Title Sponsor,' " he wrote
    return Mark(at, end, sign, opens, closes, strong=not inch)


@cache
def _elisions() -> frozenset[str]:
    rows = read_table("elisions.tsv", ("language", "words"))
    return frozenset(word for _, words in rows for word in words.split())


def _is_elision(text: str, at: int) -> bool:
    """Whether a single mark stands for letters left out of the word behind it: ‘di, ‘yung."""
    word = _WORD.match(text, at)
    return word is not None and word.group() in _elisions()


def read_marks(text: str, start: int, end: int) -> list[Mark]:
    """Every mark of a paragraph, in order."""
    found = [m for m in _MARK.finditer(text, start, end) if m.group() != "`"]
    marks: list[Mark] = []
    for match in found:
        if marks and marks[-1].end == match.start() and _is_doubled(text, marks[-1], match, end):
            marks[-1] = marks[-1]._replace(end=match.end(), opens=True, closes=False, strong=False)
            continue
        marks.append(read_mark(text, match, start, end))
    if [m.sign for m in marks] == ["“", "“"] and _closes_list(text, marks[1]):
        marks[1] = marks[1]._replace(opens=False, closes=True, strong=True)
    typed = [at for at, mark in enumerate(marks) if mark.sign in _TYPED]
    if [marks[at].sign for at in typed] == ["”", "”"]:
        first = marks[typed[0]]  # `He said,” Every night I sang.”`
        turned = first.at > 0 and text[first.at - 1] in ",." and text[first.end].isspace()
        marks[typed[0]] = first._replace(opens=first.opens or turned)
    return marks


def _is_doubled(text: str, mark: Mark, found: re.Match[str], right: int) -> bool:
    """Whether a double mark repeats the one that opens right before it: saying, “”Sorry …"""
    double = mark.sign in _TYPED and found.group() in _TYPED
    after = text[found.end()] if found.end() < right else " "
    before = text[mark.at - 1] if mark.at else " "
    return double and before.isspace() and not after.isspace()


def _closes_list(text: str, mark: Mark) -> bool:
    """Whether the second of two opening marks closes: “We apologise for it all, “and more."""
    before, after = text[max(0, mark.at - 3) : mark.at].rstrip()[-1:], text[mark.end : mark.end + 1]
    return before in {",", ".", "!", "?"} and after.islower()
