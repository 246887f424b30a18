"""Who is named beside a mention, or asked in its sentence?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.apposed import name_beside, name_called, names_behind, names_fronted
from sentiment.extract.attributed import ASKED
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.words import sentence_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.mentions import Mention
    from sentiment.extract.people import People
    from sentiment.extract.subjects_before import SubjectsBefore
    from sentiment.extract.words import Token

WAS: Final = frozenset({"was", "is", "were"})


class NamesBeside:
    """Who is named in the sentence of a mention."""

    def __init__(self, people: People, lexicon: ProseLexicon, before: SubjectsBefore) -> None:
        self._people = people
        self._lexicon = lexicon
        self._before = before

    def _apposition(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """The name that stands beside a mention: the actor, Ana Lim, said."""
        name = name_beside(mention, tokens, self._lexicon)
        return self._people.fullest_name(tokens, *name) if name is not None else None

    def _goes_by(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """The name that a mention goes by: a user who goes by Moth."""
        name = name_called(mention, tokens, self._lexicon)
        return self._people.fullest_name(tokens, *name) if name is not None else None

    def _others(self, mention: Mention, tokens: Sequence[Token]) -> frozenset[str]:
        """Who is spoken of behind a subject, and so is not it: she wrote of Nadia Brix."""
        if self._lexicon.agents:  # "Nito, ni-like ni Ana": the verb stands first
            return frozenset()
        names = names_behind(mention, tokens, self._lexicon)
        names += names_fronted(mention, tokens, self._lexicon)
        return frozenset(self._people.fullest_name(tokens, *name) for name in names)

    def _asked(self, tokens: Sequence[Token], pronoun: int, prefer: str | None) -> str | None:
        """Who answers in "When a user asked X what he thinks of Y, he said"."""
        lexicon, people = self._lexicon, self._people
        lo = sentence_start(tokens, pronoun, lexicon.honorifics)
        lo += 2 * (tokens[lo + 1].text == "," and tokens[lo + 2].low in lexicon.openers)  # "Once,"
        if tokens[lo].low not in lexicon.openers:
            return None
        at = next((i for i in range(lo, pronoun) if tokens[i].low in ASKED), None)
        if at is None or at + 1 >= pronoun:
            return None
        if tokens[at - 1].low in WAS and at - 2 > lo:  # "when X was asked about Y, he said"
            told = phrase_right(tokens, lo + 1, at, lexicon)
            ends = told is not None and told.name is not None and told.last == at - 2
            return people.fullest_name(tokens, *told.name) if ends and told and told.name else None
        found = phrase_right(tokens, at + 1, pronoun, lexicon)
        beside = found is not None and found.name is not None and found.name[0] == at + 1
        if beside and found is not None and found.name is not None:
            return people.fullest_name(tokens, *found.name)
        if at == lo and self._before.is_told_of(tokens, lo):
            return None  # "The Princess was amused. Asked by a well-wisher where …, she"
        place = tokens[lo].start
        meant = people.resolve_pronoun(tokens[pronoun].low, place, prefer)
        if prefer is None or meant is None or lexicon.own:
            return prefer or meant
        return people.nearer(meant, prefer, place)
