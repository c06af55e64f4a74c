"""A setting that cannot be used is said when a program starts, not when a citizen asks."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.settings import Settings, settings


@pytest.mark.parametrize("hours", ["", "7:30-17:00", "07:30", "07:30-25:00", "cả ngày"])
def test_hours_are_written_as_told(hours: str) -> None:
    with pytest.raises(ValidationError, match="write hours as 07:30-17:00"):
        Settings(desk_hours=hours)


def test_hours_have_an_end_after_their_beginning() -> None:
    with pytest.raises(ValidationError, match="end before they begin"):
        Settings(voice_person_hours="17:00-07:30")
    assert Settings(desk_hours="00:00-23:59").desk_hours == "00:00-23:59"


def test_each_wrong_setting_has_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_WEB_PORT", "eight")
    monkeypatch.setenv("MOTCUA_DESK_HOURS", "")
    with pytest.raises(SystemExit) as told:
        settings.__wrapped__()  # those that other tests have stay
    lines = str(told.value).splitlines()
    assert [line.split(":")[0] for line in lines] == ["MOTCUA_WEB_PORT", "MOTCUA_DESK_HOURS"]
    assert "valid integer" in lines[0]
