"""A case on the page: the field for the proof, the card, and digits that are not shown again."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.helpers import answered, ask
from tests.browser.payloads import CASE

DIGITS = "5678"


def _asked_for_the_proof(page: Page) -> None:
    ask(page, CASE)
    answered(page, 1)


def _kept_by_the_browser(page: Page) -> str:
    return str(page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"))


def test_the_proof_has_a_field_of_its_own_for_digits(page: Page, site: Site) -> None:
    _asked_for_the_proof(page)
    field = page.get_by_label("4 số cuối")
    expect(field).to_have_attribute("inputmode", "numeric")
    expect(field).to_have_attribute("autocomplete", "off")
    field.fill("56")
    page.get_by_role("button", name="Xem hồ sơ").click()
    expect(field).to_be_visible()  # two digits are not sent
    field.fill(DIGITS)
    page.get_by_role("button", name="Xem hồ sơ").click()
    answered(page, 2)
    expect(field).to_have_count(0)
    assert site.rasa.messages[-1] == "4 số cuối [proof]"
    assert site.rasa.handed[-1] == {"proof": DIGITS}


def test_the_card_says_how_it_stands_and_what_to_do(page: Page) -> None:
    _asked_for_the_proof(page)
    page.get_by_label("4 số cuối").fill(DIGITS)
    page.keyboard.press("Enter")
    card = page.get_by_label(f"Hồ sơ {CASE}")
    expect(card.get_by_role("heading", name="Đăng ký khai sinh")).to_be_visible()
    expect(card.get_by_text("Đang xử lý").first).to_be_visible()
    expect(card.get_by_text("đã quá hẹn 4 ngày làm việc")).to_be_visible()
    expect(card.get_by_role("link", name="19001009")).to_have_attribute("href", "tel:19001009")
    expect(card.get_by_text("Hồ sơ mẫu để dùng thử")).to_be_visible()
    expect(card.get_by_text("Theo Dữ liệu mẫu, lúc 8:30 ngày 8/7/2026")).to_be_visible()
    card.locator("summary").click()
    expect(card.get_by_role("listitem").filter(has_text="6/7/2026")).to_contain_text("tiếp nhận")
    link = card.get_by_role("link", name="Xem thủ tục này")
    expect(link).to_have_attribute("href", "/procedures/1.001193")


def test_digits_are_shown_as_dots_at_once_and_after_a_reload(page: Page) -> None:
    _asked_for_the_proof(page)
    ask(page, DIGITS)  # typed where questions are typed
    answered(page, 2)
    said = page.locator(".mine").last
    expect(said).to_contain_text("••••")
    expect(said).not_to_contain_text(DIGITS)
    page.reload()
    answered(page, 2)
    expect(page.locator(".mine").last).to_contain_text("••••")
    expect(page.locator("#log")).not_to_contain_text(DIGITS)


def test_the_browser_keeps_no_digits_while_they_wait(page: Page, site: Site) -> None:
    _asked_for_the_proof(page)
    page.get_by_label("Câu hỏi của anh/chị").fill(DIGITS)
    assert DIGITS not in _kept_by_the_browser(page)
    site.rasa.mode = "error"
    page.keyboard.press("Enter")
    expect(page.locator("#log .outage")).to_be_visible()
    assert DIGITS not in _kept_by_the_browser(page)
    assert json.loads(_kept_by_the_browser(page)), "the storage could not be read"


def test_a_question_may_be_asked_instead(page: Page, site: Site) -> None:
    _asked_for_the_proof(page)
    ask(page, "hộ tịch")
    answered(page, 2)
    assert site.rasa.messages[-1] == "hộ tịch"
