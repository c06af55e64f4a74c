"""What was deleted leaves SQLite's other file too."""

from __future__ import annotations

import time
from contextlib import closing

from bot.store import BUSY_TIMEOUT_MS, Store

TRIES = 3
WAIT_MS = 1000  # while it waits for readers, writers wait for it


def leave_no_trace(store: Store) -> bool:
    """Empty SQLite's write-ahead log, which holds earlier states of the pages.

    The pages themselves hold nothing any more: `secure_delete` wrote zeros over it. PostgreSQL does
    such things by itself (docs/privacy.md).

    Returns:
        Whether it is empty; a reader may be in the way, then it is the next call's work.
    """
    if store.engine.dialect.name != "sqlite":
        return True
    with closing(store.engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={WAIT_MS}")
        try:
            for _ in range(TRIES):
                busy, _pages, _done = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                if not busy:
                    return True
                time.sleep(WAIT_MS / 1000)
            return False
        finally:
            cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
