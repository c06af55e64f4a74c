"""One call: when the answer was sent, as far as its header tells."""

from __future__ import annotations

from datetime import UTC, datetime

import anyio
import httpx
import pytest

from bot.cases.axis.call import Answer, post


@pytest.mark.parametrize(
    ("header", "sent"),
    [
        ("Mon, 29 Dec 2025 03:15:00 GMT", datetime(2025, 12, 29, 3, 15, tzinfo=UTC)),
        ("Mon, 29 Dec 2025 03:15:00 -0000", datetime(2025, 12, 29, 3, 15, tzinfo=UTC)),
        ("Mon, 29 Dec 2025 10:15:00 +0700", datetime(2025, 12, 29, 3, 15, tzinfo=UTC)),
        ("hôm qua".encode(), None),
        ("31 Feb 2026 00:00:00 GMT", None),
        (None, None),
    ],
)
def test_when_it_was_sent(header: str | bytes | None, sent: datetime | None) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={}, headers={"Date": header} if header else {})

    async def ask() -> Answer:
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
            return await post(http, "Trục thử", "http://127.0.0.1", {})

    assert anyio.run(ask).sent == sent
