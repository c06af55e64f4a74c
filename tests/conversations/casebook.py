"""The cases that the conversations of `ho_so.yml` are about, placed around today."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.cases.model import Case, CaseFee, CaseState, Progress, Supplement
from bot.cases.registry import Entry
from bot.cases.service import open_cases
from bot.cases.workdays import after_working_days, working_days
from bot.clock import HANOI, today
from bot.settings import Settings

PHONE, CCCD = "5678", "0123"
UNIT = "Bộ phận một cửa thử nghiệm"


def put(settings: Settings) -> None:
    """Write them into the database of a running line."""
    cases = open_cases(settings)
    cases.registry.put([Entry(case, PHONE, CCCD) for case in casebook(today())])
    cases.close()


def casebook(now: date) -> list[Case]:
    """One case for each journey; the one that nobody has, and the axis's, are not here."""
    soon, late = after_working_days(now, 3), working_days_ago(now, 4)
    asked = now - timedelta(days=2)
    return [
        _case("H26.12-250701-0001", CaseState.PROCESSING, now, due=soon),
        _case("H26.12-250701-0002", CaseState.PROCESSING, now, due=late),
        _case(
            "H26.12-250701-0003",
            CaseState.SUPPLEMENT_ASKED,
            now,
            due=after_working_days(asked, 3),  # the clock stood still since then
            supplements=[Supplement(what="Bản sao giấy chứng sinh bị mờ", asked=asked)],
        ),
        _case(
            "H26.12-250701-0004",
            CaseState.PAYMENT_ASKED,
            now,
            due=soon,
            fees=[CaseFee(name="Lệ phí hộ tịch", dong=25_000, paid=False)],
        ),
        _case("H26.12-250701-0005", CaseState.NOT_RECEIVED, now),
        _case("H26.12-250701-0006", CaseState.DONE, now, due=soon, finished=asked),
        _case("H26.12-250701-0007", CaseState.WITHDRAWAL_ASKED, now),
        _case("H26.12-250701-0009", CaseState.PROCESSING, now, due=soon),  # is locked on the way
        _case("H26.12-250701-0010", CaseState.PROCESSING, now, due=soon),  # of several talks
    ]


def working_days_ago(now: date, count: int) -> date:
    """A day after which exactly `count` working days have passed."""
    day = now
    while working_days(day, now) < count:
        day -= timedelta(days=1)
    return day


def _case(code: str, state: CaseState, now: date, **facts: object) -> Case:
    received = now - timedelta(days=20)
    at = datetime.combine(now - timedelta(days=1), time(8, 30), HANOI)
    usual: dict[str, object] = {
        "procedure": "1.001193",
        "title": "Thủ tục đăng ký khai sinh",
        "received": received,
        "unit": UNIT,
        "progress": [Progress(at=at, unit=UNIT, state=state)],
        "source": "Sổ hồ sơ thử nghiệm",
        "source_time": at,
    }
    return Case.model_validate({"code": code, "state": state} | usual | facts)
