"""A hand-over's way: asked, queued, taken, given back or closed. `TRANSITIONS` is all of it.

Plain blocking calls inside the caller's transaction. Each transition is one conditional UPDATE:
of two that want it at the same moment, in whichever process, one gets it and the other is told.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, case, func, null, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.care.tables import HandOver
from bot.store import now


class State(StrEnum):
    ASKED = "asked"  # nobody is at the desk: waits for its hours, or for a number to call back
    QUEUED = "queued"
    TAKEN = "taken"  # a person has the conversation: the bot is silent
    GIVEN_BACK = "given_back"  # the bot answers again
    CLOSED = "closed"


class Act(StrEnum):
    QUEUE = "queue"
    TAKE = "take"
    PUT_BACK = "put_back"
    PUT_OFF = "put_off"
    GIVE_BACK = "give_back"
    CLOSE = "close"


class Why(StrEnum):
    """Why it ended."""

    CITIZEN = "citizen"
    ADVISER = "adviser"
    CALL_BACK = "call_back"  # a number was left instead
    AWAY = "away"  # the citizen has been gone for long


TRANSITIONS: Final[dict[Act, tuple[frozenset[State], State]]] = {
    # what is done     from                                                       to
    Act.QUEUE:     (frozenset({State.ASKED}),                                State.QUEUED),
    Act.TAKE:      (frozenset({State.QUEUED}),                               State.TAKEN),
    Act.PUT_BACK:  (frozenset({State.TAKEN}),                                State.QUEUED),
    Act.PUT_OFF:   (frozenset({State.QUEUED}),                               State.ASKED),
    Act.GIVE_BACK: (frozenset({State.TAKEN}),                                State.GIVEN_BACK),
    Act.CLOSE:     (frozenset({State.ASKED, State.QUEUED, State.TAKEN}),     State.CLOSED),
}  # fmt: skip


def ask(session: Session, sender: str, *, there: bool) -> HandOver:
    """The conversation's open hand-over; a new one, queued where somebody is `there`, if none is.

    Who asked when nobody was there and asks again is queued now.
    """
    found = open_of(session, sender)
    if found is None:
        found = _new(session, sender, there)
    if found.state == State.ASKED and there:
        move(session, found.id, Act.QUEUE)
        session.refresh(found)
    return found


def move(
    session: Session,
    handover: int,
    act: Act,
    *only: ColumnElement[bool],
    why: Why | None = None,
    **values: object,
) -> bool:
    """Do `act` where the table allows it, and `only` if these hold too; whether it was done.

    Args:
        why: for those that end it.
        values: columns that change with it.
    """
    sources, state = TRANSITIONS[act]
    done: CursorResult[Any] = session.execute(  # type: ignore[assignment]
        update(HandOver)
        .where(HandOver.id == handover, HandOver.state.in_(sources), *only)
        .values({**_stamps(state), "why": why, **values})
        .execution_options(synchronize_session=False)
    )
    return done.rowcount == 1


def take(session: Session, handover: int, adviser: int, shown: str) -> bool:
    """False: somebody else was first, or nobody waits there any more."""
    return move(session, handover, Act.TAKE, adviser=adviser, shown=shown, adviser_seen=now())


def open_of(session: Session, sender: str) -> HandOver | None:
    return session.scalar(
        select(HandOver).where(HandOver.sender == sender, HandOver.ended_at.is_(None))
    )


def with_person(session: Session, sender: str) -> bool:
    """Whether a person has the conversation just now."""
    mine = (HandOver.sender == sender, HandOver.state == State.TAKEN)
    return session.scalar(select(HandOver.id).where(*mine)) is not None


def held_by(adviser: int) -> ColumnElement[bool]:
    """For acts that only who has the conversation may do."""
    return HandOver.adviser == adviser


def _new(session: Session, sender: str, there: bool) -> HandOver:
    new = HandOver(sender=sender, state=State.ASKED, asked_at=now(), citizen_seen=now())
    if there:
        new.state, new.queued_at = State.QUEUED, now()
    try:
        with session.begin_nested():
            session.add(new)
        return new
    except IntegrityError:  # another process was first; its row holds
        found = open_of(session, sender)
        assert found is not None
        return found


def _stamps(state: State) -> dict[str, Any]:
    """What coming into a state writes."""
    values: dict[str, Any] = {"state": state}
    if state is not State.TAKEN:
        values |= {"shown": None, "adviser_typing": None}
    match state:
        case State.ASKED:  # waits anew; who was taken once has waited already
            waited = HandOver.taken_at.is_not(None)
            values["queued_at"] = case((waited, HandOver.queued_at), else_=null())
        case State.QUEUED:  # who was put back keeps the place
            values["queued_at"] = func.coalesce(HandOver.queued_at, now())
        case State.TAKEN:
            values["taken_at"] = func.coalesce(HandOver.taken_at, now())
        case State.GIVEN_BACK | State.CLOSED:
            values["ended_at"] = now()
    return values
