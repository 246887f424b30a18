"""Which emoji does a description in prose mean, and what does it say?

"heart-eye emojis", "a folded hands", "red heart": by the emoji's CLDR name, or
else by the longest key word in ``described_emoji.tsv``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from sentiment.data.loader import read_table
from sentiment.errors import DataFileError
from sentiment.score.vocabulary import Entry, emoji_entries

_WORD: Final = re.compile(r"[a-z0-9]+")
_FILLERS: Final = frozenset({"emoji", "emojis", "emoticon", "emoticons", "a", "the", "of", "icon"})


@cache
def _by_name() -> dict[str, Entry]:
    return {_plain(entry.source): entry for entry in emoji_entries().values()}


@cache
def _by_key_word() -> tuple[tuple[str, Entry], ...]:
    """Key words, longest first, each with the entry of the emoji it stands for."""
    found = []
    for words, name in read_table("described_emoji.tsv", ("words", "name")):
        entry = _by_name().get(_plain(name))
        if entry is None:
            raise DataFileError(f"described_emoji.tsv: no emoji is named {name!r}")
        found.append((f" {words} ", entry))
    return tuple(sorted(found, key=lambda row: (-len(row[0]), row[0])))


def _plain(name: str) -> str:
    return " ".join(word for word in _WORD.findall(name.lower()) if word not in _FILLERS)


def described_entry(description: str) -> Entry | None:
    """The entry of a described emoji, or ``None`` if no emoji is recognised in it."""
    plain = _plain(description)
    told = dict(_by_key_word()).get(f" {plain} ")
    if told is not None:
        return told
    exact = _by_name().get(plain)
    if exact is not None:
        return exact
    padded = f" {plain} "
    for words, entry in _by_key_word():
        if words in padded:
            return entry
    return None
