"""A catalogue by the console: read, its differences, put in force, taken back."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi import FastAPI

from bot.catalogue import switch
from bot.catalogue.store import folder_in_force, load_catalogue
from bot.jobs.__main__ import KINDS, work_of
from bot.jobs.jobs import Jobs
from bot.jobs.run import run
from bot.retrieval.uploads import keep_upload
from bot.settings import Settings
from bot.settings import settings as environment
from bot.staff.roles import Role
from bot.store import Store
from bot.web.staff import catalogue as module
from tests.web.staff.conftest import Browser

BIRTH, DEATH = "1.001193", "1.000656"
Open = Callable[..., Browser]


@pytest.fixture(autouse=True)
def at_once(app: FastAPI, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Jobs run here and now, on the test's own folder, and build no index."""
    store: Store = app.state.store
    monkeypatch.setattr(environment(), "var_dir", settings.var_dir)
    work = {kind: work_of(where) for kind, where in KINDS.items()}  # imports add their hook
    from bot.retrieval import switching

    assert switching.index_version in switch.on_switch
    monkeypatch.setattr(switch, "on_switch", [])

    def start(jobs: Jobs, kind: str, subject: str, who: object) -> int:
        number = jobs.claim(kind, subject, who)  # type: ignore[arg-type]
        _in_main_thread(lambda: run(store, number, work))
        return number

    monkeypatch.setattr(Jobs, "start", start)


def _in_main_thread(act: Callable[[], object]) -> None:
    """A limit by signal needs the main thread; here the request runs in another one."""
    from unittest.mock import patch

    with patch("bot.jobs.run._limit"), patch("bot.jobs.run.signal.setitimer"):
        act()


def upload(browser: Browser, content: bytes) -> str:
    """The page that shows what the file would change."""
    response = browser.client.post(
        "/staff/catalogue/uploads",
        data={"csrf": browser.csrf},
        files={"file": ("danh-muc.jsonl", content)},
    )
    assert response.status_code == 303, response.text
    return str(response.headers["Location"])


def lines(change: Callable[[dict[str, object]], dict[str, object] | None]) -> bytes:
    """The catalogue of the repository in our own format, each record changed."""
    procedures = load_catalogue(environment().data_dir / "catalogue").procedures.values()
    rows = [json.loads(p.model_dump_json(exclude_defaults=True)) for p in procedures]
    kept = [row for row in map(change, rows) if row]
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in kept).encode()


def test_preview_apply_and_back(signed_in: Open) -> None:
    def change(row: dict[str, object]) -> dict[str, object] | None:
        if row["code"] == DEATH:
            return None
        return row | {"title": "Khai sinh kiểu mới"} if row["code"] == BIRTH else row

    editor = signed_in(Role.EDITOR)
    page = upload(editor, gzip.compress(lines(change)))
    shown = editor.get(page).text
    assert "0 mới, 1 thay đổi, 1 không còn" in shown
    assert "Khai sinh kiểu mới" in shown
    assert load_catalogue().get(DEATH)  # nothing has changed yet

    editor.post(f"{page}/apply", {"sure": "1"})
    assert "Danh mục mới có" in editor.get("/staff/catalogue").text
    assert load_catalogue().procedures[BIRTH].title == "Khai sinh kiểu mới"
    assert not load_catalogue().get(DEATH)
    assert editor.get(page).status_code == 200  # its job is remembered, its file is gone
    assert editor.post(f"{page}/apply").status_code == 422

    assert editor.post("/staff/catalogue/go-back", {"version": "data"}).status_code == 303
    assert folder_in_force() == environment().data_dir / "catalogue"
    assert load_catalogue().get(DEATH)


def test_what_would_go_is_warned_of_and_confirmed(signed_in: Open) -> None:
    """A file with a part missing is no new catalogue that lost a part."""

    def cut(row: dict[str, object]) -> dict[str, object] | None:
        return None if str(row["code"]).endswith(("0", "1", "2", "3")) else row

    editor = signed_in(Role.EDITOR)
    page = upload(editor, lines(cut))
    gone = len(load_catalogue().procedures) - len(lines(cut).splitlines())
    assert (
        f"Tệp này làm mất {gone} trong {len(load_catalogue().procedures)}" in editor.get(page).text
    )
    refused = editor.post(f"{page}/apply")
    assert (refused.status_code, f"xác nhận rằng {gone} thủ tục" in refused.text) == (422, True)
    assert folder_in_force() == environment().data_dir / "catalogue"


def test_a_preview_of_another_catalogue_is_read_again(signed_in: Open) -> None:
    """Two editors: what the second one saw is no longer what the import would change."""

    def renamed(code: str) -> Callable[[dict[str, object]], dict[str, object]]:
        return lambda row: row | {"title": "Tên mới"} if row["code"] == code else row

    first, second = signed_in(Role.EDITOR), signed_in(Role.EDITOR, login="other")
    mine, other = upload(first, lines(renamed(BIRTH))), upload(second, lines(renamed(DEATH)))
    assert first.post(f"{mine}/apply").status_code == 303
    assert "không phải với danh mục đang dùng" in second.get(other).text
    refused = second.post(f"{other}/apply")
    assert (refused.status_code, "xin đọc thử lại" in refused.text) == (422, True)
    assert load_catalogue().procedures[BIRTH].title == "Tên mới"

    assert second.post(f"{other}/read").status_code == 303
    assert "2 thay đổi" in second.get(other).text  # the first one's would be undone: it says so
    assert second.post(f"{other}/apply").status_code == 303
    assert load_catalogue().procedures[DEATH].title == "Tên mới"


@pytest.mark.parametrize(
    "content", [b"\x00\xff\xfe rubbish", b"[]", b'{"code": 1}', b"\x1f\x8b broken gzip"]
)
def test_garbage_gets_a_clear_message(signed_in: Open, content: bytes) -> None:
    editor = signed_in(Role.EDITOR)
    page = upload(editor, content)
    assert "Tệp không dùng được" in editor.get(page).text
    refused = editor.post(f"{page}/apply")
    assert (refused.status_code, "không nhập được" in refused.text) == (422, True)


def test_an_upload_is_for_its_owner_only_and_goes_when_it_is_old(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment(), "var_dir", settings.var_dir)
    root = settings.var_dir / "uploads"
    first = root / keep_upload(b"raw")
    assert {path.stat().st_mode & 0o077 for path in (root, first, first / "file")} == {0}
    os.utime(first, (0, 0))
    second = root / keep_upload(b"raw")
    assert list(root.iterdir()) == [second]


def test_nothing_chosen(signed_in: Open) -> None:
    editor = signed_in(Role.EDITOR)
    response = editor.post("/staff/catalogue/uploads")
    assert (response.status_code, "Chưa chọn tệp" in response.text) == (422, True)


def test_too_large_is_refused_before_it_is_read(
    signed_in: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_MB", 1)
    editor = signed_in(Role.EDITOR)
    response = editor.client.post(
        "/staff/catalogue/uploads",
        data={"csrf": editor.csrf},
        files={"file": ("danh-muc.jsonl", b"x" * (1024 * 1024 + 1))},
    )
    assert (response.status_code, "Tệp quá lớn" in response.text) == (413, True)


def test_only_versions_that_are_there(signed_in: Open, tmp_path: Path) -> None:
    editor = signed_in(Role.EDITOR)
    for version in ("../../etc", "", "2026-01-none"):
        response = editor.post("/staff/catalogue/go-back", {"version": version})
        assert (response.status_code, "Không có bản" in response.text) == (422, True)
    assert editor.get("/staff/catalogue/uploads/..%2Fx").status_code == 404
