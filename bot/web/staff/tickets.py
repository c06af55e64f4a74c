"""Complaints and proposals. Two desks with the same pages: everybody's who answers tickets, and the
leads' for what is about officials, of which the other desk shows nothing, not even a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import HTMLResponse, Response

from bot.care.tickets.model import NO_DEADLINE, STATE_NAMES, Kind, State
from bot.care.tickets.rules import load_rules
from bot.care.tickets.work import LONGEST, Changed, Desk, Filter, NotPossible
from bot.channels.problems import Problem
from bot.clock import today
from bot.places.wards import load_wards
from bot.staff.accounts import Account
from bot.staff.roles import RIGHTS, May
from bot.staff.service import Staff
from bot.web.staff.desk import Desk as Shared
from bot.web.staff.guard import Me, needs
from bot.web.staff.pages import back_to, show

LAST = 2**31 - 1
Revision = Annotated[int, Form(ge=0, le=LAST)]


class Section:
    """One desk's pages under `path`, for who has `right`."""

    def __init__(self, path: str, heading: str, right: May, kinds: tuple[Kind, ...]) -> None:
        self._path = path
        self._heading = heading
        self._right = right
        self._kinds = kinds
        self.router = self._routes()

    def _routes(self) -> APIRouter:
        router = APIRouter()
        path, me_here = self._path, Depends(needs(self._right))

        @router.get(path)
        async def listed(
            request: Request, staff: Shared, me: Me = me_here,
            state: str = "", kind: str = "", ward: str = "", mine: bool = False,
            page: Annotated[int, Query(ge=1, le=10_000)] = 1,
        ) -> HTMLResponse:  # fmt: skip
            return await self._list(request, staff, me, _filter(state, kind, ward, mine, me), page)

        @router.get(path + "/{number}")
        async def one(
            number: int, request: Request, staff: Shared, me: Me = me_here
        ) -> HTMLResponse:
            return await self._one(request, staff, me, number)

        @router.post(path + "/{number}/assign")
        async def assign(
            number: int, request: Request, staff: Shared, me: Me = me_here,
            revision: Revision = 0, to: Annotated[int, Form(ge=0, le=LAST)] = 0,
        ) -> Response:  # fmt: skip
            people = await run_sync(self._people, staff)
            if to and to not in {person.id for person in people}:
                problem = "Không giao được cho người này."
                return await self._one(request, staff, me, number, problem)
            desk = self._desk(staff)
            act = lambda: desk.assign(number, me.id, revision, to or None)  # noqa: E731
            return await self._done(request, staff, me, number, act)

        @router.post(path + "/{number}/state")
        async def move(
            number: int, request: Request, staff: Shared, me: Me = me_here,
            revision: Revision = 0, state: Annotated[State, Form()] = State.HANDLING,
        ) -> Response:  # fmt: skip
            desk = self._desk(staff)
            act = lambda: desk.move(number, me.id, revision, state)  # noqa: E731
            return await self._done(request, staff, me, number, act)

        @router.post(path + "/{number}/answer")
        async def answer(
            number: int, request: Request, staff: Shared, me: Me = me_here,
            revision: Revision = 0, words: Annotated[str, Form(max_length=LONGEST)] = "",
        ) -> Response:  # fmt: skip
            desk = self._desk(staff)
            act = lambda: desk.answer(number, me.id, revision, words)  # noqa: E731
            return await self._done(request, staff, me, number, act, words)

        return router

    def _desk(self, staff: Staff) -> Desk:
        return Desk(staff.store, self._kinds)

    def _people(self, staff: Staff) -> list[Account]:
        """Who may be given a ticket of this desk."""
        accounts = staff.accounts.all()
        return [one for one in accounts if one.active and self._right in RIGHTS[one.role]]

    async def _list(
        self, request: Request, staff: Staff, me: Me, wanted: Filter, page: int
    ) -> HTMLResponse:
        rows, more = await run_sync(self._desk(staff).listed, wanted, today(), page)
        return show(
            request, me, "staff/tickets.html",
            heading=self._heading, path=self._path, rows=rows, more=more, page=page,
            wanted=wanted, names=await run_sync(_names, staff), **self._words(),
        )  # fmt: skip

    async def _one(
        self, request: Request, staff: Staff, me: Me, number: int,
        problem: str = "", draft: str = "",
    ) -> HTMLResponse:  # fmt: skip
        if not 0 < number <= LAST:
            raise _nowhere()
        opened = await run_sync(self._desk(staff).open, number, me.id, today())
        if opened is None:
            raise _nowhere()
        return show(
            request, me, "staff/ticket.html", status=422 if problem else 200,
            heading=self._heading, path=self._path, one=opened, problem=problem, draft=draft,
            people=await run_sync(self._people, staff), names=await run_sync(_names, staff),
            longest=LONGEST, **self._words(),
        )  # fmt: skip

    async def _done(
        self, request: Request, staff: Staff, me: Me, number: int, act: Callable[[], None],
        draft: str = "",
    ) -> Response:  # fmt: skip
        """Do it and show the ticket; what was typed is not lost when it cannot be done."""
        try:
            await run_sync(act)
        except Changed:
            problem = "Có người vừa xử lý phản ánh này. Xem lại bên dưới rồi làm tiếp."
            return await self._one(request, staff, me, number, problem, draft)
        except NotPossible as reason:
            return await self._one(request, staff, me, number, str(reason), draft)
        return back_to(f"{self._path}/{number}")

    def _words(self) -> dict[str, Any]:
        rules = load_rules().kinds
        return {
            "kinds": {kind: rules[kind] for kind in self._kinds},
            "states": STATE_NAMES,
            "no_deadline": NO_DEADLINE,
            "wards": load_wards(),
        }


def _names(staff: Staff) -> dict[int, str]:
    return {one.id: one.name for one in staff.accounts.all()}


def _filter(state: str, kind: str, ward: str, mine: bool, me: Me) -> Filter:
    """What is not understood is not filtered by: such addresses come from old links."""
    return Filter(
        state=State(state) if state in set(State) else None,
        kind=Kind(kind) if kind in set(Kind) else None,
        ward=ward if ward in {one.code for one in load_wards()} else None,
        assignee=me.id if mine else None,
        everything=state == "all",
    )


def _nowhere() -> Problem:
    return Problem(
        404, "no-ticket", "Không có phản ánh này", "Phản ánh không có hoặc đã hết hạn lưu."
    )


TICKETS = Section(
    "/staff/tickets", "Phản ánh, kiến nghị", May.ANSWER_TICKETS, (Kind.REPORT, Kind.PROPOSAL)
)
COMPLAINTS = Section(
    "/staff/complaints", "Phản ánh về cán bộ", May.READ_COMPLAINTS, (Kind.OFFICIAL,)
)
ROUTERS = (TICKETS.router, COMPLAINTS.router)
