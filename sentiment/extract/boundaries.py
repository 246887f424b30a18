"""Where does a signed post begin, when its first paragraphs carry no mark?

A flattened post is closed by its signature, but nothing opens it. The
paragraphs above the signature's own are weighed one by one, nearest first:
evidence for a post (emoji, hashtags, a small first letter, a gap that only
a line break inside a post leaves) against evidence for the article's own
voice (a lead-in, a subheading, a composed third-person sentence).

Layouts in docs/layouts.md: L05, L07 and L32.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sentiment.extract.blocks import count_breaks
from sentiment.extract.language import identify
from sentiment.extract.narrative import count_editorial, is_lead_in, is_reported, is_told
from sentiment.extract.post_evidence import (
    QUOTED,
    RUN,
    Layout,
    is_about_writer,
    is_word_line,
    quotes_somebody,
    weigh_paragraph,
)
from sentiment.extract.posts import LINK, has_words, holds_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.extract.page import Page, Span

POST_LENGTH: Final = 290  # characters of a post; longer ones are paid for and rare
MAX_PARAGRAPHS: Final = 14
_HEADING_WORDS: Final = 6
_LANGUAGE_SAMPLE: Final = 4000  # characters that tell an article's language
_PROSE_WORDS: Final = 12
_EXCLAIMED: Final = 3
_PARAGRAPH: Final = 2  # line ends between paragraphs that a blank line parts
_BELOW_LEAD_IN: Final = 3.0
_HOPELESS: Final = -3.5  # below this, nothing further above can outweigh it


def read_layout(page: Page, signature_lines: Sequence[int]) -> Layout:
    """The spacing around signed paragraphs; ``signature_lines`` index the page's paragraphs."""
    text, paragraphs = page.text, page.paragraphs
    after = Counter(
        count_breaks(text, paragraphs[i][1], paragraphs[i + 1][0])
        for i in signature_lines
        if i + 1 < len(paragraphs)
    )
    usual = max(sorted(after), key=lambda n: after[n]) if after else 2
    if usual > _PARAGRAPH:  # a gap as wide may stand between embeds only
        every = Counter(count_breaks(text, a[1], b[0]) for a, b in pairwise(paragraphs))
        usual = min(usual, max(_PARAGRAPH, max(sorted(every), key=lambda n: every[n])))
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
    introduced: bool = False,
) -> int:
    """How many of the paragraphs above belong to the post.

    candidates  paragraphs between the previous claim and the post, in order
    own         the words on the signature's own line; empty if there are none
    after_post  whether the first candidate follows another post directly
    introduced  whether the line above the first candidate names the signer
    """
    text = page.text
    blocks = _join_lines(text, candidates, layout)
    if after_post and _is_all_scraps(text, candidates):
        return len(candidates)
    led_in = after_post and _is_led_in(text, blocks, own, layout)
    short = sum(_post_length(text, span) for span in (*candidates, own)) <= POST_LENGTH
    bonus = _BELOW_LEAD_IN if led_in or (introduced and short) else 0.0
    taken = best = 0
    total = 0.0
    below = own
    length = _post_length(text, own)
    for number, (block, lines) in enumerate(reversed(blocks)):
        alone = not has_words(text[below[0] : below[1]]) and taken == best
        length += _post_length(text, block)
        score = weigh_paragraph(page, block, below, layout)
        score += bonus if introduced or number + 1 < len(blocks) else 0.0
        if length > POST_LENGTH:
            paid = is_about_writer(text[slice(*block)])  # as long posts mostly are
            score -= (1.0 if paid else 2.5) if length < POST_LENGTH * 2 else (2.0 if paid else 4.0)
        if after_post and not layout.wide and number == 0 and len(blocks) == 1:
            score += _weigh_between_posts(text[block[0] : block[1]])
        if alone and not is_lead_in(text[block[0] : block[1]]):
            score = max(score, 1.0)  # a link or hashtags alone need the words above them
        total = min(total, 0.0) + score
        taken += lines
        below = block
        if total > 0:
            best = taken
            if QUOTED.match(text[block[0] : block[1]]):
                break  # quoted from end to end: what stands above is somebody else's
        elif total < _HOPELESS:
            break
    return best


