"""The catalogue in force, as one immutable version."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bot.catalogue.files import read_procedures, read_withdrawn
from bot.catalogue.local import LocalTruth, load_local_truth
from bot.catalogue.model import Procedure
from bot.settings import settings


@dataclass(frozen=True)
class Catalogue:
    """Procedures of one version with what the city says about them.

    Attributes:
        procedures: by code, sorted by code.
        version: changes with every change of content, e.g. "2026-07-1a2b3c4d".
        asof: month of the newest source, "2026-07"; every answer carries it.
        withdrawn: titles of procedures that have left the portal, by code.
        local: status in Hanoi per procedure; unknown where the city has not said.
    """

    procedures: dict[str, Procedure]
    version: str
    asof: str
    withdrawn: dict[str, str] = field(default_factory=dict)
    local: LocalTruth = field(default_factory=LocalTruth)

    def get(self, code: str) -> Procedure | None:
        return self.procedures.get(code)


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Load the catalogue in `folder`; None is the one in force.

    Raises:
        FileNotFoundError: the folder holds no catalogue.
        pydantic.ValidationError: a file does not fit the model.
    """
    folder = folder or folder_in_force()
    procedures, fingerprint = read_procedures(folder)
    asof = max(procedure.asof for procedure in procedures.values())
    withdrawn = read_withdrawn(folder)
    return Catalogue(
        procedures=procedures,
        version=f"{asof}-{fingerprint}",
        asof=asof,
        withdrawn={code: t for code, t in withdrawn.items() if code not in procedures},
        local=load_local_truth(),
    )


def folder_in_force() -> Path:
    """The version that the pointer names, else the catalogue of the repository."""
    versions = settings().var_dir / "catalogue"
    pointer = versions / "current"
    if pointer.is_file():
        return versions / pointer.read_text(encoding="utf-8").strip()
    return settings().data_dir / "catalogue"
