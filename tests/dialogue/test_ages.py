"""Ages of persons against limits of age."""

import pytest

from bot.dialogue.ages import age_in, only_of_age

CARDS = ("Từ 14 tuổi, chưa có thẻ bao giờ", "Chưa đủ 14 tuổi", "Có thẻ rồi, muốn đổi")


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("thằng em mới 8 tuổi", 8),
        ("cháu mười lăm tuổi", 15),
        ("bé 5 tháng tuổi", 0),
        ("trẻ dưới 14 tuổi", None),  # a limit, nobody's age
        ("hai đứa con", None),
    ],
)
def test_age(text: str, age: int | None) -> None:
    assert age_in(text) == age


@pytest.mark.parametrize(
    ("text", "position"),
    [("cháu 8 tuổi", 1), ("con 14 tuổi", 0), ("bà 80 tuổi", 0), ("cháu còn bé", None)],
)
def test_the_option_that_lets_it_in(text: str, position: int | None) -> None:
    assert only_of_age(text, CARDS) == position
