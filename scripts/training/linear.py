"""How is the linear model behind ``fast`` trained?

Hashed features with a random half left out at each step, which serves better
here than shrinkage; per-weight rates (Adagrad), because most features are rare;
targets that blend the label with what the encoder says of the same text.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import torch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from examples import Example

from sentiment.score.fast_model import NUMBERS, numbers
from sentiment.score.features import ROWS, WordBook, word_rows

POOLED, PAIRED, EXTREMES = 3, 3, 4


@dataclass(frozen=True, slots=True)
class Recipe:
    """rarest: features in fewer texts are left out. taught: the encoder's share of a target."""

    rarest: int = 3
    rate: float = 1.0
    dense_rate: float = 0.05
    left_out: float = 0.5
    passes: int = 2
    batch: int = 128
    # semeval, sentimix, reactions, rated
    smoothing: tuple[float, float, float, float] = (0.1, 0.3, 0.05, 0.1)
    own_weight: float = 3.0
    semeval_weights: tuple[float, float, float] = (2.1, 0.75, 0.85)
    taught: float = 0.0
    seed: int = 3


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the encoder says of words and pairs by themselves. keys sorted; said (keys, 3)."""

    keys: np.ndarray
    said: np.ndarray
    mixed: np.ndarray

    def place(self, keys: np.ndarray) -> np.ndarray:
        """Row of each key in ``padded``; the last, of zeros, for one that is lacking."""
        at = np.searchsorted(self.keys, keys)
        at[at == len(self.keys)] = 0
        at[self.keys[at] != keys] = len(self.keys)
        return at

    def padded(self) -> np.ndarray:
        """``said`` with a row of zeros at its end."""
        return np.vstack([self.said, np.zeros((1, 3))])


@dataclass(frozen=True, slots=True)
class Table:
    """Texts as features, laid end to end. start: where each text's features begin, end last."""

    rows: np.ndarray
    start: np.ndarray
    scale: np.ndarray
    dense: np.ndarray


def lexicon_terms(
    train: Sequence[Example], rare_word: int = 2, rare_pair: int = 8
) -> tuple[list[str], list[str], np.ndarray, np.ndarray]:
    """(words, pairs as text, their keys in that order, their shares of Hinglish use)."""
    book = WordBook()
    numbered = book.read([e.text for e in train])
    hashes = book.hashes()
    counts: Counter[int | tuple[int, int]] = Counter()
    hinglish: Counter[object] = Counter()
    for example, text in zip(train, numbered, strict=True):
        seen = {*text, *pairwise(text)}
        counts.update(seen)
        if example.language.startswith("hi-"):
            hinglish.update(seen)
    kept_words = sorted(w for w, n in counts.items() if isinstance(w, int) and n >= rare_word)
    kept_pairs = sorted(
        p
        for p, n in counts.items()
        if isinstance(p, tuple) and n >= rare_pair and all(book.words[w][0].isalnum() for w in p)
    )
    numbered_pairs = book.lay_out([list(p) for p in kept_pairs])
    keys = np.concatenate([hashes[kept_words], numbered_pairs.pair_keys])
    # of 45,000 English texts to 11,000 Hinglish ones: per text, not in all
    shares = sum(e.language.startswith("hi-") for e in train) / len(train)
    mixed = []
    for term in [*kept_words, *kept_pairs]:
        inside, outside = hinglish[term] / shares, (counts[term] - hinglish[term]) / (1 - shares)
        mixed.append(inside / (inside + outside))
    return (
        [book.words[w] for w in kept_words],
        [f"{book.words[a]} {book.words[b]}" for a, b in kept_pairs],
        keys,
        np.asarray(mixed),
    )


def lexicon(keys: np.ndarray, said: np.ndarray, mixed: np.ndarray) -> Lexicon:
    """The entries in the order of their keys, each centred on the mean entry."""
    keys, first = np.unique(keys, return_index=True)
    said = said[first] - said[first].mean(0)
    return Lexicon(keys, said - said.mean(1, keepdims=True), mixed[first])


def tabulate(texts: Sequence[str], known: Lexicon) -> Table:
    """Every feature of every text, as ``fast`` counts them."""
    book = WordBook()
    flat = book.lay_out(book.read(texts))
    own = [word_rows(w) for w in book.words]
    sizes = np.asarray([len(r) for r in own])
    owner = np.repeat(np.arange(len(texts)), np.diff(flat.start))
    nothing = np.empty(0, dtype=np.int64)
    rows = np.concatenate(
        [nothing, *(own[w] for w in flat.words), flat.pairs, flat.triples, flat.negated]
    )
    text = np.concatenate(
        [
            np.repeat(owner, sizes[flat.words]),
            owner[flat.pairs_at],
            owner[flat.triples_at],
            owner[flat.negated_at],
        ]
    )
    order = np.argsort(text, kind="stable")
    count = np.bincount(text, minlength=len(texts))
    table = known.padded()
    n = np.maximum(np.diff(flat.start), 1)
    word_at, pair_at = known.place(book.hashes()[flat.words]), known.place(flat.pair_keys)
    pooled = np.zeros((len(texts), POOLED + PAIRED))
    np.add.at(pooled[:, :POOLED], owner, table[word_at])
    np.add.at(pooled[:, POOLED:], owner[flat.pairs_at], table[pair_at])
    extremes = np.zeros((len(texts), EXTREMES))
    for column, (who, at) in enumerate(((owner, word_at), (owner[flat.pairs_at], pair_at))):
        margin = table[at, 2] - table[at, 0]
        np.maximum.at(extremes[:, 2 * column], who, margin)
        np.minimum.at(extremes[:, 2 * column + 1], who, margin)
    counted = np.asarray([numbers(t) for t in texts])
    dense = np.hstack([counted, pooled / np.sqrt(n)[:, None], extremes])
    return Table(
        rows[order],
        np.concatenate([[0], np.cumsum(count)]),
        1 / np.sqrt(np.maximum(count, 1)),
        dense.astype(np.float32),
    )


