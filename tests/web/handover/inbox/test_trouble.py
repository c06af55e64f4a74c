"""The inbox or a process of ours fails: nothing is lost, nothing is said twice."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from starlette.testclient import TestClient

from bot.inbox.courier import Courier
from bot.inbox.port import InboxDown
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.parts import Parts
from tests.web.fake_chatwoot import FakeChatwoot
from tests.web.fake_rasa import FakeRasa
from tests.web.handover.citizen import Citizen


def test_while_it_is_down_nothing_is_lost_and_the_order_stays(
    citizen: Citizen, talk: int, courier: Courier, chatwoot: FakeChatwoot
) -> None:
    chatwoot.says(talk, "Chào bác")
    courier.go()
    chatwoot.down = True
    citizen.say("một")
    citizen.say("hai")
    with pytest.raises(InboxDown, match="HTTP 502"):
        courier.go()
    chatwoot.down = False
    citizen.say("ba")
    courier.go()
    assert chatwoot.talks[talk].incoming[-3:] == ["một", "hai", "ba"]


def test_another_process_goes_on_where_one_stopped(
    citizen: Citizen, talk: int, courier: Courier, settings: Settings, chatwoot: FakeChatwoot
) -> None:
    chatwoot.says(talk, "Chào bác")
    courier.go()
    citizen.say("thêm một câu")
    other: Parts = create_app(settings).state.parts
    assert other.outside
    other.outside.courier.go()
    courier.go()
    assert list(chatwoot.talks) == [talk]
    assert chatwoot.talks[talk].incoming.count("thêm một câu") == 1
    assert citizen.heard.count("Chào bác") == 1


def test_with_the_inbox_gone_the_conversation_goes_back_into_the_queue(
    citizen: Citizen, talk: int, courier: Courier, chatwoot: FakeChatwoot,
    clock: time_machine.Coordinates, parts: Parts,
) -> None:  # fmt: skip
    chatwoot.says(talk, "Chào bác")
    courier.go()
    for _ in range(4):
        clock.shift(60)
        courier.go()
        citizen.do("typing")
        parts.handover_watch.look()
    assert citizen.stands["state"] == "taken", "the inbox answers: its people are there"
    chatwoot.down = True
    clock.shift(120)
    citizen.do("typing")
    with pytest.raises(InboxDown):
        courier.go()
    parts.handover_watch.look()
    assert citizen.stands["state"] == "queued"


def test_what_is_deleted_here_is_deleted_there(
    citizen: Citizen, talk: int, courier: Courier, client: TestClient, chatwoot: FakeChatwoot
) -> None:
    assert client.delete(f"/api/chat/{citizen.session}").status_code in {200, 204}
    courier.go()
    assert (chatwoot.talks, chatwoot.contacts) == ({}, {})


def test_a_conversation_that_was_deleted_there_is_opened_anew(
    citizen: Citizen, talk: int, courier: Courier, chatwoot: FakeChatwoot
) -> None:
    chatwoot.says(talk, "Chào bác")
    courier.go()
    del chatwoot.talks[talk]
    citizen.say("còn ai đó không")
    courier.go()
    courier.go()
    [(anew, there)] = chatwoot.talks.items()
    assert anew != talk
    assert there.incoming == ["cho tôi gặp cán bộ", "còn ai đó không"]
    assert len(chatwoot.contacts) == 1
    chatwoot.says(anew, "Tôi vẫn ở đây")
    courier.go()
    assert "Tôi vẫn ở đây" in citizen.heard


def test_one_that_was_deleted_there_and_ended_here_is_over(
    citizen: Citizen, talk: int, courier: Courier, chatwoot: FakeChatwoot
) -> None:
    del chatwoot.talks[talk]
    citizen.do("handover/end", how="close")
    courier.go()
    courier.go()
    assert chatwoot.talks == {}


def test_what_is_refused_for_one_keeps_no_other_waiting(
    citizen: Citizen, talk: int, courier: Courier, client: TestClient, rasa: FakeRasa,
    chatwoot: FakeChatwoot,
) -> None:  # fmt: skip
    chatwoot.says(talk, "Chào bác")
    courier.go()
    another = Citizen(client, rasa)
    courier.go()
    [second] = set(chatwoot.talks) - {talk}
    chatwoot.says(second, "Chào anh")
    courier.go()
    chatwoot.refuses.add(talk)
    citizen.say("một câu")
    another.say("câu khác")
    with pytest.raises(InboxDown, match="HTTP 422"):
        courier.go()
    assert chatwoot.talks[second].incoming[-1] == "câu khác"
    chatwoot.refuses.clear()
    courier.go()
    assert chatwoot.talks[talk].incoming[-1] == "một câu"


@pytest.mark.parametrize(
    "garbage", [[], "x", {}, {"payload": 5}, {"payload": [{"id": "x"}]}, {"payload": [5]},
    {"payload": [{"id": 2**70, "message_type": 1}]}],
)  # fmt: skip
def test_garbage_is_an_inbox_that_is_down(
    citizen: Citizen, talk: int, courier: Courier, chatwoot: FakeChatwoot, garbage: Any
) -> None:
    chatwoot.garbage = garbage
    with pytest.raises(InboxDown, match="form of Chatwoot"):
        courier.go()
    assert citizen.stands["state"] == "queued"


def test_empty_or_endless_words_are_refused_to_who_wrote_them(
    citizen: Citizen, talk: int, courier: Courier, chatwoot: FakeChatwoot
) -> None:
    for words in ("", "a" * 5000, "Chào bác"):
        chatwoot.says(talk, words)
    courier.go()
    courier.go()
    assert len([one for one in chatwoot.talks[talk].notes if "Chưa gửi được" in one]) == 2
    assert citizen.heard.count("Chào bác") == 1
