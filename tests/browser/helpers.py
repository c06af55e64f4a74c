"""What a citizen does on the page."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


def ask(page: Page, text: str) -> None:
    page.get_by_label("Câu hỏi của anh/chị").fill(text)
    page.keyboard.press("Enter")


def turns(page: Page) -> Locator:
    return page.locator("#log .turn")


def answered(page: Page, count: int) -> None:
    """Wait until that many turns are on the page and answered."""
    expect(page.locator('#log .turn[data-state="answered"]')).to_have_count(count)
    expect(turns(page)).to_have_count(count)
