"""How every reply about a case is made: text, speech, and what the page needs to ask on."""

from __future__ import annotations

from typing import Any, Literal

from bot.answers.reply import QuickReply, Reply
from bot.text.numbers import say

Expects = Literal["code", "proof"]

EXAMPLE = "H26.12-250701-0001"
STOP = QuickReply(label="Thôi, không tra nữa", text="Thôi, không tra nữa")
NO_CODE = QuickReply(label="Không có mã", text="Tôi không có mã hồ sơ")
FORGOTTEN = QuickReply(label="Không nhớ số", text="Tôi không nhớ số đã ghi")
WRONG_CODE = QuickReply(label="Mã chưa đúng", text="Mã hồ sơ đó chưa đúng")


def said(
    kind: str,
    text: str,
    spoken: str,
    *buttons: QuickReply,
    expects: Expects | None = None,
    **facts: Any,
) -> Reply:
    """A reply of type `case`.

    Args:
        kind: what it says, for the page and for tests.
        text, spoken: as in `Reply`; the numbers of `spoken` are still digits.
        expects: what the next message should hold.
        facts: more members of the payload.
    """
    shown = [button.model_dump() for button in buttons]
    payload = {"type": "case", "kind": kind, "expects": expects, **facts, "quick_replies": shown}
    return Reply(text=text, payload=payload, spoken=say(spoken))


def asks_code(kind: str, text: str, spoken: str, *buttons: QuickReply) -> Reply:
    """Waits for a case code; `buttons` in place of the usual ones."""
    return said(kind, text, spoken, *(buttons or (NO_CODE, STOP)), expects="code")


def asks_proof(kind: str, code: str, text: str, spoken: str, *buttons: QuickReply) -> Reply:
    """Waits for the four digits that prove whose `code` is; `buttons` likewise."""
    usual = (FORGOTTEN, WRONG_CODE, STOP)
    return said(kind, text, spoken, *(buttons or usual), expects="proof", code=code)
