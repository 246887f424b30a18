"""Is a person she or he, by the pronouns that begin the sentences after a name?

Roles and first names have votes, too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Final

from sentiment.extract.full_names import name_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.sightings import Sighting
    from sentiment.extract.words import Token

_AND: Final = 5
"""Code points of " and " between two names."""
_FIRST_NAME: Final = 6
"""Votes of a first name that few of the other gender bear."""
_EARLY: Final = 3
"""Tokens at the start of a sentence whose pronoun means the subject before."""


def tell_genders(
    paragraphs: Sequence[Sequence[Token]],
    subjects: Sequence[Sighting],
    votes: dict[str, Counter[str]],
    sentences: Sequence[int],
    lexicon: ProseLexicon,
) -> dict[str, str]:
    """Name -> "she" or "he", for those that the votes or a first name leave no doubt of.

    subjects   the persons sighted, in order
    votes      name -> what roles and honorifics say; pronouns are added to it
    sentences  first code point of each sentence
    """
    upcoming, last, paired = 0, None, False
    tokens = [*chain.from_iterable(paragraphs)]
    telling = lexicon.she ^ lexicon.he
    for index in [i for i, t in enumerate(tokens) if t.low in telling]:
        token = tokens[index]
        while upcoming < len(subjects) and subjects[upcoming].at <= token.start:
            if (subjects[upcoming].subject and not subjects[upcoming].aside) or last is None:
                last = subjects[upcoming].name
            paired = _is_paired(subjects, upcoming, lexicon)
            upcoming += 1
        # a pronoun later in a sentence may mean anybody in it; "Oka, she said" speaks of Oka
        first = sentences[bisect_right(sentences, token.start) - 1] if sentences else 0
        opens = upcoming > 0 and subjects[upcoming - 1].at == first
        beside = opens and index > 1 and tokens[index - 1].text == "," and tokens[index - 2].capital
        if last is not None and not (beside or paired) and _is_early(tokens, index, sentences):
            gender = "she" if token.low in lexicon.she else "he"
            votes.setdefault(last, Counter())[gender] += 1
    _add_first_names(subjects, votes, lexicon)
    genders: dict[str, str] = {}
    for name, count in votes.items():
        she, he = count["she"], count["he"]
        if she >= 2 * he + 2 or (she and not he):
            genders[name] = "she"
        elif he >= 2 * she + 2 or (he and not she):
            genders[name] = "he"
    return genders


def _add_first_names(
    subjects: Sequence[Sighting], votes: dict[str, Counter[str]], lexicon: ProseLexicon
) -> None:
    """Let first names vote: two pronouns, which may mean somebody else, do not outweigh them."""
    for name in dict.fromkeys(sighting.name for sighting in subjects):
        first = name_words(name)[:1]
        she = lexicon.she_names.issuperset(first)
        if she != lexicon.he_names.issuperset(first):  # "Andrea": hers and his
            votes.setdefault(name, Counter())["she" if she else "he"] += _FIRST_NAME


def _is_paired(subjects: Sequence[Sighting], index: int, lexicon: ProseLexicon) -> bool:
    """Whether a name only stands beside another: "Ana Lim and Bo Rapp are parting"."""
    if index == 0 or lexicon.own:
        return False
    before, here = subjects[index - 1], subjects[index]
    both = before.sentence == here.sentence and before.subject and here.subject
    return both and before.name != here.name and here.at - before.at <= len(before.name) + _AND


def _is_early(tokens: Sequence[Token], index: int, sentences: Sequence[int]) -> bool:
    """Whether a token is one of its sentence's first."""
    before = tokens[max(0, index - _EARLY) : index]
    here = bisect_right(sentences, tokens[index].start)
    return len(before) < _EARLY or any(bisect_right(sentences, t.start) != here for t in before)
