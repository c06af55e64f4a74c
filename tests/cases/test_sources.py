"""The file of sources, and look-ups through the axis when it is well, slow, lying or gone."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml
from starlette.responses import Response, StreamingResponse

from bot.cases.outcome import REFUSED, OutcomeKind
from bot.cases.service import Cases, open_cases
from bot.cases.sources import SourcesProblem, read_sources
from bot.settings import ROOT, Settings
from bot.store import migrate
from tests.cases.axis.fake_axis import CODE, PASSWORD, RECORD, USERNAME, FakeAxis, after, says
from tests.web.fake_rasa import free_port, serving

ALIKE_S = 0.3


def write(folder: Path, *sources: dict[str, Any]) -> str:
    path = folder / "sources.yml"
    path.write_text(yaml.safe_dump({"sources": list(sources)}, allow_unicode=True))
    return str(path)


@pytest.fixture
def axis() -> FakeAxis:
    return FakeAxis()


@pytest.fixture
def cases(axis: FakeAxis, tmp_path: Path) -> Iterator[Cases]:
    """The registry for Hanoi's codes, the fake axis for the ministry's."""
    port = free_port()
    ministry = {
        "kind": "axis",
        "name": "Trục liên thông thử",
        "url": f"http://127.0.0.1:{port}/adapter",
        "unit": "000.00.00.H26",
        "units": ["G22"],
        "alike_after_s": ALIKE_S,
    }
    settings = Settings(
        var_dir=tmp_path,
        case_sources=write(tmp_path, {"kind": "registry", "units": ["H26"]}, ministry),
        axis_username=USERNAME,
        axis_password=PASSWORD,
    )
    migrate(settings.database)
    with serving(axis.app, port):
        opened = open_cases(settings)
        yield opened
        opened.close()


def test_the_file_in_the_repository_is_right() -> None:
    (source,) = read_sources(ROOT / "data/cases/sources.yml").sources
    assert source.kind == "registry"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ({"kind": "sftp"}, "sftp"),
        ({"kind": "axis", "name": "Trục", "unit": "H26"}, "url"),
        ({"kind": "axis", "name": "T", "unit": "H26", "url": "ftp://x"}, "url"),
        (
            {"kind": "axis", "name": "T", "unit": "H", "url": "http://x", "states": {"7": 11}},
            "states",
        ),
        ({"kind": "registry", "password": "x"}, "password"),
    ],
)
def test_a_wrong_file_is_one_sentence(tmp_path: Path, source: dict[str, Any], reason: str) -> None:
    with pytest.raises(SourcesProblem, match=reason):
        read_sources(Path(write(tmp_path, source)))


def test_an_axis_without_a_password_is_told_at_the_start(tmp_path: Path) -> None:
    axis = {"kind": "axis", "name": "Trục", "unit": "H26", "url": "http://127.0.0.1:1"}
    with pytest.raises(SourcesProblem, match="MOTCUA_AXIS_PASSWORD"):
        open_cases(Settings(var_dir=tmp_path, case_sources=write(tmp_path, axis)))


def test_each_axis_may_have_a_login_of_its_own(
    axis: FakeAxis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    police = {
        "kind": "axis",
        "name": "Trục thử",
        "unit": "H26",
        "url": f"http://127.0.0.1:{port}/adapter",
        "units": ["G22"],
        "login_env": "POLICE",
    }
    other = {"kind": "axis", "name": "Bộ khác", "unit": "H26", "url": "http://127.0.0.1:1"}
    settings = Settings(
        var_dir=tmp_path,
        case_sources=write(tmp_path, police, other | {"units": ["G09"]}),
        axis_username="somebody else",
        axis_password="not this one",
    )
    migrate(settings.database)
    with pytest.raises(SourcesProblem, match="POLICE_USERNAME and POLICE_PASSWORD"):
        open_cases(settings)
    monkeypatch.setenv("POLICE_USERNAME", USERNAME)
    monkeypatch.setenv("POLICE_PASSWORD", PASSWORD)
    with serving(axis.app, port), closing(open_cases(settings)) as cases:
        assert cases.desk.look_up(CODE, "5678", "owner", "web").kind is OutcomeKind.FOUND


def test_the_phone_shows_the_case_and_the_source_is_told(cases: Cases) -> None:
    outcome = cases.desk.look_up(CODE, "5678", "owner", "web")
    assert outcome.kind is OutcomeKind.FOUND
    assert outcome.case is not None
    assert outcome.case.source == "Trục liên thông thử"
    assert outcome.case.source_time is not None


def test_refusals_come_at_one_time_however_long_the_axis_takes(
    cases: Cases, axis: FakeAxis
) -> None:
    cases.desk.look_up(CODE, "5678", "owner", "web")  # log in
    axis.answers = [
        after(0.2, says({"error_code": 0, "result": [RECORD]})),
        says({"error_code": 0, "result": []}),
    ]
    took = []
    for code in (CODE, "G22.99-251225-020176"):
        began = time.monotonic()
        assert cases.desk.look_up(code, "0000", "guesser", "web") is REFUSED
        took.append(time.monotonic() - began)
    assert min(took) >= ALIKE_S


async def _drip() -> Response:
    async def bytes_() -> AsyncIterator[bytes]:
        while True:
            yield b" "
            await asyncio.sleep(0.1)

    return StreamingResponse(bytes_())


@pytest.mark.parametrize(
    "answer",
    [
        says("broken", 500),
        says("<html>"),
        says({"error_code": 0, "result": [RECORD | {"MaHoSo": "G22.99-251225-020176"}]}),
        after(20, says({})),
        _drip,
    ],
    ids=["broken", "not JSON", "another case", "slow", "dripping"],
)
def test_an_axis_that_is_unwell_is_said_and_not_waited_for(
    cases: Cases, axis: FakeAxis, answer: Any
) -> None:
    axis.always = answer
    began = time.monotonic()
    assert cases.desk.look_up(CODE, "5678", "owner", "web").kind is OutcomeKind.SOURCE_DOWN
    assert time.monotonic() - began < 15  # 2.5 s on an idle machine; the slow one takes 20 s


def test_an_axis_that_is_down_locks_nobody_out(cases: Cases, axis: FakeAxis) -> None:
    axis.always = says("<html>")
    for _ in range(8):
        assert cases.desk.look_up(CODE, "5678", "owner", "web").kind is OutcomeKind.SOURCE_DOWN
