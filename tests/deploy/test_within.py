"""Commands of the set-up have a time limit, and end with everything that they started."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.settings import ROOT
from deploy.setup.within import run_within


def test_a_command_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    script = f"sleep 60 & echo $! > {tmp_path / 'child'}; wait"
    began = time.monotonic()
    with pytest.raises(subprocess.TimeoutExpired):
        run_within(3, ["sh", "-c", script])
    assert time.monotonic() - began < 30
    child = int((tmp_path / "child").read_text())
    _until(lambda: not _runs(child))


@pytest.mark.parametrize("ends", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_setup_that_is_stopped_leaves_no_command_behind(
    tmp_path: Path, ends: signal.Signals
) -> None:
    program = textwrap.dedent(f"""
        import sys
        from pathlib import Path
        from deploy.setup import __main__ as setup
        from deploy.setup.plan import call
        from deploy.setup.step import Step
        here = Path({str(tmp_path)!r})
        setup.LOGS = setup.STAMPS = here
        script = "echo $$ > " + str(here / "child") + "; exec sleep 60"
        step = Step("one", "hangs", lambda log: call(["sh", "-c", script], log), (), (here / "x",))
        setup.plan = lambda dev: [step]
        sys.argv = ["setup"]
        sys.exit(setup.main())
    """)
    started = subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    _until(lambda: (tmp_path / "child").exists() and (tmp_path / "child").read_text()[-1:] == "\n")
    started.send_signal(ends)
    assert "goes on from here" in started.communicate(timeout=60)[1]
    assert started.returncode == 130
    _until(lambda: not _runs(int((tmp_path / "child").read_text())))


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


def _until(true: Callable[[], bool], within_s: float = 30.0) -> None:
    end = time.monotonic() + within_s
    while not true():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.05)
