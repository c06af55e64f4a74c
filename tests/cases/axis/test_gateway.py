"""The axis well and unwell: a case, no case, or one clear error within the time."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import pytest

from bot.cases.axis import breaker
from bot.cases.axis.call import TRIES
from bot.cases.axis.client import AxisClient
from bot.cases.axis.config import AxisConfig
from bot.cases.axis.errors import Malformed, Rejected, Unreachable, WrongCase
from bot.cases.axis.gateway import AxisGateway
from bot.cases.gateway import SourceDown
from bot.cases.model import CaseState
from tests.cases.axis.conftest import PROOFS
from tests.cases.axis.fake_axis import CODE, RECORD, USERNAME, FakeAxis, after, says
from tests.web.fake_rasa import free_port

AMPLE_S = 30.0  # where the time is not what is tested: a busy machine is slow


def test_a_case_is_found_and_only_its_phone_proves_it(gateway: AxisGateway) -> None:
    found = gateway.find(CODE, AMPLE_S)
    assert found is not None
    assert found.proofs == (PROOFS.hash(CODE, "5678"),)
    assert found.read().state is CaseState.SUPPLEMENT_ASKED


def test_a_case_that_it_has_not(gateway: AxisGateway) -> None:
    assert gateway.find("G22.99-251225-999999", AMPLE_S) is None


def test_the_question_is_the_agreed_one(gateway: AxisGateway, axis: FakeAxis) -> None:
    gateway.find(CODE, AMPLE_S)
    assert axis.asked == [
        {
            "session": "session 1",
            "madonvi": "000.00.00.H26",
            "service": "TraCuuHoSo",
            "mahoso": CODE,
        }
    ]


def test_one_login_serves_many_questions(gateway: AxisGateway, axis: FakeAxis) -> None:
    for _ in range(3):
        gateway.find(CODE, AMPLE_S)
    assert axis.logins == 1


def test_many_at_once_log_in_once(gateway: AxisGateway, axis: FakeAxis) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: gateway.find(CODE, AMPLE_S), range(8)))
    assert all(found)
    assert axis.logins == 1


def test_an_expired_session_is_renewed(gateway: AxisGateway, axis: FakeAxis) -> None:
    gateway.find(CODE, AMPLE_S)
    axis.end_sessions()
    assert gateway.find(CODE, AMPLE_S)
    assert axis.logins == 2


def test_http_may_say_too_that_the_session_ended(gateway: AxisGateway, axis: FakeAxis) -> None:
    gateway.find(CODE, AMPLE_S)
    axis.answers = [says("", status=401)]
    assert gateway.find(CODE, AMPLE_S)
    assert axis.logins == 2


def test_a_session_is_renewed_once_only(gateway: AxisGateway, axis: FakeAxis) -> None:
    gateway.find(CODE, AMPLE_S)
    axis.always = says({"error_code": 7, "result": None})
    with pytest.raises(Rejected):
        gateway.find(CODE, AMPLE_S)
    assert axis.logins == 2


def test_a_wrong_password_is_said_without_it(config: AxisConfig) -> None:
    client = AxisClient(config, USERNAME, "not the password")
    with closing(AxisGateway(config, client, PROOFS)) as gateway:
        with pytest.raises(Rejected) as error:
            gateway.find(CODE, AMPLE_S)
        assert "not the password" not in str(error.value)


def test_one_breakdown_is_tried_again(gateway: AxisGateway, axis: FakeAxis) -> None:
    axis.answers = [says("broken", status=500)] * (TRIES - 1)
    assert gateway.find(CODE, AMPLE_S)


def test_lasting_breakdown(gateway: AxisGateway, axis: FakeAxis) -> None:
    axis.always = says("broken", status=502)
    with pytest.raises(Unreachable, match="HTTP 502"):
        gateway.find(CODE, AMPLE_S)
    assert len(axis.asked) == TRIES


@pytest.mark.parametrize("wait", [10.0, 30.0])
def test_a_slow_answer_is_not_waited_for(gateway: AxisGateway, axis: FakeAxis, wait: float) -> None:
    axis.always = after(wait, says({"error_code": 0, "result": [RECORD]}))
    began = time.monotonic()
    with pytest.raises(Unreachable, match="no answer in"):
        gateway.find(CODE, 0.4)
    assert time.monotonic() - began < 8


def test_nobody_there(config: AxisConfig) -> None:
    away = config.model_copy(update={"url": f"http://127.0.0.1:{free_port()}"})
    gateway = AxisGateway(away, AxisClient(away, "", ""), PROOFS)
    with closing(gateway), pytest.raises(Unreachable):
        gateway.find(CODE, AMPLE_S)


def test_those_who_wait_for_a_login_that_fails_do_not_try_one_after_another(
    config: AxisConfig,
) -> None:
    away = config.model_copy(update={"url": f"http://127.0.0.1:{free_port()}"})

    def ask(_: int) -> float:
        began = time.monotonic()
        with pytest.raises(Unreachable):
            gateway.find(CODE, 10)
        return time.monotonic() - began

    with (
        closing(AxisGateway(away, AxisClient(away, "", ""), PROOFS)) as gateway,
        ThreadPoolExecutor(30) as pool,
    ):
        assert max(pool.map(ask, range(30))) < 3


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("<html>Bảo trì</html>", Malformed),
        ('{"error_code": 0, "result": [', Malformed),
        ("[" * 100_000, Malformed),
        ([], Malformed),
        ({"error_code": 0}, Malformed),
        ({"error_code": 0, "result": {"MaHoSo": CODE}}, Malformed),
        ({"error_code": 0, "result": ["một dòng chữ"]}, Malformed),
        ({"error_code": 0, "result": "x" * 1_100_000}, Malformed),
        ({"error_code": 0, "result": [RECORD | {"MaHoSo": "G22.99-251225-020176"}]}, WrongCase),
        ({"error_code": 0, "result": [RECORD | {"MaHoSo": None}]}, WrongCase),
        ({"error_code": "9", "result": [RECORD]}, Rejected),
    ],
)
def test_answers_that_are_not_believed(
    gateway: AxisGateway, axis: FakeAxis, content: Any, error: type[SourceDown]
) -> None:
    axis.always = says(content)
    with pytest.raises(error) as raised:
        gateway.find(CODE, AMPLE_S)
    assert not any(secret in str(raised.value) for secret in (CODE, "0912345678", "Nguyễn"))


def test_the_code_may_be_written_differently(gateway: AxisGateway, axis: FakeAxis) -> None:
    axis.record = RECORD | {"MaHoSo": " g22.99-251225-020175 "}
    assert gateway.find(CODE, AMPLE_S)


@pytest.mark.parametrize(
    "phone", [None, "", "09xxxxx678", "******5678", "0912345678; 0987654321", 5678, "5678", True]
)
def test_without_a_whole_phone_number_nothing_proves(
    gateway: AxisGateway, axis: FakeAxis, phone: object
) -> None:
    axis.record = RECORD | {"SoDienThoai": phone}
    found = gateway.find(CODE, AMPLE_S)
    assert found is not None
    assert found.proofs == (None,)


def test_an_axis_that_keeps_failing_is_left_alone_for_a_while(
    gateway: AxisGateway, axis: FakeAxis, monkeypatch: pytest.MonkeyPatch
) -> None:
    axis.always = says("broken")
    for _ in range(breaker.FAILURES):
        with pytest.raises(Malformed):
            gateway.find(CODE, AMPLE_S)
    asked = len(axis.asked)
    with pytest.raises(Unreachable, match="left alone"):
        gateway.find(CODE, AMPLE_S)
    assert len(axis.asked) == asked
    axis.always = None
    gateway._breaker._open_until -= breaker.REST_S
    assert gateway.find(CODE, AMPLE_S)


def test_one_bad_record_does_not_keep_others_from_theirs(
    gateway: AxisGateway, axis: FakeAxis
) -> None:
    axis.answers = [says({"error_code": 0, "result": ["?"]})] * breaker.FAILURES
    for _ in range(breaker.FAILURES):
        with pytest.raises(Malformed):
            gateway.find(CODE, AMPLE_S)
    assert gateway.find(CODE, AMPLE_S)


def test_after_the_rest_one_asks_and_the_others_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    clock: list[float] = [1000.0]
    tick: Callable[[], float] = lambda: clock[0]  # noqa: E731
    monkeypatch.setattr(breaker.time, "monotonic", tick)
    tripped = breaker.Breaker()
    for _ in range(breaker.FAILURES):
        assert tripped.allows()
        tripped.failed()
    assert not tripped.allows()
    clock[0] += breaker.REST_S
    assert [tripped.allows() for _ in range(3)] == [True, False, False]
    tripped.succeeded()
    assert tripped.allows()
