"""Batches to write: the four sample articles scored by hand, none, one, many, and a hostile one."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pandas as pd

from sentiment.model import Article, Polarity, Reaction, Score, ScoredReaction
from sentiment.results import Batch, Tables, Unreadable
from sentiment.tally.tables import tally_reactions

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
MANIFEST = {"sentiment": "0.1.0", "scorer": "lexicon 1"}


def article(source: str, text: str, **fields: str | None) -> Article:
    return Article(
        id=sha256(text.encode("utf-8", "replace")).hexdigest()[:16],
        source=source,
        text=text,
        **fields,
    )


def scored(
    of: Article,
    text: str,
    sentiment: str,
    score: float,
    *,
    number: int = 0,
    cluster: str | None = None,
    **fields: object,
) -> ScoredReaction:
    fields.setdefault("kind", "post")
    reaction = Reaction(
        id=f"{of.id}-{number}",
        article=of.source,
        article_id=of.id,
        text=text,
        rule="made-up",
        published=of.published,
        outlet=of.outlet,
        **fields,
    )
    return ScoredReaction(
        reaction, Score(sentiment, score, 0.8), Polarity(0.0, 1.0, 0.0, 0.0), cluster or reaction.id
    )


def tables_of(
    articles: list[Article],
    everything: list[ScoredReaction],
    unreadable: tuple[Unreadable, ...] = (),
) -> tuple[Tables, Batch]:
    batch = Batch(tuple(articles), tuple(everything), unreadable)
    return tally_reactions(batch), batch


def seed_batch() -> tuple[Tables, Batch]:
    """The sample articles and their 21 reactions, scored by hand."""
    articles = {}
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        date = text.split()[1] if text.lstrip().startswith("date") else None
        articles[path.name] = article(path.name, text, published=date)
    everything, home = [], None
    for line in (HERE / "seed_reactions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        of = articles[row["article"]]
        made = scored(
            of,
            of.text[row["start"] : row["end"]],
            row["sentiment"],
            row["score"],
            number=row["start"],
            cluster=home if row["same_as"] else None,
            start=row["start"],
            end=row["end"],
            language="hi-Latn" if "mast" in of.text[row["start"] : row["end"]] else "en",
            emoji=tuple(row["emoji"]),
            described_emoji=tuple(row["described_emoji"]),
            **{
                key: row[key]
                for key in ("kind", "platform", "author", "handle", "posted_at", "url")
            },
        )
        if row["same_as"] and home is None:
            home = made.reaction.id
        everything.append(made)
    return tables_of(list(articles.values()), everything)


def empty_batch() -> tuple[Tables, Batch]:
    """Two articles without a reaction."""
    return tables_of([article("a.txt", "Nothing said."), article("b.txt", "Nor here.")], [])


def single_batch() -> tuple[Tables, Batch]:
    """One reaction."""
    of = article("a.txt", 'He said, "Lovely."', published="2024-01-01")
    return tables_of([of], [scored(of, "Lovely.", "positive", 0.6, kind="quote", author="Ann Bee")])


HOSTILE = (
    '#eval("1+1") $x^2$ @label <tag> *bold* _it_ \\ ` ``` = head #import "/etc/passwd"',
    "W" * 10_000,
    "https://example.org/" + "a-b_c/" * 300,
    "फ़िल्म बहुत अच्छी है, विक्रांत ने कमाल कर दिया 👏👏",
    "فيلم رائع جدا! \u202eevil\u202c done",
    "👨‍👩‍👧‍👦🏳️‍🌈👍🏽1️⃣🇮🇳❤️‍🔥" * 40,
    "NUL\x00 BEL\x07 BOM\ufeff bad\ufffe\uffff priv\ue000 tag\U000e0041",
    "Z̸̡̢̛̛͙͇̠͔͔̖̰͓̗̭̗̭̝̈́̐̈́̀̇̄̃̓̕͝a̴̡͎͙̺̘̲̣̤̯͑̈́́̇l̶̢̧̛̛̼̳g̷̨̛̲̮̩̰̣̙̈́̃o̸̢",
    "中文測試 日本語 한국어 שלום ᚠᛇᚻ",
    "line one\n\nline two\u2028line three\r\n\ttabbed",
    "=cmd|' /C calc'!A0 {braces} {0} {name.__class__} %s ${x}",
    "<script>alert(1)</script> &amp; </svg> ]]>",
    "तमिழ் நன்று తెలుగు బాగుంది",
    " ",
    "",
)


def hostile_batch() -> tuple[Tables, Batch]:
    """Markup, giants, every script and the characters nobody should print, in every field."""
    articles, everything = [], []
    for i, text in enumerate(HOSTILE):
        name = text[:300] or "empty"
        of = article(
            f"{i:02} {name}.txt",
            f"body {i}",
            title=text[:500] or None,
            outlet=(text[:400] or None)
            if i % 2
            else "The Outlet With A Name That Goes On "
            "And On And On Until No Column Could Ever Hold It, Limited",
            published=f"2024-01-{i + 1:02}",
            url="javascript:alert(1)" if i % 2 else 'https://example.org/a?b=c&d="',
        )
        articles.append(of)
        for j, (label, score) in enumerate(
            (("positive", 0.9), ("negative", -0.9), ("neutral", 0.0), ("negative", -0.5))
        ):
            everything.append(
                scored(
                    of,
                    text + " " * j + f" hated word{j} @{'x' * 25}",
                    label,
                    score,
                    number=j,
                    kind="quote" if j % 2 else "comment",
                    platform="twitter" if j else None,
                    author=text[:2000] or None,
                    handle="a" * 60 if j == 1 else None,
                    url=None if j else "https://t.co/" + "z" * 600,
                    emoji=("❤️‍🔥", "👍🏽", "\U0001f1ee\U0001f1f3", "🫩", "\U0001fac8")
                    if j < 2
                    else (),
                    described_emoji=(text[:80] or "x",) if j == 2 else (),
                    language="hi" if i % 3 else "zz-Weird-very-long-tag",
                ),
            )
    bad = (Unreadable(HOSTILE[0], HOSTILE[1][:400]), Unreadable("b\x00\ud800.txt", HOSTILE[8]))
    return tables_of(articles, everything, bad)


def large_batch(articles: int = 500, reactions: int = 5000, seed: int = 7) -> tuple[Tables, Batch]:
    """Many articles of a dozen outlets over half a year, with copies and more anger on X."""
    rng = random.Random(seed)  # noqa: S311  # a fixed batch, no secret
    outlets = [
        f"{a} {b}"
        for a in ("Daily", "Evening", "The National")
        for b in ("Herald", "Chronicle of Entertainment", "Post", "Standard")
    ]
    of = [
        article(
            f"batch/2024/article-{i:04}.html",
            f"text {i}",
            title=f"Film {i % 37} opens to "
            f"{rng.choice(['applause', 'tears', 'full houses and a long queue of critics'])}",
            outlet=rng.choice(outlets) if rng.random() < 0.95 else None,
            published=str(pd.Timestamp("2024-01-01") + pd.Timedelta(days=rng.randrange(182)))[:10],
        )
        for i in range(articles)
    ]
    people = [f"Person {chr(65 + i % 26)}{i}" for i in range(900)]
    emoji = [
        "❤️",
        "🔥",
        "😂",
        "😭",
        "👏",
        "💯",
        "🥹",
        "😡",
        "👎",
        "🙏",
        "✨",
        "😍",
        "🤮",
        "🎉",
        "💔",
    ]
    up = ["loved it", "a masterpiece", "superb acting", "what a film", "brilliant music"]
    down = ["a waste of time", "boring plot", "terrible script", "so disappointed", "awful songs"]
    flat = ["watched it today", "releases on Friday", "any views on this", "in cinemas now"]
    everything: list[ScoredReaction] = []
    for number in range(reactions):
        home = rng.choice(of)
        if everything and rng.random() < 0.08:
            first = rng.choice(everything[-200:])
            everything.append(
                replace(
                    first,
                    reaction=replace(
                        first.reaction,
                        id=f"{home.id}-{number}",
                        article=home.source,
                        article_id=home.id,
                        outlet=home.outlet,
                        published=home.published,
                    ),
                )
            )
            continue
        platform = rng.choice(["twitter"] * 5 + ["instagram"] * 3 + ["youtube", "reddit", None])
        roll = rng.random() + (0.15 if platform == "twitter" else 0)
        label = "positive" if roll < 0.6 else "neutral" if roll < 0.75 else "negative"
        words = {"positive": up, "neutral": flat, "negative": down}[label]
        score = {
            "positive": rng.uniform(0.1, 0.95),
            "neutral": rng.uniform(-0.1, 0.1),
            "negative": -rng.uniform(0.1, 0.9),
        }[label]
        carried = tuple(rng.sample(emoji, rng.choice([0, 0, 1, 2])))
        name = rng.choice(people) if rng.random() < 0.8 else None
        everything.append(
            scored(
                home,
                f"{rng.choice(words)}, {rng.choice(words)} {''.join(carried)}"
                + (f" @star{rng.randrange(9)}" if rng.random() < 0.1 else ""),
                label,
                round(score, 4),
                number=number,
                platform=platform,
                author=name,
                kind=rng.choice(["post", "comment", "comment", "quote", "reply"]),
                emoji=carried,
                language=rng.choice(["en"] * 7 + ["hi-Latn", "hi"]),
            )
        )
    return tables_of(of, everything)
