"""Taking down and telling everyone, from the console to what a citizen sees."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from bot.notices.watch import FRESH_S
from bot.staff.audit import newest
from bot.staff.roles import Role
from bot.store import Store
from tests.web.conftest import Say
from tests.web.staff.conftest import HTML, Browser

BIRTH = "1.001193"
Open = Callable[..., Browser]


def acts(client: TestClient) -> list[tuple[str, str | None, str]]:
    store: Store = client.app.state.store  # type: ignore[attr-defined]
    return [(line.act, line.login, line.subject) for line in newest(store, 10)]


def test_a_procedure_is_taken_down_and_told_again(signed_in: Open, client: TestClient) -> None:
    editor = signed_in(Role.EDITOR)
    page = f"/procedures/{BIRTH}"
    assert client.get(page).status_code == 200
    form = {"code": BIRTH, "why": "phí vừa đổi", "until": "2099-01-31T08:00", "ask": "phường"}
    assert editor.post("/staff/notices/down", form).status_code == 303
    shown = editor.get("/staff/notices").text
    assert "phí vừa đổi" in shown
    assert "31/01/2099 08:00" in shown
    time.sleep(FRESH_S + 0.05)
    down = client.get(page, headers=HTML)
    assert down.status_code == 503
    assert "đang được kiểm tra lại" in down.text
    assert "Anh/chị hỏi phường" in down.text
    assert client.get(f"{page}/checklist").status_code == 503
    own = editor.get(f"/staff{page}")  # who has a citizen in front sees the record, and the notice
    assert (own.status_code, "Đang tạm ngừng trả lời người dân" in own.text) == (200, True)
    assert client.get(page).json()["type"] == "urn:motcua:problem:being-checked"
    assert editor.post("/staff/notices/up", {"code": BIRTH}).status_code == 303
    time.sleep(FRESH_S + 0.05)
    assert client.get(page).status_code == 200
    assert acts(client)[:2] == [("tell-again", "editor", BIRTH), ("take-down", "editor", BIRTH)]


def test_a_banner_reaches_page_and_api(signed_in: Open, client: TestClient, say: Say) -> None:
    lead = signed_in(Role.LEAD)
    assert "banner" not in say("xin chào").json()
    lead.post("/staff/notices/banner", {"text": "Tối nay <b>bảo trì</b>.", "why": "nâng cấp"})
    time.sleep(FRESH_S + 0.05)
    assert say("xin chào").json()["banner"] == "Tối nay <b>bảo trì</b>."
    assert "Tối nay &lt;b&gt;bảo trì&lt;/b&gt;." in client.get("/").text
    lead.post("/staff/notices/banner/remove")
    time.sleep(FRESH_S + 0.05)
    assert "banner" not in say("xin chào").json()
    assert acts(client)[:2] == [("banner-removed", "lead", ""), ("banner", "lead", "1")]


@pytest.mark.parametrize(
    ("path", "form", "said"),
    [
        ("down", {"code": "9.999999", "why": "x"}, "không có mã “9.999999”"),
        ("down", {"code": BIRTH}, "Chưa ghi lý do"),
        ("down", {"code": BIRTH, "why": "x", "until": "mai"}, "không đúng dạng"),
        ("down", {"code": BIRTH, "why": "x", "until": "2020-01-01T00:00"}, "đã qua"),
        ("banner", {"why": "x"}, "Chưa có nội dung"),
        ("banner", {"text": "Gọi 0912345678", "why": "x"}, "số cá nhân"),
    ],
)
def test_what_is_wrong_is_said_on_the_page(
    signed_in: Open, path: str, form: dict[str, str], said: str
) -> None:
    response = signed_in(Role.EDITOR).post(f"/staff/notices/{path}", form)
    assert response.status_code == 422
    assert said in response.text
