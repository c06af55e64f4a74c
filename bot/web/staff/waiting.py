"""What waits for staff at this moment: a count for each section of the console. Blocking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from bot.care.handover import State as HandOverState
from bot.care.tables import CallBack, HandOver, Ticket
from bot.care.tickets.model import OPEN, Kind
from bot.learning.changes import OPEN as UNDECIDED
from bot.learning.tables import LearningChange, LearningTheme
from bot.store import Store, now


@dataclass(frozen=True)
class Pile:
    """
    Attributes:
        late: those of `count` whose promised or prescribed time has passed.
    """

    count: int
    late: int = 0


@dataclass(frozen=True)
class Waiting:
    conversations: Pile
    callbacks: Pile
    tickets: Pile
    complaints: Pile  # about officials: for who may read them
    themes: Pile
    changes: Pile


def waiting(store: Store, today: date) -> Waiting:
    about_official = Ticket.kind == Kind.OFFICIAL
    queued = select(HandOver).where(HandOver.state == HandOverState.QUEUED)
    wished = select(CallBack).where(CallBack.ended.is_(None))
    handed_in = select(Ticket).where(Ticket.state.in_(OPEN))
    themes = select(LearningTheme).where(LearningTheme.state == "open")
    changes = select(LearningChange).where(LearningChange.state.in_(UNDECIDED))
    with store.reading() as session:
        return Waiting(
            conversations=Pile(_count(session, queued)),
            callbacks=Pile(
                _count(session, wished), _count(session, wished.where(CallBack.promised < now()))
            ),
            tickets=_tickets(session, handed_in.where(~about_official), today),
            complaints=_tickets(session, handed_in.where(about_official), today),
            themes=Pile(_count(session, themes)),
            changes=Pile(_count(session, changes)),
        )


def _tickets(session: Session, handed_in: Select[Any], today: date) -> Pile:
    return Pile(_count(session, handed_in), _count(session, handed_in.where(Ticket.due < today)))


def _count(session: Session, rows: Select[Any]) -> int:
    return session.scalar(select(func.count()).select_from(rows.subquery())) or 0
