"""What does a small fine-tuned encoder, together with the linear model, say of a reaction?

The encoder (int8, onnxruntime) reads the words; a calibrated layer weighs its
logits beside those of ``fast``, the rules' score and VADER's compound. Explained
by leaving out: what the score loses without a word is that word's share.
The model files are made by ``scripts/train_scorers.py``; card: ``data/models/full.md``.
"""

from __future__ import annotations

import os
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sentiment.errors import ScorerError
from sentiment.score.fast import FastScorer, Reading, load_fast
from sentiment.score.fast_model import load_arrays
from sentiment.score.left_out import explain_losses, weightiest, without_each
from sentiment.score.normalise import context_words, says_nothing
from sentiment.score.pieces import pieces
from sentiment.score.rules import RulesScorer
from sentiment.score.verdict import Decision, verdicts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from sentiment.model import Explanation, Score, ScoringInput
    from sentiment.score.pieces import Piece

ENCODER: Final = "models/encoder.onnx"
TOKENIZER: Final = "models/tokenizer.json"
STACK: Final = "models/full.npz"

_LONGEST: Final = 128  # tokens, [CLS] and [SEP] counted; the encoder has places for no more
_EXPLAINED: Final = 160  # pieces that are left out one by one; the rest goes into the base
_BRIEFLY: Final = 6  # pieces that are left out where many texts are to be explained
_GUESS: Final = 0.34
"""Below it a verdict is hardly surer than a guess among three: where the rules find
nothing either, it is neutral. Costs the dev sets .004 on average."""
_POINTING_GUESS: Final = 0.55
"""The same where a text ends with a link, for it speaks of what stands behind that: of
such verdicts of the SemEval dev tweets .35 are right, and .62 would be as neutral."""
_POINTS: Final = re.compile(r"(?:https?://|pic\.twitter\.com/)\S+\s*\Z")
_LONGEST_LINK: Final = 200  # code points of a text's end in which that link is looked for
_LONGEST_NAME: Final = 4  # words; where the rules find nothing in them, they are no verdict


class Encoder:
    """The network and its tokenizer."""

    def __init__(self, threads: int = 0) -> None:
        try:
            import onnxruntime  # noqa: PLC0415 - loaded only where this scorer is used
            from tokenizers import Tokenizer  # noqa: PLC0415 - as above
        except ImportError as gone:
            raise ScorerError(
                f"the full scorer needs {gone.name}: pip install onnxruntime tokenizers, "
                "or use --scorer fast"
            ) from gone
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # texts are read side by side instead
        options.log_severity_level = 3
        with as_file(files("sentiment.data") / ENCODER) as path:
            self._session: Any = onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
        self._threads = threads or os.cpu_count() or 1
        text = (files("sentiment.data") / TOKENIZER).read_text(encoding="utf-8")
        self._tokenizer: Any = Tokenizer.from_str(text)
        self._tokenizer.enable_truncation(_LONGEST)
        self._tokenizer.no_padding()

    def logits(self, words: Sequence[str]) -> NDArray[np.float64]:
        """One row a text, in order.

        Each text is read by itself: int8 arithmetic takes its range from all that is
        read at once, and a text's verdict must not depend on its neighbours. It costs
        no more than reading them together. One that several articles print is read once.
        """
        distinct = {text: row for row, text in enumerate(dict.fromkeys(words))}
        ids = [e.ids for e in self._tokenizer.encode_batch(list(distinct))]
        out = np.zeros((len(ids), 3), dtype=np.float64)
        with ThreadPoolExecutor(self._threads) as pool:
            for row, said in enumerate(pool.map(self._read, ids)):
                out[row] = said
        return out[[distinct[text] for text in words]]

    def _read(self, ids: list[int]) -> NDArray[np.float32]:
        table = np.asarray([ids], dtype=np.int64)
        given = {"ids": table, "mask": np.ones_like(table)}
        said: NDArray[np.float32] = self._session.run(None, given)[0][0]
        return said


