"""Procedures that staff took down: whatever way led to them, none of their facts is told.

Every reply says in its payload what it is about, so that one look at what goes out is enough.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.answers.reply import Reply
from bot.answers.words import upper_first
from bot.dialogue.turn import Outcome, Respond, Turn, World
from bot.notices.model import TakeDown
from bot.notices.reply import MARK, being_checked
from bot.text.numbers import say

Down = Mapping[str, TakeDown]
TELLS = ("procedure", "compare")  # payloads with facts of a record


def kept_back(respond: Respond) -> Respond:
    """`respond`, but what was taken down is said to be checked, and marked where it is a choice."""

    def told(turn: Turn, world: World) -> Outcome:
        outcome = respond(turn, world)
        return _without(outcome, world) if world.notices.down else outcome

    return told


def _without(outcome: Outcome, world: World) -> Outcome:
    replies: list[Reply] = []
    for reply in outcome.replies:
        shown = _shown(reply, world)
        if shown not in replies:  # two aspects of one procedure: it is said once
            replies.append(shown)
    told = any(reply.payload.get("type") in TELLS for reply in replies)
    decision = "notice" if outcome.decision == "answer" and not told else outcome.decision
    return replace(outcome, replies=tuple(replies), decision=decision)


def _shown(reply: Reply, world: World) -> Reply:
    down, payload = world.notices.down, reply.payload
    choices = payload.get("choices") or []
    if payload.get("type") in TELLS:
        about = [payload.get("code"), *(choice.get("code") for choice in choices)]
        code = next((code for code in about if code in down), None)
        procedure = world.catalogue.get(code or "")
        return being_checked(procedure, down[procedure.code]) if procedure else reply
    return _marked(reply, choices, down)


def _marked(reply: Reply, choices: list[dict[str, Any]], down: Down) -> Reply:
    """A question with the choices marked that lead to nothing but what was taken down."""
    marked = [choice for choice in choices if _is_down(choice, down)]
    if not marked:
        return reply
    starts = {f"{choice['n']}. {choice['label']}" for choice in marked}
    lines = [
        next((f"{start} ({MARK})" for start in starts if line.startswith(start)), line)
        for line in reply.text.split("\n")
    ]
    hint = upper_first(MARK)
    rows = [{**choice, "hint": hint} if choice in marked else choice for choice in choices]
    numbers = ", ".join(str(choice["n"]) for choice in marked)
    return Reply(
        text="\n".join(lines),
        payload={**reply.payload, "choices": rows},
        spoken=f"{reply.spoken} {say(f'Lựa chọn số {numbers} {MARK}.')}",
    )


def _is_down(choice: dict[str, Any], down: Down) -> bool:
    codes = choice.get("codes") or [choice.get("code")]
    return all(code in down for code in codes)
