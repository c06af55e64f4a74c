"""The adviser's pages: who waits, one conversation, and nobody else's."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from fastapi import FastAPI
from sqlalchemy import Engine, text
from starlette.testclient import TestClient

from bot.notices.watch import FRESH_S
from bot.staff.roles import Role
from bot.store import now
from bot.web.parts import Parts
from tests.web.fake_rasa import FakeRasa
from tests.web.handover.citizen import WISH, Citizen
from tests.web.staff.conftest import Browser

HERE = "/staff/conversations"
BIRTH = {
    "type": "procedure",
    "code": "1.001193",
    "title": "Thủ tục đăng ký khai sinh",
    "sections": [],
}

pytestmark = pytest.mark.usefixtures("morning")


@pytest.fixture
def citizen(client: TestClient, rasa: FakeRasa, lan: Browser) -> Citizen:
    rasa.replies["khai sinh"] = [{"text": "Cần tờ khai.", "payload": BIRTH}]
    citizen = Citizen(client, rasa)
    citizen.say("khai sinh")
    citizen.say("số tôi là 0912345678")
    return citizen


@pytest.fixture
def number(citizen: Citizen, app: FastAPI) -> int:
    parts: Parts = app.state.parts
    return parts.advisers.queue()[0].id


def test_the_list_names_the_procedure_and_no_words(lan: Browser, number: int) -> None:
    page = lan.get(HERE).text
    assert "Thủ tục đăng ký khai sinh" in page
    assert f"/staff/conversations/{number}/take" in page
    assert "số tôi là" not in page


def test_who_has_left_the_page_is_marked(lan: Browser, number: int) -> None:
    assert "đã rời trang" not in lan.get(HERE).text
    with time_machine.travel(now() + timedelta(minutes=2)):
        assert "đã rời trang" in lan.get(HERE).text


def test_who_takes_it_reads_the_words_redacted(lan: Browser, number: int, database: Engine) -> None:
    taken = lan.post(f"{HERE}/{number}/take")
    assert (taken.status_code, taken.headers["location"]) == (303, f"{HERE}/{number}")
    page = lan.get(f"{HERE}/{number}").text
    assert re.search("số tôi là <mark [^>]+>số điện thoại đã che</mark>", page)
    assert "[phone]</p>" not in page
    assert "0912345678" not in page
    with database.connect() as connection:
        query = text("SELECT act, subject FROM staff_audit WHERE act LIKE 'handover%'")
        assert [tuple(row) for row in connection.execute(query)] == [("handover-take", str(number))]


def test_answers_of_the_procedure_in_play_lie_ready(lan: Browser, number: int) -> None:
    lan.post(f"{HERE}/{number}/take")
    page = lan.get(f"{HERE}/{number}").text
    assert "<summary>Lệ phí</summary>" in page
    assert "1.001193" in page


def test_of_what_was_taken_down_no_answer_lies_ready(
    lan: Browser, minh: Browser, number: int
) -> None:
    minh.post("/staff/notices/down", {"code": BIRTH["code"], "why": "phí vừa đổi"})
    time.sleep(FRESH_S + 0.05)
    lan.post(f"{HERE}/{number}/take")
    page = lan.get(f"{HERE}/{number}").text
    assert "đang được kiểm tra lại nên tạm ngừng trả lời" in page
    assert "<summary>Lệ phí</summary>" not in page


def test_what_is_written_reaches_the_citizen_redacted(
    lan: Browser, number: int, citizen: Citizen
) -> None:
    lan.post(f"{HERE}/{number}/take")
    assert lan.post(f"{HERE}/{number}/say", {"text": "Gọi tôi 0987654321"}).status_code == 303
    assert citizen.heard[-1] == "Gọi tôi [phone]"
    said = citizen.read()["turns"][-1]["messages"][0]
    assert said["payload"] == {"type": "person", "shown": "Tư vấn viên (mẫu)"}


@pytest.mark.parametrize(("words", "status"), [("", 422), ("  ", 422), ("a" * 2001, 413)])
def test_nothing_and_too_much_are_refused(
    lan: Browser, number: int, words: str, status: int
) -> None:
    lan.post(f"{HERE}/{number}/take")
    assert lan.post(f"{HERE}/{number}/say", {"text": words}).status_code == status


def test_the_second_adviser_is_told_and_sees_nothing(
    lan: Browser, minh: Browser, number: int
) -> None:
    lan.post(f"{HERE}/{number}/take")
    late = minh.post(f"{HERE}/{number}/take")
    assert late.status_code == 409
    assert "đã có cán bộ khác nhận" in late.text
    assert minh.get(f"{HERE}/{number}").status_code == 404
    assert minh.post(f"{HERE}/{number}/say", {"text": "Chào"}).status_code == 409
    assert minh.get(f"/staff/api/conversations/{number}/events").status_code == 404
    assert minh.post(f"/staff/api/conversations/{number}/suggestion").status_code == 404


def test_a_second_click_on_taking_opens_what_was_taken(lan: Browser, number: int) -> None:
    there = f"{HERE}/{number}"
    for _ in range(2):
        assert lan.post(f"{there}/take").headers["Location"] == there


def test_a_waiting_conversation_is_not_read_before_it_is_taken(lan: Browser, number: int) -> None:
    assert lan.get(f"{HERE}/{number}").status_code == 404


@pytest.mark.parametrize(
    ("act", "stands", "told"),
    [
        ("put-back", "queued", "giữ chỗ"),
        ("give-back", "none", "chuyển cuộc trò chuyện lại cho trợ lý"),
        ("close", "none", "đã kết thúc"),
    ],
)
def test_it_goes_on_and_the_citizen_is_told(
    lan: Browser, number: int, citizen: Citizen, act: str, stands: str, told: str
) -> None:
    lan.post(f"{HERE}/{number}/take")
    assert lan.post(f"{HERE}/{number}/{act}").headers["location"] == HERE
    assert citizen.stands["state"] == stands
    assert told in citizen.heard[-1]
    assert lan.post(f"{HERE}/{number}/{act}").status_code == 409


def test_what_the_assistant_would_say_is_for_the_adviser_alone(
    lan: Browser, number: int, citizen: Citizen, rasa: FakeRasa
) -> None:
    lan.post(f"{HERE}/{number}/take")
    citizen.say(WISH)
    assert lan.post(f"/staff/api/conversations/{number}/suggestion").json() == {"text": ""}
    citizen.say("lệ phí bao nhiêu")
    before = citizen.heard
    told = lan.post(f"/staff/api/conversations/{number}/suggestion").json()
    assert told == {"text": "Đã nghe: lệ phí bao nhiêu"}
    assert citizen.heard == before
    assert rasa.handed[-1] == {"overheard": True}
    rasa.mode = "error"
    failed = lan.post(f"/staff/api/conversations/{number}/suggestion")
    assert failed.status_code == 503


def test_typing_is_noted_for_who_has_it(
    lan: Browser, minh: Browser, number: int, citizen: Citizen
) -> None:
    lan.post(f"{HERE}/{number}/take")
    minh.post(f"/staff/api/conversations/{number}/typing")
    assert citizen.stands["typing"] is False
    assert lan.post(f"/staff/api/conversations/{number}/typing").status_code == 204
    assert citizen.stands["typing"] is True


def test_without_anybody_who_may_take_over_the_hotline_is_named(
    client: TestClient, rasa: FakeRasa, signed_in: Callable[..., Browser]
) -> None:
    signed_in(Role.EDITOR, "editor")
    assert "19001009" in Citizen(client, rasa).told["messages"][0]["text"]
    signed_in(Role.ADVISER, "lan")
    assert "người tiếp theo" in Citizen(client, rasa).told["messages"][0]["text"]
