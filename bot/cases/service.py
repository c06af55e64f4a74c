"""Everything about cases, opened once per process from the settings."""

from __future__ import annotations

from dataclasses import dataclass

from bot.cases.lockout import Lockout
from bot.cases.lookup import Desk
from bot.cases.proofs import Proofs
from bot.cases.registry import Registry
from bot.cases.routing import Router
from bot.cases.sources import open_router
from bot.keyed import Keyed, load_key
from bot.settings import Settings
from bot.store import Store


@dataclass(frozen=True)
class Cases:
    """`desk` is for channels; the rest for the terminal."""

    store: Store
    registry: Registry
    router: Router
    lockout: Lockout
    desk: Desk

    def close(self) -> None:
        self.router.close()
        self.store.close()


def open_cases(settings: Settings) -> Cases:
    """Over a database whose schema is up to date (`bot.store.migrate`).

    Raises:
        SourcesProblem: the file of sources is missing or wrong.
        StoreProblem: the database's driver is not installed.
    """
    keyed = Keyed(load_key(settings.secret_key, settings.var_dir))
    proofs, store = Proofs(keyed), Store(settings.database)
    registry = Registry(store, proofs)
    router = open_router(settings, registry, proofs)
    lockout = Lockout(store, keyed, settings.case_lock_code, settings.case_lock_caller)
    desk = Desk(router, registry, proofs, lockout)
    return Cases(store, registry, router, lockout, desk)
