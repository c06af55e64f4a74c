"""Whose a session is, and its conversation held while nobody may answer in it."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Protocol

from bot.privacy.kinds import Names

HOLD_WITHIN_S = 10.0  # a turn that is being answered is waited for
HOLD_FOR = timedelta(seconds=60)  # ends by itself when this process dies
POLL_S = 0.1


class UnknownSession(Exception):
    """Nothing is kept of such a session: never issued, or deleted already."""


class Busy(Exception):
    """A turn of the conversation is still being answered."""


class People(Protocol):
    """Whose a session is, and leave to work on its conversation alone."""

    def find(self, session: str) -> Names | None:
        """Also of a session that has ended, for as long as something of it is kept."""

    def hold(self, names: Names, holder: str, lease: timedelta) -> bool:
        """Keep new turns out; false while one is being answered."""

    def release(self, names: Names, holder: str) -> None:
        """Let turns in again."""


def found(people: People, session: str) -> Names:
    """Raises UnknownSession: nothing is kept of it."""
    names = people.find(session)
    if names is None:
        raise UnknownSession
    return names


@contextmanager
def held(people: People, session: str) -> Iterator[Names]:
    """The conversation, with nobody answering in it until the block ends.

    Raises:
        UnknownSession: nothing is kept of it.
        Busy: after HOLD_WITHIN_S a turn of it is still being answered.
    """
    holder = f"delete-{secrets.token_hex(8)}"
    end = time.monotonic() + HOLD_WITHIN_S
    names = found(people, session)
    while not people.hold(names, holder, HOLD_FOR):
        if time.monotonic() > end:
            raise Busy
        time.sleep(POLL_S)
        names = found(people, session)  # another deletion may have been first
    try:
        yield found(people, session)  # with the turn that was waited for
    except BaseException:
        people.release(names, holder)
        raise
