"""What does a piece of embed markup say, and which of its words are the post's?

Helpers that every platform's reader shares: markup to words with its line
breaks, and "— Name (@handle) date" taken apart.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from lxml import etree

from sentiment.data.dates import parse_date
from sentiment.data.loader import read_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

LINK: Final = re.compile(
    r"https?://\S+|\bwww\.\S+|\bpic\.(?:twitter|x)\.com/\S+|\bt\.co/\S+|\binstagr\.am/\S+",
    re.IGNORECASE,
)
_SILENT: Final = frozenset({"script", "style", "svg", "head", "button", "video", "audio"})
_OPENING: Final = {
    "br": "\n",
    "p": "\n\n",
    **dict.fromkeys(("div", "section", "li", "ul", "ol", "footer", "header", "article"), "\n"),
    **dict.fromkeys(("h1", "h2", "h3", "h4"), "\n"),
}
_BLANKS: Final = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_SPACES: Final = re.compile(r"[ \t\u00a0]+")
_AROUND_BREAK: Final = re.compile(r" *\n *")
_BREAKS: Final = re.compile(r"\n{3,}")
# "— Name (@handle)" or "Name (@handle)" at the end; the name may hold brackets and dashes
_SIGNED: Final = re.compile(
    r"(?:[—–―]|(?:^|\n|\s)--?\s|(?:^|\n))[ \u00a0]?(?P<name>[^\n—–―]{0,120}?)\s?"
    r"\(\s?@?(?P<handle>[\w.\-]+(?:@[\w.\-]+)?)\s?\)\W{0,3}\Z"
)
_SHARED: Final = re.compile(
    r"(?P<name>[^\n]{0,160}?)\s?\(\s?@(?P<handle>[\w.\-]+)\s?\)(?:\s?(?:on|el|em|le|am|il|op)\s)?"
    r"(?P<rest>[^\n]{0,80})"
)
_SIGNATURE_REACH: Final = 240
_LEARN_MORE: Final = 20  # letters of a link behind the notice that a post is gone
_UNKNOWN_LANGUAGES: Final = frozenset(
    ("", "und", "zxx", "art", "mis", "mul", "qme", "qht", "qam", "qct", "qst")
)
_OLD_TAGS: Final = {"in": "id", "iw": "he", "ji": "yi", "fil": "tl", "no": "nb"}
_MEDIA: Final = re.compile(r"(?<=\d)/(?:photo|video|analytics|retweets|likes)(?:/\d{1,2})?/?\Z")
_EPOCH_X: Final = 1_288_834_974_657  # milliseconds; what X's status numbers count from
_EARLIEST: Final = 1_136_073_600  # 2006, before the first post
_LATEST: Final = 4_102_444_800  # 2100
_FIRST_SNOWFLAKE: Final = 30_000_000_000


class Signed(NamedTuple):
    """Words and who signed them."""

    words: str
    name: str | None
    handle: str | None


def read_words(
    element: HtmlElement, skip: Callable[[HtmlElement], bool] | None = None, *, links: bool = False
) -> str:
    """The words of an element, ``<br>`` as a newline, paragraphs a blank line apart.

    skip   elements to leave out
    links  whether addresses stay in the words
    """
    pieces: list[str] = []
    walker = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walker:
        if event == "start":
            if node is not element and (node.tag in _SILENT or (skip is not None and skip(node))):
                walker.skip_subtree()
                continue
            pieces.append(_OPENING.get(node.tag, ""))
            pieces.append(_BLANKS.sub(" ", node.text or ""))
        else:
            if event == "end" and node.tag != "br":
                pieces.append(_OPENING.get(node.tag, ""))
            if node is not element:
                pieces.append(_BLANKS.sub(" ", node.tail or ""))
    return tidy("".join(pieces), links=links)


def tidy(text: str, *, links: bool = False) -> str:
    """Single spaces, at most one blank line, no addresses."""
    if not links:
        text = LINK.sub("", text)
    text = _SPACES.sub(" ", text)
    text = _AROUND_BREAK.sub("\n", text)
    return _BREAKS.sub("\n\n", text).strip()


def split_signature(text: str) -> Signed:
    """Words, name and handle of "words — Name (@handle)"; the words alone if unsigned."""
    text = text.rstrip(" \n,·|")
    match = _SIGNED.search(text[-_SIGNATURE_REACH:])
    if match is None:
        return Signed(text, None, None)
    start = max(0, len(text) - _SIGNATURE_REACH) + match.start()
    name = match["name"].strip(" —–―-|·:\n")
    return Signed(text[:start].rstrip(" —–―-\n\u00a0"), name or None, match["handle"])


def split_shared(text: str) -> tuple[str | None, str | None, str | None] | None:
    """Name, handle and date of "A post shared by Name (@handle) on Aug 11, 2025", or None."""
    behind = _phrases("sharing").search(text)
    if behind is not None:  # languages that put the verb last
        signed = _SHARED.match(text[: behind.start()].strip())
        return (signed["name"].strip() or None, signed["handle"], None) if signed else None
    phrase = _phrases("shared").search(text)
    if phrase is None:
        return None
    rest = text[phrase.end() :].strip()
    signed = _SHARED.match(rest)
    if signed is None:
        return rest[:_SIGNATURE_REACH].strip(" @") or None, None, None
    return signed["name"].strip() or None, signed["handle"], parse_date(signed["rest"])


def drop_stand_ins(text: str) -> str:
    """Without "View this post on Instagram", "[image or embed]" and the like.

    Nothing of "This post was deleted by its author", which stands in place of all words.
    """
    gone = _phrases("gone").match(text.strip())
    if gone is not None and len(text.strip()) <= gone.end() + _LEARN_MORE:
        return ""
    return tidy(_phrases("view").sub("", text), links=True)


def clean_language(tag: str | None, words: str) -> str | None:
    """A BCP 47 tag from markup, or None; X tags romanised Hindi as Hindi."""
    tag = (tag or "").strip().replace("_", "-")
    base = tag.split("-")[0].lower()
    if base in _UNKNOWN_LANGUAGES or not words:
        return None
    if base == "hi" and not any("\u0900" <= c <= "\u097f" for c in words):
        return "hi-Latn"
    return _OLD_TAGS.get(base, base)


def clean_url(href: str | None) -> str | None:
    """An address without its query, tracking and embed endings."""
    if not href:
        return None
    href = _MEDIA.sub("", href.strip().split("?")[0].split("#")[0])
    if href.startswith("//"):
        href = f"https:{href}"
    return href if href.startswith(("http://", "https://")) else None


def day_of_status(url: str | None) -> str | None:
    """The UTC day that a status number of X tells; None for the first years' plain counts."""
    match = re.search(r"/status(?:es)?/(\d{11,20})", url or "")
    if match is None or int(match[1]) < _FIRST_SNOWFLAKE:
        return None
    milliseconds = (int(match[1]) >> 22) + _EPOCH_X
    return _day(milliseconds / 1000)


def day_of_stamp(seconds: float) -> str | None:
    """The UTC day of a Unix time, if it falls into the years that posts come from."""
    return _day(seconds)


def read_date(text: str | None) -> str | None:
    """ISO day of a printed date or a datetime attribute."""
    return parse_date(text[:80]) if text else None


def _day(seconds: float) -> str | None:
    if not _EARLIEST <= seconds <= _LATEST:
        return None
    return dt.datetime.fromtimestamp(seconds, tz=dt.UTC).date().isoformat()


@cache
def _phrases(use: str) -> re.Pattern[str]:
    rows = read_table("embed_phrases.tsv", ("phrase", "use", "language"), 2)
    phrases = sorted((row[0] for row in rows if row[1] == use), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, phrases)), re.IGNORECASE)
