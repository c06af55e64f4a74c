"""Whatever a client sends, the API answers as its own description says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error

from bot.settings import Settings
from bot.web.app import create_app
from tests.web.fake_rasa import FakeRasa, free_port, serving


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    rasa, rasa_port, port = FakeRasa(), free_port(), free_port()
    folder: Path = tmp_path_factory.mktemp("openapi")
    config = Settings(var_dir=folder, rasa_port=rasa_port, rate_session="", rate_ip="")
    with serving(rasa.app, rasa_port), serving(create_app(config), port):
        yield f"http://127.0.0.1:{port}"


@pytest.mark.parametrize(
    "call",
    [
        ("POST", "/api/chat"),
        ("GET", "/api/chat/{session}"),
        ("DELETE", "/api/chat/{session}"),
        ("GET", "/api/chat/{session}/events"),
        ("GET", "/api/chat/{session}/export"),
        ("POST", "/api/chat/{session}/handover/end"),
        ("POST", "/api/chat/{session}/handover/call-back"),
        ("POST", "/api/chat/{session}/typing"),
        ("POST", "/api/feedback"),
        ("GET", "/online-only"),
        ("GET", "/procedures/{code}"),
    ],
    ids=" ".join,
)
def test_no_request_makes_it_fall_over(url: str, call: tuple[str, str]) -> None:
    method, path = call
    operation = schemathesis.openapi.from_url(f"{url}/openapi.json")[path][method]

    @settings(max_examples=25, deadline=None, database=None, suppress_health_check=[*HealthCheck])
    @given(operation.as_strategy())
    def fits(case: schemathesis.Case) -> None:
        case.call_and_validate(checks=[not_a_server_error], timeout=20)

    fits()


def test_a_token_is_described_as_something_to_leave_out(url: str) -> None:
    described = httpx.get(f"{url}/openapi.json", timeout=10).json()["paths"]
    calls = [call for path, by_method in described.items() for call in by_method.values()]
    signed = [call["security"] for call in calls if "security" in call]
    assert signed == [[{"HTTPBearer": []}, {}]] * 9


def test_the_description_lists_every_call_for_other_programs(url: str) -> None:
    described = httpx.get(f"{url}/openapi.json", timeout=10).json()["paths"]
    assert set(described) == {
        "/api/chat",
        "/api/chat/{session}",
        "/api/chat/{session}/events",
        "/api/chat/{session}/export",
        "/api/chat/{session}/handover/call-back",
        "/api/chat/{session}/handover/end",
        "/api/chat/{session}/typing",
        "/api/feedback",
        "/online-only",
        "/procedures/{code}",
    }
