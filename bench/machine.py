"""What the figures were measured on, and whether it was quiet."""

from __future__ import annotations

import os
import platform
import time
from datetime import date
from pathlib import Path

import psutil

QUIET_SHARE = 0.15  # of all cores busy with something else
WAIT_S = 20.0


def describe() -> dict[str, str | int | float]:
    return {
        "date": date.today().isoformat(),
        "cores": os.cpu_count() or 0,
        "processor": _processor(),
        "memory_gb": round(psutil.virtual_memory().total / 1e9, 1),
        "system": f"{platform.system()} {platform.machine()}",
        "load_average_1m": round(os.getloadavg()[0], 2),
    }


def wait_until_quiet() -> float:
    """Wait, at most WAIT_S, until hardly anything runs; the share of the cores still busy then.

    The load average lags a minute behind, so the cores themselves are watched for 2 s.
    """
    until = time.monotonic() + WAIT_S
    while True:
        busy: float = psutil.cpu_percent(interval=2.0) / 100
        if busy <= QUIET_SHARE or time.monotonic() > until:
            return round(busy, 2)


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    named = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor() or "unknown"
