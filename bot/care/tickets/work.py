"""Tickets for staff: listed, opened, assigned, answered. Each act has its line in the audit log, in
the same transaction. Plain blocking calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from bot.care.tables import Ticket, TicketStep
from bot.care.tickets.model import MOVES, OPEN, Kind, State
from bot.care.tickets.replies import place_name
from bot.care.tickets.rules import load_rules
from bot.staff.audit import note
from bot.store import Store, now
from bot.text.redact import redact

ON_A_PAGE = 50
LONGEST = 4000  # characters of an answer


class Changed(Exception):
    """Somebody else did something with the ticket since the page was opened."""


class NotPossible(Exception):
    """Its state does not allow that, or an answer is empty: one Vietnamese sentence."""


@dataclass(frozen=True)
class Filter:
    """What is listed.

    Attributes:
        state: None: what is still to be done.
        assignee: only what this member of staff has.
    """

    state: State | None = None
    kind: Kind | None = None
    ward: str | None = None
    assignee: int | None = None
    everything: bool = False


@dataclass(frozen=True)
class Row:
    """A line of the list: no words of the citizen.

    Attributes:
        urgency: "past", "near" or "".
    """

    id: int
    kind: Kind
    place: str
    state: State
    received: datetime
    due: date | None
    urgency: str
    assignee: int | None


@dataclass(frozen=True)
class Step:
    at: datetime
    state: State
    who: int | None
    assignee: int | None
    answer: str | None

    @property
    def by_citizen(self) -> bool:
        """Made-up tickets have steps of staff that nobody in particular did."""
        return self.who is None and self.state in (State.RECEIVED, State.WITHDRAWN)


@dataclass(frozen=True)
class Opened:
    """One ticket as a whole; `revision` goes back with what is done to it."""

    row: Row
    text: str | None
    channel: str
    revision: int
    steps: tuple[Step, ...]

    @property
    def moves(self) -> frozenset[State]:
        return MOVES[self.row.state]


class Desk:
    """
    Args:
        kinds: the only ones that are there for who works at this desk: complaints about officials
            are at the leads' alone.
    """

    def __init__(self, store: Store, kinds: Sequence[Kind]) -> None:
        self._store = store
        self._mine = Ticket.kind.in_([kind.value for kind in kinds])
        self.kinds = tuple(kinds)

    def listed(self, wanted: Filter, today: date, page: int = 1) -> tuple[list[Row], bool]:
        """What is to be done before what is done; what is due first, then what is oldest; and
        whether more follow."""
        query = (
            self._query(*_conditions(wanted))
            .order_by(
                Ticket.state.not_in(OPEN),
                Ticket.due.is_(None),
                Ticket.due,
                Ticket.received,
                Ticket.id,
            )
            .offset((page - 1) * ON_A_PAGE)
            .limit(ON_A_PAGE + 1)
        )
        with self._store.reading() as session:
            rows = [_row(ticket, today) for ticket in session.scalars(query)]
        return rows[:ON_A_PAGE], len(rows) > ON_A_PAGE

    def open(self, number: int, who: int, today: date) -> Opened | None:
        """One ticket with its words; that it was opened is written down."""
        with self._store.writing() as session:
            ticket = session.scalar(self._query(Ticket.id == number))
            if ticket is None:
                return None
            note(session, who, "ticket-open", _subject(number))
            steps = session.scalars(
                select(TicketStep).where(TicketStep.ticket_id == number).order_by(TicketStep.id)
            )
            return Opened(
                row=_row(ticket, today),
                text=ticket.text,
                channel=ticket.channel,
                revision=ticket.revision,
                steps=tuple(Step(s.at, State(s.state), s.who, s.assignee, s.answer) for s in steps),
            )

    def assign(self, number: int, who: int, revision: int, to: int | None) -> None:
        """
        Raises:
            Changed, NotPossible
        """
        with self._store.writing() as session:
            ticket = self._current(session, number, revision)
            if ticket.state not in OPEN:
                raise NotPossible("Phản ánh đã trả lời hoặc đã kết thúc, không giao lại được.")
            _change(session, ticket, TicketStep(who=who, assignee=to, state=ticket.state))
            note(session, who, "ticket-assign", _subject(number), {"to": to})

    def move(self, number: int, who: int, revision: int, state: State) -> None:
        """Begin or take up again (handling), or close.

        Raises:
            Changed, NotPossible
        """
        if state not in (State.HANDLING, State.CLOSED):
            raise NotPossible("Không chuyển sang tình trạng này được.")
        with self._store.writing() as session:
            ticket = self._current(session, number, revision)
            was = _moved(ticket, state)
            step = TicketStep(who=who, assignee=ticket.assignee, state=state)
            _change(session, ticket, step)
            note(session, who, "ticket-state", _subject(number), {"from": was, "to": state})

    def answer(self, number: int, who: int, revision: int, words: str) -> None:
        """The citizen is told `words`, without personal numbers.

        Raises:
            Changed, NotPossible
        """
        told = redact(words.strip())[:LONGEST]
        if not told:
            raise NotPossible("Câu trả lời còn trống.")
        with self._store.writing() as session:
            ticket = self._current(session, number, revision)
            was = _moved(ticket, State.ANSWERED)
            assignee = ticket.assignee or who
            step = TicketStep(who=who, assignee=assignee, state=State.ANSWERED, answer=told)
            _change(session, ticket, step)
            note(session, who, "ticket-answer", _subject(number), {"from": was})

    def _query(self, *conditions: ColumnElement[bool]) -> Select[Ticket]:
        return select(Ticket).where(self._mine, *conditions)

    def _current(self, session: Session, number: int, revision: int) -> Ticket:
        ticket = session.scalar(self._query(Ticket.id == number))
        if ticket is None or ticket.revision != revision:
            raise Changed
        return ticket


def _change(session: Session, ticket: Ticket, step: TicketStep) -> None:
    """The ticket after `step`, unless somebody was faster.

    Raises:
        Changed
    """
    step.ticket_id, step.at = ticket.id, now()
    done: CursorResult[object] = session.execute(  # type: ignore[assignment]
        update(Ticket)
        .where(Ticket.id == ticket.id, Ticket.revision == ticket.revision)
        .values(
            state=step.state,
            assignee=step.assignee,
            changed=step.at,
            revision=ticket.revision + 1,
        )
        .execution_options(synchronize_session=False)
    )
    if not done.rowcount:
        raise Changed
    session.add(step)


def _moved(ticket: Ticket, state: State) -> State:
    """Where it comes from.

    Raises:
        NotPossible
    """
    was = State(ticket.state)
    if state not in MOVES[was]:
        raise NotPossible("Tình trạng hiện tại không cho phép việc này.")
    return was


def _conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.state:
        found.append(Ticket.state == wanted.state)
    elif not wanted.everything:
        found.append(Ticket.state.in_([state.value for state in OPEN]))
    if wanted.kind:
        found.append(Ticket.kind == wanted.kind)
    if wanted.ward:
        found.append(Ticket.ward == wanted.ward)
    if wanted.assignee is not None:
        found.append(Ticket.assignee == wanted.assignee)
    return found


def _row(ticket: Ticket, today: date) -> Row:
    state = State(ticket.state)
    return Row(
        id=ticket.id,
        kind=Kind(ticket.kind),
        place=place_name(ticket.ward),
        state=state,
        received=ticket.received,
        due=ticket.due,
        urgency=load_rules().urgency(state, ticket.due, today),
        assignee=ticket.assignee,
    )


def _subject(number: int) -> str:
    return f"ticket {number}"
