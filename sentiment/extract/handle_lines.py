"""Which paragraphs stand below lines that are nothing but somebody's handle?

@moth said:           the words on the line below
@NiaB Nia Brennock    handle and name, the words on the line below
Nia Brennock   @NiaB  the same, the name first

Layouts in docs/layouts.md: L06 and L12.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sentiment.extract.listed import MIN_LINES, PROMISE_REACH, QUOTES, is_name_like, make_item
from sentiment.extract.unsigned import named_platform

if TYPE_CHECKING:
    from sentiment.extract.page import Page
    from sentiment.extract.posts import Post
    from sentiment.model import Kind

_NAME_FIRST: Final = re.compile(
    r"(?P<n>[^\W\d_][^\s@:,!?]{0,23}(?: [^\s@:,!?]{1,24}){0,3})\s{1,16}@(?P<h>[\w.]{2,30})"
)
_SAID: Final = re.compile(
    r"@(?P<h>[\w.]{2,30})\s"
    r"(?:[a-z]{3,12}\s?:|(?P<n>[^\W\d_][^\s@:,!?]{0,23}(?: [^\s@:,!?]{1,24}){1,3}))"
)


def find_said(page: Page) -> list[Post]:
    """Paragraphs below lines that are "@handle said:" or "@handle Name", two or more in a row."""
    text, paragraphs = page.text, page.paragraphs
    if "@" not in text:
        return []
    posts: list[Post] = []
    run: list[Post] = []
    number = 0
    while number < len(paragraphs):
        span = paragraphs[number]
        above = _SAID.fullmatch(text, *span) or _NAME_FIRST.fullmatch(text, *span)
        if above is not None and above["n"] and not is_name_like(above["n"]):
            above = None
        below = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if above is None or below is None or text[below[0]] in QUOTES:
            if len(run) >= MIN_LINES:
                posts.extend(run)
            run = []
            number += 1
            continue
        start = paragraphs[number][0]
        platform = named_platform(text[max(0, start - PROMISE_REACH) : start]) or "twitter"
        made = make_item(text, (start, below[1]), below[0], "list-said")
        kind: Kind = "post" if platform == "twitter" else "comment"
        name, handle = above["n"], above["h"]
        run.append(replace(made, kind=kind, platform=platform, author=name, handle=handle))
        number += 2
    return posts + run if len(run) >= MIN_LINES else posts
