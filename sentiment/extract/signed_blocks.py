"""Which words without quotation marks does a bare name sign?

This is so annoying. I go crazy with rage.          a block, closed by a dash and a name

— Jang Mi Rae

• Time to do it statewide. — Bill S.                letters and comments, one a bullet

Layouts in docs/layouts.md: L13 and L34.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.extract.blocks import count_breaks, trim
from sentiment.extract.listed import PROMISE
from sentiment.extract.narrative import is_first_person, is_lead_in, is_reported
from sentiment.extract.page import overlaps
from sentiment.extract.posts import Post, has_words, last_link
from sentiment.extract.unsigned import named_platform

if TYPE_CHECKING:
    from sentiment.extract.page import Page, Span
    from sentiment.model import Kind, Platform

_SIGNATURE: Final = re.compile(r"[—―–]{1,2}\s?(?P<n>[^\W\d_][^\n—―–@()\[\]:;!?“”\"#]{1,70})\Z")
_BULLET: Final = re.compile(
    r"[•▪●◦*]\s+(?P<t>\S.{8,900}?)\s?[—–―]\s?(?P<n>[A-ZÀ-Þ][\w.'’ -]{1,40})\Z"
)
_BYLINE: Final = frozenset({"by", "por", "par"})
"""What opens a reporter's line: — By Ida Brook."""
_SMALL: Final = frozenset(
    ["and", "of", "the", "for", "de", "la", "van", "von", "bin", "al", "y", "e", "et", "und", "&"]
)
"""Words that names print small."""
_CROWD: Final = re.compile(
    r"(?:K-|Korean |International |Angry )?(?:netizens?|fans?|commenters?|users?|internauts?)\Z",
    re.IGNORECASE,
)
_OPENERS: Final = "“\"‘'«„「-–—―•*"
_MOST_WORDS: Final = 8
_FEWEST_WORDS: Final = 4
_MOST_LINES: Final = 6
_SCENE: Final = 500
"""Code points before a block in which the place of its words is told."""
_WROTE: Final = re.compile(
    r"\b(?:posts?|posted|wrote|shared|upload\w*|tweet\w*|caption\w*|stor(?:y|ies)|took to)\b",
    re.IGNORECASE,
)
_COMMENTED: Final = re.compile(r"\b(?:comment(?:s|ed|ing)?|replie[sd]|replies)\b", re.IGNORECASE)
_REACH: Final = 1500
_FEWEST_BULLETS: Final = 2


def find_signed_blocks(page: Page) -> tuple[Post, ...]:
    """Blocks and bullets that end in a dash and a name, in order."""
    return tuple(sorted([*_blocks(page), *_bullets(page)], key=lambda post: post.span))


def _blocks(page: Page) -> list[Post]:
    posts: list[Post] = []
    known: dict[str, tuple[Kind, Platform | None]] = {}
    for number, span in enumerate(page.paragraphs):
        if page.text[span[0]] not in "—―–" or number < 2:  # noqa: PLR2004 - a headline, a block
            continue
        name = _signer(page.text[slice(*span)])
        block = _block_above(page, number) if name else None
        if name is None or block is None:
            continue
        words = page.text[slice(*block)]
        if number + 1 == len(page.paragraphs) and not is_first_person(words):
            continue  # the reporter's or the agency's name at the article's end
        floor = posts[-1].span[1] if posts else 0
        scene = page.text[max(floor, block[0] - _SCENE) : block[0]]
        kind, platform = _judge(scene, words)
        crowd = _CROWD.fullmatch(name) is not None
        if crowd:
            kind = "comment"
        elif platform is None and name in known:
            kind, platform = known[name]
        known[name] = kind, platform
        posts.append(
            Post(
                span=(block[0], span[1]),
                start=block[0],
                end=block[1],
                text=words,
                kind=kind,
                platform=platform,
                rule="signature-block",
                author=None if crowd else name,
                url=last_link(words),
            )
        )
    return posts


def _signer(line: str) -> str | None:
    """The name on a line that holds nothing but a dash and a name."""
    match = _SIGNATURE.match(line)
    if match is None:
        return None
    name = match["n"].strip(" .,")
    words = name.split()
    if _CROWD.fullmatch(name):
        return name
    if not 1 < len(words) <= _MOST_WORDS or line[-1] in ",;" or words[0].casefold() in _BYLINE:
        return None
    capitals = all(w[0].isupper() or w[0].isdigit() or w in _SMALL for w in words)
    return match["n"].strip() if capitals and words[0][0].isupper() else None


def _block_above(page: Page, number: int) -> Span | None:
    """The lines above a signature that stand closer together than paragraphs do."""
    text, paragraphs = page.text, page.paragraphs
    last = number - 1
    first = last
    wide = count_breaks(text, paragraphs[last][1], paragraphs[number][0]) > 1
    while wide and first > 0 and last - first < _MOST_LINES:
        if count_breaks(text, paragraphs[first - 1][1], paragraphs[first][0]) > 1:
            break
        first -= 1
    spans = paragraphs[first : last + 1]
    lines = [text[slice(*span)] for span in spans]
    free = not any(overlaps(page.furniture, s) or overlaps(page.claimed, s) for s in spans)
    told = any(is_lead_in(line) or line[0] in _OPENERS for line in lines) or is_reported(lines[0])
    whole = sum(len(line.split()) for line in lines) >= _FEWEST_WORDS
    if not free or told or not whole or first == 0:
        return None
    return trim(text, spans[0][0], spans[-1][1])


def _judge(scene: str, words: str) -> tuple[Kind, Platform | None]:
    """Kind and platform of a block, from the prose right before it."""
    platform = named_platform(scene)
    if platform is None:
        return "quote", None
    if _WROTE.search(scene):
        return "post", platform
    return ("comment" if _COMMENTED.search(scene) and has_words(words) else "quote"), platform


def _bullets(page: Page) -> list[Post]:
    """Signed bullets in an article about comments, two and more."""
    posts = []
    for span in page.paragraphs:
        if page.text[span[0]] not in "•▪●◦*" or overlaps(page.claimed, span):
            continue
        match = _BULLET.match(page.text[slice(*span)])
        if match is None:
            continue
        start, end = trim(page.text, span[0] + match.start("t"), span[0] + match.end("t"))
        before = page.text[max(0, span[0] - _REACH) : span[0]]
        words = page.text[start:end]
        if PROMISE.search(before):
            posts.append(
                Post(
                    span=span,
                    start=start,
                    end=end,
                    text=words,
                    kind="comment",
                    platform=named_platform(before),
                    rule="signature-block",
                    author=match["n"].strip(),
                    url=last_link(words),
                )
            )
    return posts if len(posts) >= _FEWEST_BULLETS else []
