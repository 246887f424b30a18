"""Which words follow "she wrote:" without quotation marks?

    Taking to X, she wrote: Not every ending needs an explanation. Be kind.

A verb of writing right before the colon, over a platform at most. The words end with
the paragraph, or where the paper goes on: "The singer married …", "Another wrote: …".

Or whole paragraphs below a line that ends so, if they say "I" or "you": posts vanish from
pages more often than they stay, and what is left is then the paper's own.

Layouts in docs/layouts.md: L17.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import WRITTEN
from sentiment.extract.name_words import is_name
from sentiment.extract.quotations import Quotation
from sentiment.extract.words import STOPS, cut_tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

Span = tuple[int, int]

LONGEST: Final = 4000
"""Code points of a paragraph that are read for such words."""
_FORMS: Final = frozenset({"wrote", "writes", "writing", "read", "reads", "replies", "responds"})
"""Verbs of writing; past tenses in -ed are, too, nouns are not."""
_CAPTIONS: Final = frozenset({"caption", "message", "tweet"})
_BELOW: Final = frozenset({"post", "photo", "picture", "reel", "story", "video"})
"""What comments stand below."""
_TAIL: Final = 4
"""Tokens from the verb to the colon: wrote on her Instagram:"""
_FEWEST: Final = 3
_LEAD: Final = 160
"""Code points of a line that announces words."""
_MOST: Final = 8
"""Paragraphs that one such line may announce."""
_DASHES: Final = frozenset("-–—")
_OPENING: Final = 6
"""Tokens of "Actor Amrit Basu wrote -"."""
_NAMED: Final = 2
"""Tokens from a name to the dash behind its verb."""
_MARKS: Final = frozenset("\"“”„«»‘'`「")
_LINK: Final = "http"
_LEADING: Final = frozenset(",:")
_SINGLED: Final = frozenset({" '", " ‘"})
# a verb as ``_leads`` wants it, and no more words before a colon than it looks over
_LEAD_IN: Final = re.compile(
    r"(?:ed|wrote|writes|writing|reads?|replies|responds)(?:\s+\S+){0,3}?\s*:"
)
# a dash as ``_dashed`` wants it
_DASH_IN: Final = re.compile(r"[-–—](?=\s)(?:(?<=[a-z].)|(?<=[a-z]\s.)|(?<=\s\s.))")
_VOICES: Final = frozenset(
    {"i", "me", "my", "mine", "we", "our", "us", "you", "your", "i'm", "i’m", "i've", "i’ve"}
    | {"i'll", "i’ll", "we're", "we’re", "you're", "you’re", "please", "thanks", "thank"}
)
_NARRATING: Final = frozenset({"he", "she", "they", "meanwhile", "later", "earlier", "his", "her"})


def find_unquoted(text: str, start: int, end: int, lexicon: ProseLexicon) -> tuple[Quotation, ...]:
    """Words without marks behind a verb and a colon in one paragraph, in order."""
    if lexicon.own or not _may_lead(text, start, end):
        return ()
    tokens = cut_tokens(text, start, min(end, start + LONGEST))
    dash = _dashed(tokens, lexicon)
    if dash is not None:
        begin, close = tokens[dash + 1].start, tokens[-1].end
        return (Quotation(begin, close, ((begin, close),)),)
    found: list[Quotation] = []
    at = 0
    while at < len(tokens):
        if tokens[at].text == ":" and _leads(tokens, at, lexicon):
            last = _last_of(tokens, at + 1, lexicon)
            if last is not None:
                begin, close = tokens[at + 1].start, tokens[last].end
                found.append(Quotation(begin, close, ((begin, close),)))
                at = last
        at += 1
    return tuple(found)


def _may_lead(text: str, start: int, end: int) -> bool:
    """Whether a paragraph may lead up to words; its tokens tell for sure."""
    if text.find(":", start, end) >= 0 and _LEAD_IN.search(text, start, end):
        return True
    return _DASH_IN.search(text, start, min(end, start + _LEAD)) is not None


def _dashed(tokens: Sequence[Token], lexicon: ProseLexicon) -> int | None:
    """The dash behind a name and a verb of writing that open a paragraph: Aamod wrote - ..."""
    dash = next((i for i, t in enumerate(tokens[:_OPENING]) if t.text in _DASHES), None)
    if dash is None or dash + _FEWEST >= len(tokens) or not tokens[0].capital:
        return None
    apart = tokens[dash].end < tokens[dash + 1].start
    plain = not any(t.text in _MARKS or t.low.startswith(_LINK) for t in tokens)
    wrote = lexicon.cues.get(tokens[dash - 1].low) in WRITTEN and tokens[dash - 1].text.islower()
    wrote = wrote and is_name(tokens[dash - _NAMED], lexicon) if dash >= _NAMED else False
    return dash if apart and plain and wrote else None


def find_announced(
    text: str, paragraphs: Sequence[Span], at: int, lexicon: ProseLexicon
) -> Quotation | None:
    """The paragraphs from ``paragraphs[at]`` on that the one above announces: She wrote:"""
    start, end = paragraphs[at - 1] if at else (0, 0)
    dotted = text[end - 1 : end] == "…" or text[max(start, end - 3) : end] == "..."
    if lexicon.own or start == end or not (dotted or text[end - 1] in ":;"):
        return None
    lead = cut_tokens(text, max(start, end - _LEAD), end)
    last = len(lead) - 1
    while dotted and last > 0 and lead[last - 1].text == ".":
        last -= 1
    if not (_leads(lead, last, lexicon) or (last > 1 and _captions(lead, last, lexicon))):
        return None
    parts: list[Span] = []
    for begin, close in paragraphs[at : at + _MOST]:
        tokens = cut_tokens(text, begin, min(close, begin + LONGEST))
        if not tokens or not _begins(tokens[0]) or not _is_voiced(text, tokens, lexicon):
            break
        parts.append((begin, close))
    return Quotation(parts[0][0], parts[-1][1], tuple(parts)) if parts else None


def _is_voiced(text: str, tokens: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether a paragraph says "I" or "you", and holds nothing that a paper would tell."""
    close = text[tokens[0].start : tokens[-1].end]
    if any(mark in close for mark in _MARKS - {"'", "‘", "`"}) or close[-1] in ":;":
        return False
    if any(lexicon.cues.get(t.low) == "speech" and t.low in lexicon.told for t in tokens):
        return False
    if any(t.text in _LEADING and close[t.end - tokens[0].start :][:2] in _SINGLED for t in tokens):
        return False  # "The club reposted it with the caption, 'We stand together.'"
    opening = next((i for i, t in enumerate(tokens) if t.text in STOPS), len(tokens))
    lows = {t.low for t in tokens[: opening + 1]}
    called = opening < len(tokens) and tokens[opening].text == "!"
    return called or not _VOICES.isdisjoint(lows)


