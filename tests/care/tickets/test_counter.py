"""Handing in and asking: one ticket each, a code that opens it, and nobody guesses one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select, text

from bot.care.kept import KeptTickets
from bot.care.tables import Ticket, TicketStep
from bot.care.tickets.counter import Counter
from bot.care.tickets.model import Draft, Kind, Locked, Standing, State, Unknown, Withdrawn
from bot.privacy.kinds import Names
from bot.store import Store, now
from bot.text.ticket_codes import find_ticket_codes, ticket_code

DRAFT = Draft("abcdefgh", Kind.REPORT, "00004", "vỉa hè trước số 5 bị đào, gọi 0912345678 nhé")
ANOTHER = ticket_code("55555555555")
LAN = Names(1, "web-lan", ())


def test_who_has_the_code_sees_how_it_stands_and_not_what_was_written(counter: Counter) -> None:
    receipt = counter.hand_in(DRAFT, "web-lan", "web")
    assert find_ticket_codes(receipt.code) == [receipt.code]
    found = counter.look_up(receipt.code, "anybody", "voice")
    assert isinstance(found, Standing)
    assert (found.state, found.kind, found.answer) == (State.RECEIVED, Kind.REPORT, None)
    assert "vỉa hè" not in str(found)


def test_neither_the_code_nor_a_personal_number_is_written_down(
    counter: Counter, store: Store
) -> None:
    code = counter.hand_in(DRAFT, "web-lan", "web").code
    with store.reading() as session:
        kept = str(session.execute(text("SELECT * FROM ticket")).all())
    assert code not in kept
    assert "0912345678" not in kept
    assert "[phone]" in kept


def test_the_same_draft_twice_is_one_ticket(counter: Counter, store: Store) -> None:
    with ThreadPoolExecutor(4) as several:
        receipts = list(several.map(lambda _: counter.hand_in(DRAFT, "web-lan", "web"), range(4)))
    assert len({receipt.code for receipt in receipts}) == 1
    with store.reading() as session:
        assert session.scalar(select(func.count(Ticket.id))) == 1
        assert session.scalar(select(func.count(TicketStep.id))) == 1


def test_codes_cannot_be_told_from_each_other(counter: Counter) -> None:
    drafts = (replace(DRAFT, token=f"draft{letter}") for letter in "abcdefghij")
    assert len({counter.hand_in(draft, "web-lan", "web").code for draft in drafts}) == 10


def test_who_tries_codes_is_locked_out(counter: Counter) -> None:
    tries = [counter.look_up(ticket_code(str(10**10 + n)), "web-guesser", "web") for n in range(11)]
    assert {type(one) for one in tries[:10]} == {Unknown}
    assert isinstance(tries[10], Locked)
    assert isinstance(counter.look_up(ANOTHER, "web-else", "web"), Unknown)


def test_a_ticket_that_is_withdrawn_has_no_words_any_more(counter: Counter, store: Store) -> None:
    code = counter.hand_in(DRAFT, "web-lan", "web").code
    assert counter.withdraw(code, "web-lan", "web") == Withdrawn(code)
    with store.reading() as session:
        assert session.scalar(select(Ticket.text)) is None
    found = counter.withdraw(code, "web-lan", "web")
    assert isinstance(found, Standing)
    assert found.state is State.WITHDRAWN


def test_a_deleted_conversation_leaves_nobodys_ticket(counter: Counter, store: Store) -> None:
    code = counter.hand_in(DRAFT, "web-lan", "web").code
    kept = KeptTickets(store, 365)
    [ticket] = kept.export(LAN)["ticket"]
    assert "vỉa hè" in ticket["text"]
    assert len(kept.export(LAN)["ticket_step"]) == 1
    kept.delete(LAN)
    assert kept.export(LAN) == {"ticket": [], "ticket_step": []}
    assert isinstance(counter.look_up(code, "web-lan", "web"), Standing)


@pytest.mark.parametrize(("days", "gone"), [(364, 0), (366, 1)])
def test_it_ends_by_itself(counter: Counter, store: Store, days: int, gone: int) -> None:
    counter.hand_in(DRAFT, "web-lan", "web")
    kept = KeptTickets(store, 365)
    with time_machine.travel(now() + timedelta(days=days)):
        assert kept.expire(dry=True) == {"ticket_step": gone, "ticket": gone}
        assert kept.expire(dry=False) == {"ticket_step": gone, "ticket": gone}
    with store.reading() as session:
        assert session.scalar(select(func.count(Ticket.id))) == 1 - gone


def test_a_number_that_is_taken_is_drawn_again(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter([7, 7, 8])
    monkeypatch.setattr("bot.care.tickets.counter.secrets.randbelow", lambda _: next(drawn))
    codes = {counter.hand_in(replace(DRAFT, token=token), "web-x", "web").code for token in "ab"}
    assert len(codes) == 2
