"""Finds the two Pythons: 3.11 or later for the application, 3.10 for Rasa."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from deploy.setup.trouble import Trouble


def app_python() -> str:
    """The Python that runs this set-up; it must be 3.11 or later and able to make environments."""
    if sys.version_info < (3, 11):
        raise Trouble(
            f"This is Python {sys.version.split()[0]} and the application needs 3.11 or later: "
            "install it (Debian 12: `apt-get install python3 python3-venv`) or name one with "
            "`make run PYTHON=python3.11`."
        )
    if not _runs(sys.executable, "import ensurepip, venv"):
        raise Trouble(
            "This Python cannot make virtual environments: "
            "install its venv package (Debian: `apt-get install python3-venv`)."
        )
    return sys.executable


def rasa_python() -> str:
    """A Python 3.10 that really runs (a pyenv shim without its version does not)."""
    for candidate in _candidates():
        if _runs(candidate, "import sys, ensurepip; sys.exit(sys.version_info[:2] != (3, 10))"):
            return candidate
    raise Trouble(
        "No Python 3.10 was found, which Rasa needs: install one (`uv python install 3.10` or "
        "`pyenv install 3.10`), or name it with RASA_PYTHON=/path/to/python3.10."
    )


def _candidates() -> list[str]:
    named = os.environ.get("RASA_PYTHON")
    if named:
        return [named]
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [shutil.which("python3.10") or ""]
    found += sorted((str(p) for p in pyenv.glob("3.10.*/bin/python")), reverse=True)
    return [c for c in [*found, _from_uv()] if c]


def _from_uv() -> str:
    """A 3.10 that uv has or can fetch; empty when there is no uv or it has no way to."""
    uv = shutil.which("uv")
    if not uv:
        return ""
    find = [uv, "python", "find", "--managed-python", "3.10"]
    try:
        done = subprocess.run(find, capture_output=True, text=True, check=False, timeout=30)
        if done.returncode != 0:
            subprocess.run([uv, "python", "install", "3.10"], check=False, timeout=600)
            done = subprocess.run(find, capture_output=True, text=True, check=False, timeout=30)
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _runs(python: str, code: str) -> bool:
    try:
        done = subprocess.run([python, "-c", code], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
