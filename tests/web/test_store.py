"""The schema, its history, and what is deleted when."""

from __future__ import annotations

import fcntl
import multiprocessing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import SQLAlchemyError
from starlette.testclient import TestClient

from bot.keyed import load_key
from bot.settings import Settings
from bot.store import MIGRATIONS, Base, Store, StoreProblem, migrate
from tests.web.conftest import Say


def test_the_history_makes_the_tables_that_the_code_expects(database: Engine) -> None:
    with database.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_going_back_a_version_and_forth_loses_no_words(
    say: Say, database: Engine, settings: Settings
) -> None:
    said = text("SELECT text FROM turn")
    assert say("làm hộ chiếu").status_code == 200
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = settings.database
    command.downgrade(config, "0002")
    with database.connect() as connection:
        assert connection.scalars(said).all() == ["làm hộ chiếu"]
    command.upgrade(config, "head")
    with database.connect() as connection:
        assert connection.scalars(said).all() == ["làm hộ chiếu"]
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_several_processes_may_upgrade_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=migrate, args=(url,)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    with Store(url).reading() as session:
        assert session.scalar(text("SELECT count(*) FROM turn_log")) == 0


def test_an_upgrade_that_hangs_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.settings", lambda: Settings(var_dir=tmp_path))
    monkeypatch.setattr("bot.store.MIGRATE_WITHIN_S", 0.3)
    with (tmp_path / "migrate.lock").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(StoreProblem, match="start again"):
            migrate(f"sqlite:///{tmp_path / 'new.db'}")
    migrate(f"sqlite:///{tmp_path / 'new.db'}")


def test_the_database_is_for_its_owner_only(tmp_path: Path) -> None:
    (tmp_path / "older.db").touch(mode=0o644)
    for name in ("new.db", "older.db"):
        store = Store(f"sqlite:///{tmp_path / name}")
        with store.writing() as session:
            session.execute(text("CREATE TABLE said (words TEXT)"))
        files = list(tmp_path.glob(f"{name}*"))
        assert len(files) == 3, "with the log and its index"
        assert all(path.stat().st_mode & 0o077 == 0 for path in files)
        store.close()


def test_old_conversations_are_deleted_with_their_words(
    say: Say, client: TestClient, database: Engine
) -> None:
    told = say("chuyện cũ").json()
    rating = {"session": told["session"], "turn_id": told["turn_id"], "useful": True}
    client.post("/api/feedback", json=rating)
    with database.begin() as connection:
        connection.execute(text("UPDATE conversation SET delete_after = '2020-01-01 00:00:00'"))
    say("chuyện mới")
    assert client.app.state.parts.privacy.expire()["conversation"] == 1  # type: ignore[attr-defined]
    with database.connect() as connection:
        assert connection.scalars(text("SELECT text FROM turn")).all() == ["chuyện mới"]
        assert connection.scalar(text("SELECT count(*) FROM feedback")) == 0
        assert connection.scalar(text("SELECT count(*) FROM turn_log")) == 2


def test_a_turn_is_two_writes(say: Say, client: TestClient) -> None:
    session = say("một").json()["session"]
    writes: list[str] = []
    engine = client.app.state.store.engine  # type: ignore[attr-defined]

    @event.listens_for(engine, "commit")
    def count(connection: Connection) -> None:
        if not connection.get_execution_options().get("reads_only"):
            writes.append("write")

    say("hai", session=session)
    assert len(writes) == 2, "the message with the lease; the answer with the log"


def test_the_secret_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    first, second = load_key("", tmp_path), load_key("", tmp_path)
    assert first == second
    assert len(first) == 64
    assert (tmp_path / "secret.key").stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]
    assert load_key("given", tmp_path) == b"given"


def test_an_error_of_the_database_does_not_quote_the_citizen(tmp_path: Path) -> None:
    query = text("SELECT * FROM missing WHERE text = :said")
    with (
        Store(f"sqlite:///{tmp_path / 'new.db'}").reading() as session,
        pytest.raises(SQLAlchemyError) as error,
    ):
        session.execute(query, {"said": "mẹ tôi bị bệnh"})
    assert "bệnh" not in str(error.value)
