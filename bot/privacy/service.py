"""A person's requests, and the end of what was kept long enough. Read `Privacy.delete` first."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, Protocol

from bot.privacy.erase import leave_no_trace
from bot.privacy.kinds import Counts, Kind, Names
from bot.privacy.words import EXPLAINED, NOTE
from bot.store import Store, now

HOLD_WITHIN_S = 10.0  # a turn that is being answered is waited for
HOLD_FOR = timedelta(seconds=60)  # ends by itself when this process dies
POLL_S = 0.1


class UnknownSession(Exception):
    """Nothing is kept of such a session: never issued, or deleted already."""


class Busy(Exception):
    """A turn of the conversation is still being answered."""


class NotExpired(Exception):
    """Some data past its period is still there; everything else was done."""

    def __init__(self, errors: list[Exception]) -> None:
        super().__init__(", ".join(type(error).__name__ for error in errors))
        self.errors = errors


class People(Protocol):
    """Whose a session is, and leave to work on its conversation alone."""

    def find(self, session: str) -> Names | None:
        """Also of a session that has ended, for as long as something of it is kept."""

    def hold(self, names: Names, holder: str, lease: timedelta) -> bool:
        """Keep new turns out; false while one is being answered."""

    def release(self, names: Names, holder: str) -> None:
        """Let turns in again."""


class Privacy:
    """Export, deletion and expiry over all kinds of data.

    Args:
        kinds: what is kept, in the order of deletion. The conversation comes last: by it the rest
            is found when a deletion broke off and is asked for again.
        stores: the databases it lies in.
    """

    def __init__(self, people: People, kinds: Sequence[Kind], stores: Sequence[Store]) -> None:
        self._people = people
        self._kinds = kinds
        self._stores = stores

    def export(self, session: str) -> dict[str, Any]:
        """Everything kept of the session's conversation, as JSON with its fields explained.

        Raises:
            UnknownSession: nothing is kept of it.
        """
        names = self._names(session)
        kept = {table: rows for kind in self._kinds for table, rows in kind.export(names).items()}
        return {
            "note": NOTE,
            "exported_at": now().isoformat(),
            "explained": {table: EXPLAINED[table] for table in kept},
            "kept": kept,
        }

    def delete(self, session: str) -> Counts:
        """Delete everything kept of the session's conversation; how many rows of each table.

        It may be asked for again after an error. Blocks for up to HOLD_WITHIN_S and the databases'
        own limits.

        Raises:
            UnknownSession: nothing is kept of it.
            Busy: a turn of it is still being answered.
            SQLAlchemyError: a database did not answer.
        """
        with self._held(session) as names:
            counts = {table: n for kind in self._kinds for table, n in kind.delete(names).items()}
        self._leave_no_trace()
        return counts

    def expire(self, *, dry: bool = False) -> Counts:
        """Delete what is past its period; `dry`: only count it.

        Raises:
            NotExpired: what went wrong.
        """
        counts: Counts = {}
        errors: list[Exception] = []
        for kind in self._kinds:
            try:
                counts |= kind.expire(dry=dry)
            except Exception as error:
                errors.append(error)
        if errors:
            raise NotExpired(errors)
        if not dry:
            self._leave_no_trace()
        return counts

    def close(self) -> None:
        for store in self._stores:
            store.close()

    def _names(self, session: str) -> Names:
        names = self._people.find(session)
        if names is None:
            raise UnknownSession
        return names

    @contextmanager
    def _held(self, session: str) -> Iterator[Names]:
        """The conversation, with nobody answering in it until the block ends."""
        holder = f"delete-{secrets.token_hex(8)}"
        end = time.monotonic() + HOLD_WITHIN_S
        names = self._names(session)
        while not self._people.hold(names, holder, HOLD_FOR):
            if time.monotonic() > end:
                raise Busy
            time.sleep(POLL_S)
            names = self._names(session)  # another deletion may have been first
        try:
            yield self._names(session)  # with the turn that was waited for
        except BaseException:
            self._people.release(names, holder)
            raise

    def _leave_no_trace(self) -> None:
        for store in self._stores:
            leave_no_trace(store)
