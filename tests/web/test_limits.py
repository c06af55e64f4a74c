"""Rate and size limits, headers, other sites' pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.settings import Settings
from bot.web.app import create_app
from tests.web.fake_rasa import FakeRasa


def _limited(settings: Settings, **changes: object) -> TestClient:
    return TestClient(create_app(settings.model_copy(update=changes)))


def test_fifty_messages_a_second_are_slowed_down_and_none_is_doubled(
    settings: Settings, rasa: FakeRasa
) -> None:
    usual = Settings.model_fields["rate_session"].default
    with _limited(settings, rate_session=usual) as client:
        session = client.post("/api/chat", json={"text": "mở đầu"}).json()["session"]
        answers = [
            client.post("/api/chat", json={"text": f"câu {i}", "session": session})
            for i in range(50)
        ]
    assert {response.status_code for response in answers} == {200, 429}
    assert [response.status_code for response in answers[:20]] == [200] * 20
    refused = answers[-1]
    assert refused.headers["content-type"] == "application/problem+json"
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert refused.headers["retry-after"] in refused.json()["detail"]
    answered = sum(response.status_code == 200 for response in answers)
    assert len(rasa.heard) == answered + 1


@pytest.fixture
def by_address(settings: Settings) -> Iterator[TestClient]:
    with _limited(settings, rate_ip="3/minute") as client:
        yield client


def test_new_sessions_do_not_get_around_the_limit_of_an_address(by_address: TestClient) -> None:
    codes = [by_address.post("/api/chat", json={"text": "a"}).status_code for _ in range(5)]
    assert codes == [200, 200, 200, 429, 429]


def test_this_machines_own_tools_have_no_address_limit(settings: Settings) -> None:
    with _limited(settings, rate_ip="1/minute", rate_ip_exempt=["testclient"]) as client:
        codes = {client.post("/api/chat", json={"text": "a"}).status_code for _ in range(4)}
    assert codes == {200}


def test_a_streamed_body_without_length_is_cut_off(client: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(1000):
            yield b"x" * 4096

    response = client.post("/api/chat", content=endless())
    assert response.status_code == 413


@pytest.mark.parametrize("path", ["/", "/api/chat/x", "/healthz", "/static/js/chat.js", "/nope"])
def test_every_answer_has_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_only_the_chat_page_is_framed_and_only_by_allowed_origins(client: TestClient) -> None:
    def ancestors(path: str) -> str:
        policy = client.get(path).headers["content-security-policy"]
        return policy.split("frame-ancestors ")[1]

    assert ancestors("/") == "'self' https://hanoi.example"
    assert ancestors("/procedures/1.001193") == "'none'"


@pytest.mark.parametrize(
    ("origin", "allowed"), [("https://hanoi.example", True), ("https://evil.example", False)]
)
def test_only_allowed_origins_may_call_from_their_pages(
    client: TestClient, origin: str, allowed: bool
) -> None:
    headers = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    answer = client.options("/api/chat", headers=headers)
    assert (answer.headers.get("access-control-allow-origin") == origin) is allowed
    widget = client.get("/widget.js")
    assert widget.headers["content-type"].startswith("text/javascript")
    assert (f'"{origin}"' in widget.text) is allowed


def test_pages_have_no_inline_script_or_style(client: TestClient) -> None:
    for path in ("/", "/procedures/1.001193", "/nope"):
        page = client.get(path, headers={"Accept": "text/html"}).text
        assert "<style" not in page
        assert " style=" not in page
        assert " onclick=" not in page
        assert page.count("<script") == page.count("<script src=") + page.count(
            '<script type="module" src='
        )


def test_nothing_comes_from_elsewhere() -> None:
    folder = Path("bot/web")
    for path in [*folder.glob("static/**/*.*"), *folder.glob("templates/**/*.*")]:
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        for mark in ('src="http', 'href="http', "@import", "url(http", 'from "http'):
            assert mark not in text.replace('src="https://…/widget.js"', ""), path.name
