"""Which module speaks for which aspect."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.answers.aspect import Aspect
from bot.answers.duration import duration
from bot.answers.fee import fee
from bot.answers.law import law
from bot.answers.online import online
from bot.answers.papers import papers
from bot.answers.piece import Part
from bot.answers.place import place
from bot.answers.steps import steps
from bot.answers.who import conditions, result, who
from bot.catalogue.local import LocalStatus
from bot.catalogue.model import Procedure

_PARTS: dict[Aspect, Callable[[Procedure, LocalStatus, date], Part]] = {
    Aspect.PAPERS: lambda procedure, local, today: papers(procedure, local),
    Aspect.FEE: fee,
    Aspect.TIME: lambda procedure, local, today: duration(procedure, local),
    Aspect.PLACE: lambda procedure, local, today: place(procedure, local, today),
    Aspect.STEPS: steps,
    Aspect.ONLINE: lambda procedure, local, today: online(procedure, local, today),
    Aspect.RESULT: lambda procedure, local, today: result(procedure),
    Aspect.LAW: lambda procedure, local, today: law(procedure),
    Aspect.CONDITIONS: lambda procedure, local, today: conditions(procedure),
    Aspect.WHO: lambda procedure, local, today: who(procedure),
}


def part_of(procedure: Procedure, aspect: Aspect, local: LocalStatus, today: date) -> Part:
    """All there is to say on one aspect.

    Raises KeyError for `Aspect.OVERVIEW`, which is made of several parts.
    """
    return _PARTS[aspect](procedure, local, today)
