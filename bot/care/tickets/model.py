"""A complaint or a proposal: its kinds, its states, and what each side may know of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """Names as in `data/care/tickets.yml`."""

    REPORT = "report"
    PROPOSAL = "proposal"
    OFFICIAL = "official"  # about a member of staff: for leads only, not even counted for others


class State(StrEnum):
    RECEIVED = "received"
    HANDLING = "handling"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"  # by the citizen; its words are gone


STATE_NAMES = {
    State.RECEIVED: "Đã tiếp nhận",
    State.HANDLING: "Đang xử lý",
    State.ANSWERED: "Đã trả lời",
    State.CLOSED: "Đã kết thúc",
    State.WITHDRAWN: "Đã rút lại",
}
# What may follow what. Staff cannot withdraw, and an answer is needed before the end.
MOVES: dict[State, frozenset[State]] = {
    State.RECEIVED: frozenset({State.HANDLING, State.ANSWERED, State.WITHDRAWN}),
    State.HANDLING: frozenset({State.ANSWERED, State.WITHDRAWN}),
    State.ANSWERED: frozenset({State.HANDLING, State.ANSWERED, State.CLOSED}),
    State.CLOSED: frozenset(),
    State.WITHDRAWN: frozenset(),
}
OPEN = (State.RECEIVED, State.HANDLING)  # the deadline runs
NO_DEADLINE = "chưa có quy định"  # what staff read where no rule says by when


@dataclass(frozen=True)
class Draft:
    """What a citizen agreed to hand in.

    Attributes:
        token: letters drawn when the draft began; the same token is the same ticket.
        ward: code of the ward; None: not told.
        text: redacted.
    """

    token: str
    kind: Kind
    ward: str | None
    text: str


@dataclass(frozen=True)
class Receipt:
    """
    Attributes:
        due: by when it is to be answered; None: no rule says.
    """

    code: str
    kind: Kind
    due: date | None


@dataclass(frozen=True)
class Standing:
    """What who has the code is told: neither what was written nor who works on it."""

    code: str
    kind: Kind
    state: State
    received: datetime
    changed: datetime
    due: date | None
    answer: str | None


@dataclass(frozen=True)
class Unknown:
    """No ticket has this code."""

    code: str


@dataclass(frozen=True)
class Locked:
    """Too many unknown codes were tried."""

    until: datetime


@dataclass(frozen=True)
class Withdrawn:
    code: str


@dataclass(frozen=True)
class Down:
    """It could not be written down, or looked up, just now."""


Answer = Receipt | Standing | Unknown | Locked | Withdrawn | Down
