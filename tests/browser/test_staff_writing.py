"""What an adviser was writing survives a session that ended meanwhile."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.helpers import ask
from tests.browser.test_handover import PASSWORD, WISH, adviser, desk, take

__all__ = ["adviser", "desk"]
WORDS = "Bác mang theo giấy chứng sinh bản chính."


def test_an_answer_is_there_again_after_signing_in(page: Page, adviser: Page) -> None:
    ask(page, WISH)
    take(adviser)
    field = adviser.get_by_label("Trả lời", exact=True)
    field.fill(WORDS)
    adviser.context.clear_cookies()
    adviser.get_by_role("button", name="Gửi", exact=True).click()
    expect(adviser.locator("#refused")).to_contain_text("Phiên làm việc đã hết hạn")
    expect(field).to_have_value(WORDS)

    adviser.reload()
    adviser.get_by_label("Tên đăng nhập").fill("lan")
    adviser.get_by_label("Mật khẩu").fill(PASSWORD)
    adviser.get_by_role("button", name="Đăng nhập").first.click()
    expect(adviser.get_by_label("Trả lời", exact=True)).to_have_value(WORDS)

    adviser.get_by_role("button", name="Gửi", exact=True).click()
    expect(page.get_by_role("log")).to_contain_text(WORDS)
    adviser.reload()
    expect(adviser.get_by_label("Trả lời", exact=True)).to_have_value("")


def test_a_hidden_number_is_told_in_words_on_both_sides(page: Page, adviser: Page) -> None:
    ask(page, "Số căn cước của tôi là 001090012345")
    ask(page, WISH)
    take(adviser)
    said = adviser.locator("#words mark")
    expect(said.first).to_have_text("số căn cước đã che")
    page.reload()
    expect(page.get_by_role("log").locator("mark").first).to_have_text("số căn cước đã che")
    adviser.get_by_label("Trả lời", exact=True).fill("Gọi tôi số 0912 345 678")
    adviser.get_by_role("button", name="Gửi", exact=True).click()
    expect(page.get_by_role("log").locator(".person mark")).to_have_text("số điện thoại đã che")
    expect(adviser.locator("#words .adviser mark")).to_have_text("số điện thoại đã che")
