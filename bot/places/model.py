"""Hanoi's wards since 1 July 2025, and the points where one files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ward:
    """One of the 126 units ("phường" or "xã").

    Attributes:
        code: five-digit code of the unit.
        name: full name, "Phường Yên Hòa".
        kind: "phường" or "xã".
        former: full names of the units it took land from before July 2025.
    """

    code: str
    name: str
    kind: str
    former: tuple[str, ...]

    @property
    def bare(self) -> str:
        """The name without its kind: "Yên Hòa"."""
        return self.name.split(" ", 1)[1]


@dataclass(frozen=True)
class ServicePoint:
    """Where one files and collects; what is None is not known."""

    name: str
    ward_code: str
    address: str
    phone: str | None = None
    hours: str | None = None
    source: str | None = None
