"""`motcua talk` against the served application."""

from __future__ import annotations

import json
from pathlib import Path

import typer
from typer.testing import CliRunner

from bot.settings import Settings
from bot.web.app import create_app
from bot.web.talk import talk
from tests.web.fake_rasa import FakeRasa, free_port, serving

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


def test_nobody_there_is_one_sentence_with_the_remedy() -> None:
    done = CliRunner().invoke(cli, ["--url", f"http://127.0.0.1:{free_port()}"], input="chào\n")
    assert done.exit_code == 1
    assert "make run" in done.output
