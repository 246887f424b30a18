"""Which scorers are there, and how is one had by its name?

Each is built only when it is asked for: a scorer with a model loads nothing
until then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.errors import ScorerError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sentiment.model import Scorer
    from sentiment.score.lexicon import LexiconEntry


def _vader(lexicon: Sequence[LexiconEntry], mask: Sequence[str]) -> Scorer:
    from sentiment.score.vader import VaderScorer  # noqa: PLC0415 - loaded on demand

    if lexicon or mask:
        raise ScorerError(
            "plain vader takes no lexicon and no mask: leave them out, or use --scorer rules"
        )
    return VaderScorer()


def _rules(lexicon: Sequence[LexiconEntry], mask: Sequence[str]) -> Scorer:
    from sentiment.score.rules import RulesScorer  # noqa: PLC0415 - loaded on demand

    return RulesScorer(lexicon=tuple(lexicon), mask=tuple(mask))


def _fast(lexicon: Sequence[LexiconEntry], mask: Sequence[str]) -> Scorer:
    from sentiment.score.fast import load_fast  # noqa: PLC0415 - loaded on demand

    return _with_own_words(load_fast(), lexicon, mask)


def _full(lexicon: Sequence[LexiconEntry], mask: Sequence[str]) -> Scorer:
    from sentiment.score.full import load_full  # noqa: PLC0415 - loaded on demand

    return _with_own_words(load_full(), lexicon, mask)


def _cascade(lexicon: Sequence[LexiconEntry], mask: Sequence[str]) -> Scorer:
    from sentiment.score.cascade import load_cascade  # noqa: PLC0415 - loaded on demand

    return _with_own_words(load_cascade(), lexicon, mask)


def _transformers(
    lexicon: Sequence[LexiconEntry], mask: Sequence[str], model: str | None, device: str
) -> Scorer:
    from sentiment.score.classifier import load_any_model  # noqa: PLC0415 - loaded on demand

    if model is None:
        raise ScorerError("--scorer transformers needs a --model: the name or folder of one")
    return _with_own_words(load_any_model(model, device=device), lexicon, mask)


def _with_own_words(scorer: Scorer, lexicon: Sequence[LexiconEntry], mask: Sequence[str]) -> Scorer:
    if not lexicon and not mask:
        return scorer
    from sentiment.score.own_words import OwnWordsScorer  # noqa: PLC0415 - loaded on demand

    return OwnWordsScorer(scorer, tuple(lexicon), tuple(mask))


_SCORERS: Final[dict[str, Callable[[Sequence[LexiconEntry], Sequence[str]], Scorer]]] = {
    "cascade": _cascade,
    "fast": _fast,
    "full": _full,
    "rules": _rules,
    "vader": _vader,
}

# The most accurate on texts that none of them was made with, at five minutes for
# ten thousand articles on two cores; BENCHMARKS.md has the figures.
_DEFAULT: Final = "full"


def scorer_names() -> tuple[str, ...]:
    """Every name that ``get_scorer`` knows by itself; ``transformers`` needs a model besides."""
    return ("default", *sorted(_SCORERS))


def get_scorer(
    name: str = "default",
    *,
    lexicon: Sequence[LexiconEntry] = (),
    mask: Sequence[str] = (),
    model: str | None = None,
    device: str = "cpu",
) -> Scorer:
    """The scorer of that name.

    lexicon   the user's own words, which win over every built-in one
    mask      titles and names whose words are never to count
    model     with ``transformers``: a name on huggingface.co, or a folder
    device    with ``transformers``: cpu, cuda or mps
    Raises ScorerError with the list of names on one that is not known.
    """
    if name == "transformers":
        return _transformers(lexicon, mask, model, device)
    if model is not None:
        raise ScorerError(
            f"scorer {name} takes no --model: add --scorer transformers, or leave --model out"
        )
    make = _SCORERS.get(_DEFAULT if name == "default" else name)
    if make is None:
        raise ScorerError(
            f"there is no scorer {name!r}: use one of {', '.join(scorer_names())}, "
            "or transformers with a --model"
        )
    return make(lexicon, mask)
