"""How long do clusters, tables and files take, and how much memory, for many reactions?

Run: python scripts/benchmarks/tables.py [REACTIONS]

The reactions are made from templates with a fixed seed: about a third are
copies, whole or reworded; a quarter have no known author.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from sentiment.model import (
    KINDS,
    PLATFORMS,
    SENTIMENTS,
    Article,
    Polarity,
    Reaction,
    Score,
    ScoredReaction,
)
from sentiment.results import Batch
from sentiment.tally.dedupe import find_clusters
from sentiment.tally.tables import tally_reactions
from sentiment.write.csv_tables import write_tables
from sentiment.write.read_back import read_batch
from sentiment.write.workbook import write_workbook

_OPENINGS = (
    "Just watched {film} and oh my, what a film this is",
    "Cannot believe how good {film} turned out",
    "{film} is the worst thing I have paid for in years",
    "The way {name} carries {film} on her shoulders deserves every award",
    "Kya mast film banyi hai {film}, teen baar dekh chuka hoon",
    "Nobody is talking about the music of {film} and that is a shame",
    "So proud of you {name}, you have earned every bit of this",
    "Not for me. {film} loses its way after the interval",
)
_MIDDLES = (
    "my parents cried through the second half",
    "the writing never talks down to us",
    "I left before the end and asked for my money back",
    "{name} was better in the smaller films",
    "we stood up and clapped when the lights came on",
    "the camera work alone is worth the ticket",
    "everybody in the row behind us was on the phone",
    "bas dil khush ho gaya yaar",
)
_ENDINGS = ("🔥🔥", "❤️", "❤", "😭", "", "", "", "👏🏽", "#mustwatch", "https://t.co/{link}", "😡")
_SHORT = ("Congratulations!", "So well deserved", "Legend", "Wow 🔥", "Proud of you", "❤️")
_FIRST = ("Asha", "Ravi", "Meera", "Tom", "Ines", "Karl", "Noor", "Lina", "Sunil", "Grace", "Paul")
_LAST = ("Nair", "Weber", "Okafor", "Silva", "Mehta", "Lund", "Rossi", "Khan", "Moreau", "Reyes")
_LETTERS = "abcdefghijklmnoprstuvy"
# shares: of copies; of whole ones among them; of people with a name; of those with a
# handle; of texts of a word or two
_COPIED, _WHOLE, _NAMED, _WITH_HANDLE, _BRIEF = 0.3, 0.6, 0.75, 0.4, 0.15
_CLEAR = 0.2  # scores nearer to zero are neutral


def make_batch(count: int, seed: int = 7) -> Batch:
    """A batch of ``count`` reactions in a tenth as many articles."""
    chance = random.Random(seed)  # noqa: S311 - test data, no secret
    films = [_invent(chance).title() for _ in range(300)]
    people = [f"{chance.choice(_FIRST)} {_invent(chance).title()}" for _ in range(count // 12 + 5)]
    articles = tuple(_article(number, chance) for number in range(count // 10 + 1))
    reactions: list[ScoredReaction] = []
    while len(reactions) < count:
        article = chance.choice(articles)
        if reactions and chance.random() < _COPIED:
            base = chance.choice(reactions).reaction
            text = base.text if chance.random() < _WHOLE else _reword(base.text, chance)
            author, handle = base.author, base.handle
        else:
            text = _text(chance, films, people)
            author = chance.choice(people) if chance.random() < _NAMED else None
            tagged = author is not None and chance.random() < _WITH_HANDLE
            handle = author.replace(" ", "") if author and tagged else None
        reactions.append(_score(len(reactions), article, text, (author, handle), chance))
    return Batch(articles=articles, scored=tuple(reactions))


def _article(number: int, chance: random.Random) -> Article:
    return Article(
        id=f"{number:016x}",
        source=f"article-{number:06d}.txt",
        text="",
        title=f"Article {number}",
        outlet=f"outlet{chance.randrange(40)}.example",
        published=f"2024-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}",
    )


def _invent(chance: random.Random) -> str:
    return "".join(chance.choice(_LETTERS) for _ in range(chance.randrange(4, 10)))


def _text(chance: random.Random, films: list[str], people: list[str]) -> str:
    if chance.random() < _BRIEF:
        return chance.choice(_SHORT)
    text = ". ".join([chance.choice(_OPENINGS), chance.choice(_MIDDLES), chance.choice(_ENDINGS)])
    return text.format(film=chance.choice(films), name=chance.choice(people), link=_invent(chance))


def _reword(text: str, chance: random.Random) -> str:
    return text.replace(". ", chance.choice(("! ", "... ", " - "))).replace("and", "&").upper()


def _score(
    number: int,
    article: Article,
    text: str,
    who: tuple[str | None, str | None],
    chance: random.Random,
) -> ScoredReaction:
    value = round(chance.uniform(-1, 1), 4)
    label = SENTIMENTS[0 if value > _CLEAR else 2 if value < -_CLEAR else 1]
    found = tuple(sign for sign in ("🔥", "❤️", "❤", "😭", "👏🏽", "😡") if sign in text)
    reaction = Reaction(
        id=f"{article.id}:{number}",
        article=article.source,
        article_id=article.id,
        text=text,
        kind=chance.choice(KINDS),
        rule="made-up",
        published=article.published,
        outlet=article.outlet,
        start=number,
        end=number + len(text),
        platform=chance.choice((*PLATFORMS, None)),
        author=who[0],
        handle=who[1],
        language=chance.choice(("en", "en", "hi-Latn", "hi", "es")),
        emoji=found,
    )
    return ScoredReaction(
        reaction, Score(label, value, chance.uniform(0.4, 1)), Polarity(0.1, 0.6, 0.3, value), ""
    )


def main() -> None:
    """Print seconds and peak memory of each step."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    batch = make_batch(count)
    started = time.perf_counter()
    clusters = find_clusters([scored.reaction for scored in batch.scored])
    _say("clusters", started, f"{len(set(clusters))} distinct of {count}")
    scored = (replace(s, cluster=c) for s, c in zip(batch.scored, clusters, strict=True))
    batch = replace(batch, scored=tuple(scored))
    started = time.perf_counter()
    tables = tally_reactions(batch)
    _say("tables", started, f"{len(tables.people)} people")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        started = time.perf_counter()
        write_tables(tables, folder)
        _say("CSV and Parquet", started, _size(folder))
        started = time.perf_counter()
        write_workbook(tables, folder / "tables.xlsx")
        _say("workbook", started)
        started = time.perf_counter()
        again = read_batch(folder)
        _say("read back", started, f"{len(again.scored)} reactions")


def _size(folder: Path) -> str:
    return f"{sum(path.stat().st_size for path in folder.iterdir()) / 1e6:.0f} MB"


def _say(step: str, started: float, remark: str = "") -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{step:<22}{time.perf_counter() - started:8.2f} s {peak:8.0f} MB  {remark}")


if __name__ == "__main__":
    main()
