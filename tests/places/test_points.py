"""The city's table of service points: taken over whole, or refused with the line."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.catalogue.errors import RefusedImport
from bot.cli import app
from bot.places import points
from bot.places.points import COLUMNS, install_points, load_points

HEADER = ",".join(COLUMNS)
GOOD = "Điểm thử,00004,Số 1 phố Thử,,8-17 giờ,bảng thử"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(points, "points_path", lambda: tmp_path / "var" / "points.csv")
    return


def table(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "bang.csv"
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return path


def test_an_imported_table_is_in_force_at_once(tmp_path: Path) -> None:
    assert load_points() == ()
    assert install_points(table(tmp_path, GOOD)) == 1
    (point,) = load_points()
    assert (point.address, point.phone, point.hours) == ("Số 1 phố Thử", None, "8-17 giờ")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Điểm,99999,Số 1,,,", "dòng 3: không có phường, xã nào mang mã “99999”"),
        ("Điểm,00004,,,,", "dòng 3: cột address để trống"),
        (",00004,Số 1,,,", "dòng 3: cột name để trống"),
    ],
)
def test_a_wrong_row_leaves_the_table_in_force(tmp_path: Path, row: str, reason: str) -> None:
    install_points(table(tmp_path, GOOD))
    said = CliRunner().invoke(app, ["places", "import", str(table(tmp_path, GOOD, row))])
    assert said.exit_code == 1
    assert reason in said.output
    assert [point.name for point in load_points()] == ["Điểm thử"]


def test_a_missing_column_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bang.csv"
    path.write_text("name,ward_code\n")
    with pytest.raises(RefusedImport, match="thiếu cột address"):
        install_points(path)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "bang.csv"
    path.write_bytes(bytes(range(256)))
    with pytest.raises(RefusedImport, match="UTF-8"):
        install_points(path)
