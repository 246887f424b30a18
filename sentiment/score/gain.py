"""Is it worth asking the encoder about a text that the linear model has read?

What ``full`` gains over ``fast``, as a share of texts set right, is estimated
from how ``fast`` reads a text; long texts cost the encoder more and must gain more.
``scripts/train_scorers.py`` fits the weights on development texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sentiment.score.verdict import judge, probabilities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from sentiment.score.verdict import Decision

# pieces of words that the tokenizer makes of a word, and marks around a text
_PIECES: Final = 1.5
_AROUND: Final = 4


def reading_cost(texts: Sequence[str]) -> NDArray[np.float64]:
    """About how many tokens the encoder would read of each text."""
    return np.asarray([len(t.split()) * _PIECES + _AROUND for t in texts], dtype=np.float64)


def gain_columns(
    logits: NDArray[np.float64],
    mixed: NDArray[np.float64],
    cost: NDArray[np.float64],
    decision: Decision,
) -> NDArray[np.float64]:
    """What the gain is estimated from, one row a text.

    logits, mixed   what ``fast`` reads
    cost            of ``reading_cost``
    """
    label, _, sure = judge(logits, mixed, decision)
    shares = probabilities(logits + decision.offset)
    ordered = np.sort(shares, axis=1)
    labels = np.eye(3)[label]
    long = np.log(cost)
    return np.column_stack(
        [
            np.ones(len(sure)),
            sure,
            sure**2,
            ordered[:, -1],
            ordered[:, -2],
            labels,
            labels * sure[:, None],
            mixed,
            mixed * sure,
            long,
            long * sure,
            shares,
        ]
    )


def gain_per_token(
    weights: NDArray[np.float64],
    logits: NDArray[np.float64],
    mixed: NDArray[np.float64],
    cost: NDArray[np.float64],
    decision: Decision,
) -> NDArray[np.float64]:
    """The estimated gain over what it costs."""
    gain: NDArray[np.float64] = gain_columns(logits, mixed, cost, decision) @ weights / cost
    return gain
