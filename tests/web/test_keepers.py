"""Figures and the state of the parts are for this machine's tools and the networks named."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from bot.settings import Settings
from bot.web.app import create_app
from tests.web.conftest import called_from


def test_others_see_no_figures_and_only_whether_it_is_ready(client: TestClient) -> None:
    hidden = client.get("/metrics")
    assert hidden.status_code == 404
    assert hidden.headers["content-type"] == "application/problem+json"
    ready = client.get("/readyz")
    assert ready.status_code == 503
    assert ready.json() == {"status": "unavailable"}


@pytest.mark.parametrize(
    ("caller", "headers", "sees"),
    [
        ("127.0.0.1", {}, True),
        ("127.8.8.8", {}, True),
        ("::1", {}, True),
        ("::ffff:127.0.0.1", {}, True),
        ("10.1.2.3", {}, False),
        ("2001:db8::1", {}, False),
        ("no-address", {}, False),
        # a reverse proxy on this machine that doesn't hand on who asks
        ("127.0.0.1", {"X-Forwarded-For": "127.0.0.1"}, False),
        ("127.0.0.1", {"Via": "1.1 proxy"}, False),
    ],
)
def test_who_sees_the_figures(
    client: TestClient, caller: str, headers: dict[str, str], sees: bool
) -> None:
    asking = called_from(caller, client)
    assert (asking.get("/metrics", headers=headers).status_code == 200) is sees
    assert ("parts" in asking.get("/readyz", headers=headers).json()) is sees


def test_other_networks_may_be_named(settings: Settings) -> None:
    named = settings.model_copy(update={"keeper_networks": ["10.0.0.0/8"]})
    for caller, status in (("10.1.2.3", 200), ("127.0.0.1", 404)):
        with TestClient(create_app(named), client=(caller, 50_000)) as client:
            assert client.get("/metrics").status_code == status


def test_asking_whether_it_is_ready_is_limited_for_others(settings: Settings) -> None:
    limited = settings.model_copy(update={"rate_ip_read": "2/minute"})
    with TestClient(create_app(limited)) as client:
        assert [client.get("/readyz").status_code for _ in range(3)] == [503, 503, 429]
