"""Chromium against the served application over a fake Rasa."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from bot.settings import Settings
from bot.web.app import create_app
from tests.browser.payloads import replies
from tests.web.fake_rasa import FakeRasa, free_port, serving

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 360, "height": 740}
LIMIT_MS = 20_000  # generous: a busy machine is no failure
expect.set_options(timeout=LIMIT_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")  # not session: Playwright keeps an event loop running
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        missing = "Chromium is missing; install it with: apt-get install -y chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(missing, pytrace=False)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Site:
    """The web application; `rasa` decides what it answers."""

    url: str
    rasa: FakeRasa
    settings: Settings


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    rasa = FakeRasa()
    rasa.replies = replies()
    rasa_port, port = free_port(), free_port()
    settings = Settings(
        var_dir=tmp_path,
        rasa_port=rasa_port,
        rasa_timeout_s=8.0,
        allowed_origins=["http://localhost:9"],
    )
    with serving(rasa.app, rasa_port), serving(create_app(settings), port):
        yield Site(f"http://127.0.0.1:{port}", rasa, settings)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, locale="vi-VN", reduced_motion="reduce")
    context.set_default_timeout(LIMIT_MS)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, site: Site) -> Iterator[Page]:
    """The chat page on a phone. A script error or a blocked resource fails the test."""
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "console",
        lambda message: wrong.append(message.text) if "Security Policy" in message.text else None,
    )
    page.goto(site.url)
    yield page
    assert not wrong
