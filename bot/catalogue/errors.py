"""Why an import is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One refused line: where it stands and what is wrong, in one Vietnamese sentence."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, dòng {self.line}: {self.reason}"


class RefusedImport(Exception):
    """Nothing was taken over; the catalogue in force is untouched."""

    def __init__(self, reason: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.problems = problems
