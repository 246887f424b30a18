"""Whatever a crawler leaves of an article, reading it gives reactions, never an error."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sentiment.extract.reactions import extract_reactions
from sentiment.model import Article

ROOT = Path(__file__).parent.parent.parent
TEXTS = [
    path.read_text("utf-8")
    for folder in (ROOT / "seeds", ROOT / "tests" / "articles" / "dev")
    for path in sorted(folder.glob("*.txt"))
]
NOISE = "\"“”‘’«»'.,:—-()@# \n\tABab1.&👍\u200d\ufe0f।"


def shuffled(seed: int) -> str:
    """Pieces of articles in a random order, one sign in fifty replaced."""
    chance = random.Random(seed)  # noqa: S311 - a test's noise
    pieces = []
    for _ in range(chance.randint(2, 12)):
        text = chance.choice(TEXTS)
        start = chance.randrange(len(text))
        pieces.append(text[start : start + chance.randint(1, 160)])
    mixed = "".join(pieces)
    return "".join(c if chance.random() > 0.02 else chance.choice(NOISE) for c in mixed)


@pytest.mark.parametrize("block", range(8))
def test_shuffled_articles_are_read(block: int) -> None:
    for seed in range(block * 60, block * 60 + 60):
        text = shuffled(seed)
        for reaction in extract_reactions(Article(id="0" * 16, source="x.txt", text=text)):
            assert reaction.text
            assert 0 <= (reaction.start or 0) <= (reaction.end or 0) <= len(text), seed
