"""The word with which a call's media stream proves that our own answer to a webhook opened it."""

from __future__ import annotations

import hmac
import time

from bot.keyed import Keyed

GOOD_FOR_S = 60  # a carrier opens the stream at once


class Tokens:
    """A token is of one call and ends soon; the call's record sees to it that it is used once."""

    def __init__(self, keyed: Keyed) -> None:
        self._keyed = keyed

    def issue(self, call: str, number: str) -> str:
        """
        Args:
            call: the carrier's name of the call.
            number: who calls, "" when that is not known.
        """
        return self._signed(call, number, int(time.time()) + GOOD_FOR_S)

    def holds(self, token: str, call: str, number: str) -> bool:
        until, _, _ = token.partition(".")
        if not (until.isdecimal() and until.isascii() and len(until) < 12):
            return False
        signed = self._signed(call, number, int(until))
        return int(until) >= time.time() and hmac.compare_digest(
            signed.encode(), token.encode("utf-8", "replace")
        )

    def _signed(self, call: str, number: str, until: int) -> str:
        return f"{until}.{self._keyed.digest('voice-stream', f'{until}:{number}:{call}')}"
