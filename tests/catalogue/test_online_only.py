"""The weekly list of what is taken only online: in force whole, or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import time_machine
from typer.testing import CliRunner

from bot.catalogue.cli import app
from bot.catalogue.errors import RefusedImport
from bot.catalogue.local import load_local_truth
from bot.catalogue.online_only import install_online_only, load_online_only

BIRTH, OTHER = "1.001193", "1.004222"
KNOWN = {BIRTH, OTHER}
SOURCE = "Danh sách thử nghiệm"
TODAY = date(2026, 7, 13)


def file(tmp_path: Path, text: str, name: str = "list.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("list.csv", f"code,date\n{BIRTH},2026-07-10\n{OTHER},03/07/2026\n"),
        (
            "list.jsonl",
            f'{{"code": "{BIRTH}", "date": "2026-07-10"}}\n\n'
            f'{{"code": "{OTHER}", "date": "2026-07-03"}}\n',
        ),
    ],
)
def test_a_list_comes_into_force(house: Path, tmp_path: Path, name: str, text: str) -> None:
    assert load_online_only() is None
    install_online_only(file(tmp_path, text, name), SOURCE, KNOWN, TODAY)
    found = load_online_only()
    assert found
    assert (found.asof, found.until) == (date(2026, 7, 10), date(2026, 7, 17))
    status = load_local_truth().status(BIRTH)
    assert status.service_level == "online_only"
    assert status.listed
    assert status.listed.source == SOURCE
    assert load_local_truth().status("2.000815").service_level is None


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("list.csv", "code\n1.001193\n", "đúng hai cột"),
        ("list.csv", "code,date,more\n1.001193,2026-07-10,x\n", "đúng hai cột"),
        ("list.csv", "code,date\n", "không có dòng nào"),
        ("list.csv", "code,date\n1001193,2026-07-10\n", "dòng 2: mã “1001193” không đúng dạng"),
        ("list.csv", "code,date\n1.001193,hôm qua\n", "không đúng dạng 2026-07-31"),
        ("list.csv", "code,date\n1.001193,2026-07-14\n", "chưa đến"),
        ("list.csv", "code,date\n1.001193,2026-07-10\n1.001193,2026-07-10\n", "lần thứ hai"),
        ("list.csv", "code,date\n9.999999,2026-07-10\n", "không có mã nào trong danh mục"),
        ("list.jsonl", "not JSON\n", "dòng 1: mã “” không đúng dạng"),
        ("list.jsonl", "[1, 2]\n", "dòng 1"),
        ("list.jsonl", "\n", "không có dòng nào"),
    ],
)
def test_garbage_is_refused_and_named(
    house: Path, tmp_path: Path, name: str, text: str, reason: str
) -> None:
    with pytest.raises(RefusedImport) as error:
        install_online_only(file(tmp_path, text, name), SOURCE, KNOWN, TODAY)
    assert reason in " ".join([error.value.reason, *map(str, error.value.problems)])
    assert load_online_only() is None


@pytest.mark.parametrize("content", [b"\x00\xff\xfe", b"PK\x03\x04" * 100])
@pytest.mark.parametrize("name", ["list.csv", "list.jsonl", "missing.csv"])
def test_what_is_no_text_is_refused(house: Path, tmp_path: Path, content: bytes, name: str) -> None:
    if not name.startswith("missing"):
        (tmp_path / name).write_bytes(content)
    with pytest.raises(RefusedImport):
        install_online_only(tmp_path / name, SOURCE, KNOWN, TODAY)


def test_a_refused_list_leaves_the_one_in_force(house: Path, tmp_path: Path) -> None:
    install_online_only(file(tmp_path, f"code,date\n{BIRTH},2026-07-10\n"), SOURCE, KNOWN, TODAY)
    with pytest.raises(RefusedImport):
        install_online_only(file(tmp_path, "code,date\nx,y\n"), SOURCE, KNOWN, TODAY)
    found = load_online_only()
    assert found
    assert set(found.codes) == {BIRTH}


@time_machine.travel("2026-07-13T03:00:00Z")
def test_at_the_terminal(house: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke
    assert run(app, ["online-only", "show"]).exit_code == 1
    good = file(tmp_path, f"code,date\n{BIRTH},2026-07-10\n9.999999,2026-07-10\n")
    done = run(app, ["online-only", "import", str(good), "--source", SOURCE])
    assert "2 mã (1 mã không có trong danh mục)" in done.output
    assert run(app, ["online-only", "show"]).output.split("\n")[0] == f"10/07/2026, {SOURCE}"
    bad = run(app, ["online-only", "import", str(file(tmp_path, "x")), "--source", SOURCE])
    assert bad.exit_code == 1
    assert "Danh sách đang dùng giữ nguyên" in bad.output
