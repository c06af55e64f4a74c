"""Asking for a person, and waiting for one."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from starlette.testclient import TestClient

from bot.channels.advisers import Advisers
from bot.web.parts import Parts
from tests.web.fake_rasa import FakeRasa
from tests.web.handover.citizen import EVENING, LAN, MORNING, WISH, Citizen


def test_who_asks_is_told_the_place_in_the_queue(
    citizen: Citizen, client: TestClient, rasa: FakeRasa
) -> None:
    assert "là người tiếp theo" in citizen.told["messages"][0]["text"]
    second = Citizen(client, rasa)
    assert "ở vị trí thứ 2" in second.told["messages"][0]["text"]
    assert (second.stands["state"], second.stands["position"]) == ("queued", 2)
    assert citizen.do("handover/end", how="close").status_code == 200
    assert second.stands["position"] == 1


def test_asking_twice_keeps_the_place(citizen: Citizen, advisers: Advisers) -> None:
    citizen.say(WISH)
    assert len(advisers.queue()) == 1


def test_who_asks_in_english_is_told_so_in_english(citizen: Citizen, rasa: FakeRasa) -> None:
    rasa.replies["I want to talk to a human"] = rasa.replies[WISH]
    english, queue = citizen.say("I want to talk to a human")["messages"]
    assert english["payload"]["lang"] == "en"
    assert "You have asked for a person" in english["text"]
    assert "là người tiếp theo" in queue["text"]
    assert not queue["payload"].get("quick_replies")


def test_the_waiting_of_others_is_told(
    citizen: Citizen,
    client: TestClient,
    rasa: FakeRasa,
    advisers: Advisers,
    clock: time_machine.Coordinates,
) -> None:
    assert "wait_min" not in citizen.stands
    for _ in range(2):
        Citizen(client, rasa)
    clock.shift(timedelta(minutes=3, seconds=30))
    for one in advisers.queue():
        advisers.take(one.id, LAN)
    late = Citizen(client, rasa)
    assert late.stands["wait_min"] == 4
    assert "chờ khoảng 4 phút" in late.told["messages"][0]["text"]


def test_who_waits_when_the_desk_closes_is_told_and_queued_again_in_the_morning(
    citizen: Citizen, parts: Parts, clock: time_machine.Coordinates
) -> None:
    parts.handovers.citizen_here(parts.advisers.queue()[0].sender)
    clock.move_to(EVENING)
    with_page = parts.advisers.queue()[0].sender
    parts.handovers.citizen_here(with_page)
    assert parts.handover_watch.look() == 1
    assert citizen.stands["state"] == "asked"
    clock.move_to(MORNING + timedelta(days=1))
    parts.handovers.citizen_here(with_page)
    assert parts.handover_watch.look() == 1
    assert citizen.stands["state"] == "queued"


def test_it_is_deleted_with_the_conversation(citizen: Citizen, client: TestClient) -> None:
    deleted = client.delete(f"/api/chat/{citizen.session}").json()["deleted"]
    assert deleted["handover"] == 1


@pytest.mark.parametrize("words", ["Dạ em xong rồi", "không cần gặp cán bộ nữa", "khỏi chờ ạ"])
def test_who_needs_nobody_any_more_leaves_the_queue(
    citizen: Citizen, advisers: Advisers, rasa: FakeRasa, words: str
) -> None:
    payload = {"type": "notice", "kind": "nothing_more", "quick_replies": []}
    rasa.replies["Dạ em xong rồi"] = [{"text": "Vâng.", "payload": payload}]
    assert "đã thôi gặp cán bộ" in citizen.say(words)["messages"][0]["text"]
    assert advisers.queue() == []
    assert "đã thôi gặp" not in citizen.say(words)["messages"][0]["text"]


@pytest.mark.parametrize(
    "words", ["thôi khỏi", "thoi khoi gap nua", "không cần nữa ạ", "thôi tôi tự làm"]
)
def test_who_leaves_the_queue_is_not_answered_by_a_search(
    citizen: Citizen, advisers: Advisers, rasa: FakeRasa, words: str
) -> None:
    asked = len(rasa.heard)
    assert "đã thôi gặp cán bộ" in citizen.say(words)["messages"][0]["text"]
    assert advisers.queue() == []
    assert len(rasa.heard) == asked
    assert citizen.say(words)["messages"][0]["text"].startswith("Đã nghe"), "nobody is waited for"


@pytest.mark.parametrize(
    "words",
    ["còn lâu không", "alo", "có ai không ạ", "bao gio den luot toi", "chờ lâu quá", "tôi thứ mấy"],
)
def test_who_asks_about_the_waiting_is_told_the_place_and_that_its_length_is_unknown(
    citizen: Citizen, client: TestClient, rasa: FakeRasa, words: str
) -> None:
    second = Citizen(client, rasa)
    second.say("làm hộ chiếu cần gì")
    [told] = second.say(words)["messages"]
    assert "ở vị trí thứ 2. Chưa biết còn phải chờ bao lâu." in told["text"]


def test_how_long_is_asked_of_the_queue_only_right_after_it_was_spoken_of(
    citizen: Citizen,
) -> None:
    assert "người tiếp theo" in citizen.say("sao lâu thế")["messages"][0]["text"]
    citizen.say("hồ sơ của tôi đâu")
    assert "Đã nghe" in citizen.say("sao lâu thế")["messages"][0]["text"]


def test_a_draft_is_left_before_the_queue_where_it_was_shown_last(
    citizen: Citizen, advisers: Advisers, rasa: FakeRasa
) -> None:
    shown = {"type": "ticket", "kind": "confirm", "quick_replies": []}
    rasa.replies["chuyện là thế này"] = [{"text": "Tôi sẽ gửi: …", "payload": shown}]
    citizen.say("chuyện là thế này")
    assert "Đã nghe" in citizen.say("thôi")["messages"][0]["text"]
    citizen.say("chuyện là thế này")
    asked = len(rasa.heard)
    assert "đã thôi gặp" in citizen.say("thôi không chờ cán bộ nữa")["messages"][0]["text"]
    assert len(rasa.heard) == asked, "the draft hears nothing of it"
    assert advisers.queue() == []


def test_a_draft_that_waits_is_told_of_beside_the_place_in_the_queue(
    client: TestClient, rasa: FakeRasa
) -> None:
    handover = {"text": "Gọi 19001009.", "payload": {"type": "notice", "kind": "handover"}}
    waiting = {"text": "Phản ánh vẫn chờ.", "payload": {"type": "ticket", "kind": "waiting"}}
    rasa.replies["gặp cán bộ"] = [handover, waiting]
    queue, draft = client.post("/api/chat", json={"text": "gặp cán bộ"}).json()["messages"]
    assert "người tiếp theo" in queue["text"]
    assert draft["text"] == "Phản ánh vẫn chờ."


@pytest.mark.parametrize("words", ["không cần giấy tờ gì à", "gặp cán bộ nào", "chờ bao lâu"])
def test_who_says_something_else_keeps_waiting(
    citizen: Citizen, advisers: Advisers, words: str
) -> None:
    citizen.say(words)
    assert len(advisers.queue()) == 1


def test_nobody_has_waited_less_than_nothing(
    citizen: Citizen, parts: Parts, clock: time_machine.Coordinates
) -> None:
    """Taken, put back, put off at closing time, queued in the morning and taken again."""
    clock.shift(timedelta(minutes=3))
    [one] = parts.advisers.queue()
    parts.advisers.take(one.id, LAN)
    parts.advisers.put_back(one.id, LAN)
    for moment in (EVENING, MORNING + timedelta(days=1)):
        clock.move_to(moment)
        parts.handovers.citizen_here(one.sender)
        assert parts.handover_watch.look() == 1
    [again] = parts.advisers.queue()
    assert again.queued_at
    assert again.taken_at
    assert again.taken_at - again.queued_at >= timedelta(minutes=3)
