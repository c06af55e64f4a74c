"""A file of cases: taken over whole, or refused with line and reason."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bot.cases.model import Case, CaseFee, CaseState
from bot.cases.outcome import OutcomeKind
from bot.cases.proofs import Proofs
from bot.cases.service import open_cases
from bot.keyed import Keyed, load_key
from bot.settings import Settings
from bot.store import migrate
from tests.cases.conftest import run

HEADER = (
    "code,procedure,title,state,received,due,unit,phone,cccd,fees,supplements,progress,"
    "source,source_time"
)
GOOD = (
    "h26.12-250701-0001,1.001193,Đăng ký khai sinh,Đang xử lý,01/07/2026,2026-07-15,Phường thử,"
    "0912 345 678,,Lệ phí | 8.000 | có; Bản sao | 8000 | không,Tờ khai | 03/07/2026 | 06/07/2026,"
    "01/07/2026 08:15 | Một cửa | 2,Sổ thử,2026-07-10T08:30"
)


def table(folder: Path, *rows: str) -> Path:
    path = folder / "ho-so.csv"
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return path


def kept(own: Settings, code: str) -> Case | None:
    migrate(own.database)
    cases = open_cases(own)
    try:
        found = cases.registry.find(code, 1)
        return found.read() if found else None
    finally:
        cases.close()


def owned(own: Settings, number: str) -> list[str]:
    """Codes of the cases that the registry knows to be this person's."""
    cases = open_cases(own)
    try:
        key = Keyed(load_key(own.secret_key, own.var_dir))
        return [case.code for case in cases.registry.of_owner(Proofs(key).owner(number), 10)]
    finally:
        cases.close()


def test_a_whole_cccd_tells_whose_case_it_is(own: Settings, tmp_path: Path) -> None:
    mine = GOOD.replace("0912 345 678,,", "0912 345 678,999 000 000 017,")
    last_digits_only = GOOD.replace("-0001,", "-0002,").replace("678,,", "678,0017,")
    assert run("import", table(tmp_path, mine, last_digits_only)).exit_code == 0
    assert owned(own, "999000000017") == ["H26.12-250701-0001"]
    assert owned(own, "0017") == []
    written = b"".join(path.read_bytes() for path in own.var_dir.iterdir() if path.is_file())
    assert b"999000000017" not in written
    assert b"999 000 000 017" not in written


def test_a_table_is_taken_over(own: Settings, tmp_path: Path) -> None:
    said = run("import", table(tmp_path, GOOD))
    assert (said.exit_code, said.output) == (0, "Đã nhận 1 hồ sơ.\n")
    case = kept(own, "H26.12-250701-0001")
    assert case is not None
    assert case.state is CaseState.PROCESSING
    assert case.due == date(2026, 7, 15)
    assert case.fees == (
        CaseFee(name="Lệ phí", dong=8000, paid=True),
        CaseFee(name="Bản sao", dong=8000, paid=False),
    )
    assert case.supplements[0].given == date(2026, 7, 6)
    assert case.progress[0].state is CaseState.RECEIVED


