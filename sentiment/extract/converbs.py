"""What does the verb before a verb of saying make of it?

Hindi strings verbs together: कमेंट करते हुए लिखा is a comment, जवाब देते हुए कहा a reply.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_CONVERB: Final = 5
"""Tokens from "comment" to the verb in "कमेंट करते हुए लिखा"."""


def converb_kind(tokens: Sequence[Token], verb: int, lo: int, lexicon: ProseLexicon) -> str | None:
    """What the verb before one of writing makes of it: कमेंट करते हुए लिखा, जवाब देते हुए कहा."""
    if not lexicon.subject_marks or lexicon.cues[tokens[verb].low] not in {"write", "speech"}:
        return None
    for at in range(verb - 1, max(lo, verb - _CONVERB), -1):
        if tokens[at].low in lexicon.subject_marks or tokens[at].kind != "w":
            return None
        kind = lexicon.cues.get(tokens[at].low)
        if kind in {"comment", "reply"}:
            return kind
    return None
