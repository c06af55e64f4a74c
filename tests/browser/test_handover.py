"""Taking over, in two browsers: a citizen's telephone and an adviser's desk."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bot.staff.roles import Role
from bot.staff.service import Staff
from tests.browser.conftest import Site
from tests.browser.helpers import LIMIT_MS, answered, ask, usable
from tests.staff.people import settled

PASSWORD = "một mật khẩu dài"
WISH = "cho tôi gặp cán bộ"


@pytest.fixture
def desk(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """An adviser's account, and a desk that is open whatever day it is."""
    monkeypatch.setattr("bot.channels.handovers.open_now", lambda *_: True)
    monkeypatch.setattr("bot.channels.handover_watch.open_now", lambda *_: True)
    payload = {"type": "notice", "kind": "handover", "quick_replies": []}
    site.rasa.replies[WISH] = [{"text": "Gọi 19001009.", "payload": payload}]
    staff: Staff = site.staff
    settled(staff.accounts, "lan", "Lan (mẫu)", Role.ADVISER, PASSWORD)


@pytest.fixture
def adviser(browser: Browser, site: Site, desk: None) -> Iterator[Page]:
    """The console, signed in."""
    yield from signed_in(browser, site, "lan")


@pytest.fixture
def colleague(browser: Browser, site: Site, desk: None) -> Iterator[Page]:
    settled(site.staff.accounts, "minh", "Minh (mẫu)", Role.ADVISER, PASSWORD)
    yield from signed_in(browser, site, "minh")


