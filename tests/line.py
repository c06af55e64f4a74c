"""The whole line for tests: Rasa, actions and web on free ports, with a database of their own."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.settings import ROOT, Settings
from deploy.serve import Process, processes
from tests.web.fake_rasa import free_port
from tests.web.signin.signer import AUDIENCE, ISSUER, Signer

READY_WITHIN_S = 120.0
STOPPED_WITHIN_S = 15.0
CASE_SOURCES = Path(__file__).parent / "line_sources.yml"


class LineProblem(Exception):
    """The line can't run; the text says what to do."""


@dataclass(frozen=True)
class Line:
    """Addresses of a running line; `pids` also are its process groups.

    `settings` are those of its processes, for who looks into its database or puts cases there;
    `env` is for commands.
    """

    web_url: str
    rasa_url: str
    actions_url: str
    pids: dict[str, int]
    logs: Path
    settings: Settings
    env: dict[str, str]
    app: Signer  # the host app that signs people in


@contextmanager
def running_line(folder: Path) -> Iterator[Line]:
    """Start all processes, wait until each is ready, stop them all at the end.

    Logs, database and tracker store lie in `folder`.

    Raises:
        LineProblem: something isn't built, a process ended early, or not ready in time.
    """
    app = Signer()
    config = _settings(folder, app)
    _require_built(config)
    with ExitStack() as stack:
        started = {
            process: stack.enter_context(_started(process, config, folder))
            for process in processes(config)
        }
        _wait(started, folder)
        yield Line(
            web_url=f"http://127.0.0.1:{config.web_port}",
            rasa_url=config.rasa_url,
            actions_url=f"http://127.0.0.1:{config.actions_port}",
            pids={process.name: running.pid for process, running in started.items()},
            logs=folder,
            settings=config,
            env=_environment(config, folder),
            app=app,
        )


def _settings(folder: Path, app: Signer) -> Settings:
    web, rasa, actions, voice = free_port(), free_port(), free_port(), free_port()
    return Settings(
        voice_port=voice,
        web_port=web,
        rasa_port=rasa,
        actions_port=actions,
        database_url=f"sqlite:///{folder / 'motcua.db'}",
        secret_key="only-for-tests",
        case_sources=str(CASE_SOURCES),
        axis_username="only-for-tests",
        axis_password="only-for-tests",
        signin_keys=app.publish(folder),
        signin_issuer=ISSUER,
        signin_audience=AUDIENCE,
    )


def _environment(config: Settings, folder: Path) -> dict[str, str]:
    return os.environ | {
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "MOTCUA_WEB_PORT": str(config.web_port),
        "MOTCUA_RASA_PORT": str(config.rasa_port),
        "MOTCUA_ACTIONS_PORT": str(config.actions_port),
        "MOTCUA_VOICE_PORT": str(config.voice_port),
        "MOTCUA_DATABASE_URL": config.database,
        "MOTCUA_RASA_DATABASE_URL": f"sqlite:///{folder / 'rasa.db'}",
        "MOTCUA_SECRET_KEY": config.secret_key,
        "MOTCUA_CASE_SOURCES": config.case_sources,
        "MOTCUA_AXIS_USERNAME": config.axis_username,
        "MOTCUA_AXIS_PASSWORD": config.axis_password,
        "MOTCUA_SIGNIN_KEYS": config.signin_keys,
        "MOTCUA_SIGNIN_ISSUER": config.signin_issuer,
        "MOTCUA_SIGNIN_AUDIENCE": config.signin_audience,
        "MOTCUA_RATE_SESSION": "",
        "MOTCUA_RATE_IP": "",
    }


def _require_built(config: Settings) -> None:
    for needed in (config.models_dir / "motcua.tar.gz", config.var_dir / "index"):
        if not needed.exists():
            raise LineProblem(f"{needed.name} is missing: run make setup-dev")


@contextmanager
def _started(process: Process, config: Settings, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    with (folder / f"{process.name}.log").open("wb") as log:
        running = subprocess.Popen(
            process.command,
            cwd=ROOT,
            env=_environment(config, folder),
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # its own group: children end with it
        )
        try:
            yield running
        finally:
            _stop(running)


def _stop(running: subprocess.Popen[bytes]) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(running.pid, sign)
        except ProcessLookupError:
            break
        try:
            running.wait(STOPPED_WITHIN_S)
        except subprocess.TimeoutExpired:
            continue
    running.wait(STOPPED_WITHIN_S)


def _wait(started: dict[Process, subprocess.Popen[bytes]], folder: Path) -> None:
    end = time.monotonic() + READY_WITHIN_S
    waiting = dict(started)
    while waiting:
        for process, running in list(waiting.items()):
            if running.poll() is not None:
                raise LineProblem(f"{process.name} ended at its start:\n{_tail(folder, process)}")
            if _ready(process):
                del waiting[process]
        if waiting and time.monotonic() > end:
            late = next(iter(waiting))
            raise LineProblem(
                f"{late.name} was not ready after {READY_WITHIN_S:.0f} s:\n{_tail(folder, late)}"
            )
        time.sleep(0.2)


def _ready(process: Process) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{process.port}{process.ready}", timeout=2).is_success
    except httpx.HTTPError:
        return False


def _tail(folder: Path, process: Process) -> str:
    log = folder / f"{process.name}.log"
    return "\n".join(log.read_text(errors="replace").splitlines()[-20:])
