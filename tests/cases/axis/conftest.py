"""The fake axis on a real socket, and the gateway that asks it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from bot.cases.axis.client import AxisClient
from bot.cases.axis.config import AxisConfig
from bot.cases.axis.gateway import AxisGateway
from bot.cases.proofs import Proofs
from bot.keyed import Keyed
from tests.cases.axis.fake_axis import PASSWORD, USERNAME, FakeAxis
from tests.web.fake_rasa import free_port, serving

PROOFS = Proofs(Keyed(b"a key of the tests"))


@pytest.fixture
def axis() -> FakeAxis:
    return FakeAxis()


@pytest.fixture
def config(axis: FakeAxis) -> Iterator[AxisConfig]:
    port = free_port()
    with serving(axis.app, port):
        yield AxisConfig.model_validate(
            {
                "kind": "axis",
                "name": "Trục liên thông thử",
                "url": f"http://127.0.0.1:{port}/adapter",
                "unit": "000.00.00.H26",
                "stamp": "CapNhatLuc",
                "progress": "TienTrinh",
                "units": ["G22"],
                "alike_after_s": 0.5,
            }
        )


@pytest.fixture
def gateway(config: AxisConfig) -> Iterator[AxisGateway]:
    with closing(AxisGateway(config, AxisClient(config, USERNAME, PASSWORD), PROOFS)) as opened:
        yield opened
