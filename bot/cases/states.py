"""Our own words for the ten states: `data/cases/states.yml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from bot.cases.model import CaseState
from bot.catalogue.model import Record
from bot.settings import settings

STATES_FILE = settings().data_dir / "cases/states.yml"


class StateWords(Record):
    """Official name; what it means; what the citizen does now. Whole sentences but the name."""

    state: CaseState
    name: str
    means: str
    to_do: str


@cache
def load_states(path: Path = STATES_FILE) -> dict[CaseState, StateWords]:
    """Words of all ten states.

    Raises:
        OSError, ValueError: the file is missing or wrong (pydantic's error is a ValueError).
    """
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    words = {row.state: row for row in TypeAdapter(list[StateWords]).validate_python(read)}
    if missing := set(CaseState) - set(words):
        raise ValueError(f"{path.name} lacks the states {sorted(missing)}")
    return words
