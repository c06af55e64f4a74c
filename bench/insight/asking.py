"""The dashboard of a web process that serves the made-up quarter: how long each page takes."""

from __future__ import annotations

import csv
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from time import perf_counter
from urllib.parse import quote

import httpx

from bench.insight.totals import Days
from bot.insight.report import GROUPS
from bot.keyed import Keyed, load_key
from bot.settings import Settings
from bot.staff.roles import Role
from bot.staff.service import open_staff
from bot.store import Store
from bot.web.staff.cookie import NAME
from tests.web.fake_rasa import free_port

Times = list[float]  # milliseconds
START_S = 60.0
PROBE_S = 0.02


@contextmanager
def served(settings: Settings) -> Iterator[httpx.Client]:
    """A web process of its own, and a browser in which somebody who leads is signed in."""
    port = free_port()
    environment = os.environ | {
        "MOTCUA_VAR_DIR": str(settings.var_dir),
        "MOTCUA_DATABASE_URL": settings.database_url,
        "MOTCUA_WEB_PORT": str(port),
        "MOTCUA_RASA_PORT": str(free_port()),
    }
    process = subprocess.Popen([sys.executable, "-m", "bot.web"], env=environment)
    url = f"http://127.0.0.1:{port}"
    try:
        with httpx.Client(base_url=url, cookies={NAME: _token(settings)}, timeout=60) as client:
            _wait(client)
            yield client
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def pages(unit: str) -> dict[str, str]:
    """Name → address, with {} for the period."""
    groups = {f"figures/{name}": f"/staff/figures/{name}?{{}}" for name in GROUPS}
    return {
        "figures": "/staff/figures?{}",
        **groups,
        "figures.csv": "/staff/figures.csv?{}",
        "worklist": "/staff/worklist",
        "worklist of one unit": f"/staff/worklist?unit={quote(unit)}",
    }


def periods(days: Days, count: int, seed: int) -> list[str]:
    """The whole quarter for every second, else a part of it of at least a week."""
    rng = random.Random(seed)
    found = []
    for n in range(count):
        first = rng.randrange(len(days.all) - 7) if n % 2 else 0
        last = rng.randrange(first + 6, len(days.all)) if n % 2 else len(days.all) - 1
        begin, end = (days.first + timedelta(days=each) for each in (first, last))
        found.append(f"from={begin}&to={end}")
    return found


def times(client: httpx.Client, address: str, asked: Sequence[str]) -> Times:
    """Of each page until its last byte.

    Raises:
        RuntimeError: a page is not what was asked for, so that its time says nothing.
    """
    seen = []
    for period in asked:
        began = perf_counter()
        answer = client.get(address.format(period))
        seen.append((perf_counter() - began) * 1000)
        if answer.status_code != 200:
            raise RuntimeError(f"{address}: {answer.status_code}")
    return seen


@contextmanager
def probed(url: httpx.URL) -> Iterator[Times]:
    """How long others wait meanwhile: a small page, asked for every PROBE_S."""
    seen: Times = []
    over = threading.Event()

    def probe() -> None:
        with httpx.Client(base_url=url, timeout=60) as client:
            while not over.wait(PROBE_S):
                began = perf_counter()
                client.get("/healthz").raise_for_status()
                seen.append((perf_counter() - began) * 1000)

    thread = threading.Thread(target=probe, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        over.set()
        thread.join(60)


def _token(settings: Settings) -> str:
    store = Store(settings.database)
    keyed = Keyed(load_key(settings.secret_key, settings.var_dir))
    staff = open_staff(settings, store, keyed)
    account = staff.accounts.add(
        None, "mau", "Tài khoản mẫu", Role.LEAD, password="chỉ để đo, không ai dùng"
    )
    token = staff.sessions.open(account.id, "bench")
    store.close()
    return token


def _wait(client: httpx.Client) -> None:
    end = time.monotonic() + START_S
    while True:
        try:
            client.get("/healthz").raise_for_status()
            return
        except httpx.HTTPError:
            if time.monotonic() > end:
                raise
        time.sleep(0.1)


def unit_of(client: httpx.Client) -> str:
    """A unit on the worklist."""
    rows = csv.reader(client.get("/staff/worklist.csv").text.splitlines()[1:])
    return next(rows)[2]
