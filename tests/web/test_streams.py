"""Event streams and reading are limited; a stream that ends gives its place back."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import httpx
import pytest
from starlette.testclient import TestClient

from bot.channels.problems import Problem
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.streams import Streams
from tests.web.fake_rasa import free_port, serving


@contextmanager
def _served(settings: Settings, **changes: object) -> Iterator[httpx.Client]:
    port = free_port()
    with (
        serving(create_app(settings.model_copy(update=changes)), port),
        httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=10, trust_env=False) as client,
    ):
        yield client


def _session(client: httpx.Client) -> str:
    session: str = client.post("/api/chat", json={"text": "chào"}).json()["session"]
    return session


def _refused(client: httpx.Client, session: str) -> httpx.Response | None:
    """The refusal of one more stream; None when it is opened (and closed again)."""
    with client.stream("GET", f"/api/chat/{session}/events") as stream:
        if stream.status_code == 200:
            return None
        stream.read()
        return stream


def test_a_session_has_few_streams_and_closing_one_makes_room(settings: Settings) -> None:
    with _served(settings, event_streams_session=2) as client:
        session = _session(client)
        path = f"/api/chat/{session}/events"
        with client.stream("GET", path) as one, ExitStack() as second:
            two = second.enter_context(client.stream("GET", path))
            assert [one.status_code, two.status_code] == [200, 200]
            refused = _refused(client, session)
            assert refused is not None
            assert refused.status_code == 429
            assert refused.headers["content-type"] == "application/problem+json"
            assert refused.headers["retry-after"] == "30"
            assert "tối đa 2 cửa sổ" in refused.json()["detail"]
            assert _refused(client, _session(client)) is None, "others aren't concerned"
            second.close()
            _until(lambda: _refused(client, session) is None)


def test_a_process_has_a_limit_for_all(settings: Settings) -> None:
    with _served(settings, event_streams=2) as client:
        sessions = [_session(client) for _ in range(3)]
        with ExitStack() as streams:
            for session in sessions[:2]:
                streams.enter_context(client.stream("GET", f"/api/chat/{session}/events"))
            refused = _refused(client, sessions[2])
        assert refused is not None
        assert refused.status_code == 429
        assert "quá nhiều người" in refused.json()["detail"]
        figures = client.get("/metrics").text
        assert 'motcua_refused_total{kind="too-many"} 1.0' in figures
        _until(lambda: "motcua_event_streams 0.0" in client.get("/metrics").text)


def test_nothing_is_kept_of_streams_that_ended() -> None:
    streams = Streams(each=1, all_together=9)
    with streams.place(1), pytest.raises(Problem), streams.place(1):
        pass
    for conversation in range(100):
        with streams.place(conversation):
            assert streams.open == 1
    assert not streams._open


@pytest.mark.parametrize("path", ["", "/events"])
def test_reading_too_often_is_refused_before_the_session_is_looked_up(
    settings: Settings, path: str
) -> None:
    limited = settings.model_copy(update={"rate_ip_read": "3/minute"})
    with TestClient(create_app(limited)) as client:
        answers = [client.get(f"/api/chat/unknown{path}") for _ in range(5)]
        assert [answer.status_code for answer in answers] == [404, 404, 404, 429, 429]
        assert int(answers[-1].headers["retry-after"]) > 0
        assert "từ mạng này" in answers[-1].json()["detail"]
        assert client.post("/api/chat", json={"text": "chào"}).status_code == 200


def _until(true: Callable[[], bool], within_s: float = 60.0) -> None:
    end = time.monotonic() + within_s
    while not true():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.05)
