"""Rasa's default pipeline: trained once per state of the training data, then started.

`python -m bench.default_rasa` only trains.
"""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import AbstractContextManager
from pathlib import Path

from bench import default_project
from bench.servers import Server, free_ports, running
from bot.settings import ROOT

RESULTS = ROOT / "results"
RASA = [str(ROOT / ".venv/rasa/bin/python"), "-m", "rasa"]
ENV = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONPATH": ""}
TRAIN_S = 3600.0


def model(results: Path = RESULTS) -> Path:
    """Where the model for today's training data lies, or will lie; writes the project anew."""
    digest = default_project.write(results / "default-rasa/project", ROOT)
    return results / "default-rasa" / f"{digest}.tar.gz"


def train(target: Path) -> float:
    """Train into `target`; the seconds it took. The output is in train.log beside it.

    Raises:
        CalledProcessError: Rasa refused.
    """
    for older in target.parent.glob("*.tar.gz"):
        older.unlink()
    began = time.monotonic()
    out = ["--fixed-model-name", target.name.removesuffix(".tar.gz"), "--out", str(target.parent)]
    with (target.parent / "train.log").open("w") as log:
        subprocess.run(
            [*RASA, "train", *out],
            cwd=target.parent / "project",
            env=os.environ | ENV,
            stdout=log,
            stderr=log,
            check=True,
            timeout=TRAIN_S,
        )
    return round(time.monotonic() - began, 1)


def start(trained: Path) -> AbstractContextManager[Server]:
    """Start it as `rasa run` does, with the REST channel, on a free loopback port."""
    port = free_ports(1)[0]
    where = ["--interface", "127.0.0.1", "--port", str(port)]
    return running(
        [*RASA, "run", "--model", str(trained), *where],
        cwd=trained.parent / "project",
        env=ENV,
        log=trained.parent / "run.log",
        calls={"rasa": f"http://127.0.0.1:{port}/"},
    )


if __name__ == "__main__":
    goal = model()
    if not goal.exists():
        print(f"trained in {train(goal)} s")
