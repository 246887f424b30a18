"""To whose words do the emoji belong that the prose tells of?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import Attribution
from sentiment.extract.described_emoji import EmojiPhrase, find_emoji_phrases
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.sentence_subjects import sentence_subject
from sentiment.extract.subjects import subject_marked
from sentiment.extract.words import sentence_end, sentence_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.context import Context
    from sentiment.extract.speakers import Speakers
    from sentiment.extract.words import Token
    from sentiment.model import Kind, Platform

Place = tuple[int, int]
"""Paragraph and token index of a quotation."""

_TURNS: Final = frozenset({"while", "whereas"})


@dataclass(frozen=True, slots=True)
class Wordless:
    """A reaction that is told in emoji alone: "dropped a string of fire emojis"."""

    start: int
    end: int
    kind: Kind
    platform: Platform | None
    author: str
    mention: str
    handle: str | None
    cue: str
    names: tuple[str, ...]


class EmojiTeller:
    """Hands described emoji to the reactions they stand beside."""

    def __init__(
        self,
        text: str,
        paragraphs: Sequence[Sequence[Token]],
        lexicon: ProseLexicon,
        speakers: Speakers,
        context: Context,
    ) -> None:
        """``paragraphs``: the tokens of each prose paragraph."""
        self._text = text
        self._paragraphs = paragraphs
        self._lexicon = lexicon
        self._speakers = speakers
        self._context = context

    def tell(
        self, authors: Sequence[str | None], places: Sequence[Place]
    ) -> tuple[list[tuple[str, ...]], list[Wordless]]:
        """The described emoji of each reaction, and the reactions without words.

        authors, places  of the reactions with words, in order
        """
        names: list[tuple[str, ...]] = [() for _ in authors]
        alone: list[Wordless] = []
        folded = self._text.casefold()
        if not any(map(folded.__contains__, self._lexicon.emoji_signs)):
            return names, alone
        by_paragraph: dict[int, list[int]] = {}
        for index, (paragraph, _) in enumerate(places):
            by_paragraph.setdefault(paragraph, []).append(index)
        for number, tokens in enumerate(self._paragraphs):
            for phrase in find_emoji_phrases(tokens, self._lexicon):
                here = [(i, places[i][1]) for i in by_paragraph.get(number, [])]
                mine = self._beside(tokens, phrase.first, here, authors)
                if mine is not None:
                    names[mine] = (*names[mine], *phrase.names)
                    continue
                wordless = self._wordless(tokens, phrase)
                if wordless is not None:
                    alone.append(wordless)
        return names, alone

    def _clause(self, tokens: Sequence[Token], at: int, lo: int) -> int:
        while at > lo and tokens[at - 1].low not in _TURNS:
            at -= 1
        return at

    def _beside(
        self,
        tokens: Sequence[Token],
        at: int,
        here: Sequence[tuple[int, int]],
        authors: Sequence[str | None],
    ) -> int | None:
        """Index of the reaction that the emoji told at token ``at`` belong to.

        The quotation before it in its clause, else the next in its sentence,
        else the last one of the same author in the paragraph.
        """
        lexicon = self._lexicon
        lo = sentence_start(tokens, at, lexicon.honorifics)
        hi = sentence_end(tokens, at, lexicon.honorifics)
        clause = self._clause(tokens, at, lo)
        before = [i for i, place in here if clause <= place < at]
        if before:
            return before[-1]
        if clause > lo:
            return None
        after = [(i, place) for i, place in here if at < place < hi]
        turned = after and any(
            tokens[i].low in _TURNS
            # but "dropped a fire emoji and wrote, “…”"
            or (tokens[i].low == "and" and tokens[i + 1].low not in lexicon.cues)
            for i in range(at, after[0][1])
        )
        if after and not turned:
            return after[0][0]
        earlier = [i for i, place in here if place < lo]
        subject = phrase_right(tokens, lo, at, lexicon) if earlier else None
        if subject is None:
            return None
        author, _ = self._speakers.resolve(subject, tokens, goes_on=False)
        mine = [i for i in earlier if author is not None and authors[i] == author]
        return mine[-1] if mine else None

    def _wordless(self, tokens: Sequence[Token], phrase: EmojiPhrase) -> Wordless | None:
        lexicon, first = self._lexicon, phrase.first
        lo = sentence_start(tokens, first, lexicon.honorifics)
        clause = self._clause(tokens, first, lo)
        subject = (
            subject_marked(tokens, first, lo, lexicon)  # "दीपिका ने हार्ट इमोजी शेयर किया"
            if lexicon.subject_marks
            else sentence_subject(tokens, clause, first, lexicon)
        )
        if subject is None or subject.kind not in {"name", "pronoun"}:
            return None
        told = range(subject.last + 1, first)
        if lexicon.subject_marks:
            told = range(phrase.last + 1, sentence_end(tokens, first, lexicon.honorifics))
        cue = next((i for i in told if tokens[i].low in lexicon.cues), None)
        if cue is None or tokens[cue].low not in lexicon.wordless:
            return None
        author, handle = self._speakers.resolve(subject, tokens, goes_on=False)
        if author is None:
            return None
        start, end = tokens[first].start, tokens[phrase.last].end
        attribution = Attribution(subject, cue, "comment", "before", clause, phrase.last + 1, ",")
        kind, platform = self._context.judge(attribution, tokens, (start, end), named=True)
        mention = self._text[tokens[subject.first].start : tokens[subject.last].end]
        return Wordless(
            start, end, kind, platform, author, mention, handle, tokens[cue].text, phrase.names
        )
