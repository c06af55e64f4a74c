"""A hand-over in every order, and under those who want it at the same moment."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Barrier

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import func, select

from bot.care.handover import Act, State, Why, ask, held_by, move, open_of, take, with_person
from bot.care.tables import HandOver
from bot.settings import Settings
from bot.store import Store, migrate

LAN = "web-lan"
ADVISERS = (1, 2, 3)
advisers = st.sampled_from(ADVISERS)


class Desk(RuleBasedStateMachine):
    """One conversation, three advisers, every act in every order, beside a plain memory of it."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        url = f"sqlite:///{Path(self._folder.name) / 'desk.db'}"
        migrate(url)
        self.store = Store(url)

    @initialize(there=st.booleans())
    def begin(self, there: bool) -> None:
        self.rows = 1
        self.state = "queued" if there else "asked"
        self.adviser: int | None = None
        with self.store.writing() as session:
            self.id = ask(session, LAN, there=there).id

    @rule(there=st.booleans())
    def citizen_asks(self, there: bool) -> None:
        with self.store.writing() as session:
            found = ask(session, LAN, there=there)
            number, state = found.id, found.state
        if self.state in {"given_back", "closed"}:
            self.rows += 1
            self.id, self.state = number, "queued" if there else "asked"
        elif self.state == "asked" and there:
            self.state = "queued"
        assert (number, state) == (self.id, self.state)

    @rule(adviser=advisers)
    def adviser_takes(self, adviser: int) -> None:
        if self._done(lambda s: take(s, self.id, adviser, "Lan"), self.state == "queued"):
            self.state, self.adviser = "taken", adviser

    @rule(adviser=advisers)
    def adviser_puts_back(self, adviser: int) -> None:
        mine = self.state == "taken" and self.adviser == adviser
        if self._done(lambda s: move(s, self.id, Act.PUT_BACK, held_by(adviser)), mine):
            self.state = "queued"

    @rule(adviser=advisers)
    def adviser_gives_back(self, adviser: int) -> None:
        mine = self.state == "taken" and self.adviser == adviser
        if self._done(
            lambda s: move(s, self.id, Act.GIVE_BACK, held_by(adviser), why=Why.ADVISER), mine
        ):
            self.state = "given_back"

    @rule()
    def citizen_gives_back(self) -> None:
        taken = self.state == "taken"
        if self._done(lambda s: move(s, self.id, Act.GIVE_BACK, why=Why.CITIZEN), taken):
            self.state = "given_back"

    @rule()
    def desk_closes_for_the_day(self) -> None:
        if self._done(lambda s: move(s, self.id, Act.PUT_OFF), self.state == "queued"):
            self.state = "asked"

    @rule(why=st.sampled_from(Why))
    def somebody_closes(self, why: Why) -> None:
        still = self.state in {"asked", "queued", "taken"}
        if self._done(lambda s: move(s, self.id, Act.CLOSE, why=why), still):
            self.state = "closed"

    def _done(self, act, expected: bool) -> bool:  # type: ignore[no-untyped-def]
        with self.store.writing() as session:
            done = bool(act(session))
        assert done is expected
        return done

    @invariant()
    def the_row_says_the_same(self) -> None:
        if not hasattr(self, "id"):
            return
        with self.store.reading() as session:
            row = session.get_one(HandOver, self.id)
            ended = self.state in {"given_back", "closed"}
            assert row.state == self.state
            assert (row.ended_at is not None) == ended
            assert (row.queued_at is None) <= (row.state in {"asked", "closed"})
            assert (row.shown is not None) == (self.state == "taken")
            assert (open_of(session, LAN) is None) == ended
            assert with_person(session, LAN) == (self.state == "taken")
            if self.state == "taken":
                assert row.adviser == self.adviser
            assert session.scalar(select(func.count(HandOver.id))) == self.rows

    def teardown(self) -> None:
        self.store.close()
        self._folder.cleanup()


Desk.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestEveryOrder = Desk.TestCase


@pytest.mark.parametrize("act", list(Act))
def test_nothing_happens_to_what_has_ended(store: Store, act: Act) -> None:
    with store.writing() as session:
        handover = ask(session, LAN, there=True).id
        assert move(session, handover, Act.CLOSE, why=Why.CITIZEN)
    with store.writing() as session:
        assert not move(session, handover, act)
    with store.reading() as session:
        row = session.get_one(HandOver, handover)
        assert (row.state, row.why) == (State.CLOSED, Why.CITIZEN)


def test_who_is_put_back_keeps_the_place_and_the_first_taking(store: Store) -> None:
    with store.writing() as session:
        handover = ask(session, LAN, there=True).id
        take(session, handover, 1, "Lan")
    with store.reading() as session:
        before = session.get_one(HandOver, handover)
    with store.writing() as session:
        assert move(session, handover, Act.PUT_BACK, held_by(1))
        assert take(session, handover, 2, "Minh")
    with store.reading() as session:
        after = session.get_one(HandOver, handover)
    assert (after.queued_at, after.taken_at) == (before.queued_at, before.taken_at)
    assert (after.adviser, after.shown) == (2, "Minh")


def test_of_eight_clicks_at_once_one_takes_it(store: Store) -> None:
    with store.writing() as session:
        handover = ask(session, LAN, there=True).id
    together = Barrier(8)

    def click(adviser: int) -> bool:
        together.wait()
        with store.writing() as session:
            return take(session, handover, adviser, f"Cán bộ {adviser}")

    with ThreadPoolExecutor(8) as pool:
        wins = list(pool.map(click, range(8)))
    assert wins.count(True) == 1
    with store.reading() as session:
        assert session.get_one(HandOver, handover).adviser == wins.index(True)


def test_of_eight_wishes_at_once_one_is_written_down(store: Store) -> None:
    together = Barrier(8)

    def wish(_: int) -> int:
        together.wait()
        with store.writing() as session:
            return ask(session, LAN, there=True).id

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(wish, range(8)))) == 1


def takes_all(address: str, adviser: int, handovers: list[int]) -> list[int]:
    """What one process gets."""
    store = Store(address)
    won = []
    for handover in handovers:
        with store.writing() as session:
            if take(session, handover, adviser, "Lan"):
                won.append(handover)
    store.close()
    return won


def test_two_processes_never_take_the_same(config: Settings, store: Store) -> None:
    with store.writing() as session:
        waiting = [ask(session, f"web-{n}", there=True).id for n in range(40)]
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        jobs = [
            pool.submit(takes_all, config.database, 1, waiting),
            pool.submit(takes_all, config.database, 2, waiting[::-1]),
        ]
        one, other = (job.result(timeout=60) for job in jobs)
    assert sorted(one + other) == waiting
