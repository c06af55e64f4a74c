"""A person's requests, and the end of what was kept long enough. Read `Privacy.delete` first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.privacy.erase import leave_no_trace
from bot.privacy.held import People, found, held
from bot.privacy.kinds import Counts, Kind
from bot.privacy.words import EXPLAINED, NOTE
from bot.store import Store, now


class NotExpired(Exception):
    """Some data past its period is still there; everything else was done."""

    def __init__(self, errors: list[Exception]) -> None:
        super().__init__(", ".join(type(error).__name__ for error in errors))
        self.errors = errors


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
        names = found(self._people, session)
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
        with held(self._people, session) as names:
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

    def _leave_no_trace(self) -> None:
        for store in self._stores:
            leave_no_trace(store)
