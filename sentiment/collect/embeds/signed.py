"""Which post do Threads, Bluesky, Mastodon and Facebook put into their embed code?

All four print the words first, then who and when; they differ in where the
permalink stands and how the author is named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.collect.embeds.markup import (
    clean_language,
    clean_url,
    drop_stand_ins,
    read_date,
    read_words,
    split_signature,
    tidy,
)
from sentiment.model import Embed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from sentiment.model import Kind, Platform

_LABEL: Final = 60  # characters of "Publicación de @ada" and the like
_AT_URI: Final = re.compile(r"at://(did:[\w:.%-]+|[\w.\-]+)/app\.bsky\.feed\.post/(\w+)")
_AT_HOST: Final = re.compile(r"https?://([\w.\-]+)/@([\w.\-]+)/\d+")
_POST_BY: Final = re.compile(
    r"\b(?:Post by|Posted by|Publicado por|Publié par|Beitrag von)\s[^\n]*", re.IGNORECASE
)
_FACEBOOK_BY: Final = re.compile(
    r"(?:Posted by|Publicado por|Publiée? par|Gepostet von|Pubblicato da|Publicada por)\s*"
    r"(?P<name>[^\n]{1,120}?)(?:\s+(?:on|el|em|le|am|su|il)\s*(?P<date>[^\n]{0,80}))?\s*\Z",
    re.IGNORECASE,
)


def read_threads(quote: HtmlElement) -> list[Embed]:
    """A ``blockquote.text-post-media``."""
    url = clean_url(quote.get("data-text-post-permalink"))
    found = re.search(r"threads\.(?:net|com)/@([\w.\-]+)", url or "")
    return _read(quote, "threads", url, found[1] if found else None)


def read_bluesky(quote: HtmlElement) -> list[Embed]:
    """A ``blockquote.bluesky-embed``."""
    link = next(
        (
            a.get("href")
            for a in reversed(list(quote.iter("a")))
            if re.search(r"bsky\.app/profile/[^/]+/post/", a.get("href") or "")
        ),
        None,
    )
    uri = _AT_URI.search(quote.get("data-bluesky-uri") or "")
    url = clean_url(link) or (f"https://bsky.app/profile/{uri[1]}/post/{uri[2]}" if uri else None)
    return _read(quote, "bluesky", url, None)


def read_mastodon(quote: HtmlElement) -> list[Embed]:
    """A ``blockquote.mastodon-embed``."""
    url = clean_url(quote.get("data-embed-url"))
    url = url.removesuffix("/embed") if url else None
    named = _AT_HOST.match(url or "")
    return _read(quote, "mastodon", url, f"{named[2]}@{named[1]}" if named else None)


def read_facebook(holder: HtmlElement) -> list[Embed]:
    """A ``div.fb-post``, ``fb-video`` or ``fb-comment-embed`` whose blockquote holds words."""
    quote = holder if holder.tag == "blockquote" else next(holder.iter("blockquote"), None)
    if quote is None:
        return []
    url = clean_url(quote.get("cite")) or clean_url(holder.get("data-href"))
    first = next(iter(quote), None)  # a film's title, before its description
    titled = first is not None and first.tag == "a" and clean_url(first.get("href")) == url
    text = tidy(read_words(quote, lambda node: titled and node is first))
    match = _FACEBOOK_BY.search(text[-260:])
    if match is None:
        return []
    words = tidy(text[: max(0, len(text) - 260) + match.start()])
    if not words:
        return []
    kind: Kind = "comment" if "comment" in (holder.get("class") or "") else "post"
    return [
        Embed(
            platform="facebook",
            text=words,
            kind=kind,
            author=match["name"].strip(" ,·") or None,
            posted_at=read_date(match["date"]),
            url=url,
            rule="embed-facebook",
        )
    ]


def _read(
    quote: HtmlElement, platform: Platform, url: str | None, handle: str | None
) -> list[Embed]:
    dated = _dated_link(quote)
    text = read_words(quote, lambda n: n is dated or _is_stand_in(n, url), links=True)
    signed = split_signature(tidy(drop_stand_ins(text)))
    words = tidy(drop_stand_ins(_POST_BY.sub("", signed.words)))
    if not words and signed.handle is None:
        words = _in_link(quote, url, platform)
    if not words or (signed.handle is None and handle is None and url is None):
        return []
    date = read_date(" ".join(dated.text_content().split())) if dated is not None else None
    language = next((p.get("lang") for p in quote.iter("p") if p.get("lang")), None)
    return [
        Embed(
            platform=platform,
            text=words,
            author=signed.name,
            handle=signed.handle or handle,
            posted_at=date,
            url=url,
            language=clean_language(language, words),
            rule=f"embed-{platform}",
        )
    ]


def _dated_link(quote: HtmlElement) -> HtmlElement | None:
    """The last link, if its text is a date."""
    for link in reversed(list(quote.iter("a"))):
        text = " ".join(link.text_content().split())
        if text:
            return link if read_date(text) else None
    return None


def _is_stand_in(node: HtmlElement, url: str | None) -> bool:
    """Links to the post itself: "[image or embed]", "View on Threads", in every language."""
    return node.tag == "a" and url is not None and clean_url(node.get("href")) == url


def _in_link(quote: HtmlElement, url: str | None, platform: Platform) -> str:
    """Words that code puts into its one link, without "Post by @ada" and "View on Threads"."""
    link = next((a for a in quote.iter("a") if _is_stand_in(a, url)), None)
    lines = read_words(link).split("\n") if link is not None else []
    labels = (
        line
        for line in lines
        if len(line) > _LABEL or not re.search(f"@|{platform}", line, re.IGNORECASE)
    )
    return tidy(drop_stand_ins("\n".join(labels)))
