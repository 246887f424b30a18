"""Which flattened posts does an article close with a signature?

Layouts in docs/layouts.md: L01 to L05.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sentiment.extract.blocks import trim
from sentiment.extract.boundaries import MAX_PARAGRAPHS, POST_LENGTH, find_start, read_layout
from sentiment.extract.narrative import (
    MARK,
    count_editorial,
    is_lead_in,
    is_reported,
    skip_narrative,
)
from sentiment.extract.page import overlaps, starting_within
from sentiment.extract.posts import LINK, Post, has_words, last_link
from sentiment.extract.signatures import Signature, find_signatures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sentiment.extract.page import Page, Span
    from sentiment.extract.post_evidence import Layout


_LONG_OWN: Final = 330  # a line longer than a post may begin with narrative
_MAX_INTERRUPTIONS: Final = 2  # adverts inside one post
_MAX_TAIL: Final = 6  # lines of a post below its signature
_EMBED_LINK: Final = re.compile(r"https?://(?:www\.)?(?:twitter|x)\.com/\w+/status/\d+\S*")
_ITEM: Final = re.compile(r"\d{1,3}[.)]")
# "…, tweeted:Dignified as ever": a lead-in that lost its line end
_GLUED: Final = re.compile(r"[^\W\d_]['’”\"»)]?:(?=[A-ZÀ-Þ@#“\"‘])")
_GLUED_REACH: Final = 300
# @moth wrote: “Not again!” Not again! — Moth Lane (@moth): told first, then shown
_RETOLD: Final = re.compile(r"[“\"](?P<w>[^\s“”\"]+ [^\s“”\"]+)[^“”\"]{0,500}[”\"]\W?\s+(?=(?P=w))")
_LEAD_WORDS: Final = 3
_LEADING: Final = re.compile(r"[-–—]{1,2}\s?(?=[“\"«‘„])")
_QUOTES: Final = {"“": "”", "‘": "’", '"': '"', "«": "»", "„": "“"}


def find_signed_posts(page: Page) -> tuple[Post, ...]:
    """Posts that end in "— Name (@handle) date" or a lesser form of it, in order."""
    signatures = find_signatures(page)
    if not signatures:
        return ()
    starts = [start for start, _ in page.paragraphs]
    lines = [max(0, bisect.bisect_right(starts, s.start) - 1) for s in signatures]
    layout = read_layout(page, lines)
    posts: list[Post] = []
    floor = 0
    for signature, line in zip(signatures, lines, strict=True):
        posts.append(_read_post(page, layout, signature, line, floor))
        floor = max(floor, signature.end)
    return tuple(_join_tails(page, posts, layout))


def _read_post(page: Page, layout: Layout, signature: Signature, line: int, floor: int) -> Post:
    text = page.text
    own_start = max(page.paragraphs[line][0], floor)
    own = trim(text, min(own_start, signature.start), signature.start)
    crowded = floor > page.paragraphs[line][0] or own[1] - own[0] > _LONG_OWN
    if crowded or page.text.find("(@", signature.end, page.paragraphs[line][1]) >= 0:
        own = trim(text, own[0] + skip_narrative(text[own[0] : own[1]]), own[1])
    own = _before_furniture(page, own)
    every = _candidates(page, line, floor) if own[0] <= page.paragraphs[line][0] else []
    above = _below_name(text, every, signature.author)
    after_post = bool(above) and floor > 0 and not text[floor : above[0][0]].strip()
    introduced = len(above) < len(every)
    taken = find_start(page, above, own, layout, after_post=after_post, introduced=introduced)
    pieces = [*above[len(above) - taken :]]
    if own[0] < own[1]:
        pieces.append(own)
    if not pieces:
        return _make(signature, (signature.start, signature.start), "", "")
    first = _skip_glued(text, pieces[0][0], pieces[-1][1])
    start, end = _unquote(text, first, pieces[-1][1])
    words = _words(page, start, end)
    return _make(signature, (start, end), words if has_words(words) else "", words)


def _join_tails(page: Page, posts: Sequence[Post], layout: Layout) -> Iterator[Post]:
    """Posts with the lines that slipped below their signature.

    Where lines stand unspaced, lines of hashtags, mentions or pictures between a
    signature and something that is no post can only be the end of that post.
    """
    text, paragraphs = page.text, page.paragraphs
    starts = [start for start, _ in paragraphs]
    for number, post in enumerate(posts):
        at = bisect.bisect_right(starts, post.span[1])
        following = posts[number + 1].span[0] if number + 1 < len(posts) else len(text)
        own_line = bool(at) and paragraphs[at - 1][1] <= post.span[1]
        if layout.usual > 1 or not post.text or not own_line:
            yield post
            continue
        last, length = at, len(LINK.sub("", post.text))
        for line in range(at, min(len(paragraphs), at + _MAX_TAIL)):
            length += len(LINK.sub("", text[slice(*paragraphs[line])]))
            beyond = paragraphs[line][1] > following or length > POST_LENGTH
            leads = line + 1 < len(paragraphs) and _is_tail(page, paragraphs[line + 1])
            if beyond or _is_articles(page, paragraphs[line], leads=leads):
                break
            if _is_tail(page, paragraphs[line]):
                last = line + 1
        rest = paragraphs[last : last + 1]
        # more of the article before the next post, or the picture's link that ends this one
        apart = bool(rest) and rest[0][0] < following
        apart = apart or _ends_in_link(text[slice(*paragraphs[last - 1])])
        if last > at and apart:
            tail = text[paragraphs[at][0] : paragraphs[last - 1][1]]
            end = paragraphs[last - 1][1]
            yield replace(post, span=(post.span[0], end), end=end, text=f"{post.text}\n{tail}")
        else:
            yield post


def _is_articles(page: Page, span: Span, *, leads: bool) -> bool:
    """Whether a line below a signature is the article's own: it tells of those who react.

    leads  whether the line below can only be of a post
    """
    line = page.text[slice(*span)]
    told = is_lead_in(line) or is_reported(line) or (count_editorial(line) > 0 and not leads)
    return told or overlaps(page.furniture, span)


def _is_tail(page: Page, span: Span) -> bool:
    """Whether a line below a signature can only be of a post: it ends in a tag or a link."""
    line = page.text[slice(*span)]
    marked = line.split()[-1].startswith(("#", "@")) or _ends_in_link(line)
    return marked and not is_lead_in(line) and not overlaps(page.furniture, span)


def _ends_in_link(line: str) -> bool:
    return any(link.end() == len(line) for link in LINK.finditer(line))


def _make(signature: Signature, span: Span, words: str, printed: str) -> Post:
    return Post(
        span=(span[0], signature.end),
        start=span[0],
        end=span[1],
        text=words,
        kind="post",
        platform=signature.platform,
        rule=signature.rule,
        author=signature.author,
        handle=signature.handle,
        posted_at=signature.posted_at,
        url=signature.url or last_link(printed),
    )


def _candidates(page: Page, line: int, floor: int) -> list[Span]:
    """Paragraphs above a signature's line, down to the last post; adverts are passed over."""
    found: list[Span] = []
    passed = 0
    for start, end in reversed(page.paragraphs[max(0, line - MAX_PARAGRAPHS) : line]):
        if start < floor or overlaps(page.claimed, (start, end)):
            break
        if overlaps(page.furniture, (start, end)):
            passed += 1
            if passed > _MAX_INTERRUPTIONS or _ITEM.fullmatch(page.text, start, end):
                break
            continue
        if _EMBED_LINK.fullmatch(page.text, start, end):
            break  # the address of another embed that vanished
        found.append((start, end))
    return found[::-1]


