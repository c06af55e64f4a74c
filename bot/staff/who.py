"""Who acts: a member of staff, or somebody at the terminal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Who:
    """
    Attributes:
        name: the login, or the account on the machine; colleagues see it.
        id: the account's number, for the audit log; None at the terminal.
    """

    name: str
    id: int | None = None
