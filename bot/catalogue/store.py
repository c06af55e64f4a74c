"""The catalogue in force, as one immutable version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
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
        asof: month of most of the records, "2026-07"; every answer carries it.
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
    withdrawn = read_withdrawn(folder)
    return Catalogue(
        procedures=procedures,
        version=version_name(procedures, fingerprint),
        asof=month_of(procedures),
        withdrawn={code: t for code, t in withdrawn.items() if code not in procedures},
        local=load_local_truth(),
    )


def month_of(procedures: Mapping[str, Procedure]) -> str:
    """The month of most records: one that was updated later does not make all look newer."""
    return Counter(procedure.asof for procedure in procedures.values()).most_common(1)[0][0]


def version_name(procedures: Mapping[str, Procedure], fingerprint: str) -> str:
    return f"{month_of(procedures)}-{fingerprint}"


def folder_in_force() -> Path:
    """The version that the pointer names, else the catalogue of the repository."""
    versions = settings().var_dir / "catalogue"
    pointer = versions / "current"
    if pointer.is_file():
        return versions / pointer.read_text(encoding="utf-8").strip()
    return settings().data_dir / "catalogue"
