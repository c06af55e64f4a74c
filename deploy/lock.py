"""`python3 -m deploy.lock`: resolves requirements/{app,dev}.in and writes what came out.

The Rasa lock is frozen with Rasa itself and is not touched.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from deploy.setup.pythons import app_python
from deploy.setup.within import run_within

LIMIT_S = 3600.0
REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements"


def main() -> None:
    try:
        _lock()
    except subprocess.TimeoutExpired:
        sys.exit(f"pip took longer than {LIMIT_S / 60:.0f} min: check the network, try again.")


def _lock() -> None:
    with tempfile.TemporaryDirectory() as folder:
        run_within(LIMIT_S, [app_python(), "-m", "venv", folder])
        python = Path(folder) / "bin" / "python"
        app = _resolve(python, "app.in")
        dev = _resolve(python, "dev.in") - app
    _write("app.lock", app)
    _write("dev.lock", dev)


def _resolve(python: Path, name: str) -> set[str]:
    install = [python, "-m", "pip", "install", "-q", "--no-input", "-r", REQUIREMENTS / name]
    run_within(LIMIT_S, install)
    freeze = [python, "-m", "pip", "freeze", "--exclude", "pip", "--exclude", "setuptools"]
    out = subprocess.run(freeze, check=True, capture_output=True, text=True, timeout=60).stdout
    # "+cpu" names a build that only some indexes carry; the version is what is pinned.
    pinned = {line.split("+")[0] for line in out.splitlines() if "==" in line}
    # What only another Python needs was not installed here: it is pinned where it is asked for.
    asked = (REQUIREMENTS / name).read_text().splitlines()
    return pinned | {line for line in asked if "==" in line and ";" in line}


def _write(name: str, lines: set[str]) -> None:
    text = "\n".join(sorted(lines, key=str.lower))
    (REQUIREMENTS / name).write_text(text + "\n")


if __name__ == "__main__":
    main()
