"""The national sharing axis as a source of cases."""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager

from anyio import fail_after
from anyio.from_thread import BlockingPortal, start_blocking_portal

from bot.cases.axis.breaker import Breaker
from bot.cases.axis.call import Answer
from bot.cases.axis.client import AxisClient
from bot.cases.axis.config import AxisConfig
from bot.cases.axis.errors import Unreachable
from bot.cases.axis.record import pick, read_case
from bot.cases.gateway import Found, SourceDown
from bot.cases.proofs import Proofs, last_digits
from bot.cases.values import phone


class AxisGateway:
    """A `CaseGateway`. It knows no CCCD: the telephone number is the only proof.

    The client lives in an event loop of its own thread: there a call that hangs is really
    ended, which no thread of a pool can be.
    """

    def __init__(self, config: AxisConfig, client: AxisClient, proofs: Proofs) -> None:
        self._config = config
        self._client = client
        self._proofs = proofs
        self._breaker = Breaker()
        self._starting = threading.Lock()
        self._loop: AbstractContextManager[BlockingPortal] | None = None
        self._portal: BlockingPortal | None = None

    @property
    def alike_after_s(self) -> float:
        return self._config.alike_after_s

    def find(self, code: str, within_s: float) -> Found | None:
        answer = self._ask(code, within_s)
        record = pick(answer.body, code, self._config.name)
        if record is None:
            return None
        case = read_case(record, code, self._config, body=answer.body, sent=answer.sent)
        digits = last_digits(phone(record.get("SoDienThoai")) or "")
        proof = self._proofs.hash(code, digits) if digits else None
        return Found(case.procedure, (proof,), lambda: case)

    def close(self) -> None:
        if self._loop and self._portal:
            self._portal.call(self._client.close)
            self._loop.__exit__(None, None, None)
            self._loop = self._portal = None

    def _ask(self, code: str, within_s: float) -> Answer:
        if not self._breaker.allows():
            raise Unreachable(f"{self._config.name}: left alone after several failures")
        try:
            answer = self._running().call(self._ask_within, code, within_s)
        except SourceDown:
            self._breaker.failed()
            raise
        self._breaker.succeeded()
        return answer

    async def _ask_within(self, code: str, within_s: float) -> Answer:
        try:
            with fail_after(within_s):
                return await self._client.ask(code)
        except TimeoutError as error:
            raise Unreachable(f"{self._config.name}: no answer in {within_s:.1f} s") from error

    def _running(self) -> BlockingPortal:
        with self._starting:
            if self._portal is None:
                self._loop = start_blocking_portal("asyncio")
                self._portal = self._loop.__enter__()
            return self._portal
