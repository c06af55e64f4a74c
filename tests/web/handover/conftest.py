"""The desk on a working morning, with one who may take conversations over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from fastapi import FastAPI
from starlette.testclient import TestClient

from bot.channels.advisers import Advisers
from bot.staff.roles import Role
from bot.staff.service import Staff
from bot.web.parts import Parts
from tests.web.fake_rasa import FakeRasa
from tests.web.handover.citizen import MORNING, Citizen


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Coordinates]:
    with time_machine.travel(MORNING) as coordinates:
        yield coordinates


@pytest.fixture(autouse=True)
def somebody_may_take_over(app: FastAPI) -> None:
    staff: Staff = app.state.staff
    staff.accounts.add(None, "lan", "Lan", Role.ADVISER, subject="lan")


@pytest.fixture
def parts(app: FastAPI) -> Parts:
    found: Parts = app.state.parts
    return found


@pytest.fixture
def advisers(parts: Parts) -> Advisers:
    return parts.advisers


@pytest.fixture
def citizen(client: TestClient, rasa: FakeRasa) -> Citizen:
    return Citizen(client, rasa)
