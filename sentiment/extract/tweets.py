"""Which spans of an article are flattened posts, and whose?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sentiment.extract.captions import find_captions
from sentiment.extract.cards import find_cards
from sentiment.extract.handle_lines import find_said
from sentiment.extract.headed import find_headed
from sentiment.extract.listed import find_listed
from sentiment.extract.network_lines import find_below_names
from sentiment.extract.page import claim, overlaps, read_page
from sentiment.extract.posts import Post
from sentiment.extract.signed_blocks import find_signed_blocks
from sentiment.extract.signed_posts import find_signed_posts
from sentiment.extract.unsigned import find_unsigned
from sentiment.extract.user_lines import find_user_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sentiment.extract.page import Page

__all__ = ["Post", "find_posts", "find_posts_on"]


def find_posts(text: str, published: str | None = None) -> tuple[Post, ...]:
    """Every flattened post, in order, their spans disjoint.

    published  the article's ISO date, for "2h ago" and for 03/04/2024
    A post whose text is "" claims its span and gives no reaction.
    """
    return find_posts_on(read_page(text, published))


def find_posts_on(page: Page) -> tuple[Post, ...]:
    """Every flattened post of a page that is cut already."""
    found: list[Post] = []
    # the surer a layout is of itself, the earlier it may claim its region
    finders = (
        find_captions, find_cards, find_listed, find_said, find_below_names, find_user_lines,
        find_signed_posts, find_headed, find_signed_blocks, find_unsigned,
    )  # fmt: skip
    for find in finders:
        posts = _disjoint(p for p in find(page) if not overlaps(page.claimed, p.span))
        page = claim(page, (post.span for post in posts))
        found.extend(posts)
    return _disjoint(found)


def _disjoint(posts: Iterable[Post]) -> tuple[Post, ...]:
    kept: list[Post] = []
    for post in sorted(posts, key=lambda p: (p.span[0], -p.span[1])):
        if not kept or post.span[0] >= kept[-1].span[1]:
            kept.append(post)
    return tuple(kept)
