"""How do articles become a scored batch, in one process or several?

The stages meet here and nowhere else. Articles are taken as they come and
scored in groups, so that memory grows with what is found, not with what is
read at once; several processes give the same batch as one, in the same order.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from sentiment.errors import EngineError, ScorerError, SentimentError
from sentiment.extract.emoji_text import find_emoji
from sentiment.extract.language import identify
from sentiment.extract.reactions import extract_reactions
from sentiment.extract.titles import find_titles
from sentiment.model import Article, ScoredReaction, ScoringInput
from sentiment.results import Batch, Unreadable
from sentiment.score.explained import explainer, shown_first
from sentiment.score.vader import plain_polarity
from sentiment.tally.dedupe import find_clusters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sentiment.model import Explanation, Polarity, Reaction, Score, Scorer

# Articles that go to a worker together: sending one costs about a millisecond.
_CHUNK: Final = 16
# Chunks in flight for each worker: one at work, one waiting.
_AHEAD: Final = 2
# Reactions scored together; a model's matrices gain nothing beyond.
_SCORED_TOGETHER: Final = 256


@dataclass(frozen=True, slots=True)
class _Extracted:
    """What one article gave. mask: titles and names. failure: why it gave nothing."""

    reactions: tuple[Reaction, ...] = ()
    mask: tuple[str, ...] = ()
    vader: tuple[Polarity, ...] = ()
    failure: str | None = None


def analyse(
    articles: Iterable[Article | Unreadable],
    *,
    scorer: Scorer,
    workers: int = 1,
    progress: Callable[[int], None] | None = None,
) -> Batch:
    """Every reaction of the articles, scored, with copies of one in one cluster.

    workers   processes that read articles; the scorer stays in this one
    progress  told after each article how many are done
    Raises ScorerError if the scorer fails, EngineError if a worker is lost. An
    article that cannot be read or parsed is listed in ``Batch.unreadable``.
    """
    kept: list[Article] = []
    unreadable: list[Unreadable] = []
    found: list[tuple[Reaction, Score, Polarity]] = []
    waiting: list[tuple[Reaction, Polarity, ScoringInput]] = []
    copies: dict[str, int] = {}

    for done, (item, extracted) in enumerate(_extracted(articles, workers), start=1):
        if isinstance(item, Unreadable):
            unreadable.append(item)
        elif extracted.failure is not None:
            unreadable.append(Unreadable(item.source, extracted.failure))
        else:
            kept.append(item)
            copies[item.id] = copies.get(item.id, 0) + 1
            for reaction, vader in zip(extracted.reactions, extracted.vader, strict=True):
                named = _numbered(reaction, copies[item.id])
                waiting.append((named, vader, scoring_input(named, extracted.mask)))
            if len(waiting) >= _SCORED_TOGETHER:
                found += _score(waiting, scorer)
                waiting.clear()
        if progress is not None:
            progress(done)
    found += _score(waiting, scorer)

    clusters = find_clusters([reaction for reaction, _, _ in found])
    scored = tuple(
        ScoredReaction(reaction=reaction, score=score, vader=vader, cluster=cluster)
        for (reaction, score, vader), cluster in zip(found, clusters, strict=True)
    )
    return Batch(articles=tuple(kept), scored=scored, unreadable=tuple(unreadable))


def scoring_input(reaction: Reaction, mask: tuple[str, ...] = ()) -> ScoringInput:
    """What a scorer sees of a reaction. mask: titles and names of its article."""
    return ScoringInput(
        text=reaction.text,
        emoji=reaction.emoji,
        described_emoji=reaction.described_emoji,
        translation=reaction.translation,
        language=reaction.language,
        kind=reaction.kind,
        platform=reaction.platform,
        mask=mask,
    )


def explain_batch(batch: Batch, scorer: Scorer) -> dict[str, Explanation]:
    """By reaction id, what made its score, of the first and the strongest reactions.

    As many as the scorer explains in a few seconds; printings of the same words
    share an explanation. Only articles that still have their text give their
    titles away: a batch read back from tables gives an empty dict.
    """
    texts = {article.id: article for article in batch.articles if article.text}
    printings: dict[tuple[str, Score], list[Reaction]] = {}
    for scored in batch.scored:
        if scored.reaction.article_id in texts:
            same = printings.setdefault((scored.reaction.text, scored.score), [])
            same.append(scored.reaction)
    explain, most = explainer(scorer, len(printings))
    every = list(printings.items())
    masks: dict[str, tuple[str, ...]] = {}
    found: dict[str, Explanation] = {}
    for at in shown_first([score for (_, score), _ in every], most):
        _, reactions = every[at]
        home = texts[reactions[0].article_id]
        if home.id not in masks:
            masks[home.id] = find_titles(home)
        explained = explain(scoring_input(reactions[0], masks[home.id]))
        found |= {reaction.id: explained for reaction in reactions}
    return found


def loose_input(text: str) -> ScoringInput:
    """What a scorer sees of a text that stands in no article: its own titles are masked."""
    alone = Article(id="", source="", text=text)
    return ScoringInput(
        text=text,
        emoji=find_emoji(text),
        language=identify(text),
        mask=find_titles(alone),
    )


def _numbered(reaction: Reaction, copy: int) -> Reaction:
    """The reaction with an id of its own where the batch holds the same text again."""
    return reaction if copy == 1 else replace(reaction, id=f"{reaction.id}~{copy}")


def _score(
    waiting: list[tuple[Reaction, Polarity, ScoringInput]], scorer: Scorer
) -> list[tuple[Reaction, Score, Polarity]]:
    if not waiting:
        return []
    try:
        scores = scorer.score([given for _, _, given in waiting])
    except SentimentError:
        raise
    except Exception as error:
        # A scorer may be anybody's model; whatever it raises must name it.
        raise ScorerError(
            f"scorer {scorer.name} failed ({type(error).__name__}: {error}): try another --scorer"
        ) from error
    if len(scores) != len(waiting):
        raise ScorerError(
            f"scorer {scorer.name} gave {len(scores)} scores for {len(waiting)} reactions: "
            "try another --scorer"
        )
    return [(r, score, vader) for (r, vader, _), score in zip(waiting, scores, strict=True)]


def _extract(article: Article | Unreadable) -> _Extracted:
    if isinstance(article, Unreadable):
        return _Extracted()
    try:
        reactions = extract_reactions(article)
        return _Extracted(
            reactions=reactions,
            mask=find_titles(article) if reactions else (),
            vader=tuple(plain_polarity(reaction.text) for reaction in reactions),
        )
    except Exception as error:  # noqa: BLE001 one article's oddity must not cost a night's batch
        return _Extracted(
            failure=f"could not be analysed ({type(error).__name__}: {error}): please report it "
            "with the file"
        )


def _extract_chunk(chunk: list[Article | Unreadable]) -> list[_Extracted]:
    return [_extract(article) for article in chunk]


def _extracted(
    articles: Iterable[Article | Unreadable], workers: int
) -> Iterator[tuple[Article | Unreadable, _Extracted]]:
    if workers <= 1:
        for article in articles:
            yield article, _extract(article)
        return
    yield from _in_processes(articles, workers)


def _in_processes(
    articles: Iterable[Article | Unreadable], workers: int
) -> Iterator[tuple[Article | Unreadable, _Extracted]]:
    """The same pairs in the same order; only so many chunks ahead as keep the workers busy."""
    from concurrent.futures import Future, ProcessPoolExecutor  # noqa: PLC0415 one process needs none
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - as above
    from multiprocessing import get_context  # noqa: PLC0415 - as above

    source = iter(articles)
    # Fresh processes: a forked one would inherit the locks of this one's threads.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    ahead: deque[tuple[list[Article | Unreadable], Future[list[_Extracted]]]] = deque()
    try:
        while True:
            while len(ahead) < workers * _AHEAD and (chunk := list(islice(source, _CHUNK))):
                ahead.append((chunk, pool.submit(_extract_chunk, chunk)))
            if not ahead:
                return
            chunk, future = ahead.popleft()
            yield from zip(chunk, future.result(), strict=True)
    except BrokenProcessPool as error:
        raise EngineError(
            "a worker process was lost, most often for want of memory: run again with fewer "
            "--workers (a script of your own must call from under if __name__ == '__main__')"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
