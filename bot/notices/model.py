"""What is in force: which procedures are not told of, and what everyone is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class TakeDown:
    """A procedure whose facts are being checked.

    Attributes:
        ask: whom to ask meanwhile; "" for the office in the record.
        until: when it is expected to be told again; None: not known.
    """

    code: str
    ask: str = ""
    until: datetime | None = None


@dataclass(frozen=True)
class InForce:
    """One look at the notices: one turn sees one of them.

    Attributes:
        down: take-downs by code.
        banner: "" for none.
    """

    down: Mapping[str, TakeDown] = field(default_factory=dict)
    banner: str = ""