def _leads(tokens: Sequence[Token], colon: int, lexicon: ProseLexicon) -> bool:
    """Whether a verb of writing, with somebody before it, leads up to a colon."""
    below = False
    for verb in range(colon - 1, max(0, colon - 1 - _TAIL), -1):
        token = tokens[verb]
        if token.owns or token.low in _BELOW:  # "commented on Olt's post:"
            below = True
            continue
        written = token.low.endswith("ed") or token.low in _FORMS
        if token.text == token.low and written and lexicon.cues.get(token.low) in WRITTEN:
            before = tokens[verb - 1]
            if below and lexicon.cues[token.low] != "comment":
                return False
            return before.kind in {"w", "@"} and before.low not in lexicon.prepositions
        links = (lexicon.places, lexicon.prepositions, lexicon.determiners)
        if token.kind != "@" and not any(token.low in words for words in links):
            return False
    return False


def _captions(tokens: Sequence[Token], colon: int, lexicon: ProseLexicon) -> bool:
    """Whether a caption leads up to a colon: reposted the picture with the caption:"""
    noun, before = tokens[colon - 1], tokens[max(0, colon - 3) : colon - 1]
    held = any(t.low in lexicon.determiners for t in before)
    return noun.low in _CAPTIONS and held and tokens[colon].text == ":"


def _last_of(tokens: Sequence[Token], first: int, lexicon: ProseLexicon) -> int | None:
    """Index of the last token of the words that begin at ``first``, or None if none do."""
    if first >= len(tokens) or not _begins(tokens[first]):
        return None
    last, at = None, first
    while at < len(tokens):
        stop = at
        while stop < len(tokens) and tokens[stop].text not in STOPS:
            stop += 1
        while stop + 1 < len(tokens) and tokens[stop + 1].text in STOPS:
            stop += 1
        sentence = tokens[at : stop + 1]
        if last is not None and _narrates(sentence, lexicon):
            break
        if any(t.text in _MARKS or t.low.startswith(_LINK) for t in sentence):
            return None  # its marks say what is quoted
        last, at = min(stop, len(tokens) - 1), stop + 1
    return last if last is not None and last - first >= _FEWEST - 1 else None


def _begins(token: Token) -> bool:
    """Whether words may begin so: no list, no clause of the paper's."""
    if token.text in _MARKS or token.kind == "q":
        return False
    return token.low == "i" or not token.text[0].islower()


def _narrates(sentence: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether the paper goes on: the singer married in 2019; another wrote: …"""
    lows = [t.low for t in sentence]
    if any(t.text == ":" and _leads(sentence, i, lexicon) for i, t in enumerate(sentence)):
        return True
    if _VOICES.intersection(lows):
        return False
    roles = lexicon.roles | lexicon.nameless | lexicon.relations
    told = lows[0] in _NARRATING or (lows[0] == "the" and roles.intersection(lows[1:4]))
    return bool(told) and lows[-1] == "."
