"""What the console's routes share beside `bot.web.parts`."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from bot.staff.service import Staff


def _staff(request: Request) -> Staff:
    staff: Staff = request.app.state.staff
    return staff


Desk = Annotated[Staff, Depends(_staff)]
