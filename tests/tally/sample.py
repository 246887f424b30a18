"""A batch small enough to count by hand, and texts that files and spreadsheets stumble over."""

from __future__ import annotations

from sentiment.model import Article, Polarity, Reaction, Score, ScoredReaction
from sentiment.results import Batch, Unreadable

ARTICLES = (
    Article("a1", "a.txt", "", title="A", outlet="The Daily Kite", published="2024-01-31"),
    Article("b1", "b.txt", "", title="B", published="2024-01-30"),
    Article("c1", "c.txt", ""),
)


def said(
    number: int, text: str, score: float, cluster: int | None = None, **fields
) -> ScoredReaction:
    article = ARTICLES[fields.pop("article", 0)]
    label = "positive" if score > 0 else "negative" if score < 0 else "neutral"
    reaction = Reaction(
        id=f"r{number}", article=article.source, article_id=article.id, text=text,
        kind=fields.pop("kind", "post"), rule="case", published=article.published,
        outlet=article.outlet, **fields,
    )  # fmt: skip
    return ScoredReaction(
        reaction, Score(label, score, 0.9), Polarity(0, 1, 0, 0),
        f"r{number if cluster is None else cluster}",
    )  # fmt: skip


BATCH = Batch(
    ARTICLES,
    (
        said(0, "We're home", 0.8, author="Vikrant Massey", language="en"),
        said(1, "We're home ❤", 0.1, 0, article=1, author="vikrant massey", platform="instagram",
             handle="vikrantmassey", emoji=("❤",)),
        said(2, "Legends", 0.5, author="Kareena Kapoor", described_emoji=("heart", "heart")),
        said(3, "Boring ❤️❤️", -0.5, article=1, handle="fan", platform="twitter",
             emoji=("❤️", "❤️"), posted_at="2024-01-29T10:00:00Z"),
        said(4, "Hm", 0.0, article=1, kind="comment"),
    ),
    (Unreadable("d.txt", "is empty"),),
)  # fmt: skip


HOSTILE = (
    '=HYPERLINK("http://example.org","x")',
    "+1",
    "-1 out of ten",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "'=1+1",
    "＝1+1",
    'say "hello", then\r\nleave;\n',
    "<script>alert(1)</script>",
    "\u202eevil\u202c",
    "line\u2028separator\x85here",
    "x" * 10_000,
    "'tis fine",
)  # fmt: skip
