"""The shell's action server: one that ends or hangs is not waited for."""

import subprocess
import sys
import time

import pytest

from bot.settings import Settings
from deploy import shell
from tests.web.fake_rasa import free_port


def test_an_action_server_that_ends_at_its_start_is_said_at_once() -> None:
    ended = subprocess.Popen([sys.executable, "-c", "raise SystemExit(3)"])
    began = time.monotonic()
    with pytest.raises(SystemExit, match="ended at its start: see var/log"):
        shell._wait(Settings(actions_port=free_port()), ended)
    assert time.monotonic() - began < 20


def test_an_action_server_that_does_not_stop_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell, "STOPPED_WITHIN_S", 0.3)
    stubborn = subprocess.Popen(
        ["sh", "-c", "trap '' TERM; echo on; while :; do sleep 0.1; done"], stdout=subprocess.PIPE
    )
    assert stubborn.stdout is not None
    stubborn.stdout.readline()
    shell._stop(stubborn)
    assert stubborn.wait(60) == -9
