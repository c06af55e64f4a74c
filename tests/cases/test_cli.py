"""Made-up cases, and one case at the terminal."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.cases.demo import CASES_EACH, made_up
from bot.cases.derive import timing
from bot.cases.model import CaseState
from bot.cases.outcome import OutcomeKind
from bot.cases.registry import Entry
from bot.cases.service import open_cases
from bot.cases.story import SOURCE, UNIT
from bot.cases.tables import CaseLookup, CaseRecord
from bot.catalogue.store import load_catalogue
from bot.settings import Settings
from bot.text.codes import find_case_codes
from tests.cases.conftest import CCCD, CODE, PHONE, a_case, run

TODAY = date(2026, 7, 20)


@pytest.fixture(scope="module")
def made() -> list[Entry]:
    return list(made_up(list(load_catalogue().procedures.values()), 2000, 1, TODAY))


def test_all_are_plainly_made_up(made: list[Entry]) -> None:
    for entry in made:
        assert entry.case.demo
        assert entry.case.code.startswith(f"{UNIT}-")
        assert entry.case.source == SOURCE


def test_all_states_and_all_paces(made: list[Entry]) -> None:
    states = Counter(entry.case.state for entry in made)
    assert set(states) == set(CaseState)
    paces = Counter(timing(entry.case, TODAY).overdue for entry in made)
    assert paces[True] > 50
    assert paces[False] > 500


def test_the_dates_are_in_order(made: list[Entry]) -> None:
    for case in (entry.case for entry in made):
        days = [case.received, case.finished, case.returned]
        known = [day for day in days if day]
        assert known == sorted(known)
        assert max(known, default=TODAY) <= TODAY
        if case.state is CaseState.SUPPLEMENT_ASKED:
            assert case.supplements[-1].what
        if case.state is CaseState.PAYMENT_ASKED:
            assert any(fee.paid is False for fee in case.fees)


def test_their_codes_are_recognised_however_typed(made: list[Entry]) -> None:
    for entry in made[:500]:
        code = entry.case.code
        assert find_case_codes(f"hồ sơ {code.lower()} đâu") == [code]
        assert find_case_codes(f"hồ sơ {code.replace('-', '')} đâu") == [code]


def test_the_same_seed_makes_the_same_cases(made: list[Entry]) -> None:
    procedures = list(load_catalogue().procedures.values())
    assert list(islice(made_up(procedures, 2000, 1, TODAY), 50)) == made[:50]
    assert next(made_up(procedures, 1, 2, TODAY)) != made[0]


def test_seed_prints_cases_that_can_be_tried(own: Settings) -> None:
    said = run("seed", "--count", "30").output
    samples = re.findall(r"(H00-\S+)  điện thoại …(\d{4})  căn cước …(\d{4})", said)
    assert len(samples) == 10
    cases = open_cases(own)
    for code, phone, cccd in samples:
        assert cases.desk.look_up(code, phone, "me", "web").kind is OutcomeKind.FOUND
        assert cases.desk.look_up(code, cccd, "me", "web").kind is OutcomeKind.FOUND
    cases.close()


def test_a_made_up_person_has_several_cases_and_a_number_that_cannot_be_real(
    own: Settings, made: list[Entry]
) -> None:
    of_each = Counter(entry.owner for entry in made)
    assert set(of_each.values()) == {CASES_EACH}
    for entry in made:
        assert entry.owner is not None
        assert entry.owner.startswith("999")  # provinces have 001 to 096
        assert entry.cccd == entry.owner[-4:]
    said = run("seed", "--count", "30").output
    number, codes = re.findall(r"người mẫu số (999\d{9}), .* có (.*)\.", said)[0]
    assert len(codes.split(", ")) == CASES_EACH
    assert number not in "".join(run("show", code).output for code in codes.split(", "))


def test_seeding_again_replaces_made_up_cases_only(own: Settings) -> None:
    run("seed", "--count", "30")
    cases = open_cases(own)
    cases.registry.put([Entry(a_case(), PHONE, CCCD)])
    run("seed", "--count", "20", "--seed", "2")
    with cases.store.reading() as session:
        codes = session.scalars(select(CaseRecord.code)).all()
    cases.close()
    assert len(codes) == 21
    assert CODE in codes


def test_show_says_what_citizens_are_told_and_no_proof(own: Settings) -> None:
    samples = run("seed", "--count", "10").output
    code, phone, cccd = re.findall(r"(H00-\S+-0004)  điện thoại …(\d+)  căn cước …(\d+)", samples)[
        0
    ]
    said = run("show", code.replace("-", "").lower()).output
    assert f"{code} (hồ sơ mẫu, không có thật)" in said
    assert "Yêu cầu bổ sung giấy tờ" in said
    assert f"…{phone}" not in said
    assert f"…{cccd}" not in said
    cases = open_cases(own)
    with cases.store.reading() as session:
        row = session.scalars(select(CaseLookup)).one()
    cases.close()
    assert (row.channel, row.outcome, row.failed) == ("terminal", "found", False)


@pytest.mark.parametrize(
    ("code", "reason"), [(CODE, "Không có hồ sơ"), ("001099012345", "không phải một mã hồ sơ")]
)
def test_show_of_nothing(own: Settings, tmp_path: Path, code: str, reason: str) -> None:
    said = run("show", code)
    assert said.exit_code == 1
    assert reason in said.output
