import pytest

from bot.dialogue.ordinal import chosen


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("2", 1),
        ("số 2", 1),
        ("cái thứ hai", 1),
        ("cai thu 2 nhe", 1),
        ("chọn cái đầu tiên", 0),
        ("trường hợp thứ nhất ạ", 0),
        ("cuối cùng", 2),
        ("cái cuối đó", 2),
        ("thứ tư", None),  # three were offered
        ("0", None),
        ("2 đứa con sinh đôi", None),
        ("đăng ký khai sinh", None),
    ],
)
def test_position_among_three(text: str, position: int | None) -> None:
    assert chosen(text, 3) == position


def test_nothing_offered_nothing_chosen() -> None:
    assert chosen("2", 0) is None
    assert chosen("cái cuối", 0) is None
