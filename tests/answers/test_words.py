"""Small pieces of Vietnamese writing."""

from __future__ import annotations

import pytest

from bot.answers import words
from bot.answers.words import ear


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        pytest.param(
            "Công nhận câu lạc bộ thể dục thể thao cơ sở của phường",
            9,
            "Công nhận câu lạc bộ thể dục thể thao",
            id="no half of 'cơ sở'",
        ),
        pytest.param(
            "Giấy chứng nhận đủ điều kiện kinh doanh hoạt động thể thao",
            9,
            "Giấy chứng nhận đủ điều kiện kinh doanh",
            id="no half of 'hoạt động'",
        ),
        pytest.param("Đăng ký kết hôn", 9, "Đăng ký kết hôn", id="whole where it fits"),
        pytest.param(
            "Xác nhận tình trạng hôn nhân của người Việt Nam ở nước ngoài",
            9,
            "Xác nhận tình trạng hôn nhân",
            id="cut before a joint",
        ),
        pytest.param(
            "Chứng thực chữ ký người dịch mà người dịch là cộng tác viên",
            9,
            "Chứng thực chữ ký người dịch",
            id="no half of a clause",
        ),
    ],
)
def test_a_long_name_is_cut_for_the_ear_where_it_makes_sense(
    name: str, words: int, said: str
) -> None:
    assert ear(name, words) == said


def test_the_name_of_the_city_keeps_its_capital() -> None:
    assert words.lower_first("Hà Nội chỉ nhận trực tuyến") == "Hà Nội chỉ nhận trực tuyến"
    assert words.lower_first("Cơ quan giải quyết") == "cơ quan giải quyết"
