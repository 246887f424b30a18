"""Which words does the prose give as spoken or written without quotation marks?

    — Estou torcendo — diz Duda. — Vai dar certo.    a dialogue's dashes
    एक यूजर ने लिखा- मजा आ गया।                        a verb and a dash, to the sentence's end
    A atriz publicou:⏎Você me inspirou.               a paragraph that a colon announces

Layouts in docs/layouts.md: L17, L28, L29.

Only in languages whose word lists say so. The result stands in for quotations:
the signs lie inside their outer edges, the words in their parts.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import WRITTEN
from sentiment.extract.quotations import Quotation
from sentiment.extract.unquoted import find_announced, find_unquoted
from sentiment.extract.words import cut_tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

Span = tuple[int, int]

LONGEST: Final = 4000
"""Code points of a paragraph that are read for unmarked words."""
_HEAD: Final = 4
"""Tokens behind a dash in which the verb of an attribution stands: "se lhe disse"."""
_TAIL: Final = 3
"""Tokens between a verb of writing and the dash behind it: "कमेंट करते हुए कहा-"."""
_BREAK: Final = re.compile(r"(?<=[\s.!?…,;])[—–―]\s*|[—–―](?=[.,;])")
_HYPHEN: Final = re.compile(r"(?<=\s)-\s+")
_SIGNED: Final = re.compile(r"\(@\w")
_DASHES: Final = frozenset("-–—―:,")
_AUXILIARIES: Final = 2
"""Tokens between a verb and the comma behind it: "लिखा है, हमारा बेबी आने वाला है।"."""
_FEWEST: Final = 4
_MARKS: Final = frozenset("\"“”„«‘’'`「")
_OPENERS: Final = frozenset("\"“”„«‘’'`「•·▪-–—―*@#(")
_QUOTES: Final = re.compile(r"[:,]\s?[“„«\"]|[”“»\"],? [a-z]")
_SHORTEST: Final = 24
_LEAD: Final = 240
"""Code points of the sentence that ends in a colon."""
_SENTENCE: Final = re.compile(r"[^.!?…]+(?:[.!?…]+\s*|\Z)")
_STOPS: Final = frozenset("।॥.")
_SPEAKER: Final = 3
"""Tokens in which a crowd's next speaker is named."""
_ASKED: Final = frozenset("?!")


def find_unmarked(
    text: str, paragraphs: Sequence[Span], lexicon: ProseLexicon
) -> tuple[Quotation, ...]:
    """Words without quotation marks, in order; ``paragraphs`` are the prose to search."""
    found: list[Quotation] = []
    above = (0, 0)
    for index, (start, end) in enumerate(paragraphs):
        announced = _announced(text, above, (start, end), lexicon)
        announced = announced or find_announced(text, paragraphs, index, lexicon)
        above = (start, end)
        if announced is not None:
            found.append(announced)
        if found and found[-1].close > start:
            continue
        last = min(end, start + LONGEST)
        if text[start] in lexicon.dialogue or _is_hyphened(text, start, lexicon):
            found.extend(_spoken(text, start, last, lexicon))
        elif lexicon.subject_marks:
            found.extend(_written(text, start, last, lexicon))
        else:
            found.extend(find_unquoted(text, start, last, lexicon))
    return tuple(found)


def _announced(text: str, above: Span, span: Span, lexicon: ProseLexicon) -> Quotation | None:
    """A paragraph that a colon above it announces and that says "I" or "you".

    A atriz também publicou um registro:⏎Prima querida, você me inspirou …
    """
    start, end = span
    if not lexicon.own or above[1] <= above[0] or text[above[1] - 1] != ":":
        return None
    if not _SHORTEST <= end - start <= LONGEST or text[start] in _OPENERS or text[end - 1] == ":":
        return None
    if _QUOTES.search(text, start, min(end, start + LONGEST)):
        return None  # the article's own words, which quote somebody
    lead = [t.low for t in cut_tokens(text, max(above[0], above[1] - _LEAD), above[1])]
    told = lexicon.own | lexicon.carrier | lexicon.posted
    if not any(low in told for low in lead) or any(low in lexicon.heres for low in lead):
        return None
    last, voiced = start, False
    for sentence in _SENTENCE.finditer(text, start, end):
        lows = {t.low for t in cut_tokens(text, *sentence.span())}
        spoken = bool(lows & lexicon.voices)
        if not spoken and lows & lexicon.shared:
            break  # the article goes on: "Além disso, ela compartilhou …"
        voiced = voiced or spoken
        last = sentence.end()
    last -= len(text[start:last]) - len(text[start:last].rstrip())
    return (
        Quotation(start, last, ((start, last),))
        if voiced or _is_shown(text, start, last, lead, lexicon)
        else None
    )


