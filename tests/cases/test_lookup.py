"""Looking up: the right proof shows the case, everything else tells nothing."""

from __future__ import annotations

from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest
import time_machine
from sqlalchemy import event, select

from bot.cases.model import Case
from bot.cases.outcome import REFUSED, OutcomeKind
from bot.cases.registry import Entry
from bot.cases.service import Cases, open_cases
from bot.cases.tables import CaseLookup
from bot.keyed import Keyed
from bot.settings import Settings
from bot.store import migrate, now
from tests.cases.conftest import CCCD, CODE, PHONE, a_case

NOBODYS = "H26.12-250701-0002"


@pytest.mark.parametrize("proof", [PHONE, CCCD])
def test_the_right_proof_shows_the_case(cases: Cases, proof: str) -> None:
    outcome = cases.desk.look_up(CODE, proof, "session", "web")
    assert outcome.kind is OutcomeKind.FOUND
    assert outcome.case == a_case()


@pytest.mark.parametrize("proof", ["0000", "", "56789", "n/a", "0912345678"])
def test_unknown_code_and_wrong_proof_are_one_answer(cases: Cases, proof: str) -> None:
    assert cases.desk.look_up(CODE, proof, "one", "web") is REFUSED
    assert cases.desk.look_up(NOBODYS, proof, "two", "web") is REFUSED


