"""Which labelled texts are there to learn from, and which are kept apart?

Three sources: SemEval tweets and SentiMix tweets (read from a folder that the
caller names; never part of this repository), and the reactions written for this
project. A tenth of the reactions, chosen by a hash of their words, is the test
part: no stage ever trains or tunes on it.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

LABELS = ("negative", "neutral", "positive")
HERE = Path(__file__).parent
REACTIONS = HERE / "reactions.tsv"
COLUMNS = ("id", "part", "label", "language", "domain", "kind", "phenomenon", "text")


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled text. label: index into LABELS; source: semeval, sentimix or reactions."""

    label: int
    text: str
    source: str
    language: str = "und"
    domain: str = ""
    kind: str = ""
    phenomenon: str = ""


def read_tweets(path: Path, source: str) -> list[Example]:
    """Rows of a gzipped ``label<TAB>text`` file with a header line."""
    language = {"semeval": "en", "sentimix": "hi-Latn"}[source]
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        rows = [line.rstrip("\n").split("\t", 1) for line in lines]
    return [
        Example(LABELS.index(label), text, source, language, "tweets", "post")
        for label, text in rows
    ]


def read_reactions(path: Path = REACTIONS) -> list[Example]:
    """The project's own reactions, in the order of their table."""
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#") or not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != len(COLUMNS) or cells[2] not in LABELS:
            raise ValueError(f"{path}, line {number}: expected the columns {' '.join(COLUMNS)}")
        _, part, label, language, domain, kind, phenomenon, text = cells
        text = text.replace("\\n", "\n").strip()
        example = Example(
            LABELS.index(label), text, "reactions", language, domain, kind, phenomenon
        )
        if (part == "test") != in_test_part(example):
            raise ValueError(f"{path}, line {number}: part is {part!r}, its hash says otherwise")
        out.append(example)
    return out


def in_test_part(example: Example) -> bool:
    """Is this reaction of the tenth that is never trained on?

    The texts of a minimal pair ("minimal-pair:a-f105") go the same way: one of
    them in training would give the other away, or mislead about it.
    """
    return example.source == "reactions" and _draws_a_tenth("", example)


def in_tuning_part(example: Example) -> bool:
    """Is this reaction of a second tenth, on which offsets and confidences are settled?"""
    return example.source == "reactions" and _draws_a_tenth("tune", example)


def _draws_a_tenth(salt: str, example: Example) -> bool:
    key = example.phenomenon if ":" in example.phenomenon else example.text.casefold()
    digest = hashlib.sha256((salt + key).encode()).digest()
    return digest[0] * 256 + digest[1] < 6554  # noqa: PLR2004 - a tenth of 65,536


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything, split: what is learned from, what is tuned on, what only judges."""

    train: list[Example]
    semeval_dev: list[Example]
    sentimix_dev: list[Example]
    reactions_test: list[Example]


def read_corpus(tweets: Path, reactions: Path = REACTIONS) -> Corpus:
    own = read_reactions(reactions)
    return Corpus(
        train=[
            *read_tweets(tweets / "semeval2017_train.tsv.gz", "semeval"),
            *read_tweets(tweets / "sentimix_train.tsv.gz", "sentimix"),
            *(e for e in own if not in_test_part(e)),
        ],
        semeval_dev=read_tweets(tweets / "semeval2017_dev.tsv.gz", "semeval"),
        sentimix_dev=read_tweets(tweets / "sentimix_dev.tsv.gz", "sentimix"),
        reactions_test=[e for e in own if in_test_part(e)],
    )
