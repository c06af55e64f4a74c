"""BM25 over each text field of the procedures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from bot.retrieval.texts import runs, tokens

Scores = NDArray[np.float32]
_CUT = {"runs": runs}  # how the texts of a field are cut; others into words and pairs


class Lexical:
    """One BM25 index per field; row i of each is the i-th procedure."""

    def __init__(self, fields: Mapping[str, bm25s.BM25], size: int) -> None:
        self._fields = fields
        self._size = size
        self._whole = {name: _whole(index, size) for name, index in fields.items()}

    @classmethod
    def build(cls, texts: Mapping[str, Sequence[str]]) -> Lexical:
        """Index the texts of each field, given in one order."""
        fields = {}
        for name, rows in texts.items():
            fields[name] = bm25s.BM25()
            # A field without any word in it would leave bm25s without a vocabulary.
            corpus = [_cut(name, row) or ["_"] for row in rows]
            fields[name].index(corpus, show_progress=False)
        return cls(fields, len(next(iter(texts.values()))))

    def save(self, folder: Path) -> None:
        for name, index in self._fields.items():
            index.save(str(folder / name), show_progress=False)

    @classmethod
    def load(cls, folder: Path, size: int) -> Lexical:
        names = sorted(path.name for path in folder.iterdir() if path.is_dir())
        loaded = {n: bm25s.BM25.load(str(folder / n), show_progress=False) for n in names}
        return cls(loaded, size)

    def scores(self, name: str, text: str) -> Scores:
        """BM25 score of every row of the field `name`."""
        index = self._fields[name]
        present = [word for word in _cut(name, text) if word in index.vocab_dict]
        if not present:
            return np.zeros(self._size, np.float32)
        return np.asarray(index.get_scores(present), np.float32)

    def covered(self, name: str, scores: Scores) -> Scores:
        """How much of each text of the field a question says, 0 to 1, by its `scores`."""
        return np.asarray(np.minimum(scores / self._whole[name], 1.0), np.float32)


def _cut(name: str, text: str) -> list[str]:
    return _CUT.get(name, tokens)(text)


def _whole(index: bm25s.BM25, size: int) -> Scores:
    """The score that each text gives to itself."""
    sums = np.bincount(index.scores["indices"], weights=index.scores["data"], minlength=size)
    return np.asarray(np.maximum(sums, 1e-6), np.float32)
