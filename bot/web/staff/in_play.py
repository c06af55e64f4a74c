"""What an adviser sees beside the words: the procedures in play, and answers ready to be sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.answers.aspect import LABEL, ORDER
from bot.answers.compose import answer
from bot.answers.words import upper_first
from bot.catalogue.opened import open_catalogue
from bot.channels.tables import Turn
from bot.clock import today
from bot.notices.model import TakeDown
from bot.notices.reply import MARK, being_checked

MOST = 3  # procedures: the latest are meant


@dataclass(frozen=True)
class InPlay:
    """
    Attributes:
        answers: name of an aspect → what the assistant says of it.
    """

    code: str
    title: str
    answers: dict[str, str]


def titles(turns: Sequence[Turn]) -> dict[str, str]:
    """Code → title of the procedures that were answered about, the latest first."""
    payloads = (
        message.get("payload") or {} for turn in reversed(turns) for message in turn.messages[::-1]
    )
    found: dict[str, str] = {}
    for payload in payloads:
        if payload.get("type") == "procedure":
            found.setdefault(payload["code"], payload.get("short_title") or payload["title"])
    return dict(list(found.items())[:MOST])


def in_play(turns: Sequence[Turn], down: Mapping[str, TakeDown]) -> list[InPlay]:
    """
    Args:
        down: those that staff took down: what lies ready says so, and none of their facts.
    """
    found = titles(turns).items()
    return [InPlay(code, title, _answers(code, down.get(code))) for code, title in found]


def _answers(code: str, down: TakeDown | None) -> dict[str, str]:
    """Empty for a code that is not in force any more."""
    catalogue = open_catalogue()
    procedure = catalogue.get(code)
    if not procedure:
        return {}
    if down:
        return {upper_first(MARK): being_checked(procedure, down).text}
    local, asof, day = catalogue.local.status(code), catalogue.asof, today()
    return {
        LABEL[aspect]: answer(procedure, aspect, local=local, asof=asof, today=day).text
        for aspect in ORDER
    }
