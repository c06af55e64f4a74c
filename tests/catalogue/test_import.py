"""Importing: three formats, and everything that must be refused."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.catalogue import switch
from bot.catalogue.errors import RefusedImport
from bot.catalogue.importers import lines
from bot.catalogue.importers.read import read_files
from bot.catalogue.store import folder_in_force, load_catalogue
from bot.catalogue.switch import import_files
from bot.cli import app
from bot.jobs.jobs import Jobs
from bot.settings import ROOT, settings
from bot.staff.who import Who
from bot.store import Store
from tests.catalogue.conftest import API, GATHERED, needs_shared, read_raw, write_lines

GATHERED_LINE: dict[str, Any] = {
    "code": "9.000001",
    "name": "Thủ tục thử",
    "field": "Thử",
    "agency": "Bộ Thử",
    "level": "Cấp Tỉnh",
    "levels_portal": "Cấp tỉnh, Cấp xã",
    "channels": [{"channel": "Trực tiếp", "time": "5 ngày làm việc", "fee": "", "note": ""}],
    "documents": [{"case": "", "name": "Đơn", "qty": "Bản chính: 1, Bản sao: 0", "form": ""}],
    "steps": "Bước 1\nBước 2",
    "conditions": "Điều kiện",
    "result": "Giấy thử",
    "legal_basis": ["Luật Thử (1/2025/QH15)"],
    "asof": "2026-07",
}
OWN_LINE = {"code": "9.000002", "title": "Của mình", "field": "Thử", "levels": ["ward"],
            "asof": "2026-08"}  # fmt: skip


def read(*paths: Path, facts_only: bool = False) -> dict[str, Any]:
    return read_files(paths, facts_only=facts_only, asof="2026-07").procedures


def run_import(*paths: Path, **options: Any) -> Any:
    given = {"facts_only": True, "dry_run": False, "replace": True, "asof": "2026-07"}
    return import_files(list(paths), **{**given, **options})


def test_gathered_line(tmp_path: Path) -> None:
    procedure = read(write_lines(tmp_path / "a", [GATHERED_LINE]))["9.000001"]
    assert procedure.steps == ("Bước 1", "Bước 2")
    assert [level.value for level in procedure.levels] == ["city", "ward"]
    assert procedure.legal_basis[0].number == "1/2025/QH15"


def test_facts_only_leaves_prose_out(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a", [GATHERED_LINE])
    procedure = read(path, facts_only=True)["9.000001"]
    assert (procedure.steps, procedure.conditions) == ((), ())


def test_own_format_and_packed_files(tmp_path: Path) -> None:
    packed = tmp_path / "own.jsonl.gz"
    packed.write_bytes(gzip.compress(json.dumps(OWN_LINE).encode()))
    assert read(packed)["9.000002"].asof == "2026-08"


@needs_shared
def test_api_answer_has_forms_flags_and_results() -> None:
    procedures = read_files([API], facts_only=False, asof="2026-07").procedures
    forms = [f.name for p in procedures.values() for x in p.papers for f in x.forms]
    assert "1.MuCT01banhnhkmtheoThngts53.doc" in forms
    assert any(p.flags.fully_online for p in procedures.values())
    assert all(p.flags.fully_online is not None for p in procedures.values())


@needs_shared
def test_api_procedures_of_other_provinces_are_skipped_with_a_reason() -> None:
    reading = read_files([API], facts_only=True, asof="2026-07")
    assert len(reading.procedures) + len(reading.skipped) == 120
    assert any("Đắk Lắk" in problem.reason for problem in reading.skipped)


@needs_shared
def test_api_and_gathered_file_agree_on_a_procedure(tmp_path: Path) -> None:
    code = "1.000080"
    api = read(write_lines(tmp_path / "api", [read_raw(API, code)]))[code]
    gathered = read(write_lines(tmp_path / "gathered", [read_raw(GATHERED, code)]))[code]
    assert api.title == gathered.title
    assert {p.name for p in api.papers} == {p.name for p in gathered.papers}
    assert {(c.kind, c.time, c.fee.set_by) for c in api.channels} == {
        (c.kind, c.time, c.fee.set_by) for c in gathered.channels
    }


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ('{"code": "9.0', "không phải JSON"),
        ("[1, 2]", "không phải một đối tượng"),
        (f'{{"code": {"1" * 5000}}}', "số quá dài"),
        ('{"a": 1}', "không nhận ra định dạng"),
        ({**GATHERED_LINE, "code": ""}, "thiếu mã"),
        ({**GATHERED_LINE, "code": None}, "thiếu mã"),
        ({**OWN_LINE, "code": ""}, "thiếu mã"),
        ({**GATHERED_LINE, "code": "abc"}, "code"),
        ({**GATHERED_LINE, "name": 7}, "“name” phải là chữ"),
        ({**GATHERED_LINE, "channels": "x"}, "“channels” phải là danh sách"),
        ({**GATHERED_LINE, "channels": [{"channel": "Bồ câu"}]}, "Bồ câu"),
        ({**GATHERED_LINE, "documents": [None]}, "“documents”"),
        ({**OWN_LINE, "colour": "red"}, "colour"),
        ({**OWN_LINE, "levels": ["moon"]}, "levels"),
        ({**OWN_LINE, "asof": "0000-00"}, "asof"),
        ({**OWN_LINE, "code": "٩.000001"}, "code"),
        ({"code": "ERROR", "message": "down", "data": None}, "down"),
    ],
)
def test_wrong_lines_are_refused_with_line_and_reason(
    tmp_path: Path, record: Any, reason: str
) -> None:
    path = write_lines(tmp_path / "bad.jsonl", [GATHERED_LINE, record])
    with pytest.raises(RefusedImport) as error:
        read(path)
    (problem,) = error.value.problems
    assert (problem.file, problem.line) == ("bad.jsonl", 2)
    assert reason in problem.reason


def test_a_code_twice_is_refused_across_files_too(tmp_path: Path) -> None:
    first = write_lines(tmp_path / "a", [GATHERED_LINE])
    second = write_lines(tmp_path / "b", [GATHERED_LINE])
    with pytest.raises(RefusedImport) as error:
        read(first, second)
    assert "lần thứ hai" in error.value.problems[0].reason


def test_only_so_many_problems_are_collected(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a", ["garbage"] * 5000)
    with pytest.raises(RefusedImport) as error:
        read(path)
    assert len(error.value.problems) == 20


def test_endless_line_is_refused_without_being_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "MAX_LINE", 1024)
    path = tmp_path / "a"
    path.write_bytes(b"x" * 1_000_000)
    found = list(lines.read_json_lines(path))
    assert len(found) == 1
    assert "dài hơn" in str(found[0][1])


def test_a_small_archive_may_not_unpack_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "MAX_FILE", 1024 * 1024)
    path = tmp_path / "a.gz"
    for line, reason in ((b"\n", "hơn 100000 dòng"), (b" " * 999 + b"\n", "hơn 1 MB khi mở ra")):
        path.write_bytes(gzip.compress(line * (50 * 1024 * 1024 // len(line))))
        assert path.stat().st_size < 300_000
        with pytest.raises(RefusedImport, match=reason):
            read(path)


def test_truncated_archive_binary_and_missing_files_are_refused(tmp_path: Path) -> None:
    packed = tmp_path / "a.gz"
    packed.write_bytes(gzip.compress(json.dumps(GATHERED_LINE).encode() * 500)[:60])
    binary = tmp_path / "b"
    binary.write_bytes(bytes(range(128, 256)))
    empty = tmp_path / "c"
    empty.write_bytes(b"")
    for path in (packed, binary, empty, tmp_path / "missing", tmp_path):
        with pytest.raises(RefusedImport):
            read(path)


def test_a_refused_import_leaves_the_catalogue_in_force(house: Path, tmp_path: Path) -> None:
    run_import(write_lines(tmp_path / "good", [GATHERED_LINE]))
    before = folder_in_force()
    with pytest.raises(RefusedImport):
        run_import(write_lines(tmp_path / "bad", [GATHERED_LINE, "oops"]))
    assert folder_in_force() == before
    assert list(load_catalogue().procedures) == ["9.000001"]
    assert not list(house.glob("catalogue/.new-*"))


def test_import_goes_to_var_and_is_in_force_at_once(house: Path, tmp_path: Path) -> None:
    outcome = run_import(write_lines(tmp_path / "a", [GATHERED_LINE]))
    assert outcome.folder.parent == house / "catalogue"
    assert outcome.difference.new == ("9.000001",)
    assert load_catalogue().version == outcome.folder.name


def test_gone_codes_become_withdrawn(house: Path, tmp_path: Path) -> None:
    outcome = run_import(write_lines(tmp_path / "a", [GATHERED_LINE]))
    assert "1.001193" in outcome.difference.gone
    assert load_catalogue().withdrawn["1.001193"] == "Thủ tục đăng ký khai sinh"


def test_losing_half_of_the_catalogue_needs_to_be_meant(house: Path, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a", [GATHERED_LINE])
    with pytest.raises(RefusedImport, match="--replace"):
        run_import(path, replace=False)
    assert folder_in_force() == ROOT / "data" / "catalogue"


@needs_shared
def test_api_answers_update_and_drop_nothing(house: Path) -> None:
    outcome = run_import(API, replace=False)
    assert outcome.difference.gone == ()
    assert outcome.total >= 2435


@needs_shared
def test_a_few_newer_answers_do_not_redate_the_catalogue(house: Path) -> None:
    run_import(API, replace=False, asof="2026-11")
    current = load_catalogue()
    assert current.asof == "2026-07"
    assert current.procedures["1.000080"].asof == "2026-11"


def test_dry_run_says_and_writes_nothing(house: Path, tmp_path: Path) -> None:
    outcome = run_import(write_lines(tmp_path / "a", [GATHERED_LINE]), dry_run=True)
    assert outcome.difference.new == ("9.000001",)
    assert not house.exists()


def test_a_failing_hook_keeps_the_old_version(
    house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(folder: Path) -> None:
        raise OSError("no disk")

    monkeypatch.setattr("bot.catalogue.switch.on_switch", [fail])
    with pytest.raises(RefusedImport, match="no disk"):
        run_import(write_lines(tmp_path / "a", [GATHERED_LINE]))
    assert folder_in_force() == ROOT / "data" / "catalogue"


def test_command_line_refuses_in_one_sentence(house: Path, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "bad.jsonl", ["oops"])
    result = CliRunner().invoke(app, ["catalogue", "import", str(path)])
    assert result.exit_code == 1
    assert "bad.jsonl, dòng 1" in result.output
    assert "Danh mục đang dùng giữ nguyên" in result.output


def test_command_line_waits_for_no_job_and_lets_none_beside_it(
    house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two that build the index together would each undo what the other put in force."""
    command = ["catalogue", "import", str(write_lines(tmp_path / "a.jsonl", [GATHERED_LINE]))]
    command.append("--replace")
    running: list[str] = []

    def look(folder: Path) -> None:
        job = jobs.about(None, ["import"])
        running.append(job.state if job else "none")

    monkeypatch.setattr(switch, "on_switch", [look])
    assert CliRunner().invoke(app, [*command, "--dry-run"]).exit_code == 0
    assert not (house / "motcua.db").exists()  # only reading takes no turn
    store = Store(settings().database)
    jobs = Jobs(store)
    assert CliRunner().invoke(app, command).exit_code == 0
    other = jobs.claim("compare", "1", Who("Lan"))
    refused = CliRunner().invoke(app, command)
    assert (refused.exit_code, "việc khác chạy" in refused.output) == (1, True)
    jobs.end(other, "done", "")
    assert CliRunner().invoke(app, command).exit_code == 0
    assert running == ["running", "running"]
    job = jobs.about(None, ["import"])
    assert job
    assert (job.state, job.turn) == ("done", None)
    store.close()


def test_command_line_imports_diffs_and_shows(house: Path, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [GATHERED_LINE])
    done = CliRunner().invoke(app, ["catalogue", "import", str(path), "--replace", "--json"])
    assert json.loads(done.output)["new"] == ["9.000001"]
    difference = CliRunner().invoke(app, ["catalogue", "diff", "data", "current", "--json"])
    assert json.loads(difference.output)["new"] == ["9.000001"]
    shown = CliRunner().invoke(app, ["catalogue", "show", "9.000001", "--json"])
    assert json.loads(shown.output)["title"] == "Thủ tục thử"
    gone = CliRunner().invoke(app, ["catalogue", "show", "1.001193"])
    assert gone.exit_code == 1
    assert "khai sinh" in gone.output
