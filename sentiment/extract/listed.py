"""Which comments does an article print as a numbered or tagged list?

1. [+1,482, -96] the words        netizen lists with votes
1. the words                      under a lead-in that promises comments
u/name: the words                 forum lists
@handle: the words                post lists

Layouts in docs/layouts.md: L06, L14 and L16.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sentiment.extract.narrative import is_first_person, is_lead_in, is_reported
from sentiment.extract.posts import Post, has_words, last_link
from sentiment.extract.signature_parts import PLATFORMS
from sentiment.extract.unsigned import named_platform

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.extract.page import Page, Span
    from sentiment.model import Kind, Platform

_VOTES: Final = re.compile(
    r"(?:\d{1,3}\s?[.)]\s*)?[\[(]\s*[+▲👍]?\s?[\d,.]{1,9}\s*[,/|]?\s*[-−–▼👎]\s?[\d,.]{1,9}\s*[\])]\s*(?=\S)"
)
_NUMBERED: Final = re.compile(r"(?:\d{1,3}\s?[.)]|[-•*–])\s+(?=\S)")
_GLUED: Final = re.compile(r"-(?=[^\W\d_])")
_LAUGHTER: Final = re.compile(r"[ㅋㅎㅠㅜㄴ]")
PROMISE: Final = re.compile(
    r"\b(?:comments?|commented|netizens?|netizen reactions|replies|users|k-netz|knetz"
    r"|commenters)\b",
    re.IGNORECASE,
)
_TAGGED: Final = re.compile(
    r"(?:@(?P<h>\w{2,30})|/?u/(?P<u>[\w\-]{3,30}))"
    r"(?:\s(?:on|via)\s(?P<p>X|Twitter|Instagram|Threads|TikTok|Reddit|YouTube|Bluesky))?\s?:(?:\s+(?=\S)|(?=[^\W\d_]{2,}\s\S+\s))"
)
_NAMED: Final = re.compile(
    r"(?P<n>\S.{1,50}?)\s[(\[]@(?P<h>\w{2,30})[)\]]"
    r"(?:\s(?:on|via)\s(?P<p>X|Twitter|Instagram|Threads|TikTok|YouTube|Bluesky))?\s?:\s+(?=\S)"
)
QUOTES: Final = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»", "„": "“"}
_ONE_LINE: Final = re.compile(
    r"(?P<n>[^\s@:,.!?“”\"]{1,24}(?: [^\s@:,!?“”\"]{1,24}){0,3}) @(?P<h>\w{3,15}) (?=\S+ \S+ \S)"
)
_NAME_FIRST: Final = re.compile(
    r"(?P<n>[^\s@:,.!?“”\"\d(]{2,24}+(?: [^\s@:,!?“”\"\d(]{1,24}+){1,3})"
    r"(?:(?:\s\([^()\n]{2,160}\))?\s?:|\s[-–—])\s+"
    r"(?=[^\s“\"‘']+ \S+ \S)"
)
REACTS: Final = re.compile(
    r"\b(?:react(?:s|ed|ions?)|tweet(?:s|ed)?|posts? (?:on|from)|took to|wish(?:es|ed)"
    r"|congratulat\w+|paid tribute|tributes|what (?:they|others|fans|people|players) said"
    r"|comments?|respon(?:ded|ses))\b",
    re.IGNORECASE,
)
MIN_LINES: Final = 2
_MAX_NAME_WORDS: Final = 4
_MIN_ITEMS: Final = 2
_MIN_UNPROMISED: Final = 3
PROMISE_REACH: Final = 1500
# "User: ...", "Netizen 2: ...": nobody's name
_LABELLED: Final = re.compile(
    r"(?:K-?)?(?:(?:twitter|x|instagram|reddit|youtube|facebook|internet) )?"
    r"(?:user|netizen|fan|commenter|comment|viewer|reader|follower|redditor|anon|anonymous|usuario"
    r"|internauta|nutzer)s?\s?#?\d{0,3}\s?[:：]\s+(?=\S)",
    re.IGNORECASE,
)
_COLON: Final = re.compile("[:：]")
_LABEL_REACH: Final = 40  # no such label is longer
_NOTE: Final = re.compile(
    r"\s*\((?:T/N|N/T|TN|Note|Translator)[^()\n]{0,200}\)\W{0,2}\Z", re.IGNORECASE
)
_VOTED: Final = re.compile(r"\s[\[(]\+\d[\d,.]{0,8}, ?[-−–]\d[\d,.]{0,8}[\])]\Z")
"""Votes behind the words: What film? [+77, -4]."""
_VOTED_REACH: Final = 32
_VOICED: Final = re.compile(r"[?!]\s|[ㅋㅎㅠㅜ]{2}|[\U0001f300-\U0001faff]")  # laughter, too
_COUNT: Final = re.compile(r"(\d{1,3})\s?[.)]")
_ITEM_OPENERS: Final = frozenset("0123456789-•*–")
_OPENERS: Final = frozenset("0123456789[(@u/")
_NAME_REACH: Final = 56


def find_listed(page: Page) -> tuple[Post, ...]:
    """Items of comment lists, in order."""
    text, paragraphs = page.text, page.paragraphs
    posts: list[Post] = []
    for start, end in paragraphs:
        if text[start] not in _OPENERS and text.find("(@", start, start + _NAME_REACH) < 0:
            continue
        votes = _VOTES.match(text, start, end)
        if votes:
            posts.append(make_item(text, (start, end), votes.end(), "list-votes"))
            continue
        tagged = _TAGGED.match(text, start, end) or _NAMED.match(text, start, end)
        if tagged:
            posts.append(_make_tagged(text, (start, end), tagged))
    posts.extend(_find_numbered(text, paragraphs))
    posts.extend(_find_lines(page))
    posts.extend(_find_labelled(page))
    posts.extend(_find_round_ups(page))
    return tuple(sorted(posts, key=lambda post: post.span))


def _find_numbered(text: str, paragraphs: Sequence[Span]) -> list[Post]:
    """Plain numbered lines count only below a lead-in that promises comments."""
    posts: list[Post] = []
    number = 0
    while number < len(paragraphs):
        start, end = paragraphs[number]
        number += 1
        if number >= len(paragraphs) or text[paragraphs[number][0]] not in _ITEM_OPENERS:
            continue
        lead = text[max(start, end - 300) : end]
        promised = bool(PROMISE.search(lead)) and (is_lead_in(lead) or lead.endswith(":"))
        glued = _GLUED.match(text, *paragraphs[number]) is not None
        if not promised and not glued and not _COUNT.match(text, *paragraphs[number]):
            continue
        items = []
        while number < len(paragraphs):
            span = paragraphs[number]
            mark = _NUMBERED.match(text, *span) or _GLUED.match(text, *span)
            if mark is None or _VOTES.match(text, *span):
                break
            items.append(make_item(text, span, mark.end(), "list-numbered"))
            number += 1
        if len(items) >= (_MIN_ITEMS if promised else _MIN_UNPROMISED) and (
            promised or (_laugh(text, items) if glued else _are_voices(text, items))
        ):
            posts.extend(items)
    return posts


def _are_voices(text: str, items: Sequence[Post]) -> bool:
    """Whether numbered paragraphs speak as commenters do, in an article about commenters."""
    first = items[0].span[0]
    counts = [
        match and int(match[1]) for item in items if (match := _COUNT.match(text, *item.span))
    ]
    if counts != list(range(1, len(items) + 1)):
        return False
    if not PROMISE.search(text, max(0, first - PROMISE_REACH), first):
        return False
    spoken = sum(1 for item in items if is_first_person(item.text) or _is_sentence(item.text))
    return spoken * 2 >= len(items)


def _laugh(text: str, items: Sequence[Post]) -> bool:
    """Whether lines behind a dash without a blank are a translated thread's, not a dialogue's."""
    return any(_LAUGHTER.search(text, *item.span) for item in items)


def _is_sentence(text: str) -> bool:
    spoken = text[-1:] in ".!?…" or _VOICED.search(text) is not None
    return spoken and text.count(" ") > 3  # noqa: PLR2004 - no heading, no name


def _find_labelled(page: Page) -> list[Post]:
    """Comments under a label that names nobody, two or more in a row."""
    posts: list[Post] = []
    run: list[Post] = []
    for span in [*page.paragraphs, (0, 0)]:
        colon = _COLON.search(page.text, span[0], min(span[1], span[0] + _LABEL_REACH))
        match = colon and _LABELLED.match(page.text, *span)
        if match:
            post = make_item(page.text, span, match.end(), "list-labelled")
            before = page.text[max(0, span[0] - PROMISE_REACH) : span[0]]
            run.append(replace(post, platform=named_platform(before)))
            continue
        if len(run) >= MIN_LINES:
            posts.extend(run)
        run = []
    return posts


def _find_lines(page: Page) -> list[Post]:
    """Cards on one line: a single one could be any sentence that mentions somebody."""
    text = page.text
    posts = []
    for span in page.paragraphs:
        if text.find(" @", *span) < 0:
            continue
        match = _ONE_LINE.match(text, *span)
        if match and is_name_like(match["n"]) and not is_reported(text[slice(*span)]):
            post = make_item(text, span, match.end(), "list-lines")
            posts.append(
                replace(post, kind="post", platform="twitter", author=match["n"], handle=match["h"])
            )
    alone = len(posts) == 1 and not (posts[0].author or "").isascii()  # a name with an emoji
    return posts if len(posts) >= MIN_LINES or alone else []


def _find_round_ups(page: Page) -> list[Post]:
    """Names with their words, one a paragraph, right below a lead-in about reactions."""
    text, paragraphs = page.text, page.paragraphs
    posts: list[Post] = []
    number = 1
    while number < len(paragraphs):
        items = []
        lead = text[slice(*paragraphs[number - 1])]
        while number < len(paragraphs):
            match = _NAME_FIRST.match(text, *paragraphs[number])
            if match is None or not is_name_like(match["n"]):
                break
            post = make_item(text, paragraphs[number], match.end(), "list-round-up")
            platform = named_platform(lead)
            kind: Kind = "post" if platform else "quote"
            items.append(replace(post, kind=kind, platform=platform, author=match["n"].strip()))
            number += 1
        if len(items) >= MIN_LINES and REACTS.search(lead):
            posts.extend(items)
        number += 1
    return posts


def is_name_like(name: str) -> bool:
    """Two to four words with a capital each, or a name with an emoji."""
    words = [word for word in name.split() if any(char.isalpha() for char in word)]
    if not words or len(words) > _MAX_NAME_WORDS:
        return False
    signed = len(words) != len(name.split())
    return all(word[0].isupper() for word in words) and (len(words) > 1 or signed)


def _make_tagged(text: str, span: Span, match: re.Match[str]) -> Post:
    groups = match.groupdict()
    platform: Platform = "reddit" if groups.get("u") else "twitter"
    if groups.get("p"):
        platform = PLATFORMS[groups["p"].casefold()]
    return replace(
        make_item(text, span, match.end(), "list-tagged"),
        kind="comment" if platform in {"reddit", "youtube"} else "post",
        platform=platform,
        author=groups.get("n"),
        handle=groups.get("h") or groups.get("u"),
    )


def make_item(text: str, span: Span, start: int, rule: str) -> Post:
    """The item of a list in ``span``, its words from ``start`` on."""
    note = _NOTE.search(text, max(start, span[1] - 240), span[1])
    note = note or _VOTED.search(text, max(start, span[1] - _VOTED_REACH), span[1])
    end = note.start() if note else span[1]
    closing = QUOTES.get(text[start])
    if closing and text[end - 1] == closing and end - start > 2:  # noqa: PLR2004 - both marks
        start, end = start + 1, end - 1
    words = text[start:end]
    return Post(
        span=span,
        start=start,
        end=end,
        text=words if has_words(words) else "",
        kind="comment",
        platform=None,
        rule=rule,
        url=last_link(words),
    )
