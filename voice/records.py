"""The record of each call, without a word or a sound of it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from bot.channels.tables import Turn
from bot.insight.tables import CallRecord, TurnLog
from bot.keyed import Keyed
from bot.store import Store, now
from voice.manner import Ending


class Records:
    """Plain blocking calls; the caller picks the thread."""

    def __init__(self, store: Store, keyed: Keyed) -> None:
        self._store = store
        self._keyed = keyed

    def caller(self, number: str) -> str:
        """The word for who calls; nobody gets from it to the number without the key."""
        return self._keyed.digest("caller", number) if number else ""

    def open(self, call: str, caller: str, sender: str, carrier: str) -> bool:
        """Begin a call's record; false when it has begun before: a call has one stream."""
        record = CallRecord(
            call=self._name(call), caller=caller or None, sender=sender, carrier=carrier, at=now()
        )
        try:
            with self._store.writing() as session:
                session.add(record)
        except IntegrityError:
            return False
        return True

    def close(self, call: str, conversation: int, ending: Ending) -> None:
        """End it, with what its turns were about."""
        mine = select(Turn.turn_id).where(Turn.conversation_id == conversation)
        with self._store.writing() as session:
            query = select(TurnLog).where(TurnLog.turn_id.in_(mine)).order_by(TurnLog.id)
            turns = session.scalars(query).all()
            session.execute(
                update(CallRecord)
                .where(CallRecord.call == self._name(call), CallRecord.seconds.is_(None))
                .values(
                    seconds=round(ending.seconds, 1),
                    turns=len(turns),
                    intents=list(dict.fromkeys(t.intent for t in turns if t.intent)),
                    procedures=list(dict.fromkeys(t.procedure for t in turns if t.procedure)),
                    outcome=_outcome(ending, len(turns)),
                    cause=ending.cause,
                )
            )

    def lost(self, call: str, seconds: float) -> None:
        """End one that nobody ended; others stay as they are."""
        with self._store.writing() as session:
            session.execute(
                update(CallRecord)
                .where(CallRecord.call == self._name(call), CallRecord.seconds.is_(None))
                .values(seconds=seconds, cause="lost")
            )

    def left_over(self, longest: timedelta) -> None:
        """End those that began longer ago than a call can last: their process died, and nobody told
        how long they were."""
        with self._store.writing() as session:
            session.execute(
                update(CallRecord)
                .where(CallRecord.at < now() - longest, CallRecord.cause.is_(None))
                .values(cause="lost")
            )

    def cause(self, call: str) -> str | None:
        """Why a call ended; None while it goes on, or of one that never began."""
        with self._store.reading() as session:
            query = select(CallRecord.cause).where(CallRecord.call == self._name(call))
            return session.scalar(query)

    def _name(self, call: str) -> str:
        return self._keyed.digest("call", call)


def _outcome(ending: Ending, turns: int) -> str:
    if ending.cause == "person":
        return "person"
    if ending.answered:
        return "answered"
    return "unanswered" if turns else "nothing"
