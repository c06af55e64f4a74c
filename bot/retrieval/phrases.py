"""People's words as texts of their own: the best of a procedure's phrasings speaks for it."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.catalogue.model import Procedure
from bot.catalogue.words import Words
from bot.retrieval.lexical import Lexical, Scores
from bot.retrieval.texts import phrases

Rows = Sequence[int]
# Share of a procedure's phrasings that is hidden, the best first, where a question is to be judged
# as if other people had asked it (`bot.retrieval.learn`).
HIDDEN = 0.2


def hidden(count: int) -> int:
    """How many of `count` phrasings are hidden; never all."""
    return min(count - 1, math.ceil(HIDDEN * count))


class Phrases:
    """All phrasings in one row each, and whose they are.

    Attributes:
        texts: the phrasings; those of one procedure stand together.
        owners: for each, the row of its procedure; rising.
    """

    def __init__(self, texts: Sequence[str], owners: NDArray[np.int32], lexical: Lexical) -> None:
        self.texts = tuple(texts)
        self.owners = owners
        self._lexical = lexical
        self._first = np.flatnonzero(np.diff(owners, prepend=-1))  # where each procedure begins

    @classmethod
    def of(cls, procedures: Sequence[Procedure], words: Mapping[str, Words]) -> Phrases:
        """The phrasings of `procedures`, in their order."""
        rows = [
            (row, text)
            for row, procedure in enumerate(procedures)
            for text in phrases(words.get(procedure.code))
        ]
        texts = [text for _, text in rows] or [""]
        owners = np.array([row for row, _ in rows] or [0], np.int32)
        return cls(texts, owners, Lexical.build({"phrase": texts}))

    def save(self, folder: Path) -> None:
        folder.mkdir()
        (folder / "texts.json").write_text(json.dumps(self.texts), encoding="utf-8")
        np.save(folder / "owners.npy", self.owners)
        self._lexical.save(folder)

    @classmethod
    def load(cls, folder: Path) -> Phrases:
        texts = json.loads((folder / "texts.json").read_text(encoding="utf-8"))
        owners = np.load(folder / "owners.npy")
        return cls(texts, owners, Lexical.load(folder, len(owners)))

    def words(self, text: str, size: int, unaided: Rows = ()) -> Scores:
        """BM25 score by procedure (`size` of them) of its best phrasing."""
        scores = self._lexical.scores("phrase", text)
        return self.best(scores, np.zeros(size, np.float32), unaided)

    def best(self, scores: Scores, otherwise: Scores, unaided: Rows = ()) -> Scores:
        """By procedure: its best phrasing's score; `otherwise` where it has no phrasings.

        The rows `unaided` are judged by what is left without their best phrasings.
        """
        found = otherwise.copy()
        found[self.owners[self._first]] = np.maximum.reduceat(scores, self._first)
        for row in unaided:
            own = np.sort(scores[self.owners == row])
            if len(own):
                found[row] = own[-1 - hidden(len(own))]
        return found
