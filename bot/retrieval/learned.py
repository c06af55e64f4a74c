"""What was learned from our own questions (data/retrieval/fusion.json)."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from bot.catalogue.model import Record
from bot.retrieval.decide import Decider
from bot.settings import settings


class Manner(Record):
    """A linear function of a question's vector: above 0, more likely a matter of ours."""

    bias: float
    slopes: tuple[float, ...]

    def __call__(self, vector: NDArray[np.float32]) -> float:
        return self.bias + float(np.asarray(self.slopes) @ vector)


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
