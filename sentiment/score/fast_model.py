"""What is in the linear model's file, and which numbers does it count beside words?"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Final

import numpy as np

from sentiment.errors import DataFileError
from sentiment.score.vader import plain_polarity
from sentiment.score.verdict import Decision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

MODEL: Final = "models/fast.npz"
NUMBERS: Final = (
    "VADER's negative share",
    "VADER's neutral share",
    "VADER's positive share",
    "VADER's compound",
    "VADER finds praise",
    "VADER finds blame",
    "exclamation marks",
    "question marks",
    "trailing dots",
    "capital letters",
    "length",
)
"""What is counted of a whole text, in the order of the model's rows."""

_CLEAR: Final = 0.3
_LONG: Final = 140.0


def numbers(text: str) -> list[float]:
    """``NUMBERS`` of one text."""
    # VADER knows bare emoji only: a typed red heart, with its selector, scores 0.0
    text = text.replace("\ufe0f", "")
    vader = plain_polarity(text)
    return [
        vader.neg,
        vader.neu,
        vader.pos,
        vader.compound,
        float(vader.compound > _CLEAR),
        float(vader.compound < -_CLEAR),
        min(text.count("!"), 3) / 3,
        min(text.count("?"), 2) / 2,
        float("..." in text or "…" in text),
        sum(map(str.isupper, text)) / max(1, len(text)),
        min(len(text) / _LONG, 2.0),
    ]


@dataclass(frozen=True, slots=True)
class FastModel:
    """The arrays of the model file.

    table     (rows, labels) weights of hashed features
    keys      sorted hashes of the words and pairs that the encoder was asked about
    lexicon   (keys, labels) what it said of each by itself, pooled weights folded in
    mixed     (keys) share of each one's use that is Hinglish, 0 to 1
    pooled    (labels, labels) weight of a text's words' lexicon entries, summed
    paired    the same for its pairs
    extremes  (4, labels) weight of its best and worst word, best and worst pair
    numbers   (NUMBERS, labels)
    """

    table: NDArray[np.float64]
    keys: NDArray[np.int64]
    lexicon: NDArray[np.float64]
    mixed: NDArray[np.float64]
    pooled: NDArray[np.float64]
    paired: NDArray[np.float64]
    extremes: NDArray[np.float64]
    numbers: NDArray[np.float64]
    base: NDArray[np.float64]
    decision: Decision

    def look_up(self, keys: NDArray[np.int64]) -> NDArray[np.int64]:
        """Place of each key in ``lexicon``; the last row, of zeros, for one it lacks."""
        place = np.searchsorted(self.keys, keys)
        place[place == len(self.keys)] = 0
        place[self.keys[place] != keys] = len(self.keys)
        return place


def load_arrays(name: str) -> dict[str, NDArray[np.float64]]:
    """The arrays of a model file in ``sentiment/data``."""
    content = (files("sentiment.data") / name).read_bytes()
    try:
        with np.load(BytesIO(content), allow_pickle=False) as arrays:
            return {key: arrays[key] for key in arrays.files}
    except (ValueError, OSError) as bad:
        raise DataFileError(
            f"{name} is not a model file ({bad}): install the package again"
        ) from bad


def unpack(arrays: Mapping[str, NDArray[np.float64]]) -> FastModel:
    """The model behind the arrays of its file: int8 tables have their scale beside them."""
    table = arrays["table"] * arrays["table_scale"]
    lexicon = np.vstack([arrays["lexicon"] * arrays["lexicon_scale"], np.zeros((1, 3))])
    return FastModel(
        table=table,
        keys=arrays["keys"].astype(np.int64),
        lexicon=lexicon,
        mixed=np.append(arrays["mixed"] / 255.0, 0.0),
        pooled=arrays["pooled"],
        paired=arrays["paired"],
        extremes=arrays["extremes"],
        numbers=arrays["numbers"],
        base=arrays["base"],
        decision=Decision.from_arrays(arrays, ""),
    )