def targets(
    train: Sequence[Example], recipe: Recipe, teacher: np.ndarray | None
) -> tuple[np.ndarray, np.ndarray]:
    """(target distributions, weights) of the training texts. teacher: the encoder's logits."""
    sources = {"semeval": 0, "sentimix": 1, "reactions": 2, "rated": 3}
    source = np.asarray([sources[e.source] for e in train])
    label = np.asarray([e.label for e in train])
    smooth = np.asarray(recipe.smoothing)[source][:, None]
    target = np.eye(3)[label] * (1 - smooth) + smooth / 3
    if teacher is not None and recipe.taught:
        raised = np.exp(teacher - teacher.max(1, keepdims=True))
        said = raised / raised.sum(1, keepdims=True)
        target = (1 - recipe.taught) * target + recipe.taught * said
    weight = np.where(source == 0, np.asarray(recipe.semeval_weights)[label], 1.0)
    return target, np.where(source == sources["reactions"], recipe.own_weight, weight)


def fit(
    table: Table, target: np.ndarray, weight: np.ndarray, recipe: Recipe
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(hashed weights (ROWS, 3), dense weights, base)."""
    torch.manual_seed(recipe.seed)
    draw = np.random.default_rng(recipe.seed)
    texts = len(target)
    owner = np.repeat(np.arange(texts), np.diff(table.start))
    seen = np.unique(owner.astype(np.int64) * ROWS + table.rows) % ROWS
    frequency = np.bincount(seen, minlength=ROWS)
    del seen
    # a rare feature says more where it stands: log inverse frequency, about 1 for one in 150 texts
    worth = np.where(
        frequency >= recipe.rarest, np.log(texts / np.maximum(frequency, 1)) / 6, 0.0
    ).astype(np.float32)
    kept = np.flatnonzero(worth[table.rows] > 0)
    rows = torch.from_numpy(table.rows[kept])
    value = torch.from_numpy((worth[table.rows] * table.scale[owner].astype(np.float32))[kept])
    start = np.searchsorted(kept, table.start)
    bag = torch.nn.EmbeddingBag(ROWS, 3, mode="sum", sparse=True)
    dense = torch.nn.Linear(table.dense.shape[1], 3)
    for part in (bag.weight, dense.weight, dense.bias):
        torch.nn.init.zeros_(part)
    sparse_step = torch.optim.Adagrad(
        bag.parameters(), lr=recipe.rate, initial_accumulator_value=1e-4
    )
    dense_step = torch.optim.Adagrad(dense.parameters(), lr=recipe.dense_rate)
    goal, share = torch.from_numpy(target).float(), torch.from_numpy(weight).float()
    columns = torch.from_numpy(table.dense)
    steps = recipe.passes * (texts // recipe.batch)
    step = 0
    for _ in range(recipe.passes):
        order = draw.permutation(texts)
        for at in range(0, texts - recipe.batch + 1, recipe.batch):
            chosen = order[at : at + recipe.batch]
            size = start[chosen + 1] - start[chosen]
            offset = np.concatenate([[0], np.cumsum(size)[:-1]])
            place = torch.from_numpy(
                np.repeat(start[chosen] - offset, size) + np.arange(size.sum())
            )
            kept_now = torch.rand(len(place)) > recipe.left_out
            worth_now = value[place] * kept_now / (1 - recipe.left_out)
            for group in sparse_step.param_groups:
                group["lr"] = recipe.rate * (1 - step / steps)
            logits = bag(rows[place], torch.from_numpy(offset), per_sample_weights=worth_now)
            logits = logits + dense(columns[chosen])
            loss = (-(goal[chosen] * logits.log_softmax(-1)).sum(-1) * share[chosen]).mean()
            sparse_step.zero_grad()
            dense_step.zero_grad()
            loss.backward()
            sparse_step.step()
            dense_step.step()
            step += 1
    hashed = bag.weight.detach().numpy() * worth[:, None]
    return hashed, dense.weight.detach().numpy().T, dense.bias.detach().numpy()


def _small(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """int8 entries and their scale per label; the few largest of 100,000 are cut off."""
    scale = np.quantile(np.abs(table[np.abs(table).max(1) > 0]), 0.9999, axis=0) / 127
    return np.clip(np.round(table / scale), -127, 127).astype(np.int8), scale


def pack(
    hashed: np.ndarray, dense: np.ndarray, base: np.ndarray, known: Lexicon
) -> dict[str, np.ndarray]:
    """The arrays of the model file, but for the decision."""
    table, table_scale = _small(hashed)
    said, said_scale = _small(known.said)
    ends = np.cumsum([len(NUMBERS), POOLED, PAIRED])
    counted, pooled, paired, extremes = np.split(dense.astype(np.float64), ends)
    return {
        "table": table,
        "table_scale": table_scale,
        "keys": known.keys,
        "lexicon": said,
        "lexicon_scale": said_scale,
        "mixed": np.round(known.mixed * 255).astype(np.uint8),
        "pooled": pooled,
        "paired": paired,
        "extremes": extremes,
        "numbers": counted,
        "base": base.astype(np.float64),
    }
