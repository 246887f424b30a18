"""How is a model of the transformers library loaded and run?

Names and folders are what ``from_pretrained`` takes; with HF_HUB_OFFLINE=1 nothing
is fetched. No code that comes with a model is ever run.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from sentiment.errors import ScorerError
from sentiment.score.any_model import AnyModelScorer
from sentiment.score.model_labels import ORDER, are_assumed, label_names, map_labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sentiment.model import Sentiment

DEVICES: Final = ("cpu", "cuda", "mps")
BATCH: Final = 32

_LONGEST: Final = 512  # tokens; a reaction has fewer, and a hostile text may not fill the memory
_KEPT_PLACES: Final = 2  # positions that RoBERTa and its kin keep for padding
_UNKNOWN: Final = 5  # pieces that a word counts for which the tokenizer does not know
_DIGITS: Final = 6  # a text's company in its batch changes the seventh
_SHOWN: Final = 200


class SequenceClassifier:
    """A model and its tokenizer, ready to run."""

    def __init__(
        self,
        model: Any,  # noqa: ANN401 - transformers is not installed where types are checked
        tokenizer: Any,  # noqa: ANN401 - as above
        *,
        name: str,
        labels: tuple[Sentiment, ...],
        batch: int = BATCH,
    ) -> None:
        self._model = model
        self._tokenizer = tokenizer
        self._name = name
        self._columns = [labels.index(sentiment) for sentiment in ORDER]
        self._longest = longest(tokenizer.model_max_length, model.config)
        # without a padding token, texts of unlike length cannot share a batch
        self._batch = 1 if tokenizer.pad_token_id is None else batch

    @property
    def name(self) -> str:
        """The model's name and version."""
        return self._name

    def pieces(self, texts: Sequence[str]) -> list[int]:
        """How many pieces the tokenizer cuts each text into; unknown ones count several times."""
        unknown = self._tokenizer.unk_token_id
        return [
            sum(_UNKNOWN if one == unknown else 1 for one in ids)
            for ids in self._cut(texts, add_special_tokens=False)["input_ids"]
        ]

    def shares(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """Probabilities in ``ORDER``, one row a text, in the order given.

        Texts of like length share a batch. Raises ScorerError if the model fails.
        """
        if not texts:
            return []
        lengths = [len(ids) for ids in self._cut(texts)["input_ids"]]
        order = sorted(range(len(texts)), key=lambda at: lengths[at])
        found: list[tuple[float, ...]] = [()] * len(texts)
        for first in range(0, len(order), self._batch):
            chosen = order[first : first + self._batch]
            for at, row in zip(chosen, self._run([texts[at] for at in chosen]), strict=True):
                found[at] = tuple(round(row[column], _DIGITS) for column in self._columns)
        return found

    def _cut(self, texts: Sequence[str], **more: object) -> Any:  # noqa: ANN401 - as above
        return self._tokenizer(list(texts), truncation=True, max_length=self._longest, **more)

    def _run(self, texts: Sequence[str]) -> list[list[float]]:
        import torch  # noqa: PLC0415 - an extra, and slow to load

        together = self._cut(texts, padding=len(texts) > 1, return_tensors="pt")
        try:
            with torch.inference_mode():
                logits = self._model(**together.to(self._model.device)).logits
        except Exception as error:
            # A model is anybody's, and so is what running it raises.
            raise ScorerError(
                f"model {self._name} failed ({_first_line(error)}): try another model, "
                "or --device cpu"
            ) from error
        shares = torch.softmax(logits.cpu().double(), dim=-1)
        if not torch.isfinite(shares).all():
            raise ScorerError(f"model {self._name} gives no numbers (nan): its weights are damaged")
        rows: list[list[float]] = shares.tolist()
        return rows


def load_any_model(model: str, *, device: str = "cpu", batch: int = BATCH) -> AnyModelScorer:
    """A scorer that runs a model by its name on huggingface.co or its folder.

    device  one of DEVICES; the processor gives the same figures everywhere
    batch   texts that are run together
    Raises ScorerError if the extra is missing, the model cannot be had, its labels
    are not negative, neutral and positive, or the device is not there.
    """
    if device not in DEVICES:
        raise ScorerError(f"there is no device {device!r}: use one of {', '.join(DEVICES)}")
    if batch < 1:
        raise ScorerError(f"a batch of {batch} holds no text: use 1 or more")
    try:
        import torch  # noqa: PLC0415 - an extra, and slow to load
        import transformers  # noqa: PLC0415 - as above
    except ImportError as gone:
        raise ScorerError(
            f"--scorer transformers needs {gone.name}: "
            "pip install 'reaction-sentiment[transformers]', or use a built-in scorer"
        ) from gone
    there = {"cuda": torch.cuda.is_available, "mps": torch.backends.mps.is_available}
    if device in there and not there[device]():
        raise ScorerError(f"there is no {device} device here: leave --device out")
    with _quiet():
        try:
            config = transformers.AutoConfig.from_pretrained(model, trust_remote_code=False)
            names = label_names(config.id2label)
            labels = _labels(config, names, model)
            tokenizer = transformers.AutoTokenizer.from_pretrained(model, trust_remote_code=False)
            network, report = transformers.AutoModelForSequenceClassification.from_pretrained(
                model, config=config, trust_remote_code=False, output_loading_info=True
            )
        except ScorerError:
            raise
        except Exception as error:
            # A model is anybody's, and so is what loading it raises.
            raise ScorerError(_not_had(model, error)) from error
    inside = f"{network.base_model_prefix}."
    missing = sorted(key for key in report["missing_keys"] if not key.startswith(inside))
    if missing:
        raise ScorerError(
            f"model {model} was never taught labels ({missing[0]} is not in its file): "
            "name one that was fine-tuned for sentiment"
        )
    if network.config.pad_token_id is None:
        network.config.pad_token_id = tokenizer.pad_token_id
    network = network.float().eval().to(device)
    named = _named(model, network)
    if are_assumed(names):
        named += f" (labels {', '.join(names)} taken as {', '.join(labels)})"
    return AnyModelScorer(
        SequenceClassifier(network, tokenizer, name=named, labels=labels, batch=batch)
    )


def longest(limit: int, config: object) -> int:
    """The most tokens of one text. limit: the tokenizer's, a huge number if it has none."""
    places = getattr(config, "max_position_embeddings", None)
    if not isinstance(places, int) or places <= _KEPT_PLACES:
        places = _LONGEST + _KEPT_PLACES  # relative positions have no end
    return min(limit, places - _KEPT_PLACES, _LONGEST)


def _labels(config: object, names: tuple[str, ...], model: str) -> tuple[Sentiment, ...]:
    if getattr(config, "problem_type", None) == "multi_label_classification":
        raise ScorerError(
            f"model {model} gives several labels at once: one with a single is needed"
        )
    return map_labels(names, model)


def _named(model: str, network: Any) -> str:  # noqa: ANN401 - as above
    """The name with what tells versions apart: the commit, or of a folder a digest of weights.

    The digest reads biases and norms only: they are small, and no training leaves them all.
    """
    commit = getattr(network.config, "_commit_hash", None)
    if commit:
        return f"{model} {commit[:8]}"
    digest = hashlib.sha256()
    for name, weights in sorted(network.state_dict().items()):
        if weights.dim() == 1:
            digest.update(name.encode())
            digest.update(weights.cpu().numpy().tobytes())
    return f"{PurePath(model).name or 'model'} {digest.hexdigest()[:8]}"


def _not_had(model: str, error: Exception) -> str:
    if isinstance(error, ImportError):
        return (
            f"model {model} needs a package that is not there ({_first_line(error)}): "
            "pip install 'reaction-sentiment[transformers]' has those of most models"
        )
    return (
        f"model {model} cannot be loaded ({_first_line(error)}): give --model a folder with "
        "config.json, weights and tokenizer, or a name on huggingface.co; offline "
        "(HF_HUB_OFFLINE=1) it must have been fetched before: hf download NAME"
    )


def _first_line(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    kind = type(error).__name__
    return f"{kind}: {lines[0][:_SHOWN].rstrip('.')}" if lines else kind


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library's bars and remarks off standard error."""
    from transformers.utils import logging  # noqa: PLC0415 - as above

    level, bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(level)
        if bars:
            logging.enable_progress_bar()
