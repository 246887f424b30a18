"""Are lone quotations, one a paragraph, the words of the many that the prose above tells of?

Netizens poured in their comments. Check out some other reactions:
    “Please bring a song button to the app”
    “Didi trailer kab aayega”
Three in a row are a list.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sentiment.extract.name_words import is_name
from sentiment.extract.words import sentence_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

MOST_LISTED: Final = 12
"""Lone quotations that one lead-in or one signature may hold together."""
_TITLE: Final = 50
"""Code points of a quoted title; longer quotations are somebody's words already."""
BULLETS: Final = frozenset("•·▪●◦*►-–—")
_LONGEST: Final = 2000
"""Code points of a paragraph in such a list."""
_LIST: Final = 3
"""Lone quotations that are a list."""
_OBJECT: Final = 3
"""Tokens from "at" to the crowd in "at her rival's fans"."""
_THANKED: Final = frozenset({"thanked", "thank", "told", "urged", "slammed", "blasted", "reminded"})
_REACTIONS: Final = frozenset({"reactions", "responses", "replies"})
OPENERS: Final = frozenset("\"“‘'«„「『`")
_OWNED: Final = 5
"""Tokens from "hers" to the colon behind what she said."""
_CLOSERS: Final = frozenset("\"”’'»“」』")
_PARTED: Final = frozenset('"“”«»„')
"""Marks within a paragraph that is more than one quotation."""


def crowd_above(paragraphs: Sequence[Sequence[Token]], index: int, lexicon: ProseLexicon) -> bool:
    """Whether the prose that leads up to a run of lone quotations speaks of a crowd."""
    for tokens in reversed(paragraphs[max(0, index - MOST_LISTED) : index]):
        if any(t.kind == "w" for t in tokens):
            lo = sentence_start(tokens, len(tokens) - 1, lexicon.honorifics)
            last = tokens[lo:]
            quoted = any(t.kind == "q" and t.end - t.start > _TITLE for t in last)
            crowd = lexicon.crowd | (lexicon.comments if last[-1].text == ":" else frozenset())
            if lexicon.own and last[-1].text == ":":  # "virou piada nas redes sociais:"
                crowd |= lexicon.online | lexicon.social
            quoted = quoted or _is_told_by_name(last, lexicon)
            return not quoted and any(_is_crowd(last, i, crowd, lexicon) for i in range(len(last)))
    return False


def _is_told_by_name(sentence: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether somebody by name says something in a sentence: Dan said customers should stay."""
    if lexicon.personal and sentence[-1].text == ":":  # "at ito ang kanyang mga sinabi:"
        return any(t.low in lexicon.she for t in sentence[-_OWNED:])
    told = lexicon.told - lexicon.own
    return not lexicon.own and any(
        is_name(one, lexicon) and other.low in told for one, other in pairwise(sentence)
    )


def listed_below_crowd(
    text: str,
    spans: Sequence[tuple[int, int]],
    paragraphs: Sequence[Sequence[Token]],
    index: int,
    lexicon: ProseLexicon,
) -> bool:
    """Whether a lone quotation is one of many in a list, and the prose above speaks of many.

    spans       every paragraph of the prose
    paragraphs  the tokens of those up to ``spans[index]``
    """
    first = index
    while first and index - first < MOST_LISTED and is_lone(text, spans[first - 1]):
        first -= 1
    last = index
    while last + 1 < len(spans) and last - index < _LIST and is_lone(text, spans[last + 1]):
        last += 1
    if last - first + 1 < _LIST or not first:
        return False
    above = paragraphs[first - 1]
    many = lexicon.crowd | lexicon.comments | lexicon.online
    if above and above[-1].text == ":":
        many |= _REACTIONS
    plain = not any(t.kind == "q" and t.end - t.start > _TITLE for t in above)
    return plain and any(_is_crowd(above, i, many, lexicon) for i in range(len(above)))


def tells_of_crowd(above: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether a sentence with a verb of saying has a crowd for its object: hit out at his fans."""
    last = above[sentence_start(above, len(above) - 1, lexicon.honorifics) :]
    said = [i for i, t in enumerate(last) if t.low in lexicon.cues and t.low not in lexicon.carrier]
    crowds = [i for i, t in enumerate(last) if t.low in lexicon.crowd]
    governed = all(
        any(t.low in lexicon.prepositions | _THANKED for t in last[max(0, i - _OBJECT) : i])
        for i in crowds
    )
    return bool(said) and governed and not lexicon.own and last[-1].text == "."


def is_bulleted(text: str, paragraphs: Sequence[tuple[int, int]], index: int) -> bool:
    """Whether a quotation is one of several lines behind bullets or dashes, whoever speaks."""
    near = paragraphs[max(0, index - 1) : index + 2]
    lines = [span for span in near if is_item(text, span)]
    return paragraphs[index] in lines and len(lines) > 1


def is_item(text: str, span: tuple[int, int]) -> bool:
    """Whether a line is nothing but a bullet and words between marks."""
    at, end = span
    if text[at] not in BULLETS:
        return False
    while at < end and (text[at].isspace() or text[at] in BULLETS):
        at += 1
    return at < end and is_lone(text, (at, end))


def is_lone(text: str, span: tuple[int, int]) -> bool:
    """Whether a paragraph is nothing but words between marks."""
    start, end = span
    if end - start > _LONGEST:
        return False
    inner = text[start + 1 : end - 1]
    marks = text[start] in OPENERS and text[end - 1] in _CLOSERS
    return marks and not _PARTED.intersection(inner)


def _is_crowd(
    tokens: Sequence[Token], at: int, crowd: frozenset[str], lexicon: ProseLexicon
) -> bool:
    """Whether a word means many: no article ("eine"), no adjective ("Weitere Nachrichten")."""
    token = tokens[at]
    if token.low not in crowd or not lexicon.own:
        return token.low in crowd
    if token.low in lexicon.indefinite | lexicon.determiners:
        return False
    if (token.low,) in lexicon.phrases:
        return False  # "Segundo ele": no second one
    noun = at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper()
    return not lexicon.noun_articles or (token.text[0].isupper() and not noun)
