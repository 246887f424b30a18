"""Which flattened posts are framed by words of the embed code itself?

View this post on Instagram ... A post shared by Name (@handle)
... Posted by Name on Wednesday, March 20, 2024        (Facebook)
@handle ... ♬ original sound - name                    (TikTok)

Layouts in docs/layouts.md: L07 and L31.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from sentiment.data.dates import match_date, parse_date
from sentiment.data.loader import read_table
from sentiment.extract.blocks import trim
from sentiment.extract.page import overlaps
from sentiment.extract.posts import Post, has_words, last_link
from sentiment.extract.unsigned import weigh_alone

if TYPE_CHECKING:
    from sentiment.extract.page import Page, Span

_OWNER: Final = re.compile(
    r"\s*(?P<name>[^\n(]{0,120}?(?:\([^@\n)]{0,40}\)[^\n(]{0,60}?)?)\s?\(\s?@(?P<h>[\w.\-]{1,40})\s?\)"
    r"|\s*@(?P<h2>[\w.\-]{2,40})"
)
_ON: Final = re.compile(r"\s{0,2}(?:on|el|em|le|am|il|op|,)?\s{0,2}", re.IGNORECASE)
_FACEBOOK: Final = re.compile(
    r"(?:Posted by|Gepostet von|Publicado por|Publiée? par) (?P<name>[^\n]{2,80}?)"
    r" (?:on|am|el|le|em) "
)
_MUSIC: Final = re.compile(r"\s?♬[^\n]{0,120}")
_TIKTOK: Final = re.compile(r"@(?P<h>[\w.\-]{2,40})\s+(?=\S)")
_CAPTION: Final = 1.2  # evidence that a paragraph without a frame is a caption
_MAX_ABOVE: Final = 14  # paragraphs of a caption


def find_captions(page: Page) -> tuple[Post, ...]:
    """Posts of Instagram, Facebook and TikTok as their embed code flattens, in order."""
    posts: list[Post] = []
    floor = 0
    text = page.text
    shares, music = "@" in text and names_a_share(text), "♬" in text
    facebook = _FACEBOOK.search(text) is not None
    if not (shares or music or facebook):
        return ()
    for number, span in enumerate(page.paragraphs):
        post = (
            (_read_shared(page, number, floor) if shares else None)
            or (_read_facebook(page, span, floor) if facebook else None)
            or (_read_tiktok(text, span) if music else None)
        )
        if post is not None:
            posts.append(post)
            floor = post.span[1]
    return tuple(posts)


def _read_shared(page: Page, number: int, floor: int) -> Post | None:
    text = page.text
    start, end = page.paragraphs[number]
    if text.find("@", start, end) < 0:
        return None
    phrase = _pattern("shared").search(text, start, end)
    owner = _OWNER.match(text, phrase.end(), end) if phrase else None
    if phrase is None or owner is None:
        return None
    handle = owner["h"] or owner["h2"]
    close = owner.end()
    date = match_date(text, _skip(text, close, end), page.published)
    if date:
        close = date.end
    opening = _find_opening(page, number, floor)
    if opening is not None:
        first, words_start = opening
    else:
        first = words_start = start
        above = page.paragraphs[number - 1] if number else (0, 0)
        if start == phrase.start() and floor <= above[0] < above[1] and _is_caption(page, above):
            first = words_start = above[0]
    words = trim(text, min(words_start, phrase.start()), phrase.start())
    said = text[words[0] : words[1]]
    return Post(
        span=(min(first, words[0]), close),
        start=words[0],
        end=words[1],
        text=said if has_words(said) else "",
        kind="post",
        platform="instagram",
        rule="caption-instagram",
        author=(owner["name"] or "").strip(" ,") or None,
        handle=handle.strip("."),
        posted_at=date.day if date else None,
        url=last_link(said),
    )


def _is_caption(page: Page, span: Span) -> bool:
    """Whether the paragraph above "A post shared by" reads like the post's caption."""
    if overlaps(page.furniture, span):
        return False
    return weigh_alone(page.text[span[0] : span[1]]) >= _CAPTION


def _find_opening(page: Page, number: int, floor: int) -> Span | None:
    """Where "View this post on Instagram" begins and ends, on this line or above it."""
    text = page.text
    for start, end in reversed(page.paragraphs[max(0, number - _MAX_ABOVE) : number + 1]):
        if start < floor and end <= floor:
            return None
        views = list(_pattern("view").finditer(text, max(start, floor), end))
        if views:
            return views[-1].span()
    return None


def _read_facebook(page: Page, span: Span, floor: int) -> Post | None:
    text = page.text
    match = _FACEBOOK.search(text, *span)
    if match is None:
        return None
    day = parse_date(text[match.end() : min(span[1], match.end() + 60)], page.published)
    words = trim(text, max(span[0], floor), match.start())
    said = text[words[0] : words[1]]
    if day is None or not has_words(said):
        return None
    return Post(
        span=(words[0], span[1]),
        start=words[0],
        end=words[1],
        text=said,
        kind="post",
        platform="facebook",
        rule="caption-facebook",
        author=match["name"].strip(),
        posted_at=day,
        url=last_link(said),
    )


def _read_tiktok(text: str, span: Span) -> Post | None:
    music = _MUSIC.search(text, *span)
    if music is None:
        return None
    owner = _TIKTOK.match(text, *span)
    start = owner.end() if owner else span[0]
    words = trim(text, min(start, music.start()), music.start())
    said = text[words[0] : words[1]]
    return Post(
        span=span,
        start=words[0],
        end=words[1],
        text=said if has_words(said) else "",
        kind="post",
        platform="tiktok",
        rule="caption-tiktok",
        handle=owner["h"] if owner else None,
        url=last_link(said),
    )


def _skip(text: str, start: int, end: int) -> int:
    gap = _ON.match(text, start, end)
    return gap.end() if gap else start


def names_a_share(line: str) -> bool:
    """Whether a text says "A post shared by", whose handle is no signature."""
    folded = line.casefold()
    return any(map(folded.__contains__, _phrases("shared")))


@cache
def _phrases(use: str) -> tuple[str, ...]:
    rows = read_table("embed_phrases.tsv", ("phrase", "use", "language"), 2)
    return tuple(sorted((row[0] for row in rows if row[1] == use), key=len, reverse=True))


@cache
def _pattern(use: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, _phrases(use)))})", re.IGNORECASE)
