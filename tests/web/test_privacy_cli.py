"""`motcua privacy …` beside the running web, which makes the conversations."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import Engine, text
from starlette.testclient import TestClient
from typer.testing import CliRunner, Result

from bot.cli import app as motcua
from bot.settings import Settings
from tests.privacy.rasa_memory import remember, remembered
from tests.web.conftest import Say
from tests.web.fake_rasa import FakeRasa, free_port


@pytest.fixture(autouse=True)
def in_force(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.privacy.cli.settings", lambda: settings)


def privacy(*words: str) -> Result:
    return CliRunner().invoke(motcua, ["privacy", *words])


def test_a_person_gets_all_of_it_and_then_it_is_deleted(
    say: Say, rasa: FakeRasa, settings: Settings
) -> None:
    session = say("Làm hộ chiếu ở đâu?").json()["session"]
    remember(settings.rasa_database, rasa.heard[-1][0], "Làm hộ chiếu ở đâu?")
    exported = json.loads(privacy("export", "--session", session).stdout)
    assert exported["kept"]["turn"][0]["text"] == "Làm hộ chiếu ở đâu?"
    assert exported["explained"]["turn"]["text"].startswith("tin nhắn của anh/chị")

    deleted = privacy("delete", "--session", session)
    assert deleted.exit_code == 0
    assert "1 cuộc trò chuyện, 1 lượt hỏi đáp, 0 đánh giá" in deleted.stdout
    assert remembered(settings.rasa_database) == []
    again = privacy("delete", "--session", session)
    assert again.exit_code == 1
    assert "Không lưu gì của phiên này" in again.stderr


@pytest.mark.parametrize("session", ["", "unknown", "ếch", "x" * 1000])
@pytest.mark.parametrize("command", ["export", "delete"])
def test_an_unknown_session_is_one_sentence(command: str, session: str) -> None:
    refused = privacy(command, "--session", session)
    assert refused.exit_code == 1
    assert refused.stderr.startswith("Không lưu gì của phiên này")


def test_a_dry_run_only_counts(say: Say, client: TestClient, database: Engine) -> None:
    say("chuyện cũ")
    with database.begin() as connection:
        connection.execute(text("UPDATE conversation SET delete_after = '2020-01-01 00:00:00'"))
    assert "Sẽ xóa: 1 cuộc trò chuyện" in privacy("expire", "--dry-run").stdout
    assert "Đã xóa: 1 cuộc trò chuyện" in privacy("expire").stdout
    assert "Đã xóa: 0 cuộc trò chuyện" in privacy("expire").stdout


def test_a_database_of_rasa_that_is_not_there_is_said(
    say: Say, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = say("chào").json()["session"]
    away = f"postgresql+psycopg2://motcua@127.0.0.1:{free_port()}/motcua"
    monkeypatch.setattr(
        "bot.privacy.cli.settings",
        lambda: settings.model_copy(update={"rasa_database_url": away}),
    )
    refused = privacy("delete", "--session", session)
    assert refused.exit_code == 1
    assert "hãy chạy lại lệnh này" in refused.stderr
    left = privacy("expire")
    assert left.exit_code == 1
    assert "Còn dữ liệu quá hạn" in left.stderr