def _is_shown(text: str, start: int, end: int, lead: Sequence[str], lexicon: ProseLexicon) -> bool:
    """Whether somebody nameless wrote what comes next, which asks or cries out as they do."""
    nobody = any(low in lexicon.crowd for low in lead)
    written = any(low in lexicon.own and lexicon.cues.get(low) in WRITTEN for low in lead)
    return nobody and written and any(sign in text[start:end] for sign in "!?")


def with_unmarked(
    marked: Sequence[Quotation], unmarked: Sequence[Quotation]
) -> tuple[Quotation, ...]:
    """Both in order, none inside another: what opens first holds what is in it."""
    merged: list[Quotation] = []
    for quotation in sorted([*marked, *unmarked], key=lambda q: (q.open, -q.close)):
        if not merged or quotation.open >= merged[-1].close:
            merged.append(quotation)
    return tuple(merged)


def _spoken(text: str, start: int, end: int, lexicon: ProseLexicon) -> list[Quotation]:
    """The turns of one dialogue paragraph: words, who said them, words."""
    if _SIGNED.search(text, start, end):
        return []  # "— Name (@handle)": a post's signature
    hyphened = text[start] == "-"
    breaks = list((_HYPHEN if hyphened else _BREAK).finditer(text, start + 1, end))
    edges = [start, *(m.start() for m in breaks), end]
    if not text[start + 1 : end].strip():
        return []
    pieces = list(pairwise(edges))
    spoken: list[Quotation] = []
    telling = told = False
    for index, (left, right) in enumerate(pieces):
        telling = bool(index) and not telling and _tells(text, left, right, lexicon)
        told = told or telling
        words = text[left:right].lstrip("-—–― \t\u00a0")
        if not telling and words.strip():
            first = right - len(words)
            last = first + len(words.rstrip(" \t\u00a0"))
            if spoken and spoken[-1].close == left:  # a dash inside the words
                before = spoken.pop()
                spoken.append(Quotation(before.open, last, ((before.start, last),)))
            else:
                spoken.append(Quotation(left, last, ((first, last),)))
    whole = len(pieces) == 1
    if whole and text[end - 1] not in ".!?…":
        return []
    return spoken if told or not hyphened else []  # a hyphen alone opens an item of a list


def _is_hyphened(text: str, start: int, lexicon: ProseLexicon) -> bool:
    """Whether a paragraph opens with a hyphen for a dialogue's dash."""
    return bool(lexicon.dialogue) and text.startswith("- ", start)


def _tells(text: str, left: int, right: int, lexicon: ProseLexicon) -> bool:
    """Whether a verb of saying opens a piece: "— contou o goleiro, ainda no gramado."."""
    tokens = [t for t in cut_tokens(text, left, min(right, left + 80)) if t.kind == "w"]
    head = tokens[:_HEAD]
    return any(t.low in lexicon.own and t.text[0].islower() for t in head)


def _comma_opens(tokens: Sequence[Token], comma: int, lexicon: ProseLexicon) -> bool:
    """Whether words follow a comma: what was written, or speaks of "me" or "you"."""
    before = [t.low for t in tokens[max(0, comma - _AUXILIARIES) : comma]]
    kinds = {lexicon.cues[low] for low in before if low in lexicon.own and low not in lexicon.weak}
    end = comma + 1
    while end < len(tokens) and tokens[end].text not in _STOPS:
        end += 1
    if end - comma < _FEWEST or not kinds:
        return False
    end = _last_of(tokens, comma + 1, lexicon)  # "कहा, फिल्म अलग है। हमने मेहनत की है।"
    voiced = any(t.low in lexicon.voices for t in tokens[comma + 1 : end])
    return "write" in kinds or voiced


