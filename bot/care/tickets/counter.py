"""Where citizens hand in and ask: read `hand_in` and `look_up`. Plain blocking calls."""

from __future__ import annotations

import secrets

from sqlalchemy import Select, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.care.tables import Ticket, TicketStep
from bot.care.tickets.model import (
    MOVES,
    Draft,
    Kind,
    Locked,
    Receipt,
    Standing,
    State,
    Unknown,
    Withdrawn,
)
from bot.care.tickets.rules import load_rules
from bot.cases.lockout import LockedUntil, Lockout
from bot.clock import HANOI
from bot.keyed import Keyed
from bot.store import Store, now
from bot.text.redact import redact
from bot.text.ticket_codes import DIGITS, ticket_code

MOST = 2000  # characters of what happened
_NUMBERS = 10**8 - 1  # drawn, not counted: gaps would tell how many complaints others cannot see


class Counter:
    """
    Args:
        lockout: as of cases: unknown codes count against who tries them.
    """

    def __init__(self, store: Store, keyed: Keyed, lockout: Lockout) -> None:
        self._store = store
        self._keyed = keyed
        self._lockout = lockout

    def hand_in(self, draft: Draft, sender: str, channel: str) -> Receipt:
        """Write a ticket down. The same draft again gives the same ticket: an answer may get lost
        on its way, and who then says yes once more has one ticket, not two."""
        code = self._code(draft.token)
        while True:
            try:
                return self._written(code, draft, sender, channel)
            except IntegrityError:  # there already; or its number is another's, by chance
                with self._store.reading() as session:
                    earlier = session.scalar(self._named(code))
                if earlier:
                    return Receipt(code, Kind(earlier.kind), earlier.due)

    def _written(self, code: str, draft: Draft, sender: str, channel: str) -> Receipt:
        received = now()
        ticket = Ticket(
            id=secrets.randbelow(_NUMBERS) + 1,
            code=self._hash(code),
            sender=sender[:64],
            channel=channel[:16],
            kind=draft.kind,
            ward=draft.ward,
            text=redact(draft.text)[:MOST],
            state=State.RECEIVED,
            received=received,
            due=load_rules().due(draft.kind, received.astimezone(HANOI).date()),
            changed=received,
        )
        with self._store.writing() as session:
            session.add(ticket)
            session.flush()
            session.add(TicketStep(ticket_id=ticket.id, at=received, state=State.RECEIVED))
        return Receipt(code, draft.kind, ticket.due)

    def look_up(self, code: str, caller: str, channel: str) -> Standing | Unknown | Locked:
        """What who has the code is told. A code that is unknown counts as a failed try."""
        leave = self._lockout.begin(code, caller, channel)
        if isinstance(leave, LockedUntil):
            return Locked(leave.until)
        with self._store.reading() as session:
            ticket = session.scalar(self._named(code))
            answer = _last_answer(session, ticket) if ticket else None
        self._lockout.end(leave, "ticket" if ticket else "no_ticket", failed=ticket is None)
        if ticket is None:
            return Unknown(code)
        return Standing(
            code=code,
            kind=Kind(ticket.kind),
            state=State(ticket.state),
            received=ticket.received,
            changed=ticket.changed,
            due=ticket.due,
            answer=answer,
        )

    def withdraw(
        self, code: str, caller: str, channel: str
    ) -> Standing | Unknown | Locked | Withdrawn:
        """Forget the words of a ticket that was not answered yet; else say how it stands."""
        standing = self.look_up(code, caller, channel)
        if not isinstance(standing, Standing) or State.WITHDRAWN not in MOVES[standing.state]:
            return standing
        with self._store.writing() as session:
            ticket = session.scalars(self._named(code)).one()
            gone: CursorResult[object] = session.execute(  # type: ignore[assignment]
                update(Ticket)
                .where(Ticket.id == ticket.id, Ticket.revision == ticket.revision)
                .values(
                    text=None,
                    state=State.WITHDRAWN,
                    changed=now(),
                    revision=ticket.revision + 1,
                )
            )
            if gone.rowcount:
                step = TicketStep(ticket_id=ticket.id, at=now(), state=State.WITHDRAWN)
                session.add(step)
        return Withdrawn(code) if gone.rowcount else self.look_up(code, caller, channel)

    def _code(self, token: str) -> str:
        """Nobody can guess it without the key, though the token is in Rasa's memory for a day."""
        number = int(self._keyed.digest("ticket-draft", token), 16)
        lowest = 10 ** (DIGITS - 2)  # no leading zero
        return ticket_code(str(lowest + number % (9 * lowest)))

    def _hash(self, code: str) -> str:
        return self._keyed.digest("ticket-code", code)

    def _named(self, code: str) -> Select[Ticket]:
        return select(Ticket).where(Ticket.code == self._hash(code))


def _last_answer(session: Session, ticket: Ticket) -> str | None:
    query = (
        select(TicketStep.answer)
        .where(TicketStep.ticket_id == ticket.id, TicketStep.answer.is_not(None))
        .order_by(TicketStep.id.desc())
        .limit(1)
    )
    return session.scalar(query)
