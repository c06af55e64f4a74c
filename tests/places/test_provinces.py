"""Another province counts where the matter is to be done there, not where somebody comes from."""

from __future__ import annotations

import pytest

from bot.places.provinces import done_in


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("đăng ký thường trú ở Đà Nẵng thì nộp ở đâu", "Đà Nẵng"),
        ("xin giay phep xay nha o phu quoc mat bao lau", "Phú Quốc"),
        ("Tỉnh Đồng Nai quy định tách thửa tối thiểu bao nhiêu", "Đồng Nai"),
        ("mở quán ở tỉnh Nghệ An cần gì", "Nghệ An"),
        ("làm căn cước tại TP. Hồ Chí Minh", "Hồ Chí Minh"),
    ],
)
def test_where_it_is_done(text: str, place: str) -> None:
    assert done_in(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "em quê Thái Bình đang thuê trọ ở Hà Nội, căn cước hết hạn",
        "con sinh ở Nghệ An, làm khai sinh được không",
        "hộ khẩu ở Thanh Hóa thì đăng ký tạm trú cần gì",
        "chuyển từ Hải Phòng lên làm thường trú",
        "bằng lái cấp ở Nam Định bị mất",
        "ở phố Huế mở quán phở",
        "đăng ký kết hôn với người Thái Bình",
        "làm khai sinh ở đâu",
    ],
)
def test_where_somebody_comes_from_is_no_place_to_do_it(text: str) -> None:
    assert done_in(text) is None
