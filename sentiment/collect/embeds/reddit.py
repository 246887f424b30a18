"""Which post of Reddit does a piece of embed code hold?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.collect.embeds.markup import clean_url, read_words, tidy
from sentiment.model import Embed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_USER: Final = re.compile(r"reddit\.com/u(?:ser)?/([\w\-]+)")
_PRINTED_USER: Final = re.compile(r"\bby\s{1,3}u/([\w\-]+)")
_PERMALINK: Final = re.compile(r"reddit\.com/r/[\w\-]+/comments/")
_EMPTY: Final = frozenset({"comment", "post", "discussion", "from discussion", ""})


def read_blockquote(quote: HtmlElement) -> list[Embed]:
    """A ``blockquote.reddit-embed-bq`` or ``.reddit-card``: a post's title, or a comment's words.

    The code of a comment holds no words unless the site put them in.
    """
    title = next((a for a in quote.iter("a") if _PERMALINK.search(a.get("href") or "")), None)
    if title is None:
        return []
    user = next((m[1] for a in quote.iter("a") if (m := _USER.search(a.get("href") or ""))), None)
    if user is None and (printed := _PRINTED_USER.search(quote.text_content())):
        user = printed[1]
    url = clean_url(title.get("href"))
    body = "\n\n".join(filter(None, (read_words(p) for p in quote.iter("p", "section"))))
    is_comment = "/comment/" in (url or "") or title.text_content().strip().casefold() == "comment"
    words = tidy(body) if is_comment else tidy(read_words(title))
    if words.casefold() in _EMPTY:
        return []
    return [
        Embed(
            platform="reddit",
            text=words,
            kind="comment" if is_comment else "post",
            handle=user,
            url=url,
            rule="embed-reddit",
        )
    ]
