"""Many look-ups at once while a source is unwell: how long each takes, and who else waits."""

from __future__ import annotations

import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bot.cases.registry import Entry
from bot.cases.service import Cases, open_cases
from bot.settings import Settings
from bot.store import migrate
from tests.cases.axis.fake_axis import PASSWORD, USERNAME
from tests.cases.conftest import a_case

AT_ONCE = 50
ROUNDS = 2  # in the second one, the circuit breaker is open
OURS = "H26-250701-0001"


@dataclass
class Storm:
    """Seconds of the slowest look-up of each round; what was said; seconds of others meanwhile."""

    slowest: list[float] = field(default_factory=list)
    said: Counter[str] = field(default_factory=Counter)
    others: list[float] = field(default_factory=list)
    threads_left: int = 0


def storm(server: AbstractContextManager[int]) -> Storm:
    """AT_ONCE look-ups of different cases against `server`, ROUNDS times."""
    seen = Storm()
    with server as port:
        threads = threading.active_count()
        with _opened(port) as cases, ThreadPoolExecutor(AT_ONCE) as pool:
            for n in range(ROUNDS):
                codes = [f"G22.99-25122{n}-{serial:06d}" for serial in range(AT_ONCE)]
                asked = [pool.submit(_seconds, cases, code, seen.said) for code in codes]
                while not all(one.done() for one in asked):
                    seen.others.append(_seconds(cases, OURS, Counter()))
                    time.sleep(0.05)
                seen.slowest.append(max(one.result() for one in asked))
        seen.threads_left = threading.active_count() - threads
    return seen


def _seconds(cases: Cases, code: str, said: Counter[str]) -> float:
    began = time.monotonic()
    said[cases.desk.look_up(code, "5678", f"caller {code}", "bench").kind] += 1
    return time.monotonic() - began


@contextmanager
def _opened(port: int) -> Iterator[Cases]:
    """One case in the registry; all codes of G22 are the axis's."""
    axis = {
        "kind": "axis",
        "name": "Trục thử",
        "url": f"http://127.0.0.1:{port}/adapter",
        "unit": "000.00.00.H26",
        "units": ["G22"],
    }
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder) / "sources.yml"
        sources.write_text(
            yaml.safe_dump({"sources": [{"kind": "registry", "units": ["H26"]}, axis]})
        )
        settings = Settings(
            var_dir=Path(folder),
            case_sources=str(sources),
            axis_username=USERNAME,
            axis_password=PASSWORD,
        )
        migrate(settings.database)
        cases = open_cases(settings)
        cases.registry.put([Entry(a_case(OURS), "5678", None)])
        try:
            yield cases
        finally:
            cases.close()
