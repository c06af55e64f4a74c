"""What is said when there is no procedure to tell about."""

import pytest

from bot.answers import notices
from bot.answers.reply import Reply

ALL = [
    notices.none_found(1),
    notices.none_found(2),
    notices.withdrawn("1.000002", "Cấp giấy"),
    notices.unknown_code("9.999999"),
    notices.handover(),
    notices.out_of_scope(),
    notices.not_that(),
]


@pytest.mark.parametrize("reply", ALL, ids=lambda reply: reply.payload["kind"])
def test_a_notice_is_short_and_can_be_said(reply: Reply) -> None:
    assert reply.payload["type"] == "notice"
    assert len(reply.text) < 500
    assert len(reply.spoken.split()) <= 60
    assert "http" not in reply.spoken
    assert not any(char.isdigit() for char in reply.spoken)


def test_the_second_miss_ends_with_the_hotline() -> None:
    assert "19001009" not in notices.none_found(1).text
    assert "ví dụ" in notices.none_found(1).text
    assert "19001009" in notices.none_found(2).text


def test_the_title_of_a_withdrawn_code_may_be_missing() -> None:
    assert "()" not in notices.withdrawn("1.000002", "").text
