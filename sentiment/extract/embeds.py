"""Which reactions did a page carry as embeds?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.emoji_text import find_emoji
from sentiment.extract.language import identify
from sentiment.extract.posts import has_words
from sentiment.model import Reaction

if TYPE_CHECKING:
    from sentiment.model import Article

_LANGUAGE_SAMPLE: Final = 4000  # characters that tell an article's language


def embed_reactions(article: Article) -> tuple[Reaction, ...]:
    """One reaction for each embed with words, in page order; they have no place in the text.

    Its id ends in the embed's index in ``article.embeds``.
    """
    if not article.embeds:
        return ()
    hint = identify(article.text[:_LANGUAGE_SAMPLE])
    return tuple(
        Reaction(
            id=f"{article.id}-e{number}",
            article=article.source,
            article_id=article.id,
            text=embed.text,
            kind=embed.kind,
            rule=embed.rule,
            published=article.published,
            outlet=article.outlet,
            platform=embed.platform,
            author=embed.author,
            handle=embed.handle,
            posted_at=embed.posted_at,
            url=embed.url,
            language=embed.language or identify(embed.text, hint if hint != "und" else None),
            emoji=find_emoji(embed.text),
        )
        for number, embed in enumerate(article.embeds)
        if has_words(embed.text)
    )
