"""One procedure through the versions of the catalogue."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.catalogue.files import write_procedures, write_withdrawn
from bot.catalogue.store import load_catalogue
from bot.catalogue.versions import history
from bot.settings import settings

CODE = "1.001193"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings(), "var_dir", tmp_path)
    return tmp_path / "catalogue"


def _version(folder: Path, name: str, age: int, *, result: str | None) -> None:
    """A version with two procedures; without a result it lacks the first and says that it went."""
    records = load_catalogue(settings().data_dir / "catalogue").procedures
    kept = {code: records[code] for code in ("1.004884", CODE)}
    if result is None:
        del kept[CODE]
    else:
        kept[CODE] = kept[CODE].model_copy(update={"results": (result,)})
    path = folder / name
    path.mkdir(parents=True)
    write_procedures(path, kept)
    write_withdrawn(path, {} if result else {CODE: "Thủ tục đăng ký khai sinh"})
    os.utime(path, (age, age))


def test_it_changes_goes_and_comes_back(folder: Path) -> None:
    _version(folder, "2026-08-aaaaaaaa", 1000, result="Giấy khai sinh bản điện tử")
    _version(folder, "2026-09-bbbbbbbb", 2000, result=None)
    _version(folder, "2026-10-cccccccc", 3000, result="Giấy khai sinh bản điện tử")
    (folder / "current").write_text("2026-10-cccccccc")
    steps = history(CODE)
    assert [step.version for step in steps] == [
        "data", "2026-08-aaaaaaaa", "2026-09-bbbbbbbb", "2026-10-cccccccc",
    ]  # fmt: skip
    assert [step.changed for step in steps] == [(), ("results",), (), ()]
    assert [step.record is not None for step in steps] == [True, True, False, True]
    assert [step.withdrawn for step in steps] == [False, False, True, False]
    assert [step.in_force for step in steps] == [False, False, False, True]


def test_without_imports_there_is_the_repositorys_alone(folder: Path) -> None:
    (step,) = history(CODE)
    assert (step.version, step.in_force) == ("data", True)
    assert step.record
    assert history("9.999999")[0].record is None
