"""The sentence encoder as it was published, without what `bot.retrieval.tune` taught it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.retrieval.e5_file import bundled_file, convert
from bot.retrieval.encoder import Encoder, Vectors, load_encoder
from bot.retrieval.fuse import scaled
from bot.retrieval.index import Index
from bot.retrieval.texts import dense_texts
from bot.retrieval.vectors import cached_passages

TOP = 5


class PlainE5:
    """e5 over titles and facts; the first use encodes them (minutes, kept in var/cache)."""

    def __init__(self, index: Index, results: Path) -> None:
        self._index = index
        self._folder = results / "e5-plain"

    def titles(self, texts: Sequence[str]) -> list[list[str]]:
        """The procedures whose titles are nearest to each text as typed."""
        scores = self._encoder.queries(texts) @ self._passages["title"].T
        return [self._best(row) for row in scores]

    def naive_sum(self, texts: Sequence[str]) -> list[list[str]]:
        """BM25 of the title (words and pairs) and e5 (title, facts) as typed, half and half."""
        found = []
        for text, vector in zip(texts, self._encoder.queries(texts), strict=True):
            words = scaled("lexical.title", self._index.lexical.scores("title", text))
            title, facts = (
                scaled(f"dense.{name}", self._passages[name] @ vector)
                for name in ("title", "facts")
            )
            found.append(self._best(words + (title + facts) / 2))
        return found

    def _best(self, scores: NDArray[Any]) -> list[str]:
        return [self._index.codes[row] for row in np.argsort(-scores, kind="stable")[:TOP]]

    @cached_property
    def _encoder(self) -> Encoder:
        if not (self._folder / "modules.json").is_file():
            convert(bundled_file(), self._folder)
        return load_encoder(str(self._folder))

    @cached_property
    def _passages(self) -> dict[str, Vectors]:
        rows = [dense_texts(p) for p in self._index.catalogue.procedures.values()]
        return {
            name: cached_passages(self._encoder, [row[name] for row in rows], lambda *_: None)
            for name in ("title", "facts")
        }
