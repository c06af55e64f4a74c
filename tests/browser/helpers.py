"""What a citizen does on the page, and what must hold on every page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

LIMIT_MS = 20_000  # generous: a busy machine is no failure
expect.set_options(timeout=LIMIT_MS)


def ask(page: Page, text: str) -> None:
    page.get_by_label("Câu hỏi của anh/chị").fill(text)
    page.keyboard.press("Enter")


def turns(page: Page) -> Locator:
    return page.locator("#log .turn")


def answered(page: Page, count: int) -> None:
    """Wait until that many turns are on the page and answered."""
    expect(page.locator('#log .turn[data-state="answered"]')).to_have_count(count)
    expect(turns(page)).to_have_count(count)


def usable(page: Page) -> None:
    """Axe finds nothing, and nothing runs out sideways."""
    results = Axe().run(page)
    assert results.violations_count == 0, (page.url, results.generate_report())
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide, page.url


@contextmanager
def themed(browser: Browser, width: int, scheme: str) -> Iterator[Page]:
    """A page of a screen so wide, in "light" or "dark"."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    context.set_default_timeout(LIMIT_MS)
    yield context.new_page()
    context.close()


@contextmanager
def undisturbed(page: Page) -> Iterator[Page]:
    """A script error, or something that the page's policy blocks, fails the test."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "console",
        lambda message: wrong.append(message.text) if "Security Policy" in message.text else None,
    )
    yield page
    assert not wrong
