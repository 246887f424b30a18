"""Are quoted words, whomever they seem to belong to, anybody's reaction at all?

Neither a line of a work that is named behind it, nor sung, performed or printed on a
thing, nor a title or a scare quote.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sentiment.extract.clauses import is_finite
from sentiment.extract.credit import holds, is_performed
from sentiment.extract.printed import is_printed
from sentiment.extract.supposed import is_supposed

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Attribution
    from sentiment.extract.quotations import Quotation
    from sentiment.extract.quote_case import Case
    from sentiment.extract.words import Token

_BESIDE: Final = 2
"""Tokens from a caption to the marks of its words."""
_OPINIONS: Final = frozenset({"thought", "found", "finds", "considered", "considers"})
"""Verbs that lead to a fragment in small letters alone."""
_TERMS: Final = frozenset({"words", "terms", "phrases", "names"})
_CAPTIONS: Final = frozenset({"caption", "captions"})
_WORKS: Final = frozenset(
    {"book", "novel", "memoir", "autobiography", "album", "song", "single", "film", "movie"}
    | {"documentary", "musical", "essay", "poem", "column", "newsletter", "podcast"}
    | {"show", "series", "serial", "drama", "sitcom", "programme"}
)
_WHERE: Final = frozenset({"where", "which", "whose"})
_TITLED: Final = frozenset({"titled", "entitled", "headlined"})
_HEADED: Final = frozenset({"headline", "headlines", "heading"})
_APPOSED: Final = 2
"""Tokens from the noun for a work to its title: in his 2012 book, “A Ferryman Abroad.”"""
_IN_WORK: Final = 3
"""Tokens of "in her 2019" that stand before the work's noun."""
_WORK: Final = 60
"""Code points of a title, which a list may give as the source of a line."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article shows of its quotations.

    works  what is quoted as briefly as titles are, case-folded
    said   numbers of the quotations that are somebody's words
    turns  first code points of the paragraphs that are lines of an interview
    """

    text: str
    works: frozenset[str]
    said: Container[int]
    lexicon: ProseLexicon
    turns: frozenset[int] = frozenset()


def short_titles(text: str, quotations: Iterable[Quotation]) -> frozenset[str]:
    """What an article quotes that could be a title, case-folded."""
    short = (q for q in quotations if q.end - q.start <= _WORK)
    return frozenset(text[q.start : q.end].strip(" ,.").casefold() for q in short)


def is_somebodys(
    case: Case,
    attribution: Attribution,
    tokens: Sequence[Token],
    previous: Sequence[Token],
    around: Surroundings,
) -> bool:
    """Whether an attribution makes words of a quotation.

    tokens    those that the attribution's indexes count in
    previous  the tokens of the paragraph above
    """
    mention = attribution.mention
    if attribution.kind == "label" and attribution.where == "after" and mention is not None:
        signed = around.text[tokens[mention.first].start : tokens[mention.last].end]
        if signed.casefold() in around.works:
            return False  # “Home is where the till is” - Salt Road
    if _is_thing(case, attribution, around.lexicon):
        return False
    if is_performed(attribution, tokens) or _is_named_work(case) or _is_example(case, attribution):
        return False
    if _is_subject(case, attribution, around.lexicon):
        return False
    if attribution.where == "before" and _is_word_within(case, around.text):
        return False
    if is_printed(attribution, tokens, previous, around.said, around.lexicon):
        return False
    if is_supposed(attribution, tokens, around.lexicon) or _is_retold(case, around):
        return False
    if attribution.cue is not None:
        cue = tokens[attribution.cue].low
        near = attribution.last - attribution.cue <= _BESIDE
        if cue in _CAPTIONS and near and attribution.where == "before" and case.shape.words:
            return True  # with the caption “short hair”
        if cue in _OPINIONS and not around.text[case.quotation.start].islower():
            return False  # found the book “Salt First”
    fused = case.at > 0 and case.state.tokens[case.at - 1].kind == "w"
    return holds(attribution, case.quotation, case.shape, fused=fused)


def _is_thing(case: Case, attribution: Attribution, lexicon: ProseLexicon) -> bool:
    """Whether a title, or a name in marks, has its own clause behind it.

    on “Life With the Olts,” where her sister said; “The Ferry King” praised the crowd
    """
    tokens, behind = case.state.tokens, case.at + 1
    if lexicon.own or behind >= len(tokens):
        return False
    heading = attribution.kind == "label" and attribution.where == "before"
    if heading and case.shape.label and tokens[behind].kind == "w":
        return True  # Tributes: ‘Harbour’ Stars React
    if not case.shape.headed:
        return False
    if tokens[behind].low in _WHERE:
        return True
    acts = case.shape.title and is_finite(tokens, behind, len(tokens), lexicon)
    return acts and attribution.where == "before"


def _is_word_within(case: Case, text: str) -> bool:
    """Whether a sentence only marks one of its words: a chart, “ranking” nine buttons, so."""
    tokens, at = case.state.tokens, case.at
    if case.shape.words != 1 or not text[case.quotation.start].islower() or at + 1 >= len(tokens):
        return False
    runs_on = tokens[at + 1].kind == "w" and tokens[at + 1].text[0].islower()
    return runs_on and case.shape.ending.isalnum() and at > 0 and tokens[at - 1].text == ","


def _is_retold(case: Case, around: Surroundings) -> bool:
    """Whether a line of an interview quotes it: Korda: I came in and said, “It leaks.”"""
    return case.state.tokens[0].start in around.turns


def _is_named_work(case: Case) -> bool:
    """Whether capitals throughout name the work that a noun announces: her book, “Salt First”."""
    tokens, at = case.state.tokens, case.at
    noun = at - 1 - (at > 0 and tokens[at - 1].text == ",")
    if noun >= 0 and tokens[noun].low in _TITLED:
        return True  # a post titled “Was I Wrong to Leave?”
    if noun >= 0 and tokens[noun].low in _HEADED:
        return True  # with the headline “Something is broken at the Lyceum”
    if noun < 0 or tokens[noun].low not in _WORKS:
        return False
    within = any(t.low == "in" for t in tokens[max(0, noun - _IN_WORK) : noun])
    if within and case.shape.ending == ",":
        return True  # In her book “The Sea: A Life in Boats,” she wrote
    return case.shape.headed and noun == at - _APPOSED


def _is_subject(case: Case, attribution: Attribution, lexicon: ProseLexicon) -> bool:
    """Whether a title is its sentence's subject: Along with that, “Salt Road” posted a clip."""
    tokens, behind, mention = case.state.tokens, case.at + 1, attribution.mention
    if not case.shape.title or behind >= len(tokens) or lexicon.own:
        return False
    acts = tokens[behind].low.endswith("ed") and tokens[behind].text[0].islower()
    if attribution.where == "before":
        return acts and attribution.kind == "carrier" and attribution.link == ","
    thing = mention is not None and mention.kind == "nameless"
    thing = thing and mention is not None and mention.head in lexicon.posted | lexicon.carrier
    return acts and thing and attribution.cue == behind


def _is_example(case: Case, attribution: Attribution) -> bool:
    """Whether single words are given as examples: words such as “lantern,” “ladder”."""
    if attribution.where != "before" or attribution.cue is None:
        return False
    tokens = case.state.tokens
    near = [t.low for t in tokens[attribution.cue + 1 : attribution.cue + 3]]
    return near == ["such", "as"] and tokens[attribution.cue].low in _TERMS
