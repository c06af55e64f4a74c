"""Who wants their words deleted is told how, and nobody else."""

from __future__ import annotations

from typing import Any, cast

import pytest

from bot.dialogue import mydata
from bot.dialogue.state import State
from bot.dialogue.turn import Outcome, Turn, World

STATE = State(procedure="1.001193")
NO_WORLD = cast(Any, None)  # nothing is looked up


def other(turn: Turn, _: World) -> Outcome:
    return Outcome((), turn.state, "none")


@pytest.mark.parametrize(
    "said",
    [
        "xóa hết thông tin của tôi",
        "xoa du lieu cua toi di",
        "xóa cuộc trò chuyện này",
        "tôi không đồng ý lưu tin nhắn",
    ],
)
def test_the_wish_is_heard_and_the_talk_goes_on_where_it_was(said: str) -> None:
    outcome = mydata.first(other)(Turn(said, STATE), NO_WORLD)
    [reply] = outcome.replies
    assert "Dữ liệu của tôi" in reply.text
    assert "7 ngày" in reply.text
    assert "bảy ngày" in reply.spoken
    assert outcome.state == STATE


@pytest.mark.parametrize(
    ("said", "topical"),
    [
        ("xóa đăng ký thường trú", True),
        ("xóa đăng ký thế chấp", False),
        ("xóa sổ hộ khẩu của tôi", False),
        ("sửa thông tin của tôi trên giấy khai sinh", True),
        ("lưu tin nhắn ở đâu", False),
    ],
)
def test_procedures_are_left_alone(said: str, topical: bool) -> None:
    outcome = mydata.first(other)(Turn(said, State(), topical=topical), NO_WORLD)
    assert outcome.replies == ()
