"""Records of the axis: everything that can be read surely, nothing of persons, no guesses."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cases.axis.config import AxisConfig
from bot.cases.axis.record import read_case
from bot.cases.model import Case, CaseFee, CaseState, Progress, Supplement
from bot.cases.values import day, dong, moment
from bot.clock import HANOI
from tests.cases.axis.fake_axis import CODE, RECORD

SENT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
CONFIG = AxisConfig.model_validate(
    {
        "kind": "axis",
        "name": "Trục liên thông thử",
        "url": "http://127.0.0.1/adapter",
        "unit": "000.00.00.H26",
        "stamp": "CapNhatLuc",
        "progress": "TienTrinh",
    }
)


def read(config: AxisConfig = CONFIG, **fields: Any) -> Case:
    record = RECORD | fields
    return read_case(record, CODE, config, body={"result": [record]}, sent=SENT)


def test_a_whole_record() -> None:
    assert read() == Case(
        code=CODE,
        procedure="2.001194",
        title="Cấp hộ chiếu phổ thông",
        state=CaseState.SUPPLEMENT_ASKED,
        received=date(2025, 12, 25),
        due=date(2026, 1, 6),
        unit="Cục Quản lý xuất nhập cảnh",
        supplements=(
            Supplement(
                what="Ảnh chân dung nền trắng, gọi [phone] nếu cần",
                asked=date(2025, 12, 29),
                due_before=date(2026, 1, 6),
            ),
        ),
        fees=(CaseFee(name="Lệ phí hộ chiếu", dong=200_000),),
        progress=(
            Progress(
                at=datetime(2025, 12, 25, 8, 45, tzinfo=HANOI),
                unit="Bộ phận một cửa",
                state=CaseState.RECEIVED,
            ),
        ),
        source="Trục liên thông thử",
        source_time=datetime(2025, 12, 29, 10, 15, tzinfo=HANOI),
    )


def test_nothing_of_persons_comes_through() -> None:
    kept = read().model_dump_json()
    for personal in ("Nguyễn", "An", "0912", "example.vn", "Bình"):
        assert personal not in kept


def test_the_long_form_of_a_procedure_code_is_the_same_procedure() -> None:
    assert read(MaTTHC="2.001194.000.00.00.H26").procedure == "2.001194"
    assert read(MaTTHC="TT-ĐP-17").procedure == "TT-ĐP-17"


def test_a_record_with_only_its_code() -> None:
    case = read_case({"MaHoSo": CODE}, CODE, CONFIG, body={}, sent=None)
    assert case == Case(code=CODE, source="Trục liên thông thử")


def test_without_a_stamp_the_time_of_the_answer_counts() -> None:
    assert read(CapNhatLuc=None).source_time == SENT


def test_a_local_list_of_states_is_mapped_and_a_strange_state_is_unknown() -> None:
    longer = CONFIG.model_copy(update={"states": {"12": CaseState.PAYMENT_ASKED}})
    assert read(longer, TrangThaiHoSo="12").state is CaseState.PAYMENT_ASKED
    assert read(longer, TrangThaiHoSo=12).state is CaseState.PAYMENT_ASKED
    assert read(longer, TrangThaiHoSo="5").state is None
    assert read(TrangThaiHoSo="0").state is None


@pytest.mark.parametrize(
    ("said", "read_as"),
    [
        ("20260721", date(2026, 7, 21)),
        (20260721103000, date(2026, 7, 21)),
        ("21/07/2026 10:30", date(2026, 7, 21)),
        ("2026-07-21T10:30:00", date(2026, 7, 21)),
        ("2026-07-20T20:00:00Z", date(2026, 7, 21)),  # in Hanoi
        ("202607", None),
        ("2026721", None),
        ("7/21/2026", None),
        ("31/02/2026", None),
        ("1784600000", None),
        ("0001-01-01T00:00:00", None),  # "no date", as some systems write it
        ("0001-01-01T00:00:00+14:00", None),
        ("99991231", None),
        ("9999-12-31T23:59:59-14:00", None),
        ("sớm thôi", None),
        (True, None),
        ({"ngày": 21}, None),
    ],
)
def test_days_are_read_surely_or_not_at_all(said: object, read_as: date | None) -> None:
    assert day(said) == read_as


@pytest.mark.parametrize(
    ("said", "read_as"),
    [
        ("200000", 200_000), ("200.000", 200_000), ("1,200,000 đồng", 1_200_000), (0, 0),
        ("200.00", None), ("1.200,000", None), ("-5", None), ("miễn phí", None), (2.5, None),
    ],
)  # fmt: skip
def test_amounts_are_read_surely_or_not_at_all(said: object, read_as: int | None) -> None:
    assert dong(said) == read_as


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
ROWS = st.lists(
    st.dictionaries(st.sampled_from(["NoiDungBoSung", "NgayBoSung", "Gia", "TrangThai"]), ANYTHING)
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on a busy machine
@given(st.dictionaries(st.sampled_from(sorted(RECORD)), ANYTHING | ROWS))
def test_no_record_breaks_the_reading(record: dict[str, Any]) -> None:
    case = read_case(record, CODE, CONFIG, body=record, sent=None)
    assert case.code == CODE


@given(st.datetimes(datetime(2015, 1, 1), datetime(2049, 12, 31)))
def test_times_are_read_back_as_they_were_written(at: datetime) -> None:
    at = at.replace(microsecond=0, tzinfo=HANOI)
    for form in ("%Y%m%d%H%M%S", "%d/%m/%Y %H:%M:%S"):
        assert moment(f"{at:{form}}") == at
