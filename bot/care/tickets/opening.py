"""The counter, opened once per process from the settings."""

from __future__ import annotations

from bot.care.tickets.counter import Counter
from bot.cases.lockout import Lockout
from bot.keyed import Keyed, load_key
from bot.settings import Settings
from bot.store import Store


def open_counter(settings: Settings, store: Store) -> Counter:
    """Over a database whose schema is up to date (`bot.store.migrate`)."""
    keyed = Keyed(load_key(settings.secret_key, settings.var_dir))
    lockout = Lockout(store, keyed, settings.case_lock_code, settings.case_lock_caller)
    return Counter(store, keyed, lockout)
