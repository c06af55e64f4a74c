"""Staff at work: who sees what, what follows what, two at once, and a line for every act."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from sqlalchemy import update

from bot.care.tables import Ticket
from bot.care.tickets.counter import Counter
from bot.care.tickets.model import MOVES, Draft, Kind, Standing, State
from bot.care.tickets.work import Changed, Desk, Filter, NotPossible
from bot.staff.audit import newest
from bot.staff.roles import Role
from bot.staff.tables import StaffAccount
from bot.store import Store, now

TODAY = date(2026, 7, 13)
LAN, MINH, *OTHERS = range(1, 5)
HandIn = Callable[..., str]


@pytest.fixture(autouse=True)
def staff(store: Store) -> None:
    """Four accounts; the audit log wants to know who did it."""
    with store.writing() as session:
        for number in (LAN, MINH, *OTHERS):
            session.add(
                StaffAccount(
                    id=number,
                    login=f"s{number}",
                    name=f"Mẫu {number}",
                    role=Role.LEAD,
                    active=True,
                    created_at=now(),
                )
            )


@pytest.fixture
def hand_in(counter: Counter) -> HandIn:
    def handed(token: str = "a", kind: Kind = Kind.REPORT, ward: str | None = "00004") -> str:
        return counter.hand_in(Draft(token, kind, ward, f"chuyện {token}"), "web-x", "web").code

    return handed


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, (Kind.REPORT, Kind.PROPOSAL))


@pytest.fixture
def leads(store: Store) -> Desk:
    return Desk(store, (Kind.OFFICIAL,))


def only(desk: Desk) -> int:
    [row] = desk.listed(Filter(everything=True), TODAY)[0]
    return row.id


def state_of(desk: Desk, number: int) -> State:
    opened = desk.open(number, LAN, TODAY)
    assert opened
    return opened.row.state


def test_from_receipt_to_the_end(
    desk: Desk, counter: Counter, hand_in: HandIn, store: Store
) -> None:
    code = hand_in()
    number = only(desk)
    desk.assign(number, LAN, 0, MINH)
    desk.move(number, MINH, 1, State.HANDLING)
    desk.answer(number, MINH, 2, "Đã sửa xong, gọi 0912345678 khi cần")
    told = counter.look_up(code, "web-x", "web")
    assert isinstance(told, Standing)
    assert told.state is State.ANSWERED
    assert told.answer == "Đã sửa xong, gọi [phone] khi cần"
    desk.move(number, LAN, 3, State.CLOSED)
    opened = desk.open(number, LAN, TODAY)
    assert opened
    assert [step.state for step in opened.steps] == [
        State.RECEIVED, State.RECEIVED, State.HANDLING, State.ANSWERED, State.CLOSED,
    ]  # fmt: skip
    acts = [line.act for line in newest(store, 10)][::-1]
    assert acts == [
        "ticket-assign", "ticket-state", "ticket-answer", "ticket-state", "ticket-open",
    ]  # fmt: skip
    assert "Đã sửa" not in str(newest(store, 10)), "no words in the audit log"


@pytest.mark.parametrize("before", State)
@pytest.mark.parametrize("after", [State.HANDLING, State.ANSWERED, State.CLOSED])
def test_every_move_is_made_or_refused(
    desk: Desk, hand_in: HandIn, store: Store, before: State, after: State
) -> None:
    hand_in()
    number = only(desk)
    with store.writing() as session:
        session.execute(update(Ticket).values(state=before))

    def act() -> None:
        if after is State.ANSWERED:
            desk.answer(number, LAN, 0, "xong")
        else:
            desk.move(number, LAN, 0, after)

    if after in MOVES[before]:
        act()
        assert state_of(desk, number) is after
    else:
        with pytest.raises(NotPossible):
            act()
        assert state_of(desk, number) is before


@pytest.mark.parametrize("state", [State.RECEIVED, State.ANSWERED, State.WITHDRAWN])
def test_staff_can_only_take_up_or_close_by_a_button(
    desk: Desk, hand_in: HandIn, state: State
) -> None:
    hand_in()
    with pytest.raises(NotPossible):
        desk.move(only(desk), LAN, 0, state)


def test_two_answers_at_once_are_one(desk: Desk, hand_in: HandIn) -> None:
    hand_in()
    number = only(desk)

    def answer(who: int) -> bool:
        try:
            desk.answer(number, who, 0, f"câu của {who}")
        except Changed:
            return False
        return True

    with ThreadPoolExecutor(4) as several:
        done = list(several.map(answer, range(1, 5)))
    assert done.count(True) == 1
    opened = desk.open(number, LAN, TODAY)
    assert opened
    assert len([step for step in opened.steps if step.answer]) == 1


def test_an_answer_to_what_was_withdrawn_meanwhile_is_not_given(
    desk: Desk, counter: Counter, hand_in: HandIn
) -> None:
    code = hand_in()
    number = only(desk)
    counter.withdraw(code, "web-x", "web")
    with pytest.raises(Changed):
        desk.answer(number, LAN, 0, "xong")


@pytest.mark.parametrize("words", ["", "   \n "])
def test_an_empty_answer_is_none(desk: Desk, hand_in: HandIn, words: str) -> None:
    hand_in()
    with pytest.raises(NotPossible, match="trống"):
        desk.answer(only(desk), LAN, 0, words)


def test_complaints_about_officials_are_at_the_leads_desk_alone(
    desk: Desk, leads: Desk, hand_in: HandIn
) -> None:
    hand_in("a", Kind.OFFICIAL)
    hand_in("b", Kind.PROPOSAL)
    number = only(leads)
    assert [row.kind for row in desk.listed(Filter(everything=True), TODAY)[0]] == [Kind.PROPOSAL]
    assert desk.listed(Filter(kind=Kind.OFFICIAL), TODAY)[0] == []
    assert desk.open(number, LAN, TODAY) is None
    for act in (
        lambda: desk.answer(number, LAN, 0, "x"),
        lambda: desk.assign(number, LAN, 0, LAN),
        lambda: desk.move(number, LAN, 0, State.HANDLING),
    ):
        with pytest.raises(Changed):
            act()
    assert leads.open(number, LAN, TODAY)


def test_numbers_do_not_tell_how_many_there_are(desk: Desk, hand_in: HandIn) -> None:
    for token in "abc":
        hand_in(token)
    numbers = sorted(row.id for row in desk.listed(Filter(), TODAY)[0])
    assert numbers[2] - numbers[0] > 100


def test_filters(desk: Desk, hand_in: HandIn) -> None:
    hand_in("a", Kind.REPORT, "00004")
    hand_in("b", Kind.PROPOSAL, None)
    [report] = desk.listed(Filter(kind=Kind.REPORT), TODAY)[0]
    assert report.place == "Phường Ba Đình"
    assert [r.kind for r in desk.listed(Filter(ward="00004"), TODAY)[0]] == [Kind.REPORT]
    desk.assign(report.id, LAN, 0, MINH)
    assert [r.id for r in desk.listed(Filter(assignee=MINH), TODAY)[0]] == [report.id]
    assert desk.listed(Filter(assignee=LAN), TODAY)[0] == []
    desk.answer(report.id, LAN, 1, "xong")
    assert len(desk.listed(Filter(), TODAY)[0]) == 1, "what is still to be done"
    assert len(desk.listed(Filter(everything=True), TODAY)[0]) == 2
    assert [r.id for r in desk.listed(Filter(state=State.ANSWERED), TODAY)[0]] == [report.id]


def test_what_is_due_first_comes_first_and_is_marked(
    desk: Desk, hand_in: HandIn, store: Store
) -> None:
    for token, due in (("a", None), ("b", date(2026, 7, 14)), ("c", date(2026, 7, 10))):
        hand_in(token)
        with store.writing() as session:
            last = update(Ticket).where(Ticket.text == f"chuyện {token}")
            session.execute(last.values(due=due))
    rows = desk.listed(Filter(), TODAY)[0]
    assert [(row.due, row.urgency) for row in rows] == [
        (date(2026, 7, 10), "past"),
        (date(2026, 7, 14), "near"),
        (None, ""),
    ]


def test_what_is_answered_stands_below_what_is_overdue(
    desk: Desk, hand_in: HandIn, store: Store
) -> None:
    for token, due in (("a", date(2026, 7, 1)), ("b", date(2026, 7, 10))):
        hand_in(token)
        with store.writing() as session:
            last = update(Ticket).where(Ticket.text == f"chuyện {token}")
            session.execute(last.values(due=due))
    oldest = desk.listed(Filter(), TODAY)[0][0]
    desk.answer(oldest.id, LAN, 0, "xong")
    rows = desk.listed(Filter(everything=True), TODAY)[0]
    assert [row.state for row in rows] == [State.RECEIVED, State.ANSWERED]


def test_long_lists_come_in_pages(desk: Desk, hand_in: HandIn) -> None:
    for at in range(53):
        hand_in("".join(chr(97 + int(digit)) for digit in str(at)) + "z")
    first, more = desk.listed(Filter(), TODAY)
    second, end = desk.listed(Filter(), TODAY, page=2)
    assert (len(first), more, len(second), end) == (50, True, 3, False)
    assert not {row.id for row in first} & {row.id for row in second}
