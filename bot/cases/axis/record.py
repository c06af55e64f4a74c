"""A record of the axis as a `Case`: names, notes and remarks of people are left out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.cases.axis.config import AxisConfig
from bot.cases.axis.errors import Malformed, WrongCase
from bot.cases.model import Case, CaseFee, CaseState, Progress, Supplement
from bot.cases.values import day, dong, moment, procedure, words
from bot.text.codes import find_case_codes

Fields = Mapping[str, Any]


def pick(body: Fields, code: str, name: str) -> Fields | None:
    """The record with this code; None when the axis says that it has none.

    Raises:
        Malformed: there is no list of records.
        WrongCase: there are records, but of other cases.
    """
    records: object = body.get("result")
    if not isinstance(records, list) or not all(isinstance(one, dict) for one in records):
        raise Malformed(f"{name}: no list of cases")
    fitting: list[Fields] = [
        one for one in records if find_case_codes(words(one.get("MaHoSo")) or "") == [code]
    ]
    if records and not fitting:
        raise WrongCase(f"{name}: another case than the one asked for")
    return fitting[0] if fitting else None


def read_case(
    record: Fields, code: str, config: AxisConfig, *, body: Fields, sent: datetime | None
) -> Case:
    """The case; what the record lacks, or has in a form that cannot be read, is None."""
    stamp = config.stamp and (moment(record.get(config.stamp)) or moment(body.get(config.stamp)))
    return Case(
        code=code,
        procedure=procedure(record.get("MaTTHC")),
        title=words(record.get("TenTTHC")),
        state=_state(record.get("TrangThaiHoSo"), config),
        received=day(record.get("NgayTiepNhan")),
        due=day(record.get("NgayHenTra")),
        finished=day(record.get("NgayKetThucXuLy")),
        returned=day(record.get("NgayTra")),
        unit=words(record.get("DonViXuLy")),
        progress=tuple(_progress(row, config) for row in _rows(record, config.progress)),
        supplements=tuple(_supplement(row) for row in _rows(record, "DanhSachHoSoBoSung")),
        fees=tuple(_fee(row) for row in _rows(record, "DanhSachLePhi")),
        source=config.name,
        source_time=stamp or sent,
    )


def _rows(record: Fields, field: str | None) -> list[Fields]:
    rows = record.get(field) if field else None
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _state(value: object, config: AxisConfig) -> CaseState | None:
    return config.states.get(words(value) or "")


def _supplement(row: Fields) -> Supplement:
    return Supplement(
        what=words(row.get("NoiDungBoSung")),
        asked=day(row.get("NgayBoSung")),
        given=day(row.get("NgayTiepNhanBoSung")),
        due_before=day(row.get("NgayHenTraTruoc")),
        due_after=day(row.get("NgayHenTraMoi")),
    )


def _fee(row: Fields) -> CaseFee:
    return CaseFee(name=words(row.get("TenPhiLePhi")), dong=dong(row.get("Gia")))


def _progress(row: Fields, config: AxisConfig) -> Progress:
    return Progress(
        at=moment(row.get("ThoiDiemXuLy")),
        unit=words(row.get("PhongBanXuLy")),
        state=_state(row.get("TrangThai"), config),
    )
