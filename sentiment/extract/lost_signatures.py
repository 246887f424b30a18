"""Which signatures lost their name, their handle or both?

Layouts in docs/layouts.md: L04.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.extract.blocks import trim
from sentiment.extract.dates import match_date
from sentiment.extract.signature_parts import SITE, Signature, closes_line, date_after, platform_of

if TYPE_CHECKING:
    from sentiment.extract.page import Page

_BARE_HANDLE: Final = re.compile(r"[—―–-][—―–-]?\s?@(?P<h>[A-Za-z0-9_][\w.]{1,40})")
# "— Former Kandara star Pieter Aldous @pieteraldous"
_ROLE_HANDLE: Final = re.compile(
    r"[—―–]\s?(?P<n>[^\n@—―–“”\"]{3,81}+)(?<=\s)@(?P<h>[A-Za-z0-9_]\w{1,40})(?=\W{0,3}(?:\n|\Z))"
)
# "@jim_marlow - Jim Marlow, Andy's brother", the whole line, below the words
_HANDLE_FIRST: Final = re.compile(r"@(?P<h>\w{2,30})\s[-–—]\s(?P<n>[^\n@.!?:“”\"#]{3,80})\Z")
_FEWEST: Final = 2
_PARTICLES: Final = frozenset(
    ("al", "bin", "bint", "da", "de", "del", "della", "der", "di", "dos", "du", "el", "ibn", "la",
     "le", "ten", "ul", "ur", "van", "von", "y", "zu")
)  # fmt: skip
_NAME_REACH: Final = 110  # a display name has at most 50 characters; emoji are several each
_MAX_NAME_WORDS: Final = 8
_LONG_DASH: Final = re.compile(r"[—―⸺–\-](?:(?<!-)|-(?<=--)|(?<=\s-)(?=\s))")
_WORD_START: Final = re.compile(r"(?:(?<=\s)|(?<=,)|(?<=\())\S")
_PARTED: Final = re.compile(r"(?:^|\s)[-–—](?:\s|$)")
_DIGIT: Final = re.compile(r"\d")
AFTER_LINK: Final = re.compile(
    r"(?:https?://t\.co/\w{8,12}|pic\.(?:twitter|x)\.com/\w{8,12})[ \u00a0]"
)


def find_lost_signatures(page: Page) -> list[Signature]:
    """A handle alone, a name and a date, or a date alone behind a picture's link."""
    handles = "@" in page.text
    return [
        *(_bare_handle(page.text, page.published) if handles else ()),
        *(_role_handle(page.text) if handles else ()),
        *(_handle_first(page) if handles else ()),
        *_name_and_date(page),
        *(_date_alone(page.text, page.published) if ".co" in page.text else ()),
    ]


def _bare_handle(text: str, published: str | None) -> list[Signature]:
    """A dash and a handle, with or without a date, at the end of a line."""
    found = []
    for match in _BARE_HANDLE.finditer(text):
        date = date_after(text, match.end(), published)
        end = date.end if date else match.end()
        site = SITE.match(text, end)
        end = site.end() if site else end
        before = text[match.start() - 1 : match.start()]
        if closes_line(text, end) and not (before.isalnum() or _is_bracketed(text, match.start())):
            found.append(
                Signature(
                    start=match.start(),
                    end=end,
                    author=None,
                    handle=match["h"].strip("."),
                    posted_at=date.day if date else None,
                    platform=platform_of(match["h"], site),
                    rule="signature-bare-handle",
                )
            )
    return found


def _is_bracketed(text: str, at: int) -> bool:
    """Whether a bracket of the line is open there: (Photo: Instagram – @moth / X – @moth)."""
    line = text.rfind("\n", 0, at) + 1
    return text.rfind("(", line, at) > text.rfind(")", line, at)


