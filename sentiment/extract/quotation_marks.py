"""What can a quotation mark do where it stands: open, close, or neither?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# one set of signs to begin with, as that is searched for fastest; a lone "`" is no mark
_MARK = re.compile(r"[\"“”„‟«»‘’‚‛‹›「」『』＂'`](?:(?<=')'|(?<=`)`)?")
DOUBLE = frozenset({'"', "''", "``", "＂"})
CLOSERS: Final[dict[str, tuple[str, ...]]] = {
    "“": ("”", '"', "“", "''"),
    "”": ("”",),
    "„": ("“", "”", '"'),
    "‟": ("”", "“"),
    '"': ('"', "”", "＂"),
    "＂": ("＂", '"'),
    "''": ("''", '"', "”"),
    "``": ("''", "``"),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "‘": ("’", "'"),
    "‚": ("‘", "’"),
    "‛": ("’",),
    "'": ("'", "’"),
    "「": ("」",),
    "『": ("』",),
}
_LOOSE = frozenset(",:.!?…")
"""Signs before a mark that stands between blanks."""
NESTING = frozenset({"“", '"', "''", "«", "„", "‹", "「", "『"})
"""Signs that enclose something within a quotation; singles are too like apostrophes."""
SINGLE = frozenset("‘'‚‛")


@dataclass(frozen=True, slots=True)
class Mark:
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
    blank_before, blank_after = before.isspace(), after.isspace()
    if sign in "“„«‟‹「『‚":
        closing_use = sign == "“" and not blank_before and (blank_after or after in ".,;:!?)")
        return Mark(at, end, sign, not blank_after or sign in "“«‹", closing_use, closing_use)
    if sign in "”»›」』":
        opening_use = sign in "”»" and blank_before and not blank_after
        return Mark(at, end, sign, opening_use, closes=True, strong=True)
    if sign == "‘":
        opens = not blank_after and not before.isalnum()
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
        closes = not blank_before and not (before.isalnum() and after.isalnum())
        strong = closes and (not before.isalnum() or after in ",.;:!?)")
        return Mark(at, end, sign, opens, closes, strong)
    # straight doubles: by the blanks around them, either where there are none
    inch = sign == '"' and before.isdigit() and not after.isalnum() and not blank_before
    opens = not blank_after and not (after in ".,;:!?)" and not blank_before)
    closes = not blank_before or blank_after  # "…the 'Title Sponsor,' " he wrote
    return Mark(at, end, sign, opens, closes, strong=not inch)


def read_marks(text: str, start: int, end: int) -> list[Mark]:
    """Every mark of a paragraph, in order."""
    marks = _MARK.finditer(text, start, end)
    return [read_mark(text, found, start, end) for found in marks if found.group() != "`"]
