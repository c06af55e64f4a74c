"""The adapter of the sentence encoder: what `bot.retrieval.tune` taught it (LoRA, 0.7 MB).

`data/retrieval/adapter.safetensors` holds, for some of the encoder's linear layers, two thin
matrices, `<layer>.b` (out × rank) and `<layer>.a` (rank × in); their product is added to the
layer's weight.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file

from bot.retrieval.errors import RetrievalError
from bot.settings import settings

Floats = NDArray[np.float32]


def adapter_path() -> Path:
    return settings().data_dir / "retrieval" / "adapter.safetensors"


def adapted(state: Mapping[str, Floats], adapter: Path) -> dict[str, Floats]:
    """The weights with the adapter's changes.

    Raises:
        RetrievalError: the adapter is of another encoder.
    """
    found = dict(state)
    thin = load_file(adapter)
    for name in sorted({key.removesuffix(".a") for key in thin if key.endswith(".a")}):
        weight = found.get(f"{name}.weight")
        change = thin[f"{name}.b"].astype(np.float32) @ thin[f"{name}.a"].astype(np.float32)
        if weight is None or weight.shape != change.shape:
            raise RetrievalError(f"{adapter.name} does not fit the encoder: no such layer {name}.")
        found[f"{name}.weight"] = weight + change
    return found


def write_adapter(thin: Mapping[str, tuple[Floats, Floats]], path: Path) -> None:
    """Write the matrices (b, a) of each layer, as half floats."""
    pairs = {f"{name}.b": b for name, (b, _) in thin.items()}
    pairs |= {f"{name}.a": a for name, (_, a) in thin.items()}
    halves = {name: np.ascontiguousarray(v.astype(np.float16)) for name, v in pairs.items()}
    save_file(halves, path)
