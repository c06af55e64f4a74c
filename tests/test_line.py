"""The fixture that starts the whole line: what it does when something is wrong."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.settings import Settings
from deploy.serve import Process
from tests import line
from tests.web.signin.signer import Signer


def test_a_missing_model_is_one_sentence_with_the_remedy(tmp_path: Path) -> None:
    config = Settings(models_dir=tmp_path, var_dir=tmp_path)
    with pytest.raises(line.LineProblem, match=r"^motcua.tar.gz is missing: run make setup-dev$"):
        line._require_built(config)


def test_a_process_and_its_children_end_even_when_the_test_fails(tmp_path: Path) -> None:
    child = tmp_path / "child"
    script = f"sleep 60 & echo $! > {child}; wait"
    process = Process("sleeper", "sleeps", ("sh", "-c", script), 1, "/")
    pids: list[int] = []

    def fail_while_it_runs() -> None:
        with line._started(process, Settings(), tmp_path) as running:
            _until(lambda: child.exists() and child.read_text().endswith("\n"))
            pids.extend([running.pid, int(child.read_text())])
            raise RuntimeError("a test fails")

    with pytest.raises(RuntimeError):
        fail_while_it_runs()

    assert len(pids) == 2
    _until(lambda: not any(_runs(pid) for pid in pids))


def test_a_process_that_ends_at_once_is_reported_with_its_log(tmp_path: Path) -> None:
    process = Process("broken", "breaks", ("sh", "-c", "echo no such model; exit 3"), 1, "/")
    with line._started(process, Settings(), tmp_path) as running:
        running.wait(60)
        with pytest.raises(line.LineProblem, match="broken ended at its start:\nno such model"):
            line._wait({process: running}, tmp_path)


def test_the_three_processes_get_ports_of_their_own(tmp_path: Path) -> None:
    config = line._settings(tmp_path, Signer())
    assert len({config.web_port, config.rasa_port, config.actions_port}) == 3


def _runs(pid: int) -> bool:
    """Whether the process lives; one that only waits to be collected doesn't."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    return state != "Z"


def _until(true: Callable[[], bool], within_s: float = 60.0) -> None:
    end = time.monotonic() + within_s
    while not true():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.05)
