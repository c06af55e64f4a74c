"""What a look-up comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.cases.model import Case


class OutcomeKind(StrEnum):
    FOUND = "found"
    REFUSED = "refused"  # no such case or a wrong proof: nobody is told which
    LOCKED = "locked"
    SOURCE_DOWN = "source_down"


@dataclass(frozen=True)
class Outcome:
    """What may be told: `case` when FOUND, `until` (end of the lock-out, UTC) when LOCKED."""

    kind: OutcomeKind
    case: Case | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Listed:
    """A person's newest cases, newest first; `more`: there are older ones."""

    cases: tuple[Case, ...]
    more: bool

    def case(self, code: str) -> Case | None:
        """The one with this code: its owner may see it without another proof."""
        return next((case for case in self.cases if case.code == code), None)


REFUSED = Outcome(OutcomeKind.REFUSED)
SOURCE_DOWN = Outcome(OutcomeKind.SOURCE_DOWN)
