"""A person who is signed in: their own cases, newest first, and nobody else's."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, select

from bot.cases.lookup import MOST_LISTED
from bot.cases.outcome import OutcomeKind
from bot.cases.proofs import Proofs
from bot.cases.registry import Entry
from bot.cases.service import Cases
from bot.cases.tables import CaseLookup, CaseRecord
from bot.keyed import Keyed, load_key
from bot.settings import Settings
from tests.cases.conftest import CODE, a_case

AN, BINH = "999000000017", "999000000025"  # no province has 999


@pytest.fixture
def proofs(cases: Cases, settings: Settings) -> Proofs:
    return Proofs(Keyed(load_key(settings.secret_key, settings.var_dir)))


def theirs(number: str, *codes: str) -> list[Entry]:
    return [Entry(a_case(code), "5678", number[-4:], number) for code in codes]


def test_own_cases_newest_first_and_nobody_elses(cases: Cases, proofs: Proofs) -> None:
    cases.registry.put(theirs(AN, "H26-250630-0009", "H26-20260105-0000001", "H26-251231-0002"))
    cases.registry.put(theirs(BINH, "H26-260201-0001"))
    listed = cases.desk.of_person(proofs.owner(AN), "session", "web")
    assert listed is not None
    assert [case.code for case in listed.cases] == [
        "H26-20260105-0000001",
        "H26-251231-0002",
        "H26-250630-0009",
    ]
    assert not listed.more
    assert listed.case("H26-251231-0002") == listed.cases[1]
    assert listed.case("H26-260201-0001") is None


def test_a_case_without_a_whole_number_is_on_no_list(cases: Cases, proofs: Proofs) -> None:
    for person in (proofs.owner("0123"), proofs.owner(""), "", "0123"):
        listed = cases.desk.of_person(person, "session", "web")
        assert listed is not None
        assert listed.cases == ()


def test_the_newest_are_told_and_that_there_are_more(cases: Cases, proofs: Proofs) -> None:
    codes = [f"H26-26010{n % 9 + 1}-{n:04d}" for n in range(MOST_LISTED + 1)]
    cases.registry.put(theirs(AN, *codes))
    listed = cases.desk.of_person(proofs.owner(AN), "session", "web")
    assert listed is not None
    assert len(listed.cases) == MOST_LISTED
    assert listed.more


def test_importing_a_case_again_may_change_whose_it_is(cases: Cases, proofs: Proofs) -> None:
    cases.registry.put(theirs(AN, CODE))
    cases.registry.put(theirs(BINH, CODE))
    of = {who: cases.registry.of_owner(proofs.owner(who), 10) for who in (AN, BINH)}
    assert [len(of[AN]), len(of[BINH])] == [0, 1]


def test_every_list_is_recorded_without_the_person(cases: Cases, proofs: Proofs) -> None:
    cases.registry.put(theirs(AN, "H26-260105-0001"))
    cases.desk.of_person(proofs.owner(AN), "session of An", "app")
    with cases.store.reading() as session:
        (row,) = session.scalars(select(CaseLookup)).all()
    assert (row.channel, row.outcome, row.failed) == ("app", "listed", False)
    written = str(vars(row))
    assert not any(word in written for word in (AN, proofs.owner(AN), "session of An", "0001"))


def test_the_owner_sees_a_case_whose_code_others_have_locked(cases: Cases, proofs: Proofs) -> None:
    cases.registry.put(theirs(AN, "H26-260105-0001"))
    for n in range(5):
        cases.desk.look_up("H26-260105-0001", "0000", f"guesser {n}", "web")
    locked = cases.desk.look_up("H26-260105-0001", "5678", "owner", "web")
    assert locked.kind is OutcomeKind.LOCKED
    listed = cases.desk.of_person(proofs.owner(AN), "owner", "web")
    assert listed is not None
    assert len(listed.cases) == 1


def test_what_cannot_be_written_down_or_read_is_not_told(cases: Cases, proofs: Proofs) -> None:
    row = {"code": "H26-260105-0001", "demo": False, "record": "{}", "owner": proofs.owner(AN)}
    with cases.store.writing() as session:
        session.execute(insert(CaseRecord), row)
    assert cases.desk.of_person(proofs.owner(AN), "session", "web") is None  # no whole record
    with cases.store.engine.begin() as connection:
        CaseLookup.__table__.drop(connection)
    assert cases.desk.of_person(proofs.owner(BINH), "session", "web") is None
