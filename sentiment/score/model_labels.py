"""Which of a model's labels is negative, which neutral, which positive?

By the names in its config, in the languages of ``model_labels.tsv``. Numbers are
read in their order: -1, 0, 1 say it themselves; 0, 1, 2 (``LABEL_0`` and so on,
what a config says that names nothing) are taken as negative, neutral, positive,
which is how three-label models are numbered as a rule but says none of them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from sentiment.data.loader import read_table
from sentiment.errors import DataFileError, ScorerError
from sentiment.model import SENTIMENTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sentiment.model import Sentiment

ORDER: Final[tuple[Sentiment, ...]] = ("negative", "neutral", "positive")

_SEPARATOR: Final = re.compile(r"[\s_:/.|-]+")
_NUMBER: Final = re.compile(r"(?:label|class)?[\s_:]*([-−+]?\d{1,2})")
_SAYS_NOTHING: Final = frozenset({"label", "class", "sentiment", "polarity", "category"})
_ASSUMED: Final = ("0", "1", "2")
_SIGNED: Final = ("-1", "0", "1")
_LISTED: Final = 8  # labels that an error lists; some models have thousands


@cache
def _names() -> dict[str, Sentiment]:
    found: dict[str, Sentiment] = {}
    known = {sentiment: sentiment for sentiment in SENTIMENTS}
    for name, sentiment, _ in read_table("model_labels.tsv", ("name", "sentiment", "languages")):
        if sentiment not in known:
            raise DataFileError(
                f"model_labels.tsv: {name} is {sentiment!r}: use one of {', '.join(SENTIMENTS)}"
            )
        found[_plain(name)] = known[sentiment]
    return found


def map_labels(names: Sequence[str], model: str) -> tuple[Sentiment, ...]:
    """The sentiment of each label, in the model's order.

    model  what an error calls it
    Raises ScorerError with the list of labels unless there are three, one for
    each sentiment.
    """
    numbers = tuple(_number(name) for name in names)
    for scale in (_ASSUMED, _SIGNED):
        if sorted(numbers) == sorted(scale):
            return tuple(ORDER[scale.index(number)] for number in numbers)
    found = tuple(_names().get(_plain(name)) for name in names)
    kept = tuple(sentiment for sentiment in found if sentiment is not None)
    if len(names) != len(ORDER) or sorted(kept) != sorted(ORDER):
        raise ScorerError(
            f"model {model} has the labels {_listed(names)}: a model is needed that has three, "
            "negative, neutral and positive; if these are they, name them so in its config.json, "
            "under id2label"
        )
    return kept


def are_assumed(names: Sequence[str]) -> bool:
    """Whether the labels are 0, 1 and 2, so that only custom says what they mean."""
    return sorted(_number(name) for name in names) == sorted(_ASSUMED)


def label_names(id2label: Mapping[int, str] | Mapping[str, str]) -> tuple[str, ...]:
    """A config's label names in the order of the model's outputs; its keys may be text."""
    return tuple(str(name) for _, name in sorted((int(key), n) for key, n in id2label.items()))


def _plain(name: str) -> str:
    """The name's words in small letters, without those that every label could carry."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    words = [word for word in _SEPARATOR.split(folded) if word and word not in _SAYS_NOTHING]
    return " ".join(words)


def _number(name: str) -> str:
    """The number that a label is called by, or nothing."""
    match = _NUMBER.fullmatch(name.strip().casefold())
    return match.group(1).replace("−", "-").lstrip("+") if match else ""


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name) for name in names[:_LISTED])
    more = len(names) - _LISTED
    return f"{shown} and {more} more" if more > 0 else shown or "(none)"
