"""`motcua staff …`, as who keeps the service types it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.settings import settings
from tests.staff.conftest import GOOD


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_VAR_DIR", str(tmp_path))
    monkeypatch.delenv("MOTCUA_DATABASE_URL", raising=False)
    settings.cache_clear()
    yield
    settings.cache_clear()


def run(*words: str, typed: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(app, ["staff", *words], input=typed)
    return result.exit_code, result.output


def test_the_first_admin_and_a_colleague(tmp_path: Path) -> None:
    assert run("add", "an", "--name", "An (mẫu)", "--role", "admin", typed=f"{GOOD}\n")[0] == 0
    code, _ = run("add", "lan", "--name", "Lan (mẫu)", "--role", "adviser", "--subject", "s-1")
    assert code == 0
    code, shown = run("list")
    assert shown.splitlines() == [
        "an\tadmin\tactive\tpassword\tAn (mẫu)",
        "lan\tadviser\tactive\tOpenID\tLan (mẫu)",
    ]
    assert run("deactivate", "lan")[0] == 0
    assert "lan\tadviser\tdeactivated" in run("list")[1]


def test_mistakes_have_a_sentence_and_change_nothing() -> None:
    code, said = run("add", "an", "--name", "An (mẫu)", "--role", "admin", typed="ngắn\n")
    assert (code, "ít nhất" in said or "từ 12" in said) == (1, True)
    run("add", "an", "--name", "An (mẫu)", "--role", "admin", typed=f"{GOOD}\n")
    assert run("deactivate", "an") == (
        1,
        "Đây là quản trị viên cuối cùng: hãy thêm một người khác trước.\n",
    )
    assert run("password", "ai-do", typed=f"{GOOD}\n") == (1, "Không có tài khoản này.\n")
