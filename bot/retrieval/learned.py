"""What was learned from our own questions (data/retrieval/fusion.json)."""

from __future__ import annotations

import math
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.catalogue.model import Record
from bot.retrieval.decide import Decider
from bot.settings import settings
from bot.text.fold import fold

# Words that only ask: out of scope they are as good as in scope.
_ASKING = {
    *("nao", "gi", "sao", "bao", "nhieu", "may", "hay", "khong", "k", "ko", "ai", "dau", "o"),
    *("the", "vay", "lam", "a", "ha", "co", "la", "giup", "nen", "cho", "hoi"),
}


class Manner(Record):
    """A linear function of a question's vector and words: above 0, more likely a matter of ours.

    Attributes:
        slopes: of the vector.
        words: of each folded word and pair of words that says enough to be kept.
    """

    bias: float
    slopes: tuple[float, ...]
    words: dict[str, float]

    def __call__(self, text: str, vector: NDArray[np.float32]) -> float:
        known = [self.words[term] for term in terms(text) if term in self.words]
        meant = float(np.asarray(self.slopes) @ vector)
        return self.bias + meant + sum(known) / math.sqrt(max(1, len(known)))


def terms(text: str) -> list[str]:
    """The folded words of `text` and the pairs of neighbours, each once: "xe", "xe may".

    Without words and pairs that only ask.
    """
    words = fold(text).split()
    single = [word for word in words if word not in _ASKING]
    pairs = [" ".join(pair) for pair in pairwise(words) if not _ASKING.issuperset(pair)]
    return list(dict.fromkeys([*single, *pairs]))


class Learned(Record):
    """Weights of the features by name, and the decision's constants."""

    weights: dict[str, float]
    decider: Decider
    manner: Manner


@cache
def load_learned() -> Learned:
    """The constants in the repository, read once.

    Raises:
        pydantic.ValidationError: the file does not fit the code.
    """
    path = settings().data_dir / "retrieval" / "fusion.json"
    return Learned.model_validate_json(path.read_text(encoding="utf-8"))
