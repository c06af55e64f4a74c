"""One tag on another site: works for allowed origins, not for others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from bot.settings import Settings
from bot.web.app import create_app
from tests.browser.payloads import replies
from tests.web.fake_rasa import FakeRasa, free_port, serving


@contextmanager
def _other_site(tmp_path: Path, allowed: bool) -> Iterator[str]:
    """The address of a foreign page, with a strict policy of its own, that carries the tag."""
    host, web, rasa_port = free_port(), free_port(), free_port()
    ours = f"http://127.0.0.1:{web}"
    policy = f"default-src 'none'; script-src {ours}; frame-src {ours}"

    def page(_: Request) -> HTMLResponse:
        tag = f'<script src="{ours}/widget.js"></script>'
        body = f'<html lang="vi"><title>Phường</title><h1>Phường</h1>{tag}'
        return HTMLResponse(body, headers={"Content-Security-Policy": policy})

    rasa = FakeRasa()
    rasa.replies = replies()
    origin = f"http://127.0.0.1:{host}"
    settings = Settings(
        var_dir=tmp_path, rasa_port=rasa_port, allowed_origins=[origin] if allowed else []
    )
    with (
        serving(rasa.app, rasa_port),
        serving(create_app(settings), web),
        serving(Starlette(routes=[Route("/", page)]), host),
    ):
        yield origin


@pytest.fixture
def plain(context: BrowserContext) -> Page:
    return context.new_page()


def test_the_widget_opens_answers_and_closes(plain: Page, tmp_path: Path) -> None:
    with _other_site(tmp_path, allowed=True) as origin:
        plain.goto(origin)
        plain.get_by_role("button", name="Hỏi thủ tục hành chính").click()
        frame = plain.frame_locator("iframe[title='Trợ lý thủ tục hành chính Hà Nội']")
        frame.get_by_label("Câu hỏi của anh/chị").fill("xin chào")
        expect(frame.get_by_role("button", name="Gửi")).to_be_enabled()
        frame.get_by_label("Câu hỏi của anh/chị").press("Enter")
        expect(frame.get_by_text("Chào anh/chị!")).to_be_visible()
        frame.get_by_label("Câu hỏi của anh/chị").press("Escape")
        expect(plain.locator("iframe")).to_be_hidden()
        expect(plain.get_by_role("button", name="Hỏi thủ tục hành chính")).to_be_focused()


def test_a_site_that_is_not_allowed_gets_no_button_and_no_frame(
    plain: Page, tmp_path: Path
) -> None:
    warned: list[str] = []
    plain.on("console", lambda message: warned.append(message.text))
    with _other_site(tmp_path, allowed=False) as origin:
        plain.goto(origin)
        plain.wait_for_timeout(300)
        expect(plain.locator("motcua-widget")).to_have_count(0)
        assert any("allowed origins" in text for text in warned)
