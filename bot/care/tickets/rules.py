"""Kinds of tickets and their deadlines: `data/care/tickets.yml`, or the city's own file."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Self

import yaml
from pydantic import Field, model_validator

from bot.care.tickets.model import OPEN, Kind, State
from bot.cases.workdays import after_working_days, working_days
from bot.catalogue.model import Record
from bot.settings import settings


class KindRule(Record):
    """
    Attributes:
        label, about: for the eye; `said` is the label for the ear.
        words: that choose this kind.
        beside: what a person who hands in one must know.
        working_days: from receipt to answer; None is unknown.
        source: who says so.
    """

    label: str
    about: str
    said: str
    words: tuple[str, ...]
    beside: str | None = None
    working_days: int | None = Field(default=None, ge=1, le=365)
    source: str | None = None

    @model_validator(mode="after")
    def _sourced(self) -> Self:
        if self.working_days and not self.source:
            raise ValueError("a deadline needs its source")
        return self


class TicketRules(Record):
    """The file as it is; see its comments."""

    asof: date
    near_working_days: int = Field(ge=0)
    kinds: dict[Kind, KindRule]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if set(self.kinds) != set(Kind):
            raise ValueError(f"each of {', '.join(Kind)} needs its rule")
        return self

    def due(self, kind: Kind, received: date) -> date | None:
        """The last day for an answer; None: unknown."""
        days = self.kinds[kind].working_days
        return after_working_days(received, days) if days else None

    def urgency(self, state: State, due: date | None, today: date) -> str:
        """ "past", "near", or "" where there is time, no deadline, or nothing more to do."""
        if due is None or state not in OPEN:
            return ""
        if due < today:
            return "past"
        return "near" if working_days(today, due) <= self.near_working_days else ""


def load_rules() -> TicketRules:
    """The rules in force, also of a file that changed.

    Raises:
        OSError, ValueError: the file is missing or wrong.
    """
    named = settings().ticket_rules
    path = Path(named) if named else settings().data_dir / "care" / "tickets.yml"
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _read(path: Path, changed_ns: int) -> TicketRules:
    return TicketRules.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
