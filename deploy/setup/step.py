"""One step of the set-up: what it reads, what it makes, and a stamp that says it was finished."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Step:
    """A step is done again when one of its `inputs` changed or one of its `outputs` is gone.

    Attributes:
        name: short and stable: also the name of its stamp and of its log.
        says: what a person reads while it runs.
        run: does the work; raises Trouble or CalledProcessError.
        inputs: files, or folders walked for files, whose content decides.
        outputs: paths that must exist afterwards.
    """

    name: str
    says: str
    run: Callable[[Path], None]  # receives the log file
    inputs: tuple[Path, ...]
    outputs: tuple[Path, ...]

    def digest(self) -> str:
        """Fingerprint of the inputs."""
        total = hashlib.sha256()
        for file in _files(self.inputs):
            total.update(file.name.encode() + b"\0" + file.read_bytes())
        return total.hexdigest()

    def is_done(self, stamps: Path) -> bool:
        stamp = stamps / self.name
        return (
            stamp.is_file()
            and stamp.read_text() == self.digest()
            and all(p.exists() for p in self.outputs)
        )

    def stamp(self, stamps: Path) -> None:
        stamps.mkdir(parents=True, exist_ok=True)
        (stamps / self.name).write_text(self.digest())


def _files(paths: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += [f for f in path.rglob("*") if f.is_file() and "__pycache__" not in f.parts]
        else:
            found.append(path)
    return sorted(found)
