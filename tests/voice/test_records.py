"""Calls whose process died."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from bot.keyed import Keyed
from bot.store import Store, migrate, now
from voice.manner import Ending
from voice.records import Records

LONGEST = timedelta(minutes=30)


@pytest.fixture
def records(tmp_path: Path) -> Records:
    url = f"sqlite:///{tmp_path / 'motcua.db'}"
    migrate(url)
    return Records(Store(url), Keyed(b"key"))


def test_a_call_that_nobody_ended_is_lost_once_it_cannot_go_on(records: Records) -> None:
    for call in ("CA-died", "CA-ended"):
        assert records.open(call, "", f"voice-{call}", "audiosocket")
    records.close("CA-ended", 0, Ending("goodbye", "", 12.0, 1))
    records.left_over(LONGEST)
    assert records.cause("CA-died") is None  # it may go on in another process
    with time_machine.travel(now() + timedelta(hours=1)):
        records.left_over(LONGEST)
    assert (records.cause("CA-died"), records.cause("CA-ended")) == ("lost", "goodbye")
