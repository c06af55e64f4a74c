"""A call's wish, in the real database and in one that fails."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bot.care.callbacks import CallBacks
from bot.store import Store, migrate
from voice import wishes
from voice.wishes import CallWishes

NUMBER = "0912345678"
SOON = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


class Fails:
    def take(self, *_: object) -> None:
        raise OperationalError("INSERT", {}, Exception(NUMBER))


def test_it_is_written_down_with_the_others(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'motcua.db'}"
    migrate(url)
    callbacks = CallBacks(Store(url), b"key")
    assert asyncio.run(CallWishes(callbacks, "voice-lan", "", "Đồng ý?", SOON).take(NUMBER))
    assert [(one.number, one.promised) for one in callbacks.waiting()] == [(NUMBER, SOON)]


def test_a_later_call_from_the_number_takes_it_back_and_no_other_does(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'motcua.db'}"
    migrate(url)
    callbacks = CallBacks(Store(url), b"key")

    async def calls() -> list[bool]:
        assert await CallWishes(callbacks, "voice-lan", "", "Đồng ý?", SOON).take(NUMBER)
        stranger = CallWishes(callbacks, "voice-minh", "+84987654321", "", SOON)
        hidden = CallWishes(callbacks, "voice-hoa", "", "", SOON)
        later = CallWishes(callbacks, "voice-lan-later", "+84912345678", "", SOON)
        return [
            await stranger.waits(), await hidden.withdraw(), await stranger.withdraw(),
            await later.waits(), await later.withdraw(), await later.waits(),
        ]  # fmt: skip

    assert asyncio.run(calls()) == [False, False, False, True, True, False]
    assert list(callbacks.waiting()) == []


def test_a_database_that_fails_is_told_and_no_number_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    broken = CallWishes(Fails(), "voice-lan", "", "Đồng ý?", SOON)  # type: ignore[arg-type]
    assert not asyncio.run(broken.take(NUMBER))
    assert "not written down" in caplog.text
    assert NUMBER not in caplog.text


def test_a_database_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on = threading.Event()

    class Hangs:
        def take(self, *_: object) -> None:
            goes_on.wait(30)

    monkeypatch.setattr(wishes, "WITHIN_S", 0.05)
    slow = CallWishes(Hangs(), "voice-lan", "", "Đồng ý?", SOON)  # type: ignore[arg-type]

    async def take() -> bool:
        try:
            return await slow.take(NUMBER)
        finally:
            goes_on.set()  # only now: nobody waited for it

    assert not asyncio.run(take())
