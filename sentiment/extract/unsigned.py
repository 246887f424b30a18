"""Which paragraphs are posts although nobody signed them?

Some extractors keep a post's words and lose its signature. What is left shows
itself: it begins with mentions, ends in hashtags, emoji or a picture's link,
and stands among others like it below a lead-in.

Layouts in docs/layouts.md: L04.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from sentiment.extract.furniture import join_spans
from sentiment.extract.narrative import count_editorial, is_lead_in, is_reported
from sentiment.extract.page import overlaps
from sentiment.extract.posts import Post, has_words, last_link

if TYPE_CHECKING:
    from sentiment.extract.page import Page, Span
    from sentiment.model import Platform

_OWN_LINK: Final = re.compile(r"https?://t\.co/\w{8,}|pic\.(?:twitter|x)\.com/\w{6,}")
_MENTION_FIRST: Final = re.compile(r"\W{0,3}(?:@\w{2,30}\W{1,3})+\S")
# `@larkfield asked: "…"`, or `@larkfield noted:` above the words: the article tells it
_TOLD_FIRST: Final = re.compile(r"@\w{2,30}(?: [a-z]{2,14}){1,3}\s?(?:[:,]\s?[\"“‘']|:\Z)")
# the prose leads up to somebody's words: `There was anger, too: “…”`
_LED_IN: Final = re.compile(r"[A-Z][\w ,’'\-]{16,90}: ?[“\"][^“”\"]+[”\"]\W?")
# a picture's credit: `@moth on TikTok`
_CREDIT: Final = re.compile(
    r"\W{0,3}@[\w.]{2,30}\s?(?:on|via|[/|])\s?(?:Twitter|X|Instagram|Facebook|TikTok|Threads|YouTube)\W{0,3}"
)
_TAG: Final = re.compile(r"#(?<!\w#)\w")
_MENTION: Final = re.compile(r"@(?<!\w@)\w{2,}")
_TAG_LAST: Final = re.compile(r"(?<!\w)[#@]\w+\W{0,3}\Z")
_STRETCHED: Final = re.compile(
    r"([^\W\d_])\1{2,}|[!?]{2,}|\.{2,}|…|\b(?:lol|lmao|omg|bro|wtf|brb)\b", re.IGNORECASE
)
_FIRST_PERSON: Final = re.compile(r"\b(?:I|I'm|I’m|im|me|my|we|you|ur|u)\b")
_CODE: Final = "{};>"  # style sheets that slipped into the text
_QUOTED: Final = "“\"‘«„'"
_CLOSERS: Final = "”\"»’'"
# marks that a verb or a noun leads up to and that close with the paragraph
_QUOTED_LAST: Final = re.compile(r"[a-z][,:] ?[“\"«‘'](?=[^\s”\"»]).{12,}\Z")
# a mention, a hashtag, an address, or any sign beyond letters and typography
_MARKED: Final = re.compile(r"@\w|#\w|https?:|pic\.")
_SIGNED: Final = re.compile(r"[\u2190-\u2bff\u3030\ufe0f\U0001f000-\U0001faff]")
_LINK_LAST: Final = re.compile(r"(?:pic\.(?:twitter|x)\.com/|https?://t\.co/)\w+(?=\s*\Z|\s*\n)")
_CLOSED: Final = re.compile(r"(?:[#@]\w+|(?:https?:|pic\.)\S+)\W{0,3}\Z")
_LINK_REACH: Final = 60
# counters that an old widget printed behind the words: "22 hours ago via web · Reply"
_WIDGET: Final = re.compile(r"\s*(?:\(image\)\s*)?\d{1,2} (?:minutes?|hours?|days?) ago via \w+")
_OWNER_FIRST: Final = re.compile(r"@(?P<h>[\w.]{2,30})\s+(?=[^@\s])")
_STRONG: Final = 3.4
_IN_COMPANY: Final = 1.7
_PICTURE: Final = re.compile(r"[\u2600-\u27bf\u2b50\u2b55\U0001f1e6-\U0001faff]")
_PICTURE_LAST: Final = re.compile(
    r"[\u2600-\u27bf\u2b50\u2b55\U0001f1e6-\U0001faff\ufe0f\u200d\u2640\u2642\s]+\Z"
)
_LONGEST: Final = 3000
_LONG: Final = 300
_REACH: Final = 3000
_PLATFORM: Final = re.compile(
    r"\b(?:(?P<twitter>Twitter|Twitterati|tweets?|tweeted|X)|(?P<instagram>Instagram)"
    r"|(?P<reddit>Reddit|subreddit|Redditors?)|(?P<youtube>YouTube)|(?P<facebook>Facebook)"
    r"|(?P<tiktok>TikTok)|(?P<threads>Threads)|(?P<bluesky>Bluesky))\b"
)
_NETWORKS: Final = (
    "X", "Twitter", "tweet", "Instagram", "Reddit", "reddit", "YouTube", "Facebook", "TikTok",
    "Threads", "Bluesky",
)  # fmt: skip
"""One of these stands in whatever names a platform."""


def find_unsigned(page: Page) -> tuple[Post, ...]:
    """Unsigned posts outside of furniture and of posts found otherwise, in order."""
    if not _is_marked(page.text):
        return ()
    taken = join_spans([*page.furniture, *page.claimed])
    free = [span for span in page.paragraphs if not overlaps(taken, span)]
    lines = [page.text[start:end] for start, end in free]
    # without a mark a paragraph cannot be strong, and few paragraphs bear one
    strong = [_is_marked(line) and weigh_alone(line) >= _STRONG for line in lines]
    posts: list[Post] = []
    for number, span in enumerate(free):
        near = strong[max(0, number - 1) : number] + strong[number + 1 : number + 2]
        if not strong[number] and not (any(near) and weigh_alone(lines[number]) >= _IN_COMPANY):
            continue
        if posts and _goes_on(page.text, posts[-1], span):
            span = (posts.pop().start, span[1])  # noqa: PLW2901 - one post of two lines
        posts.append(_make(page.text, span))
    return tuple(posts)


def _is_marked(text: str) -> bool:
    may_be = "@" in text or "#" in text or "http" in text or "pic." in text
    if may_be and _MARKED.search(text):
        return True
    return not text.isascii() and bool(_SIGNED.search(text))


def _goes_on(text: str, above: Post, span: Span) -> bool:
    """Whether a line that ends in its picture's link ends the post above it."""
    last = _LINK_LAST.search(text, max(span[0], span[1] - _LINK_REACH), span[1])
    open_ended = _CLOSED.search(above.text[-_LINK_REACH:]) is None
    adjacent = text[above.end : span[0]].strip() == "" and text.count("\n", above.end, span[0]) == 1
    return last is not None and open_ended and adjacent


