"""BM25 over each text field of the procedures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from bot.retrieval.texts import tokens

Scores = NDArray[np.float32]


class Lexical:
    """One BM25 index per field; row i of each is the i-th procedure."""

    def __init__(self, fields: Mapping[str, bm25s.BM25], size: int) -> None:
        self._fields = fields
        self._size = size

    @classmethod
    def build(cls, texts: Mapping[str, Sequence[str]]) -> Lexical:
        """Index the texts of each field, given in one order."""
        fields = {}
        for name, rows in texts.items():
            fields[name] = bm25s.BM25()
            # A field without any word in it would leave bm25s without a vocabulary.
            corpus = [tokens(row) or ["_"] for row in rows]
            fields[name].index(corpus, show_progress=False)
        return cls(fields, len(next(iter(texts.values()))))

    def save(self, folder: Path) -> None:
        for name, index in self._fields.items():
            index.save(str(folder / name), show_progress=False)

    @classmethod
    def load(cls, folder: Path, size: int) -> Lexical:
        names = sorted(path.name for path in folder.iterdir())
        loaded = {n: bm25s.BM25.load(str(folder / n), show_progress=False) for n in names}
        return cls(loaded, size)

    def scores(self, text: str) -> dict[str, Scores]:
        """BM25 score of every procedure in each field."""
        words = tokens(text)
        return {name: self._score(index, words) for name, index in self._fields.items()}

    def coverage(self, text: str, row: int) -> float:
        """Share (0 to 1) of the title score that `text` could reach which `row` does reach."""
        index = self._fields["title"]
        words = tokens(text)
        best = sum(float(self._score(index, [word]).max()) for word in words)
        return float(self._score(index, words)[row]) / best if best else 0.0

    def known(self, text: str) -> float:
        """Share (0 to 1) of the single words of `text` that occur in any title."""
        words = [word for word in tokens(text) if "_" not in word]
        vocabulary = self._fields["title"].vocab_dict
        return sum(word in vocabulary for word in words) / len(words) if words else 0.0

    def _score(self, index: bm25s.BM25, words: list[str]) -> Scores:
        present = [word for word in words if word in index.vocab_dict]
        if not present:
            return np.zeros(self._size, np.float32)
        return np.asarray(index.get_scores(present), np.float32)
