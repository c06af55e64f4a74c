"""What one conversation remembers between turns; Rasa's slots carry it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args

from bot.answers.aspect import Aspect
from bot.dialogue.cases.memory import CaseTalk
from bot.dialogue.tickets.memory import TicketTalk

MAX_RECENT = 5
Survey = Literal["asks", "done", "spared"]


@dataclass(frozen=True)
class State:
    """Memory of a conversation, small enough to ride in Rasa's slots.

    Attributes:
        procedure: code of the procedure in play.
        aspect: the aspect asked last; a choice is answered with it.
        choices: codes offered in the last clarification, in the order shown.
        guide: the question of a guide that was asked and not yet answered, "khai-sinh/start".
        earlier_choices: as `choices`, once one of them was taken: another may be meant.
        earlier_guide: as `guide`, once it was answered.
        recent: codes of the procedures talked about, in order; the first one stays.
        candidates: the best codes of the last search not yet refused.
        misses: how many questions in a row found nothing.
        case: where the talk about cases stands.
        ticket: where the talk about a complaint or a proposal stands.
        survey: whether the question at the end was asked; spared: an angry person, or a lost one.
    """

    procedure: str | None = None
    aspect: Aspect | None = None
    choices: tuple[str, ...] = ()
    guide: str | None = None
    earlier_choices: tuple[str, ...] = ()
    earlier_guide: str | None = None
    recent: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    misses: int = 0
    case: CaseTalk = field(default_factory=CaseTalk)
    ticket: TicketTalk = field(default_factory=TicketTalk)
    survey: Survey | None = None

    @classmethod
    def from_slots(cls, slots: dict[str, Any]) -> State:
        """Read the slots; a value that no longer fits (an old session) counts as empty."""
        aspect, survey = slots.get("aspect"), slots.get("survey")
        return cls(
            procedure=slots.get("procedure") or None,
            aspect=Aspect(aspect) if aspect in set(Aspect) else None,
            choices=tuple(slots.get("choices") or ()),
            guide=slots.get("guide") or None,
            earlier_choices=tuple(slots.get("earlier_choices") or ()),
            earlier_guide=slots.get("earlier_guide") or None,
            recent=tuple(slots.get("recent") or ()),
            candidates=tuple(slots.get("candidates") or ()),
            misses=int(slots.get("misses") or 0),
            case=CaseTalk.from_slots(slots),
            ticket=TicketTalk.from_slots(slots),
            survey=survey if survey in get_args(Survey) else None,
        )

    def to_slots(self) -> dict[str, Any]:
        return {
            "procedure": self.procedure,
            "aspect": self.aspect.value if self.aspect else None,
            "choices": list(self.choices),
            "guide": self.guide,
            "earlier_choices": list(self.earlier_choices),
            "earlier_guide": self.earlier_guide,
            "recent": list(self.recent),
            "candidates": list(self.candidates),
            "misses": float(self.misses),
            **self.case.to_slots(),
            **self.ticket.to_slots(),
            "survey": self.survey,
        }

    def answered(self, code: str, aspect: Aspect) -> State:
        """A procedure was answered: nothing is pending any more."""
        settled = self
        if self.choices or self.guide:
            settled = replace(self, earlier_choices=self.choices, earlier_guide=self.guide)
        return replace(
            settled.remembering(code),
            procedure=code,
            aspect=aspect,
            choices=(),
            guide=None,
            misses=0,
        )

    def remembering(self, code: str) -> State:
        """`code` was talked about last; of many, the first and the latest are kept."""
        recent = self.recent if self.recent[-1:] == (code,) else (*self.recent, code)
        if len(recent) > MAX_RECENT:
            recent = (recent[0], *recent[2:])
        return replace(self, recent=recent)

    def reopened(self) -> State:
        """The question that was answered before, open again."""
        return replace(self, choices=self.earlier_choices, guide=self.earlier_guide)

    def question_forgotten(self) -> State:
        """What was answered before can no longer be corrected: the talk went elsewhere."""
        return replace(self, earlier_choices=(), earlier_guide=None)
