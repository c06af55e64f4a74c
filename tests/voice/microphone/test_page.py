"""The page for a microphone: for the browser of this machine, and only where it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from starlette.testclient import TestClient

from bot.settings import Settings
from tests.voice.conftest import Hears
from voice.app import create_app
from voice.parts import Parts

PAGE = "/voice/microphone"


@pytest.fixture
def visit(settings: Settings, hears: Hears) -> Iterator[Callable[..., TestClient]]:
    """A browser at that address, calling the service by that name."""
    with ExitStack() as stack:

        def visited(address: str = "127.0.0.1", name: str = "localhost:8001") -> TestClient:
            wanted = settings.model_copy(update={"voice_microphone": True})
            app = create_app(wanted, recogniser=hears)
            return stack.enter_context(
                TestClient(app, base_url=f"http://{name}", client=(address, 50000))
            )

        yield visited


def test_it_is_off_by_default(settings: Settings, hears: Hears) -> None:
    with TestClient(create_app(settings, recogniser=hears), client=("127.0.0.1", 1)) as client:
        assert client.get(PAGE).status_code == 404
        assert client.post(f"{PAGE}/call").status_code == 404


def test_this_machines_browser_gets_the_page_its_files_and_a_token_of_one_call(
    visit: Callable[..., TestClient],
) -> None:
    client = visit()
    page = client.get(PAGE)
    assert "micrô" in page.text
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    for name in ("microphone.js", "line.js", "worklets.js", "ulaw.js"):
        assert client.get(f"{PAGE}/{name}").headers["Content-Type"].startswith("text/javascript")
    begun = client.post(f"{PAGE}/call").json()
    parts: Parts = client.app.state.parts  # type: ignore[attr-defined]
    assert parts.tokens.holds(begun["token"], begun["call"], "")
    assert not parts.tokens.holds(begun["token"], "CA-another", "")


@pytest.mark.parametrize("name", ["nothing.js", "..%2Fpage.py", "__init__.py"])
def test_nothing_else_is_served(visit: Callable[..., TestClient], name: str) -> None:
    assert visit().get(f"{PAGE}/{name}").status_code == 404


@pytest.mark.parametrize(
    ("address", "name"),
    [
        pytest.param("10.0.0.7", "localhost:8001", id="another machine"),
        pytest.param("127.0.0.1", "evil.example", id="a name of others that leads here"),
    ],
)
def test_nobody_else_gets_a_token(
    visit: Callable[..., TestClient], address: str, name: str
) -> None:
    client = visit(address, name)
    assert client.post(f"{PAGE}/call").status_code == 404
    assert client.get(PAGE).status_code == 404


def test_a_proxy_on_this_machine_is_somebody_else(visit: Callable[..., TestClient]) -> None:
    asked = visit().post(f"{PAGE}/call", headers={"X-Forwarded-For": "203.0.113.9"})
    assert asked.status_code == 404
