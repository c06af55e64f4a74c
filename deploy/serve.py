"""`python -m deploy.serve`: all processes under one supervisor, until Ctrl-C."""

from __future__ import annotations

import errno
import os
import shlex
import signal
import socket
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from honcho.manager import Manager

from bot.private import private_file, private_folder
from bot.settings import ROOT, Settings, settings
from deploy.logs import Logs
from deploy.ready import is_ready

READY_WITHIN_S = 120.0
EVERYWHERE = {"", "0.0.0.0", "::"}


@dataclass(frozen=True)
class Process:
    """One process of the line: how it is started and where it says that it is ready."""

    name: str
    says: str
    command: tuple[str, ...]
    port: int
    ready: str  # path of the call that answers 200 once it can work
    host: str = "127.0.0.1"  # where it listens
    url: str = ""  # where this machine reaches it; empty: on loopback

    @property
    def ready_url(self) -> str:
        return (self.url or f"http://127.0.0.1:{self.port}") + self.ready


def processes(config: Settings) -> list[Process]:
    app = str(ROOT / ".venv/app/bin/python")
    return [
        Process("rasa", "dialogue (Rasa)", _rasa(config), config.rasa_port, "/"),
        Process("actions", "actions", (app, "-m", "actions"), config.actions_port, "/readyz"),
        Process(
            "web", "web", (app, "-m", "bot.web"), config.web_port, "/healthz",
            host=config.web_host, url=config.web_url,
        ),
        Process(
            "voice", "telephone", (app, "-m", "voice"), config.voice_port, "/healthz",
            host=config.voice_host, url=config.voice_url,
        ),
    ]  # fmt: skip


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
        trouble = _trouble(process)
        if trouble:
            print(trouble, file=sys.stderr)
            return 1
    return _supervise(line, config)


def _supervise(line: list[Process], config: Settings) -> int:
    logs = config.var_dir / "log"
    _keep_private(config.var_dir)
    manager = Manager(Logs(logs, config.log_days))
    env = os.environ | {
        # One turn, one core: threads that wait for each other by spinning took a third more.
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONUNBUFFERED": "1",  # a line is in its log when it is printed
        "PYTHONPATH": str(ROOT),
        "MOTCUA_RASA_DATABASE_URL": config.rasa_database,
    }
    for process in line:
        command = f"exec {shlex.join(process.command)}"
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
        for process in [p for p in waiting if is_ready(p.ready_url)]:
            waiting.remove(process)
            print(f"  {process.says}: ready after {time.monotonic() - began:.1f} s", flush=True)
        time.sleep(0.2)
    if waiting:
        names = ", ".join(p.name for p in waiting)
        print(f"Not ready after {READY_WITHIN_S:.0f} s: {names}. See {logs}.", file=sys.stderr)
        os.kill(os.getpid(), signal.SIGTERM)
        return
    print(f"\nThe assistant is at {_addresses(config)} (Ctrl-C stops it)", flush=True)


def _addresses(config: Settings) -> str:
    """Addresses that a person can open."""
    if config.web_host not in EVERYWHERE:
        return config.web_url
    return f"{config.web_url}, for other machines http://{socket.gethostname()}:{config.web_port}"


def _keep_private(var: Path) -> None:
    """What the processes write from now on is for their owner only, and what is there already."""
    os.umask(0o077)
    private_folder(var / "log")
    for written in (*var.glob("*.db*"), *var.glob("secret.key"), *var.glob("log/*")):
        if written.is_file():
            private_file(written)


def _trouble(process: Process) -> str | None:
    """Why the process could not listen, with the remedy; None when it can."""
    name, setting = process.name, f"MOTCUA_{process.name.upper()}"
    try:
        _bind(process.host, process.port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return (
                f"Port {process.port}, which {name} needs, is in use: stop the program "
                f"that has it, or set {setting}_PORT to a free one."
            )
        if error.errno == errno.EACCES:
            return f"Port {process.port} is not for this user: set {setting}_PORT above 1023."
        return (
            f"{process.host} is no address of this machine, so {name} cannot listen there: "
            f"set {setting}_HOST to one that is, or to 0.0.0.0 for all."
        )
    return None


def _bind(host: str, port: int) -> None:
    """Raises OSError when nothing can listen there."""
    [(family, kind, _, _, address), *_] = socket.getaddrinfo(
        host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )
    with socket.socket(family, kind) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(address)


if __name__ == "__main__":
    sys.exit(main())
