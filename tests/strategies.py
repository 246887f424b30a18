"""Which articles, texts and reactions do the properties range over?"""

from __future__ import annotations

from hypothesis import strategies as st

from sentiment.collect.text import make_article
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

# What articles are full of, and parsers stumble over.
FRAGMENTS = (
    "“",
    "”",
    '"',
    "''",
    "‘",
    "’",
    "«",
    "»",
    "—",
    " - ",
    "(@handle)",
    "@name",
    "January 3, 2024",
    "https://t.co/AbC123",
    "wrote",
    "she commented",
    "12th Fail",
    "🔥",
    "❤️",
    "👨‍👩‍👧‍👦",
    "🇮🇳",
    "👏🏽",
    "1️⃣",
    "क्या पारी थी भाई!",
    "\u202e",
    "\u200d",
    "<script>alert(1)</script>",
    "#eval[1]",
    "=1+1",
    "\t",
    "\n",
    "\n\n",
)

# No surrogates: no file and no database can hold them, and collect/ takes them out.
any_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=200)
words = st.sampled_from(
    ("what", "a", "film", "Asha Rao", "the actor", "said", "loved", "awful", "nahi", "yaar")
)
article_texts = st.lists(st.one_of(st.sampled_from(FRAGMENTS), words, any_text), max_size=40).map(
    " ".join
)
days = st.dates().map(lambda day: day.isoformat())
handles = st.from_regex(r"[A-Za-z0-9_]{1,15}", fullmatch=True)
emoji = st.sampled_from(("🔥", "❤️", "😂", "👏🏽", "🇮🇳", "👨‍👩‍👧‍👦", "1️⃣"))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article of fragments, with the id its text has."""
    return make_article(draw(article_texts), draw(st.sampled_from(("a.txt", "b.txt", "c.jsonl#3"))))


@st.composite
def reactions(draw: st.DrawFn) -> Reaction:
    """A reaction that need not stand in any article."""
    article_id = draw(st.from_regex(r"[0-9a-f]{16}", fullmatch=True))
    start = draw(st.integers(0, 10**6))
    text = draw(any_text)
    return Reaction(
        id=f"{article_id}-{start}",
        article=draw(st.sampled_from(("a.txt", "b.txt", "c.jsonl#3"))),
        article_id=article_id,
        text=text,
        kind=draw(st.sampled_from(KINDS)),
        rule=draw(st.sampled_from(("tweet-signature", "quote-after-cue"))),
        published=draw(st.none() | days),
        outlet=draw(st.none() | st.sampled_from(("The Daily Kite", "Northern Echo"))),
        start=start,
        end=start + len(text),
        platform=draw(st.none() | st.sampled_from(PLATFORMS)),
        author=draw(st.none() | any_text.filter(str.strip)),
        handle=draw(st.none() | handles),
        posted_at=draw(st.none() | days),
        language=draw(st.sampled_from(("en", "hi", "hi-Latn", "es", "und"))),
        emoji=tuple(draw(st.lists(emoji, max_size=4))),
        described_emoji=tuple(draw(st.lists(st.sampled_from(("heart", "fire")), max_size=3))),
    )


@st.composite
def scored_reactions(draw: st.DrawFn) -> ScoredReaction:
    """A reaction with a verdict; its cluster is its own."""
    reaction = draw(reactions())
    unit = st.floats(0, 1, allow_nan=False)
    signed = st.floats(-1, 1, allow_nan=False)
    return ScoredReaction(
        reaction=reaction,
        score=Score(draw(st.sampled_from(SENTIMENTS)), draw(signed), draw(unit)),
        vader=Polarity(draw(unit), draw(unit), draw(unit), draw(signed)),
        cluster=reaction.id,
    )
