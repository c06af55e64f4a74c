"""Starts the servers that are measured, on free loopback ports, and ends those and no others."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil

START_S = 180.0
STOP_S = 20.0


class NotStarted(Exception):
    """A server ended or stayed silent; the message names its log."""


@dataclass
class Server:
    """One started program and the processes that listen for it.

    Attributes:
        ports: name → port of each process.
        ready: name → seconds from the start until it said that it was ready.
    """

    pid: int
    ports: dict[str, int]
    ready: dict[str, float] = field(default_factory=dict)

    def memory_mb(self) -> dict[str, float]:
        """Resident memory of each listening process; all others together as 'supervisor'."""
        return {name: round(rss / 1e6) for name, (rss, _) in self._state().items()}

    def cpu_s(self) -> dict[str, float]:
        """Seconds of processor time so far, under the same names."""
        return {name: cpu for name, (_, cpu) in self._state().items()}

    def _state(self) -> dict[str, tuple[float, float]]:
        names = {port: name for name, port in self.ports.items()}
        table: dict[str, tuple[float, float]] = {}
        for process in family(self.pid):
            listens = {c.laddr.port for c in process.net_connections("tcp") if c.status == "LISTEN"}
            name = next((names[port] for port in listens if port in names), "supervisor")
            rss, cpu = table.get(name, (0.0, 0.0))
            times = process.cpu_times()
            table[name] = (rss + process.memory_info().rss, cpu + times.user + times.system)
        return table


@contextmanager
def running(
    command: list[str], *, cwd: Path, env: dict[str, str], log: Path, calls: dict[str, str]
) -> Iterator[Server]:
    """Start `command`, wait until each of `calls` (name → address) answers 200, end it afterwards.

    Raises:
        NotStarted: it ended, or wasn't ready within START_S.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    with log.open("w") as out:
        child = subprocess.Popen(command, cwd=cwd, env=os.environ | env, stdout=out, stderr=out)
    try:
        ports = {name: httpx.URL(url).port or 0 for name, url in calls.items()}
        server = Server(child.pid, ports)
        _await(child, server, calls, began, log)
        yield server
    finally:
        _end(child)


def _await(
    child: subprocess.Popen[bytes], server: Server, calls: dict[str, str], began: float, log: Path
) -> None:
    while len(server.ready) < len(calls):
        if child.poll() is not None or time.monotonic() - began > START_S:
            raise NotStarted(f"not ready: {sorted(set(calls) - set(server.ready))}; see {log}")
        for name in set(calls) - set(server.ready):
            with suppress(httpx.HTTPError):
                if httpx.get(calls[name], timeout=2, trust_env=False).is_success:
                    server.ready[name] = round(time.monotonic() - began, 1)
        time.sleep(0.1)


def _end(child: subprocess.Popen[bytes]) -> None:
    members = family(child.pid)
    child.send_signal(signal.SIGTERM)
    _, left = psutil.wait_procs(members, timeout=STOP_S)
    for process in left:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    child.wait(timeout=STOP_S)


def family(pid: int) -> list[psutil.Process]:
    """The process and everything that it started, as far as it still runs."""
    try:
        parent = psutil.Process(pid)
        return [parent, *parent.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def free_ports(count: int) -> list[int]:
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
