"""Commands of the set-up have a time limit, and end with everything that they started."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from deploy.setup.within import run_within


def test_a_command_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    script = f"sleep 60 & echo $! > {tmp_path / 'child'}; wait"
    began = time.monotonic()
    with pytest.raises(subprocess.TimeoutExpired):
        run_within(0.5, ["sh", "-c", script])
    assert time.monotonic() - began < 10
    child = int((tmp_path / "child").read_text())
    end = time.monotonic() + 5
    while _runs(child):
        assert time.monotonic() < end, "the child goes on"
        time.sleep(0.05)


def test_a_question_to_the_person_is_not_waited_for(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError), (tmp_path / "log").open("w") as out:
        run_within(20, [sys.executable, "-c", "input('password? ')"], out=out)
    assert "EOFError" in (tmp_path / "log").read_text()


def test_a_command_that_works_is_left_alone(tmp_path: Path) -> None:
    run_within(20, ["sh", "-c", "echo $WORD > made"], cwd=tmp_path, env=os.environ | {"WORD": "x"})
    assert (tmp_path / "made").read_text() == "x\n"


def _runs(pid: int) -> bool:
    """Whether the process lives; one that only waits to be collected doesn't."""
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
