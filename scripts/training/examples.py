"""Which labelled texts are there to learn from, and which are kept apart?

Four sources: SemEval tweets and SentiMix tweets (read from a folder that the
caller names; never part of this repository), the tweets and reviews that twenty
people each rated for VADER (in the source archive of vaderSentiment, MIT), and the
reactions written for this project. A tenth of the reactions, chosen by a hash of
their words, is the test part: no stage ever trains or tunes on it.
"""

from __future__ import annotations

import gzip
import hashlib
import tarfile
from dataclasses import dataclass
from pathlib import Path

LABELS = ("negative", "neutral", "positive")
HERE = Path(__file__).parent
REACTIONS = HERE / "reactions.tsv"
RATED = ("tweets", "movieReviewSnippets", "amazonReviewSnippets")
MILD = 0.6  # mean ratings (-4 to 4) up to this far from nought are as much neutral as not
COLUMNS = ("id", "part", "label", "language", "domain", "kind", "phenomenon", "text")


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled text. label: index into LABELS; source: semeval, sentimix, rated or reactions.

    rating: mean of its raters, -4 to 4, where there were some.
    """

    label: int
    text: str
    source: str
    language: str = "und"
    domain: str = ""
    kind: str = ""
    phenomenon: str = ""
    rating: float | None = None


def read_rated(archive: Path) -> list[Example]:
    """The rated tweets and review sentences of Hutto and Gilbert (2014)."""
    out = []
    with tarfile.open(archive) as members:
        for name in RATED:
            member = members.extractfile(f"hutto_ICWSM_2014/{name}_GroundTruth.txt")
            if member is None:
                raise ValueError(f"{archive}: no file of rated {name} in it")
            for line in member.read().decode("utf-8", "replace").splitlines():
                _, rating, text = line.split("\t", 2)
                mean = float(rating)
                label = LABELS.index("neutral") + (mean > MILD) - (mean < -MILD)
                out.append(Example(label, text, "rated", "en", name, "post", rating=mean))
    return out


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


def read_corpus(tweets: Path, rated: Path, reactions: Path = REACTIONS) -> Corpus:
    own = read_reactions(reactions)
    return Corpus(
        train=[
            *read_tweets(tweets / "semeval2017_train.tsv.gz", "semeval"),
            *read_tweets(tweets / "sentimix_train.tsv.gz", "sentimix"),
            *read_rated(rated),
            *(e for e in own if not in_test_part(e)),
        ],
        semeval_dev=read_tweets(tweets / "semeval2017_dev.tsv.gz", "semeval"),
        sentimix_dev=read_tweets(tweets / "sentimix_dev.tsv.gz", "sentimix"),
        reactions_test=[e for e in own if in_test_part(e)],
    )
