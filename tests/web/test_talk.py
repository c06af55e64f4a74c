"""`motcua talk` against the served application."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from bot.channels.advisers import Adviser
from bot.settings import Settings
from bot.staff.roles import Role
from bot.staff.service import Staff
from bot.web.app import create_app
from bot.web.talk import talk
from tests.web.fake_rasa import FakeRasa, free_port, serving
from tests.web.person import wait_for

cli = typer.Typer()
cli.command()(talk)


def test_a_batch_gives_one_line_per_conversation(
    settings: Settings, rasa: FakeRasa, tmp_path: Path
) -> None:
    batch = tmp_path / "in.jsonl"
    batch.write_text(
        '{"id": "a", "turns": ["một", "hai"]}\n\n{"id": "b", "turns": ["", "ba"]}\n', "utf-8"
    )
    port = free_port()
    with serving(create_app(settings), port):
        done = CliRunner().invoke(cli, ["--batch", str(batch), "--url", f"http://127.0.0.1:{port}"])
    a, b = (json.loads(line) for line in done.output.splitlines())
    assert [turn[0]["text"] for turn in a["replies"]] == ["Đã nghe: một", "Đã nghe: hai"]
    assert len(a["ms"]) == 2
    assert b["replies"][0][0]["payload"] == {"type": "problem", "status": 422}
    assert len({sender for sender, _ in rasa.heard}) == 2


@pytest.fixture
def slow(settings: Settings, rasa: FakeRasa, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of an assistant that is slower than the terminal waits."""
    monkeypatch.setattr("bot.web.talk.LIMIT_S", 0.5)
    rasa.delay_s = 1.5
    port = free_port()
    with serving(create_app(settings), port):
        yield f"http://127.0.0.1:{port}"


def test_an_answer_that_is_too_late_is_one_sentence(slow: str) -> None:
    done = CliRunner().invoke(cli, ["--url", slow], input="chào\n")
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)
    assert "không trả lời trong 0.5 giây" in done.output


def test_a_batch_goes_on_after_a_conversation_that_broke_off(
    slow: str, rasa: FakeRasa, tmp_path: Path
) -> None:
    batch = tmp_path / "in.jsonl"
    batch.write_text('{"id": "a", "turns": ["một", "hai"]}\n{"id": "b", "turns": [""]}\n', "utf-8")
    done = CliRunner().invoke(cli, ["--batch", str(batch), "--url", slow])
    a, b = (json.loads(line) for line in done.output.splitlines())
    assert (a["id"], a["replies"], a["ms"]) == ("a", [], [])
    assert "không trả lời" in a["error"]
    assert b["replies"][0][0]["payload"]["status"] == 422
    assert "error" not in b
    assert done.exit_code == 0


def test_something_else_at_the_address_is_one_sentence(rasa_port: int, rasa: FakeRasa) -> None:
    done = CliRunner().invoke(cli, ["--url", f"http://127.0.0.1:{rasa_port}"], input="chào\n")
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)
    assert "hãy kiểm tra địa chỉ" in done.output


def test_the_address_that_the_web_listens_on_is_asked(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")  # nothing is there
    given = settings.model_copy(update={"web_host": "127.0.0.2", "web_port": free_port()})
    monkeypatch.setattr("bot.web.talk.settings", lambda: given)
    with serving(create_app(given), given.web_port, host="127.0.0.2"):
        done = CliRunner().invoke(cli, [], input="chào\nchào nữa\n")
    assert "Đã nghe: chào nữa" in done.output
    assert done.output.count("Tin nhắn được lưu 7 ngày") == 1, "at the start only"


def test_nobody_there_is_one_sentence_with_the_remedy() -> None:
    done = CliRunner().invoke(cli, ["--url", f"http://127.0.0.1:{free_port()}"], input="chào\n")
    assert done.exit_code == 1
    assert "make run" in done.output


def test_a_person_is_heard_who_has_the_conversation(
    settings: Settings, rasa: FakeRasa, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    wish = {"type": "notice", "kind": "handover", "quick_replies": []}
    rasa.replies["gặp cán bộ"] = [{"text": "Gọi tổng đài.", "payload": wish}]
    monkeypatch.setattr("bot.channels.handovers.open_now", lambda *_: True)
    app, port = create_app(settings), free_port()
    staff: Staff = app.state.staff
    staff.accounts.add(None, "lan", "Lan", Role.ADVISER, subject="lan")
    advisers, lan, printed = app.state.parts.advisers, Adviser(1, "Lan"), ""

    def typed(_prompt: str) -> str:
        """What the citizen types, and what the adviser does meanwhile."""
        nonlocal printed
        match next(turn):
            case 0:
                return "gặp cán bộ"
            case 1:
                advisers.take(1, lan)
                return "em hỏi chị ạ"
            case 2:
                advisers.say(1, lan, "Chào anh/chị")

                def is_printed() -> bool:
                    nonlocal printed
                    printed += capsys.readouterr().out
                    return "Cán bộ Lan: Chào anh/chị" in printed

                wait_for(is_printed)
        raise EOFError

    turn = count()
    monkeypatch.setattr("builtins.input", typed)
    with serving(app, port):
        talk(None, f"http://127.0.0.1:{port}")
    assert "là người tiếp theo" in printed
    assert "Cán bộ Lan đã vào cuộc trò chuyện" in printed
    assert "[Cán bộ đang trò chuyện với anh/chị" in printed
