"""Who reads a ticket and by when it is answered: what people ask before they say yes."""

from __future__ import annotations

from bot.answers.reply import Reply
from bot.care.tickets.model import Kind
from bot.care.tickets.replies import SEND, STOP
from bot.care.tickets.rules import load_rules
from bot.text.numbers import say


def who_reads(kind: Kind) -> Reply:
    """The desk of its kind, the rule's deadline, and that nothing was sent yet."""
    rule = load_rules().kinds[kind]
    desk = "Chỉ trưởng nhóm" if kind is Kind.OFFICIAL else "Cán bộ"
    until = (
        f"Hạn trả lời: {rule.working_days} ngày làm việc (theo {rule.source})."
        if rule.working_days
        else "Chưa có quy định về hạn trả lời cho kênh này."
    )
    told = f"{desk} của trung tâm đọc và trả lời. {until}"
    buttons = [button.model_dump() for button in (SEND, STOP)]
    return Reply(
        text=f"{told} Chưa gửi gì cả. Anh/chị trả lời “gửi” để gửi, hoặc “thôi”.",
        payload={"type": "ticket", "kind": "readers", "options": 2, "quick_replies": buttons},
        spoken=say(f"{told} Chưa gửi gì cả. Anh chị nói: gửi, hoặc thôi."),
    )
