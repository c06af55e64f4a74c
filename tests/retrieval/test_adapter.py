"""The adapter: thin matrices in, changed weights out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn.utils import parametrize

from bot.retrieval.adapter import adapted, adapter_path, write_adapter
from bot.retrieval.errors import RetrievalError
from bot.retrieval.tune import RANK, LowRank

LAYER = "encoder.layer.0.attention.self.query"


def thin(rows: int = 4, columns: int = 3) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    return {LAYER: (np.ones((rows, 2), np.float32), np.ones((2, columns), np.float32))}


def test_the_product_is_added_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "adapter.safetensors"
    write_adapter(thin(), path)
    state = {f"{LAYER}.weight": np.zeros((4, 3), np.float32), "other": np.ones(2, np.float32)}
    changed = adapted(state, path)
    assert (changed[f"{LAYER}.weight"] == 2.0).all()
    assert (changed["other"] == 1.0).all()
    assert (state[f"{LAYER}.weight"] == 0.0).all()


def test_an_adapter_of_another_encoder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "adapter.safetensors"
    write_adapter(thin(), path)
    with pytest.raises(RetrievalError, match="does not fit"):
        adapted({f"{LAYER}.weight": np.zeros((5, 3), np.float32)}, path)


def test_an_untrained_adapter_changes_nothing() -> None:
    linear = nn.Linear(6, 5)
    before = linear.weight.detach().clone()
    parametrize.register_parametrization(linear, "weight", LowRank(linear.weight))
    assert torch.equal(linear.weight, before)
    learned = [name for name, p in linear.named_parameters() if p.shape.numel() and RANK in p.shape]
    assert len(learned) == 2


def test_the_committed_adapter_is_small() -> None:
    assert adapter_path().stat().st_size < 1_000_000
