"""`python -m deploy.serve`: all processes under one supervisor, until Ctrl-C."""

from __future__ import annotations

import io
import os
import shlex
import signal
import socket
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import httpx
from honcho.manager import Manager
from honcho.printer import Printer

from bot.settings import ROOT, Settings, settings

READY_WITHIN_S = 120.0


@dataclass(frozen=True)
class Process:
    """One process of the line: how it is started and where it says that it is ready."""

    name: str
    says: str
    command: tuple[str, ...]
    port: int
    ready: str  # path of the call that answers 200 once it can work


def processes(config: Settings) -> list[Process]:
    app = str(ROOT / ".venv/app/bin/python")
    return [
        Process("rasa", "dialogue (Rasa)", _rasa(config), config.rasa_port, "/"),
        Process("actions", "actions", (app, "-m", "actions"), config.actions_port, "/readyz"),
        Process("web", "web", (app, "-m", "bot.web"), config.web_port, "/healthz"),
    ]


def _rasa(config: Settings) -> tuple[str, ...]:
    # Without --enable-api: the webhook is all that the line needs, and nothing else is open.
    where = ("--interface", "127.0.0.1", "--port", str(config.rasa_port))
    what = ("--model", str(config.models_dir / "motcua.tar.gz"), "--endpoints", "endpoints.yml")
    python = str(ROOT / ".venv/rasa/bin/python")
    launch = (python, "-m", "bot.nlu.launch", "run")
    return (*launch, *where, *what, "--credentials", "credentials.yml")


def main() -> int:
    config = settings()
    line = processes(config)
    for process in line:
        if _port_taken(process.port):
            print(
                f"Port {process.port}, which {process.name} needs, is in use: stop the program "
                f"that has it, or set MOTCUA_{process.name.upper()}_PORT to a free one.",
                file=sys.stderr,
            )
            return 1
    return _supervise(line, config)


def _supervise(line: list[Process], config: Settings) -> int:
    logs = config.var_dir / "log"
    logs.mkdir(parents=True, exist_ok=True)
    manager = Manager(Printer(io.StringIO()))
    env = os.environ | {
        "PYTHONPATH": str(ROOT),
        "MOTCUA_RASA_DATABASE_URL": config.rasa_database,
        "MOTCUA_CONVERSATION_DAYS": str(config.conversation_days),
    }
    for process in line:
        log = shlex.quote(str(logs / f"{process.name}.log"))
        command = f"exec {shlex.join(process.command)} > {log} 2>&1"
        manager.add_process(process.name, command, env=env, cwd=str(ROOT))
    # A closed terminal must end the processes too.
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    threading.Thread(target=_announce, args=(line, config, logs), daemon=True).start()
    manager.loop()
    if manager.returncode not in (0, 128 + signal.SIGINT, 128 + signal.SIGTERM):
        print(f"A process ended unasked; see the logs in {logs}.", file=sys.stderr)
        return int(manager.returncode or 1)
    print("All processes stopped.")
    return 0


def _announce(line: list[Process], config: Settings, logs: Path) -> None:
    """Say which process is ready and after how long; then the address."""
    began = time.monotonic()
    waiting = list(line)
    while waiting and time.monotonic() - began < READY_WITHIN_S:
        for process in [p for p in waiting if _is_ready(p)]:
            waiting.remove(process)
            print(f"  {process.says}: ready after {time.monotonic() - began:.1f} s", flush=True)
        time.sleep(0.2)
    if waiting:
        names = ", ".join(p.name for p in waiting)
        print(f"Not ready after {READY_WITHIN_S:.0f} s: {names}. See {logs}.", file=sys.stderr)
        os.kill(os.getpid(), signal.SIGTERM)
        return
    print(f"\nThe assistant is at http://{config.web_host}:{config.web_port} (Ctrl-C stops it)")


def _is_ready(process: Process) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{process.port}{process.ready}", timeout=2).is_success
    except httpx.HTTPError:
        return False


def _port_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())