def test_its_phone_proves_and_is_nowhere_on_disk(own: Settings, tmp_path: Path) -> None:
    run("import", table(tmp_path, GOOD))
    cases = open_cases(own)
    outcome = cases.desk.look_up("H26.12-250701-0001", "5678", "owner", "web")
    cases.close()
    assert outcome.kind is OutcomeKind.FOUND
    for file in own.var_dir.iterdir():
        content = file.read_bytes()
        assert b"0912" not in content
        assert b"345 678" not in content


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("code", "001099012345", "cột code: mã hồ sơ “[cccd]”"),
        ("code", "1.001193", "cột code: mã hồ sơ “1.001193”"),
        ("procedure", "hộ chiếu", "cột procedure: mã thủ tục “hộ chiếu”"),
        ("state", "11", "cột state: trạng thái “11”"),
        ("state", "", "cột state để trống"),
        ("due", "tuần sau", "cột due: ngày “tuần sau” phải viết"),
        ("due", "31/02/2026", "cột due"),
        ("fees", "Lệ phí | rẻ", "cột fees.dong: số tiền “rẻ”"),
        ("fees", "a | 1 | có | b", "cột fees.thừa phần không được nhận"),
        ("phone", "12", "cột phone: phải tận cùng bằng bốn chữ số"),
        ("phone", "", "cần cột phone hoặc cccd"),
        ("source_time", "", "cột source_time để trống"),
    ],
)
def test_a_wrong_row_refuses_the_file(
    own: Settings, tmp_path: Path, column: str, value: str, reason: str
) -> None:
    cells = dict(zip(HEADER.split(","), GOOD.split(","), strict=True)) | {column: value}
    said = run("import", table(tmp_path, GOOD, ",".join(cells.values())))
    assert said.exit_code == 1
    assert f"ho-so.csv, dòng 3: {reason}" in said.output
    assert "Sổ hồ sơ giữ nguyên" in said.output
    assert "001099012345" not in said.output
    assert kept(own, "H26.12-250701-0001") is None


def test_the_good_rows_alone_when_told_so(own: Settings, tmp_path: Path) -> None:
    said = run("import", table(tmp_path, "x" + GOOD, GOOD, GOOD), "--skip-bad")
    assert said.exit_code == 0
    assert "dòng 4: mã H26.12-250701-0001 xuất hiện lần thứ hai" in said.output
    assert "Đã nhận 1 hồ sơ, bỏ 2 dòng sai." in said.output


def test_a_column_for_names_is_refused(own: Settings, tmp_path: Path) -> None:
    path = tmp_path / "ho-so.csv"
    path.write_text(f"{HEADER},owner\n{GOOD},Nguyễn Văn An\n", encoding="utf-8")
    said = run("import", path)
    assert "cột owner không được nhận" in said.output
    assert "Nguyễn" not in said.output


def test_a_newer_file_replaces_the_case(own: Settings, tmp_path: Path) -> None:
    run("import", table(tmp_path, GOOD))
    run("import", table(tmp_path, GOOD.replace("Đang xử lý", "9")))
    case = kept(own, "H26.12-250701-0001")
    assert case is not None
    assert case.state is CaseState.DONE


RECORD = {
    "code": "H26.12-250701-0001",
    "state": 9,
    "cccd": "001099012345",
    "fees": [{"name": "Lệ phí", "dong": 8000, "paid": True}],
    "source": "Sổ thử",
    "source_time": "2026-07-10T08:30:00+07:00",
}


@pytest.mark.parametrize("name", ["ho-so.json", "ho-so.jsonl"])
def test_json_as_a_list_or_in_lines(own: Settings, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    second = RECORD | {"code": "H26.12-250701-0002"}
    lines = [json.dumps(one, ensure_ascii=False) for one in (RECORD, second)]
    text = "[\n" + ",\n".join(lines) + "\n]" if name.endswith("json") else "\n".join(lines)
    path.write_text(text, encoding="utf-8")
    assert run("import", path).output == "Đã nhận 2 hồ sơ.\n"
    assert kept(own, "H26.12-250701-0002") is not None


def test_a_wrong_record_is_named_by_its_line(own: Settings, tmp_path: Path) -> None:
    path = tmp_path / "ho-so.json"
    path.write_text(json.dumps([RECORD, RECORD | {"state": 0}], indent=1), encoding="utf-8")
    line = path.read_text().splitlines().index(" {", 2) + 1
    assert f"ho-so.json, dòng {line}: cột state" in run("import", path).output


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"[{]", "không phải JSON, từ dòng 1"), (b"[1]", "không phải một hồ sơ"), (b"\xff", "UTF-8")],
)
def test_a_broken_file_is_refused(
    own: Settings, tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "ho-so.json"
    path.write_bytes(content)
    said = run("import", path)
    assert said.exit_code == 1
    assert reason in said.output


def test_a_file_that_is_not_there(own: Settings, tmp_path: Path) -> None:
    assert "Không đọc được" in run("import", tmp_path / "mất.csv").output
