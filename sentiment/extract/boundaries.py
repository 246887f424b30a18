"""Where does a signed post begin, when its first paragraphs carry no mark?

A flattened post is closed by its signature, but nothing opens it. The
paragraphs above the signature's own are weighed one by one, nearest first:
evidence for a post (emoji, hashtags, a small first letter, a gap that only
a line break inside a post leaves) against evidence for the article's own
voice (a lead-in, a subheading, a composed third-person sentence).

Layouts in docs/layouts.md: L05, L07 and L32.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sentiment.extract.blocks import count_breaks
from sentiment.extract.emoji_text import find_emoji
from sentiment.extract.language import identify
from sentiment.extract.narrative import (
    FIRST_PERSON,
    MARK,
    count_editorial,
    is_lead_in,
    is_reported,
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
_QUOTED: Final = re.compile(r"“[^“”]{12,}”\W{0,2}\Z|\"[^\"]{12,}\"\W{0,2}\Z")
_LINK_LAST: Final = re.compile(r"(?:pic\.(?:twitter|x)\.com/|https?://t\.co/)\w+\Z")
_LINK_REACH: Final = 60
_AFTERTHOUGHT: Final = 3  # words that may follow a picture's link in one post
_STOPPED: Final = '.?!…:;"”’)।»'
_SELF: Final = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|myself)\b")
_MARKS: Final = re.compile('[“”«»„"]')
# three words, then a comma or colon and an opening mark: she wrote on Sunday: “
_INTRODUCED: Final = re.compile(r"\w+\s+\w+\s+\w+[:,]\s?(?:[“«„]|\"(?=\w))")
_POST_LENGTH: Final = 290  # characters of a post; longer ones are paid for and rare
MAX_PARAGRAPHS: Final = 14
_HEADING_WORDS: Final = 6
_LANGUAGE_SAMPLE: Final = 4000  # characters that tell an article's language
_TELLING_WORDS: Final = 3  # fewer do not tell a language for sure
_PROSE_WORDS: Final = 12


_HOPELESS: Final = -3.5  # below this, nothing further above can outweigh it


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


def read_layout(page: Page, signature_lines: Sequence[int]) -> Layout:
    """The spacing around signed paragraphs; ``signature_lines`` index the page's paragraphs."""
    text, paragraphs = page.text, page.paragraphs
    after = Counter(
        count_breaks(text, paragraphs[i][1], paragraphs[i + 1][0])
        for i in signature_lines
        if i + 1 < len(paragraphs)
    )
    usual = max(sorted(after), key=lambda n: after[n]) if after else 2
    wide = any(
        i > 0 and count_breaks(text, paragraphs[i - 1][1], paragraphs[i][0]) > usual
        for i in signature_lines
    )
    return Layout(usual, wide, identify(text[:_LANGUAGE_SAMPLE]))


def find_start(
    page: Page,
    candidates: Sequence[Span],
    own: Span,
    layout: Layout,
    *,
    after_post: bool,
) -> int:
    """How many of the paragraphs above belong to the post.

    candidates  paragraphs between the previous claim and the post, in order
    own         the words on the signature's own line; empty if there are none
    after_post  whether the first candidate follows another post directly
    """
    text = page.text
    blocks = _join_lines(text, candidates, layout)
    taken = best = 0
    total = 0.0
    below = own
    length = _post_length(text, own)
    for number, (block, lines) in enumerate(reversed(blocks)):
        alone = not has_words(text[below[0] : below[1]]) and taken == best
        length += _post_length(text, block)
        score = weigh_paragraph(page, block, below, layout)
        if length > _POST_LENGTH:
            paid = _is_about_writer(text[slice(*block)])  # as long posts mostly are
            score -= (1.0 if paid else 2.5) if length < _POST_LENGTH * 2 else (2.0 if paid else 4.0)
        if after_post and not layout.wide and number == 0 and len(blocks) == 1:
            score += _weigh_between_posts(text[block[0] : block[1]])
        if alone and not is_lead_in(text[block[0] : block[1]]):
            score = max(score, 1.0)  # a link or hashtags alone need the words above them
        total = min(total, 0.0) + score
        taken += lines
        below = block
        if total > 0:
            best = taken
            if _QUOTED.match(text[block[0] : block[1]]):
                break  # quoted from end to end: what stands above is somebody else's
        elif total < _HOPELESS:
            break
    return best


def _join_lines(text: str, spans: Sequence[Span], layout: Layout) -> list[tuple[Span, int]]:
    """Lines set closer than paragraphs are: they stand or fall together."""
    blocks: list[tuple[Span, int]] = []
    for start, end in spans:
        close = blocks and count_breaks(text, blocks[-1][0][1], start) < layout.usual
        if close and not _tells(text[slice(*blocks[-1][0])]):
            (first, _), lines = blocks[-1]
            blocks[-1] = ((first, end), lines + 1)
        else:
            blocks.append(((start, end), 1))
    return blocks


def _tells(line: str) -> bool:
    return is_lead_in(line) or is_reported(line)


def _post_length(text: str, span: Span) -> int:
    return len(LINK.sub("", text[span[0] : span[1]]))


def _weigh_between_posts(block: str) -> float:
    """Between two posts the article's own voice speaks of posts, or at length."""
    if count_editorial(block) or _tells(block):
        return 0.0
    return 2.0 if _HEADING_WORDS < len(block.split()) <= _PROSE_WORDS + 4 else 0.5


def _is_about_writer(line: str) -> bool:
    """Whether a line speaks of itself, and not in the words of somebody it quotes."""
    return _SELF.search(line) is not None and _MARKS.search(line) is None


def weigh_paragraph(page: Page, span: Span, below: Span, layout: Layout) -> float:
    """Evidence that a paragraph belongs to the post below it; above 0 it does."""
    text = page.text
    line = text[span[0] : span[1]]
    next_line = text[below[0] : below[1]]
    usual = count_breaks(text, span[1], below[0]) <= layout.usual
    if usual and next_line and (_QUOTED.match(line) or _QUOTED.match(next_line)):
        return -3.0  # two quotations, or a quotation and narrative: no post of one person
    if _INTRODUCED.search(line):
        return -3.0  # prose that quotes somebody
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
    if line[-1] not in _STOPPED:
        score += _weigh_unstopped(words, social=social)
    elif len(words) >= _PROSE_WORDS and not (social or _is_about_writer(line)) and line[-1] in ".।":
        score -= 1.2
    if _is_about_writer(line):
        score += 0.8
    if FIRST_PERSON.search(line):
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
    return -0.6 if capitals * 3 > len(words) * 2 else 2.2


def _weigh_next(line: str, next_line: str) -> float:
    """What the paragraph below says about the one above it."""
    if not next_line:
        return 1.0
    score = 0.0
    first = next((c for c in next_line if c.isalpha()), "")
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
        return -0.8
    return 2.0 if len(line.split()) > _TELLING_WORDS else 0.0
