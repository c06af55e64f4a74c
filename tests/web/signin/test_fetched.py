"""Keys at an address: fetched once, anew when they change, and never waited for long."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.web.signin import fetched
from bot.web.signin.fetched import FetchedKeys
from bot.web.signin.keys import KeysUnavailable
from tests.web.fake_rasa import free_port, serving
from tests.web.signin.signer import Signer

FIRST, SECOND = Signer("first"), Signer("second")


class Publisher:
    """Gives `content`, or what `unwell` answers; counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.content = FIRST.key_set()
        self.unwell: Callable[[], Awaitable[Response]] | None = None
        self.app = Starlette(routes=[Route("/keys", self._keys)])

    async def _keys(self, _: Request) -> Response:
        self.asked += 1
        return await self.unwell() if self.unwell else Response(self.content)


@pytest.fixture
def publisher() -> Publisher:
    return Publisher()


@pytest.fixture
def keys(publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> Iterator[FetchedKeys]:
    monkeypatch.setattr(fetched, "WITHIN_S", 0.3)
    port = free_port()
    with serving(publisher.app, port):
        yield FetchedKeys(f"http://127.0.0.1:{port}/keys")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds that have passed beside those of the test itself."""
    passed, real = [0.0], time.monotonic
    monkeypatch.setattr(fetched.time, "monotonic", lambda: real() + passed[0])
    return passed


async def names(keys: FetchedKeys, kid: str = "first") -> list[str | None]:
    return [key.kid for key in await keys.having(kid)]


def test_they_are_fetched_once_for_many(keys: FetchedKeys, publisher: Publisher) -> None:
    async def ask() -> list[list[str | None]]:
        return await asyncio.gather(*(names(keys) for _ in range(20)))

    assert asyncio.run(ask()) == [["first"]] * 20
    assert publisher.asked == 1


def test_a_new_key_is_found_but_not_asked_for_all_the_time(
    keys: FetchedKeys, publisher: Publisher, clock: list[float]
) -> None:
    async def ask() -> None:
        assert await names(keys) == ["first"]
        publisher.content = FIRST.key_set(SECOND)
        for _ in range(5):
            assert await names(keys, "second") == ["first"]
        assert publisher.asked == 1
        clock[0] += fetched.PAUSE_S
        assert await names(keys, "second") == ["first", "second"]
        assert publisher.asked == 2

    asyncio.run(ask())


def test_a_key_that_was_withdrawn_goes(
    keys: FetchedKeys, publisher: Publisher, clock: list[float]
) -> None:
    async def ask() -> None:
        publisher.content = FIRST.key_set(SECOND)
        await keys.having("first")
        publisher.content = SECOND.key_set()
        clock[0] += fetched.FRESH_S + 1
        assert await names(keys, "first") == ["second"]

    asyncio.run(ask())


async def _hangs() -> Response:
    await asyncio.sleep(30)
    return Response()


async def _drips() -> Response:
    async def bytes_() -> AsyncIterator[bytes]:
        while True:
            yield b" "
            await asyncio.sleep(0.05)

    return StreamingResponse(bytes_())


async def _endless() -> Response:
    return PlainTextResponse(" " * (fetched.MAX_BYTES + 1))


async def _page() -> Response:
    return PlainTextResponse("<html>Bảo trì</html>")


async def _broken() -> Response:
    return PlainTextResponse("", 500)


UNWELL = [_hangs, _drips, _endless, _page, _broken]


@pytest.mark.parametrize("unwell", UNWELL)
def test_without_any_keys_it_is_said_in_time(
    keys: FetchedKeys,
    publisher: Publisher,
    clock: list[float],
    unwell: Callable[[], Awaitable[Response]],
) -> None:
    async def ask() -> None:
        publisher.unwell = unwell
        for _ in range(20):
            with pytest.raises(KeysUnavailable):
                await keys.having("first")
        assert publisher.asked == 1, "who does not answer is left alone for a while"
        publisher.unwell = None
        clock[0] += fetched.PAUSE_S
        assert await names(keys) == ["first"]

    began = time.perf_counter()
    asyncio.run(ask())
    assert time.perf_counter() - began < 15  # not the 30 of who hangs


@pytest.mark.parametrize("unwell", UNWELL)
def test_older_keys_do_for_an_hour(
    keys: FetchedKeys,
    publisher: Publisher,
    clock: list[float],
    unwell: Callable[[], Awaitable[Response]],
) -> None:
    async def ask() -> None:
        await keys.having("first")
        publisher.unwell = unwell
        clock[0] += fetched.FRESH_S + 1
        assert await names(keys) == ["first"]
        clock[0] += fetched.USABLE_S
        with pytest.raises(KeysUnavailable):
            await keys.having("first")

    asyncio.run(ask())


def test_nobody_at_the_address() -> None:
    keys = FetchedKeys(f"http://127.0.0.1:{free_port()}/keys")
    with pytest.raises(KeysUnavailable):
        asyncio.run(keys.having("first"))
