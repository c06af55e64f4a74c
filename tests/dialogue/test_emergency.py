"""Danger now, and papers about it."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest

from bot.catalogue.store import load_catalogue
from bot.dialogue import emergency
from bot.dialogue.state import State
from bot.dialogue.turn import Outcome, Turn, World


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("cháy nhà rồi cứu với", "114"),
        ("nhà bên cạnh đang cháy", "114"),
        ("đang có cháy ở chung cư nhà tôi cứu với", "114"),
        ("co nguoi ket thang may", "114"),
        ("bố em ngất xỉu rồi", "115"),
        ("can cap cuu gap", "115"),
        ("có trộm trong nhà", "113"),
        ("nó đang đánh em, cứu em với", "113"),
        ("bé hàng xóm bị bạo hành", "111"),
    ],
)
def test_danger_now_gets_its_number(text: str, number: str) -> None:
    found = emergency.number_to_call(text)
    assert found
    assert found[0] == number


@pytest.mark.parametrize(
    "text",
    [
        "xin thẩm duyệt phòng cháy chữa cháy",
        "nhà cháy hết giấy tờ, làm lại sổ đỏ",
        "bị trộm mất hộ chiếu thì làm lại ở đâu",
        "cấp phép cơ sở cấp cứu ngoại viện",
        "con tôi bị khuyết tật xin trợ cấp",
        "đăng ký tạm trú cho con",
        "hồ sơ chạy thử phần mềm",
        "ông bị đột quỵ mất hôm qua, khai tử ở đâu",
    ],
)
def test_papers_are_no_emergency(text: str) -> None:
    assert emergency.number_to_call(text) is None


def test_it_goes_before_the_answer_and_leaves_the_talk_as_it_was() -> None:
    catalogue = load_catalogue()
    world = World(searcher=cast(Any, None), local=catalogue.local, today=date(2026, 8, 1))
    state = State(procedure="1.001193")

    def never(turn: Turn, world: World) -> Outcome:
        raise AssertionError(turn.text)

    outcome = emergency.first(never)(Turn("cháy nhà rồi, cứu với!", state), world)
    assert "114" in outcome.replies[0].text
    assert outcome.state == state
