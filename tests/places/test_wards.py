"""New and former names of wards, as people write them."""

import pytest

from bot.places.wards import find_ward, load_wards


def names(text: str) -> list[str]:
    return [ward.name for ward in find_ward(text)]


def test_hanoi_has_51_wards_and_75_communes() -> None:
    kinds = [ward.kind for ward in load_wards()]
    assert (kinds.count("phường"), kinds.count("xã")) == (51, 75)


@pytest.mark.parametrize(
    ("text", "ward"),
    [
        ("nộp ở phường Yên Hòa", "Phường Yên Hòa"),
        ("tôi ở phường Yên Hoà", "Phường Yên Hòa"),
        ("o phuong yen hoa thi nop dau", "Phường Yên Hòa"),
        ("xã Ô Diên", "Xã Ô Diên"),
        ("phường Láng", "Phường Láng"),
        ("Văn Miếu - Quốc Tử Giám", "Phường Văn Miếu - Quốc Tử Giám"),
        ("thị trấn Liên Quan cũ", "Xã Thạch Thất"),
        ("xã Sơn Đồng", "Xã Sơn Đồng"),
    ],
)
def test_one_ward(text: str, ward: str) -> None:
    assert names(text) == [ward]


def test_every_name_of_today_finds_its_ward_with_and_without_marks() -> None:
    from bot.text.fold import fold

    for ward in load_wards():
        assert find_ward(f"tôi ở {ward.name}") == [ward]
        assert ward in find_ward(fold(ward.name))


def test_every_former_name_finds_the_wards_that_took_its_land() -> None:
    for ward in load_wards():
        for former in ward.former:
            assert ward in find_ward(f"{former} cũ"), former


def test_a_split_former_ward_gives_all_its_heirs() -> None:
    assert names("phường Trung Hòa cũ") == [
        "Phường Yên Hòa",
        "Phường Thanh Xuân",
        "Phường Đại Mỗ",
    ]


def test_the_name_of_today_wins_unless_the_old_one_is_meant() -> None:
    assert names("phường Ngọc Hà") == ["Phường Ngọc Hà"]
    assert len(names("phường Ngọc Hà cũ")) > 1


def test_the_kind_tells_former_units_of_one_name_apart() -> None:
    assert set(names("xã Minh Khai cũ")).isdisjoint(names("phường Minh Khai cũ"))


@pytest.mark.parametrize("text", ["", "nộp ở đâu", "làng nghề ở đâu", "tôi ở Đà Lạt", "12345"])
def test_no_ward(text: str) -> None:
    assert find_ward(text) == []
