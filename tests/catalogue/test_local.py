"""Traps 5 and 7: the city's own truth, unknown until the city says it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.catalogue.errors import RefusedImport
from bot.catalogue.install_table import install_table
from bot.catalogue.local import LocalStatus, LocalTruth, load_city_rules, load_local_truth
from bot.catalogue.local_table import read_local_table

HEADER = "code,in_list,service_level,any_point,point,fee_note,time_note,forms\n"


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_is_unknown_by_default(house: Path) -> None:
    assert load_local_truth().status("1.001193") == LocalStatus()
    assert set(LocalStatus().model_dump().values()) == {None, ()}


def test_the_citys_table_is_read(tmp_path: Path) -> None:
    forms = "Tờ khai | https://x.vn/a;Mẫu 2"
    row = f"1.001193,có,chỉ trực tuyến,không,UBND phường,0 đồng,ngay,{forms}\n"
    status = read_local_table(table(tmp_path, HEADER + row))["1.001193"]
    assert (status.in_list, status.service_level, status.any_point) == (True, "online_only", False)
    assert [(f.name, f.url) for f in status.forms] == [
        ("Tờ khai", "https://x.vn/a"),
        ("Mẫu 2", None),
    ]


def test_empty_cells_and_missing_columns_are_unknown(tmp_path: Path) -> None:
    assert read_local_table(table(tmp_path, HEADER + "1.001193,,,,,,,\n")) == {
        "1.001193": LocalStatus()
    }
    assert read_local_table(table(tmp_path, "code,in_list\n1.001193,không\n")) == {
        "1.001193": LocalStatus(in_list=False)
    }


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("code,colour\n1.001193,red\n", "cột lạ: colour"),
        ("name\nx\n", "phải có cột code"),
        ("code,in_list\n1.001193,perhaps\n", "phải là có, không"),
        ("code\n1001193\n", "không đúng dạng"),
        ("code\n1.001193\n1.001193\n", "lần thứ hai"),
        ("code,service_level\n1.001193,maybe\n", "service_level"),
    ],
)
def test_wrong_tables_are_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(RefusedImport) as error:
        read_local_table(table(tmp_path, text))
    assert reason in " ".join([error.value.reason, *map(str, error.value.problems)])


def test_wrong_table_names_its_line(tmp_path: Path) -> None:
    with pytest.raises(RefusedImport) as error:
        read_local_table(table(tmp_path, "code\n1.001193\nx\n"))
    assert [p.line for p in error.value.problems] == [3]


def test_a_table_comes_into_force_and_a_wrong_one_does_not(house: Path, tmp_path: Path) -> None:
    known = {"1.001193"}
    assert install_table(table(tmp_path, "code,in_list\n1.001193,có\n"), known) == 1
    assert load_local_truth().status("1.001193").in_list is True
    with pytest.raises(RefusedImport):
        install_table(table(tmp_path, "code,in_list\n1.001193,?\n"), known)
    assert load_local_truth().status("1.001193").in_list is True


def test_a_second_table_is_seen_by_those_who_read_the_first(house: Path, tmp_path: Path) -> None:
    for said, expected in (("có", True), ("không", False)):
        install_table(table(tmp_path, f"code,in_list\n1.001193,{said}\n"), {"1.001193"})
        assert load_local_truth().status("1.001193").in_list is expected


def test_table_of_unknown_codes_is_refused(house: Path, tmp_path: Path) -> None:
    with pytest.raises(RefusedImport):
        install_table(table(tmp_path, "code\n9.999999\n"), {"1.001193"})
    assert load_local_truth() == LocalTruth()


def test_city_rules_have_source_and_date() -> None:
    rules = load_city_rules()
    assert rules.online_fees.resolution == "77/2025/NQ-HĐND"
    assert rules.online_fees.start == date(2026, 1, 1)
    assert rules.asof >= date(2026, 7, 15)
