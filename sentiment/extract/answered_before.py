"""Whom does somebody answer who replies to the sentence before?

Ana Lim teased Ivo Olt. The actor replied, “…”: not Ana Lim.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sentiment.extract.cast import Cast

_ANSWER: Final = 60
"""Code points of "The Salt Road actor replied to"."""
_TO_THAT: Final = 12
"""Code points of "To this, "."""
_DONE: Final = 2
"""Words between somebody and whom they do something to: also teased."""


def answered_by(cast: Cast, word: str, at: int) -> frozenset[str]:
    """Who acted in the sentence before, where ``word`` at ``at`` begins one and replies."""
    here, sentences = cast.sentence_of(at), cast.seen.sentences
    if cast.lexicon.own or here < 1 or at - sentences[here] > _TO_THAT:
        return frozenset()
    _, _, behind = cast.text[at : at + _ANSWER].casefold().partition(word)
    verb, _, rest = behind.strip().partition(" ")
    if verb.rstrip(",:") not in cast.lexicon.replied or rest.startswith("to "):
        return frozenset()
    asker = cast.seen.askers.get(here - 1)
    if asker is not None:
        return frozenset({cast.names.resolve(asker[0])})
    for doer, other in pairwise(cast.between(sentences[here - 1], at)):
        done = [w for w in cast.text[doer.at : other.at].split() if w[0].islower()]
        if doer.subject and done[-1:] and done[-1].endswith("ed") and len(done) <= _DONE:
            return frozenset({doer.name})
    return frozenset()
