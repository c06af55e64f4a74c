"""`python -m deploy.shell`: the action server in the background and `rasa shell` in front."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from bot.private import private_file, private_folder
from bot.settings import ROOT, Settings, settings
from deploy.ready import is_ready

READY_WITHIN_S = 60.0
STOPPED_WITHIN_S = 10.0


def main() -> int:
    config = settings()
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    actions = None if _is_up(config) else _start_actions(env)
    try:
        _wait(config, actions)
        rasa = [ROOT / ".venv/rasa/bin/python", "-m", "bot.nlu.launch"]
        shell = [*rasa, "shell", "--model", "models/motcua.tar.gz", "--endpoints", "endpoints.yml"]
        return subprocess.run(shell, cwd=ROOT, env=env, check=False).returncode
    except KeyboardInterrupt:
        return 0
    finally:
        if actions:
            _stop(actions)


def _start_actions(env: dict[str, str]) -> subprocess.Popen[bytes]:
    log = ROOT / "var" / "log" / "actions.log"
    private_folder(log.parent)
    private_file(log)
    command = [ROOT / ".venv/app/bin/python", "-m", "actions"]
    with log.open("w") as out:
        return subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=out)


def _stop(actions: subprocess.Popen[bytes]) -> None:
    actions.terminate()
    try:
        actions.wait(timeout=STOPPED_WITHIN_S)
    except subprocess.TimeoutExpired:
        actions.kill()


def _wait(config: Settings, actions: subprocess.Popen[bytes] | None) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while not _is_up(config):
        if actions and actions.poll() is not None:
            sys.exit("The action server ended at its start: see var/log/actions.log.")
        if time.monotonic() > deadline:
            sys.exit(f"The action server was not ready in {READY_WITHIN_S:.0f} s: see var/log.")
        time.sleep(0.2)


def _is_up(config: Settings) -> bool:
    return is_ready(f"http://127.0.0.1:{config.actions_port}/readyz")


if __name__ == "__main__":
    sys.exit(main())
