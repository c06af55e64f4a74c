"""Journeys of staff in Chromium: teach a phrasing, take a procedure down, tell everyone."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.jobs.jobs import Jobs
from bot.keyed import Keyed, load_key
from bot.learning import changes as module
from bot.learning.changes import Changes
from bot.learning.tables import LearningItem, LearningTheme
from bot.notices.watch import FRESH_S
from bot.staff.roles import Role
from bot.staff.service import open_staff
from bot.store import Store, now
from tests.browser.conftest import Site
from tests.browser.helpers import LIMIT_MS, answered, ask, usable
from tests.learning.conftest import Talk
from tests.staff.people import settled

BIRTH = "1.001193"
PHRASE = "thằng cu nhà em chào đời, xin tờ giấy đầu tiên cho nó"
ROW = {"size": 300, "first": 250, "five": 290, "refused": 1}
PASSWORD = "một mật khẩu dài"
Open = Callable[..., Page]


@pytest.fixture
def store(site: Site) -> Iterator[Store]:
    store = Store(site.settings.database)
    yield store
    store.close()


@pytest.fixture(params=[390, 1280])
def signed_in(
    browser: Browser, site: Site, store: Store, request: pytest.FixtureRequest
) -> Iterator[Open]:
    """Signs somebody in on the page, at the width of a phone and of a desk."""
    keyed = Keyed(load_key(site.settings.secret_key, site.settings.var_dir))
    accounts = open_staff(site.settings, store, keyed).accounts
    with ExitStack() as stack:

        def sign_in(role: Role) -> Page:
            settled(accounts, str(role), f"{role.label} (mẫu)", role, PASSWORD)
            context = browser.new_context(
                viewport={"width": request.param, "height": 800}, reduced_motion="reduce"
            )
            stack.callback(context.close)
            context.set_default_timeout(LIMIT_MS)
            page = context.new_page()
            page.goto(f"{site.url}/staff/sign-in")
            page.get_by_label("Tên đăng nhập").fill(str(role))
            page.get_by_label("Mật khẩu").fill(PASSWORD)
            page.get_by_role("button", name="Đăng nhập").click()
            expect(page.get_by_role("heading", name="Chào")).to_be_visible()
            return page

        yield sign_in


def test_teach_a_phrasing(
    site: Site, signed_in: Open, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Jobs are held back here, and their ends written down: tests/learning runs them for real."""
    started: list[int] = []
    monkeypatch.setattr("bot.jobs.jobs.set_to_work", lambda job, over: started.append(job))
    monkeypatch.setattr(module, "current_version", lambda: "now")
    (turn,) = Talk(store)("an", ("cu tí nhà em chào đời", "none"))
    with store.writing() as session:
        session.add(LearningTheme(id=1, nearest=BIRTH, state="open", at=now()))
        session.flush()
        session.add(LearningItem(turn_id=turn, theme_id=1, why="none", at=now()))

    editor = signed_in(Role.EDITOR)
    editor.goto(f"{site.url}/staff/learning")
    expect(editor.get_by_text("cu tí nhà em chào đời")).to_be_visible()
    usable(editor)
    editor.get_by_role("link", name=re.compile("Gần “")).click()
    editor.get_by_label("Mã thủ tục").fill(BIRTH)
    editor.get_by_role("button", name="Giao").click()
    editor.get_by_label("Câu mà người dân hay nói").fill("gọi em 0912345678")
    editor.get_by_role("button", name="Đề xuất").click()
    expect(editor.get_by_role("alert")).to_contain_text("Có số cá nhân")
    usable(editor)
    editor.get_by_label("Câu mà người dân hay nói").fill(PHRASE)
    editor.get_by_role("button", name="Đề xuất").click()
    expect(editor.get_by_text("+++ b/data/catalogue/words/ho-tich.jsonl")).to_be_visible()

    editor.get_by_role("button", name="Đánh giá").click()
    jobs = Jobs(store)
    jobs.tell(1, "Hỏi thử", 300, 1200)
    expect(editor.locator("[data-step]")).to_have_text("Hỏi thử")
    usable(editor)
    figures = {"sets": {"Câu hỏi thường ngày": {"before": ROW, "after": ROW}}, "losses": []}
    Changes(store).compared(1, figures, "now")
    jobs.end(1, "done", "Không có gì kém đi.")
    expect(editor.get_by_text("Không có gì kém đi.")).to_be_visible()  # by itself
    expect(editor.get_by_role("cell", name="250 → 250")).to_be_visible()
    expect(editor.get_by_role("button", name="Duyệt và áp dụng")).to_have_count(0)
    usable(editor)

    lead = signed_in(Role.LEAD)
    lead.goto(f"{site.url}/staff/learning/changes")
    usable(lead)
    lead.get_by_role("link", name=PHRASE).click()
    lead.get_by_role("button", name="Duyệt và áp dụng").click()
    expect(lead.locator("[data-job]")).to_be_visible()
    Changes(store).applied(1)
    jobs.end(2, "done", "Đã áp dụng.")
    expect(lead.get_by_text("đang dùng")).to_be_visible()
    assert started == [1, 2]


def test_take_down_and_tell_everyone(
    site: Site, signed_in: Open, browser: Browser, store: Store
) -> None:
    editor = signed_in(Role.EDITOR)
    editor.goto(f"{site.url}/staff/notices")
    usable(editor)
    down = editor.locator("section", has_text="Tạm ngừng một thủ tục")
    down.get_by_label("Mã thủ tục").fill(BIRTH)
    down.get_by_label("Lý do").fill("mức phí vừa đổi")
    down.get_by_role("button", name="Tạm ngừng trả lời").click()
    banner = editor.locator("section", has_text="Đăng thông báo")
    banner.get_by_label("Nội dung").fill("Tối nay trang nộp hồ sơ bảo trì.")
    banner.get_by_label("Lý do").fill("lịch bảo trì")
    banner.get_by_role("button", name="Đăng", exact=True).click()
    expect(editor.get_by_role("button", name="Gỡ thông báo")).to_be_visible()
    usable(editor)

    time.sleep(FRESH_S + 0.05)
    citizen = browser.new_page(viewport={"width": 390, "height": 800})
    citizen.set_default_timeout(LIMIT_MS)
    citizen.goto(site.url)
    expect(citizen.locator("#banner")).to_have_text("Tối nay trang nộp hồ sơ bảo trì.")
    usable(citizen)
    editor.get_by_role("button", name="Gỡ thông báo").click()
    expect(editor.get_by_text("Không có thông báo nào.")).to_be_visible()
    time.sleep(FRESH_S + 0.05)
    ask(citizen, "xin chào")
    answered(citizen, 1)
    expect(citizen.locator("#banner")).to_be_hidden()  # gone with the next answer
    citizen.goto(f"{site.url}/procedures/{BIRTH}")
    expect(citizen.get_by_text("đang được kiểm tra lại")).to_be_visible()
    citizen.close()
    editor.get_by_role("button", name="Trả lời lại").click()
    expect(editor.get_by_text("Không có thủ tục nào.")).to_be_visible()
