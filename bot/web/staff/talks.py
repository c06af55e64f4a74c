"""Conversations as the console sees them: who has which, and the lines of the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import Depends, Path

from bot.care.tables import HandOver
from bot.channels.advisers import Adviser
from bot.channels.for_leads import masked
from bot.channels.problems import Problem
from bot.channels.tables import Conversation, Turn
from bot.staff.roles import May
from bot.store import now
from bot.web.parts import Parts
from bot.web.staff.guard import Me, needs
from bot.web.staff.in_play import titles

Advising = Annotated[Me, Depends(needs(May.TAKE_OVER))]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
AWAY = timedelta(minutes=1)
TOO_LATE = "Cuộc trò chuyện này đã có cán bộ khác nhận, hoặc đã kết thúc."


@dataclass(frozen=True)
class Held:
    handover: HandOver
    conversation: Conversation


async def held_by_me(parts: Parts, handover: int, me: Me) -> Held:
    one = await run_sync(parts.advisers.held, handover, adviser(me))
    talk = await run_sync(parts.conversations.of_sender, one.sender) if one else None
    if one is None or talk is None:
        raise Problem(404, "staff-not-yours", "Không mở được cuộc trò chuyện này", TOO_LATE)
    return Held(one, talk)


@dataclass(frozen=True)
class Row:
    """One line of the list. No words of the citizen: those are for who takes the conversation.

    Attributes:
        away: nothing was seen of the citizen's page lately.
    """

    id: int
    minutes: int
    away: bool
    asked: int
    titles: dict[str, str]


def rows_of(parts: Parts, me: Me) -> tuple[list[Row], list[Row]]:
    def row(one: HandOver) -> Row:
        talk = parts.conversations.of_sender(one.sender)
        turns = turns_of(parts, talk.id, me) if talk else []
        waited = now() - (one.queued_at or one.asked_at)
        said = sum(bool(turn.text) for turn in turns)
        away = one.citizen_seen < now() - AWAY
        return Row(one.id, int(waited / timedelta(minutes=1)), away, said, titles(turns))

    advisers = parts.advisers
    return [row(one) for one in advisers.queue()], [row(one) for one in advisers.mine(adviser(me))]


def version(parts: Parts, me: Me) -> str:
    return named(parts.advisers.queue(), parts.advisers.mine(adviser(me)))


def named(queue: Sequence[Row | HandOver], mine: Sequence[Row | HandOver]) -> str:
    """Which list this is: changes when somebody comes, goes or is taken."""
    return "/".join(",".join(str(one.id) for one in some) for some in (queue, mine))


def turns_of(parts: Parts, talk: int, me: Me) -> list[Turn]:
    return [seen_by(me)(turn) for turn, _ in parts.conversations.turns(talk)]


def seen_by(me: Me) -> Callable[[Turn], Turn]:
    """How a turn looks to this member of staff."""
    return (lambda turn: turn) if me.may(May.READ_COMPLAINTS) else masked


def adviser(me: Me) -> Adviser:
    return Adviser(me.id, me.name)
