"""Batches: all rows, or one line that says which is wrong, and nothing is answered."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from bot.batches import Row, read_batch


def read(path: Path) -> list[Row]:
    return read_batch(path, lambda row: "turns" in row, '{"turns": …}')


def test_rows_in_order_without_empty_lines(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"turns": ["một"]}\n\n  \n{"turns": []}', "utf-8")
    assert read(path) == [{"turns": ["một"]}, {"turns": []}]


@pytest.mark.parametrize(
    "line", ["mới sinh em bé", '{"id": 1}', '["turns"]', '{"turns": [', "[" * 100_000, "null"]
)
def test_the_line_that_is_wrong_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(f'{{"turns": []}}\n{line}\n', "utf-8")
    with pytest.raises(typer.Exit) as refused:
        read(path)
    assert refused.value.exit_code == 2
    assert capsys.readouterr().err == 'line 2: expected {"turns": …}\n'


def test_a_file_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "in.xlsx"
    other.write_bytes(b"PK\x03\x04\xd0\xff")
    for path, said in ((tmp_path / "away", "No such file"), (tmp_path, "Is a"), (other, "UTF-8")):
        with pytest.raises(typer.Exit):
            read(path)
        assert said in capsys.readouterr().err
