"""The question at the end: with the last message of a hand-over in which a person has answered."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI

from bot.care.survey import Survey
from bot.channels.advisers import Advisers
from bot.web.parts import Parts
from tests.web.handover.citizen import LAN, Citizen


def last(citizen: Citizen) -> dict[str, Any]:
    message: dict[str, Any] = citizen.read()["turns"][-1]["messages"][-1]
    return message


@pytest.fixture
def number(citizen: Citizen, advisers: Advisers) -> int:
    """Of a hand-over that an adviser has taken."""
    [waiting] = advisers.queue()
    advisers.take(waiting.id, LAN)
    return waiting.id


@pytest.mark.parametrize("act", ["give_back", "close"])
def test_who_got_an_answer_is_asked_whoever_ends_it(
    citizen: Citizen, advisers: Advisers, number: int, act: str
) -> None:
    advisers.say(number, LAN, "Chào anh/chị")
    getattr(advisers, act)(number, LAN)
    told = last(citizen)
    assert told["payload"]["survey"] is True
    assert told["payload"]["quick_replies"][4]["text"] == "Tôi chấm 5/5 điểm"
    assert "hài lòng" in told["text"]


def test_who_ends_it_themselves_is_asked_too(
    citizen: Citizen, advisers: Advisers, number: int
) -> None:
    advisers.say(number, LAN, "Chào anh/chị")
    citizen.do("handover/end", how="close")
    assert "survey" in last(citizen)["payload"]


def test_who_got_no_answer_is_not_asked(citizen: Citizen, advisers: Advisers, number: int) -> None:
    advisers.give_back(number, LAN)
    assert "survey" not in last(citizen)["payload"]


def test_who_still_waited_is_not_asked(citizen: Citizen) -> None:
    citizen.do("handover/end", how="close")
    assert "survey" not in last(citizen)["payload"]


def test_who_is_put_back_is_not_asked_yet(
    citizen: Citizen, advisers: Advisers, number: int
) -> None:
    advisers.say(number, LAN, "Chào anh/chị")
    advisers.put_back(number, LAN)
    assert "survey" not in last(citizen)["payload"]


def test_who_has_told_already_is_not_asked_again(
    citizen: Citizen, app: FastAPI, parts: Parts, number: int
) -> None:
    held = parts.advisers.held(number, LAN)
    assert held
    Survey(app.state.store).take(held.sender, "web", 4)
    parts.advisers.say(number, LAN, "Chào anh/chị")
    parts.advisers.close(number, LAN)
    assert "survey" not in last(citizen)["payload"]
