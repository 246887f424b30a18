"""Find every reaction in news articles, say whose it is, and score it.

    import sentiment

    found = sentiment.analyse(["seeds"])
    found.reactions          # a pandas data frame, one row a reaction

Names are loaded when they are first used, so that the import itself is quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sentiment.errors import SentimentError
    from sentiment.extract.reactions import extract_reactions
    from sentiment.interface import Analysis, analyse, read_articles, score_text, write_report
    from sentiment.model import (
        Article,
        Embed,
        Explanation,
        Polarity,
        Reaction,
        Score,
        ScoredReaction,
        Scorer,
        ScoringInput,
        record,
    )
    from sentiment.results import Batch, Summary, Tables, Unreadable
    from sentiment.score.scorers import get_scorer, scorer_names

__all__ = [
    "Analysis",
    "Article",
    "Batch",
    "Embed",
    "Explanation",
    "Polarity",
    "Reaction",
    "Score",
    "ScoredReaction",
    "Scorer",
    "ScoringInput",
    "SentimentError",
    "Summary",
    "Tables",
    "Unreadable",
    "analyse",
    "extract_reactions",
    "get_scorer",
    "read_articles",
    "record",
    "score_text",
    "scorer_names",
    "write_report",
]

_HOMES = {
    "Analysis": "interface",
    "Article": "model",
    "Batch": "results",
    "Embed": "model",
    "Explanation": "model",
    "Polarity": "model",
    "Reaction": "model",
    "Score": "model",
    "ScoredReaction": "model",
    "Scorer": "model",
    "ScoringInput": "model",
    "SentimentError": "errors",
    "Summary": "results",
    "Tables": "results",
    "Unreadable": "results",
    "analyse": "interface",
    "extract_reactions": "extract.reactions",
    "get_scorer": "score.scorers",
    "read_articles": "interface",
    "record": "model",
    "score_text": "interface",
    "scorer_names": "score.scorers",
    "write_report": "interface",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'sentiment' has no attribute {name!r}")
    value = getattr(import_module(f"sentiment.{home}"), name)
    globals()[name] = value  # the next use finds it at once
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
