"""Does the prose tell that many react on the net, and do words stand among theirs?

    Nas redes sociais, famosos lamentaram a perda. … "Até sempre", disse Lívia.

What is then "said" was posted, unless its sentence names the press or a station.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.scene_events import Event
from sentiment.extract.words import is_station, sentence_end, sentence_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Attribution
    from sentiment.extract.words import Token

_AHEAD: Final = 400
"""Code points behind the sentence in which its network may be named."""
_SCENES: Final = frozenset({"gathering", "aloud", "video", "comments", "section"})


def find_gatherings(
    paragraphs: Sequence[Sequence[Token]], events: Sequence[Event], lexicon: ProseLexicon
) -> Iterator[Event]:
    """A "gathering" where a sentence tells of many reacting, and the net is named with it.

    events  those found so far, in order
    """
    nets = [e.at for e in events if e.what in {"platform", "embed"}]
    following = 0
    for tokens in paragraphs:
        done = 0
        for index, token in enumerate(tokens):
            if index < done or token.low not in lexicon.gathered:
                continue
            lo = sentence_start(tokens, index, lexicon.honorifics)
            done = sentence_end(tokens, index, lexicon.honorifics)
            if any(t.low in lexicon.press for t in tokens[lo:done]):
                continue
            while following < len(nets) and nets[following] < tokens[lo].start:
                following += 1
            if following < len(nets) and nets[following] <= tokens[done - 1].end + _AHEAD:
                yield Event(token.start, "gathering")


def is_gathered(past: Sequence[Event]) -> bool:
    """Whether many were said to react on the net, and nobody to speak or comment since."""
    last = next((e for e in reversed(past) if e.what in _SCENES), None)
    return last is not None and last.what == "gathering"


def is_on_air(attribution: Attribution, tokens: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether words went to a station, an agency or the press: a déclaré sur RTL."""
    told = tokens[attribution.first : attribution.last]
    for at, token in enumerate(told):
        if token.low in lexicon.press:
            return True
        if at and is_station(token) and told[at - 1].low in lexicon.prepositions:
            return True
    return False
