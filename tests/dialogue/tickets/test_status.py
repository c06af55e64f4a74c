"""How a complaint stands, by its code; taking it back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.care.tickets.model import (
    Locked,
)
from bot.dialogue import respond, service
from bot.dialogue.state import State as Memory
from bot.dialogue.tickets.turns import first
from bot.dialogue.turn import Turn
from tests.dialogue.tickets.talk import CODE, OTHER, Talk


def test_how_it_stands_by_its_code(talk: Talk) -> None:
    assert talk.say("phản ánh của tôi đến đâu rồi", service.case_status) == ["code"]
    assert talk.say(CODE) == ["standing"]
    assert "Đang xử lý" in talk.text
    assert "10/07/2026, đã quá hạn" in talk.text
    assert talk.say(f"phản ánh {CODE} đến đâu rồi") == ["standing"]
    assert talk.say(OTHER) == ["unknown"]
    assert talk.say(CODE[:-1] + "0") == ["slip"]


def test_a_case_is_still_a_case(talk: Talk) -> None:
    assert talk.say("phản ánh hồ sơ của tôi xong chưa", service.case_status) == ["code"]
    assert talk.last
    assert talk.last.replies[0].payload["type"] == "case"


def test_too_many_wrong_codes_are_told_until_when(talk: Talk) -> None:
    until = datetime(2026, 7, 13, 8, tzinfo=UTC)
    turn = Turn(CODE, Memory(), counter=Locked(until))
    outcome = first(respond.ask)(turn, talk.world)
    assert "15:00" in outcome.replies[0].text


def test_it_is_withdrawn_after_a_yes(talk: Talk) -> None:
    assert talk.say(f"rút phản ánh {CODE}") == ["withdraw"]
    assert talk.say("thôi, để nguyên") == ["left"]
    talk.say(f"rút phản ánh {CODE}")
    assert talk.say("đồng ý") == ["withdrawn"]


@pytest.mark.parametrize("said", ["tra cứu phản ánh", "tra cuu gop y cua toi"])
def test_to_look_it_up_is_no_new_complaint(talk: Talk, said: str) -> None:
    assert talk.say(said, service.complaint) == ["code"]


@pytest.mark.parametrize(
    "said", ["tôi quên mã rồi", "tôi chỉ nhớ nửa mã", "không có", "Thôi, tôi không có mã"]
)
def test_without_its_code_nothing_is_looked_up(talk: Talk, said: str) -> None:
    talk.say("phản ánh của tôi đến đâu rồi", service.case_status)
    assert talk.say(said, service.case_status) == ["no_code"]
    assert talk.memory.ticket.asks is None


def test_who_gives_up_looking_has_cancelled_nothing(talk: Talk) -> None:
    talk.say("phản ánh của tôi đến đâu rồi", service.case_status)
    assert talk.say("thôi") == ["left"]
