"""What a page that listens is told."""

from __future__ import annotations

import json

import httpx

from bot.channels.advisers import Advisers
from bot.settings import Settings
from bot.web.app import create_app
from tests.web.fake_rasa import FakeRasa, free_port, serving
from tests.web.handover.citizen import LAN, Citizen


def test_the_events_tell_how_it_stands(settings: Settings, rasa: FakeRasa) -> None:
    port = free_port()
    app = create_app(settings)
    advisers: Advisers = app.state.parts.advisers
    with serving(app, port), httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
        citizen = Citizen(client, rasa)
        with client.stream("GET", f"/api/chat/{citizen.session}/events") as stream:
            told = (json.loads(line[5:]) for line in stream.iter_lines() if line[:5] == "data:")
            states = (event for event in told if "state" in event and "turn_id" not in event)
            assert next(states)["state"] == "queued"
            [waiting] = advisers.queue()
            advisers.take(waiting.id, LAN)
            assert next(states)["shown"] == "Lan"
            advisers.here(waiting.id, LAN, typing=True)
            assert next(states)["typing"] is True
            advisers.close(waiting.id, LAN)
            assert next(states)["state"] == "none"
