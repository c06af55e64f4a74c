"""Which turns are for leads alone: those of a complaint about an official, from its kind on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.care.tickets.model import Kind, Receipt, Standing, State
from bot.dialogue.state import State as Memory
from bot.dialogue.tickets.memory import Asks, TicketTalk
from bot.dialogue.tickets.official import about_official
from bot.dialogue.turn import Outcome, Turn

OFFICIAL, REPORT = Kind.OFFICIAL, Kind.REPORT
AT = datetime(2026, 7, 6, tzinfo=UTC)


def told(before: TicketTalk, after: TicketTalk, counter: Any = None) -> bool:
    turn = Turn("…", replace(Memory(), ticket=before), counter=counter)
    return about_official(turn, Outcome((), replace(Memory(), ticket=after), "notice"))


def draft(asks: Asks, kind: Kind | None = OFFICIAL, **more: Any) -> TicketTalk:
    return TicketTalk(asks, kind, **more)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (draft("kind", None), draft("place")),
        (draft("place"), draft("text")),
        (draft("text"), draft("confirm", text="…")),
        (draft("confirm", text="…"), TicketTalk()),  # cancelled
    ],
)
def test_every_step_of_one_about_an_official(before: TicketTalk, after: TicketTalk) -> None:
    assert told(before, after)


def test_another_kind_and_another_matter_are_for_everybody() -> None:
    assert not told(draft("kind", None), draft("place", REPORT))
    assert not told(TicketTalk(), TicketTalk())
    waiting = draft("confirm", text="…", aside=True)
    assert not told(replace(waiting, aside=False), waiting)


@pytest.mark.parametrize("kind", Kind)
def test_what_the_counter_says_of_a_ticket_goes_by_its_kind(kind: Kind) -> None:
    standing = Standing("PA", kind, State.ANSWERED, AT, AT, None, "Đã xử lý.")
    for said in (standing, Receipt("PA", kind, None)):
        assert told(TicketTalk(), TicketTalk(), said) is (kind is OFFICIAL)