def test_they_cost_the_same_steps(cases: Cases, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    digest = Keyed.digest

    def counted(self: Keyed, purpose: str, value: str) -> str:
        steps.append(purpose)
        return digest(self, purpose, value)

    monkeypatch.setattr(Keyed, "digest", counted)
    event.listen(cases.store.engine, "before_cursor_execute", lambda *said: steps.append(said[2]))
    done = []
    for code in (NOBODYS, CODE):
        steps.clear()
        cases.desk.look_up(code, "0000", f"caller of {code}", "web")
        done.append(list(steps))
    assert done[0] == done[1]
    assert done[0].count("case-proof") == 1


def test_every_look_up_is_recorded_without_code_caller_or_digits(cases: Cases) -> None:
    cases.desk.look_up(CODE, "0000", "0912345678", "voice")
    cases.desk.look_up(CODE, PHONE, "0912345678", "voice")
    with cases.store.reading() as session:
        rows = session.scalars(select(CaseLookup).order_by(CaseLookup.id)).all()
    assert [(row.channel, row.outcome, row.failed) for row in rows] == [
        ("voice", "refused", True),
        ("voice", "found", False),
    ]
    written = " ".join(str(vars(row)) for row in rows)
    assert CODE not in written
    assert "0912345678" not in written
    assert rows[0].caller == rows[1].caller != rows[0].code


@pytest.mark.parametrize("code", [CODE, NOBODYS])
def test_a_code_is_locked_alike_whether_it_exists_or_not(cases: Cases, code: str) -> None:
    for n in range(5):
        assert cases.desk.look_up(code, "0000", f"caller {n}", "web") is REFUSED
    locked = cases.desk.look_up(code, PHONE, "another", "web")
    assert locked.kind is OutcomeKind.LOCKED
    assert locked.case is None
    assert locked.until is not None
    assert timedelta(minutes=59) < locked.until - now() <= timedelta(hours=1)


def test_a_caller_is_locked_out_of_all_cases(cases: Cases) -> None:
    for n in range(10):
        assert cases.desk.look_up(f"H26.12-250702-{n:04d}", "0000", "guesser", "web") is REFUSED
    assert cases.desk.look_up(CODE, PHONE, "guesser", "web").kind is OutcomeKind.LOCKED
    assert cases.desk.look_up(CODE, PHONE, "owner", "web").kind is OutcomeKind.FOUND


def test_right_proofs_are_never_counted(cases: Cases) -> None:
    for _ in range(12):
        assert cases.desk.look_up(CODE, PHONE, "owner", "web").kind is OutcomeKind.FOUND


def test_the_window_slides_and_waiting_helps(cases: Cases) -> None:
    with time_machine.travel(now(), tick=False) as clock:
        for n in range(5):
            cases.desk.look_up(CODE, "0000", f"caller {n}", "web")
            clock.shift(timedelta(minutes=10))
        # asking while locked out does not make it longer
        assert cases.desk.look_up(CODE, PHONE, "owner", "web").kind is OutcomeKind.LOCKED
        clock.shift(timedelta(minutes=10, seconds=1))  # the first failure is an hour old
        assert cases.desk.look_up(CODE, PHONE, "owner", "web").kind is OutcomeKind.FOUND


def test_the_longer_window_counts_too(cases: Cases) -> None:
    with time_machine.travel(now(), tick=False) as clock:
        for n in range(10):
            assert cases.desk.look_up(CODE, "0000", f"caller {n}", "web") is REFUSED
            clock.shift(timedelta(hours=1))
        assert cases.desk.look_up(CODE, PHONE, "owner", "web").kind is OutcomeKind.LOCKED


def test_a_restart_does_not_unlock(cases: Cases, settings: Settings) -> None:
    for n in range(5):
        cases.desk.look_up(CODE, "0000", f"caller {n}", "web")
    again = open_cases(settings)
    assert again.desk.look_up(CODE, PHONE, "owner", "web").kind is OutcomeKind.LOCKED
    again.close()


def _guess(settings: Settings, process: int) -> int:
    """How many of ten guesses at one code were let through."""
    cases = open_cases(settings)
    said = [cases.desk.look_up(CODE, "0000", f"{process}-{n}", "web") for n in range(10)]
    cases.close()
    return sum(outcome is REFUSED for outcome in said)


def test_several_processes_have_one_lock_out(cases: Cases, settings: Settings) -> None:
    with get_context("spawn").Pool(3) as pool:
        let_through = pool.starmap(_guess, [(settings, process) for process in range(3)])
    assert sum(let_through) == 5


def test_a_glance_shows_state_and_due_date_and_nothing_else(cases: Cases) -> None:
    outcome = cases.desk.glance(CODE, "session", "web")
    assert outcome.kind is OutcomeKind.FOUND
    whole = a_case()
    assert outcome.case == Case(
        code=CODE,
        state=whole.state,
        due=whole.due,
        source=whole.source,
        source_time=whole.source_time,
    )


def test_codes_cannot_be_gone_through_by_glancing(cases: Cases) -> None:
    for n in range(10):
        assert cases.desk.glance(f"H26.12-250702-{n:04d}", "guesser", "web").case is None
    assert cases.desk.glance(CODE, "guesser", "web").kind is OutcomeKind.LOCKED
    assert cases.desk.look_up(CODE, PHONE, "guesser", "web").kind is OutcomeKind.LOCKED
    assert cases.desk.glance(CODE, "owner", "web").kind is OutcomeKind.FOUND


def test_glances_are_recorded_and_found_ones_never_counted(cases: Cases) -> None:
    for _ in range(12):
        assert cases.desk.glance(CODE, "owner", "web").kind is OutcomeKind.FOUND
    with cases.store.reading() as session:
        outcomes = session.scalars(select(CaseLookup.outcome)).all()
    assert set(outcomes) == {"glanced"}


def test_a_database_that_is_gone_tells_nothing(cases: Cases, tmp_path: Path) -> None:
    with cases.store.engine.begin() as connection:
        CaseLookup.__table__.drop(connection)
    assert cases.desk.look_up(CODE, PHONE, "owner", "web").kind is OutcomeKind.SOURCE_DOWN


def test_ten_thousand_codes_from_many_sessions_teach_nothing(tmp_path: Path) -> None:
    """200 sessions with 50 codes each, every tenth code a real one: ten tries, then no more."""
    settings = Settings(var_dir=tmp_path)
    migrate(settings.database)
    cases = open_cases(settings)
    codes = [f"H26.12-250701-{n:04d}" for n in range(10_000)]
    cases.registry.put(Entry(a_case(code), PHONE, CCCD) for code in codes[::10])
    said = [
        cases.desk.look_up(code, "0000", f"session {n % 200}", "web")
        for n, code in enumerate(codes)
    ]
    cases.close()
    assert all(outcome is REFUSED for outcome in said[:2000])
    assert all(outcome.kind is OutcomeKind.LOCKED for outcome in said[2000:])