def _is_all_scraps(text: str, candidates: Sequence[Span]) -> bool:
    """Whether between two posts stand only short lines, three and more: a post's list.

    One of them may be a little longer: a sentence.
    """
    lines = [text[slice(*span)] for span in candidates]
    words = sorted(len(line.split()) for line in lines)
    short = words[-2] <= _HEADING_WORDS and words[-1] <= _PROSE_WORDS if words[1:] else False
    told = any(is_reported(line) or count_editorial(line) for line in lines)
    return short and not told and len(lines) >= RUN and sum(map(len, lines)) <= POST_LENGTH


def _is_led_in(text: str, blocks: Sequence[tuple[Span, int]], own: Span, layout: Layout) -> bool:
    """Whether between two posts stand a lead-in and no more than one post's words."""
    if len(blocks) < 2:  # noqa: PLR2004 - a lead-in and something under it
        return False
    lines = [text[slice(*block)] for block, _ in blocks]
    length = sum(_post_length(text, block) for block, _ in blocks[1:]) + _post_length(text, own)
    others = any(_tells(line) or is_told(line, layout.language or "en") for line in lines[1:])
    opens = is_lead_in(lines[0]) or is_told(lines[0], layout.language or "en")
    return opens and not others and length <= POST_LENGTH


def _join_lines(text: str, spans: Sequence[Span], layout: Layout) -> list[tuple[Span, int]]:
    """Lines set closer than paragraphs are: they stand or fall together."""
    blocks: list[tuple[Span, int]] = []
    words = [is_word_line(text[start:end]) for start, end in spans]
    for number, (start, end) in enumerate(spans):
        if number and all(words[number - 1 : number + 1]) and _runs(words, number):
            (first, _), lines = blocks[-1]
            blocks[-1] = ((first, end), lines + 1)
            continue
        close = blocks and count_breaks(text, blocks[-1][0][1], start) < layout.usual
        above = text[slice(*blocks[-1][0])] if close else ""
        apart = close and _is_told_apart(above, text[start:end], layout.language)
        if close and not (apart or _tells(above) or quotes_somebody(above, layout.language)):
            (first, _), lines = blocks[-1]
            blocks[-1] = ((first, end), lines + 1)
        else:
            blocks.append(((start, end), 1))
    return blocks


def _is_told_apart(above: str, line: str, language: str | None) -> bool:
    """Whether prose in the article's language stands above a line in another one."""
    if language is None or len(above.split()) < _PROSE_WORDS or above[-1] not in ".।":
        return False
    return identify(above, language) == language != identify(line, language)


def _runs(words: Sequence[bool], number: int) -> bool:
    """Whether a line of a word or two stands in a run of them."""
    first = last = number
    while first > 0 and words[first - 1]:
        first -= 1
    while last + 1 < len(words) and words[last + 1]:
        last += 1
    return last - first + 1 >= RUN


def _tells(line: str) -> bool:
    return is_lead_in(line) or is_reported(line)


def _post_length(text: str, span: Span) -> int:
    words = text[span[0] : span[1]]
    return len(LINK.sub("", words) if holds_link(words) else words)


def _weigh_between_posts(block: str) -> float:
    """Between two posts the article's own voice speaks of posts, or at length."""
    if count_editorial(block) or _tells(block):
        return 0.0
    if len(block.split()) <= _EXCLAIMED and block[-1] in ".!?" and "\n" not in block:
        return 3.0  # "Unbelievable.": no heading ends so
    return 2.0 if _HEADING_WORDS < len(block.split()) <= _PROSE_WORDS + 4 else 0.5
