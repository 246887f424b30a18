"""Embeds become reactions, in page order, with emoji and a language."""

from __future__ import annotations

from sentiment.extract.embeds import embed_reactions
from sentiment.model import Article, Embed


def article(*embeds: Embed) -> Article:
    return Article(
        id="a" * 16,
        source="page.html",
        text="The film is out and the fans are not happy with it at all.",
        published="2025-02-23",
        outlet="Desk",
        embeds=embeds,
    )


def test_an_embed_becomes_a_reaction():
    (reaction,) = embed_reactions(
        article(
            Embed(
                platform="twitter",
                text="not one joke landed 😭",
                author="Tarun",
                handle="tarun",
                posted_at="2025-02-22",
                url="https://x.com/tarun/status/1",
                place=4,
                rule="embed-twitter",
            )
        )
    )
    assert reaction.id == f"{'a' * 16}-e0"
    assert (reaction.start, reaction.end) == (None, None)
    assert reaction.emoji == ("😭",)
    assert reaction.language == "en"
    assert (reaction.author, reaction.handle, reaction.posted_at) == (
        "Tarun",
        "tarun",
        "2025-02-22",
    )
    assert (reaction.article, reaction.published, reaction.outlet) == (
        "page.html",
        "2025-02-23",
        "Desk",
    )


def test_the_markups_language_outweighs_a_guess():
    (reaction,) = embed_reactions(article(Embed(platform="bluesky", text="ok", language="nl")))
    assert reaction.language == "nl"


def test_embeds_without_words_give_none_and_ids_count_all():
    reactions = embed_reactions(
        article(
            Embed(platform="twitter", text="https://t.co/aaaaaaaaaa"),
            Embed(platform="twitter", text="😭😭"),
        )
    )
    assert [r.id for r in reactions] == [f"{'a' * 16}-e1"]


def test_a_page_without_embeds():
    assert embed_reactions(article()) == ()