def _role_handle(text: str) -> list[Signature]:
    """A dash, a role, a name and a handle without brackets, closing a line."""
    return [
        Signature(
            start=match.start(),
            end=match.end(),
            author=_without_role(match["n"]),
            handle=match["h"],
            posted_at=None,
            platform="twitter",
            rule="signature-role-handle",
        )
        for match in _ROLE_HANDLE.finditer(text)
    ]


def _handle_first(page: Page) -> list[Signature]:
    """Lines of a handle, a dash and a name, two and more on a page, each below other words."""
    found = []
    previous = True
    for start, end in page.paragraphs:
        match = None
        if page.text[start] == "@" and end - start <= _NAME_REACH:
            match = _HANDLE_FIRST.match(page.text[start:end])
        name = _without_role(match["n"].split(",")[0]) if match else ""
        if match and not previous and 1 < len(name.split()) <= _MAX_NAME_WORDS // 2:
            found.append(
                Signature(
                    start=start,
                    end=end,
                    author=name,
                    handle=match["h"],
                    posted_at=None,
                    platform="twitter",
                    rule="signature-role-handle",
                )
            )
        previous = match is not None
    return found if len(found) >= _FEWEST else []


def _without_role(label: str) -> str:
    """The name at the end of "Ex-Morland player Rob Tanner" or "Morland's Ravi Kothar"."""
    words = label.split()
    start = len(words)
    while start > 0:
        word = words[start - 1]
        if word.endswith(("'s", "’s")) or not (word[0].isupper() or word in _PARTICLES):
            break
        start -= 1
    while start < len(words) and words[start] in _PARTICLES:
        start += 1
    return " ".join(words[start:]) or label.strip()


def _name_and_date(page: Page) -> list[Signature]:
    """A dash, a name and a date closing a line: the handle got lost."""
    found = []
    for start, end in page.paragraphs:
        tail = max(start, end - _NAME_REACH)
        if not _DIGIT.search(page.text, tail, end):
            continue
        for match in _LONG_DASH.finditer(page.text, tail, end):
            signature = _read_name_and_date(page, match.start(), match.end(), end)
            if signature is not None:
                found.append(signature)
                break
    return found


def _read_name_and_date(page: Page, dash: int, after: int, line_end: int) -> Signature | None:
    text = page.text
    rest_start, rest_end = trim(text, after, line_end)
    for word in _WORD_START.finditer(text, rest_start, rest_end):
        date = match_date(text, word.start(), page.published)
        if date is None or not date.day or not closes_line(text, date.end):
            continue
        name = text[rest_start : word.start()].strip(" ,(·|")
        if not _is_name(name):
            return None
        return Signature(
            start=dash,
            end=date.end,
            author=name,
            handle=None,
            posted_at=date.day,
            platform="twitter",
            rule="signature-name-date",
        )
    return None


def _date_alone(text: str, published: str | None) -> list[Signature]:
    """A date after the link that ends a post: name and handle got lost."""
    found = []
    for match in AFTER_LINK.finditer(text):
        date = match_date(text, match.end(), published)
        if date and date.day and closes_line(text, date.end):
            found.append(
                Signature(
                    start=match.end(),
                    end=date.end,
                    author=None,
                    handle=None,
                    posted_at=date.day,
                    platform="twitter",
                    rule="signature-date",
                )
            )
    return found


def _is_name(name: str) -> bool:
    words = name.split()
    if not 1 < len(words) <= _MAX_NAME_WORDS or name[0].islower() or "@" in name:
        return False  # a single word beside a date is "Announced" as often as a name
    if _PARTED.search(name) or name.count("(") != name.count(")"):
        return False  # "A march in the rain - Lyon - 5 May 2018", a source in brackets
    return not name.endswith(":") and words[0].casefold() not in {
        "on", "since", "from", "in", "until", "published", "updated", "posted", "last", "by", "the",
        "actualizado", "atualizado", "aggiornato", "aktualisiert", "mis", "publicado", "pubblicato",
        "publié", "modifié", "veröffentlicht", "stand",
    }  # fmt: skip
