"""Which reactions does an article hold?"""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final

from sentiment.extract.echoes import as_embedded, as_posted
from sentiment.extract.embeds import embed_reactions
from sentiment.extract.emoji_text import find_emoji
from sentiment.extract.furniture import leads_elsewhere
from sentiment.extract.language import identify
from sentiment.extract.page import read_page
from sentiment.extract.prose import ProseReader
from sentiment.extract.tweets import find_posts_on
from sentiment.model import LONGEST_PROSE, LONGEST_READ, Reaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sentiment.extract.posts import Post
    from sentiment.extract.prose import Told
    from sentiment.model import Article

Span = tuple[int, int]

_LONG: Final = 400
_SAMPLE: Final = 6000
"""Code points of an article that are read for its language."""


def extract_reactions(article: Article) -> tuple[Reaction, ...]:
    """Every reaction of an article, in the order of their first words.

    Embeds read from markup come where they stood. An article without reactions
    gives an empty tuple; nothing in its text can make this fail.
    """
    text = article.text[:LONGEST_READ]
    language = identify(text[:_SAMPLE], "en")
    page = read_page(text, article.published)
    posts = find_posts_on(page)
    taken = [*(p.span for p in posts), *page.furniture]
    prose = [s for s in _cut_out(page.paragraphs, taken) if _is_prose(text, *s)]
    seen = [*(p.platform for p in posts), *(e.platform for e in article.embeds)]
    platforms = Counter(platform for platform in seen if platform is not None)
    usual = min(platforms, key=lambda name: (-platforms[name], name), default=None)
    places = [(e.place, e.platform) for e in article.embeds if e.place is not None]
    reader = ProseReader(
        text,
        prose,
        language,
        scenery=[s for s in page.furniture if not leads_elsewhere(text[slice(*s)])],
        platform=usual,
        embeds=places,
        works=article.works,
    )
    told = as_embedded(as_posted(reader.read(), posts), article.embeds)
    found: list[tuple[int, Reaction]] = []
    found.extend((p.start, _from_post(p, article, language, reader)) for p in posts if p.text)
    found.extend((t.start, _from_told(t, article, language)) for t in told if t.text)
    found.extend(_from_embeds(article))
    found.sort(key=lambda pair: (pair[0], pair[1].id))
    return tuple(reaction for _, reaction in found)


def _from_embeds(article: Article) -> list[tuple[int, Reaction]]:
    if not article.embeds:
        return []
    after = len(article.text)
    places = {index: embed.place for index, embed in enumerate(article.embeds)}
    pairs = []
    for reaction in embed_reactions(article):
        index = int(reaction.id.rpartition("-e")[2])
        place = places.get(index)
        pairs.append((after if place is None else place, reaction))
    return pairs


def _cut_out(paragraphs: Sequence[Span], taken: Iterable[Span]) -> list[Span]:
    """The paragraphs without what posts and furniture occupy."""
    spans = sorted(taken)
    left: list[Span] = []
    at = 0
    for start, end in paragraphs:
        while at and spans[at - 1][1] > start:
            at -= 1
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        here = start
        index = at
        while index < len(spans) and spans[index][0] < end:
            if spans[index][0] > here:
                left.append((here, spans[index][0]))
            here = max(here, spans[index][1])
            index += 1
        if here < end:
            left.append((here, end))
    return left


def _is_prose(text: str, start: int, end: int) -> bool:
    """Whether letters outnumber signs in a long paragraph, near enough to be an article's."""
    if end > LONGEST_PROSE:
        return False
    if end - start < _LONG:
        return True
    if 2 * sum(map(str.isalnum, text[start:end])) > end - start:
        return True
    # marks that Indic scripts write on letters count, too
    words = sum(c.isalnum() or unicodedata.category(c)[0] == "M" for c in text[start:end])
    return 2 * words > end - start


def _printed(name: str | None) -> str | None:
    """A name without the marks that surround it in print."""
    if name is None:
        return None
    clean = unicodedata.normalize("NFC", " ".join(name.split()))
    return clean or None


def _from_post(post: Post, article: Article, hint: str, reader: ProseReader) -> Reaction:
    return Reaction(
        id=f"{article.id}-{post.start}",
        article=article.source,
        article_id=article.id,
        published=article.published,
        outlet=article.outlet,
        start=post.start,
        end=post.end,
        text=post.text,
        kind=post.kind,
        platform=post.platform,
        author=_printed(reader.full_author(post.author, post.handle)),
        handle=post.handle,
        posted_at=post.posted_at,
        url=post.url,
        rule=post.rule,
        language=identify(post.text, hint),
        emoji=find_emoji(post.text),
    )


def _from_told(told: Told, article: Article, hint: str) -> Reaction:
    wordless = told.rule == "emoji-described"
    return Reaction(
        id=f"{article.id}-{told.start}",
        article=article.source,
        article_id=article.id,
        published=article.published,
        outlet=article.outlet,
        start=told.start,
        end=told.end,
        text=told.text,
        translation=told.translation,
        kind=told.kind,
        platform=told.platform,
        author=_printed(told.author),
        author_mention=told.author_mention,
        handle=told.handle,
        cue=told.cue,
        rule=told.rule,
        language=hint if wordless else identify(told.text, hint),
        emoji=() if wordless else find_emoji(told.text),
        described_emoji=told.described_emoji,
    )