def stack_columns(
    encoder: NDArray[np.float64], reading: Reading, rules: Sequence[Score]
) -> NDArray[np.float64]:
    """What the last layer weighs, one row a text.

    The encoder's and ``fast``'s logits, VADER's compound, the rules' score and
    label; logits and score once more by how much of the text is Hinglish.
    """
    mixed = reading.mixed[:, None]
    said = np.hstack([encoder, reading.logits])
    ruled = np.asarray(
        [(s.score, s.sentiment == "positive", s.sentiment == "negative") for s in rules],
        dtype=np.float64,
    ).reshape(len(rules), 3)
    compound = reading.compound[:, None]
    return np.hstack([said, said * mixed, mixed, compound, ruled, ruled[:, :1] * mixed])


@dataclass(frozen=True, slots=True)
class Stack:
    """weights, base: the last layer. gain, least: when the cascade asks for a text, see there."""

    weights: NDArray[np.float64]
    base: NDArray[np.float64]
    decision: Decision
    gain: NDArray[np.float64]
    least: float


def _is_name(given: ScoringInput) -> bool:
    """Whether a text may be a name and no more: "12th Fail", "War"."""
    words = given.text.split()
    return (
        0 < len(words) <= _LONGEST_NAME
        and not (given.emoji or given.described_emoji or given.translation)
        and all(w.isalnum() and (w[0].isupper() or w[0].isdigit()) for w in words)
    )


def _least(given: ScoringInput) -> float:
    """The confidence below which a verdict that the rules do not share is but a guess."""
    ending = given.text[-_LONGEST_LINK:]
    return _POINTING_GUESS if _POINTS.search(ending) else _GUESS


@cache
def load_stack() -> Stack:
    """The last layer of the model file."""
    arrays = load_arrays(STACK)
    return Stack(
        arrays["weights"],
        arrays["base"],
        Decision.from_arrays(arrays, ""),
        arrays["gain"],
        float(arrays["least"]),
    )


class FullScorer:
    """Encoder, linear model, rules and VADER, weighed together."""

    def __init__(self, fast: FastScorer | None = None, threads: int = 0) -> None:
        self._fast = fast or load_fast()
        self._encoder = Encoder(threads)
        self._rules = RulesScorer()
        self._stack = load_stack()

    @property
    def name(self) -> str:
        """Short name and version."""
        return "full 2"

    def score(self, inputs: list[ScoringInput]) -> list[Score]:
        """One verdict for each input, in order."""
        if not inputs:
            return []
        return self.judge(inputs, self._fast.read(inputs), self._rules.score(inputs))

    def judge(
        self, inputs: Sequence[ScoringInput], reading: Reading, ruled: Sequence[Score]
    ) -> list[Score]:
        """``score`` for those who have asked ``fast`` and the rules already."""
        empty = [
            says_nothing(g) or (rule.score == 0 and _is_name(g))
            for g, rule in zip(inputs, ruled, strict=True)
        ]
        encoder = np.zeros((len(inputs), 3))
        read = [at for at, nothing in enumerate(empty) if not nothing]
        if read:
            encoder[read] = self._encoder.logits([context_words(inputs[at]) for at in read])
        logits = stack_columns(encoder, reading, ruled) @ self._stack.weights + self._stack.base
        found = verdicts(logits, reading.mixed, self._stack.decision, empty)
        return [
            replace(score, sentiment="neutral")
            if score.confidence < _least(given) and rule.sentiment == "neutral"
            else score
            for given, score, rule in zip(inputs, found, ruled, strict=True)
        ]

    def explain(self, given: ScoringInput) -> Explanation:
        """The verdict and, for each word or emoji, what the score loses without it."""
        found, _ = pieces(given)
        return self._explain(given, found[:_EXPLAINED])

    def explain_briefly(self, given: ScoringInput) -> Explanation:
        """``explain``, but only of the few words that are likely to have moved the score."""
        found, _ = pieces(given)
        added, ruled = self._fast.explain(given), self._rules.explain(given)
        return self._explain(given, weightiest(found, added, ruled, _BRIEFLY))

    def _explain(self, given: ScoringInput, found: Sequence[Piece]) -> Explanation:
        whole, *without = self.score([given, *without_each(given, found)])
        return explain_losses(found, whole, without)


@cache
def load_full() -> FullScorer:
    """The full scorer, loaded once."""
    return FullScorer()
