"""What a conversation remembers of a complaint that is being written; a slot of Rasa carries it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from bot.care.tickets.model import Draft, Kind

Asks = Literal["kind", "place", "text", "confirm", "code", "withdraw"]
_LETTERS = "abcdefghijkmnpqrstuvwxyz"  # no digits: what looks like a number is redacted in slots


@dataclass(frozen=True)
class TicketTalk:
    """
    Attributes:
        asks: what was asked for and not yet given.
        kind, text: as in `Draft`.
        ward: its code; "" where the person does not know it, None before it was asked for.
        token: of the draft; "" before there is one.
        aside: another matter was answered since, and the draft mentioned.
        code: of the ticket that is to be withdrawn.
    """

    asks: Asks | None = None
    kind: Kind | None = None
    ward: str | None = None
    text: str = ""
    token: str = ""
    aside: bool = False
    code: str = ""

    @classmethod
    def from_slots(cls, slots: dict[str, Any]) -> TicketTalk:
        """Read the slot; what no longer fits counts as empty."""
        kept = slots.get("ticket")
        if not isinstance(kept, dict) or kept.get("asks") not in get_args(Asks):
            return cls()
        kind, ward = kept.get("kind"), kept.get("ward")
        return cls(
            asks=kept["asks"],
            kind=Kind(kind) if kind in set(Kind) else None,
            ward=ward if isinstance(ward, str) else None,
            text=str(kept.get("text") or ""),
            token=str(kept.get("token") or ""),
            aside=bool(kept.get("aside")),
            code=str(kept.get("code") or ""),
        )

    def to_slots(self) -> dict[str, Any]:
        if self.asks is None:
            return {"ticket": None}
        kept = {
            "asks": self.asks, "kind": self.kind, "ward": self.ward, "text": self.text,
            "token": self.token, "aside": self.aside, "code": self.code,
        }  # fmt: skip
        return {"ticket": {name: value for name, value in kept.items() if value is not None}}

    def asking(self, asks: Asks) -> TicketTalk:
        return replace(self, asks=asks, aside=False)

    def begun(self) -> TicketTalk:
        token = "".join(secrets.choice(_LETTERS) for _ in range(24))
        return replace(self, token=self.token or token)

    @property
    def telling(self) -> bool:
        """Whether the next message is what happened, whatever it sounds like."""
        return self.asks == "text" and not self.aside

    @property
    def written(self) -> bool:
        """Whether something of it is there that must not get lost."""
        return bool(self.text) or self.asks in ("place", "text")

    @property
    def draft(self) -> Draft | None:
        """What would be handed in; None while something of it is missing."""
        if self.kind is None or self.ward is None or not self.text or not self.token:
            return None
        return Draft(self.token, self.kind, self.ward or None, self.text)
