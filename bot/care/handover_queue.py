"""Who waits, in which place, and how long others waited just now. Plain blocking calls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from math import ceil
from statistics import median

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from bot.care.handover import State
from bot.care.tables import HandOver
from bot.store import now

LATELY = timedelta(hours=2)
ENOUGH = 3  # waits: fewer say nothing about the next
MOST = 20

_ORDER = (HandOver.queued_at, HandOver.id)


def queue(session: Session) -> Sequence[HandOver]:
    """The longest waiting first."""
    waiting = select(HandOver).where(HandOver.state == State.QUEUED).order_by(*_ORDER)
    return session.scalars(waiting).all()


def mine(session: Session, adviser: int) -> Sequence[HandOver]:
    """What this adviser has, the longest held first."""
    held = (HandOver.state == State.TAKEN, HandOver.adviser == adviser)
    return session.scalars(select(HandOver).where(*held).order_by(*_ORDER)).all()


def position(session: Session, one: HandOver) -> int:
    """1: the next to be taken."""
    earlier = or_(
        HandOver.queued_at < one.queued_at,
        and_(HandOver.queued_at == one.queued_at, HandOver.id < one.id),
    )
    count = select(func.count(HandOver.id)).where(HandOver.state == State.QUEUED, earlier)
    return 1 + (session.scalar(count) or 0)


def usual_wait(session: Session) -> int | None:
    """Minutes, rounded up, that the last ones waited (median); None: too few did lately."""
    last = (
        select(HandOver.queued_at, HandOver.taken_at)
        .where(HandOver.taken_at > now() - LATELY, HandOver.queued_at.is_not(None))
        .order_by(HandOver.taken_at.desc())
        .limit(MOST)
    )
    times = session.execute(last).all()
    waits = [(taken - queued).total_seconds() for queued, taken in times if queued and taken]
    return ceil(median(waits) / 60) if len(waits) >= ENOUGH else None
