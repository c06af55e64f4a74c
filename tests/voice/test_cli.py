"""`motcua hear`: a line per file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from voice import cli
from voice.audio import write_wav
from voice.hearing.port import Heard


class Counts:
    """Hears how long each sound is."""

    engine = "test"

    def hear(self, pcm: bytes, expected: Sequence[str] | None = None) -> Heard:
        return Heard(str(len(pcm)), ("khác",), 1.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_wav(tmp_path / "b.wav", bytes(200))
    write_wav(tmp_path / "a.wav", bytes(100))
    (tmp_path / "c.wav").write_bytes(b"no sound")
    (tmp_path / "list.txt").write_text("b.wav\n\nmissing.wav\na.wav\n")
    return tmp_path


@pytest.fixture(autouse=True)
def recogniser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voice.hearing.opening.open_recogniser", lambda _settings: Counts())


def hear(*arguments: str) -> Result:
    app = typer.Typer()
    app.command()(cli.hear)
    return CliRunner().invoke(app, list(arguments))


def test_a_line_per_file(folder: Path) -> None:
    result = hear(str(folder / "a.wav"))
    assert result.exit_code == 0
    assert json.loads(result.output) == {
        "file": str(folder / "a.wav"), "text": "100", "alternatives": ["khác"], "ms": 1,
        "engine": "test",
    }  # fmt: skip


def test_a_bad_file_ends_it_with_a_clear_word(folder: Path) -> None:
    result = hear(str(folder / "c.wav"), str(folder / "a.wav"))
    assert result.exit_code == 1
    assert "cannot be read as a wav file" in result.output


@pytest.mark.parametrize(
    ("given", "lines"),
    [(".", ["100", "200", None]), ("list.txt", ["200", None, "100"]), ("b.wav", ["200"])],
)
def test_a_batch_goes_on(folder: Path, given: str, lines: list[str | None]) -> None:
    result = hear("--batch", str(folder / given))
    told = [json.loads(line) for line in result.output.splitlines()]
    assert [one.get("text") for one in told] == lines
    assert result.exit_code == (1 if None in lines else 0)
