"""The citizen deletes the conversation while somebody still acts in it: nothing of it is left."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from bot.channels.advisers import Advisers
from bot.channels.conversations import Conversations, Gone
from bot.channels.handovers import NotPossible
from bot.privacy.kinds import Counts, Kind, Names
from bot.privacy.service import Privacy
from tests.web.handover.citizen import LAN, Citizen
from tests.web.person import rows

WAITS_S = 30
STEPS = range(14)  # of a deletion: before each kind of data


class Before:
    """A kind of data before whose deletion something else happens."""

    def __init__(self, kind: Kind, happens: Callable[[], Any]) -> None:
        self._kind = kind
        self._happens = happens

    def delete(self, names: Names) -> Counts:
        self._happens()
        return self._kind.delete(names)


@pytest.fixture
def before(privacy: Privacy, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def put(step: int, happens: Callable[[], Any]) -> None:
        kinds = list(privacy._kinds)
        assert len(kinds) == len(STEPS)
        kinds[step] = Before(kinds[step], happens)  # type: ignore[call-overload]
        monkeypatch.setattr(privacy, "_kinds", kinds)

    return put


def left(database: Engine) -> dict[str, int]:
    with database.connect() as connection:
        more = {
            table: connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0
            for table in ("handover", "call_back")
        }
    return {table: count for table, count in {**rows(database), **more}.items() if count}


@pytest.mark.parametrize("step", STEPS)
def test_what_an_adviser_says_between_two_steps_of_it_goes_too(
    citizen: Citizen,
    client: TestClient,
    advisers: Advisers,
    database: Engine,
    before: Callable[..., None],
    step: int,
) -> None:
    [waiting] = advisers.queue()
    advisers.take(waiting.id, LAN)
    told: list[str] = []

    def says() -> None:
        try:
            advisers.say(waiting.id, LAN, "Chào anh/chị")
            told.append("said")
        except (NotPossible, Gone):
            told.append("refused")

    before(step, says)
    assert client.delete(f"/api/chat/{citizen.session}").status_code == 200
    assert len(told) == 1
    assert left(database) == {}


@pytest.mark.parametrize("step", STEPS)
def test_a_number_that_is_left_between_two_steps_of_it_goes_too(
    citizen: Citizen,
    client: TestClient,
    database: Engine,
    before: Callable[..., None],
    step: int,
) -> None:
    answers: list[int] = []

    def leaves() -> None:
        left = citizen.do("handover/call-back", number="0912 345 678", agreed=True)
        answers.append(left.status_code)

    before(step, leaves)
    assert client.delete(f"/api/chat/{citizen.session}").status_code == 200
    assert answers in ([200], [409])
    assert left(database) == {}


def test_a_deletion_that_comes_while_words_are_written_down_waits_for_them(
    citizen: Citizen,
    client: TestClient,
    advisers: Advisers,
    database: Engine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    [waiting] = advisers.queue()
    advisers.take(waiting.id, LAN)
    written, at_the_door = Event(), Event()
    hold = Conversations.hold

    def comes(*given: Any) -> bool:
        at_the_door.set()
        return hold(*given)

    def until_it_comes(_: Session) -> None:
        written.set()
        assert at_the_door.wait(WAITS_S)

    monkeypatch.setattr(Conversations, "hold", comes)
    with ThreadPoolExecutor(2) as pool:
        saying = pool.submit(advisers.say, waiting.id, LAN, "Chào anh/chị", until_it_comes)
        assert written.wait(WAITS_S)
        deleting = pool.submit(client.delete, f"/api/chat/{citizen.session}")
        saying.result(WAITS_S)
        assert deleting.result(WAITS_S).json()["deleted"]["turn"] == 3  # the wish, Lan, her words
    assert left(database) == {}


def test_words_for_a_conversation_that_was_deleted_are_refused(
    citizen: Citizen, client: TestClient, advisers: Advisers, database: Engine
) -> None:
    [waiting] = advisers.queue()
    advisers.take(waiting.id, LAN)
    client.delete(f"/api/chat/{citizen.session}")
    with pytest.raises(NotPossible):
        advisers.say(waiting.id, LAN, "Chào anh/chị")
    assert left(database) == {}
