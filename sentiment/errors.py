"""What can go wrong?

    SentimentError
        ArticleError     an input that cannot be read; the batch goes on without it
        DataFileError    a bad header or row in sentiment/data or in a user's lexicon
        ScorerError      a scorer that cannot be loaded or fails
        EngineError      a worker or an optional engine is missing or lost
        ReportError      output that cannot be written
        UsageError       options that contradict each other

Every message says what failed, where, and what to do next.
"""


class SentimentError(Exception):
    """Base of every error this package raises on purpose."""


class ArticleError(SentimentError):
    """An input could not be read as an article."""


class DataFileError(SentimentError):
    """A lexicon, word list or model file is malformed."""


class ScorerError(SentimentError):
    """A scorer could not be loaded or run."""


class EngineError(SentimentError):
    """The engine lost a worker or lacks an optional dependency."""


class ReportError(SentimentError):
    """A report or table could not be written."""


class UsageError(SentimentError):
    """The options given do not fit together."""
