"""Who acts, as the capabilities want it; and what page follows a form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated

from fastapi import Form

from bot.clock import HANOI
from bot.staff.who import Who
from bot.web.staff.guard import Me

Word = Annotated[str, Form(max_length=1000)]


def who(me: Me) -> Who:
    return Who(me.login, me.id)


def hanoi_time(text: str) -> datetime | None:
    """What a field for date and time says, in Hanoi; None when it is empty.

    Raises:
        ValueError: it says no time.
    """
    return datetime.fromisoformat(text).replace(tzinfo=HANOI) if text else None


Act = Callable[[], object]
