"""What was learned from our own questions (data/retrieval/fusion.json)."""

from __future__ import annotations

from functools import cache

from bot.catalogue.model import Record
from bot.retrieval.decide import Decider
from bot.settings import settings


class Learned(Record):
    """Weights of the features by name, and the decision's constants."""

    weights: dict[str, float]
    decider: Decider


@cache
def load_learned() -> Learned:
    """The constants in the repository, read once.

    Raises:
        pydantic.ValidationError: the file does not fit the code.
    """
    path = settings().data_dir / "retrieval" / "fusion.json"
    return Learned.model_validate_json(path.read_text(encoding="utf-8"))
