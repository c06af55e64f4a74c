"""What a conversation remembers about cases; Rasa's slots carry it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

import structlog

from bot.cases import values
from bot.cases.model import Case

Asks = Literal["code", "proof"]

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class CaseTalk:
    """Where the talk about cases stands.

    Attributes:
        asks: what was asked for and not yet given. Rasa's door looks at its slot as well.
        code: the case that the proof is asked for.
        aside: something else was answered since; short words are no longer about the case.
        shown: the case that was shown last, after its proof.
        listed: the codes that one message named, in its order; empty when it was one.
    """

    asks: Asks | None = None
    code: str | None = None
    aside: bool = False
    shown: Case | None = None
    listed: tuple[str, ...] = ()

    @classmethod
    def from_slots(cls, slots: dict[str, Any]) -> CaseTalk:
        """Read the slots; what no longer fits counts as empty."""
        code, asks = slots.get("case_code") or None, slots.get("case_asks")
        if asks not in ("code", "proof") or (asks == "proof" and code is None):
            asks = None
        shown, listed = _case(slots.get("case_shown")), tuple(slots.get("case_listed") or ())
        return cls(asks, code, bool(slots.get("case_aside")), shown, listed)

    def to_slots(self) -> dict[str, Any]:
        return {
            "case_asks": self.asks,
            "case_code": self.code,
            "case_aside": self.aside,
            "case_shown": _slot(self.shown) if self.shown else None,
            "case_listed": list(self.listed),
        }

    def asking(self, asks: Asks, code: str | None = None) -> CaseTalk:
        return replace(self, asks=asks, code=code, aside=False)

    def showing(self, case: Case) -> CaseTalk:
        return CaseTalk(shown=case, listed=self.listed)

    def in_play(self) -> CaseTalk:
        """What is asked next is about the case that was shown."""
        return replace(self, aside=False)

    def over(self) -> CaseTalk:
        """Nothing is asked for any more; a case that was shown stays."""
        return replace(self, asks=None, code=None, listed=())


def _slot(case: Case) -> dict[str, Any]:
    """Amounts with their unit: a bare number of nine digits would be redacted as a personal one."""
    said = case.model_dump(mode="json", exclude_defaults=True)
    for fee in said.get("fees", ()):
        if "dong" in fee:
            fee["dong"] = f"{fee['dong']} đồng"
    return said


def _case(said: Any) -> Case | None:
    if not isinstance(said, dict):
        return None
    fees = [
        {**fee, **({"dong": values.dong(fee["dong"])} if "dong" in fee else {})}
        for fee in said.get("fees", ())
    ]
    try:
        return Case.model_validate({**said, **({"fees": fees} if fees else {})})
    except ValueError as error:  # of an older version of the model
        log.warning("case_in_slot_unreadable", error=type(error).__name__)
        return None
