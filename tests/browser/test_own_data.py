"""A citizen takes a copy of the conversation along, and ends it; also on a shared computer."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Site
from tests.browser.helpers import answered, ask, turns

BIRTH = "Làm giấy khai sinh cho con cần giấy tờ gì?"


def _own_data(page: Page) -> None:
    page.get_by_role("button", name="Tùy chọn").click()
    page.get_by_role("button", name="Dữ liệu của tôi").click()


def test_what_is_kept_is_said_at_the_start_with_a_page_that_tells_all(page: Page) -> None:
    expect(page.get_by_text("Tin nhắn được lưu 7 ngày sau tin cuối")).to_be_visible()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Trợ lý lưu gì?").click()
    expect(opened.value.get_by_role("heading", name="Anh/chị có thể làm gì")).to_be_visible()


def test_a_copy_can_be_taken_along(page: Page, tmp_path: Path) -> None:
    ask(page, BIRTH)
    answered(page, 1)
    _own_data(page)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Tải về").click()
    assert taken.value.suggested_filename == "cuoc-tro-chuyen.json"
    taken.value.save_as(tmp_path / "copy.json")
    copy = json.loads((tmp_path / "copy.json").read_text(encoding="utf-8"))
    assert copy["kept"]["turn"][0]["text"] == BIRTH
    expect(page.get_by_text("Đã tải về.")).to_be_visible()


def test_a_deletion_leaves_nothing_here_in_other_tabs_and_on_the_server(
    page: Page, context: BrowserContext, site: Site
) -> None:
    ask(page, BIRTH)
    page.get_by_role("checkbox", name="Giấy chứng sinh").check()
    other = context.new_page()
    other.goto(site.url)
    answered(other, 1)
    session = json.loads(page.evaluate("localStorage.getItem('motcua.session')"))
    page.get_by_label("Câu hỏi của anh/chị").fill("đang viết dở")

    _own_data(page)
    page.get_by_role("button", name="Xóa cuộc trò chuyện này").click()
    expect(page.get_by_text("Đã xóa cuộc trò chuyện.")).to_be_visible()
    expect(page.get_by_label("Câu hỏi của anh/chị")).to_be_focused()
    for tab in (page, other):
        expect(turns(tab)).to_have_count(0)
        assert tab.evaluate("Object.keys(localStorage)") == []
        assert tab.evaluate("Object.keys(sessionStorage)") == []
    assert page.request.get(f"{site.url}/api/chat/{session}/export").status == 404
    ask(page, "chào lần nữa")
    answered(page, 1)
    assert len({sender for sender, _ in site.rasa.heard}) == 2


def test_a_message_that_waits_does_not_come_back_after_the_deletion(page: Page, site: Site) -> None:
    ask(page, "một")
    answered(page, 1)
    site.rasa.mode = "error"
    ask(page, "hai")
    expect(page.locator("#log .outage")).to_be_visible()
    _own_data(page)
    page.get_by_role("button", name="Xóa cuộc trò chuyện này").click()
    expect(turns(page)).to_have_count(0)
    site.rasa.mode = "answer"
    page.reload()
    expect(turns(page)).to_have_count(0)


def test_without_a_conversation_there_is_nothing_to_delete(page: Page) -> None:
    _own_data(page)
    expect(page.get_by_text("Chưa có cuộc trò chuyện nào")).to_be_visible()
    expect(page.get_by_role("button", name="Xóa cuộc trò chuyện này")).to_be_hidden()
    page.get_by_role("button", name="Đóng").click()
    expect(page.locator("#mine-dialog")).to_be_hidden()


def test_what_could_not_be_deleted_is_said_and_stays(
    page: Page, context: BrowserContext, site: Site
) -> None:
    ask(page, "một")
    answered(page, 1)
    context.set_offline(True)
    _own_data(page)
    page.get_by_role("button", name="Xóa cuộc trò chuyện này").click()
    expect(page.get_by_text("Chưa kết nối được với trợ lý")).to_be_visible()
    expect(turns(page)).to_have_count(1)
    context.set_offline(False)
    page.get_by_role("button", name="Xóa cuộc trò chuyện này").click()
    expect(turns(page)).to_have_count(0)
