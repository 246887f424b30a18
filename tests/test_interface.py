"""What a notebook can call."""

from __future__ import annotations

import json

import pytest

import sentiment
from sentiment.collect.text import make_article
from sentiment.model import REACTION_COLUMNS

HOSTILE = "<script>alert(1)</script> what a lovely film"


@pytest.fixture(scope="module")
def found():
    from conftest import ROOT  # noqa: PLC0415 the folder that holds seeds/

    return sentiment.analyse([ROOT / "seeds"], scorer="vader")


def test_the_tables_have_the_contracts_columns(found):
    assert list(found.reactions.columns)[: len(REACTION_COLUMNS)] == list(REACTION_COLUMNS)
    assert len(found.reactions) == 21
    assert len(found.articles) == 4
    assert len(found.people) == found.summary.authors
    assert len(found.emoji) > 0
    assert found.summary.distinct == 19
    assert found.unreadable == ()


def test_it_shows_itself(found):
    assert repr(found).startswith("<Analysis: 21 reactions (19 distinct) by ")
    page = found._repr_html_()
    assert page.count("<tr") == 21
    assert "and 1 more" in page


def test_hostile_text_is_shown_as_text():
    article = make_article(f'Asha Rao wrote, "{HOSTILE}."', "<b>.txt")
    shown = sentiment.analyse(article, scorer="vader")._repr_html_()
    assert "<script>" not in shown
    assert "<b>" not in shown
    assert "&lt;script&gt;" in shown


def test_articles_paths_and_lists_are_all_inputs(seeds, tmp_path):
    path = seeds / "000_c477c51a050e2697.txt"
    (article,) = sentiment.read_articles(path)
    from_path = sentiment.analyse(path, scorer="vader")
    from_article = sentiment.analyse(article, scorer="vader")
    assert from_path.batch == from_article.batch
    both = sentiment.analyse([path, str(path), tmp_path / "none"], scorer="vader")
    assert both.batch.scored == from_path.batch.scored
    assert "does not exist" in both.unreadable[0].reason
    assert "1 unreadable" in repr(both)


def test_a_scorer_of_ones_own(seeds):
    class Gloomy:
        name = "gloomy 1"

        def score(self, inputs):
            return [sentiment.Score("negative", -1.0, 1.0) for _ in inputs]

        def explain(self, given):
            return sentiment.Explanation(sentiment.Score("negative", -1.0, 1.0), ())

    found = sentiment.analyse(seeds, scorer=Gloomy())
    assert set(found.reactions["sentiment"]) == {"negative"}
    assert found.scorer == "gloomy 1"


def test_loose_text():
    verdict = sentiment.score_text("What a lovely film", scorer="vader")
    assert verdict.sentiment == "positive"
    with pytest.raises(sentiment.SentimentError, match="there is no scorer"):
        sentiment.score_text("x", scorer="nobody")


def test_a_report_says_how_it_was_made(found, tmp_path):
    folder = sentiment.write_report(found, tmp_path / "out", title="Mine")
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["scorer"].startswith("vader")
    assert manifest["settings"]["title"] == "Mine"
    assert len(manifest["inputs"]) == 4
    assert manifest["packages"]["pandas"]
    assert manifest["timings"]["analyse_seconds"] > 0
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF")


def test_a_report_tells_what_changed(found, tmp_path):
    earlier = sentiment.write_report(found, tmp_path / "one", title="January")
    folder = sentiment.write_report(found, tmp_path / "two", previous=earlier)
    change = json.loads((folder / "summary.json").read_text("utf-8"))["change"]
    assert (change["name"], change["shared"]) == ("January", 21)
    with pytest.raises(sentiment.SentimentError, match="holds no report"):
        sentiment.write_report(found, tmp_path / "three", previous=tmp_path)


def test_mended_text_is_noted(tmp_path):
    (tmp_path / "a.txt").write_text("I donâ€™t know.", "utf-8")
    found = sentiment.analyse(tmp_path, scorer="vader")
    assert found.notes == (("a.txt", "mended wrongly decoded characters in 1 paragraph(s)"),)
