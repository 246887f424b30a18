"""The stages over a batch. Extraction is replaced where a test needs to steer it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sentiment import engine
from sentiment.collect import read_articles
from sentiment.collect.text import make_article
from sentiment.errors import EngineError, ScorerError
from sentiment.model import Article, Explanation, Reaction, Score
from sentiment.results import Unreadable
from sentiment.score.scorers import get_scorer


def reaction_of(article, start=0, text="Loved it"):
    return Reaction(
        id=f"{article.id}-{start}",
        article=article.source,
        article_id=article.id,
        text=text,
        kind="post",
        rule="test",
        start=start,
        end=start + len(text),
    )


class Constant:
    """A scorer that says the same of everything, and remembers what it saw."""

    name = "constant 1"

    def __init__(self, surplus=0, failure=None):
        self.seen = []
        self.surplus = surplus
        self.failure = failure

    def score(self, inputs):
        if self.failure:
            raise self.failure
        self.seen += inputs
        return [Score("neutral", 0.0, 0.5)] * (len(inputs) + self.surplus)

    def explain(self, given):
        return Explanation(Score("neutral", 0.0, 0.5), ())


@pytest.fixture
def one_reaction_each(monkeypatch):
    monkeypatch.setattr(engine, "extract_reactions", lambda a: (reaction_of(a, text=a.text),))
    monkeypatch.setattr(engine, "find_titles", lambda a: (f"title of {a.source}",))


def articles(*texts):
    return [make_article(text, f"{n}.txt") for n, text in enumerate(texts)]


def test_a_batch_keeps_order_and_what_was_unreadable(one_reaction_each):
    first, second = articles("One thing.", "Another thing entirely.")
    lost = Unreadable("x.txt", "is empty")
    scorer = Constant()
    batch = engine.analyse([first, lost, second], scorer=scorer)
    assert batch.articles == (first, second)
    assert batch.unreadable == (lost,)
    assert [s.reaction.text for s in batch.scored] == [first.text, second.text]
    assert [given.mask for given in scorer.seen] == [("title of 0.txt",), ("title of 1.txt",)]
    assert batch.scored[0].vader.compound == pytest.approx(0.0)


def test_copies_form_a_cluster_and_keep_ids_of_their_own(one_reaction_each):
    text = "The same long words, printed by two outlets on one day."
    batch = engine.analyse(
        [make_article(text, "a.txt"), make_article(text, "b.txt")], scorer=Constant()
    )
    first, second = batch.scored
    assert first.reaction.id != second.reaction.id
    assert second.reaction.id == f"{first.reaction.id}~2"
    assert first.cluster == second.cluster == first.reaction.id


def test_one_articles_failure_is_a_result(monkeypatch, one_reaction_each):
    def fail(article):
        if article.source == "1.txt":
            raise RuntimeError("odd text")
        return (reaction_of(article),)

    monkeypatch.setattr(engine, "extract_reactions", fail)
    batch = engine.analyse(articles("a", "b", "c"), scorer=Constant())
    assert [a.source for a in batch.articles] == ["0.txt", "2.txt"]
    (lost,) = batch.unreadable
    assert lost.source == "1.txt"
    assert "RuntimeError: odd text" in lost.reason


def test_progress_counts_every_input(one_reaction_each):
    counted = []
    engine.analyse(
        [*articles("a", "b"), Unreadable("x", "y")], scorer=Constant(), progress=counted.append
    )
    assert counted == [1, 2, 3]


def test_scoring_in_groups_changes_nothing(monkeypatch, one_reaction_each):
    given = articles(*(f"Text number {n} of the batch." for n in range(20)))
    whole = engine.analyse(given, scorer=get_scorer("vader"))
    monkeypatch.setattr(engine, "_SCORED_TOGETHER", 3)
    assert engine.analyse(given, scorer=get_scorer("vader")) == whole


@pytest.mark.parametrize(
    ("scorer", "cause"),
    [
        (Constant(surplus=1), "gave 2 scores for 1 reactions"),
        (Constant(failure=ValueError("no model")), r"constant 1 failed \(ValueError: no model\)"),
        (Constant(failure=ScorerError("its own words")), "its own words"),
    ],
)
def test_a_failing_scorer_is_named(one_reaction_each, scorer, cause):
    with pytest.raises(ScorerError, match=cause):
        engine.analyse(articles("a"), scorer=scorer)


def test_nothing_gives_an_empty_batch():
    batch = engine.analyse([], scorer=Constant())
    assert (batch.articles, batch.scored, batch.unreadable) == ((), (), ())


def test_processes_give_what_one_gives(seeds):
    given = [*read_articles([str(seeds)]), Unreadable("x", "y")] * 5
    scorer = get_scorer("vader")
    alone = engine.analyse(given, scorer=scorer)
    together = engine.analyse(given, scorer=scorer, workers=2)
    assert together == alone
    assert len(alone.scored) > 50


def test_a_lost_worker_is_an_engine_error(monkeypatch, seeds):
    monkeypatch.setattr(engine, "_extract_chunk", _die)
    with pytest.raises(EngineError, match="fewer --workers"):
        engine.analyse(read_articles([str(seeds)]), scorer=Constant(), workers=2)


def _die(_chunk):
    import os  # noqa: PLC0415 in the worker

    os._exit(9)


def test_loose_text_carries_its_emoji_and_language():
    given = engine.loose_input("kya mast movie hai yaar 🔥🔥")
    assert given.emoji == ("🔥", "🔥")
    assert given.language == "hi-Latn"
    assert engine.loose_input("#TheWorstDay is the BEST day").mask == ("The Worst Day",)


@pytest.mark.usefixtures("one_reaction_each")
def test_of_many_scores_the_first_and_strongest_are_explained():
    class Loud(Constant):
        """Shouted numbers are scores."""

        name = "full of itself"

        def score(self, inputs):
            return [Score("positive", int(g.text.split()[0]) / 1000, 0.9) for g in inputs]

        def explain(self, given):
            self.seen.append(given)
            return Explanation(self.score([given])[0], ())

        def explain_briefly(self, given):
            return self.explain(given)

    scorer = Loud()
    texts = [f"{n} times I said it" for n in range(300)]
    batch = engine.analyse([*articles(*texts), *articles(texts[299])], scorer=scorer)
    explained = engine.explain_batch(batch, scorer)
    assert len(scorer.seen) == 200
    assert len(explained) == 201  # the last stands there twice
    told = [one.reaction.text for one in batch.scored if one.reaction.id in explained]
    assert told == [*texts[:25], *texts[125:], texts[299]]
    assert scorer.seen[0].mask == ("title of 0.txt",)


def test_scores_are_explained_with_the_titles_of_their_article():
    article = Article(
        id="a",
        source="a.txt",
        text="The film “Killer Joy” is out. “Killer Joy is bad,” wrote @ana_reads on Twitter.",
    )
    scorer = get_scorer("rules")
    batch = engine.analyse([article], scorer=scorer)
    explained = engine.explain_batch(batch, scorer)
    assert list(explained) == [scored.reaction.id for scored in batch.scored]
    (scored,) = batch.scored
    assert explained[scored.reaction.id].score == scored.score
    bare = replace(batch, articles=(replace(article, text=""),))
    assert engine.explain_batch(bare, scorer) == {}
