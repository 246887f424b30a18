"""Which of many scores are explained, and how closely, so that it takes seconds?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from sentiment.model import Explanation, Scorer, ScoringInput

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sentiment.model import Score

# Texts that are explained: by scorers whose shares add up, at the price of a score;
# by one that leaves out a few words of each; and by those that leave out every word.
_ADDED: Final = 2000
_BRIEFLY: Final = 200
_CLOSELY: Final = 60
_ADDITIVE: Final = ("rules", "fast")
_BRIEF: Final = ("full",)
# Those that a page shows before anything is chosen.
_FIRST: Final = 25


@runtime_checkable
class BriefScorer(Scorer, Protocol):
    """A scorer that can explain a score at the price of a few."""

    def explain_briefly(self, given: ScoringInput) -> Explanation:
        """The verdict and the words that are likely to have moved it most."""


def explainer(scorer: Scorer, texts: int) -> tuple[Callable[[ScoringInput], Explanation], int]:
    """What explains the scorer's verdicts on so many texts, and how many of them at most."""
    if scorer.name.startswith(_ADDITIVE):
        return scorer.explain, _ADDED
    if texts > _CLOSELY and scorer.name.startswith(_BRIEF) and isinstance(scorer, BriefScorer):
        return scorer.explain_briefly, _BRIEFLY
    return scorer.explain, _CLOSELY


def shown_first(scores: Sequence[Score], most: int) -> list[int]:
    """The indexes of the scores to explain: the first, then the strongest of either side.

    Praise and blame take turns, as each is a way to sort a table; neutral ones come last.
    """
    turns: list[tuple[bool, int, int]] = []
    for side in ("positive", "negative", "neutral"):
        strongest = sorted(
            (at for at, score in enumerate(scores) if score.sentiment == side),
            key=lambda at: (-abs(scores[at].score), at),
        )
        turns += [(side == "neutral", rank, at) for rank, at in enumerate(strongest)]
    first = range(min(_FIRST, len(scores)))
    return list(dict.fromkeys([*first, *(at for *_, at in sorted(turns))]))[:most]
