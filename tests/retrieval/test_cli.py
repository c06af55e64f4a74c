from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.catalogue.files import write_procedures
from bot.catalogue.store import Catalogue
from bot.catalogue.switch import on_switch
from bot.retrieval import cli, opened
from bot.retrieval.current import current_version
from bot.retrieval.encoder import load_encoder
from bot.retrieval.index import load_index
from bot.settings import settings

app = typer.Typer()
app.command()(cli.search)
app.command()(cli.evaluate)
runner = CliRunner()


def lines(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_one_question(in_var: Path) -> None:
    result = runner.invoke(app, ["search", "đăng ký kết hôn", "--top", "3"])
    (line,) = lines(result.stdout)
    assert set(line) == {"decision", "codes", "scores", "choices", "ms"}
    assert line["decision"] == "answer"
    assert len(line["codes"]) == len(line["scores"]) == 3
    assert line["codes"][0] == "1.000894"


def test_explain(in_var: Path) -> None:
    result = runner.invoke(app, ["search", "lấy vợ cần gì", "--explain"])
    explain = lines(result.stdout)[0]["explain"]
    assert explain["meanings"] == ["đăng ký kết hôn"]
    assert set(explain["parts"]) == set(lines(result.stdout)[0]["codes"])


def test_batch_keeps_ids_and_order(in_var: Path, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    questions = ["khai sinh cho con", "giá vàng", "1.000894", ""]
    rows = [json.dumps({"id": f"q{n}", "question": q}) for n, q in enumerate(questions)]
    path.write_text("\n".join(rows) + "\n\n", encoding="utf-8")
    found = lines(runner.invoke(app, ["search", "--batch", str(path), "--top", "5"]).stdout)
    assert [line["id"] for line in found] == ["q0", "q1", "q2", "q3"]
    assert all(len(line["codes"]) == 5 for line in found)
    assert found[2]["codes"][0] == "1.000894"
    assert all(2 <= len(x["choices"]) <= 4 for x in found if x["decision"] == "clarify")


def test_a_broken_line_is_named(in_var: Path, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": 1, "question": "a"}\n{"id": 2}\n', encoding="utf-8")
    result = runner.invoke(app, ["search", "--batch", str(path)])
    assert result.exit_code == 2
    assert "line 2" in result.stderr


def test_text_or_batch(in_var: Path) -> None:
    assert runner.invoke(app, ["search"]).exit_code == 2


def test_no_index_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "var_dir", tmp_path)
    monkeypatch.setattr(opened, "_open", None)  # another test may have opened one
    result = runner.invoke(app, ["search", "kết hôn"])
    assert result.exit_code == 1
    assert result.stderr.strip() == "There is no search index: run `make setup`."


def test_an_imported_catalogue_comes_with_its_index(
    in_var: Path, tmp_path: Path, small: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(in_var, tmp_path / "var")
    monkeypatch.setattr(settings(), "var_dir", tmp_path / "var")
    few = dict(list(small.procedures.items())[:5])
    write_procedures(tmp_path / "few", few)
    before = current_version()
    for hook in on_switch:
        hook(tmp_path / "few")
    assert current_version() != before
    assert set(load_index(current_version(), load_encoder().name).codes) == set(few)
