"""Which paragraphs stand below lines that name somebody and a network, nothing else?

    Cliff Rowan on Twitter      the words on the lines below
    Dana Ley on Instagram

Radio stations' pages print what an embed falls back to: the title of its page. One such
line alone is a picture's credit as likely, so its words must look like a post.

Layouts in docs/layouts.md: L06.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sentiment.extract.listed import MIN_LINES, QUOTES, make_item
from sentiment.extract.narrative import count_editorial, is_lead_in, is_reported
from sentiment.extract.signature_parts import PLATFORMS
from sentiment.extract.unsigned import weigh_alone

if TYPE_CHECKING:
    from sentiment.extract.page import Page, Span
    from sentiment.extract.posts import Post

_LINE: Final = re.compile(
    r"(?P<n>[^\n:.!?“”\"@]{2,48}) on (?P<p>Twitter|X|Instagram|Facebook|Threads|Bluesky|TikTok)"
)
_LONGEST: Final = 64
_WORDS: Final = 6
"""Words of a display name."""
_NO_NAMES: Final = frozenset(
    """more follow us share see watch read view join find photo photos video via post posts posted
    reactions reaction fans this also what like tweet tweets trending live latest comments connect
    viral everyone people the a his her their how why users""".split()  # noqa: SIM905 - read aloud
)
"""What begins a line that names nobody: Follow us on Twitter."""
_STRONG: Final = 1.7
"""Evidence for a post below a line that stands alone of its kind."""


def find_below_names(page: Page) -> list[Post]:
    """Paragraphs below lines such as "Cliff Rowan on Twitter"."""
    text, paragraphs = page.text, page.paragraphs
    lines = [(i, found) for i, span in enumerate(paragraphs) if (found := _named(text, span))]
    names = {match["n"] for _, match in lines}  # a headline may stand twice
    posts: list[Post] = []
    for number, found in lines:
        if number + 1 >= len(paragraphs):
            continue
        start, end = paragraphs[number + 1]
        words = text[start:end]
        if words[0] in QUOTES or _named(text, (start, end)) or _tells(words):
            continue
        if len(names) < MIN_LINES and weigh_alone(words) < _STRONG:
            continue
        made = make_item(text, (paragraphs[number][0], end), start, "list-said")
        platform = PLATFORMS[found["p"].casefold()]
        posts.append(replace(made, kind="post", platform=platform, author=found["n"].strip()))
    return posts


def _named(text: str, span: Span) -> re.Match[str] | None:
    """The line of a name and a network, if a paragraph is one."""
    if span[1] - span[0] > _LONGEST:
        return None
    found = _LINE.fullmatch(text, *span)
    if found is None:
        return None
    words = found["n"].split()
    first = words[0]
    long = [word for word in words if len(word) > 1]  # "/ / D A N A / /"
    named = len(long) <= _WORDS and not first[0].islower()
    return found if named and first.casefold() not in _NO_NAMES else None


def _tells(words: str) -> bool:
    """Whether a paragraph is the paper's own."""
    return count_editorial(words) > 0 or is_reported(words) or is_lead_in(words)
