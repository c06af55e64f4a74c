"""Figures of hand-overs, complaints and the survey, from their own tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from bot.care.handover import State, Why
from bot.care.tables import HandOver, Rating, Ticket
from bot.care.tickets.model import Kind
from bot.care.tickets.model import State as TicketState
from bot.insight.model import Report
from bot.store import Store
from tests.insight.conftest import figure, rows

AT = datetime(2026, 9, 3, 3, tzinfo=UTC)
Write = Callable[..., None]
_serials = count(1)


@pytest.fixture
def handover(store: Store) -> Write:
    def write(state: State, **values: Any) -> None:
        usual = {"asked_at": AT, "citizen_seen": AT, "sender": f"web-{next(_serials)}"}
        with store.writing() as session:
            session.add(HandOver(state=state, **(usual | values)))

    return write


@pytest.fixture
def ticket(store: Store) -> Write:
    def write(kind: Kind, state: TicketState) -> None:
        serial = next(_serials)
        row = Ticket(
            id=serial, code=f"hash {serial}", channel="web", kind=kind, state=state, received=AT,
            changed=AT, due=date(2026, 9, 20),
        )  # fmt: skip
        with store.writing() as session:
            session.add(row)

    return write


@pytest.fixture
def rating(store: Store) -> Write:
    def write(score: int) -> None:
        sender = f"web-{next(_serials)}"
        with store.writing() as session:
            session.add(Rating(sender=sender, at=AT, channel="web", score=score))

    return write


def test_waiting_is_from_the_queue_to_the_first_taking(
    handover: Write, september: Callable[..., Report]
) -> None:
    for minutes in range(1, 6):
        handover(State.TAKEN, queued_at=AT, taken_at=AT + timedelta(minutes=minutes))
    for _ in range(5):
        handover(State.CLOSED, queued_at=AT, ended_at=AT, why=Why.AWAY)
    handover(State.ASKED, asked_at=AT + timedelta(days=60))
    told = september("handovers")
    assert figure(told, "handovers").value == 10
    assert figure(told, "taken").value == 0.5
    assert figure(told, "wait_p50").value == 180
    ends = rows(told, "handover_ends")
    assert (ends["cán bộ đã nhận"], ends["người dân rời đi"]) == ((5,), (5,))


def test_how_many_were_taken_is_no_share_where_it_is_hidden(
    handover: Write, september: Callable[..., Report]
) -> None:
    for _ in range(8):
        handover(State.CLOSED, queued_at=AT, ended_at=AT, why=Why.AWAY)
    for _ in range(2):
        handover(State.TAKEN, queued_at=AT, taken_at=AT + timedelta(minutes=1))
    told = september("handovers")
    assert figure(told, "handovers").value == 10
    assert rows(told, "handover_ends")["cán bộ đã nhận"] == (None,)
    assert figure(told, "taken").value is None


def test_complaints_about_officials_are_not_even_counted(
    ticket: Write, september: Callable[..., Report]
) -> None:
    for state in ("answered", "closed", "answered", "received", "received", "withdrawn"):
        ticket(Kind.REPORT, TicketState(state))
    ticket(Kind.OFFICIAL, TicketState.RECEIVED)
    told = september("tickets")
    assert figure(told, "tickets").value == 6
    assert figure(told, "tickets_handled").value == 0.6
    assert figure(told, "tickets_late").value == 2


def test_the_mean_of_a_few_scores_is_not_told(
    rating: Write, september: Callable[..., Report]
) -> None:
    for score in (5, 5, 4, 3):
        rating(score)
    assert figure(september("survey"), "score").value is None
    rating(3)
    assert figure(september("survey"), "score").value == 4
