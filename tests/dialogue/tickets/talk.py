"""A citizen who talks about a complaint with the assistant; the counter is a fake."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from bot.care.survey import Rated
from bot.care.tickets.model import (
    Down,
    Draft,
    Kind,
    Receipt,
    Standing,
    State,
    Unknown,
    Withdrawn,
)
from bot.dialogue import rating, respond, service
from bot.dialogue.cases.turns import first as cases_first
from bot.dialogue.rating import Rate
from bot.dialogue.state import State as Memory
from bot.dialogue.tickets.turns import first
from bot.dialogue.tickets.wanted import HandIn, LookUp, Withdraw, wanted
from bot.dialogue.turn import Outcome, Turn, World
from bot.text.ticket_codes import ticket_code

CODE, OTHER = ticket_code("48219350771"), ticket_code("55555555555")
TODAY = date(2026, 7, 13)
STORY = "sáng nay cán bộ một cửa quát tôi trước mặt mọi người"
Respond = Callable[[Turn, World], Outcome]


@dataclass
class Talk:
    """`handed_in` is what the counter got; `down`: it does not answer."""

    world: World
    memory: Memory = field(default_factory=Memory)
    handed_in: list[Draft] = field(default_factory=list)
    scores: list[int] = field(default_factory=list)
    down: bool = False
    last: Outcome | None = None

    def say(self, text: str, move: Respond = respond.ask, **facts: Any) -> list[str]:
        # The slots are all that is carried from turn to turn.
        turn = Turn(text, Memory.from_slots(self.memory.to_slots()), **facts)
        turn = replace(turn, counter=self._counter(wanted(turn)))
        self.last = rating.first(first(cases_first(move)))(turn, self.world)
        self.memory = self.last.state
        return [r.payload.get("kind") or r.payload["type"] for r in self.last.replies]

    def complains(self) -> list[str]:
        return self.say("tôi muốn phản ánh", service.complaint)

    @property
    def text(self) -> str:
        assert self.last
        return "\n".join(reply.text for reply in self.last.replies)

    def _counter(self, wish: Any) -> Any:
        match wish:
            case None:
                return None
            case _ if self.down:
                return Down()
            case HandIn(draft):
                self.handed_in.append(draft)
                return Receipt(CODE, draft.kind, None)
            case Rate(score):
                self.scores.append(score)
                return Rated()
            case LookUp(code) if code == CODE:
                at = datetime(2026, 7, 6, tzinfo=UTC)
                return Standing(code, Kind.REPORT, State.HANDLING, at, at, date(2026, 7, 10), None)
            case LookUp(code):
                return Unknown(code)
            case Withdraw(code):
                return Withdrawn(code)
