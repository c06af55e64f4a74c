"""Each word of a question at its best place among the texts of a procedure.

Who tells a story uses words of several phrasings and of the title; no single text has them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from bot.retrieval.lexical import Scores
from bot.retrieval.phrases import Phrases, Rows, hidden
from bot.retrieval.texts import tokens

LENGTH = 0.5  # how much longer texts count for less (b of BM25): titles are much longer
NEW = 1.0  # how rare a word is that stands nowhere, beside the rarest known one


class Wordwise:
    """BM25 word by word over titles and phrasings.

    Attributes:
        owners: for each text, the row of its procedure; rising, the title last of its procedure.
    """

    def __init__(self, index: bm25s.BM25, owners: NDArray[np.int32]) -> None:
        self._index = index
        self._owners = owners
        self._size = int(owners[-1]) + 1
        self._rarity = _rarity(index, len(owners))
        self._rarest = NEW * float(self._rarity.max())

    @classmethod
    def of(cls, titles: Sequence[str], phrases: Phrases) -> Wordwise:
        """Over `titles`, one a row, and the phrasings of the same rows."""
        texts = [*phrases.texts, *titles]
        owners = np.concatenate([phrases.owners, np.arange(len(titles), dtype=np.int32)])
        order = np.argsort(owners, kind="stable")
        index = bm25s.BM25(b=LENGTH)
        # A text without any word would leave bm25s without a vocabulary.
        index.index([tokens(texts[at]) or ["_"] for at in order], show_progress=False)
        return cls(index, owners[order])

    def save(self, folder: Path) -> None:
        self._index.save(str(folder), show_progress=False)
        np.save(folder / "owners.npy", self._owners)

    @classmethod
    def load(cls, folder: Path) -> Wordwise:
        index = bm25s.BM25.load(str(folder), show_progress=False)
        return cls(index, np.load(folder / "owners.npy"))

    def scores(self, text: str, unaided: Rows = ()) -> Scores:
        """By procedure: the sum over the words and pairs of `text` of their best scores.

        The rows `unaided` are judged without the phrasings that fit `text` best.
        """
        found = np.zeros(self._size, np.float32)
        unseen = self._hidden(text, unaided)
        for word in dict.fromkeys(tokens(text)):
            texts, scores = self._places(word)
            if not len(texts):
                continue
            scores = np.where(np.isin(texts, unseen), 0.0, scores) if unseen else scores
            owners = self._owners[texts]
            first = np.flatnonzero(np.diff(owners, prepend=-1))
            found[owners[first]] += np.maximum.reduceat(scores, first)
        return found

    def said(self, text: str, unaided: Rows = ()) -> tuple[Scores, float]:
        """By procedure, the share of the words of `text` that its texts know; and that any knows.

        Words count by how rare they are. Pairs do not count.
        """
        unseen = self._hidden(text, unaided)
        found, total, known = np.zeros(self._size, np.float32), 1e-6, 0.0
        for word in dict.fromkeys(w for w in tokens(text) if "_" not in w):
            texts, _ = self._places(word)
            weight = self._weight(word)
            total += weight
            known += weight if len(texts) else 0.0
            texts = texts[~np.isin(texts, unseen)] if unseen else texts
            found[self._owners[texts]] += weight  # once for a row, however often it is named
        return np.asarray(found / total, np.float32), known / total

    def _weight(self, word: str) -> float:
        number = self._index.vocab_dict.get(word)
        return self._rarest if number is None else float(self._rarity[number])

    def _places(self, word: str) -> tuple[NDArray[np.int32], Scores]:
        """The texts that have `word`, rising, and its score in each."""
        number = self._index.vocab_dict.get(word)
        if number is None:
            return np.zeros(0, np.int32), np.zeros(0, np.float32)
        matrix = self._index.scores
        part = slice(matrix["indptr"][number], matrix["indptr"][number + 1])
        return matrix["indices"][part], matrix["data"][part]

    def _hidden(self, text: str, unaided: Rows) -> list[int]:
        return list(self._best_phrasings(text, unaided)) if unaided else []

    def _best_phrasings(self, text: str, rows: Rows) -> Iterator[int]:
        words = [word for word in tokens(text) if word in self._index.vocab_dict]
        scores = self._index.get_scores(words or ["_"]) if words else np.zeros(len(self._owners))
        for row in rows:
            first, last = np.searchsorted(self._owners, (row, row + 1))
            if last - first > 1:  # the last one is the title
                best = np.argsort(-scores[first : last - 1], kind="stable")
                yield from (first + best[: hidden(len(best))]).tolist()


def _rarity(index: bm25s.BM25, size: int) -> Scores:
    """Of each word: the logarithm of one in how many texts has it."""
    places = np.diff(index.scores["indptr"])
    return np.asarray(np.log((size + 1) / (places + 0.5)), np.float32)
