"""How a ticket stands, told to who has its code."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from bot.answers.reply import QuickReply, Reply
from bot.answers.words import HOTLINE
from bot.care.tickets.model import STATE_NAMES, Standing, State
from bot.care.tickets.rules import load_rules
from bot.clock import HANOI
from bot.text.numbers import say

_EXAMPLE = "PA-1234-5678-9012"
FORGOTTEN = QuickReply(label="Không có mã", text="Thôi, tôi không có mã")


def told(standing: Standing, today: date) -> Reply:
    rule = load_rules().kinds[standing.kind]
    state, sent = STATE_NAMES[standing.state], _day(standing.received)
    facts = [f"{rule.label} {standing.code}, gửi ngày {sent}: {state}."]
    facts += _deadline(standing, today)
    if standing.answer and standing.state is not State.WITHDRAWN:
        facts.append(f"Trả lời ngày {_day(standing.changed)}: {standing.answer}")
    spoken = " ".join([f"{rule.said}, gửi ngày {sent}: {state}.", *facts[1:]])
    return _said(
        "standing", "\n".join(facts), spoken, code=standing.code, state=standing.state.value
    )


def unknown(code: str) -> Reply:
    return _said(
        "unknown",
        f"Không có phản ánh nào mang mã {code}. Anh/chị xem lại mã đã được cho khi gửi.",
        "Không có phản ánh nào mang mã này. Anh chị xem lại mã đã được cho khi gửi.",
        expects="ticket",
    )


def locked(until: datetime) -> Reply:
    clock = until.astimezone(HANOI).strftime("%H:%M")
    return _said(
        "locked",
        f"Đã thử nhiều mã không đúng, nên tạm dừng tra cứu đến {clock}. Cần gấp, anh/chị gọi "
        f"{HOTLINE}.",
        f"Đã thử nhiều mã không đúng, nên tạm dừng tra cứu đến {clock}. Cần gấp, anh chị gọi "
        f"{HOTLINE}.",
    )


def ask_code() -> Reply:
    return _said(
        "code",
        f"Anh/chị cho biết mã phản ánh, cả hai chữ PA, ví dụ {_EXAMPLE}.",
        "Anh chị đọc mã phản ánh, từng số một.",
        FORGOTTEN,
        expects="ticket",
    )


def no_code() -> Reply:
    return _said(
        "no_code",
        "Không có đủ mã thì ở đây không tra được, vì chỉ mã mới mở được phản ánh. Mã nằm trong tin "
        "nhắn “Đã tiếp nhận” khi gửi. Không tìm lại được thì anh/chị gửi phản ánh mới.",
        "Không có đủ mã thì ở đây không tra được. Anh chị tìm lại mã đã được cho khi gửi, hoặc gửi "
        "phản ánh mới.",
    )


def slip() -> Reply:
    return _said(
        "slip",
        f"Mã vừa gửi chưa đúng. Mã phản ánh có chữ PA và 12 chữ số, ví dụ {_EXAMPLE}. Anh/chị gửi "
        "lại.",
        "Mã vừa rồi chưa đúng. Mã phản ánh có mười hai chữ số. Anh chị đọc lại từng số một.",
        FORGOTTEN,
        expects="ticket",
    )


def ask_withdraw(code: str) -> Reply:
    return _said(
        "withdraw",
        f"Rút lại {code}? Nội dung sẽ bị xóa, không lấy lại được. Anh/chị trả lời “đồng ý” để rút.",
        "Rút lại phản ánh này? Nội dung sẽ bị xóa. Đồng ý thì anh chị nói: đồng ý.",
        QuickReply(label="Đồng ý rút", text="Đồng ý"),
        QuickReply(label="Thôi, để nguyên", text="Thôi, để nguyên"),
        options=2,
        code=code,
    )


def withdrawn(code: str) -> Reply:
    return _said(
        "withdrawn",
        f"Đã rút lại {code}, nội dung đã được xóa.",
        "Đã rút lại phản ánh, nội dung đã được xóa.",
    )


def left_as_it_is() -> Reply:
    return _said("left", "Vâng, phản ánh được để nguyên.", "Vâng, phản ánh được để nguyên.")


def _deadline(standing: Standing, today: date) -> list[str]:
    if standing.state not in (State.RECEIVED, State.HANDLING):
        return []
    if standing.due is None:
        return ["Chưa có quy định về hạn trả lời cho kênh này."]
    until = f"Hạn trả lời: ngày {standing.due:%d/%m/%Y}"
    if standing.due < today:
        return [f"{until}, đã quá hạn. Anh/chị gọi {HOTLINE} và đọc mã này."]
    return [f"{until}."]


def _day(moment: datetime) -> str:
    return f"{moment.astimezone(HANOI):%d/%m/%Y}"


def _said(kind: str, text: str, spoken: str, *buttons: QuickReply, **facts: Any) -> Reply:
    """Args: `spoken`: its numbers are still digits; `facts`: more members of the payload."""
    shown = [button.model_dump() for button in buttons]
    payload = {"type": "ticket", "kind": kind, **facts, "quick_replies": shown}
    return Reply(text=text, payload=payload, spoken=say(spoken.replace("/chị", " chị")))
