"""Vectors of texts that were encoded before, so that only what changed is encoded again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from bot.retrieval.encoder import BATCH, PASSAGE_TOKENS, Encoder, Vectors
from bot.settings import settings

Progress = Callable[[int, int], None]  # done, of how many


def cached_passages(encoder: Encoder, texts: Sequence[str], progress: Progress) -> Vectors:
    """Like `encoder.passages`, but what was encoded before comes from var/cache.

    The cache grows as it goes, so that a build that was interrupted resumes.
    """
    folder = settings().var_dir / "cache" / "vectors" / encoder.name
    folder.mkdir(parents=True, exist_ok=True)
    known = _read_cache(folder)
    keys = [hashlib.sha256(f"{PASSAGE_TOKENS}|{text}".encode()).hexdigest()[:24] for text in texts]
    missing = {k: t for k, t in zip(keys, texts, strict=True) if k not in known}
    todo = sorted(missing, key=lambda k: len(missing[k]))  # like lengths together: less padding
    for start in range(0, len(todo), BATCH * 8):
        part = todo[start : start + BATCH * 8]
        vectors = encoder.passages([missing[k] for k in part])
        _write_cache(folder, part, vectors)
        known.update(zip(part, vectors, strict=True))
        progress(len(texts) - len(todo) + start + len(part), len(texts))
    return np.stack([known[k] for k in keys])


def _read_cache(folder: Path) -> dict[str, Vectors]:
    known: dict[str, Vectors] = {}
    for path in sorted(folder.glob("*.npz")):
        with np.load(path) as part:
            known.update(zip(part["keys"].tolist(), part["vectors"], strict=True))
    return known


def _write_cache(folder: Path, keys: list[str], vectors: Vectors) -> None:
    waiting = folder / f".{keys[0]}.new"  # no .npz: half a file must not be read as one
    with waiting.open("wb") as stream:
        np.savez(stream, keys=np.array(keys), vectors=vectors)
    waiting.replace(folder / f"{keys[0]}.npz")
