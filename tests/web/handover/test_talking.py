"""A person has the conversation, and gives it back."""

from __future__ import annotations

import threading
from typing import Any

import pytest
import time_machine
from sqlalchemy import Engine, text

from bot.channels.advisers import Advisers
from bot.channels.handovers import NotPossible
from tests.web.fake_rasa import FakeRasa
from tests.web.handover.citizen import LAN, MINH, Citizen
from tests.web.person import wait_for


def test_the_bot_answers_who_waits_and_is_silent_for_who_talks(
    citizen: Citizen, advisers: Advisers, rasa: FakeRasa
) -> None:
    assert citizen.say("lệ phí hộ chiếu")["messages"][0]["text"] == "Đã nghe: lệ phí hộ chiếu"
    [waiting] = advisers.queue()
    advisers.take(waiting.id, LAN)
    told = citizen.say("em hỏi chị ạ")
    assert (told["messages"], told["with_person"]) == ([], True)
    assert "em hỏi chị ạ" not in rasa.messages
    advisers.say(waiting.id, LAN, "Chào anh/chị")
    assert citizen.heard[-3:] == [
        "Cán bộ Lan đã vào cuộc trò chuyện. Từ lúc này cán bộ trả lời thay trợ lý.",
        "em hỏi chị ạ",
        "Chào anh/chị",
    ]
    assert citizen.stands["text"] == "Cán bộ Lan đang trò chuyện với anh/chị."
    advisers.give_back(waiting.id, LAN)
    assert citizen.say("cảm ơn")["messages"][0]["text"] == "Đã nghe: cảm ơn"
    assert citizen.stands["state"] == "none"


def test_an_answer_that_comes_too_late_is_not_said(
    citizen: Citizen, advisers: Advisers, rasa: FakeRasa
) -> None:
    [waiting] = advisers.queue()
    rasa.delay_s = 0.6
    late: list[dict[str, Any]] = []
    asking = threading.Thread(target=lambda: late.append(citizen.say("lệ phí")))
    asking.start()
    wait_for(lambda: "lệ phí" in rasa.messages)
    advisers.take(waiting.id, LAN)
    asking.join()
    assert late[0]["messages"] == []
    assert not any("Đã nghe: lệ phí" in words for words in citizen.heard)


def test_of_two_advisers_one_gets_it(citizen: Citizen, advisers: Advisers) -> None:
    [waiting] = advisers.queue()
    advisers.take(waiting.id, LAN)
    with pytest.raises(NotPossible):
        advisers.take(waiting.id, MINH)
    with pytest.raises(NotPossible):
        advisers.say(waiting.id, MINH, "Chào")
    assert advisers.held(waiting.id, MINH) is None
    assert sum("đã vào cuộc trò chuyện" in words for words in citizen.heard) == 1


def test_nothing_is_said_after_it_was_given_back(citizen: Citizen, advisers: Advisers) -> None:
    [waiting] = advisers.queue()
    advisers.take(waiting.id, LAN)
    assert citizen.do("handover/end", how="give_back").status_code == 200
    with pytest.raises(NotPossible):
        advisers.say(waiting.id, LAN, "Còn một điều")
    assert "Còn một điều" not in citizen.heard
    assert citizen.do("handover/end", how="give_back").status_code == 409


def test_both_see_each_other_type(
    citizen: Citizen, advisers: Advisers, database: Engine, clock: time_machine.Coordinates
) -> None:
    [waiting] = advisers.queue()
    advisers.take(waiting.id, LAN)
    assert citizen.stands["typing"] is False
    assert advisers.here(waiting.id, LAN, typing=True)
    assert citizen.stands["typing"] is True
    clock.shift(10)
    assert citizen.stands["typing"] is False
    assert citizen.do("typing").status_code == 204
    with database.connect() as connection:
        typed = connection.scalar(text("SELECT citizen_typing FROM handover"))
    assert typed is not None
    citizen.say("xong")
    with database.connect() as connection:
        assert connection.scalar(text("SELECT citizen_typing FROM handover")) is None


def test_a_year_told_to_a_person_can_be_read(citizen: Citizen, advisers: Advisers) -> None:
    [waiting] = advisers.queue()
    advisers.take(waiting.id, LAN)
    citizen.say("1990")
    citizen.say("4 số cuối là 1234")
    assert citizen.heard[-2:] == ["1990", "4 số cuối là [proof]"]
