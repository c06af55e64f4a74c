"""Made-up procedures beside the real ones.

A sibling has its original's record under another code, a longer title, and vectors beside the
original's (no hours of encoding). It has no people's words: what an import brings has none either.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bot.catalogue.model import Procedure
from bot.retrieval.encoder import Vectors

NOISE = 0.35  # length of what is added to a unit vector
_FOR = ("hộ gia đình", "tổ chức", "cá nhân nước ngoài", "cơ sở mới", "khu vực nông thôn")
_BY = ("cấp tỉnh", "cấp xã", "cơ quan trung ương", "ban quản lý khu công nghiệp")


def sibling(original: Procedure, generation: int, number: int) -> Procedure:
    """The original itself (generation 0), or a made-up one under a code that nobody has."""
    if generation == 0:
        return original
    whom, by = _FOR[generation % len(_FOR)], _BY[generation % len(_BY)]
    title = f"{original.title} đối với {whom} do {by} giải quyết (loại {generation})"
    code = f"{7 + number // 1_000_000}.{number % 1_000_000:06d}"
    return original.model_copy(update={"code": code, "title": title, "same_title": ()})


def beside(vectors: Vectors, rows: NDArray[np.int64]) -> Vectors:
    """`vectors[rows]`; every repetition moved a little, all of unit length."""
    noise = np.random.default_rng(2026).standard_normal((len(rows), vectors.shape[1]))
    noise /= np.linalg.norm(noise, axis=1, keepdims=True)
    first = np.zeros(len(rows), bool)
    first[np.unique(rows, return_index=True)[1]] = True
    noise[first] = 0
    moved = vectors[rows] + NOISE * noise
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), np.float32)
