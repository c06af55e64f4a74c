"""The action server: every action of the domain, and what an action that fails gives away."""

import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import yaml

from actions.__main__ import executor
from bot.settings import ROOT
from tests.web.fake_rasa import free_port

SAID = "mẹ tôi bị bệnh nặng"
# The real server; only the answer, and what it would load, are replaced.
PROGRAM = textwrap.dedent("""
    from actions import __main__ as server
    from actions import assistant, procedures

    async def nothing():
        pass

    def fails(turn, world):
        raise KeyError(turn.text)

    procedures.ACTIONS["action_answer"] = fails
    assistant.world = lambda: None
    server.warm_up = nothing
    server.main()
""")


def test_every_action_of_the_domain_is_served() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text())
    assert set(executor().actions) == set(domain["actions"])


@pytest.fixture
def failing(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Address and log of an action server whose `action_answer` raises what was said."""
    port, log = free_port(), tmp_path / "log"
    env = os.environ | {"PYTHONPATH": str(ROOT), "MOTCUA_ACTIONS_PORT": str(port)}
    with log.open("wb") as out:
        child = subprocess.Popen([sys.executable, "-c", PROGRAM], env=env, stdout=out, stderr=out)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(url, child)
        yield url, log
    finally:
        child.terminate()
        child.wait(15)


def test_an_action_that_fails_says_where_and_not_what_was_said(failing: tuple[str, Path]) -> None:
    url, log = failing
    message = {"text": SAID, "intent": {"name": "ask_fee", "confidence": 0.9}, "entities": []}
    tracker = {"sender_id": "s", "slots": {}, "latest_message": message, "events": []}
    call = {"next_action": "action_answer", "sender_id": "s", "tracker": tracker, "domain": {}}
    answer = httpx.post(f"{url}/webhook", json=call, timeout=20)
    assert answer.status_code == 500
    assert answer.json() == {"error": "the action failed"}
    written = log.read_text()
    assert "action_answer: KeyError at " in written
    assert SAID not in written
    httpx.post(f"{url}/webhook", json={"next_action": "action_0912345678"}, timeout=20)
    assert "0912345678" not in log.read_text()
    assert httpx.get(f"{url}/readyz", timeout=5).is_success, "the next citizen is served"


def _wait(url: str, child: subprocess.Popen[bytes], limit_s: float = 60.0) -> None:
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline:
        assert child.poll() is None, "the action server ended at once"
        try:
            if httpx.get(f"{url}/readyz", timeout=2).is_success:
                return
        except httpx.HTTPError:
            time.sleep(0.2)
    pytest.fail("the action server was not ready in time")