def _is_written_so(tokens: Sequence[Token], that: int, lexicon: ProseLexicon) -> bool:
    """Whether "that" leads to words as they were written: लिखा कि मैं बहुत दुखी हूं."""
    before = [t.low for t in tokens[max(0, that - _AUXILIARIES) : that]]
    if not any(lexicon.cues.get(low) in WRITTEN for low in before):
        return False
    last = _last_of(tokens, that + 1, lexicon)
    return any(t.low in lexicon.voices for t in tokens[that + 1 : last + 1])


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends there, and no dots only part its words: "एक...वह जा चुकी हैं"."""
    if tokens[at].text not in _STOPS or at + 1 == len(tokens):
        return tokens[at].text in _STOPS
    after = tokens[at + 1]
    return after.start > tokens[at].end or not (after.text == "." or after.kind == "w")


def _sentence_from(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> int:
    """The last token of the sentence that begins there, or of its question."""
    end = at
    while end + 1 < len(tokens) and not _ends(tokens, end):
        end += 1
    asked = next((i for i in range(end - 1, at, -1) if tokens[i].text in _ASKED), end)
    # "… ऊंट ऐसे हैं क्या? दूसरे यूजर ने कहा": what follows is another's
    return asked if asked < end and _is_told(tokens, asked + 1, end, lexicon) else end


def _is_told(tokens: Sequence[Token], first: int, last: int, lexicon: ProseLexicon) -> bool:
    """Whether a sentence tells who did or said something."""
    words = (t.low for t in tokens[first : last + 1])
    return any(w in lexicon.own or w in lexicon.subject_marks for w in words)


def _last_of(tokens: Sequence[Token], first: int, lexicon: ProseLexicon) -> int:
    """The last token of the sentence, and of those behind it that say "I" or "you"."""
    last = _sentence_from(tokens, first, lexicon)
    while last + 1 < len(tokens):
        end = _sentence_from(tokens, last + 1, lexicon)
        voiced = any(t.low in lexicon.voices for t in tokens[last + 1 : end + 1])
        dotted = tokens[last].text == "." == tokens[last - 1].text
        # between two of a crowd's: "… है. सब ऐसे ही हैं. दूसरे यूजर ने लिखा"
        amid = any(t.low in lexicon.crowd for t in tokens[end + 1 : end + 1 + _SPEAKER])
        if not (voiced or dotted or amid) or _is_told(tokens, last + 1, end, lexicon):
            break
        last = end
    return last


def _written(text: str, start: int, end: int, lexicon: ProseLexicon) -> list[Quotation]:
    """What stands between a verb's dash or colon and the end of its sentence."""
    found: list[Quotation] = []
    tokens = cut_tokens(text, start, end)
    for index, token in enumerate(tokens):
        that = token.low in lexicon.reported
        if not that and token.text not in _DASHES:
            continue
        if found and token.start < found[-1].close:
            continue
        if not any(t.low in lexicon.own for t in tokens[max(0, index - _TAIL) : index]):
            continue
        first = index + 1
        if first >= len(tokens) or tokens[first].text in _MARKS:
            continue
        if token.text == "," and not _comma_opens(tokens, index, lexicon):
            continue
        if index > 1 and tokens[index - 2].text in _MARKS and not that:
            continue  # "'हेल्प' लिखा, यानी": its words have been quoted
        if that and not _is_written_so(tokens, index, lexicon):
            continue
        last = _last_of(tokens, first, lexicon)
        told = [t.low for t in tokens[max(0, index - _TAIL) : index] if t.low in lexicon.own]
        short = last - first < _SPEAKER
        if lexicon.weak.issuperset(told) and (short or _is_told(tokens, first, last, lexicon)):
            continue  # "रवि ने की आलोचना – रवि ने कहा कि"; "दर्शकों की प्रतिक्रिया अहम : रवि नाइक"
        begin, close = tokens[first].start, tokens[last].end
        found.append(Quotation(begin, close, ((begin, close),)))
    return found
