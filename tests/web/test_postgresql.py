"""What only a server can show; without MOTCUA_TEST_DATABASE_URL these are skipped."""

from __future__ import annotations

import multiprocessing
import os
import time
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from bot.store import Store, StoreProblem, migrate, open_engine
from tests.web.fake_rasa import free_port


def _upgrade(url: str, var: str) -> None:
    os.environ["MOTCUA_VAR_DIR"] = var
    migrate(url)


def test_several_machines_may_upgrade_at_once(postgresql: str, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [
        context.Process(target=_upgrade, args=(postgresql, str(tmp_path / str(machine))))
        for machine in range(4)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0] * 4


def test_a_row_that_somebody_holds_is_not_waited_for(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.BUSY_TIMEOUT_MS", 300)
    migrate(postgresql)
    holder, store = create_engine(postgresql), Store(postgresql)
    with holder.connect() as other:
        other.execute(text("LOCK TABLE turn_log"))
        began = time.monotonic()
        with pytest.raises(OperationalError, match="lock timeout"), store.writing() as session:
            session.execute(text("DELETE FROM turn_log"))
        assert time.monotonic() - began < 5
        other.rollback()
    store.close()
    holder.dispose()


def test_an_upgrade_on_another_machine_that_hangs_is_not_waited_for(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.MIGRATE_WITHIN_S", 0.3)
    holder = create_engine(postgresql)
    with holder.connect() as other:
        other.execute(text(f"SELECT pg_advisory_xact_lock({0x6D6F74637561})"))
        with pytest.raises(StoreProblem, match="start again"):
            migrate(postgresql)
    holder.dispose()


def test_a_server_that_is_not_there_is_one_sentence_without_the_password() -> None:
    pytest.importorskip("psycopg2")
    url = f"postgresql+psycopg2://motcua:secret@127.0.0.1:{free_port()}/motcua"
    with pytest.raises(StoreProblem, match="see that it runs") as problem:
        migrate(url)
    assert "secret" not in str(problem.value)


def test_a_driver_that_is_not_installed_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "asyncpg", None)
    with pytest.raises(StoreProblem, match="needs asyncpg, which is not installed"):
        open_engine("postgresql+asyncpg://127.0.0.1/motcua")
