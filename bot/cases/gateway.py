"""The port to whoever knows about cases: our own registry, the national sharing axis, …"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.cases.model import Case


class SourceDown(Exception):
    """The source did not answer, or not with anything that can be believed; says which and why.

    The text names no case and no person: it may go to a log.
    """


@dataclass(frozen=True)
class Found:
    """A case that the source has. Nothing of it may be told before a proof matches.

    Attributes:
        procedure: the procedure's code, as the source says.
        proofs: keyed hashes (`bot.cases.proofs`) of the digits that prove whose it is.
        read: the case; called after the proof only, so that a wrong proof costs no more time
            than an unknown code.
    """

    procedure: str | None
    proofs: tuple[str | None, ...]
    read: Callable[[], Case]


class CaseGateway(Protocol):
    """One source of cases.

    Attributes:
        alike_after_s: refusals are held back until then, because the source itself needs a
            different time for a code that it has and one that it has not.
    """

    @property
    def alike_after_s(self) -> float: ...

    def find(self, code: str, within_s: float) -> Found | None:
        """The case with this canonical code, or None when the source has none.

        Raises:
            SourceDown: no answer within `within_s` seconds, or none that can be believed.
        """

    def close(self) -> None: ...
