"""Which capitals name nobody: headings, datelines, adjectives that open a sentence?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.name_words import is_name
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.subjects_parted import DASHES
from sentiment.extract.words import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_SHOUTED: Final = 0.7
"""Share of words in capitals from which a paragraph is a heading."""
_FEWEST: Final = 3
"""Words a heading has more of, and letters a word of it whose capital counts."""
_GERUND: Final = 6
"""Letters of a participle at least: Ming and King are names."""
_CLAUSES: Final = frozenset({"that", "and", "who", "which", "because", "when", "as"})
_CLAUSE: Final = 30
"""Tokens of a participle's clause and of the subject behind it."""
_BRIEF: Final = 7
"""Tokens of a short subheading."""
_LINE: Final = 20
"""Tokens of a caption."""
_DATELINE: Final = 9
"""Tokens from a place to the dash of its dateline."""


def is_shouted(tokens: Sequence[Token]) -> bool:
    """A heading in capitals, whose every word looks like a name."""
    words = loud = 0
    quiet = (1 - _SHOUTED) * len(tokens)
    for token in tokens:
        if token.kind == "w" and token.text.isalpha():
            words += 1
            loud += token.text.isupper()
            if words - loud > quiet:  # so few of all tokens can be in capitals
                return False
    return words > _FEWEST and loud > _SHOUTED * words


def is_brief(tokens: Sequence[Token]) -> bool:
    """A subheading of a few words in Title Case: Airline Responds."""
    if not 1 < len(tokens) <= _BRIEF or tokens[-1].text in {".", "!", ":", ","}:
        return False
    return all(t.kind == "w" and (t.text[0].isupper() or len(t.text) <= _FEWEST) for t in tokens)


def is_line(tokens: Sequence[Token]) -> bool:
    """A caption or a subheading: a few words without a full stop."""
    short = 1 < len(tokens) <= _LINE and tokens[-1].kind == "w"
    return short and not any(t.kind == "q" for t in tokens)


def is_titled(tokens: Sequence[Token]) -> bool:
    """A headline in Title Case, whose verbs look like parts of names."""
    words = 0
    for token in tokens:
        if token.kind == "w" and len(token.text) > _FEWEST:
            if not token.text[0].isupper():
                return False
            words += 1
    return words > _FEWEST and tokens[-1].text not in {".", "!"}


def is_dateline(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether capitals that open a paragraph tell where it was written: OMAHA, Neb. (WXQT) —."""
    if at or not all(t.text.isupper() or t.kind == "." for t in tokens[:end]):
        return False
    ahead = [t.text for t in tokens[end : end + _DATELINE]]
    return ahead[:1] == [":"] or bool(DASHES.intersection(ahead))


_OUT: Final = frozenset({"up", "out", "off", "down", "away", "back"})
"""Behind a participle, never behind a name that opens a sentence."""


def is_participle(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a participle opens a sentence before a name: Holding Olt to his word, a fan wrote.

    Behind the comma, somebody else does something; no "Sterling Olt, the mayor, said".
    """
    if lexicon.own or len(tokens[at].text) < _GERUND or not tokens[at].low.endswith("ing"):
        return False
    last = min(len(tokens) - 1, at + _CLAUSE)
    low = tokens[at + 1].low if at + 1 < last else ""
    if low in lexicon.determiners or low in lexicon.possessives or low in _OUT:
        return True  # "Giving the dog a bone"; "Summing up the mood"
    if at + 1 >= last or not is_name(tokens[at + 1], lexicon):
        return False
    comma = next((i for i in range(at + 2, last) if tokens[i].text == ","), None)
    if comma is None:
        return False
    subject = phrase_right(tokens, comma + 1, last, lexicon)
    if subject is None or subject.last + 1 >= last or tokens[subject.last + 1].text == ",":
        return False
    between = tokens[at + 2 : comma]
    if all(is_name(t, lexicon) for t in between):
        return subject.kind == "pronoun"
    last_of_relative = between[-1].low in lexicon.relative
    # what it tells may have a verb: Defending Olt and holding that he was right, Bo says
    clause = next((i for i, t in enumerate(between) if t.low in _CLAUSES), len(between))
    told = any(t.low in lexicon.finite or t.low in lexicon.cues for t in between[:clause])
    return not (told or last_of_relative)


def is_epithet(tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon) -> bool:
    """Whether it is an adjective that begins a sentence: "Bold and outspoken, the actor"."""
    if lexicon.own or end - at > 1 or end + 1 >= len(tokens) or tokens[end].low != "and":
        return False
    first = at == 0 or ends_sentence(tokens, at - 1, lexicon.honorifics)
    behind = tokens[end + 1]
    closed = (lexicon.roles, lexicon.relations, lexicon.determiners, lexicon.nameless)
    plain = not any(behind.low in words for words in closed)
    return first and plain and behind.kind == "w" and behind.text[0].islower()
