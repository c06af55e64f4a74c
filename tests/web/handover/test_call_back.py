"""After hours: a number is left instead."""

from __future__ import annotations

import time_machine
from starlette.testclient import TestClient

from bot.settings import Settings
from bot.web.parts import Parts
from tests.web.fake_rasa import FakeRasa
from tests.web.handover.citizen import EVENING, Citizen


def test_after_hours_a_number_is_taken_down_sealed(
    client: TestClient,
    rasa: FakeRasa,
    clock: time_machine.Coordinates,
    parts: Parts,
    settings: Settings,
) -> None:
    clock.move_to(EVENING)
    citizen = Citizen(client, rasa)
    assert "chậm nhất 17:00 thứ Năm, 02/07/2026" in citizen.told["messages"][0]["text"]
    assert citizen.stands["state"] == "asked"
    assert "7 ngày" in citizen.stands["consent"]
    assert citizen.do("handover/call-back", number="12", agreed=True).status_code == 422
    assert citizen.do("handover/call-back", number="0912345678", agreed=False).status_code == 422
    left = citizen.do("handover/call-back", number="0912 345 678", agreed=True)
    assert left.json() == {"until": "2026-07-02T17:00:00+07:00"}
    assert citizen.do("handover/call-back", number="0912345678", agreed=True).status_code == 409
    assert citizen.stands["state"] == "none"
    assert not any("0912345678" in message for message in rasa.messages)
    for path in settings.var_dir.rglob("*"):
        if path.is_file():
            assert b"0912345678" not in path.read_bytes(), path.name
