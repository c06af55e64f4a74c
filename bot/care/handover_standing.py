"""How a hand-over stands, for the citizen's page and for the adviser's. Plain blocking calls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from bot.care import handover_words as words
from bot.care.handover import State, held_by, open_of
from bot.care.handover_queue import position, usual_wait
from bot.care.hours import next_session
from bot.care.tables import HandOver
from bot.store import now

TYPES_FOR = timedelta(seconds=6)  # after the last sign that somebody types


@dataclass(frozen=True)
class DeskHours:
    """
    Attributes:
        hours: of the people at the desk, "07:30-17:00".
        call_back_days: how long a telephone number is kept.
    """

    hours: str
    call_back_days: float


@dataclass(frozen=True)
class Standing:
    """
    Attributes:
        text: the whole in a sentence.
        position: in the queue, 1 is the next.
        typing: the adviser types.
        consent: what to agree to, where a number may be left.
    """

    state: State
    text: str
    position: int | None = None
    wait_min: int | None = None
    shown: str | None = None
    typing: bool = False
    consent: str | None = None


def standing(session: Session, sender: str, desk: DeskHours) -> Standing | None:
    """None: no hand-over of this conversation is open."""
    one = open_of(session, sender)
    if one is None:
        return None
    state = State(one.state)
    if state is State.TAKEN:
        shown = one.shown or ""
        return Standing(state, words.taken(shown), shown=shown, typing=types(one.adviser_typing))
    consent = words.consent(desk.call_back_days)
    if state is State.ASKED:
        return Standing(state, words.nobody_there(promise(desk)), consent=consent)
    place, wait = position(session, one), usual_wait(session)
    text = words.queued(place, wait)
    return Standing(state, text, position=place, wait_min=wait, consent=consent)


def promise(desk: DeskHours) -> datetime:
    """Until when who leaves a number now is called: the end of the next working day's hours."""
    return next_session(desk.hours, now())[1]


def types(last: datetime | None) -> bool:
    return last is not None and last > now() - TYPES_FOR


def citizen_here(session: Session, sender: str, *, typing: bool | None = None) -> State | None:
    """Note that the citizen is there, and types or not; the state of their open hand-over."""
    values = {"citizen_seen": now()} | _typing("citizen_typing", typing)
    state = session.scalar(
        update(HandOver)
        .where(HandOver.sender == sender, HandOver.ended_at.is_(None))
        .values(values)
        .returning(HandOver.state)
        .execution_options(synchronize_session=False)
    )
    return State(state) if state else None


def adviser_here(
    session: Session, handover: int, adviser: int, *, typing: bool | None = None
) -> bool:
    """Note that the adviser who has it is there, and types or not; false: they don't have it."""
    values = {"adviser_seen": now()} | _typing("adviser_typing", typing)
    done: CursorResult[Any] = session.execute(  # type: ignore[assignment]
        update(HandOver)
        .where(HandOver.id == handover, held_by(adviser), HandOver.state == State.TAKEN)
        .values(values)
        .execution_options(synchronize_session=False)
    )
    return done.rowcount == 1


def _typing(column: str, typing: bool | None) -> dict[str, datetime | None]:
    """None: nobody told."""
    return {} if typing is None else {column: now() if typing else None}
