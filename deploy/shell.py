"""`python -m deploy.shell`: the action server in the background and `rasa shell` in front."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import httpx

from bot.settings import ROOT, Settings, settings

READY_WITHIN_S = 60.0


def main() -> int:
    config = settings()
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    actions = None if _is_up(config) else _start_actions(env)
    try:
        _wait(config)
        rasa = [ROOT / ".venv/rasa/bin/python", "-m", "bot.nlu.launch"]
        shell = [*rasa, "shell", "--model", "models/motcua.tar.gz", "--endpoints", "endpoints.yml"]
        return subprocess.run(shell, cwd=ROOT, env=env, check=False).returncode
    except KeyboardInterrupt:
        return 0
    finally:
        if actions:
            actions.terminate()
            actions.wait(timeout=10)


def _start_actions(env: dict[str, str]) -> subprocess.Popen[bytes]:
    log = ROOT / "var" / "log" / "actions.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    command = [ROOT / ".venv/app/bin/python", "-m", "actions"]
    with log.open("w") as out:
        return subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=out)


def _wait(config: Settings) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while not _is_up(config):
        if time.monotonic() > deadline:
            sys.exit(f"The action server was not ready in {READY_WITHIN_S:.0f} s: see var/log.")
        time.sleep(0.2)


def _is_up(config: Settings) -> bool:
    url = f"http://127.0.0.1:{config.actions_port}/readyz"
    try:
        return httpx.get(url, timeout=2).is_success
    except httpx.HTTPError:
        return False


if __name__ == "__main__":
    sys.exit(main())
