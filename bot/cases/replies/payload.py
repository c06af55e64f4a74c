"""What a page draws of a case; nothing in it says whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.answers.reply import QuickReply
from bot.answers.words import day, tidy
from bot.cases.model import Case
from bot.cases.replies import facts
from bot.cases.replies.standing import Standing
from bot.cases.states import load_states
from bot.catalogue.model import Procedure
from bot.clock import HANOI

_STEPS = 6  # the latest ones


def payload_of(
    case: Case,
    title: str,
    procedure: Procedure | None,
    stands: Standing | None,
    doing: Sequence[str],
    buttons: Sequence[QuickReply],
) -> dict[str, Any]:
    """Type `case`, kind `status`; every member but `kind` and `expects` is a fact of the case."""
    words = facts.words_of(case)
    return {
        "type": "case",
        "kind": "status",
        "expects": None,
        "code": case.code,
        "title": title,
        "procedure": procedure.code if procedure else None,
        "demo": case.demo,
        "state": {
            "number": int(case.state) if case.state else None,
            "name": words.name if words else None,
            "means": words.means if words else facts.state(case),
        },
        "due": {"tone": stands.tone, "text": stands.sentence} if stands else None,
        "todo": list(doing),
        "steps": _steps(case),
        "source": facts.source(case),
        "quick_replies": [button.model_dump() for button in buttons],
    }


def _steps(case: Case) -> list[dict[str, str | None]]:
    """The steps that were taken, the oldest first."""
    known = [step for step in case.progress if step.at and step.state]
    known.sort(key=lambda step: (step.at, step.state))
    return [
        {
            "day": day(step.at.astimezone(HANOI).date()) if step.at else None,
            "name": load_states()[step.state].name if step.state else None,
            "unit": tidy(step.unit) if step.unit else None,
        }
        for step in known[-_STEPS:]
    ]
