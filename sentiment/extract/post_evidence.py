"""What speaks for a paragraph being part of the post below it?

Layouts in docs/layouts.md: L05, L07 and L32.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sentiment.extract.blocks import count_breaks
from sentiment.extract.emoji_text import find_emoji
from sentiment.extract.language import identify
from sentiment.extract.narrative import (
    MARK,
    count_editorial,
    is_first_person,
    is_lead_in,
    is_reported,
    is_told,
)
from sentiment.extract.page import overlaps
from sentiment.extract.posts import LINK, has_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.extract.page import Page, Span

_STRETCHED: Final = re.compile(
    r"([^\W\d_])\1{2,}|[!?]{2,}|(?<!\.)\.{2}(?!\.)|\b[A-Z]{4,}\b[^a-z]*\b[A-Z]{3,}\b"
)
_BULLET: Final = re.compile(
    r"(?:[-•*–▪✅❌👉➡️]|\(?\d{1,2}[.)/:]|\d\ufe0f?\u20e3|[^\W\d_][\w' ’]{0,22}[:-])\s?"
)
_CONTINUES: Final = re.compile(
    r"(?:and|but|coz|cuz|because|so|or|also|plus|then|now|not|which|who|&|\+|aur|par|lekin|y|pero|mais|und)\b",
    re.IGNORECASE,
)
QUOTED: Final = re.compile(r"“[^“”]{12,}”\W{0,2}\Z|\"[^\"]{12,}\"\W{0,2}\Z")
_LINK_LAST: Final = re.compile(r"(?:pic\.(?:twitter|x)\.com/|https?://t\.co/)\w+\Z")
_LINK_REACH: Final = 60
_AFTERTHOUGHT: Final = 3  # words that may follow a picture's link in one post
_STOPPED: Final = '.?!…:;"”’)।»'
_SELF: Final = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|myself)\b")
_MARKS: Final = re.compile('[“”«»„"]')
# three words, then a comma or colon and an opening mark: she wrote on Sunday: “
# (no \w: the vowel signs of Indian scripts are none)
_INTRODUCED: Final = re.compile(
    r"(?<!\S)\S{1,40}\s{1,3}\S{1,40}\s{1,3}[^\s:,]{1,40}[:,]\s?(?:[“«„]|\"(?=\w))"
)
_HEADING_WORDS: Final = 6
_TELLING_WORDS: Final = 3  # fewer do not tell a language for sure
_PROSE_WORDS: Final = 12
RUN: Final = 3  # lines of one or two words each that make a post: The / Greatest / Of / All
_WORD_LINE: Final = 16  # characters of such a line


@dataclass(frozen=True, slots=True)
class Layout:
    """How an article spaces its paragraphs.

    usual  line ends between a signature and what follows it
    wide   whether wider gaps occur right above signed paragraphs, which only
           line breaks inside a post leave
    """

    usual: int
    wide: bool
    language: str | None = None


def weigh_paragraph(page: Page, span: Span, below: Span, layout: Layout) -> float:
    """Evidence that a paragraph belongs to the post below it; above 0 it does."""
    text = page.text
    line = text[span[0] : span[1]]
    next_line = text[below[0] : below[1]]
    usual = count_breaks(text, span[1], below[0]) <= layout.usual
    if usual and next_line and (QUOTED.match(line) or QUOTED.match(next_line)):
        return -3.0  # two quotations, or a quotation and narrative: no post of one person
    if quotes_somebody(line, layout.language):
        return -3.0
    words = line.split()
    cut = overlaps(page.furniture, (span[1], below[0]))
    score = -1.6
    if cut:
        score -= 2.0  # an advert rather stands between a post and the narrative
    else:
        score += _weigh_gap(count_breaks(text, span[1], below[0]), layout)
    if is_lead_in(line):
        score -= 4.0
    social = bool(MARK.search(line) or LINK.search(line) or find_emoji(line))
    if social:
        score += 2.6
    if _LINK_LAST.search(line[-_LINK_REACH:]) and len(next_line.split()) > _AFTERTHOUGHT:
        score -= 3.2  # a link to its own picture ends a post; more words are another's
    first = next((c for c in line if c.isalpha()), "")
    if first.islower():
        score += 1.6
    if line.count("\n") >= RUN - 1 and all(map(is_word_line, line.split())):
        score += 2.0
    elif line[-1] not in _STOPPED:
        small = first.islower() and len(words) <= _HEADING_WORDS  # no subheading begins so
        score += 0.6 if small else _weigh_unstopped(words, social=social)
    elif len(words) >= _PROSE_WORDS and not (social or is_about_writer(line)) and line[-1] in ".।":
        score -= 1.2
    if is_about_writer(line):
        score += 0.8
    if is_first_person(line):
        score += 1.3
    if line[-1] == "!":
        score += 1.0
    if _STRETCHED.search(line):
        score += 1.0
    score += _weigh_language(line, next_line, layout)
    score -= min(3.6, 1.2 * count_editorial(line))
    if is_reported(line):
        score -= 3.0
    return score + (2.0 if cut else 1.0) * _weigh_next(line, next_line)


def quotes_somebody(line: str, language: str | None) -> bool:
    """Whether a line is prose that leads up to a quotation, or that follows one."""
    introduced = _MARKS.search(line) is not None and _INTRODUCED.search(line) is not None
    return introduced or is_told(line, language or "en")


def _weigh_gap(breaks: int, layout: Layout) -> float:
    if breaks < layout.usual:
        return 2.2  # paragraphs are set apart here, so this line break is the post's own
    if breaks > layout.usual:
        return 2.6
    return -1.5 if layout.wide else 0.0


def _weigh_unstopped(words: Sequence[str], *, social: bool) -> float:
    """Prose ends in a stop, posts often do not; neither do subheadings, which are short."""
    if social:
        return 0.6
    if len(words) <= _HEADING_WORDS:
        return -0.8
    capitals = sum(word[0].isupper() for word in words)
    return -0.6 if capitals * 3 > len(words) * 2 else 2.4


def _weigh_next(line: str, next_line: str) -> float:
    """What the paragraph below says about the one above it."""
    if not next_line:
        return 1.0
    score = 0.0
    first = next((c for c in next_line if c.isalnum()), "")
    if first.islower() or _CONTINUES.match(next_line):
        score += 1.6
    if len(next_line.split()) <= 3 or not has_words(next_line):  # noqa: PLR2004 - "Outstanding 🔥"
        score += 1.0
    if _BULLET.match(line) and _BULLET.match(next_line):
        score += 2.6
    if "\n" in line and all(_BULLET.match(part) for part in line.split("\n") if part.strip()):
        score += 1.6
    return score


def _weigh_language(line: str, next_line: str, layout: Layout) -> float:
    """For the post's language where that is not the article's, against the article's."""
    if not layout.language or not has_words(next_line):
        return 0.0
    theirs = identify(next_line, layout.language)
    if theirs == layout.language:
        return 0.0
    if identify(line, layout.language) != theirs:
        return -2.0 if line[-1] in ".।" else -0.8
    return 2.0 if len(line.split()) > _TELLING_WORDS else 0.0


def is_word_line(line: str) -> bool:
    """Whether a line holds one or two words and no stop."""
    return len(line) <= _WORD_LINE and line.count(" ") <= 1 and line[-1].isalpha()


def is_about_writer(line: str) -> bool:
    """Whether a line speaks of itself, and not in the words of somebody it quotes."""
    return _SELF.search(line) is not None and _MARKS.search(line) is None
