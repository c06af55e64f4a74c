import pytest

from bot.dialogue.named import named

COMPANIES = (
    "Đăng ký thành lập công ty TNHH một thành viên",
    "Đăng ký thành lập công ty TNHH hai thành viên trở lên",
    "Đăng ký thành lập công ty cổ phần",
    "Đăng ký thành lập công ty hợp danh",
)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("công ty cổ phần ấy", 2),
        ("cong ty hop danh", 3),
        ("loại hai thành viên", 1),
        ("TNHH", None),  # two of them
        ("đăng ký kết hôn", None),  # only what all titles share
        ("à mà con tôi bị sai tên trong giấy khai sinh thì công ty cổ phần", None),  # too long
        ("tạm ngừng kinh doanh cổ phần gì đó", None),  # mostly something else
    ],
)
def test_named(text: str, position: int | None) -> None:
    assert named(text, COMPANIES) == position


def test_nothing_is_named_without_choices() -> None:
    assert named("công ty cổ phần", ()) is None
