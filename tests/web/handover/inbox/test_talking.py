"""Advisers in an outside inbox: the same hand-over, the same silence."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.advisers import Adviser, Advisers
from bot.inbox.courier import Courier
from bot.inbox.words import ELSEWHERE, WAITS
from tests.web.fake_chatwoot import FakeChatwoot
from tests.web.handover.citizen import Citizen


def test_who_waits_is_told_without_words_name_or_number(
    citizen: Citizen, talk: int, courier: Courier, chatwoot: FakeChatwoot
) -> None:
    citizen.say("số tôi là 0912345678")
    courier.go()
    assert (chatwoot.talks[talk].incoming, chatwoot.talks[talk].notes) == ([], [WAITS])
    assert list(chatwoot.contacts.values()) == ["Người dân 1"]


def test_the_first_words_there_take_the_conversation_and_show_what_was_said(
    citizen: Citizen, talk: int, courier: Courier, chatwoot: FakeChatwoot
) -> None:
    citizen.say("số tôi là 0912345678")
    chatwoot.says(talk, "Chào bác, 0987654321 ạ")
    courier.go()
    assert citizen.stands["state"] == "taken"
    assert "Chào bác, [phone] ạ" in citizen.heard
    there = chatwoot.talks[talk]
    assert there.incoming == ["cho tôi gặp cán bộ", "số tôi là [phone]"]
    assert "Trợ lý: Đã nghe: số tôi là [phone]" in there.notes
    assert citizen.say("bác hỏi chút")["messages"] == []
    courier.go()
    courier.go()
    assert there.incoming[-2:] == ["số tôi là [phone]", "bác hỏi chút"]
    assert not [note for note in there.notes if "Chào bác" in note]
    assert citizen.heard.count("Chào bác, [phone] ạ") == 1


@pytest.mark.parametrize(
    "more",
    [
        {"private": True},
        {"message_type": 0},
        {"message_type": 2},
        {"sender": {"id": 1, "type": "agent_bot"}},
        {"sender": None},
    ],
)
def test_notes_bots_and_events_are_not_said(
    citizen: Citizen, talk: int, courier: Courier, chatwoot: FakeChatwoot, more: dict[str, Any]
) -> None:
    chatwoot.says(talk, "chỉ nội bộ", **more)
    courier.go()
    assert "chỉ nội bộ" not in citizen.heard
    assert citizen.stands["state"] == "queued"


def test_given_back_to_the_assistant(
    citizen: Citizen, talk: int, courier: Courier, chatwoot: FakeChatwoot
) -> None:
    chatwoot.says(talk, "Để trợ lý nói tiếp.")
    courier.go()
    chatwoot.talks[talk].status = "pending"
    courier.go()
    assert citizen.stands["state"] == "none"
    assert citizen.say("lệ phí")["messages"][0]["text"] == "Đã nghe: lệ phí"
    courier.go()
    assert ELSEWHERE in chatwoot.talks[talk].notes


def test_closed_there_with_the_last_words_said(
    citizen: Citizen, talk: int, courier: Courier, chatwoot: FakeChatwoot
) -> None:
    chatwoot.says(talk, "Xong rồi bác nhé")
    chatwoot.talks[talk].status = "resolved"
    courier.go()
    assert "Xong rồi bác nhé" in citizen.heard
    assert citizen.stands["state"] == "none"


def test_of_both_desks_one_gets_it_and_the_other_is_told(
    citizen: Citizen, advisers: Advisers, talk: int, courier: Courier, hoa: Adviser,
    chatwoot: FakeChatwoot,
) -> None:  # fmt: skip
    [waiting] = advisers.queue()
    advisers.take(waiting.id, hoa)
    chatwoot.says(talk, "Em đây ạ")
    courier.go()
    assert "Em đây ạ" not in citizen.heard
    assert chatwoot.talks[talk].status == "resolved"
    assert ELSEWHERE in chatwoot.talks[talk].notes
    courier.go()
    assert citizen.stands["shown"] == "Hoa (mẫu)"


def test_put_back_it_waits_there_again(
    citizen: Citizen, advisers: Advisers, talk: int, courier: Courier, hoa: Adviser,
    chatwoot: FakeChatwoot,
) -> None:  # fmt: skip
    [waiting] = advisers.queue()
    advisers.take(waiting.id, hoa)
    courier.go()
    advisers.put_back(waiting.id, hoa)
    courier.go()
    assert chatwoot.talks[talk].status == "open"
    assert citizen.stands["state"] == "queued"
