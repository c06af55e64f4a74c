"""What one conversation remembers between turns; Rasa's slots carry it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bot.answers.aspect import Aspect


@dataclass(frozen=True)
class State:
    """Memory of a conversation, small enough to ride in Rasa's slots.

    Attributes:
        procedure: code of the procedure in play.
        aspect: the aspect asked last; a choice is answered with it.
        choices: codes offered in the last clarification, in the order shown.
        guide: the question of a guide that was asked and not yet answered, "khai-sinh/start".
        candidates: the best codes of the last search not yet refused.
        misses: how many questions in a row found nothing.
    """

    procedure: str | None = None
    aspect: Aspect | None = None
    choices: tuple[str, ...] = ()
    guide: str | None = None
    candidates: tuple[str, ...] = ()
    misses: int = 0

    @classmethod
    def from_slots(cls, slots: dict[str, Any]) -> State:
        """Read the slots; a value that no longer fits (an old session) counts as empty."""
        aspect = slots.get("aspect")
        return cls(
            procedure=slots.get("procedure") or None,
            aspect=Aspect(aspect) if aspect in set(Aspect) else None,
            choices=tuple(slots.get("choices") or ()),
            guide=slots.get("guide") or None,
            candidates=tuple(slots.get("candidates") or ()),
            misses=int(slots.get("misses") or 0),
        )

    def to_slots(self) -> dict[str, Any]:
        return {
            "procedure": self.procedure,
            "aspect": self.aspect.value if self.aspect else None,
            "choices": list(self.choices),
            "guide": self.guide,
            "candidates": list(self.candidates),
            "misses": float(self.misses),
        }

    def answered(self, code: str, aspect: Aspect) -> State:
        """A procedure was answered: nothing is pending any more."""
        return replace(self, procedure=code, aspect=aspect, choices=(), guide=None, misses=0)
