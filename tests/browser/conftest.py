"""Chromium against the served application over a fake Rasa."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bot.settings import Settings
from bot.staff.service import Staff
from bot.web.app import create_app
from tests.browser.helpers import LIMIT_MS, undisturbed
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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


Launch = Callable[[list[str]], Browser]  # flags → a browser


@pytest.fixture(scope="package")  # not session: Playwright keeps an event loop running
def launch() -> Iterator[Launch]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        missing = "Chromium is missing; install it with: apt-get install -y chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(missing, pytrace=False)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        yield lambda flags: playwright.chromium.launch(executable_path=chromium, args=flags)


@pytest.fixture(scope="package")
def browser(launch: Launch) -> Iterator[Browser]:
    browser = launch(FLAGS)
    yield browser
    browser.close()


@dataclass
class Site:
    """The web application; `rasa` decides what it answers."""

    url: str
    rasa: FakeRasa
    settings: Settings
    staff: Staff


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
    app = create_app(settings)
    with serving(rasa.app, rasa_port), serving(app, port):
        yield Site(f"http://127.0.0.1:{port}", rasa, settings, app.state.staff)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, locale="vi-VN", reduced_motion="reduce")
    context.set_default_timeout(LIMIT_MS)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, site: Site) -> Iterator[Page]:
    """The chat page on a phone."""
    with undisturbed(context.new_page()) as page:
        page.goto(site.url)
        yield page
