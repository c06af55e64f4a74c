"""`python -m bench.lookup`: the console's typing-ahead, every title of the catalogue typed out.

Each title is typed letter by letter (every STEP letters), and asked for over HTTP on loopback, one
after another, as one browser does. Prints milliseconds.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import httpx
import numpy as np

from bot.lookup.find import open_finder
from bot.settings import Settings
from bot.staff.roles import Role
from bot.web.app import create_app
from bot.web.staff.cookie import NAME
from tests.web.fake_rasa import free_port, serving

STEP = 7


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="only each n-th title")
    every = parser.parse_args().every
    titles = [one.title for one in open_finder().catalogue.procedures.values()][::every]
    typed = [title[:end] for title in titles for end in range(2, min(len(title), 80) + 1, STEP)]
    with tempfile.TemporaryDirectory() as folder:
        inside, over_http = _measure(typed, Path(folder))
    print(f"{len(titles)} titles, {len(typed)} asked")
    for name, ms in (("search alone", inside), ("over HTTP", over_http)):
        p50, p95, p99 = np.percentile(ms, [50, 95, 99])
        print(f"{name:>12}: p50 {p50:.1f}  p95 {p95:.1f}  p99 {p99:.1f}  max {max(ms):.1f} ms")


def _measure(typed: list[str], folder: Path) -> tuple[list[float], list[float]]:
    port = free_port()
    app = create_app(Settings(var_dir=folder, web_port=port))
    account = app.state.staff.accounts.add(None, "bench", "Đo", Role.ADVISER, subject="bench")
    cookies = {NAME: app.state.staff.sessions.open(account.id, "bench")}
    inside, over_http = [], []
    with (
        serving(app, port),
        httpx.Client(base_url=f"http://127.0.0.1:{port}", cookies=cookies, trust_env=False) as web,
    ):
        for text in typed:
            start = time.perf_counter()
            open_finder().suggest(text)
            inside.append((time.perf_counter() - start) * 1000)
            start = time.perf_counter()
            web.get("/staff/api/procedures", params={"q": text}).raise_for_status()
            over_http.append((time.perf_counter() - start) * 1000)
    return inside, over_http


if __name__ == "__main__":
    main()