def signed_in(browser: Browser, site: Site, login: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN")
    context.set_default_timeout(LIMIT_MS)
    page = context.new_page()
    page.goto(f"{site.url}/staff/conversations")
    page.get_by_label("Tên đăng nhập").fill(login)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").first.click()
    expect(page.get_by_role("heading", name="Trò chuyện với người dân")).to_be_visible()
    yield page
    context.close()


def take(adviser: Page) -> None:
    adviser.get_by_role("button", name="Nhận cuộc số").click()
    # The page's script shows this button: what is typed earlier it does not see.
    expect(adviser.get_by_role("button", name="Trợ lý sẽ trả lời thế nào?")).to_be_visible()


def test_a_person_takes_over_and_gives_back(page: Page, adviser: Page) -> None:
    ask(page, WISH)
    panel = page.get_by_role("region", name="Gặp cán bộ")
    expect(panel).to_contain_text("là người tiếp theo")
    usable(page)

    take(adviser)  # it came without a reload
    expect(panel).to_contain_text("Cán bộ Lan (mẫu) đang trò chuyện với anh/chị.")
    expect(adviser.locator("#words")).to_contain_text(WISH)
    usable(adviser)

    adviser.get_by_label("Trả lời").press_sequentially("Chào anh/chị")
    expect(page.locator("#person-typing")).to_be_visible()
    adviser.keyboard.press("Enter")
    expect(page.locator(".bot.person")).to_contain_text("Chào anh/chị")

    page.get_by_label("Câu hỏi của anh/chị").press_sequentially("vâng, cho em")
    expect(adviser.get_by_text("Người dân đang gõ…")).to_be_visible()
    page.keyboard.press("Enter")
    expect(adviser.locator("#words .citizen").last).to_contain_text("vâng, cho em")
    expect(page.locator("#typing")).to_be_hidden()
    usable(page)

    page.reload()
    expect(page.locator(".bot.person")).to_contain_text("Chào anh/chị")
    expect(panel).to_contain_text("đang trò chuyện")

    adviser.get_by_role("button", name="Chuyển lại cho trợ lý").click()
    expect(panel).to_be_hidden()
    expect(page.locator("#log")).to_contain_text("chuyển cuộc trò chuyện lại cho trợ lý")
    ask(page, "cảm ơn")
    expect(page.locator("#log .turn").last).to_contain_text("Đã nghe: cảm ơn")


def test_the_citizen_goes_back_to_the_assistant(page: Page, adviser: Page) -> None:
    ask(page, WISH)
    take(adviser)
    page.get_by_role("button", name="Trở lại với trợ lý").click()
    expect(page.locator("#log")).to_contain_text("Anh/chị đã trở lại với trợ lý")
    expect(adviser.get_by_role("alert").first).to_contain_text("không còn ở anh/chị nữa")
    expect(adviser.get_by_role("button", name="Gửi")).to_be_disabled()


def test_a_number_is_left_instead_of_waiting(page: Page, site: Site, desk: None) -> None:
    ask(page, WISH)
    page.get_by_text("Để lại số điện thoại").click()
    page.get_by_role("textbox", name="Số điện thoại").fill("12345")
    page.get_by_label("Tôi đồng ý").check()
    usable(page)
    page.get_by_role("button", name="Gọi lại cho tôi").click()
    expect(page.locator("#desk [role=alert]")).to_contain_text("Anh/chị nhập số di động")
    page.get_by_role("textbox", name="Số điện thoại").fill("0912 345 678")
    page.get_by_role("button", name="Gọi lại cho tôi").click()
    expect(page.locator("#log")).to_contain_text("Đã ghi lại số điện thoại")
    expect(page.locator("#desk")).to_be_hidden()
    assert "0912" not in page.locator("#log").inner_text()
    assert "0912" not in page.evaluate("JSON.stringify([localStorage, sessionStorage])")
    assert not any("0912" in message for message in site.rasa.messages)
    promise = re.compile(r"Cán bộ sẽ gọi, chậm nhất \d\d:\d\d [^,]+, \d\d/\d\d/20\d\d")
    expect(page.locator("#log")).to_contain_text(promise)


def test_who_stops_waiting_talks_with_the_assistant(page: Page, desk: None) -> None:
    ask(page, WISH)
    answered(page, 1)
    page.get_by_role("button", name="Không chờ nữa").click()
    expect(page.locator("#log")).to_contain_text("Anh/chị đã thôi gặp cán bộ")
    expect(page.locator("#desk")).to_be_hidden()


def test_who_was_slower_sees_who_comes_next(
    page: Page, adviser: Page, colleague: Page, context: BrowserContext, site: Site
) -> None:
    ask(page, WISH)
    offer = colleague.get_by_role("button", name="Nhận cuộc số")
    expect(offer).to_be_visible()
    colleague.context.set_offline(True)  # the list stays as it is
    take(adviser)
    expect(adviser.locator("#words")).to_contain_text(WISH)
    colleague.context.set_offline(False)
    offer.click()
    expect(colleague.get_by_role("alert")).to_contain_text("đã có cán bộ khác nhận")

    context.clear_cookies()
    next_one = context.browser.new_page() if context.browser else context.new_page()
    next_one.goto(site.url)
    ask(next_one, WISH)
    expect(offer).to_be_visible()
    next_one.close()


def test_signs_of_typing_end_when_the_line_is_cut(page: Page, adviser: Page) -> None:
    ask(page, WISH)
    take(adviser)
    adviser.get_by_label("Trả lời").press_sequentially("Chào")
    expect(page.locator("#person-typing")).to_be_visible()
    page.context.set_offline(True)
    expect(page.locator("#person-typing")).to_be_hidden()
    page.context.set_offline(False)


def test_a_score_is_asked_for_with_the_last_words(page: Page, adviser: Page) -> None:
    ask(page, WISH)
    take(adviser)
    adviser.get_by_label("Trả lời").fill("Chào anh/chị")
    adviser.keyboard.press("Enter")
    expect(page.locator(".bot.person")).to_contain_text("Chào anh/chị")
    adviser.get_by_role("button", name="Kết thúc").click()
    page.get_by_role("button", name="5 – Rất hài lòng").click()
    expect(page.locator("#log .mine").last).to_contain_text("Tôi chấm 5/5 điểm")


def test_who_left_a_number_is_called_back(
    page: Page, adviser: Page, colleague: Page, site: Site
) -> None:
    ask(page, WISH)
    page.get_by_text("Để lại số điện thoại").click()
    page.get_by_role("textbox", name="Số điện thoại").fill("0912 345 678")
    page.get_by_label("Tôi đồng ý").check()
    page.get_by_role("button", name="Gọi lại cho tôi").click()
    expect(page.locator("#log")).to_contain_text("Đã ghi lại số điện thoại")

    for desk in (adviser, colleague):
        desk.get_by_role("link", name="Gọi lại").click()
        expect(desk.get_by_role("heading", name="Gọi lại cho người dân (1)")).to_be_visible()
    adviser.get_by_role("button", name="Nhận gọi").click()
    colleague.get_by_role("button", name="Nhận gọi").click()
    expect(colleague.get_by_role("alert")).to_contain_text("đã có cán bộ khác nhận")
    adviser.get_by_role("button", name="Hiện số").click()
    expect(adviser.get_by_role("link", name="0912345678")).to_be_visible()
    usable(adviser)
    adviser.get_by_role("button", name="Đã gọi xong").click()
    expect(adviser.get_by_text("Không có ai chờ gọi lại")).to_be_visible()
