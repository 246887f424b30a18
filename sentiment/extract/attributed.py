"""To whom is a quotation given, and what leads up to it?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.mentions import Mention
    from sentiment.extract.words import Token

WRITTEN: Final = frozenset({"write", "post", "reply", "comment"})
"""Kinds of verbs that tell of something written."""
LISTING: Final = frozenset(
    {"and", "or", "y", "e", "et", "und", "और", "at", "ou", "o", "oder", "oppure"}
)
"""Words that join one quotation of a list to the next."""
REACH: Final = 90
"""Tokens of a sentence that are looked at on either side."""
REACHES: Final = {":": REACH, ",": 22, "-": 10, "": 7}
"""Tokens between a verb and the marks, by the sign before the marks."""
MAKERS: Final = frozenset({"by", "from", "de", "del", "do", "da", "di", "von", "ni"})
"""What stands between words' noun and who made them."""
ASKED: Final = frozenset({"asked", "quizzed", "questioned", "pressed"})
"""What tells of a question, and of whom it is put to."""


class Attribution(NamedTuple):
    """Who a quotation is given to.

    cue      token index of the verb or carrier noun, or None
    kind     the cue's kind (``CUE_KINDS``), "carrier", "label", "phrase" or "colon"
    first    index of the first token read; last: one past the last
    link     the sign between cue and marks: ":" "," or "" (a partial quotation)
    """

    mention: Mention | None
    cue: int | None
    kind: str
    where: Literal["before", "after"]
    first: int
    last: int
    link: str = ""


class Lead(NamedTuple):
    """What leads up to the quotation at token ``at``: ``tokens[lo:end]`` and a sign."""

    tokens: Sequence[Token]
    lo: int
    end: int
    at: int
    link: str


def typing(mention: Mention | None, kind: str, lexicon: ProseLexicon) -> Mention | None:
    """Somebody where a word means a thing or a part, too: as one poster commented.

    “…”, escribió la protagonista de la serie: who plays the part
    """
    if mention is None or mention.kind != "furniture":
        return mention
    if kind in {"comment", "reply"} and mention.head in lexicon.nameless:
        return mention._replace(kind="nameless")
    plays = mention.head in lexicon.character and mention.head in lexicon.roles
    return mention._replace(kind="role") if plays and kind in WRITTEN else mention
