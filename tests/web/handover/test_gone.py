"""Somebody has gone: the citizen, or the adviser."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from datetime import timedelta

import time_machine
from starlette.testclient import TestClient

from bot.channels.handover_watch import HandOverWatch
from bot.web.parts import Parts
from tests.web.fake_rasa import FakeRasa
from tests.web.handover.citizen import LAN, Citizen


def test_who_has_gone_is_closed(
    citizen: Citizen, parts: Parts, clock: time_machine.Coordinates
) -> None:
    clock.shift(timedelta(minutes=14))
    assert parts.handover_watch.look() == 0
    clock.shift(timedelta(minutes=2))
    assert parts.handover_watch.look() == 1
    assert citizen.stands["state"] == "none"
    assert "dừng lại" in citizen.heard[-1]
    assert parts.handover_watch.look() == 0


def test_an_adviser_who_is_lost_gives_it_back_to_the_front(
    citizen: Citizen,
    client: TestClient,
    rasa: FakeRasa,
    parts: Parts,
    clock: time_machine.Coordinates,
) -> None:
    [waiting] = parts.advisers.queue()
    parts.advisers.take(waiting.id, LAN)
    Citizen(client, rasa)
    clock.shift(80)
    parts.advisers.here(waiting.id, LAN)
    clock.shift(80)
    assert parts.handover_watch.look() == 0
    clock.shift(20)
    assert parts.handover_watch.look() == 1
    assert parts.advisers.queue()[0].id == waiting.id
    assert citizen.stands["position"] == 1
    assert "giữ chỗ" in citizen.heard[-1]


def test_a_process_that_starts_lets_pages_come_back_first(
    citizen: Citizen, parts: Parts, clock: time_machine.Coordinates
) -> None:
    [waiting] = parts.advisers.queue()
    parts.advisers.take(waiting.id, LAN)
    clock.shift(timedelta(minutes=20))  # the process was down
    watching = threading.Thread(target=asyncio.run, args=[_looks_for(parts.handover_watch, 0.5)])
    watching.start()
    watching.join()
    assert citizen.stands["state"] == "taken"


async def _looks_for(watch: HandOverWatch, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(watch.keep_looking(), seconds)
