"""Which cases are on the list by which branches are urged."""

from __future__ import annotations

from datetime import date

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from bot.cases.demo import made_up
from bot.cases.derive import timing
from bot.cases.model import Case, CaseState, Supplement
from bot.cases.registry import Entry
from bot.cases.service import Cases
from bot.cases.urgent import UNKNOWN_UNIT, by_agency, count_open, urgent
from bot.catalogue.store import load_catalogue
from bot.settings import ROOT
from bot.store import MIGRATIONS
from tests.cases.conftest import a_case

TODAY = date(2026, 7, 15)  # a Wednesday


def _put(cases: Cases, *some: Case) -> None:
    with cases.store.writing() as session:
        session.execute(text("DELETE FROM case_record"))
    cases.registry.put(Entry(case, None, None) for case in some)


def _code(n: int) -> str:
    return f"H26.12-250701-{n:04d}"


def test_late_and_nearly_due_ones_the_latest_first(cases: Cases) -> None:
    _put(
        cases,
        a_case(_code(1), due=date(2026, 7, 17), unit="Phường A"),
        a_case(_code(2), due=date(2026, 7, 10), unit="Phường A"),
        a_case(_code(3), due=date(2026, 7, 20), unit="Phường A"),
        a_case(_code(4), due=date(2026, 7, 13)),
        a_case(_code(5), due=date(2026, 7, 1), state=CaseState.DONE),
        a_case(_code(6), due=None),
    )
    with cases.store.reading() as session:
        found = urgent(session, TODAY)
        assert count_open(session) == 4
    assert [one.case.code for one in found] == [_code(2), _code(4), _code(1)]
    rows = [(row.unit, row.overdue, row.due_soon, row.latest) for row in by_agency(found)]
    assert rows == [("Phường A", 1, 1, 3), (UNKNOWN_UNIT, 1, 0, 2)]


def test_time_that_the_citizen_took_is_not_the_offices(cases: Cases) -> None:
    given = Supplement(asked=date(2026, 7, 6), given=date(2026, 7, 13))
    _put(cases, a_case(_code(1), due=date(2026, 7, 10), supplements=(given,)))
    with cases.store.reading() as session:
        (one,) = urgent(session, TODAY)
    assert one.timing.due == date(2026, 7, 17)
    assert one.timing.due_soon


def test_a_due_date_that_only_a_supplement_tells_is_found(cases: Cases) -> None:
    moved = Supplement(asked=date(2026, 7, 1), given=date(2026, 7, 2), due_after=date(2026, 7, 9))
    _put(cases, a_case(_code(1), due=None, supplements=(moved,)))
    with cases.store.reading() as session:
        assert [one.case.code for one in urgent(session, TODAY)] == [_code(1)]


def test_reading_only_the_near_ones_misses_none(cases: Cases) -> None:
    procedures = list(load_catalogue(ROOT / "data" / "catalogue").procedures.values())
    entries = list(made_up(procedures, 1500, 7, TODAY))
    _put(cases, *(entry.case for entry in entries))
    wanted = {
        entry.case.code
        for entry in entries
        if entry.case.state not in (CaseState.DONE, CaseState.HANDED_OVER)
        and ((how := timing(entry.case, TODAY)).overdue or how.due_soon)
    }
    with cases.store.reading() as session:
        assert {one.case.code for one in urgent(session, TODAY)} == wanted
    assert len(wanted) > 50


def test_the_upgrade_reads_state_and_due_date_of_cases_that_are_there(cases: Cases) -> None:
    moved = Supplement(asked=date(2026, 7, 1), due_after=date(2026, 7, 9))
    _put(
        cases,
        a_case(_code(1), due=date(2026, 7, 10)),
        a_case(_code(2), due=None, supplements=(moved,)),
        a_case(_code(3), due=None, state=None),
    )
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = cases.store.engine.url.render_as_string(hide_password=False)
    command.downgrade(config, "0006")
    command.upgrade(config, "head")
    query = text("SELECT state, due FROM case_record ORDER BY code")
    with cases.store.reading() as session:
        rows = [(state, str(due)) for state, due in session.execute(query)]
    assert rows == [(4, "2026-07-10"), (4, "2026-07-09"), (None, "None")]
