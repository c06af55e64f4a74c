"""What is said about a place: no address that nobody supplied."""

from bot.places.model import ServicePoint
from bot.places.reply import place
from bot.places.wards import find_ward


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


def test_a_known_address_is_told() -> None:
    ward = find_ward("phường Yên Hòa")[0]
    point = ServicePoint("Điểm thử", ward.code, "Số 1 phố Thử", hours="8-17 giờ")
    reply = place([ward], [point])
    assert "Điểm thử: Số 1 phố Thử; 8-17 giờ" in reply.text
    assert reply.payload["points"][0]["phone"] is None
