"""Runs a command within a time limit, and ends it with everything that it started."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

STOPPED_WITHIN_S = 5.0


def run_within(
    limit_s: float,
    command: Sequence[str | Path],
    *,
    out: IO[Any] | int | None = None,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> None:
    """Run the command; nothing can be typed into it, so that no hidden question waits.

    Raises:
        TimeoutExpired: it took longer and was ended.
        CalledProcessError: it failed.
    """
    words = [str(word) for word in command]
    # Its own session: without a terminal to ask at, and ended as a whole.
    child = subprocess.Popen(
        words,
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=out,
        start_new_session=True,
    )
    try:
        status = child.wait(limit_s)
    except BaseException:  # too long, or Ctrl-C
        _end(child)
        raise
    if status:
        raise subprocess.CalledProcessError(status, words)


def _end(child: subprocess.Popen[bytes]) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(child.pid, sign)
            child.wait(STOPPED_WITHIN_S)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue
