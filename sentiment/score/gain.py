"""Is it worth asking the encoder about a text that ``fast`` and the rules have read?

What ``full`` gains over ``fast``, as a share of texts set right, is estimated from
how sure ``fast`` is and whether the rules and VADER say the same. Long texts cost the
encoder more and must gain more. Where ``fast`` and the rules say the opposite, one
praise and one blame, it is always asked: tears in praise read so.
``scripts/train_scorers.py`` fits the weights on development texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sentiment.score.vader import label_of_compound
from sentiment.score.verdict import LABELS, judge, probabilities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from sentiment.model import Score
    from sentiment.score.fast import Reading
    from sentiment.score.verdict import Decision

# tokens that the tokenizer makes of a word, on average, and around a text; and what
# each run of the network costs besides, in the time of so many tokens
_PIECES: Final = 1.25
_AROUND: Final = 4.0
_EACH_RUN: Final = 5.4
_OPPOSITE: Final = 2  # steps from blame to praise
_PLACE: Final = {label: place for place, label in enumerate(LABELS)}


def reading_cost(texts: Sequence[str]) -> NDArray[np.float64]:
    """About what the encoder takes to read each text, in the time of so many tokens."""
    around = _AROUND + _EACH_RUN
    return np.asarray([len(t.split()) * _PIECES + around for t in texts], dtype=np.float64)


def gain_columns(
    reading: Reading, ruled: Sequence[Score], cost: NDArray[np.float64], decision: Decision
) -> NDArray[np.float64]:
    """What the gain is estimated from, one row a text. The first column is all ones.

    reading, decision  of ``fast``
    ruled              verdicts of the rules
    cost               of ``reading_cost``
    """
    shares = probabilities(reading.logits + decision.offset)
    ordered = np.sort(shares, axis=1)
    first, second = ordered[:, -1], ordered[:, -2]
    label = shares.argmax(axis=1)
    labels = np.eye(3)[label]
    rules = np.asarray([_PLACE[s.sentiment] for s in ruled], dtype=np.int64)
    vader = np.asarray([_PLACE[label_of_compound(c)] for c in reading.compound], dtype=np.int64)
    strength = np.abs([s.score for s in ruled])
    sure = np.asarray([s.confidence for s in ruled])
    agree = rules == label
    pair = np.eye(9)[rules * 3 + label]
    mixed, long = reading.mixed, np.log(cost)
    return np.column_stack(
        [
            np.ones(len(label)),
            *(first, first**2, second),
            *(labels, labels * first[:, None], shares),
            *(mixed, mixed * first, long, long * first),
            *(agree, agree * first, agree * sure),
            *(vader == label, vader == rules, np.abs(reading.compound)),
            *(np.eye(3)[rules], strength, sure, pair * first[:, None]),
        ]
    )


def gain_per_token(
    weights: NDArray[np.float64],
    reading: Reading,
    ruled: Sequence[Score],
    cost: NDArray[np.float64],
    decision: Decision,
) -> NDArray[np.float64]:
    """The estimated gain over what it costs; without end where the two say the opposite."""
    gain: NDArray[np.float64] = gain_columns(reading, ruled, cost, decision) @ weights / cost
    label, _, _ = judge(reading.logits, reading.mixed, decision)
    rules = np.asarray([_PLACE[s.sentiment] for s in ruled], dtype=np.int64)
    return np.where(np.abs(rules - label) == _OPPOSITE, np.inf, gain)
