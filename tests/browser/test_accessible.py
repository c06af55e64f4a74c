"""Usable by everybody: axe, keyboard, screen readers, zoom, colours, text size."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site
from tests.browser.helpers import answered, ask, themed, usable
from tests.browser.payloads import CASE

BIRTH = "Làm giấy khai sinh cho con cần giấy tờ gì?"


def _talk(page: Page, site: Site) -> None:
    """One of everything that can stand in a conversation."""
    asked = ["xin chào", BIRTH, "hộ tịch", "so sánh", "tóm tắt khai sinh", CASE]
    for n, text in enumerate(asked, 1):
        ask(page, text)
        answered(page, n)
    usable(page)  # the field for the proof goes away once it was used
    page.get_by_label("4 số cuối").fill("5678")
    page.keyboard.press("Enter")
    answered(page, 7)
    page.get_by_role("button", name="Câu trả lời hữu ích").first.click()
    expect(page.get_by_label("Góp ý thêm")).to_be_visible()
    site.rasa.mode = "error"
    ask(page, "câu cuối")
    expect(page.locator("#log .outage")).to_be_visible()
    page.get_by_label("Câu hỏi của anh/chị").fill("a" * 2001)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(browser: Browser, site: Site, scheme: str, width: int) -> None:
    with themed(browser, width, scheme) as page:
        page.goto(site.url)
        usable(page)
        _talk(page, site)
        if width == 320:
            page.get_by_role("button", name="Tùy chọn").click()
        usable(page)
        page.get_by_role("button", name="Trò chuyện mới").click()
        usable(page)
        page.keyboard.press("Escape")
        if width == 320:
            page.get_by_role("button", name="Tùy chọn").click()
        page.get_by_role("button", name="Dữ liệu của tôi").click()
        usable(page)
        for path in ("/procedures/1.001193", "/procedures/9.999999", "/privacy"):
            page.goto(site.url + path)
            usable(page)


@pytest.mark.parametrize("size", ["0", "3"])
@pytest.mark.parametrize("height", [256, 740])
def test_nothing_runs_out_of_a_screen_of_320_pixels(
    page: Page, site: Site, height: int, size: str
) -> None:
    """320 × 256 is what 400 % zoom leaves of 1280 × 1024."""
    page.set_viewport_size({"width": 320, "height": height})
    page.evaluate(f"localStorage.setItem('motcua.size', '{size}')")
    page.reload()
    _talk(page, site)
    for path in ("", "/procedures/1.001193", "/privacy"):
        if path:
            page.goto(site.url + path)
        wide = page.evaluate(
            """() => [...document.querySelectorAll('body *')]
                .filter((e) => e.getClientRects().length && !e.closest('.sr, .skip, svg'))
                .filter((e) => e.getBoundingClientRect().right > 321)
                .map((e) => `${e.tagName}.${e.className} ${e.getBoundingClientRect().right}`)"""
        )
        assert wide == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_zoomed_in_everything_can_still_be_reached(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    _talk(page, site)
    for name in ("Gửi", "Thử lại ngay"):
        button = page.get_by_role("button", name=name, exact=True)
        button.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport()
    field = page.get_by_label("Câu hỏi của anh/chị")
    field.focus()
    expect(field).to_be_in_viewport()


def test_the_whole_way_by_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến ô nhập câu hỏi")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Câu hỏi của anh/chị")).to_be_focused()
    page.keyboard.type("hộ tịch")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("ở phường")
    expect(page.get_by_label("Câu hỏi của anh/chị")).to_have_value("hộ tịch\nở phường")
    page.get_by_label("Câu hỏi của anh/chị").fill("hộ tịch")
    page.keyboard.press("Enter")
    answered(page, 1)
    _tab_back_to(page, "Thủ tục đăng ký khai sinh")
    page.keyboard.press("Enter")
    answered(page, 2)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Câu trả lời hữu ích").last).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Cảm ơn anh/chị đã đánh giá")).to_be_visible()


def _tab_back_to(page: Page, words: str) -> None:
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        if words in page.evaluate("document.activeElement.textContent"):
            return
    raise AssertionError(f"{words} can't be reached by keyboard")


def test_focus_can_be_seen(page: Page) -> None:
    for _ in range(8):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            """() => { const s = getComputedStyle(document.activeElement);
                return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 }"""
        )
        assert ring, page.evaluate("document.activeElement.outerHTML")


def test_new_messages_are_announced_and_old_ones_are_not(page: Page) -> None:
    log = page.get_by_role("log", name="Cuộc trò chuyện")
    expect(log).to_have_attribute("aria-live", "polite")
    ask(page, "xin chào")
    answered(page, 1)
    expect(log).to_contain_text("Trợ lý: Chào anh/chị!")
    page.reload()
    live = page.evaluate("document.querySelector('#log').getAttribute('aria-live')")
    answered(page, 1)
    assert live in {"off", "polite"}
    expect(log).to_have_attribute("aria-live", "polite")


def test_text_size_and_colours_are_kept(page: Page, site: Site) -> None:
    def size() -> float:
        return float(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))

    before = size()
    page.get_by_role("button", name="Tùy chọn").click()
    page.get_by_role("button", name="Chữ to hơn").click()
    page.get_by_role("button", name="Chữ to hơn").click()
    page.get_by_role("button", name="Nền tối").click()
    assert size() > before * 1.25
    page.reload()
    assert size() > before * 1.25
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.goto(site.url + "/procedures/1.001193")
    assert size() > before * 1.25


def test_no_movement_for_those_who_do_not_want_it(page: Page, site: Site) -> None:
    site.rasa.delay_s = 1
    ask(page, "chờ chút")
    expect(page.get_by_text("Trợ lý đang soạn câu trả lời…")).to_be_visible()
    moving = page.evaluate("document.getAnimations().length")
    assert moving == 0
