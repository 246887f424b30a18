"""Which attributes of a predicted reaction agree with the gold reaction that it matches?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Line: TypeAlias = "Mapping[str, Any]"  # a JSON object: what it holds is the file's business

# Code points beyond which a sign is a pictograph, kept as a word; below is punctuation.
_LAST_SIGN: Final = 0x2BFF

_LINK = re.compile(r"(?:https?://|www\.|pic\.(?:twitter|x)\.com/|t\.co/)\S+", re.IGNORECASE)
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Check:
    """One attribute of one matched pair."""

    name: str
    right: bool
    expected: object
    got: object


def words(text: str | None) -> list[str]:
    """The tokens by which texts are compared: letters, digits and pictographs."""
    folded = unicodedata.normalize("NFKC", _LINK.sub(" ", text or "")).casefold()
    return [w for w in _WORD.findall(folded) if w[0].isalnum() or ord(w[0]) > _LAST_SIGN]


def same_name(gold: str, *candidates: str | None) -> bool:
    """Whether a candidate is the gold name, ends with its surname, or is a part of it."""
    wanted = _name_words(gold)
    for candidate in candidates:
        given = _name_words(candidate)
        if not wanted or not given:
            continue
        whole, part = " ".join(wanted), " ".join(given)
        if wanted[-1] == given[-1] or part in whole or whole in part:
            return True
    return False


def judge_attributes(gold: Line, got: Line) -> Iterable[Check]:
    """Each attribute that the gold line knows, in turn: whether the prediction has it right."""
    author, mention = gold.get("author"), gold.get("author_mention")
    if author:
        by_handle = bool(gold.get("handle")) and got.get("handle") == gold["handle"]
        right = same_name(author, got.get("author")) or by_handle
        yield Check("author", right, author, got.get("author"))
    elif mention:
        right = same_name(mention, got.get("author_mention"), got.get("author"))
        yield Check("author", right, mention, got.get("author_mention") or got.get("author"))
    for name, field, known, judge in _JUDGES:
        if known(gold, name):
            expected, found = gold[name], got.get(field)
            yield Check(name, judge(expected, found), expected, found)


def _has_value(line: Line, name: str) -> bool:
    return bool(line.get(name))


def _has_field(line: Line, name: str) -> bool:
    return name in line


def _same(expected: object, found: object) -> bool:
    return expected == found


def _same_handle(expected: str, found: str | None) -> bool:
    return (found or "").lstrip("@").casefold() == expected.casefold()


def _same_address(expected: str, found: str | None) -> bool:
    return (found or "").split("?")[0].rstrip("/") == expected.split("?", maxsplit=1)[0].rstrip("/")


def _same_emoji(expected: Sequence[str] | None, found: Sequence[str] | None) -> bool:
    return _bare(expected) == _bare(found)


def _any(_: object, found: Sequence[str] | None) -> bool:
    return bool(found)


def _accepted(expected: Sequence[str], found: str | None) -> bool:
    return found in expected


# What is judged, in which field of a prediction, when, and how.
_JUDGES: Final[
    tuple[tuple[str, str, Callable[[Line, str], bool], Callable[[Any, Any], bool]], ...]
] = (
    ("handle", "handle", _has_value, _same_handle),
    ("platform", "platform", _has_value, _same),
    ("kind", "kind", _has_field, _same),
    ("date", "posted_at", _has_value, _same),
    ("url", "url", _has_value, _same_address),
    ("emoji", "emoji", _has_field, _same_emoji),
    ("described_emoji", "described_emoji", _has_value, _any),
    ("sentiment", "sentiment", _has_value, _accepted),
)


def _bare(values: Sequence[str] | None) -> list[str]:
    """Emoji without the selector that only some keyboards type."""
    return [value.replace("\ufe0f", "") for value in values or ()]


def _name_words(name: str | None) -> list[str]:
    return [word for word in words(name) if word[0].isalnum()]