def _below_name(text: str, above: list[Span], author: str | None) -> list[Span]:
    """The paragraphs below a heading with the signature's name, or narrative that tells of it."""
    name = (author or "").casefold()
    if not name:
        return above
    for index in range(len(above) - 1, -1, -1):
        line = text[slice(*above[index])]
        if name not in line.casefold():
            continue
        heading = _ITEM.sub("", line, count=1).strip().casefold() == name
        if heading or (" " in name and not MARK.search(line) and not LINK.search(line)):
            return above[index + 1 :]
    return above


def _skip_glued(text: str, start: int, end: int) -> int:
    """Where the post begins behind a lead-in that runs into it, or tells its words first."""
    for retold in _RETOLD.finditer(text, start, end):
        start = retold.end()
    found = _GLUED.search(text, start, min(end, start + _GLUED_REACH))
    if found is None:
        return start
    lead = text[start : found.end()]
    long = len(lead.split()) >= _LEAD_WORDS and lead[0].isupper()
    return found.end() if long and not MARK.search(lead) else start


def _before_furniture(page: Page, own: Span) -> Span:
    """The words up to where a notice runs on: "... SIGN UP FOR OUR NEWSLETTER — Name"."""
    for start, end in starting_within(page.furniture, *own):
        if own[1] <= end:
            return trim(page.text, own[0], start)
    return own


def _words(page: Page, start: int, end: int) -> str:
    """The words of a span without the adverts that interrupt them."""
    inside = [(a, b) for a, b in starting_within(page.furniture, start, end) if b < end]
    if not inside:
        return page.text[start:end]
    cuts = [start, *(at for span in inside for at in span), end]
    pieces = [page.text[cuts[i] : cuts[i + 1]].strip() for i in range(0, len(cuts), 2)]
    return "\n\n".join(filter(None, pieces))


def _unquote(text: str, start: int, end: int) -> Span:
    """Without quotation marks that the article put around the whole post."""
    dashes = _LEADING.match(text, start, end)
    start = dashes.end() if dashes else start  # --"What a night!" --@moth
    closing = _QUOTES.get(text[start])
    inner = text[start + 1 : end - 1]
    if closing and text[end - 1] == closing and closing not in inner and text[start] not in inner:
        return trim(text, start + 1, end - 1)
    if closing and closing != text[start] and closing not in text[start:end]:
        return trim(text, start + 1, end)  # the mark was never closed
    return start, end
