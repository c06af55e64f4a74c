"""`python3 -m deploy.lock`: resolves requirements/{app,dev}.in and writes what came out.

The Rasa lock is frozen with Rasa itself and is not touched.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from deploy.setup.pythons import app_python

REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([app_python(), "-m", "venv", folder], check=True)
        python = Path(folder) / "bin" / "python"
        app = _resolve(python, "app.in")
        dev = _resolve(python, "dev.in") - app
    _write("app.lock", app)
    _write("dev.lock", dev)


def _resolve(python: Path, name: str) -> set[str]:
    install = [python, "-m", "pip", "install", "-q", "-r", REQUIREMENTS / name]
    subprocess.run(install, check=True)
    freeze = [python, "-m", "pip", "freeze", "--exclude", "pip", "--exclude", "setuptools"]
    out = subprocess.run(freeze, check=True, capture_output=True, text=True).stdout
    # "+cpu" names a build that only some indexes carry; the version is what is pinned.
    return {line.split("+")[0] for line in out.splitlines() if "==" in line}


def _write(name: str, lines: set[str]) -> None:
    text = "\n".join(sorted(lines, key=str.lower))
    (REQUIREMENTS / name).write_text(text + "\n")


if __name__ == "__main__":
    main()
