"""Teach the encoder people's words: `make tune` (half an hour on two cores) writes the adapter.

Each phrasing is drawn to its procedure's title, facts or another phrasing, and away from those of
the other procedures in the batch. Low-rank changes of some layers only (LoRA): small enough to
commit, and the encoder keeps what it knows. Only the catalogue and our own phrasings go in.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from typing import cast

import torch
from sentence_transformers import SentenceTransformer
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils import parametrize

from bot.catalogue.model import Procedure
from bot.catalogue.store import Catalogue, load_catalogue
from bot.catalogue.words import Words, load_words
from bot.retrieval.adapter import adapter_path, write_adapter
from bot.retrieval.e5_file import bundled_file, convert
from bot.retrieval.texts import dense_texts, phrases
from bot.settings import settings
from bot.text.fold import strip_diacritics

RANK, RATE, TEMPERATURE, BATCH, TOKENS, SEED = 8, 2e-3, 0.03, 64, 48, 1
LAYERS = ("query", "value", "intermediate")
BARE = 0.15  # share of phrasings learned without their marks
TITLE, FACTS = 0.45, 0.6  # up to here the target is the title, from there to here the facts
WARM_UP, LOWEST, CLIP = 50, 0.02, 1.0
FACTS_LENGTH = 200  # characters

Pair = tuple[str, str]  # code, phrasing


class LowRank(nn.Module):
    """Adds a product of two thin matrices to a weight; nothing at the start."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        rows, columns = weight.shape
        self.a = nn.Parameter(torch.randn(RANK, columns) / math.sqrt(columns))
        self.b = nn.Parameter(torch.zeros(rows, RANK))

    def forward(self, weight: Tensor) -> Tensor:
        return weight + self.b @ self.a


def tune(model: SentenceTransformer, catalogue: Catalogue, words: dict[str, Words]) -> None:
    """One pass over all phrasings; `model` ends with its adapters attached."""
    torch.manual_seed(SEED)
    dice = random.Random(SEED)
    pairs = [(code, text) for code in sorted(words) for text in phrases(words[code])]
    dice.shuffle(pairs)
    batches = list(_batches(pairs))
    learned = attach(model)
    optimizer = torch.optim.AdamW(learned, lr=RATE, weight_decay=0.0)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min(1.0, (at + 1) / WARM_UP) * max(LOWEST, 1 - at / len(batches))
    )
    for at, batch in enumerate(batches, start=1):
        loss = _loss(model, batch, catalogue, words, dice)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(learned, CLIP)
        optimizer.step()
        schedule.step()
        if at % 10 == 0 or at == len(batches):
            print(f"  {at} of {len(batches)} batches, loss {loss.item():.3f}", flush=True)


def attach(model: SentenceTransformer) -> list[nn.Parameter]:
    """Give LAYERS of `model` their adapters, freeze the rest; returns what is learned."""
    for parameter in model.parameters():
        parameter.requires_grad = False
    for layer in model.modules():
        if isinstance(layer, nn.Dropout):
            layer.p = 0.0
    for _, linear in _linears(model):
        parametrize.register_parametrization(linear, "weight", LowRank(linear.weight))
    return [p for p in model.parameters() if p.requires_grad]


def _linears(model: SentenceTransformer) -> list[tuple[str, nn.Linear]]:
    return [
        (name[name.index("encoder.layer") :], layer)
        for name, layer in list(model.named_modules())
        if isinstance(layer, nn.Linear)
        and "encoder.layer" in name
        and any(part in name for part in LAYERS)
    ]


def _batches(pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    for start in range(0, len(pairs) - BATCH + 1, BATCH):
        yield pairs[start : start + BATCH]


def _loss(
    model: SentenceTransformer,
    batch: Sequence[Pair],
    catalogue: Catalogue,
    words: dict[str, Words],
    dice: random.Random,
) -> Tensor:
    """Cross entropy both ways; a sibling that may be meant as well is no counter-example."""
    asked = [strip_diacritics(t) if dice.random() < BARE else t for _, t in batch]
    meant = [_target(catalogue.procedures[c], words[c], t, dice) for c, t in batch]
    likeness = _vectors(model, "query: ", asked) @ _vectors(model, "passage: ", meant).T
    codes = [code for code, _ in batch]
    kin = {c: {c, *catalogue.procedures[c].same_title, *words[c].ambiguous_with} for c in codes}
    spared = torch.tensor(
        [[i != j and b in kin[a] for j, b in enumerate(codes)] for i, a in enumerate(codes)]
    )
    scores = (likeness / TEMPERATURE).masked_fill(spared, -1e4)
    right = torch.arange(len(batch))
    both = functional.cross_entropy(scores, right) + functional.cross_entropy(scores.T, right)
    return both / 2


def _target(procedure: Procedure, words: Words, text: str, dice: random.Random) -> str:
    chance = dice.random()
    if chance < TITLE:
        return procedure.title
    if chance < FACTS:
        return dense_texts(procedure)["facts"][:FACTS_LENGTH]
    return dice.choice([other for other in phrases(words) if other != text])


def _vectors(model: SentenceTransformer, prefix: str, texts: Sequence[str]) -> Tensor:
    read = model.preprocess([prefix + text for text in texts])
    return functional.normalize(model(read)["sentence_embedding"], dim=1)


def main() -> None:
    """Train from the bundled encoder and write the adapter."""
    plain = settings().models_dir / "e5-small-plain"
    convert(bundled_file(), plain)
    model = SentenceTransformer(str(plain), device="cpu")
    model.max_seq_length = TOKENS
    words = load_words()
    tune(model, load_catalogue(settings().data_dir / "catalogue"), words)
    thin = {}
    for name, linear in _linears(model):
        change = cast(LowRank, linear.parametrizations["weight"][0])  # type: ignore[index]
        thin[name] = (change.b.detach().numpy(), change.a.detach().numpy())
    write_adapter(thin, adapter_path())
    print(f"Adapter written to {adapter_path()}; now build the encoder and the index again.")


if __name__ == "__main__":
    main()
