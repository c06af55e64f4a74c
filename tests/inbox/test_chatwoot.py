"""Whether a call is Chatwoot's."""

from __future__ import annotations

import hashlib
import hmac
import time

import pytest

from bot.inbox.chatwoot import signed

BODY = b'{"event": "conversation_status_changed"}'


def mac(stamp: str, secret: str = "khoa") -> str:
    made = hmac.new(secret.encode(), stamp.encode() + b"." + BODY, hashlib.sha256)
    return f"sha256={made.hexdigest()}"


def test_the_body_and_the_time_are_both_signed() -> None:
    stamp = str(int(time.time()))
    assert signed("khoa", stamp, mac(stamp), BODY)
    assert not signed("khoa", stamp, mac(stamp), BODY + b" ")
    assert not signed("khoa", str(int(stamp) + 1), mac(stamp), BODY)
    assert not signed("khác", stamp, mac(stamp), BODY)


@pytest.mark.parametrize("stamp", ["", "²", "-5", "1e9", " 1", "9" * 13, "\n"])
def test_a_time_that_is_none_is_refused(stamp: str) -> None:
    assert not signed("khoa", stamp, "sha256=ữ", BODY)
