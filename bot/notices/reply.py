"""What is said in place of a procedure's facts while they are being checked."""

from __future__ import annotations

from datetime import datetime

from bot.answers.place import is_office
from bot.answers.reply import Reply
from bot.answers.words import HOTLINE, tidy
from bot.catalogue.model import Procedure
from bot.catalogue.titles import short_title
from bot.clock import HANOI
from bot.notices.model import TakeDown
from bot.text.numbers import say

MARK = "đang kiểm tra lại thông tin"
_UNTIL = "Dự kiến trả lời lại sau {}."


def being_checked(procedure: Procedure, down: TakeDown) -> Reply:
    """That it is not told of for now, whom to ask, and until when where that is known."""
    title, whom = short_title(procedure), whom_to_ask(procedure, down)
    until = f" {_UNTIL.format(_moment(down.until))}" if down.until else ""
    return Reply(
        text=f"Thông tin về thủ tục “{title}” (mã {procedure.code}) đang được kiểm tra lại nên tạm "
        f"ngừng trả lời.{until} Anh/chị hỏi {whom}, hoặc gọi tổng đài {HOTLINE}.",
        payload={
            "type": "notice",
            "kind": "being_checked",
            "code": procedure.code,
            "quick_replies": [],
        },
        spoken=say(
            f"Thông tin về thủ tục {title} đang được kiểm tra lại nên tạm ngừng trả lời."
            f"{until} Anh chị hỏi {whom}, hoặc gọi tổng đài {HOTLINE}."
        ),
    )


def whom_to_ask(procedure: Procedure, down: TakeDown) -> str:
    """The office that the notice names, else the record's, else none by name."""
    named = (tidy(name) for name in procedure.implementers)
    return down.ask or next(filter(is_office, named), "") or "nơi nhận hồ sơ"


def _moment(at: datetime) -> str:
    """ "17:00 ngày 24/11/2026"."""
    return f"{at.astimezone(HANOI):%H:%M ngày %-d/%-m/%Y}"
