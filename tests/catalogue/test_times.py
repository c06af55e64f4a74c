"""Trap 2: a number that has lost its unit is no time limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.catalogue.derive.raw import RawChannel
from bot.catalogue.derive.time import derive_time
from bot.catalogue.model import ChannelKind, Procedure, TimeKind, TimeLimit, TimeUnit
from bot.catalogue.store import Catalogue
from tests.catalogue.conftest import channel


def derive(time: str, note: str = "", steps: str = "") -> TimeLimit:
    return derive_time(RawChannel(ChannelKind.COUNTER, time, (), note), steps)


def test_birth_registration_has_no_time_limit_of_one(get: Callable[[str], Procedure]) -> None:
    time = channel(get("1.001193"), ChannelKind.COUNTER).time
    assert (time.kind, time.value, time.unit) == (TimeKind.UNKNOWN, None, None)
    assert time.reason == "nguồn ghi số 1, không có đơn vị"


def test_unit_is_read_from_the_steps(get: Callable[[str], Procedure]) -> None:
    time = channel(get("2.002029"), ChannelKind.ONLINE).time
    assert (time.value, time.unit) == (1, TimeUnit.WORKING_DAY)
    assert "các bước" in time.reason


def test_steps_with_another_number_do_not_help(get: Callable[[str], Procedure]) -> None:
    """2.002045: the field says 1, the steps say three working days."""
    assert channel(get("2.002045"), ChannelKind.ONLINE).time.kind is TimeKind.UNKNOWN


def test_case_by_case_is_said_to_depend(get: Callable[[str], Procedure]) -> None:
    assert get("1.008923").channels[0].time.kind is TimeKind.DEPENDS


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5 ngày làm việc", 5, TimeUnit.WORKING_DAY),
        ("30 ngày", 30, TimeUnit.DAY),
        ("8 giờ", 8, TimeUnit.HOUR),
        ("6 tháng", 6, TimeUnit.MONTH),
        ("11 ngày làm việc kể từ ngày nhận được hồ sơ hợp lệ", 11, TimeUnit.WORKING_DAY),
    ],
)
def test_written_limits(text: str, value: int, unit: TimeUnit) -> None:
    time = derive(text)
    assert (time.kind, time.value, time.unit) == (TimeKind.KNOWN, value, unit)


def test_note_supplies_a_missing_limit_only_when_it_counts_from_the_receipt() -> None:
    note = "05 ngày làm việc kể từ ngày nhận được hồ sơ đầy đủ"
    assert derive("", note).value == 5
    assert derive("", "Thông báo trước 30 ngày").kind is TimeKind.UNKNOWN
    other = "Cấp ngay. Nếu bị cấm, trong thời hạn 02 ngày làm việc, kể từ ngày cấp Giấy biên nhận"
    assert derive("", other).kind is TimeKind.UNKNOWN


def test_note_with_several_limits_depends() -> None:
    note = "Trường hợp cấp mới: 08 ngày làm việc; trường hợp cấp lại: 05 ngày làm việc"
    assert derive("1", note).kind is TimeKind.DEPENDS


def test_dates_and_numbers_of_laws_are_no_durations() -> None:
    assert derive("", "theo Nghị định số 12/2025/NĐ-CP ngày 5 tháng 6 năm 2025").value is None


def test_zero_is_unknown() -> None:
    assert derive("0").kind is TimeKind.UNKNOWN


def test_no_bare_number_anywhere(catalogue: Catalogue) -> None:
    rows = [c.time for p in catalogue.procedures.values() for c in p.channels]
    assert len(rows) > 7000
    for time in rows:
        known = time.kind is TimeKind.KNOWN
        assert (time.value is not None) == (time.unit is not None) == known
        assert time.reason