def weigh_alone(line: str) -> float:
    """Evidence that a paragraph is a post; the article's own voice comes out below 0."""
    if (
        len(line) > _LONGEST
        or line[0] in _QUOTED
        or line[-1] in _CODE
        or is_lead_in(line)
        or _TOLD_FIRST.match(line) is not None
        or _CREDIT.fullmatch(line) is not None
        or _LED_IN.fullmatch(line) is not None
        or not has_words(line)
    ):
        return -4.0
    quoted = _QUOTED_LAST.search(line) if line[-1] in _CLOSERS else None
    if quoted is not None:
        line = line[: quoted.start() + 1]  # he noted in the caption: “… @moth”
    score = -0.6 - 1.5 * count_editorial(line) - (2.5 if is_reported(line) else 0.0)
    own_link = bool(_OWN_LINK.search(line))
    if own_link:
        score += 3.4
    if _MENTION_FIRST.match(line):
        score += 3.0
    elif _MENTION.search(line):
        score += 0.8
    if _TAG_LAST.search(line):
        score += 2.2
    elif _TAG.search(line):
        score += 0.8
    if _PICTURE.search(line):
        score += 2.4 if _PICTURE_LAST.search(line[-12:]) else 1.4
    first = next((c for c in line if c.isalpha()), "")
    if first.islower():
        score += 1.4
    if line[-1].isalnum() and len(line.split()) > 3:  # noqa: PLR2004 - not a heading
        score += 0.9
    if _STRETCHED.search(line):
        score += 0.8
    if _FIRST_PERSON.search(line):
        score += 0.7
    return score - (2.5 if len(line) > _LONG else 0.0)


def _make(text: str, span: Span) -> Post:
    widget = _WIDGET.search(text, *span)
    end = widget.start() if widget else span[1]
    start, handle = span[0], None
    platform: Platform | None = "twitter"
    if not _OWN_LINK.search(text, start, end):
        platform = named_platform(text[max(0, span[0] - _REACH) : span[1]])
    owner = _OWNER_FIRST.match(text, start, end) if platform == "tiktok" else None
    if owner is not None:  # how TikTok's embed code opens a caption
        start, handle = owner.end(), owner["h"]
    words = text[start:end]
    return Post(
        span=span,
        start=start,
        end=end,
        text=words,
        kind="post",
        platform=platform,
        rule="post-unsigned",
        handle=handle,
        url=last_link(words),
    )


def named_platform(before: str) -> Platform | None:
    """The platform that a stretch of text names last."""
    if not any(word in before for word in _NETWORKS):
        return None
    named = None
    for match in _PLATFORM.finditer(before):
        named = match.lastgroup
    return cast("Platform | None", named)
