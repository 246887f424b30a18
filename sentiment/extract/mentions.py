"""Which words of a sentence name a person, and as what?

A noun phrase is read leftwards from a verb or rightwards from a start, by the
word lists alone: names, pronouns, "the comedian Fern Abernethy", "a second
fan", "the 47-year-old", "Naina’s stylist Roshni Lalchandani", "@handle".
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

MentionKind: TypeAlias = Literal[
    "name", "pronoun", "role", "nameless", "handle", "carrier", "furniture"
]
AGED: Final = ("year-old", "jährige", "jähriger", "jährigen")
AGENTS: Final = ("er", "or", "ist", "ian", "man", "woman", "ess", "ant")
"""Endings of nouns for somebody who does something: goalscorer, novelist, comedian."""
REACH: Final = 12
"""Tokens a noun phrase may be long."""


class Mention(NamedTuple):
    """A noun phrase that may name a speaker.

    first, last  indexes of its first and last token
    head         its last common noun, case-folded; "" for names and pronouns
    name         indexes of the name inside it, half-open, or None
    owner        indexes of a possessor ("Ketaki’s note", "her caption"), or None
    """

    first: int
    last: int
    kind: MentionKind
    head: str = ""
    name: tuple[int, int] | None = None
    owner: tuple[int, int] | None = None
