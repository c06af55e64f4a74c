"""What is said about a place: no address that nobody supplied."""

from pathlib import Path

import pytest

from bot.places.points import COLUMNS, load_points
from bot.places.reply import place
from bot.places.wards import find_ward

HEADER = ",".join(COLUMNS)


def test_a_ward_without_known_address_gives_the_hotline() -> None:
    reply = place(find_ward("phường Yên Hòa"))
    assert reply.text.startswith("Phường Yên Hòa có điểm phục vụ hành chính công")
    assert "Chưa có địa chỉ" in reply.text
    assert "19001009" in reply.text
    assert reply.payload["type"] == "place"
    assert reply.payload["points"] == []


def test_a_split_former_ward_is_asked_back() -> None:
    reply = place(find_ward("phường Trung Hòa cũ"))
    assert "1. Phường Yên Hòa" in reply.text
    assert [button["text"] for button in reply.payload["quick_replies"]] == [
        "Phường Yên Hòa",
        "Phường Thanh Xuân",
        "Phường Đại Mỗ",
    ]


def test_no_ward_asks_for_one() -> None:
    assert place([]).text.startswith("Anh/chị ở phường, xã nào?")


def test_an_imported_address_is_told(tmp_path: Path) -> None:
    file = tmp_path / "points.csv"
    ward = find_ward("phường Yên Hòa")[0]
    file.write_text(f"{HEADER}\nĐiểm thử,{ward.code},Số 1 phố Thử,,8-17 giờ,bảng thử\n")
    reply = place([ward], load_points(file))
    assert "Điểm thử: Số 1 phố Thử; 8-17 giờ" in reply.text
    assert reply.payload["points"][0]["phone"] is None


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Điểm,99999,Số 1,,,", "line 2: unknown ward_code"),
        ("Điểm,00004,,,,", "line 2: address is empty"),
        (",00004,Số 1,,,", "line 2: name is empty"),
    ],
)
def test_a_wrong_row_is_refused_with_its_line(tmp_path: Path, row: str, reason: str) -> None:
    file = tmp_path / "points.csv"
    file.write_text(f"{HEADER}\n{row}\n")
    with pytest.raises(ValueError, match=reason):
        load_points(file)


def test_a_missing_column_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "points.csv"
    file.write_text("name,ward_code\n")
    with pytest.raises(ValueError, match="missing columns address"):
        load_points(file)


def test_no_file_is_no_points(tmp_path: Path) -> None:
    assert load_points(tmp_path / "none.csv") == ()
