"""Made-up tickets: marked, the same from the same seed, and never in place of real ones."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from bot.care.tables import Ticket, TicketStep
from bot.care.tickets.cli import app
from bot.care.tickets.counter import Counter
from bot.care.tickets.demo import MARK, made_up, put_demo
from bot.care.tickets.model import MOVES, NO_DEADLINE, Draft, Kind, State
from bot.care.tickets.work import Desk, Filter
from bot.store import Store

TODAY = date(2026, 7, 13)


def test_the_same_seed_makes_the_same_ones_each_on_a_way_that_is_possible() -> None:
    first, again = (list(made_up(40, 7, TODAY)) for _ in range(2))
    told = [
        [(t.id, t.kind, t.ward, t.text, t.state, t.received) for t, _ in x] for x in (first, again)
    ]
    assert told[0] == told[1]
    assert {ticket.kind for ticket, _ in first} == set(Kind)
    for ticket, steps in first:
        states = [State(step.state) for step in steps]
        assert all(after in MOVES[before] for before, after in pairwise(states))
        assert ticket.text is not None
        assert ticket.text.startswith(MARK)
        assert ticket.due is None, "no rule is shipped"


def test_real_ones_stay_and_earlier_made_up_ones_go(store: Store, counter: Counter) -> None:
    receipt = counter.hand_in(Draft("abc", Kind.REPORT, None, "chuyện thật"), "web-1", "web")
    put_demo(store, 30, 1, TODAY)
    put_demo(store, 20, 2, TODAY)
    with store.reading() as session:
        tickets = list(session.scalars(select(Ticket)))
        steps = set(session.scalars(select(TicketStep.ticket_id)))
    assert len(tickets) == 21
    assert steps == {ticket.id for ticket in tickets}
    assert counter.look_up(receipt.code, "web-1", "web")


def test_staff_see_some_in_every_state_that_staff_can_bring_about(store: Store) -> None:
    put_demo(store, 60, 1, TODAY)
    rows, more = Desk(store, tuple(Kind)).listed(Filter(everything=True), TODAY)
    assert more
    assert {row.state for row in rows} >= {State.RECEIVED, State.HANDLING, State.ANSWERED}
    assert Desk(store, (Kind.OFFICIAL,)).listed(Filter(state=State.CLOSED), TODAY)[0]


@pytest.mark.usefixtures("config")
def test_at_the_terminal_none_about_officials_is_listed() -> None:
    run = CliRunner().invoke
    assert "không phải phản ánh thật" in run(app, ["seed", "--count", "9"]).output
    listed = run(app, ["list"]).output.strip().splitlines()
    assert 0 < len(listed) <= 6, "three of nine are about officials"
    assert all(NO_DEADLINE in line for line in listed)
